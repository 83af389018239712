"""Bad questions about signals: refused on every backend alike, before any I/O."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    DateRange,
    FeedbackFilter,
    LogFilter,
    MetricFilter,
    ObservabilityStorage,
    OrderBy,
)
from pydantic import ValidationError

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    CallWith,
    grid,
    refused,
)
from mastra_storage_conformance.suites.values import nested

SignalCall: TypeAlias = Call[ObservabilityStorage]
SignalCallWith: TypeAlias = CallWith[ObservabilityStorage]

SUM: dict[str, Any] = {"name": "m", "aggregation": "sum"}
ASKING: dict[str, Callable[..., SignalCall]] = {
    "logs": lambda **x: lambda o: o.list_logs(**x),
    "metrics": lambda **x: lambda o: o.list_metrics(**x),
    "scores": lambda **x: lambda o: o.list_scores(**x),
    "feedback": lambda **x: lambda o: o.list_feedback(**x),
    "aggregate": lambda **x: lambda o: o.get_metric_aggregate(**{**SUM, **x}),
    "breakdown": lambda **x: (
        lambda o: o.get_metric_breakdown(**{**SUM, "group_by": ["model"], **x})
    ),
    "series": lambda **x: lambda o: o.get_metric_time_series(**{**SUM, "interval": "1h", **x}),
    "percentiles": lambda **x: (
        lambda o: o.get_metric_percentiles(
            **{"name": "m", "percentiles": [0.5], "interval": "1h", **x}
        )
    ),
    "of a scorer": lambda **x: (
        lambda o: o.get_score_aggregate(**{"scorer_id": "s", "aggregation": "sum", **x})
    ),
    "groups of scores": lambda **x: (
        lambda o: o.get_score_breakdown(
            **{"scorer_id": "s", "aggregation": "sum", "group_by": ["environment"], **x}
        )
    ),
    "of a type": lambda **x: (
        lambda o: o.get_feedback_aggregate(**{"feedback_type": "t", "aggregation": "sum", **x})
    ),
    "a score": lambda **x: lambda o: o.get_score_by_id(**{"score_id": "s", **x}),
    "label keys": lambda **x: lambda o: o.get_metric_label_keys(**{"metric_name": "m", **x}),
    "label values": lambda **x: (
        lambda o: o.get_metric_label_values(**{"metric_name": "m", "label_key": "l", **x})
    ),
    "names": lambda **x: lambda o: o.get_metric_names(**x),
    "entities": lambda **x: lambda o: o.get_entity_names(**x),
    "tags": lambda **x: lambda o: o.get_tags(**x),
}
"""A sound call of each method, but for the arguments that are given."""
LISTING = ["logs", "metrics", "scores", "feedback"]


def asking(methods: str | list[str], argument: str, *values: object) -> dict[str, SignalCall]:
    """Return a call of each method with each value of an argument."""

    def with_value(method: str) -> SignalCallWith:
        return lambda o, x: ASKING[method](**{argument: x})(o)

    named = [methods] if isinstance(methods, str) else methods
    calls = {f"{method} {argument}": with_value(method) for method in named}
    return grid(values, calls)


NAMELESS = (*BLANK, *NUL, *TOO_LONG, 5, None)
OF_NUMBERS = ["aggregate", "breakdown", "series", "percentiles"]
NAMES_OF_NOTHING = {
    **asking(OF_NUMBERS, "name", *NAMELESS, [], [None], ["a", ""], ["m"] * 0, {"a": 1}),
    **asking("of a scorer", "scorer_id", *NAMELESS),
    **asking("of a scorer", "score_source", *NAMELESS[:-1]),
    **asking("of a type", "feedback_type", *NAMELESS, ["a"]),
    **asking("a score", "score_id", *NAMELESS),
    **asking(["label keys", "label values"], "metric_name", *NAMELESS),
    **asking("label values", "label_key", *NAMELESS),
    **asking("names", "prefix", *NUL, *TOO_LONG, 5),
    **asking(["entities", "tags"], "entity_type", *NAMELESS[:-1]),
}
BAD_QUESTIONS = {
    **asking(OF_NUMBERS[:3], "aggregation", "", "SUM", None, 1, ["sum"], "count_distinct"),
    **asking(["of a scorer", "of a type"], "aggregation", "count_distinct", "rate"),
    **asking("aggregate", "distinct_column", "model", "value", "labels"),
    **asking("aggregate", "compare_period", "previous_year", "", 1),
    **asking(["series", "percentiles"], "interval", "", "2m", "1 h", 60, None),
    **asking("breakdown", "group_by", "", [], None, [""], [None], ["value"], ["timestamp"]),
    **asking(
        "breakdown", "group_by", ["labels"], ["tags"], ["metricId"], [f"l{n}" for n in range(9)]
    ),
    **asking("groups of scores", "group_by", ["kind"], ["score"], ["reason"], ["scoreId"]),
    **asking("breakdown", "limit", *NO_COUNT, 0, 1001),
    **asking("breakdown", "order_direction", "", "DESC", "up", None, 1),
    **asking("percentiles", "percentiles", [], None, "0.5", [0.5] * 101, [None], ["0.5"], [True]),
    **asking("percentiles", "percentiles", [-0.1], [1.1], [float("nan")], [10**400]),
}
SQL = OrderBy("timestamp; DROP TABLE mastra_threads")
PAGES_OF_SIGNALS = {
    **asking(LISTING, "page", *NO_COUNT),
    **asking(LISTING[:1], "per_page", *NO_COUNT),
    **asking(LISTING[:1], "include_total", None, 1),
    **asking(LISTING, "order_by", SQL, OrderBy("created_at"), "timestamp", None),
    **asking("logs", "order_by", OrderBy("score")),
    **asking("logs", "order_by", OrderBy("timestamp", "up")),  # type: ignore[arg-type] # on purpose
}


UNSOUND: dict[str, Any] = {
    "a number": {"trace_id": 5},
    "a NUL": {"user_id": "\0"},
    "no name": {"name": []},
    "an empty name": {"name": ["m", ""]},
    "too many traces": {"trace_ids": [f"{number}" for number in range(1001)]},
    "a tag": {"tags": "a"},
    "tags that are none": {"tags": [1]},
    "a path": {"metadata": {"a.b": 1}},
    "a prototype": {"metadata": {"__proto__": 1}},
    "too many levels": {"metadata": {"a": nested(201)}},
    "metadata that is none": {"metadata": ["a"]},
    "a label that is none": {"labels": {"a": 1}},
    "labels that are none": {"labels": ["a"]},
    "no dates": {"timestamp": (None, None)},
}


def unchecked(fields: dict[str, Any]) -> SignalCall:
    """Return a call with a filter that was not validated: whoever makes one may leave that out."""
    filters = MetricFilter.model_construct(**{**dict(MetricFilter()), **fields})
    return ASKING["metrics"](filters=filters)


BAD_FILTERS = {
    **asking("logs", "filters", {"level": "info"}, "info", None, MetricFilter()),
    **asking("metrics", "filters", LogFilter(), FeedbackFilter()),
    **{name: unchecked(fields) for name, fields in UNSOUND.items()},
}


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestBadQuestionsAboutSignals:
    """A bad argument is `InvalidInputError` that names it, in a few words."""

    @pytest.mark.parametrize(
        "calls",
        [NAMES_OF_NOTHING, BAD_QUESTIONS, PAGES_OF_SIGNALS, BAD_FILTERS],
        ids=["ids", "questions", "pages", "filters"],
    )
    async def test_they_are_refused(
        self, observability: ObservabilityStorage, calls: dict[str, SignalCall]
    ) -> None:
        """Many calls in one case, since none of them does any I/O."""
        for name, call in calls.items():
            try:
                await refused(call, observability)
            except BaseException as error:
                error.add_note(f"the call: {name}")
                raise

    @pytest.mark.parametrize("kind", [LogFilter, MetricFilter, FeedbackFilter])
    async def test_a_filter_knows_its_conditions(
        self, observability: ObservabilityStorage, kind: Any
    ) -> None:
        for unknown in ({"lable": "x"}, {"scorer": "x"}, {"timestamp": "today"}, {"tags": "a"}):
            with pytest.raises(ValidationError):
                kind(**unknown)

    async def test_a_period_before_all_time_is_nothing_to_compare_with(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        first = make.noon.replace(year=1, month=1, day=1)
        filters = MetricFilter(timestamp=DateRange(start=first, end=make.noon))

        await refused(
            ASKING["aggregate"](filters=filters, compare_period="previous_day"), observability
        )
