"""Pruning of several stores behind one object: each of its domains, and nothing else of theirs."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_core import CompositeStore, Thread, UnavailableError, compose
from mastra_storage_core.pruning import Batch
from mastra_storage_memory import InMemoryStore

pytestmark = pytest.mark.asyncio

LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
RETENTION = {"memory": {"threads": "30d"}, "workflows": {"workflow_snapshot": "30d"}}


async def filled() -> InMemoryStore:
    """Return a store with an old thread and an old run."""
    store = InMemoryStore()
    await store.memory.save_thread(
        Thread(id="t", resource_id="r", title="", created_at=LONG_AGO, updated_at=LONG_AGO)
    )
    await store.workflows.persist_workflow_snapshot(
        workflow_name="w", run_id="r", snapshot={"status": "success"}, updated_at=LONG_AGO
    )
    return store


def joined(memory: InMemoryStore, workflows: InMemoryStore, **settings: Any) -> CompositeStore:
    """Keep conversations in one store and runs in another."""
    return CompositeStore(
        id="app", default=memory, domains={"workflows": workflows}, retention=RETENTION, **settings
    )


async def kept(store: InMemoryStore) -> tuple[bool, bool]:
    """Return whether a store has its thread still, and its run."""
    thread = await store.memory.get_thread_by_id("t")
    return thread is not None, await store.workflows.get_workflow_run_by_id("r") is not None


async def test_each_domain_is_pruned_where_it_is_kept_and_only_there() -> None:
    memory, workflows = await filled(), await filled()

    reports = await joined(memory, workflows).prune()

    assert [(report.table, report.deleted) for report in reports] == [
        ("threads", 1),
        ("workflow_snapshot", 1),
    ]
    assert await kept(memory) == (False, True)
    assert await kept(workflows) == (True, False)


def at(store: InMemoryStore, domain: str, batch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let something else happen instead of a batch."""
    monkeypatch.setattr(store.get_store(domain), "_prune_batch", batch)


async def test_stores_are_pruned_at_the_same_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, workflows, both = await filled(), await filled(), asyncio.Barrier(2)

    async def batch(*_: object) -> Batch:
        await both.wait()
        return Batch(1, None)

    at(memory, "memory", batch, monkeypatch)
    at(workflows, "workflows", batch, monkeypatch)

    reports = await asyncio.wait_for(joined(memory, workflows).prune(), 5)

    assert [report.deleted for report in reports] == [1, 1]


async def test_a_store_that_fails_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory, workflows = await filled(), await filled()

    async def batch(*_: object) -> Batch:
        raise UnavailableError

    at(memory, "memory", batch, monkeypatch)
    with pytest.raises(UnavailableError) as caught:
        await joined(memory, workflows).prune()

    assert caught.value.operation == "memory.prune"
    assert any("workflows.workflow_snapshot: 1 deleted" in n for n in caught.value.__notes__)
    assert await kept(workflows) == (True, False)


async def test_what_progress_raises_stops_all_and_arrives_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory, workflows = await filled(), await filled()

    async def batch(*_: object) -> Batch:
        return await asyncio.sleep(60, Batch(0, None))

    def progress(_: object) -> None:
        raise KeyError("enough")

    at(memory, "memory", batch, monkeypatch)
    with pytest.raises(KeyError, match="enough"):
        await asyncio.wait_for(joined(memory, workflows).prune(progress=progress), 5)


async def test_a_composite_that_is_composed_from_data_has_its_policies_there() -> None:
    store = compose({"default": "memory:", "retention": {"workflows": {"workflowSnapshot": "1w"}}})

    (report,) = await store.prune(dry_run=True)

    assert (report.domain, report.table) == ("workflows", "workflow_snapshot")
