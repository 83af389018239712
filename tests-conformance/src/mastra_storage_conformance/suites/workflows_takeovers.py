"""Runs that change hands while their worker writes."""

import asyncio
from itertools import count

import pytest
from mastra_storage_core import ConflictError, RunOwnership, WorkflowsStorage

from mastra_storage_conformance.make import Key, Make
from mastra_storage_conformance.suites._support import key, run_now
from mastra_storage_conformance.suites.concurrency import ends_of
from mastra_storage_conformance.suites.workflows_ownership import LONG, claim, lapse


async def write_on(workflows: WorkflowsStorage, named: Key, kind: str, fence: int) -> list[int]:
    """Write until the run is lost; return what was acknowledged."""
    written: list[int] = []
    for number in count():
        try:
            if kind == "results":
                await workflows.update_workflow_results(
                    **named, step_id=f"{number}", result={}, fence=fence
                )
            elif kind == "state":
                await workflows.update_workflow_state(
                    **named, status="running", result={"n": number}, fence=fence
                )
            else:
                await workflows.persist_workflow_snapshot(
                    **named, snapshot={"context": {}, "result": {"n": number}}, fence=fence
                )
        except ConflictError:
            return written
        written.append(number)
        await asyncio.sleep(0)
    raise AssertionError("the count has no end")


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestFencesUnderWay:
    """Once another worker has claimed a run, nothing of the one before it is written."""

    @pytest.mark.parametrize("kind", ["persist", "results", "state"])
    async def test_what_is_there_when_a_claim_returns_is_all_that_was_acknowledged(
        self, workflow_writers: list[WorkflowsStorage], make: Make, kind: str
    ) -> None:
        one, two = workflow_writers[0], workflow_writers[-1]
        for _ in range(4):
            run = await make.run(one, make.snapshot(context={}))
            mine = (await claim(one, key(run), "one")).generation
            writer = asyncio.create_task(write_on(one, key(run), kind, mine))
            await asyncio.sleep(0.015)

            await two.claim_run_ownership(**key(run), owner_id="two", lease_ms=LONG, force=True)
            seen = await run_now(two, key(run))
            async with asyncio.timeout(30):
                written = await writer

            assert await run_now(two, key(run)) == seen
            if kind == "results":
                assert sorted(map(int, seen.snapshot["context"])) == written
            elif written:
                assert seen.snapshot["result"] == {"n": written[-1]}

    @pytest.mark.parametrize("kind", ["persist", "results"])
    async def test_a_run_that_is_deleted_while_its_worker_writes_stays_deleted(
        self, workflow_writers: list[WorkflowsStorage], make: Make, kind: str
    ) -> None:
        """Both of these writes would make it anew."""
        one, two = workflow_writers[0], workflow_writers[-1]
        for _ in range(4):
            run = await make.run(one, make.snapshot(context={}))
            mine = (await claim(one, key(run), "one")).generation
            writer = asyncio.create_task(write_on(one, key(run), kind, mine))
            await asyncio.sleep(0.015)

            assert await two.delete_workflow_run_by_id(**key(run)) is True
            async with asyncio.timeout(30):
                await writer

            assert await two.get_workflow_run_by_id(run.run_id) is None

    async def test_a_renewal_and_a_claim_of_one_moment_do_not_both_win(
        self, workflow_writers: list[WorkflowsStorage], make: Make
    ) -> None:
        for _ in range(5):
            named = make.key()
            lapsed = await lapse(workflow_writers[0], named, "one")

            renewed, claimed = await ends_of(
                [
                    workflow_writers[0].renew_run_ownership(
                        **named, generation=lapsed.generation, lease_ms=LONG
                    ),
                    claim(workflow_writers[-1], named, "two"),
                ]
            )

            won = [end for end in (renewed, claimed) if isinstance(end, RunOwnership)]
            assert isinstance(renewed, ConflictError) != isinstance(claimed, ConflictError)
            assert [await workflow_writers[0].get_run_ownership(**named)] == won
