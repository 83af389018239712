"""Calls that are cancelled: each has happened wholly or not at all."""

import asyncio

import pytest
from mastra_storage_core import MemoryStorage, Message, WorkflowsStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import key, run_now, save


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestCancellation:
    """A call that is cancelled has happened wholly or not at all."""

    @pytest.mark.parametrize("delay", [None, 0, 0.0001, 0.0005, 0.001, 0.002, 0.005])
    async def test_a_cancelled_save_is_whole_or_nothing(
        self, memory: MemoryStorage, make: Make, delay: float | None
    ) -> None:
        """openai-agents-python#4827: cancelled writes left half a turn."""
        for _ in range(3):
            thread = await make.thread(memory)
            call = asyncio.create_task(memory.save_messages(make.messages(thread, 50)))
            if delay is not None:
                await asyncio.sleep(delay)
            call.cancel()
            await asyncio.wait([call])

            seen = {(await memory.list_messages(thread.id)).total for _ in range(5)}

            assert seen <= {0, 50}
            if not call.cancelled():
                assert seen == {50}

    async def test_after_a_cancelled_call_the_store_works(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """No lock and no connection stays behind, however often."""
        thread = await make.thread(memory)
        for number in range(50):
            call = asyncio.create_task(save(memory, make.message(thread)))
            await asyncio.sleep(0.0001 * (number % 5))
            call.cancel()
            await asyncio.wait([call])

        async with asyncio.timeout(10):
            (last,) = await save(memory, make.message(thread))
            page = await memory.list_messages(thread.id, per_page=None)

        assert page.messages[-1] == last

    async def test_a_timeout_is_a_cancellation_like_any_other(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        saved: list[Message] = []
        try:
            async with asyncio.timeout(0.001):
                saved = await memory.save_messages(make.messages(thread, 500))
        except TimeoutError:
            pass

        assert (await memory.list_messages(thread.id)).total in ({500} if saved else {0, 500})


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestCancelledResults:
    """An update that is cancelled has happened wholly or not at all."""

    @pytest.mark.parametrize("delay", [None, 0, 0.0001, 0.0005, 0.001, 0.002, 0.005])
    async def test_a_cancelled_result_is_whole_or_nothing(
        self, workflows: WorkflowsStorage, make: Make, delay: float | None
    ) -> None:
        """Of a run that is there, and of one that is made."""
        for named in (key(await make.run(workflows, make.snapshot(context={}))), make.key()):
            call = asyncio.create_task(
                workflows.update_workflow_results(
                    **named, step_id="one", result={}, request_context={"one": 1}
                )
            )
            if delay is not None:
                await asyncio.sleep(delay)
            call.cancel()
            await asyncio.wait([call])

            for _ in range(5):
                snapshot = await workflows.load_workflow_snapshot(**named)
                whole = snapshot is not None and "one" in snapshot["context"]
                assert whole == bool(snapshot and snapshot["requestContext"])
                assert whole or call.cancelled()

    async def test_after_cancelled_calls_the_run_can_be_changed(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """No lock stays behind, however often."""
        run = await make.run(workflows)
        claimed = await workflows.claim_run_ownership(**key(run), owner_id="one", lease_ms=600_000)
        for number in range(30):
            call = asyncio.create_task(
                workflows.update_workflow_state(
                    **key(run), status="running", fence=claimed.generation
                )
            )
            await asyncio.sleep(0.0001 * (number % 5))
            call.cancel()
            await asyncio.wait([call])

        async with asyncio.timeout(10):
            snapshot = await workflows.update_workflow_state(
                **key(run), status="success", fence=claimed.generation
            )
        assert snapshot is not None
        assert (await run_now(workflows, key(run))).snapshot == snapshot
