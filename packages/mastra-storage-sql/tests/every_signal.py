"""What statements about logs, metrics, scores and feedback can be asked for. Data for
`every_statement`: values of an argument, each with what a reader calls it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from mastra_storage_core.domains.observability.aggregation import Aggregation
from mastra_storage_core.domains.observability.requests import Owner
from mastra_storage_core.domains.observability.signal_requests import (
    Dimension,
    DistinctQuestion,
    Names,
    PercentileQuestion,
    Question,
    SignalConditions,
    SignalQuery,
)
from mastra_storage_core.domains.observability.signals import (
    FEEDBACK,
    LOGS,
    METRICS,
    SCORES,
    SIGNALS,
    Signal,
)
from mastra_storage_core.ids import now
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy, PageRequest

Choices: TypeAlias = list[tuple[tuple[str, ...], Any]]

NOTHING = SignalConditions({}, {}, DateRange())
CONDITIONS: dict[str, SignalConditions] = {
    "": NOTHING,
    "between two times": replace(NOTHING, dates=DateRange(start=now(), end=now())),
    "of a trace": replace(NOTHING, texts={"trace_id": "t"}),
    "of some traces": replace(NOTHING, choices={"trace_id": ("t", "u")}),
    "with tags": replace(NOTHING, tags=("a",)),
    "filtered by metadata": replace(NOTHING, objects={"metadata": {"a": 1}}),
}
PAGES = {
    "": PageRequest(0, 10, include_total=True),
    "a later page": PageRequest(1, 10, include_total=True),
    "without total": PageRequest(0, 10, include_total=False),
    "everything": PageRequest(0, None, include_total=True),
}
LATEST, EARLIEST = OrderBy("timestamp", "desc"), OrderBy("timestamp", "asc")


def told(*labels: str) -> tuple[str, ...]:
    return tuple(label for label in labels if label)


def _lists() -> Iterator[tuple[tuple[str, ...], SignalQuery]]:
    for about, conditions in CONDITIONS.items():
        for place, page in PAGES.items():
            for order in (LATEST, EARLIEST):
                labels = told(about, "earliest first" if order is EARLIEST else "", place)
                yield labels, SignalQuery(LOGS, conditions, order, page)
    for signal in (METRICS, SCORES, FEEDBACK):
        for place, page in PAGES.items():
            yield told(signal.name, place), SignalQuery(signal, NOTHING, LATEST, page)
    named = replace(NOTHING, texts={"name": "n"}, objects={"labels": {"a": "b"}})
    page = PAGES["without total"]
    yield (
        told("metrics", "of a name", "filtered by labels", "without total"),
        SignalQuery(METRICS, named, LATEST, page),
    )
    for direction, word in (("desc", "highest first"), ("asc", "lowest first")):
        order = OrderBy("score", direction)  # type: ignore[arg-type] # it is one of two
        yield told("scores", word, "without total"), SignalQuery(SCORES, NOTHING, order, page)


MODEL, LABEL = Dimension("model", is_label=False), Dimension("kind", is_label=True)
MEASURED = replace(NOTHING, measured="value", texts={"name": "n"})
JUDGED = {
    SCORES: replace(NOTHING, measured="score", texts={"scorer_id": "s"}),
    FEEDBACK: replace(NOTHING, measured="value_number", texts={"feedback_type": "t"}),
}


def _questions() -> Iterator[tuple[tuple[str, ...], Question]]:
    for aggregation in Aggregation:
        usual = "" if aggregation is Aggregation.SUM else aggregation.value
        distinct = "model" if aggregation is Aggregation.COUNT_DISTINCT else None
        question = Question(METRICS, MEASURED, aggregation, distinct)
        groups = replace(question, dimensions=(MODEL, LABEL))
        yield told(usual), question
        yield told("for each interval", usual), replace(question, interval=60)
        yield told("for groups in each interval", usual), replace(groups, interval=60)
        yield told("for groups by value", usual), replace(groups, by_value=True)
        yield told("for the first groups", usual), replace(groups, by_value=False, limit=1)
    dated = replace(MEASURED, dates=DateRange(start=now(), end=now()))
    yield told("between two times"), Question(METRICS, dated, Aggregation.SUM)
    for signal, measured in JUDGED.items():
        yield told(signal.name), Question(signal, measured, Aggregation.AVG)


def _percentiles() -> Iterator[tuple[tuple[str, ...], PercentileQuestion]]:
    yield (), PercentileQuestion(METRICS, MEASURED, 60, (1,))
    for signal, measured in JUDGED.items():
        yield told(signal.name), PercentileQuestion(signal, measured, 60, (1,))


def _signals() -> Choices:
    return [(told("" if each is LOGS else each.name), each) for each in SIGNALS]


CHOICES: list[tuple[object, Choices]] = [
    (Signal, _signals()),
    (Signal | None, [(told("spans"), None), *_signals()]),
    (
        Owner,
        [
            ((), Owner(None, None)),
            (told("of an organization"), Owner("o", None)),
            (told("of a resource"), Owner(None, "r")),
        ],
    ),
    (SignalQuery, list(_lists())),
    (Question, list(_questions())),
    (PercentileQuestion, list(_percentiles())),
    (Names, [((), Names("", None)), (told("the first"), Names("", 1))]),
    (
        DistinctQuestion,
        [
            ((), DistinctQuestion("service_name", SIGNALS, None)),
            (told("of one type"), DistinctQuestion("entity_name", SIGNALS, "agent")),
            (told("tags"), DistinctQuestion("tags", SIGNALS, None)),
        ],
    ),
]
"""By the kind of the argument."""
