"""The tables of the observability domain, column by column and index by index as Mastra 1.71
creates them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from mastra_storage_core.domains.observability.kinds import BRANCH_TYPES
from mastra_storage_core.domains.observability.rows import TABLE
from mastra_storage_core.domains.observability.signals import Signal
from sqlalchemy import (
    Column,
    Index,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    literal_column,
    or_,
    select,
)
from sqlalchemy.sql import ColumnElement, FromClause

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.observability.signal_tables import (
    aged,
    at_first_use,
    signal_tables,
)
from mastra_storage_sql.schema import (
    MIRROR_IS_TRUTH,
    NAME_LENGTH,
    Unique,
    cut_name,
    hashed_name,
    index_prefix,
    sanitised,
    with_mirrors,
)
from mastra_storage_sql.tables import Additions, Aged, DomainTables, kept, only_where
from mastra_storage_sql.types import Flag, JsonAny, Utc

KEY = ("trace_id", "span_id")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ObservabilityTables(DomainTables):
    """The tables as one kind of database, and one schema in it, has them."""

    spans: Table
    signals: Mapping[Signal, Table]
    """Ours: logs, metrics, scores and feedback."""
    at_first_use: Mapping[Signal, Additions]
    """What `init` does not make: the tables of signals, each with its indexes."""

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.spans,)


@kept
def observability_tables(dialect: Dialect, schema: str | None = None) -> ObservabilityTables:
    """Declare the tables for a dialect, in a schema or in the default one."""
    columns, metadata = _span_columns(), MetaData(schema=schema)
    spans = Table(
        TABLE,
        metadata,
        *(with_mirrors(columns) if dialect.mirrors else columns),
        *([] if dialect.names_constraints else [UniqueConstraint("span_id", "trace_id")]),
        info={"key": ("traceId", "spanId")},
    )
    signals = signal_tables(metadata)
    needs = at_first_use(dialect, signals)
    return ObservabilityTables(
        dialect=dialect,
        spans=spans,
        signals=signals,
        at_first_use=needs,
        indexes=_ORIGINAL_INDEXES[dialect.layout](spans, index_prefix(schema)),
        uniques=(_primary(spans, schema),) if dialect.names_constraints else (),
        stamped=(spans,) if dialect.mirrors else (),
        additions=_additions(dialect, spans),
        pruning={"spans": _aged(dialect, spans), **aged(signals, needs)},
    )


def _span_columns() -> list[Column[Any]]:
    return [
        Column("traceId", Text, key="trace_id", nullable=False),
        Column("spanId", Text, key="span_id", nullable=False),
        Column("name", Text, nullable=False),
        Column("spanType", Text, key="span_type", nullable=False),
        Column("isEvent", Flag, key="is_event", nullable=False),
        Column("startedAt", Utc, key="started_at", nullable=False),
        Column("parentSpanId", Text, key="parent_span_id"),
        *_entities(),
        Column("userId", Text, key="user_id"),
        Column("organizationId", Text, key="organization_id"),
        Column("resourceId", Text, key="resource_id"),
        Column("runId", Text, key="run_id"),
        Column("sessionId", Text, key="session_id"),
        Column("threadId", Text, key="thread_id"),
        Column("requestId", Text, key="request_id"),
        Column("environment", Text),
        Column("serviceName", Text, key="service_name"),
        Column("scope", JsonAny),
        Column("entityVersionId", Text, key="entity_version_id"),
        Column("parentEntityVersionId", Text, key="parent_entity_version_id"),
        Column("rootEntityVersionId", Text, key="root_entity_version_id"),
        Column("experimentId", Text, key="experiment_id"),
        Column("source", Text),
        Column("metadata", JsonAny),
        Column("tags", JsonAny),
        Column("attributes", JsonAny),
        Column("links", JsonAny),
        Column("input", JsonAny),
        Column("output", JsonAny),
        Column("error", JsonAny),
        Column("endedAt", Utc, key="ended_at"),
        Column("requestContext", JsonAny, key="request_context"),
        # The trigger of the original fills these with local time, and the mirrors with the right
        # one.
        Column("createdAt", Utc, key="created_at", nullable=False, info=MIRROR_IS_TRUTH),
        Column("updatedAt", Utc, key="updated_at", info=MIRROR_IS_TRUTH),
    ]


def _entities() -> list[Column[Any]]:
    return [
        Column("entityType", Text, key="entity_type"),
        Column("entityId", Text, key="entity_id"),
        Column("entityName", Text, key="entity_name"),
        Column("parentEntityType", Text, key="parent_entity_type"),
        Column("parentEntityId", Text, key="parent_entity_id"),
        Column("parentEntityName", Text, key="parent_entity_name"),
        Column("rootEntityType", Text, key="root_entity_type"),
        Column("rootEntityId", Text, key="root_entity_id"),
        Column("rootEntityName", Text, key="root_entity_name"),
    ]


def _primary(spans: Table, schema: str | None) -> Unique:
    """Name the primary key as the original does, unless nothing of the table is left of that name:
    then its own init takes a constraint of another table for it, and makes none.
    """
    whole = f"{sanitised(schema or 'public')}_{TABLE}_traceid_spanid_pk".lower()
    name = cut_name(whole)
    if TABLE not in name:
        name = hashed_name(whole)
    return Unique(spans, name, ("traceId", "spanId"), primary=True)


Indexes: TypeAlias = Callable[[Table, str], tuple[Index, ...]]


def _sqlite_indexes(spans: Table, prefix: str) -> tuple[Index, ...]:
    c = spans.c
    return (
        Index(f"{TABLE}_spanid_traceid_idx", c.span_id, c.trace_id, unique=True),
        Index(
            f"{TABLE}_roots_started_at_idx",
            c.started_at.desc(),
            sqlite_where=c.parent_span_id.is_(None),
        ),
        Index(f"{TABLE}_trace_started_at_idx", c.trace_id, c.started_at),
    )


def _postgres_indexes(spans: Table, prefix: str) -> tuple[Index, ...]:
    c, stem = spans.c, f"{prefix}{TABLE}"

    def index(name: str, *columns: Any, **options: Any) -> Index:
        return Index(f"{stem}_{name}"[:NAME_LENGTH], *columns, **options)

    roots = c.parent_span_id.is_(None)
    return (
        index("traceid_startedat_idx", c.trace_id, c.started_at.desc()),
        index("parentspanid_startedat_idx", c.parent_span_id, c.started_at.desc()),
        index("name_idx", c.name),
        index("spantype_startedat_idx", c.span_type, c.started_at.desc()),
        index("root_spans_idx", c.started_at.desc(), postgresql_where=roots),
        index("entitytype_entityid_idx", c.entity_type, c.entity_id),
        index("entitytype_entityname_idx", c.entity_type, c.entity_name),
        index("orgid_userid_idx", c.organization_id, c.user_id),
        index("metadata_gin_idx", c.metadata, postgresql_using="gin"),
        index("tags_gin_idx", c.tags, postgresql_using="gin"),
    )


_ORIGINAL_INDEXES: dict[str, Indexes] = {
    "sqlite": _sqlite_indexes,
    "postgresql": _postgres_indexes,
}
"""What the original creates, by the layout of the dialect."""


def anchors(spans: FromClause) -> ColumnElement[bool]:
    """Whether a span anchors a branch."""
    words: list[ColumnElement[str]] = [literal_column(f"'{word}'") for word in sorted(BRANCH_TYPES)]
    return spans.c.span_type.in_(words)


def is_root(spans: FromClause) -> ColumnElement[bool]:
    """Whether a span has no parent."""
    return spans.c.parent_span_id.is_(None)


NARROW = (
    "organization_id",
    "user_id",
    "resource_id",
    "thread_id",
    "run_id",
    "session_id",
    "request_id",
    "entity_id",
    "entity_name",
    "experiment_id",
)
"""Fields by which a list of traces may find a few among millions. Others have few values: a walk
from the newest on soon has a page of them.
"""


def _additions(dialect: Dialect, spans: Table) -> tuple[Index, ...]:
    """Declare our indexes. They are of roots and of anchors, one span in twenty and in four, so
    that spans are not slower to come in.
    """

    def of(where: ColumnElement[bool], name: str, *columns: ColumnElement[Any]) -> Index:
        return Index(f"mastra_py_spans_{name}_idx", *columns, **only_where(dialect, where))

    root, ids = is_root(spans), [dialect.exact(spans.c[name]) for name in KEY]
    return (
        # Whether a root is the first of its trace is asked for each that a list passes.
        of(root, "root_trace", spans.c.trace_id, spans.c.started_at, ids[1]),
        # Down to the ids, since traces that have not ended may be many, and are equal without.
        of(root, "root_ended", dialect.absent_last(spans.c.ended_at), *ids),
        *(of(root, f"root_{name}", spans.c[name], spans.c.started_at) for name in NARROW),
        of(anchors(spans), "anchor_started", spans.c.started_at),
    )


def _aged(dialect: Dialect, spans: Table) -> Aged:
    """Traces by the span that started last, which stands for all of its trace."""
    started, later = dialect.anchor(spans.c.started_at), spans.alias("later")
    last = and_(
        later.c.trace_id == spans.c.trace_id,
        or_(
            later.c.started_at > spans.c.started_at,
            and_(
                later.c.started_at == spans.c.started_at,
                dialect.exact(later.c.span_id) > dialect.exact(spans.c.span_id),
            ),
        ),
    )
    return Aged(
        table=spans,
        key=(spans.c.trace_id,),
        at=started,
        needs=Additions(
            dialect=dialect, additions=(Index("mastra_py_spans_started_idx", started),)
        ),
        may_go=~exists(select(literal_column("1")).select_from(later).where(last)),
    )
