"""Results of steps: put into the context of a run, slot by slot where a foreach needs it."""

from typing import Any

import pytest
from mastra_storage_core import CorruptDataError, InvalidInputError, WorkflowsStorage
from mastra_storage_core.ids import now

from mastra_storage_conformance.make import PENDING, Make, foreach, succeeded, suspended
from mastra_storage_conformance.suites._support import key, run_now
from mastra_storage_conformance.suites.values import nested

ODD_STEPS = [
    "input",
    "__state",
    "a.b",
    "$",
    "0",
    "[0]",
    "'",
    '"',
    "é",
    "e\u0301",
    " a ",
    "__proto__",
]


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateWorkflowResults:
    """`update_workflow_results` puts the result of a step into the context."""

    async def test_a_result_is_put_and_the_whole_context_is_returned(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, make.snapshot(context={"input": 1, "one": succeeded(1)}))
        result = succeeded({"text": "Two"}, metadata={"nestedRunId": "n"})

        context = await workflows.update_workflow_results(
            **key(run), step_id="two", result=result, request_context={}
        )

        assert context == {"input": 1, "one": succeeded(1), "two": result}
        assert await workflows.load_workflow_snapshot(**key(run)) == {
            **run.snapshot,
            "context": context,
        }

    async def test_it_replaces_an_older_result_whole(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, make.snapshot(context={"one": suspended(extra=1)}))

        for result in (succeeded(1), {"status": "running"}, {}):
            context = await workflows.update_workflow_results(
                **key(run), step_id="one", result=result
            )
            assert context == {"one": result}

    async def test_the_rest_of_the_run_stays_and_updated_at_is_now(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """In the original's SQLite `updated_at` stood still."""
        run = await make.run(workflows, make.snapshot(unknown={"x": [1]}), owner=make.owner)
        before = now()

        await workflows.update_workflow_results(**key(run), step_id="one", result={})

        found = await run_now(workflows, key(run))
        assert before <= found.updated_at <= now()
        assert (found.created_at, found.resource_id) == (run.created_at, make.owner)
        context = {**run.snapshot["context"], "one": {}}
        assert found.snapshot == {**run.snapshot, "context": context}

    @pytest.mark.parametrize("step", ODD_STEPS, ids=ascii)
    async def test_any_text_names_a_step(
        self, workflows: WorkflowsStorage, make: Make, step: str
    ) -> None:
        run = await make.run(workflows, make.snapshot(context={f"{step}x": {}}))

        context = await workflows.update_workflow_results(
            **key(run), step_id=step, result=succeeded(step)
        )

        assert context == {f"{step}x": {}, step: succeeded(step)}

    async def test_the_request_context_is_put_over_the_stored_one_key_by_key(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, make.snapshot(requestContext={"a": {"x": 1}, "b": 1}))

        await workflows.update_workflow_results(
            **key(run), step_id="one", result={}, request_context={"a": {"y": 2}, "c": None}
        )

        merged = {"a": {"y": 2}, "b": 1, "c": None}
        assert (await run_now(workflows, key(run))).snapshot["requestContext"] == merged

    @pytest.mark.parametrize("stored", [{}, {"requestContext": None}, {"requestContext": [1]}])
    async def test_a_request_context_that_is_none_begins_empty(
        self, workflows: WorkflowsStorage, make: Make, stored: dict[str, Any]
    ) -> None:
        run = await make.run(workflows, {"context": {}, **stored})

        await workflows.update_workflow_results(
            **key(run), step_id="one", result={}, request_context={"a": 1}
        )

        found = await workflows.load_workflow_snapshot(**key(run))
        assert found == {"context": {"one": {}}, "requestContext": {"a": 1}}

    async def test_a_run_that_does_not_exist_yet_is_made(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """Rule 8. The original's memory returned `{}` and stored nothing."""
        named, before = make.key(), now()

        context = await workflows.update_workflow_results(
            **named, step_id="one", result=succeeded(1), request_context={"a": 1}
        )

        run = await run_now(workflows, named)
        assert context == run.snapshot["context"] == {"one": succeeded(1)}
        assert run.snapshot["requestContext"] == {"a": 1}
        assert (run.status, run.snapshot["runId"]) == ("pending", named["run_id"])
        assert (run.snapshot["activePaths"], run.snapshot["suspendedPaths"]) == ([], {})
        assert before <= run.created_at == run.updated_at <= now()
        assert run.resource_id is None

    @pytest.mark.parametrize("stored", [{}, {"context": None}, {"context": []}, {"context": "x"}])
    async def test_a_snapshot_without_a_context_is_corrupt_and_stays(
        self, workflows: WorkflowsStorage, make: Make, stored: dict[str, Any]
    ) -> None:
        run = await make.run(workflows, {"status": "running", **stored})

        with pytest.raises(CorruptDataError, match="it was not changed") as caught:
            await workflows.update_workflow_results(**key(run), step_id="one", result={})

        assert caught.value.key == run.run_id
        assert await run_now(workflows, key(run)) == run

    async def test_a_result_that_is_too_deep_for_its_place_is_refused_and_the_run_stays(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """Of 200 levels the snapshot, the context and the result take three."""
        run = await make.run(workflows)
        fits, too_deep = ({"output": nested(levels)} for levels in (197, 198))

        with pytest.raises(InvalidInputError, match=r"snapshot\.context\.one\.output"):
            await workflows.update_workflow_results(**key(run), step_id="one", result=too_deep)

        assert await run_now(workflows, key(run)) == run
        context = await workflows.update_workflow_results(**key(run), step_id="one", result=fits)
        assert context["one"] == fits


WAITS = suspended()
DONE = succeeded("done")
NEARLY = {"__mastra_pending__": 1}


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestForeachResults:
    """Where old and new result have arrays as `output`, these are merged slot by slot."""

    @pytest.mark.parametrize(
        ("old", "new", "merged"),
        [
            ([1, 2], [None, 3], [1, 3]),
            ([1, 2, 3], [9], [9, 2, 3]),
            ([1], [None, None, 4], [1, None, 4]),
            ([], [1], [1]),
            ([1], [], [1]),
            ([1], [0], [0]),
            ([PENDING], [None], [PENDING]),
            ([PENDING], [1], [1]),
            ([WAITS], [DONE], [DONE]),
            ([WAITS, 1], [NEARLY, 2], [NEARLY, 2]),
            ([1], [PENDING], [1]),
            ([DONE], [PENDING], [DONE]),
            ([None], [PENDING], [None]),
            ([PENDING], [PENDING], [None]),
            ([WAITS], [PENDING], [None]),
            ([{"status": "suspended"}], [PENDING], [{"status": "suspended"}]),
            ([NEARLY], [PENDING], [NEARLY]),
            ([], [PENDING], [None]),
            ([1, 2], [PENDING, 9], [1, 2]),
            ([WAITS, 2], [PENDING, 9, 8], [None, 2, None]),
        ],
    )
    async def test_slots_are_merged(
        self, workflows: WorkflowsStorage, make: Make, old: Any, new: Any, merged: Any
    ) -> None:
        run = await make.run(workflows, make.snapshot(context={"each": foreach(*old)}))

        context = await workflows.update_workflow_results(
            **key(run), step_id="each", result=foreach(*new)
        )

        assert context["each"]["output"] == merged
        assert (await run_now(workflows, key(run))).snapshot["context"] == context

    async def test_an_iteration_is_tried_again(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """mastra#17293: a marker clears its slot alone, and only while that has no result."""
        context = {"each": foreach(1, 2, WAITS, status="suspended", kept=1)}
        run = await make.run(workflows, make.snapshot(context=context))

        cleared = await workflows.update_workflow_results(
            **key(run), step_id="each", result=foreach(PENDING, None, PENDING, status="failed")
        )
        filled = await workflows.update_workflow_results(
            **key(run), step_id="each", result=foreach(9, None, 3)
        )

        assert cleared["each"] == foreach(1, 2, None, status="suspended", kept=1)
        assert filled["each"] == foreach(9, 2, 3, kept=1)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (foreach(1, 2, kept=1), succeeded({"0": 1})),
            (foreach(1, 2, kept=1), {"status": "running"}),
            (succeeded("text", kept=1), foreach(PENDING, 1)),
            ({"status": "running", "kept": 1}, foreach(None)),
            ([1, 2], foreach(3)),
        ],
    )
    async def test_where_one_of_them_has_no_array_the_new_one_replaces_the_old(
        self, workflows: WorkflowsStorage, make: Make, old: Any, new: dict[str, Any]
    ) -> None:
        run = await make.run(workflows, make.snapshot(context={"each": old}))

        context = await workflows.update_workflow_results(**key(run), step_id="each", result=new)

        assert context == {"each": new}
