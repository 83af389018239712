"""The tables of the memory domain, column by column and index by index as Mastra 1.71 creates them.

What is ours, and not the original's, is in `additions` and in `pruning`: indexes only, whose names
begin with `mastra_py_`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, literal_column
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.schema import MIRROR_IS_TRUTH, NAME_LENGTH, index_prefix, with_mirrors
from mastra_storage_sql.tables import Additions, Aged, DomainTables, kept, only_where
from mastra_storage_sql.types import Flag, Json, JsonText, Utc


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MemoryTables(DomainTables):
    """The tables as one kind of database, and one schema in it, has them."""

    threads: Table
    messages: Table
    resources: Table
    observations: Table

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.threads, self.messages, self.resources, self.observations)


@kept
def memory_tables(dialect: Dialect, schema: str | None = None) -> MemoryTables:
    """Declare the tables for a dialect, in a schema or in the default one."""
    metadata = MetaData(schema=schema)

    def table(name: str, columns: list[Column[Any]]) -> Table:
        return Table(name, metadata, *(with_mirrors(columns) if dialect.mirrors else columns))

    threads = table("mastra_threads", _thread_columns())
    messages = table("mastra_messages", _message_columns())
    resources = table("mastra_resources", _resource_columns())
    observations = table("mastra_observational_memory", _observation_columns())
    additions = _additions(dialect, threads, messages)
    return MemoryTables(
        dialect=dialect,
        threads=threads,
        messages=messages,
        resources=resources,
        observations=observations,
        indexes=_ORIGINAL_INDEXES[dialect.layout](threads, messages, index_prefix(schema)),
        required=(Index("idx_om_lookup_key", observations.c.lookup_key),),
        additions=additions,
        pruning={
            "threads": _aged_threads(dialect, threads, additions),
            "messages": _aged_messages(dialect, messages),
            "resources": _aged_resources(dialect, resources),
        },
    )


def _id() -> Column[Any]:
    return Column("id", Text, primary_key=True, nullable=False)


def _created_at() -> Column[Any]:
    return Column("createdAt", Utc, key="created_at", nullable=False)


def _updated_at() -> Column[Any]:
    return Column("updatedAt", Utc, key="updated_at", nullable=False, info=MIRROR_IS_TRUTH)


def _thread_columns() -> list[Column[Any]]:
    return [
        _id(),
        Column("resourceId", Text, key="resource_id", nullable=False),
        Column("title", Text, nullable=False),
        Column("metadata", Json),
        _created_at(),
        _updated_at(),
    ]


def _message_columns() -> list[Column[Any]]:
    return [
        _id(),
        Column("thread_id", Text, nullable=False),
        Column("content", Text, nullable=False),
        Column("role", Text, nullable=False),
        Column("type", Text, nullable=False),
        _created_at(),
        Column("resourceId", Text, key="resource_id"),
    ]


def _resource_columns() -> list[Column[Any]]:
    return [
        _id(),
        Column("workingMemory", Text, key="working_memory"),
        Column("metadata", Json),
        _created_at(),
        _updated_at(),
    ]


def _observation_columns() -> list[Column[Any]]:
    return [
        _id(),
        Column("lookupKey", Text, key="lookup_key", nullable=False),
        Column("scope", Text, nullable=False),
        Column("resourceId", Text, key="resource_id"),
        Column("threadId", Text, key="thread_id"),
        Column("activeObservations", Text, key="active_observations", nullable=False),
        Column("activeObservationsPendingUpdate", Text, key="active_observations_pending_update"),
        Column("originType", Text, key="origin_type", nullable=False),
        Column("config", JsonText, nullable=False),
        Column("generationCount", Integer, key="generation_count", nullable=False),
        Column("lastObservedAt", Utc, key="last_observed_at"),
        Column("lastReflectionAt", Utc, key="last_reflection_at"),
        Column("pendingMessageTokens", Integer, key="pending_message_tokens", nullable=False),
        Column("totalTokensObserved", Integer, key="total_tokens_observed", nullable=False),
        Column("observationTokenCount", Integer, key="observation_token_count", nullable=False),
        Column("isObserving", Flag, key="is_observing", nullable=False),
        Column("isReflecting", Flag, key="is_reflecting", nullable=False),
        Column("observedMessageIds", Json, key="observed_message_ids"),
        Column("observedTimezone", Text, key="observed_timezone"),
        Column("bufferedObservations", Text, key="buffered_observations"),
        Column("bufferedObservationTokens", Integer, key="buffered_observation_tokens"),
        Column("bufferedMessageIds", Json, key="buffered_message_ids"),
        Column("bufferedReflection", Text, key="buffered_reflection"),
        Column("bufferedReflectionTokens", Integer, key="buffered_reflection_tokens"),
        Column("bufferedReflectionInputTokens", Integer, key="buffered_reflection_input_tokens"),
        Column("reflectedObservationLineCount", Integer, key="reflected_observation_line_count"),
        Column("bufferedObservationChunks", Json, key="buffered_observation_chunks"),
        Column("isBufferingObservation", Flag, key="is_buffering_observation", nullable=False),
        Column("isBufferingReflection", Flag, key="is_buffering_reflection", nullable=False),
        Column("lastBufferedAtTokens", Integer, key="last_buffered_at_tokens", nullable=False),
        Column("lastBufferedAtTime", Utc, key="last_buffered_at_time"),
        Column("metadata", Json),
        _created_at(),
        _updated_at(),
    ]


Indexes: TypeAlias = Callable[[Table, Table, str], tuple[Index, ...]]


def _sqlite_indexes(threads: Table, messages: Table, prefix: str) -> tuple[Index, ...]:
    of = messages.c
    return (
        Index("idx_messages_thread_created_at", of.thread_id, of.created_at),
        Index(
            "idx_messages_thread_resource_created_at", of.thread_id, of.resource_id, of.created_at
        ),
    )


def _postgres_indexes(threads: Table, messages: Table, prefix: str) -> tuple[Index, ...]:
    return (
        Index(
            f"{prefix}mastra_threads_resourceid_createdat_idx"[:NAME_LENGTH],
            threads.c.resource_id,
            threads.c.created_at.desc(),
        ),
        Index(
            f"{prefix}mastra_messages_thread_id_createdat_idx"[:NAME_LENGTH],
            messages.c.thread_id,
            messages.c.created_at.desc(),
        ),
    )


_ORIGINAL_INDEXES: dict[str, Indexes] = {
    "sqlite": _sqlite_indexes,
    "postgresql": _postgres_indexes,
}
"""What the original creates, by the layout of the dialect."""


def _additions(dialect: Dialect, threads: Table, messages: Table) -> tuple[Index, ...]:
    """Declare our indexes: threads by either time, of a resource and of all; messages of a
    resource; hidden messages.

    The last two are partial, so that counting what is shown is counting an index twice, and not
    reading each row's role.
    """
    created, updated = (dialect.instant(threads, key) for key in ("created_at", "updated_at"))
    last = dialect.exact(threads.c.id)
    said = messages.c
    return (
        Index("mastra_py_threads_resource_created_idx", threads.c.resource_id, created, last),
        Index("mastra_py_threads_resource_updated_idx", threads.c.resource_id, updated, last),
        Index("mastra_py_threads_created_idx", created, last),
        Index("mastra_py_threads_updated_idx", updated, last),
        Index("mastra_py_messages_resource_idx", said.resource_id, said.created_at),
        _partial(dialect, "mastra_py_messages_hidden_idx", said.thread_id, said),
        _partial(dialect, "mastra_py_messages_resource_hidden_idx", said.resource_id, said),
    )


def _partial(dialect: Dialect, name: str, leading: Column[Any], said: Any) -> Index:
    hidden = said.role == literal_column("'system'")
    return Index(name, leading, said.created_at, **only_where(dialect, hidden))


def _aged_threads(dialect: Dialect, threads: Table, additions: tuple[Index, ...]) -> Aged:
    """Threads have an index by their last update already."""
    (index,) = (each for each in additions if each.name == "mastra_py_threads_updated_idx")
    return _aged(dialect, threads, dialect.instant(threads, "updated_at"), index)


def _aged_messages(dialect: Dialect, messages: Table) -> Aged:
    created = dialect.anchor(messages.c.created_at)
    index = Index("mastra_py_messages_created_idx", created)
    return _aged(dialect, messages, created, index)


def _aged_resources(dialect: Dialect, resources: Table) -> Aged:
    updated = dialect.instant(resources, "updated_at")
    index = Index("mastra_py_resources_updated_idx", updated, dialect.exact(resources.c.id))
    return _aged(dialect, resources, updated, index)


def _aged(dialect: Dialect, table: Table, at: ColumnElement[Any], index: Index) -> Aged:
    return Aged(table, (table.c.id,), at, Additions(dialect=dialect, additions=(index,)))
