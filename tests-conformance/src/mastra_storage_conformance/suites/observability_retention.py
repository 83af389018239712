"""Pruning of traces: whole ones, by the span that started last.

Every case has a store of its own, for `prune` deletes whatever is old.
"""

from typing import Any

import pytest
from mastra_storage_core import Store, pruning

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import store_spans

__all__ = ["TestPruneTraces"]

MONTH = {"observability": {"spans": "30d"}}


async def trace(store: Store, make: Make, name: str, *starts: float) -> None:
    """Store a trace: a root, and children that start so many seconds after noon."""
    spans = [
        make.span(trace_id=name, at=at, parent_span_id="root" if number else None)
        for number, at in enumerate(starts)
    ]
    await store_spans(store.observability, *spans)


async def left(store: Store, *names: str) -> dict[str, int]:
    """Return how many spans of traces are left."""
    found = [await store.observability.get_trace(name) for name in names]
    return {each.trace_id: len(each.spans) for each in found if each}


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestPruneTraces:
    """`prune` deletes old traces, and never half of one."""

    async def test_a_trace_is_as_old_as_the_span_that_started_last(
        self, empty_store: Store, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And goes, whole, if that lies strictly before the cutoff."""
        monkeypatch.setattr(pruning, "now", lambda: make.after(3600))
        await trace(empty_store, make, "old", -9, -5, -0.001)
        await trace(empty_store, make, "at the cutoff", -9, 0)
        await trace(empty_store, make, "added to", -9, -5, 1)
        await trace(empty_store, make, "new", 5, 6)

        (report,) = await empty_store.prune({"observability": {"spans": "1h"}})

        assert (report.table, report.deleted, report.done) == ("spans", 1, True)
        assert await left(empty_store, "old", "at the cutoff", "added to", "new") == {
            "at the cutoff": 2,
            "added to": 3,
            "new": 2,
        }

    async def test_a_trace_without_a_root_and_one_of_a_single_moment_go_as_well(
        self, empty_store: Store, make: Make
    ) -> None:
        orphans = [make.span(trace_id="orphans", parent_span_id="gone") for _ in range(3)]
        await store_spans(empty_store.observability, *orphans)
        await trace(empty_store, make, "moment", 0, 0, 0)

        (report,) = await empty_store.prune(MONTH)

        assert report.deleted == 2
        assert await left(empty_store, "orphans", "moment") == {}

    async def test_batches_count_traces_and_leave_none_of_them_halved(
        self, empty_store: Store, make: Make
    ) -> None:
        for number in range(7):
            await trace(empty_store, make, f"t{number}", *(number / 10 + n for n in range(4)))
        told: list[tuple[int, bool]] = []
        retention: Any = {"observability": {"spans": {"max_age": "30d", "batch_size": 2}}}
        names = [f"t{number}" for number in range(7)]

        await empty_store.prune(retention, max_rows=3, pause=0)
        halfway = await left(empty_store, *names)
        await empty_store.prune(
            retention, pause=0, progress=lambda report: told.append((report.deleted, report.done))
        )

        assert halfway == dict.fromkeys(names[3:], 4)
        assert (told[0], told[-1]) == ((2, False), (4, True))
        assert await left(empty_store, *names) == {}

    async def test_a_dry_run_counts_what_would_go(self, empty_store: Store, make: Make) -> None:
        await trace(empty_store, make, "old", 0, 1, 2)
        await trace(empty_store, make, "older", -9)

        (report,) = await empty_store.prune(MONTH, dry_run=True)

        assert (report.deleted, report.done, report.dry_run) == (2, True, True)
        assert await left(empty_store, "old", "older") == {"old": 3, "older": 1}
