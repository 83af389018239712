"""Other processes on the same data: they see one another's writes, lose none, and may be killed."""

from collections.abc import Awaitable, Callable
from itertools import chain

import pytest
from mastra_storage_core import Store

from mastra_storage_conformance.elsewhere import (
    OtherProcess,
    read_messages,
    save_messages,
    write_results,
)
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, key, run_now

OpenStore = Callable[[], Store]
Elsewhere = Callable[..., Awaitable[OtherProcess]]
BATCHES, SIZE = 10, 3
WITHOUT_END = 1_000_000


@pytest.mark.mastra_feature("durable")
@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestOtherProcesses:
    """A store may be used by several processes at once."""

    async def test_another_process_reads_what_was_written_here(
        self, open_fresh: OpenStore, elsewhere: Elsewhere, make: Make
    ) -> None:
        memory = open_fresh().memory
        thread = await make.thread(memory)
        await memory.save_messages([make.message(thread, "odd: é 😀")])

        reader = await elsewhere(read_messages, thread.id)
        await memory.save_messages([make.message(thread, "written while it was open")])
        await reader.go()

        assert await reader.rest() == [["odd: é 😀", "written while it was open"]]

    async def test_processes_that_write_at_once_lose_nothing(
        self, open_fresh: OpenStore, elsewhere: Elsewhere, make: Make
    ) -> None:
        """langgraph#8136: two processes on one file were told that the database is locked."""
        memory = open_fresh().memory
        thread = await make.thread(memory)
        writer = await elsewhere(save_messages, thread.id, "there", BATCHES, SIZE)

        await writer.go()
        here = [
            ids(await memory.save_messages(make.messages(thread, SIZE))) for _ in range(BATCHES)
        ]
        there = await writer.rest()

        page = await memory.list_messages(thread.id, per_page=None)
        assert len(there) == BATCHES
        assert sorted(ids(page.messages)) == sorted(chain(*here, *there))

    async def test_a_killed_process_leaves_what_was_acknowledged_and_no_half_batch(
        self, open_fresh: OpenStore, elsewhere: Elsewhere, make: Make
    ) -> None:
        """What was not acknowledged may be there or not, but wholly."""
        memory = open_fresh().memory
        thread = await make.thread(memory)
        writer = await elsewhere(save_messages, thread.id, "killed", WITHOUT_END, SIZE)
        await writer.go()

        acknowledged = [await writer.said() for _ in range(BATCHES)]
        acknowledged += await writer.kill()

        await memory.save_messages([make.message(thread, message_id=f"{thread.id} after")])
        found = ids((await open_fresh().memory.list_messages(thread.id, per_page=None)).messages)
        assert {each for batch in acknowledged for each in batch} <= set(found)
        assert len(found) % SIZE == 1, "batches and the one afterwards"


@pytest.mark.mastra_feature("durable")
@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestOtherProcessesAndRuns:
    """Several processes may work on one run."""

    async def test_results_of_steps_that_are_written_at_once_are_all_kept(
        self, open_fresh: OpenStore, elsewhere: Elsewhere, make: Make
    ) -> None:
        """In the original the first writers of a run overwrite one another."""
        workflows = open_fresh().workflows
        run = await make.run(workflows)
        writer = await elsewhere(write_results, run.workflow_name, run.run_id, "there", BATCHES)

        await writer.go()
        for number in range(BATCHES):
            await workflows.update_workflow_results(
                **key(run), step_id=f"here {number}", result={}, request_context={}
            )
        written = await writer.rest()

        context = (await run_now(workflows, key(run))).snapshot["context"]
        assert len(written) == BATCHES
        assert {*written, *(f"here {number}" for number in range(BATCHES))} <= set(context)
