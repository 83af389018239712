"""Examples of the workflows domain: a run that somebody claimed, and one of long ago."""

from typing import Any

from mastra_storage_core import Store, WorkflowsStorage

from mastra_storage_conformance.examples.example import (
    AGES_AGO,
    LONG_AGO,
    NOON,
    Call,
    Example,
    Names,
)

_SNAPSHOT: dict[str, Any] = {
    "runId": "run",
    "status": "running",
    "value": {},
    "context": {"input": {"question": "Why?"}},
    "requestContext": {"a": 1},
}
_LEASE = 600_000


def _key(n: Names, run: str = "run") -> dict[str, Any]:
    return {"workflow_name": n("workflow"), "run_id": n(run)}


async def _seed(store: Store, n: Names) -> None:
    for run, at in (("run", NOON), ("old run", LONG_AGO)):
        await store.workflows.persist_workflow_snapshot(
            **_key(n, run),
            snapshot=_SNAPSHOT | {"status": "running" if at == NOON else "success"},
            resource_id=n("owner"),
            created_at=at,
            updated_at=at,
        )
    claim = await store.workflows.claim_run_ownership(**_key(n), owner_id="me", lease_ms=_LEASE)
    n.made[n.whose, "generation"] = str(claim.generation)


def _generation(n: Names) -> int:
    """Return that of the claim, or before there is one, any."""
    made = n("generation")
    return int(made) if made.isdecimal() else 1


def _calls(n: Names) -> list[Call]:
    run, new, fence = _key(n), _key(n, "new run"), _generation(n)
    mine: Any = {"resource_id": n("owner")}
    waiting = _SNAPSHOT | {"status": "suspended"}
    return [
        Call("persist_workflow_snapshot", **run, snapshot=waiting, **mine, fence=fence),
        Call("create_workflow_snapshot", **new, snapshot=waiting, **mine),
        Call("save_workflow_run", **run, snapshot=waiting, **mine),
        Call("load_workflow_snapshot", **run, **mine),
        Call("get_workflow_snapshot", **run, **mine),
        Call("get_workflow_run_by_id", n("run"), workflow_name=n("workflow"), **mine),
        Call("list_workflow_runs", workflow_name=n("workflow"), **mine, per_page=1),
        Call(
            "update_workflow_results",
            **run,
            step_id="one",
            result={"status": "success", "output": 1},
            request_context={"b": 2},
            **mine,
            fence=fence,
        ),
        Call("update_workflow_results", **new, step_id="one", result={"output": 1}, **mine),
        Call("update_workflow_state", **run, status="success", result={"a": 1}, **mine),
        Call("delete_workflow_run_by_id", n("run"), workflow_name=n("workflow"), **mine),
        Call("claim_run_ownership", **new, owner_id="me", lease_ms=_LEASE),
        Call("renew_run_ownership", **run, generation=fence, lease_ms=2 * _LEASE),
        Call("release_run_ownership", **run, generation=fence),
        Call("get_run_ownership", **run),
        Call("prune", {"workflow_snapshot": AGES_AGO}),
    ]


async def _probe(store: Store, n: Names) -> Any:
    workflows = store.workflows
    runs, of = ("run", "old run", "new run"), n("workflow")
    return (
        [await workflows.get_workflow_run_by_id(n(run), workflow_name=of) for run in runs],
        [await workflows.get_run_ownership(**_key(n, run)) for run in runs],
    )


WORKFLOWS = Example("workflows", WorkflowsStorage, _seed, _calls, _probe)
