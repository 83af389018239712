"""Snapshots: what of JSON and time survives, to the letter, and whose the objects are."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_core import InvalidInputError, WorkflowsStorage
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES

from mastra_storage_conformance.make import Make, succeeded
from mastra_storage_conformance.suites._support import key, run_ids, run_now
from mastra_storage_conformance.suites.isolation import ODD_IDS, deep, spoil
from mastra_storage_conformance.suites.values import MOMENTS, json_values, nested


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestSnapshotValues:
    """JSON is kept as JSON, wherever a caller may put it (rule 10)."""

    @json_values
    async def test_a_persisted_snapshot_keeps_it(
        self, workflows: WorkflowsStorage, make: Make, value: Any
    ) -> None:
        run = await make.run(workflows, {"v": value})

        whole = await workflows.load_workflow_snapshot(**key(run))
        part = await workflows.get_workflow_run_by_id(run.run_id, fields=["v"])
        page = await workflows.list_workflow_runs(workflow_name=make.workflow)

        assert part is not None
        for found in (whole, part.snapshot, page.runs[0].snapshot):
            assert plain(found) == plain({"v": value})

    @json_values
    async def test_results_and_states_keep_it(
        self, workflows: WorkflowsStorage, make: Make, value: Any
    ) -> None:
        """What was there before they were merged into it as well."""
        run = await make.run(workflows, {"context": {}, "v": value})
        inside = {"v": value}

        context = await workflows.update_workflow_results(
            **key(run), step_id="one", result=inside, request_context=inside
        )
        snapshot = await workflows.update_workflow_state(
            **key(run), status="success", result=inside
        )

        expected = {"status": "success", "v": value, "result": inside, "requestContext": inside}
        expected |= {"context": {"one": inside}}
        assert plain(context) == plain({"one": inside})
        assert plain(snapshot) == plain(expected)
        assert plain(await workflows.load_workflow_snapshot(**key(run))) == plain(expected)

    async def test_nan_and_infinities_become_null(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        odd = [float("nan"), float("inf"), -float("inf")]
        run = await make.run(workflows, {"context": {}, "v": odd})

        context = await workflows.update_workflow_results(
            **key(run), step_id="one", result={"output": odd}
        )

        found = await workflows.load_workflow_snapshot(**key(run))
        assert found is not None
        assert found["v"] == context["one"]["output"] == [None] * 3
        assert found["context"] == context

    @pytest.mark.parametrize("levels", [200, 201])
    async def test_two_hundred_levels_are_kept_and_one_more_is_refused(
        self, workflows: WorkflowsStorage, make: Make, levels: int
    ) -> None:
        run, snapshot = await make.run(workflows), {"v": nested(levels - 1)}
        call = workflows.persist_workflow_snapshot(**key(run), snapshot=snapshot)

        if levels > 200:
            with pytest.raises(InvalidInputError, match=r"snapshot\.v.* is nested deeper"):
                await call
            assert await run_now(workflows, key(run)) == run
        else:
            await call
            assert await workflows.load_workflow_snapshot(**key(run)) == snapshot

    @pytest.mark.parametrize("odd", ODD_IDS, ids=ascii)
    async def test_any_text_names_a_run_and_nothing_but_itself(
        self, workflows: WorkflowsStorage, make: Make, odd: str
    ) -> None:
        """Rule 13."""
        workflow, run_id = f"{make.owner}{odd}"[:900], odd
        run = await make.run(workflows, workflow=workflow, run_id=run_id)
        for tail in ("A", "%", "x"):
            await make.run(workflows, workflow=f"{workflow}{tail}", run_id=run_id)
            await make.run(workflows, workflow=workflow, run_id=f"{run_id[:900]}{tail}")

        assert (await workflows.list_workflow_runs(workflow_name=workflow)).total == 4
        assert await run_now(workflows, key(run)) == run
        assert await workflows.delete_workflow_run_by_id(**key(run)) is True
        assert (await workflows.list_workflow_runs(workflow_name=workflow)).total == 3


def plain(value: object) -> str:
    """Return a value as text that tells `1`, `1.0` and `true` apart."""
    return json.dumps(value, sort_keys=True)


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestLargeSnapshots:
    """Snapshots of some megabytes are nothing special; those over the limit are refused."""

    async def test_some_megabytes_are_kept_changed_and_read_in_part(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        context = {f"step{n}": succeeded([f"{n} é" * 20_000] * 4) for n in range(20)}
        run = await make.run(workflows, make.snapshot(context=context))

        changed = await workflows.update_workflow_results(
            **key(run), step_id="step3", result=succeeded("small")
        )
        await workflows.update_workflow_state(**key(run), status="success")

        assert changed == {**context, "step3": succeeded("small")}
        expected = run.snapshot | {"context": changed, "status": "success"}
        assert await workflows.load_workflow_snapshot(**key(run)) == expected
        part = await workflows.get_workflow_run_by_id(run.run_id, fields=["status"])
        assert part is not None
        assert part.snapshot == {"status": "success"}

    async def test_one_over_the_limit_is_refused_by_its_largest_places_and_the_run_stays(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """mastra#17284, mastra#20288: who is not told what is so large cannot leave it out."""
        run = await make.run(workflows)
        large = succeeded({"pages": ["x" * DEFAULT_MAX_BYTES, "y" * 1_000_000]})
        snapshot = make.snapshot(context={"crawl": large})

        with pytest.raises(InvalidInputError) as caught:
            await workflows.persist_workflow_snapshot(**key(run), snapshot=snapshot)

        said = str(caught.value)
        assert f"snapshot.context.crawl.output.pages[0] has {DEFAULT_MAX_BYTES + 2:,}" in said
        assert "snapshot.context.crawl.output.pages[1] has 1,000,002" in said
        assert "xxx" not in said
        assert await run_now(workflows, key(run)) == run


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestTimesOfRuns:
    """Time comes back aware, in UTC, at millisecond precision (rule 11)."""

    @pytest.mark.parametrize("moment", MOMENTS, ids=str)
    async def test_any_moment_of_any_zone_comes_back_in_utc(
        self, workflows: WorkflowsStorage, make: Make, moment: datetime
    ) -> None:
        """The original's PostgreSQL wrote the wall clock of whatever process it was."""
        expected = moment.astimezone(UTC)
        expected = expected.replace(microsecond=expected.microsecond // 1000 * 1000)
        run = await make.run(workflows, created_at=moment)

        found = await run_now(workflows, key(run))
        page = await workflows.list_workflow_runs(
            workflow_name=make.workflow, from_date=moment, to_date=moment
        )

        assert (found.created_at, found.updated_at) == (expected, expected)
        assert found.created_at.tzinfo is found.updated_at.tzinfo is UTC
        assert page.runs == [found]

    async def test_times_are_ordered_as_instants(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        runs = [await make.run(workflows, created_at=moment) for moment in MOMENTS[::-1]]

        page = await workflows.list_workflow_runs(workflow_name=make.workflow)

        expected = sorted(runs, key=lambda run: (run.created_at, run.run_id), reverse=True)
        assert run_ids(page.runs) == run_ids(expected)


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestReturnedAndPassedSnapshots:
    """Changing a returned or a passed object never changes the store (rule 12)."""

    async def test_a_snapshot_is_the_callers_wherever_it_goes_or_comes_from(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """The original's memory kept the object that it was given."""
        run = await make.run(workflows, {"context": deep(), "v": deep()})
        result, state, request = deep(), deep(), deep()

        context = await workflows.update_workflow_results(
            **key(run), step_id="one", result=result, request_context=request
        )
        snapshot = await workflows.update_workflow_state(**key(run), status="success", result=state)
        loaded = await workflows.load_workflow_snapshot(**key(run))
        part = await workflows.get_workflow_run_by_id(run.run_id, fields=["v", "context"])
        page = await workflows.list_workflow_runs(workflow_name=make.workflow)
        for each in (context, snapshot, loaded, result, state, request, run.snapshot):
            spoil(each)
        for each_run in (part, await run_now(workflows, key(run)), *page.runs):
            spoil(each_run and each_run.snapshot)

        expected: dict[str, Any] = {name: deep() for name in ("v", "result", "requestContext")}
        expected |= {"status": "success", "context": {**deep(), "one": deep()}}
        assert await workflows.load_workflow_snapshot(**key(run)) == expected

    async def test_a_first_result_shares_nothing_with_the_next_ones(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        first, second = make.key(), make.key()
        for named in (first, second):
            spoil(await workflows.update_workflow_results(**named, step_id="one", result={}))

        for named in (first, second):
            assert (await run_now(workflows, named)).snapshot["context"] == {"one": {}}

    async def test_a_page_is_the_callers(self, workflows: WorkflowsStorage, make: Make) -> None:
        await make.run(workflows)
        page = await workflows.list_workflow_runs(workflow_name=make.workflow)

        page.runs.clear()

        assert len((await workflows.list_workflow_runs(workflow_name=make.workflow)).runs) == 1
