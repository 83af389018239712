"""The clock of this machine is set back while it writes."""

from datetime import datetime, timedelta, tzinfo

import pytest
from mastra_storage_core import MemoryStorage, WorkflowsStorage, ids

from mastra_storage_conformance.make import Make, succeeded
from mastra_storage_conformance.suites._support import key, save, texts

HOUR = timedelta(hours=1)


class AnHourAgo:
    """A clock that was set back."""

    @staticmethod
    def now(tz: tzinfo) -> datetime:
        """Return the time, less one hour."""
        return datetime.now(tz) - HOUR


@pytest.mark.asyncio(loop_scope="session")
class TestClockSetBack:
    """What is written after the clock was set back comes after what was there, and replaces it."""

    @pytest.mark.mastra_domain("memory")
    async def test_a_message_still_comes_after_the_newest_of_its_thread(
        self, memory: MemoryStorage, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        thread = await make.thread(memory)
        await save(memory, make.message(thread, "before"))
        monkeypatch.setattr(ids, "datetime", AnHourAgo)

        await save(memory, make.message(thread, "after"))

        assert texts((await memory.list_messages(thread.id)).messages) == ["before", "after"]

    @pytest.mark.mastra_domain("workflows")
    async def test_the_last_snapshot_and_result_of_a_run_are_kept(
        self, workflows: WorkflowsStorage, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        named = key(await make.run(workflows))
        monkeypatch.setattr(ids, "datetime", AnHourAgo)

        await workflows.persist_workflow_snapshot(
            **named, snapshot=make.snapshot(status="suspended")
        )
        await workflows.update_workflow_results(**named, step_id="one", result=succeeded(1))

        run = await workflows.get_workflow_run_by_id(**named)
        assert run is not None
        assert run.snapshot["status"] == "suspended"
        assert run.snapshot["context"]["one"] == succeeded(1)
