"""How all signals are stored and listed. The public methods are in the modules of their names."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.domains.observability.drafts import Refusal, listed, made
from mastra_storage_core.domains.observability.models import BatchResult
from mastra_storage_core.domains.observability.requests import Found, Owner, Row
from mastra_storage_core.domains.observability.signal_filters import (
    MAX_CHOICES,
    SignalFilter,
    checked_conditions,
)
from mastra_storage_core.domains.observability.signal_requests import SignalQuery
from mastra_storage_core.domains.observability.signal_rows import (
    checked_record,
    checked_records,
    read_records,
)
from mastra_storage_core.domains.observability.signals import Record, Signal
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.paging import OrderBy, PageRequest

R = TypeVar("R", bound=Record)

TIMESTAMP_DESC = OrderBy("timestamp", "desc")


class SignalStorage(StorageDomain):
    """Logs, metrics, feedback and scores of spans. Each has a table of ours, `mastra_py_…_events`,
    which is made when the signal is first used.

    A record is named by its id alone: one that is sent again replaces what is stored.
    """

    async def _create(self, signal: Signal, kind: type[R], record: R | Mapping[str, Any]) -> R:
        """Store one record and return it."""
        sound: R = made(record, kind, "a record")
        await self._put_signals(
            signal, [checked_record(signal, sound, self._limits.max_json_bytes)]
        )
        return sound

    async def _create_batch(
        self, signal: Signal, records: Sequence[Record | Mapping[str, Any]]
    ) -> BatchResult:
        """Store the records that can be stored, and report the others."""
        given = listed(records)
        rows, refused = checked_records(signal, given, self._limits.max_json_bytes)
        refused += await self._put_or_refuse(signal, list(rows.values()))
        rejected = [each.told() for each in sorted(refused, key=lambda each: each.position)]
        return BatchResult(stored=len(given) - len(rejected), rejected=rejected)

    async def _put_or_refuse(self, signal: Signal, rows: list[tuple[int, Row]]) -> list[Refusal]:
        """Store rows; where the database refuses one of them, find out which."""
        if not rows:
            return []
        try:
            await self._put_signals(signal, [row for _, row in rows])
        except InvalidInputError as error:
            if len(rows) == 1:
                ((position, row),) = rows
                return [Refusal(position, row[signal.key], error)]
            half = len(rows) // 2
            first = await self._put_or_refuse(signal, rows[:half])
            return first + await self._put_or_refuse(signal, rows[half:])
        return []

    async def _page(
        self,
        signal: Signal,
        kind: type[SignalFilter],
        filters: SignalFilter,
        order_by: OrderBy,
        page: PageRequest,
    ) -> dict[str, Any]:
        """Return what makes a page: its records, by the name of the signal, and what it says."""
        (order,) = checks.instances([order_by], OrderBy, "order_by")
        query = SignalQuery(
            signal=signal,
            conditions=checked_conditions(signal, filters, kind, self._limits.max_json_bytes),
            order_by=order.check(signal.orders),
            page=page,
        )
        found = await self._list_signals(query)
        rows, has_more = page.cut(found.rows, found.total)
        return {
            signal.name: read_records(signal, rows),
            "total": found.total,
            "page": page.page,
            "per_page": page.per_page,
            "has_more": has_more,
        }

    async def _delete(
        self,
        signal: Signal,
        ids: Sequence[str],
        organization_id: str | None,
        resource_id: str | None,
    ) -> int:
        """Delete the records of some ids that belong to a tenant, if one is named; return how many
        there were.
        """
        keys = checks.identifiers(ids, f"the ids of {signal.name}")
        if len(keys) > MAX_CHOICES:
            raise InvalidInputError(f"one call deletes {MAX_CHOICES} {signal.name} at most")
        owner = Owner(
            checks.optional_identifier(organization_id, "organization_id"),
            checks.optional_identifier(resource_id, "resource_id"),
        )
        return await self._delete_signals(signal, keys, owner) if keys else 0

    @abstractmethod
    async def _put_signals(self, signal: Signal, rows: list[Row]) -> None:
        """Insert or replace rows, whose keys differ, all or none; of one that exists the fields in
        `signal.first_wins` are kept.
        """

    @abstractmethod
    async def _list_signals(self, query: SignalQuery) -> Found: ...

    @abstractmethod
    async def _get_signal(self, signal: Signal, key: str) -> Row | None: ...

    @abstractmethod
    async def _delete_signals(self, signal: Signal, keys: list[str], owner: Owner) -> int: ...
