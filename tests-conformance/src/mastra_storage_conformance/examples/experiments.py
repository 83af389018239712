"""Examples of the experiments domain: an experiment with two results."""

from typing import Any

from mastra_storage_core import ExperimentsStorage, Store

from mastra_storage_conformance.examples.example import NOON, Call, Example, Names


def _tenant(n: Names) -> dict[str, Any]:
    return {"organization_id": n("organization"), "project_id": n("project")}


def _result(n: Names, name: str, **fields: Any) -> dict[str, Any]:
    times = {"started_at": NOON, "completed_at": NOON}
    of = {"experiment_id": n("experiment"), "item_id": n(f"item of {name}")}
    return {**of, **times, "input": {"a": 1}, **_tenant(n), **fields}


async def _seed(store: Store, n: Names) -> None:
    experiments = store.experiments
    await experiments.create_experiment(
        total_items=3, experiment_id=n("experiment"), metadata={"a": 1}, **_tenant(n)
    )
    for name in ("result", "result 2"):
        await experiments.add_experiment_result(**_result(n, name), result_id=n(name))


def _calls(n: Names) -> list[Call]:
    mine, experiment, result = _tenant(n), n("experiment"), n("result")
    return [
        Call("create_experiment", total_items=1, experiment_id=n("new experiment"), **mine),
        Call("get_experiment_by_id", experiment, **mine),
        Call("update_experiment", experiment, status="running", metadata={"b": 2}, **mine),
        Call("list_experiments", **mine, per_page=1),
        Call("delete_experiment", experiment, **mine),
        Call(
            "add_experiment_result",
            **_result(n, "new result", output={"b": 2}, recount=True),
            result_id=n("new result"),
        ),
        Call("upsert_experiment_result", **_result(n, "result", output=2, recount=True)),
        Call("recount_experiment", experiment, **mine),
        Call(
            "update_experiment_result",
            result,
            experiment_id=experiment,
            status="reviewed",
            tags=["a"],
            **mine,
        ),
        Call("get_experiment_result_by_id", result, **mine),
        Call("list_experiment_results", experiment, **mine),
        Call("get_review_summary", **mine),
        Call("delete_experiment_results", experiment, **mine),
    ]


async def _probe(store: Store, n: Names) -> Any:
    experiments = store.experiments
    return [
        (
            await experiments.get_experiment_by_id(n(name)),
            (await experiments.list_experiment_results(n(name), per_page=None)).results,
        )
        for name in ("experiment", "new experiment")
    ]


EXPERIMENTS = Example("experiments", ExperimentsStorage, _seed, _calls, _probe)
