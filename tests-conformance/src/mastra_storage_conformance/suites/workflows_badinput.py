"""Bad values for workflows: refused on every backend alike, before any I/O, and nothing is lost."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import InvalidInputError, Store, WorkflowsStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NAIVE,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    CallWith,
    grid,
    refused,
)
from mastra_storage_conformance.suites._support import key, run_now
from mastra_storage_conformance.suites.values import nested

WorkflowCall: TypeAlias = Call[WorkflowsStorage]
WorkflowCallWith: TypeAlias = CallWith[WorkflowsStorage]

RUN: dict[str, Any] = {"workflow_name": "w", "run_id": "r"}

METHODS: dict[str, Callable[..., WorkflowCall]] = {
    "persist": lambda **x: lambda w: w.persist_workflow_snapshot(**{**RUN, "snapshot": {}, **x}),
    "load": lambda **x: lambda w: w.load_workflow_snapshot(**{**RUN, **x}),
    "get": lambda **x: lambda w: w.get_workflow_run_by_id(**{**RUN, **x}),
    "list": lambda **x: lambda w: w.list_workflow_runs(**x),
    "delete": lambda **x: lambda w: w.delete_workflow_run_by_id(**{**RUN, **x}),
    "results": lambda **x: (
        lambda w: w.update_workflow_results(**{**RUN, "step_id": "s", "result": {}, **x})
    ),
    "state": lambda **x: lambda w: w.update_workflow_state(**{**RUN, "status": "running", **x}),
    "claim": lambda **x: (
        lambda w: w.claim_run_ownership(**{**RUN, "owner_id": "o", "lease_ms": 1, **x})
    ),
    "renew": lambda **x: (
        lambda w: w.renew_run_ownership(**{**RUN, "generation": 1, "lease_ms": 1, **x})
    ),
    "release": lambda **x: lambda w: w.release_run_ownership(**{**RUN, "generation": 1, **x}),
    "ownership": lambda **x: lambda w: w.get_run_ownership(**{**RUN, **x}),
}
"""A sound call of each method, but for the arguments that are given."""
WRITING = "persist results state delete"
OWNING = "claim renew release ownership"


def given(methods: str, argument: str, *values: object, **others: Any) -> dict[str, WorkflowCall]:
    """Return a call of each method with each value of an argument."""

    def with_value(method: str) -> WorkflowCallWith:
        return lambda w, x: METHODS[method](**{argument: x, **others})(w)

    calls = {f"{method} {argument}": with_value(method) for method in methods.split()}
    return grid(values, calls)


NO_ID = (*BLANK, *NUL, *TOO_LONG, 5, b"bytes", ["a"], None)
IDS = {
    **given(f"{WRITING} {OWNING} load", "workflow_name", *NO_ID),
    **given(f"{WRITING} {OWNING} load get", "run_id", *NO_ID),
    **given("get list", "workflow_name", *NO_ID[:-1]),
    **given(f"{WRITING} load get list", "resource_id", *NO_ID[:-1]),
    **given("list", "thread_id", *NO_ID[:-1]),
    **given("results", "step_id", *NO_ID),
    **given("claim", "owner_id", *NO_ID),
    **given("get", "fields", "status", b"status", 5, {"status": 1}, [*NUL], [""], [None], [["a"]]),
}
NO_STATUS = ("", "RUNNING", "done", " running", 1, True, b"running", {"status": "running"}, ...)
STATUSES = {
    **given("state", "status", *NO_STATUS, None, ["running"]),
    **given("list", "status", *NO_STATUS, ["running"]),
    **given("state", "expected_status", *NO_STATUS, [], (), ["running", None], [["running"]]),
}
NO_TIME = (NAIVE, "2024-03-01T12:00:00Z", 1_709_294_400_000, NAIVE.date())
TIMES = {
    **given("persist", "created_at", *NO_TIME),
    **given("persist", "updated_at", *NO_TIME),
    **given("list", "from_date", *NO_TIME),
    **given("list", "to_date", *NO_TIME),
}
PAGES_OF_RUNS = {
    **given("list", "page", *NO_COUNT, None),
    **given("list", "page", *NO_COUNT, None, per_page=2),
    **given("list", "per_page", *NO_COUNT),
    **given("list", "page", 1, per_page=None),
    **given("list", "page", 2**53 - 1, per_page=2),
    **given("list", "include_total", 1, None),
}
NUMBERS = {
    **given("claim renew", "lease_ms", *NO_COUNT, 0, None, 367 * 24 * 60 * 60 * 1000),
    **given("claim", "force", 1, "true", None),
    **given("claim", "expected_generation", *NO_COUNT, 2**53),
    **given("renew release", "generation", *NO_COUNT, 2**53, None),
    **given(WRITING, "fence", *NO_COUNT, 2**53),
}
NO_OBJECT: tuple[Any, ...] = (5, True, "text", "{}", [], [("a", 1)], b"{}", {1, 2}, ...)
NO_JSON = ({"k": ...}, {"k": {1}}, {"k": b"x"}, {"k": NAIVE}, {1: 2}, {"k": [{None: 1}]})
TOO_DEEP = {"k": nested(200)}
TOO_MANY_DIGITS = {"k": 10**4300}
OBJECTS = "result error suspended_paths waiting_paths resume_labels active_steps_path"
VALUES = {
    **given("persist", "snapshot", *NO_OBJECT, *NO_JSON, TOO_DEEP, TOO_MANY_DIGITS, None),
    **given("results", "result", *NO_OBJECT, *NO_JSON, TOO_DEEP, None),
    **given("results", "request_context", *NO_OBJECT, *NO_JSON),
    **given("state", "tracing_context", *NO_OBJECT, *NO_JSON),
    **given("state", "active_paths", None, 5, "text", b"text", {"a": 1}, [{1}], [...], {b"x"}),
}
for name in OBJECTS.split():
    VALUES |= given("state", name, *NO_OBJECT, *NO_JSON)
REFUSED = IDS | STATUSES | TIMES | PAGES_OF_RUNS | NUMBERS | VALUES


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestBadInputForWorkflows:
    """What no backend stores is refused in the same way by all."""

    @pytest.mark.parametrize("group", [IDS, STATUSES, TIMES, PAGES_OF_RUNS, NUMBERS, VALUES])
    async def test_it_is_refused_before_any_io(
        self, open_fresh: Callable[[], Store], group: dict[str, WorkflowCall]
    ) -> None:
        """Even by a store that is closed: there is nothing to ask it."""
        store = open_fresh()
        await store.close()

        for call in group.values():
            await refused(call, store.workflows)

    @pytest.mark.parametrize(
        ("value", "path"),
        [
            ({"context": {"one": {"output": [0, {1, 2}]}}}, "snapshot.context.one.output[1]"),
            ({"context": {"one": {"output": b"x"}}}, "snapshot.context.one.output"),
            ({"value": {"at": NAIVE}}, "snapshot.value.at"),
            ({"context": {"one": {5: 1}}}, "snapshot.context.one"),
            ({"context": {"one": nested(199)}}, "snapshot.context.one.k[0].k[0]"),
        ],
    )
    async def test_what_is_no_json_is_named_by_its_path_and_the_run_stays(
        self, workflows: WorkflowsStorage, make: Make, value: dict[str, Any], path: str
    ) -> None:
        run = await make.run(workflows)

        with pytest.raises(InvalidInputError) as caught:
            await workflows.persist_workflow_snapshot(**key(run), snapshot=value)

        assert path in str(caught.value)
        assert await run_now(workflows, key(run)) == run

    @pytest.mark.parametrize("argument", ["result", "request_context"])
    async def test_results_are_named_by_their_paths_as_well(
        self, workflows: WorkflowsStorage, make: Make, argument: str
    ) -> None:
        run = await make.run(workflows)
        bad: Any = {"result": {}, argument: {"output": [{"x": {1}}]}}

        with pytest.raises(InvalidInputError, match=rf"{argument}\.output\[0\]\.x is a set"):
            await workflows.update_workflow_results(**key(run), step_id="one", **bad)

        assert await run_now(workflows, key(run)) == run
