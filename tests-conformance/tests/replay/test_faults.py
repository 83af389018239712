"""What a store does wrong is unexplained: a fault in each kind of answer, planted and found."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_conformance.replay.run import Replay
from mastra_storage_core import Store
from mastra_storage_core.errors import ConflictError
from mastra_storage_memory import InMemoryStore

LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def page_field(name: str, change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda page: page.model_copy(update={name: change(getattr(page, name))})


def an_error(_: Any) -> Any:
    raise ConflictError


def field_of_runs(name: str, value: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return page_field("runs", lambda runs: [r.model_copy(update={name: value(r)}) for r in runs])


FAULTS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "has_more is wrong": ("list_messages", page_field("has_more", lambda more: not more)),
    "the total is wrong": ("list_messages", page_field("total", lambda total: total and total + 1)),
    "messages are reversed": ("list_messages", page_field("messages", lambda rows: rows[::-1])),
    "a message is missing": ("list_messages_by_id", lambda rows: rows[1:]),
    "nulls in metadata are lost": (
        "get_thread_by_id",
        lambda found: found and page_field("metadata", without_nulls)(found),
    ),
    "updated_at is stale": ("update_thread", page_field("updated_at", lambda _: LONG_AGO)),
    "an error of another class": ("clone_thread", an_error),
    "a result is lost": ("copy_thread", lambda _: None),
    "a page of runs says it is another": ("list_workflow_runs", page_field("page", lambda _: 1)),
    "has_more of runs is wrong": ("list_workflow_runs", page_field("has_more", lambda _: True)),
    "runs are reversed": ("list_workflow_runs", page_field("runs", lambda runs: runs[::-1])),
    "a change of state has no time": (
        "list_workflow_runs",
        field_of_runs("updated_at", lambda run: run.created_at),
    ),
    "the owner of a run is lost": (
        "get_workflow_run_by_id",
        lambda run: run and run.model_copy(update={"resource_id": None}),
    ),
    "a snapshot has a null too many": (
        "load_workflow_snapshot",
        lambda snapshot: snapshot and {**snapshot, "error": None},
    ),
    "an empty object in a snapshot is lost": (
        "update_workflow_state",
        lambda snapshot: snapshot and {k: v for k, v in snapshot.items() if v != {}},
    ),
    "a step is lost": (
        "update_workflow_results",
        lambda context: dict(list(context.items())[1:]),
    ),
    "a run that was deleted was not there": ("delete_workflow_run_by_id", lambda there: not there),
    "a snapshot is refused": ("persist_workflow_snapshot", an_error),
    "items are reversed": ("list_items", page_field("items", lambda items: items[::-1])),
    "an item is of another version": (
        "get_item_by_id",
        lambda item: item and item.model_copy(update={"dataset_version": 9}),
    ),
    "a row of a history is missing": ("get_item_history", lambda rows: rows[1:]),
    "a version is missing": ("list_dataset_versions", page_field("versions", lambda v: v[:-1])),
    "data sets are reversed": ("list_datasets", page_field("datasets", lambda sets: sets[::-1])),
    "a ground truth is lost": (
        "update_item",
        lambda item: item.model_copy(update={"ground_truth": None}),
    ),
    "an item of no data set is accepted": ("add_item", an_error),
    "an experiment has another status": (
        "update_experiment",
        lambda found: found.model_copy(update={"status": "failed"}),
    ),
    "results are reversed": (
        "list_experiment_results",
        page_field("results", lambda results: results[::-1]),
    ),
    "a result has another attempt": (
        "upsert_experiment_result",
        lambda result: result.model_copy(update={"attempt": 5}),
    ),
    "a tag is lost": (
        "add_experiment_result",
        lambda result: result.model_copy(update={"tags": None}),
    ),
    "a summary is lost": ("get_review_summary", lambda rows: rows[1:]),
}


def without_nulls(metadata: dict[str, Any] | None) -> dict[str, Any] | None:
    return metadata and {key: value for key, value in metadata.items() if value is not None}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_unexplained(
    fault: str, run_replay: Callable[[Store], Replay], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = InMemoryStore()
    name, change = FAULTS[fault]
    domain = next(each for each in store.stores.values() if hasattr(each, name))
    method = getattr(domain, name)

    async def faulty(**arguments: Any) -> Any:
        return change(await method(**arguments))

    monkeypatch.setattr(domain, name, faulty)

    assert {each.call.method for each in run_replay(store).unexplained} >= {camel(name)}


def test_a_guard_that_holds_nothing_back_is_unexplained(
    run_replay: Callable[[Store], Replay], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = InMemoryStore()
    update = store.workflows.update_workflow_state

    async def unguarded(*, expected_status: Any = None, **arguments: Any) -> Any:
        return await update(**arguments)

    monkeypatch.setattr(store.workflows, "update_workflow_state", unguarded)

    assert "updateWorkflowState" in {each.call.method for each in run_replay(store).unexplained}


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))
