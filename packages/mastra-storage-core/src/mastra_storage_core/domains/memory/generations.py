"""Generations of observational memory: what finds, starts, changes and deletes records.

The public methods of the records as such, their checks, and what a backend implements beneath
them. What observers and reflectors do with a record is in `observational`.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal, TypeVar

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.memory.activation import merged_config
from mastra_storage_core.domains.memory.models import ObservationalMemory
from mastra_storage_core.domains.memory.records import check_record, first_id, lookup_key, tokens
from mastra_storage_core.domains.memory.requests import (
    ChangeRecord,
    GenerationQuery,
    RecordChange,
    Row,
)
from mastra_storage_core.domains.memory.rows import read_records
from mastra_storage_core.errors import ConflictError, InvalidInputError, NotFoundError, named
from mastra_storage_core.ids import now
from mastra_storage_core.model import DateRange

T = TypeVar("T")

ALWAYS = DateRange()


class GenerationStorage(StorageDomain):
    """Records of observational memory, one for each generation of a thread or of a resource.

    Records of a thread are found by its id; `resource_id` beside it is a guard, and records of
    another resource are as absent as ones that never existed. Without a thread, `resource_id` names
    the resource's own records. Methods that change a record do so in one atomic step, and raise
    `NotFoundError` for an unknown one. Numbers of tokens are whole: fractions are rounded half up
    as they come in, and counters stay below 2^31.
    """

    @operation
    async def get_observational_memory(
        self, thread_id: str | None = None, *, resource_id: str | None = None
    ) -> ObservationalMemory | None:
        """Return the newest generation, or `None`."""
        found = await self._generations(thread_id, resource_id, limit=1)
        return found[0] if found else None

    @operation
    async def get_observational_memory_history(
        self,
        thread_id: str | None = None,
        *,
        resource_id: str | None = None,
        limit: int | None = 10,
        date_range: DateRange = ALWAYS,
        offset: int = 0,
    ) -> list[ObservationalMemory]:
        """Return generations, newest first; `limit=None` is everything.

        `date_range` is about `created_at`.
        """
        (dates,) = checks.instances([date_range], DateRange, "date_range")
        limit = None if limit is None else checks.count(limit, "limit")
        skip = checks.count(offset, "offset")
        return await self._generations(thread_id, resource_id, limit, skip, dates)

    @operation
    async def initialize_observational_memory(
        self,
        *,
        thread_id: str | None = None,
        resource_id: str,
        scope: Literal["thread", "resource"],
        config: Mapping[str, Any],
        observed_timezone: str | None = None,
    ) -> ObservationalMemory:
        """Insert the first generation and return it; where there are some, return the newest.

        Of concurrent calls one inserts, and all return its record. `ConflictError` where the
        thread's records belong to another resource.
        """
        if scope not in ("thread", "resource"):
            raise InvalidInputError("scope must be 'thread' or 'resource'")
        key = _key(thread_id, checks.identifier(resource_id, "resource_id"))
        record = ObservationalMemory(
            id=first_id(key),
            scope=scope,
            thread_id=thread_id,
            resource_id=resource_id,
            config=self._object(config, "config"),
            observed_timezone=self._optional_text(observed_timezone, "observed_timezone"),
        )
        newest = await self._first_or_newest(record, key)
        if newest.resource_id != resource_id:
            raise ConflictError(f"the records of {named(key)} belong to another resource")
        return newest

    @operation
    async def insert_observational_memory_record(self, record: ObservationalMemory) -> None:
        """Insert a whole record as it is given; an id that exists is `ConflictError`."""
        await self._insert_record(check_record(record, self._limits.max_json_bytes))

    @operation
    async def set_reflecting_flag(self, record_id: str, is_reflecting: bool) -> None:
        """Say whether a reflection is under way."""
        await self._set(record_id, is_reflecting=checks.flag(is_reflecting, "is_reflecting"))

    @operation
    async def set_observing_flag(self, record_id: str, is_observing: bool) -> None:
        """Say whether an observation is under way."""
        await self._set(record_id, is_observing=checks.flag(is_observing, "is_observing"))

    @operation
    async def set_buffering_observation_flag(
        self, record_id: str, is_buffering: bool, *, last_buffered_at_tokens: float | None = None
    ) -> None:
        """Say whether observations are being buffered, and at how many pending tokens."""
        fields: dict[str, Any] = {
            "is_buffering_observation": checks.flag(is_buffering, "is_buffering")
        }
        if last_buffered_at_tokens is not None:
            mark = tokens(last_buffered_at_tokens, "last_buffered_at_tokens")
            fields["last_buffered_at_tokens"] = mark
        await self._set(record_id, **fields)

    @operation
    async def set_buffering_reflection_flag(self, record_id: str, is_buffering: bool) -> None:
        """Say whether a reflection is being buffered."""
        await self._set(
            record_id, is_buffering_reflection=checks.flag(is_buffering, "is_buffering")
        )

    @operation
    async def set_pending_message_tokens(self, record_id: str, token_count: float) -> None:
        """Say how many tokens of messages wait to be observed."""
        await self._set(record_id, pending_message_tokens=tokens(token_count, "token_count"))

    @operation
    async def update_observational_memory_config(
        self, record_id: str, *, config: Mapping[str, Any]
    ) -> None:
        """Merge into the configuration: objects key by key at every level, the rest is replaced."""
        change = self._object(config, "config")
        await self._change(
            record_id, lambda record: RecordChange({"config": merged_config(record.config, change)})
        )

    @operation
    async def clear_observational_memory(
        self, thread_id: str | None = None, *, resource_id: str | None = None
    ) -> int:
        """Delete every generation; return how many there were. Their absence is not an error."""
        key = _key(thread_id, resource_id)
        return await self._delete_generations(key, None if thread_id is None else resource_id)

    async def _generations(
        self,
        thread_id: str | None,
        resource_id: str | None,
        limit: int | None,
        offset: int = 0,
        dates: DateRange = ALWAYS,
    ) -> list[ObservationalMemory]:
        query = GenerationQuery(_key(thread_id, resource_id), limit, offset, dates)
        rows = await self._list_generations(query)
        # All generations of a key have one owner, so the guard leaves all of them or none.
        return [
            record
            for record in read_records(rows)
            if resource_id is None or record.resource_id == resource_id
        ]

    async def _first_or_newest(self, record: ObservationalMemory, key: str) -> ObservationalMemory:
        """Insert a first generation, unless there are some; return the newest.

        In steps, of which the primary key lets one through. A backend may do it in one.
        """
        newest = GenerationQuery(key, limit=1)
        rows = await self._list_generations(newest)
        if not rows:
            try:
                await self._insert_record(record)
            except ConflictError:
                rows = await self._list_generations(newest)
                if not rows:
                    raise
        return read_records(rows)[0] if rows else record

    async def _set(self, record_id: str, **fields: object) -> None:
        await self._change(record_id, lambda _: RecordChange(fields))

    async def _change(self, record_id: str, change: ChangeRecord) -> None:
        await self._decide(record_id, lambda record: (change(record), None))

    async def _decide(
        self,
        record_id: str,
        decide: Callable[[ObservationalMemory], tuple[RecordChange | None, T]],
        at: datetime | None = None,
    ) -> T:
        """Apply what is decided about a locked record, and return what was decided beside it."""
        record_id = checks.identifier(record_id, "record_id")
        results: list[T] = []

        def change(record: ObservationalMemory) -> RecordChange | None:
            becomes, result = decide(record)
            results.append(result)
            return becomes

        if await self._change_record(record_id, change, at or now()) is None:
            raise NotFoundError(f"no observational memory record {named(record_id)}")
        return results[-1]

    def _optional_text(self, value: object, what: str) -> str | None:
        return None if value is None else self._text(value, what)

    @abstractmethod
    async def _list_generations(self, query: GenerationQuery) -> list[Row]:
        """Return rows by `generationCount`, then by `id`, both descending."""

    @abstractmethod
    async def _insert_record(self, record: ObservationalMemory) -> None:
        """Insert `records.record_row`; `ConflictError` if the id exists."""

    @abstractmethod
    async def _change_record(
        self, record_id: str, change: ChangeRecord, at: datetime
    ) -> Row | None:
        """Lock and read a record, and do what `change` makes of it, in one transaction.

        Written are `records.changed_columns` of the fields, with `at` as `updated_at` if there are
        any, and the successor. Return the row as it is afterwards, or `None` if there is none.
        """

    @abstractmethod
    async def _delete_generations(self, lookup_key: str, owner: str | None) -> int:
        """Delete; where `owner` is given, only what belongs to that resource."""


def _key(thread_id: str | None, resource_id: str | None) -> str:
    return lookup_key(
        checks.optional_identifier(thread_id, "thread_id"),
        checks.optional_identifier(resource_id, "resource_id"),
    )
