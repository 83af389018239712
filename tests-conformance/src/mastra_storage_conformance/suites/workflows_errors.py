"""The life of a store seen from its runs, and the errors that its workflows raise."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    ClosedError,
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    StorageError,
    Store,
    WorkflowsStorage,
)

from mastra_storage_conformance.make import Key, Make, succeeded
from mastra_storage_conformance.suites._support import keeper, key, run_now
from mastra_storage_conformance.suites.workflows_fences import WRITES, Write
from mastra_storage_conformance.suites.workflows_ownership import LONG, claim

OpenStore: TypeAlias = Callable[[], Store]

AnyCall: TypeAlias = Callable[[WorkflowsStorage, Key], Awaitable[Any]]


def unfenced(write: Write) -> AnyCall:
    """Return a write that passes no fence."""
    return lambda workflows, named: write(workflows, named, None)


CALLS: dict[str, AnyCall] = {
    **{name: unfenced(write) for name, write in WRITES.items()},
    "load": lambda w, key: w.load_workflow_snapshot(**key),
    "get": lambda w, key: w.get_workflow_run_by_id(**key),
    "list": lambda w, key: w.list_workflow_runs(),
    "claim": lambda w, key: claim(w, key),
    "renew": lambda w, key: w.renew_run_ownership(**key, generation=1, lease_ms=LONG),
    "release": lambda w, key: w.release_run_ownership(**key, generation=1),
    "ownership": lambda w, key: w.get_run_ownership(**key),
}
"""A call of every method."""


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestWorkflowsAfterClose:
    """Any use after `close` is `ClosedError`."""

    @pytest.mark.parametrize("used", [False, True])
    async def test_any_use_afterwards_is_closed(
        self, empty_store: Store, make: Make, used: bool
    ) -> None:
        if used:
            await claim(empty_store.workflows, make.key())
        await empty_store.close()

        for call in CALLS.values():
            with pytest.raises(ClosedError):
                await call(empty_store.workflows, make.key())


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestFirstUseOfWorkflows:
    """Any call may be the first; what a store needs for it is made then."""

    @pytest.mark.parametrize("name", CALLS)
    async def test_the_first_call_of_an_empty_store_needs_nothing_before_it(
        self, empty_store: Store, make: Make, name: str
    ) -> None:
        """On a store that nobody ever claimed a run in, a renewal is a conflict, and no more."""
        call = CALLS[name](empty_store.workflows, make.key())

        if name == "renew":
            with pytest.raises(ConflictError):
                await call
        else:
            await call

    @pytest.mark.parametrize("name", WRITES)
    async def test_a_fence_where_nothing_was_ever_claimed_is_a_conflict(
        self, empty_store: Store, make: Make, name: str
    ) -> None:
        workflows = empty_store.workflows
        run = await make.run(workflows)

        with pytest.raises(ConflictError) as caught:
            await WRITES[name](workflows, key(run), 1)

        assert (caught.value.constraint, caught.value.current) == ("fence", None)
        assert await run_now(workflows, key(run)) == run


@pytest.mark.mastra_feature("durable")
@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestDurableRuns:
    """What was acknowledged outlives the store object, and is seen by others at once."""

    async def test_another_store_reads_what_a_closed_one_wrote(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        first = open_fresh()
        run = await make.run(first.workflows, owner=make.owner)
        await first.workflows.update_workflow_results(**key(run), step_id="one", result={})
        claimed = await claim(first.workflows, key(run))
        saved = await run_now(first.workflows, key(run))
        await first.close()

        workflows = open_fresh().workflows

        assert await run_now(workflows, key(run)) == saved
        assert await workflows.get_run_ownership(**key(run)) == claimed

    async def test_a_store_sees_at_once_what_another_wrote(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        one, two = open_fresh().workflows, open_fresh().workflows
        run = await make.run(one)

        for number in range(5):
            writer, reader = (one, two) if number % 2 else (two, one)
            context = await writer.update_workflow_results(
                **key(run), step_id=f"{number}", result=succeeded(number)
            )
            assert (await run_now(reader, key(run))).snapshot["context"] == context

    async def test_a_worker_of_another_store_is_held_back(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        """A process that was thought dead, and was not."""
        one, two = open_fresh().workflows, open_fresh().workflows
        run = await make.run(one)
        lost = await claim(one, key(run), "one")

        with pytest.raises(ConflictError):
            await claim(two, key(run), "two")
        taken = await two.claim_run_ownership(**key(run), owner_id="two", lease_ms=LONG, force=True)

        for write in WRITES.values():
            with pytest.raises(ConflictError) as caught:
                await write(one, key(run), lost.generation)
            assert caught.value.current == taken.generation
        assert await run_now(two, key(run)) == run


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestErrorsOfWorkflows:
    """Each error says where it happened, in the words of the original (rule 14)."""

    async def test_every_kind_of_failure_has_its_identifier(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, {"status": "running"})

        def write(name: str, fence: int | None) -> Awaitable[Any]:
            return WRITES[name](workflows, key(run), fence)

        failures: list[tuple[Awaitable[Any], type[StorageError], str]] = [
            (write("persist", 1), ConflictError, "persist_workflow_snapshot"),
            (write("state", None), CorruptDataError, "update_workflow_state"),
            (write("results", None), CorruptDataError, "update_workflow_results"),
            (write("delete", 1), ConflictError, "delete_workflow_run_by_id"),
            (CALLS["renew"](workflows, key(run)), ConflictError, "renew_run_ownership"),
            (workflows.list_workflow_runs(page=-1), InvalidInputError, "list_workflow_runs"),
            (workflows.get_workflow_run_by_id(""), InvalidInputError, "get_workflow_run_by_id"),
        ]
        for call, kind, method in failures:
            with pytest.raises(kind) as caught:
                await call
            error, where = caught.value, keeper(workflows)
            assert (error.operation, error.store) == (f"workflows.{method}", where)
            assert error.mastra_id == f"MASTRA_STORAGE_{where}_{method.upper()}_{kind.code}"

    async def test_the_flat_methods_of_the_store_say_the_same(
        self, store: Store, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()

        await store.save_workflow_run(**named, snapshot={"context": {}}, fence=None)
        claimed = await store.claim_run_ownership(**named, owner_id="one", lease_ms=LONG)
        await store.update_workflow_state(**named, status="success", fence=claimed.generation)

        assert await store.get_workflow_run_by_id(named["run_id"]) == await run_now(
            workflows, named
        )
        with pytest.raises(ConflictError) as caught:
            await store.update_workflow_results(**named, step_id="one", result={}, fence=1)
        assert caught.value.operation == "workflows.update_workflow_results"

    async def test_identifiers_are_named_cut_and_contents_never(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run_id = make.id("run") + "x" * 900
        run = await make.run(workflows, {"status": "running", "v": "secret"}, run_id=run_id)

        for write in ("results", "state"):
            with pytest.raises(CorruptDataError) as caught:
                await WRITES[write](workflows, key(run), None)
            text = str(caught.value)
            assert run_id[:50] in text
            assert len(text) < 400
            assert "secret" not in text
