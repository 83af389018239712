"""Capabilities: what a store declares is there, and what it does not declare is not.

One case for each feature says both: how it is where it is declared, and how it is elsewhere.
"""

from collections.abc import Callable
from typing import Any

import pytest
from mastra_storage_core import (
    Domain,
    Feature,
    InvalidInputError,
    MemoryStorage,
    Resource,
    Store,
    UnsupportedError,
    WorkflowsStorage,
)

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import key, reread, run_now


@pytest.mark.asyncio(loop_scope="session")
class TestCapabilities:
    """Domains are there exactly where they are declared."""

    async def test_a_store_declares_what_its_author_says(
        self, mastra_selection: None, backend: Backend, store: Store
    ) -> None:
        assert store.capabilities == backend.capabilities

    @pytest.mark.parametrize("domain", list(Domain))
    async def test_a_domain_that_is_not_declared_is_unsupported(
        self, mastra_selection: None, backend: Backend, store: Store, domain: Domain
    ) -> None:
        """And one that is declared is there, by name and as an attribute."""
        if domain in backend.capabilities.domains:
            found = store.get_store(domain.value)
            assert found is store.stores[domain.value] is getattr(store, domain.value)
            assert found.store in store.backends
        else:
            assert store.get_store(domain.value) is None
            with pytest.raises(UnsupportedError, match=domain.value):
                getattr(store, domain.value)

    async def test_a_domain_that_nobody_knows_is_none(
        self, mastra_selection: None, store: Store
    ) -> None:
        assert store.get_store("no such domain") is None


async def kept(memory: MemoryStorage, make: Make, value: Any) -> list[Any]:
    """Return what becomes of a value in each kind of metadata, saved and merged."""
    thread = await make.thread(memory, metadata={"v": value})
    await memory.update_thread(thread.id, metadata={"w": value})
    await memory.save_resource(Resource(id=make.owner, metadata={"v": value}))
    await memory.update_resource(make.owner, metadata={"w": value})
    resource = await memory.get_resource_by_id(make.owner)
    found = [(await reread(memory, thread)).metadata, resource and resource.metadata]
    return [metadata[key] for metadata in found if metadata for key in ("v", "w")]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestFeatures:
    """Each feature is as it is declared, or as its documentation says otherwise."""

    async def test_durable_is_what_another_store_on_the_same_space_reads(
        self, open_fresh: Callable[[], Store], backend: Backend, make: Make
    ) -> None:
        first, second = open_fresh(), open_fresh()
        thread = await make.thread(first.memory)
        await first.close()

        found = await second.memory.get_thread_by_id(thread.id)

        durable = Feature.DURABLE in backend.capabilities.features
        assert found == (thread if durable else None)

    async def test_json_key_order_is_kept_or_not_promised(
        self, memory: MemoryStorage, backend: Backend, make: Make
    ) -> None:
        value = {"zebra": 1, "b": {"y": 1, "x": 2}, "aa": 3, "": 4}

        found = await kept(memory, make, value)

        assert found == [value] * 4
        if Feature.JSON_KEY_ORDER in backend.capabilities.features:
            assert [list(each) for each in found] == [list(value)] * 4
            assert [list(each["b"]) for each in found] == [["y", "x"]] * 4

    async def test_json_number_spelling_is_kept_or_numbers_are_said_by_value(
        self, memory: MemoryStorage, backend: Backend, make: Make
    ) -> None:
        found = await kept(memory, make, [1e23, -0.0, 1.5, 10**23])

        spelled = Feature.JSON_NUMBER_SPELLING in backend.capabilities.features
        expected = [1e23, -0.0, 1.5, 10**23] if spelled else [10**23, 0.0, 1.5, 10**23]
        assert [repr(each) for each in found] == [repr(expected)] * 4

    async def test_json_nul_survives_or_becomes_the_replacement_character(
        self, memory: MemoryStorage, backend: Backend, make: Make
    ) -> None:
        """mastra#11563, mastra#14689: lone surrogates as well, in keys and in values."""
        value = {"a\0": "b\0c", "d": ["\ud800", "\udc00\ud83d", "ok 😀", r"\u0000"]}

        found = await kept(memory, make, value)

        replaced = {"a\ufffd": "b\ufffdc", "d": ["\ufffd", "\ufffd\ufffd", "ok 😀", r"\u0000"]}
        survives = Feature.JSON_NUL in backend.capabilities.features
        assert found == [value if survives else replaced] * 4

    async def test_json_nul_survives_or_keys_that_become_equal_are_refused(
        self, memory: MemoryStorage, backend: Backend, make: Make
    ) -> None:
        thread = await make.thread(memory)
        metadata = {"inner": {"a\0": 1, "a\ufffd": 2}}

        if Feature.JSON_NUL in backend.capabilities.features:
            assert (await memory.update_thread(thread.id, metadata=metadata)).metadata == metadata
        else:
            with pytest.raises(InvalidInputError):
                await memory.update_thread(thread.id, metadata=metadata)
            assert await reread(memory, thread) == thread


async def kept_in_snapshots(workflows: WorkflowsStorage, make: Make, value: Any) -> list[Any]:
    """Return what becomes of a value in a snapshot, persisted and merged; a merge itself returns
    it as it was given.
    """
    run = await make.run(workflows, {"context": {}, "v": value})
    given = {"v": value}
    context = await workflows.update_workflow_results(
        **key(run), step_id="one", result=given, request_context=given
    )
    changed = await workflows.update_workflow_state(**key(run), status="success", result=given)
    part = await workflows.get_workflow_run_by_id(run.run_id, fields=["v"])
    found = (await run_now(workflows, key(run))).snapshot
    assert changed is not None
    assert part is not None
    assert repr(context["one"]) == repr(changed["result"]) == repr(given)
    places = [found, found["context"]["one"], found["requestContext"], found["result"]]
    return [place["v"] for place in (*places, part.snapshot)]


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestFeaturesOfSnapshots:
    """The features that are about JSON are about snapshots, too: as in metadata."""

    async def test_json_key_order_is_kept_or_not_promised(
        self, workflows: WorkflowsStorage, backend: Backend, make: Make
    ) -> None:
        value = {"zebra": 1, "b": {"y": 1, "x": 2}, "aa": 3, "": 4}

        found = await kept_in_snapshots(workflows, make, value)

        assert found == [value] * 5
        if Feature.JSON_KEY_ORDER in backend.capabilities.features:
            assert [list(each) for each in found] == [list(value)] * 5
            assert [list(each["b"]) for each in found] == [["y", "x"]] * 5

    async def test_json_number_spelling_is_kept_or_numbers_are_said_by_value(
        self, workflows: WorkflowsStorage, backend: Backend, make: Make
    ) -> None:
        found = await kept_in_snapshots(workflows, make, [1e23, -0.0, 1.5, 10**23])

        spelled = Feature.JSON_NUMBER_SPELLING in backend.capabilities.features
        expected = [1e23, -0.0, 1.5, 10**23] if spelled else [10**23, 0.0, 1.5, 10**23]
        assert [repr(each) for each in found] == [repr(expected)] * 5

    async def test_json_nul_survives_or_becomes_the_replacement_character(
        self, workflows: WorkflowsStorage, backend: Backend, make: Make
    ) -> None:
        """mastra#14689, mastra#15920: it could not be saved; mastra#11563: nor listed."""
        value = {"a\0": "b\0c", "d": ["\ud800", "\udc00\ud83d", "ok 😀", r"\u0000"]}

        found = await kept_in_snapshots(workflows, make, value)

        replaced = {"a\ufffd": "b\ufffdc", "d": ["\ufffd", "\ufffd\ufffd", "ok 😀", r"\u0000"]}
        survives = Feature.JSON_NUL in backend.capabilities.features
        assert found == [value if survives else replaced] * 5
        page = await workflows.list_workflow_runs(workflow_name=make.workflow, status="success")
        assert page.total == 1

    async def test_json_nul_survives_or_keys_that_become_equal_are_refused(
        self, workflows: WorkflowsStorage, backend: Backend, make: Make
    ) -> None:
        run = await make.run(workflows)
        inner = {"a\0": 1, "a\ufffd": 2}
        call = workflows.update_workflow_results(**key(run), step_id="one", result={"v": inner})

        if Feature.JSON_NUL in backend.capabilities.features:
            assert (await call)["one"] == {"v": inner}
        else:
            with pytest.raises(InvalidInputError):
                await call
            assert await run_now(workflows, key(run)) == run
