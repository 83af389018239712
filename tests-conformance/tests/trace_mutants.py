"""Faults of the observability domain."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from mastra_storage_core import BatchResult
from mastra_storage_core.domains.observability.drafts import Refusal
from mastra_storage_core.domains.observability.requests import (
    Change,
    Found,
    Owner,
    Row,
    SpanKey,
    SpanQuery,
)
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.model import DateRange
from mastra_storage_memory.domains.observability.store import InMemoryObservability
from mutants import found_by


@found_by(
    "TestBatchCreateSpans.test_a_bad_span_is_reported_with_its_position_and_all_others_are_stored"
)
class RefusesTheWholeBatch(InMemoryObservability):
    async def batch_create_spans(self, spans: Any) -> BatchResult:
        for span in spans:
            await self.create_span(span)
        return BatchResult(stored=len(spans), rejected=[])


@found_by("TestFeaturesOfSpans.test_json_nul_survives_or_keys_that_become_equal_are_rejected_alone")
class LosesSpansBesideABadOne(InMemoryObservability):
    async def _put_spans(self, rows: list[Row], at: datetime) -> None:
        if any("\\u0000" in str(row["output"]) for row in rows):
            raise InvalidInputError("the database refused a value")
        await super()._put_spans(rows, at)


@found_by("TestBatchCreateSpans.test_a_span_that_stands_twice_is_stored_as_it_stands_last")
class KeepsTheFirstOfTwo(InMemoryObservability):
    async def batch_create_spans(self, spans: Any) -> BatchResult:
        return await super().batch_create_spans(spans[::-1])


@found_by("TestCreateSpan.test_one_that_exists_is_replaced_whole_but_for_its_created_at")
class MergesSpans(InMemoryObservability):
    async def _put_spans(self, rows: list[Row], at: datetime) -> None:
        for row in rows:
            key = SpanKey(row["trace_id"], row["span_id"])
            if self._spans.get(key):
                given = {name: value for name, value in row.items() if value is not None}
                await self._change_spans([(0, Change(key, given))], at)
            else:
                await super()._put_spans([row], at)


@found_by("TestBatchCreateSpans.test_a_batch_may_be_sent_again")
class ForgetsWhenSpansWereFirstStored(InMemoryObservability):
    async def _put_spans(self, rows: list[Row], at: datetime) -> None:
        self._spans.delete(*(SpanKey(row["trace_id"], row["span_id"]) for row in rows))
        await asyncio.sleep(0.002)
        await super()._put_spans(rows, datetime.now(UTC))


@found_by("TestUpdateSpan.test_a_span_never_ends_before_it_starts")
class LooksAtTheChangeAlone(InMemoryObservability):
    async def _change_spans(self, changes: list[tuple[int, Change]], at: datetime) -> list[Refusal]:
        for _, change in changes:
            if stored := self._spans.get(change.key):
                forgotten = {"startedAt": datetime.min.replace(tzinfo=UTC), "endedAt": None}
                self._spans.put(stored | forgotten)
        return await super()._change_spans(changes, at)


@found_by("TestBatchUpdateSpans.test_changes_of_different_fields_at_one_moment_all_survive")
class ReadsSpansBeforeItChangesThem(InMemoryObservability):
    async def _change_spans(self, changes: list[tuple[int, Change]], at: datetime) -> list[Refusal]:
        read = [self._spans.get(change.key) for _, change in changes]
        await asyncio.sleep(0)
        self._spans.put(*(row for row in read if row))
        return await super()._change_spans(changes, at)


@found_by("TestGetTrace.test_spans_are_ordered_by_started_at_and_then_by_id")
class OrdersTracesAsTheyWereStored(InMemoryObservability):
    async def _get_trace(self, trace_id: str, *, light: bool) -> list[Row]:
        rows = await super()._get_trace(trace_id, light=light)
        return sorted(rows, key=lambda row: (row["startedAt"], row["createdAt"], row["name"]))[::-1]


@found_by("TestGetRootSpan.test_of_several_it_is_the_one_that_started_first_and_then_by_id")
class TakesAnyRoot(InMemoryObservability):
    def _root(self, trace_id: str) -> Row | None:
        roots = [row for row in self._trace(trace_id) if row["parentSpanId"] is None]
        return roots[-1] if roots else None


@found_by("TestGetBranch.test_it_has_the_descendants_down_to_a_depth")
class CountsLevelsFromOne(InMemoryObservability):
    async def get_branch(self, *, depth: int | None = None, **key: Any) -> Any:
        return await super().get_branch(depth=depth and depth - 1, **key)


@found_by("TestListTraces.test_a_trace_with_several_roots_is_listed_once_as_the_first")
class ListsEveryRoot(InMemoryObservability):
    def _is_first(self, row: Row) -> bool:
        return True


@found_by("TestFiltersOfTraces.test_a_text_is_compared_to_the_letter")
class IgnoresWhatTheOriginalIgnores(InMemoryObservability):
    async def _list_spans(self, query: SpanQuery) -> Found:
        texts = dict(query.conditions.texts)
        for name in ("experiment_id", "entity_version_id", "root_entity_id"):
            texts.pop(name, None)
        conditions = replace(query.conditions, texts=texts)
        return await super()._list_spans(replace(query, conditions=conditions))


@found_by("TestFiltersOfTraces.test_ranges_are_inclusive_unless_told_otherwise")
class IncludesEveryEnd(InMemoryObservability):
    async def _list_spans(self, query: SpanQuery) -> Found:
        started = query.conditions.started
        inclusive = DateRange(start=started.start, end=started.end)
        conditions = replace(query.conditions, started=inclusive)
        return await super()._list_spans(replace(query, conditions=conditions))


@found_by("TestFiltersOfTraces.test_has_child_error_is_about_every_span_of_the_trace")
class AsksTheRootAlone(InMemoryObservability):
    def _has_error(self, trace_id: str) -> bool:
        root = self._root(trace_id)
        return root is not None and root["error"] is not None


@found_by("TestOrderOfTraces.test_what_has_not_ended_comes_last_and_reversing_reverses_all")
class PutsTheRunningFirst(InMemoryObservability):
    def _store_span(self, values: Row, at: datetime, stored: Row | None) -> None:
        super()._store_span(values, at, stored)
        known = (stored or {}) | values
        row = self._spans.get(SpanKey(known["traceId"], known["spanId"]))
        assert row is not None
        begin = datetime.min.replace(tzinfo=UTC)
        self._spans.put(row | {"sortedEnd": row["endedAt"] or begin})


@found_by("TestBatchDeleteTraces.test_a_trace_of_another_tenant_is_absent")
class DeletesForEverybody(InMemoryObservability):
    async def _delete_traces(self, trace_ids: list[str], owner: Owner) -> int:
        return await super()._delete_traces(trace_ids, Owner(None, None))


@found_by("TestPruneTraces.test_a_trace_is_as_old_as_the_span_that_started_last")
class PrunesSpanBySpan(InMemoryObservability):
    def _is_last(self, row: Row) -> bool:
        return True

    def _drop(self, table: str, row: Row) -> None:
        self._spans.delete(row["id"])


@found_by("TestSpanValues.test_a_text_that_looks_like_json_is_a_text")
class LooksIntoTexts(InMemoryObservability):
    async def _get_spans(self, trace_id: str, span_ids: list[str]) -> list[Row]:
        rows = await super()._get_spans(trace_id, span_ids)
        return [{**row, "input": None if row["input"] == "null" else row["input"]} for row in rows]
