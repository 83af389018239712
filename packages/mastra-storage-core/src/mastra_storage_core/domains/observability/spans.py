"""Spans: the public methods that write them, and those that read them by id."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.observability.drafts import (
    Refusal,
    check_change,
    check_changes,
    check_span,
    check_spans,
    listed,
)
from mastra_storage_core.domains.observability.models import (
    BatchResult,
    NewSpan,
    Span,
    SpanUpdate,
)
from mastra_storage_core.domains.observability.requests import Change, Row, SpanKey
from mastra_storage_core.domains.observability.rows import read_span, read_spans
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.ids import now


class SpanStorage(StorageDomain):
    """What an application did, step by step, while it does it.

    A span is named by `trace_id` and `span_id` together. Nothing refers to it: a child may be
    stored before its parent, and a trace without its root. Where a method takes a span, a mapping
    in the names of Python or of TypeScript is one.
    """

    @operation
    async def create_span(self, span: NewSpan | Mapping[str, Any]) -> None:
        """Store a span; one that exists is replaced whole, but for its `created_at`.

        A span without ids, with `ended_at` before `started_at`, or with a value that is no JSON or
        too large, is `InvalidInputError`. `created_at` and `updated_at` are set by the clock of the
        store, on PostgreSQL by that of the database.
        """
        row = check_span(span, self._limits.max_json_bytes)
        await self._put_spans([row], now())

    @operation
    async def batch_create_spans(self, spans: Sequence[NewSpan | Mapping[str, Any]]) -> BatchResult:
        """Store many spans, each as `create_span` does; return how many, and which not.

        A span that cannot be stored is reported with its position and the reason, and never keeps
        another one from being stored. The others are stored all or none: an error means that the
        whole batch may be sent again, which changes nothing that was stored already. A span that
        stands twice is stored as it stands last.
        """
        records = listed(spans)
        drafts = check_spans(records, self._limits.max_json_bytes)
        refused = [*drafts.refused, *await self._put(list(drafts.rows.values()), now())]
        return _result(len(records), refused)

    @operation
    async def update_span(self, update: SpanUpdate | Mapping[str, Any]) -> None:
        """Change a span: what is given replaces what is stored, `None` clears it, the rest stays.

        `NotFoundError` for a span that does not exist. `InvalidInputError` where `None` is given
        for what may not be empty, or where the span would end before it starts.
        """
        change = check_change(update, self._limits.max_json_bytes)
        for refusal in await self._change_spans([(0, change)], now()):
            raise refusal.error

    @operation
    async def batch_update_spans(
        self, updates: Sequence[SpanUpdate | Mapping[str, Any]]
    ) -> BatchResult:
        """Change many spans of any traces, each as `update_span` does, one after the other; return
        how many changes, and which not.

        A change that cannot be made is reported, one of a span that does not exist among them, and
        keeps no other from being made. The others are made all or none.
        """
        records = listed(updates)
        checked = check_changes(records, self._limits.max_json_bytes)
        refused = checked.refused
        if checked.changes:
            refused = [*refused, *await self._change_spans(checked.changes, now())]
        return _result(len(records), refused)

    @operation
    async def get_span(self, *, trace_id: str, span_id: str) -> Span | None:
        """Return a span, or `None`."""
        key = SpanKey(
            checks.identifier(trace_id, "trace_id"), checks.identifier(span_id, "span_id")
        )
        rows = await self._get_spans(key.trace_id, [key.span_id])
        return read_span(rows[0] if rows else None)

    @operation
    async def get_spans(self, *, trace_id: str, span_ids: Sequence[str]) -> list[Span]:
        """Return spans of a trace, in the order of the ids; unknown ones are left out."""
        trace = checks.identifier(trace_id, "trace_id")
        ids = checks.identifiers(span_ids, "span_ids")
        if not ids:
            return []
        found = {row["spanId"]: row for row in await self._get_spans(trace, ids)}
        return read_spans([found[each] for each in ids if each in found])

    async def _put(self, rows: list[tuple[int, Row]], at: datetime) -> list[Refusal]:
        """Store rows; where the database refuses one of them, find out which."""
        if not rows:
            return []
        try:
            await self._put_spans([row for _, row in rows], at)
        except InvalidInputError as error:
            if len(rows) == 1:
                ((position, row),) = rows
                return [Refusal(position, f"{row['trace_id']}/{row['span_id']}", error)]
            half = len(rows) // 2
            return [*await self._put(rows[:half], at), *await self._put(rows[half:], at)]
        return []

    @abstractmethod
    async def _put_spans(self, rows: list[Row], at: datetime) -> None:
        """Insert or replace rows, whose keys differ, all or none; of one that exists `created_at`
        is kept.
        """

    @abstractmethod
    async def _change_spans(self, changes: list[tuple[int, Change]], at: datetime) -> list[Refusal]:
        """Make the changes that `drafts.settle` lets pass, all or none; return the others."""

    @abstractmethod
    async def _get_spans(self, trace_id: str, span_ids: list[str]) -> list[Row]:
        """Return the rows in any order."""


def _result(count: int, refused: list[Refusal]) -> BatchResult:
    rejected = [refusal.told() for refusal in sorted(refused, key=lambda each: each.position)]
    return BatchResult(stored=count - len(rejected), rejected=rejected)
