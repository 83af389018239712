"""Every statement of every domain, in every shape that the domain can ask for. Data for the tests
of this folder.

The classes that build statements are walked, and each argument takes each of its choices, so that
a statement cannot be forgotten. An argument of a kind that has no choices here is an error.
"""

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import cache, partial
from itertools import product
from typing import Any, NamedTuple

import every_signal
import versioned_choices
from mastra_storage_core.domains.datasets.requests import (
    DatasetQuery,
    ItemQuery,
    Scope,
    VersionQuery,
)
from mastra_storage_core.domains.experiments.requests import ExperimentQuery, ResultQuery
from mastra_storage_core.domains.memory.requests import (
    CopyRequest,
    GenerationQuery,
    MessageQuery,
    ThreadQuery,
)
from mastra_storage_core.domains.observability.requests import SpanQuery
from mastra_storage_core.domains.scores.requests import EvalQuery, ScoreQuery, TraceQuery
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_core.domains.workflows.requests import RunQuery
from mastra_storage_core.ids import now
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import CREATED_AT_ASC, CREATED_AT_DESC, OrderBy, PageRequest
from mastra_storage_libsql.dialect import SQLITE_WITH_JSONB
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_pg.domains.memory import VECTOR_TABLES, _delete_vectors
from mastra_storage_sql import (
    Dialect,
    Statement,
    dataset_statements,
    experiment_statements,
    favorite_statements,
    memory_statements,
    observability_statements,
    score_statements,
    versioned_statements,
    workflow_statements,
)
from mastra_storage_sql.domain import DomainStatements
from trace_queries import CHANGES as SPAN_CHANGES, span_queries

DIALECTS: dict[str, Dialect] = {each.name: each for each in (SQLITE_WITH_JSONB, POSTGRES)}
DOMAINS: dict[str, Callable[..., Any]] = {
    "memory": memory_statements,
    "workflows": workflow_statements,
    "datasets": dataset_statements,
    "experiments": experiment_statements,
    "observability": observability_statements,
    "scores": score_statements,
    **{each.domain: partial(versioned_statements, each.kind) for each in EVERY},
    "favorites": favorite_statements,
}
ALIKE = {each.domain for each in EVERY} - {"agents"}
"""The kinds whose statements are those of agents, with other names and other columns."""
NOW = now()


class Choice(NamedTuple):
    """A value of an argument, and what a reader calls it: nothing, if it is the usual one."""

    labels: tuple[str, ...]
    value: Any


class Shape(NamedTuple):
    labels: tuple[str, ...]
    """How it differs from the usual shape."""
    statement: Statement


@dataclass
class Family:
    """A statement in all of its shapes, each text once."""

    name: str
    doc: str
    shapes: list[Shape] = field(default_factory=list)


def usually(value: Any) -> Choice:
    return Choice((), value)


def or_else(label: str, value: Any) -> Choice:
    return Choice((label,), value)


STARTS = [
    usually({}),
    or_else("from a time", {"start": NOW}),
    or_else("after a time", {"start": NOW, "start_exclusive": True}),
]
ENDS = [
    usually({}),
    or_else("up to a time", {"end": NOW}),
    or_else("before a time", {"end": NOW, "end_exclusive": True}),
]
PAGES = [
    usually(PageRequest(0, 40, include_total=True)),
    or_else("a later page", PageRequest(1, 40, include_total=True)),
    or_else("without total", PageRequest(0, 40, include_total=False)),
    or_else("everything", PageRequest(0, None, include_total=True)),
]
WHOSE = [
    usually((("thread",), None)),
    or_else("of one owner", (("thread",), "owner")),
    or_else("several threads", (("thread", "other"), None)),
    or_else("several threads of one owner", (("thread", "other"), "owner")),
    or_else("all threads of one owner", (None, "owner")),
]
FILTERS = [usually({}), or_else("filtered by metadata", {"key": "value"})]

OBSERVED = {
    "active_observations",
    "last_observed_at",
    "observation_token_count",
    "pending_message_tokens",
}
CHANGES: list[set[str]] = [
    {"is_observing"},
    {"is_reflecting"},
    {"is_buffering_observation"},
    {"is_buffering_observation", "last_buffered_at_tokens"},
    {"is_buffering_reflection"},
    {"pending_message_tokens"},
    {"config"},
    OBSERVED | {"total_tokens_observed"},
    OBSERVED | {"total_tokens_observed", "observed_message_ids"},
    OBSERVED | {"total_tokens_observed", "observed_timezone"},
    OBSERVED | {"total_tokens_observed", "observed_message_ids", "observed_timezone"},
    OBSERVED | {"buffered_observation_chunks"},
    {"buffered_observation_chunks"},
    {"buffered_observation_chunks", "last_buffered_at_time"},
    {
        "buffered_reflection",
        "buffered_reflection_tokens",
        "buffered_reflection_input_tokens",
        "reflected_observation_line_count",
    },
]
"""The sets of columns that the methods of observational memory change, beside `updated_at`."""


SCOPES = [
    usually(Scope()),
    or_else("of one project", Scope("organization", "project")),
    or_else("of one organization", Scope("organization")),
]
ORDERS_OF_ITEMS = [
    usually(CREATED_AT_DESC),
    or_else("oldest first", CREATED_AT_ASC),
    or_else("last updated first", OrderBy("updated_at", "desc")),
]
ORDERS_OF_DATASETS = [*ORDERS_OF_ITEMS, or_else("by name", OrderBy("name", "asc"))]
_ANY_COLUMNS = [
    or_else("nothing", frozenset[str]()),
    or_else("metadata", frozenset({"metadata"})),
]
CHANGES_OF: dict[str, list[Choice]] = {
    "DatasetTopicStatements": [
        *_ANY_COLUMNS,
        or_else("input schema", frozenset({"input_schema"})),
    ],
    "ChangeStatements": _ANY_COLUMNS,
    "ExperimentTopicStatements": [
        *_ANY_COLUMNS,
        or_else("times", frozenset({"status", "started_at", "completed_at"})),
    ],
    "ResultStatements": [
        or_else("status", frozenset({"status"})),
        or_else("a review", frozenset({"status", "tags", "comment"})),
    ],
}
"""Any set of columns may be replaced; these show how."""


@cache
def families(dialect: Dialect, schema: str | None = None) -> list[Family]:
    """Return all statements, in the order in which the code has them."""
    found = [
        _family(name, method, topic)
        for make in DOMAINS.values()
        for topic in _topics(make(dialect, schema))
        for name, method in vars(type(topic)).items()
        if not name.startswith("_") and callable(method)
    ]
    if dialect is POSTGRES:
        found += _of_vectors(schema)
    return [family for family in found if family.shapes]


def different(dialect: Dialect) -> list[Family]:
    """Return all statements but those that are like the ones of agents."""
    return [each for each in families(dialect) if each.name.partition(".")[0] not in ALIKE]


def statements(dialect: Dialect, schema: str | None = None) -> list[Statement]:
    """Return all statements in all shapes."""
    return [shape.statement for family in families(dialect, schema) for shape in family.shapes]


def _topics(sql: Any) -> list[DomainStatements[Any]]:
    found = (getattr(sql, field.name) for field in fields(sql))
    return [each for each in found if isinstance(each, DomainStatements)]


def _family(name: str, method: Callable[..., Statement], topic: DomainStatements[Any]) -> Family:
    family = Family(f"{topic.domain}.{name}", inspect.getdoc(method) or "")
    _, *arguments = inspect.signature(method).parameters.values()
    seen: set[str] = set()
    for labels, values in _combined(*(_choices(name, each, topic) for each in arguments)):
        named = {each.name: value for each, value in zip(arguments, values, strict=True)}
        statement = method(topic, **named)
        if statement.sql not in seen:
            seen.add(statement.sql)
            family.shapes.append(Shape(labels, statement))
    return family


def _choices(name: str, argument: inspect.Parameter, topic: DomainStatements[Any]) -> list[Choice]:
    kind = argument.annotation
    if kind is bool:
        return [usually(False), or_else(argument.name.replace("_", " "), True)]
    if kind is MessageQuery:
        return list(_message_queries(name, topic.dialect))
    if kind is ThreadQuery:
        return list(_thread_queries())
    if kind is CopyRequest:
        return list(_copy_requests())
    if kind is RunQuery:
        return list(_run_queries())
    if kind is Scope:
        return list(SCOPES)
    if kind is DatasetQuery:
        return list(_dataset_queries())
    if kind is ItemQuery:
        return list(_item_queries())
    if kind is ExperimentQuery:
        return list(_experiment_queries())
    if kind is ResultQuery:
        return list(_result_queries())
    if kind is VersionQuery:
        return [
            Choice(labels, VersionQuery("dataset", page)) for labels, (page,) in _combined(PAGES)
        ]
    if kind is SpanQuery:
        return [Choice(*each) for each in span_queries(PAGES)]
    if kind == Collection[str]:
        first, *others = SPAN_CHANGES
        return [usually(first), *(Choice(each, each) for each in others)]
    if kind is ScoreQuery:
        return list(_score_queries())
    if kind is EvalQuery:
        return list(_eval_queries())
    if kind is TraceQuery:
        return list(_trace_queries())
    if kind in versioned_choices.KINDS:
        return [Choice(*each) for each in versioned_choices.of(kind, topic.tables.kind)]
    if kind is GenerationQuery:
        return list(_generation_queries())
    if kind == frozenset[str]:
        return list(_changes(topic))
    if kind is str:
        first, *others = topic.tables.pruning
        return [usually(first), *(or_else(table, table) for table in others)]
    for known, choices in every_signal.CHOICES:
        if kind == known:
            return [Choice(*each) for each in choices]
    raise TypeError(f"{name} has an argument {argument.name!r} of a kind without choices")


def _combined(*axes: Iterable[Choice]) -> Iterator[tuple[tuple[str, ...], tuple[Any, ...]]]:
    for combination in product(*axes):
        labels = tuple(label for choice in combination for label in choice.labels)
        yield labels, tuple(choice.value for choice in combination)


def _message_queries(name: str, dialect: Dialect) -> Iterator[Choice]:
    if name == "candidates" and dialect.filters_content:
        return  # Filtered by Python where the database cannot, and never elsewhere.
    filters = FILTERS if dialect.filters_content else FILTERS[:1]
    system = [usually(False), or_else("include system", True)]
    orders = [usually(CREATED_AT_ASC), or_else("newest first", CREATED_AT_DESC)]
    for labels, values in _combined(WHOSE, STARTS, ENDS, filters, system, orders, PAGES):
        (threads, owner), start, end, *rest = values
        yield Choice(labels, MessageQuery(threads, owner, DateRange(**start, **end), *rest))


def _thread_queries() -> Iterator[Choice]:
    owners = [usually("owner"), or_else("of all owners", None)]
    orders = [
        usually(CREATED_AT_DESC),
        or_else("oldest first", CREATED_AT_ASC),
        or_else("last updated first", OrderBy("updated_at", "desc")),
        or_else("last updated last", OrderBy("updated_at", "asc")),
    ]
    for labels, values in _combined(owners, FILTERS, orders, PAGES):
        yield Choice(labels, ThreadQuery(*values))


def _copy_requests() -> Iterator[Choice]:
    chosen = [usually(()), or_else("of some ids", ("message",))]
    limits = [usually(None), or_else("the newest", 10)]
    for labels, (start, end, ids, newest) in _combined(STARTS, ENDS, chosen, limits):
        dates = DateRange(**start, **end)
        request = CopyRequest("source", None, "copy", None, None, {}, dates, ids, newest, NOW)
        yield Choice(labels, request)


def _run_queries() -> Iterator[Choice]:
    asked = [
        [usually("workflow"), or_else("of all workflows", None)],
        [usually(None), or_else("of one owner", "owner")],
        [usually(None), or_else("of one status", "running")],
        [usually(None), or_else("of one thread", "thread")],
    ]
    for labels, values in _combined(*asked, STARTS[:2], ENDS[:2], PAGES):
        workflow, owner, status, thread, start, end, page = values
        dates = DateRange(**start, **end)
        yield Choice(labels, RunQuery(workflow, owner, status, thread, dates, page))


def _dataset_queries() -> Iterator[Choice]:
    asked = [
        [usually(None), or_else("of a candidate", "candidate")],
        [usually(None), or_else("for agents", "agent")],
        [usually(()), or_else("with targets", ("target",))],
        [usually(None), or_else("of a name", "name")],
    ]
    for labels, values in _combined(SCOPES[:2], *asked, ORDERS_OF_DATASETS, PAGES):
        scope, candidate, kind, targets, name, order, page = values
        yield Choice(
            labels, DatasetQuery(scope, candidate, candidate, kind, targets, name, order, page)
        )


def _item_queries() -> Iterator[Choice]:
    versions = [usually(None), or_else("at a version", 1)]
    searches = [usually(None), or_else("with a text", "text")]
    for labels, values in _combined(versions, searches, SCOPES[:2], ORDERS_OF_ITEMS, PAGES):
        version, search, scope, order, page = values
        yield Choice(labels, ItemQuery("dataset", version, search, scope, order, page))
    for labels, (version,) in _combined(versions):
        page = PageRequest(0, 500, include_total=False)
        after = (NOW, "item")
        query = ItemQuery("dataset", version, None, Scope(), CREATED_AT_ASC, page, after)
        yield Choice((*labels, "behind another"), query)


def _experiment_queries() -> Iterator[Choice]:
    everything = dict.fromkeys(("experiment_set_id", "comparison_id", "variant_id"), "one")
    asked: list[Choice] = [
        usually({}),
        or_else("on a data set", {"dataset_id": "dataset"}),
        or_else("of a set", {"experiment_set_id": "set"}),
        or_else("of a status", {"status": "running"}),
        or_else("of a trial", {**everything, "trial_index": 0}),
    ]
    by_status = or_else("by status", OrderBy("status", "asc"))
    orders = [*ORDERS_OF_ITEMS[:2], by_status]
    for labels, values in _combined(SCOPES[:2], asked, orders, PAGES):
        yield Choice(labels, ExperimentQuery(*values))


def _result_queries() -> Iterator[Choice]:
    traces = [usually(None), or_else("of a trace", "trace")]
    states = [usually(None), or_else("of a status", "reviewed")]
    tags = [usually(()), or_else("with tags", ("tag",))]
    orders = [
        usually(OrderBy("started_at", "asc")),
        or_else("last begun first", OrderBy("started_at", "desc")),
        or_else("first made first", OrderBy("created_at", "asc")),
    ]
    for labels, values in _combined(SCOPES[:2], traces, states, orders, PAGES, tags):
        yield Choice(labels, ResultQuery("experiment", *values))


def _score_queries() -> Iterator[Choice]:
    whose = [
        usually({"scorer_id": "scorer"}),
        or_else("of a run", {"run_id": "run"}),
        or_else("of an entity", {"entity_id": "entity", "entity_type": "AGENT"}),
        or_else("of a span", {"trace_id": "trace", "span_id": "span"}),
    ]
    narrowed = [
        [usually({}), or_else(f"of one {name.removesuffix('_id')}", {name: "x"})]
        for name in ("entity_id", "entity_type", "source", "organization_id", "project_id")
    ]
    orders = [usually(CREATED_AT_DESC), or_else("oldest first", CREATED_AT_ASC)]
    for labels, values in _combined(whose, *narrowed, orders, PAGES):
        about, entity, kind, source, organization, project, order, page = values
        if "scorer_id" in about or not (entity or kind or source):
            wanted = {**about, **entity, **kind, **source, **organization, **project}
            yield Choice(labels, ScoreQuery(wanted, order, page))


def _eval_queries() -> Iterator[Choice]:
    agents = [usually("agent"), or_else("of all agents", None)]
    kinds = [usually(None), or_else("tests", True), or_else("live ones", False)]
    orders = [usually(CREATED_AT_DESC), or_else("oldest first", CREATED_AT_ASC)]
    for labels, values in _combined(agents, kinds, STARTS[:2], ENDS[:2], orders, PAGES):
        agent, tests, start, end, order, page = values
        yield Choice(labels, EvalQuery(agent, tests, DateRange(**start, **end), order, page))


def _trace_queries() -> Iterator[Choice]:
    asked: list[list[Choice]] = [
        [usually(None), or_else("of some names", "agent.")],
        [usually(None), or_else("of one scope", "scope")],
        [usually({}), or_else("with attributes", {"key": "value"})],
    ]
    for labels, values in _combined(*asked, STARTS[:2], ENDS[:2], PAGES):
        name, scope, attributes, start, end, page = values
        dates = DateRange(**start, **end)
        yield Choice(labels, TraceQuery(name, scope, attributes, dates, page))


def _generation_queries() -> Iterator[Choice]:
    limits = [usually(1), or_else("everything", None)]
    for labels, (start, end, limit) in _combined(STARTS[:2], ENDS[:2], limits):
        yield Choice(labels, GenerationQuery("key", limit, 0, DateRange(**start, **end)))


def _changes(topic: DomainStatements[Any]) -> Iterator[Choice]:
    if type(topic).__name__ in CHANGES_OF:
        yield from CHANGES_OF[type(topic).__name__]
        return
    columns = topic.tables.observations.c
    for keys in CHANGES:
        changed = tuple(column.name for column in columns if column.key in keys)
        yield Choice(changed, frozenset([*changed, columns.updated_at.name]))


def _of_vectors(schema: str | None) -> list[Family]:
    return [
        Family(name, doc, [Shape((), statement)])
        for name, doc, statement in (
            (VECTOR_TABLES.name, "The tables that may hold vectors of messages.", VECTOR_TABLES),
            (
                "memory.delete_vectors",
                "Delete the vectors of the messages of threads, in each of these tables.",
                _delete_vectors("memory_messages", schema),
            ),
        )
    ]
