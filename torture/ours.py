"""Acts of methods that the original does not have, or that the proof of interchange calls with
little: many rows at once, signals, owners of runs, files, pruning.
"""

import json
import os
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from mastra_storage_core import (
    LegacyEval,
    LegacyTrace,
    MessageUpdate,
    NewItem,
    NewMessage,
    Policy,
    Store,
)
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.kinds.every import EVERY

from interop.domains.observability_load import span
from interop.domains.values import MOMENT
from interop.domains.versioned_load import created
from interop.domains.workflows_load import snapshot
from torture.acts import Act, Kept, Row, call

_MANY = 60


def act(name: str, /, *args: Any, **fields: Any) -> Act:
    """Return the act of a method of ours, called with this."""
    domain, method = name.split(".")

    async def run(store: Store, _: Kept) -> None:
        await getattr(store.get_store(domain), method)(*args, **fields)

    return Act(name, run)


def prune(name: str, size: int, *owners: str) -> Act:
    """Return the act that prunes a table, such as `memory.threads`, in batches of some rows; the
    columns tell of which thing a row is a part.
    """
    domain, table = name.split(".")
    policies = {table: Policy(max_age=timedelta(milliseconds=1), batch_size=size)}

    async def run(store: Store, _: Kept) -> None:
        pruned: Any = store.get_store(domain)
        await pruned.prune(policies, pause=0)

    def thing(row: Row) -> object:
        return next((row[name] for name in owners if row.get(name)), repr(row))

    return Act(f"{domain}.prune", run, thing)


def _message(number: int, **fields: Any) -> NewMessage:
    given = {"thread_id": "made", "resource_id": "ada", "role": "user", "created_at": MOMENT}
    return NewMessage(id=f"many {number:03d}", content=f"said {number}", **(given | fields))


_IDS = [f"many {number:03d}" for number in range(_MANY)]
_RUN: dict[str, Any] = {"workflow_name": "trip", "run_id": "owned"}

_MEMORY = (
    act("memory.create_thread", thread_id="made", resource_id="ada", title="Made"),
    act("memory.save_messages", [_message(number) for number in range(_MANY)]),
    act("memory.save_messages", [_message(number, role="assistant") for number in range(_MANY)]),
    act("memory.clone_thread", "made", new_thread_id="made clone"),
    act("memory.copy_thread", "made", new_thread_id="made copy", message_limit=_MANY // 2),
    act("memory.update_thread", "made", title="Renamed", metadata={"more": [1]}),
    act(
        "memory.update_messages",
        [MessageUpdate(id=id, thread_id="made copy") for id in _IDS[: _MANY // 2]],
    ),
    act("memory.update_thread_resource_id", "made copy", "grace"),
    act("memory.delete_messages", _IDS[::2]),
    act("memory.delete_thread", "made clone"),
    act("memory.delete_thread", "made"),
    prune("memory.messages", 10),
    prune("memory.threads", 3, "thread_id", "threadId", "id"),
    prune("memory.resources", 2),
)


async def _claim(store: Store, kept: Kept) -> None:
    owned = await store.workflows.claim_run_ownership(**_RUN, owner_id="worker", lease_ms=3_600_000)
    kept["generation"] = owned.generation


def _owned(method: str, argument: str, **fields: Any) -> Act:
    """Return the act of whoever has claimed the run."""

    async def run(store: Store, kept: Kept) -> None:
        given = {**_RUN, argument: kept["generation"], **fields}
        await getattr(store.workflows, method)(**given)

    return Act(f"workflows.{method}", run)


_WORKFLOWS = (
    act("workflows.create_workflow_snapshot", **_RUN, snapshot=snapshot("owned")),
    Act("workflows.claim_run_ownership", _claim),
    _owned("renew_run_ownership", "generation", lease_ms=7_200_000),
    _owned("save_workflow_run", "fence", snapshot=snapshot("owned", value={"n": 1})),
    _owned("update_workflow_state", "fence", status="success", result={"n": 2}),
    _owned("release_run_ownership", "generation"),
    act("workflows.delete_workflow_run_by_id", "owned", workflow_name="trip"),
    prune("workflows.workflow_snapshot", 3),
)


def _signal(kind: str, number: int, **fields: Any) -> dict[str, Any]:
    common = {"timestamp": MOMENT, "trace_id": "many", "span_id": f"many {number:03d}"}
    return {f"{kind}_id": f"{kind} {number:03d}"} | common | fields


def _signals(kind: str, **fields: Any) -> list[dict[str, Any]]:
    return [_signal(kind, number, **fields) for number in range(_MANY)]


_FEEDBACK = {"feedback_source": "user", "feedback_type": "rating", "value": 1}
_SCORE = {"scorer_id": "judge", "score": 0.5}
_SPANS = [span(id, "many", number) for number, id in enumerate(_IDS)]
_OBSERVABILITY = (
    act("observability.batch_create_spans", _SPANS),
    act("observability.batch_create_spans", [each | {"output": "again"} for each in _SPANS]),
    act(
        "observability.batch_update_spans",
        [{"trace_id": "many", "span_id": id, "output": {"n": 1}} for id in _IDS],
    ),
    act("observability.batch_create_logs", _signals("log", level="info", message="said")),
    act("observability.batch_create_metrics", _signals("metric", name="tokens", value=1.5)),
    act("observability.batch_create_scores", _signals("score", **_SCORE)),
    act("observability.batch_create_feedback", _signals("feedback", **_FEEDBACK)),
    act("observability.create_score", _signal("score", 900, **_SCORE)),
    act("observability.create_feedback", _signal("feedback", 900, **_FEEDBACK)),
    act(
        "observability.update_feedback_review_status",
        feedback_id="feedback 900",
        review_status="reviewed",
    ),
    act("observability.delete_scores", [f"score {number:03d}" for number in range(0, _MANY, 2)]),
    act("observability.delete_feedback", [f"feedback {number:03d}" for number in range(20)]),
    act("observability.batch_delete_traces", ["many", "plain"]),
    act("observability.batch_create_spans", _SPANS),
    act("observability.batch_create_logs", _signals("log", level="info", message="said")),
    prune("observability.spans", 1, "traceId"),
    prune("observability.logs", 20),
)
_EVAL = LegacyEval(
    input="asked",
    output="said",
    result={"score": 1},
    agent_name="agent",
    metric_name="metric",
    instructions="do",
    global_run_id="all",
    run_id="one",
    created_at=MOMENT,
)
_TRACE = LegacyTrace(
    id="span",
    trace_id="trace",
    name="span",
    scope="all",
    kind=1,
    start_time=1,
    end_time=2,
    created_at=MOMENT,
)
_SCORES = (
    act("scores.save_eval", _EVAL),
    act("scores.save_trace", _TRACE),
    prune("scores.scorers", 3),
)


def _of_kind(kind: Kind[Any, Any]) -> Iterator[Act]:
    """Yield the life of an entity: two versions, each of them published, restored, archived."""
    domain, id = kind.domain, "made"

    async def make(store: Store, _: Kept) -> None:
        await call(store, domain, "create", created(kind, id))

    async def restore(store: Store, _: Kept) -> None:
        domain_store: Any = store.get_store(domain)
        first = await domain_store.get_version_by_number(id, 1)
        await domain_store.restore_version(id, first.id)

    yield Act(f"{domain}.create", make)
    yield act(f"{domain}.publish", id)
    yield Act(f"{domain}.restore_version", restore)
    yield act(f"{domain}.publish", id)
    yield act(f"{domain}.archive", id)
    yield act(f"{domain}.delete", id)


_AGENT = {"name": "agent", "instructions": "do", "model": {"provider": "p"}}
_VERSIONED = (
    *(each for kind in EVERY for each in _of_kind(kind.kind)),
    act("agents.create_agent", "of ours", _AGENT),
    act("agents.update_agent", "of ours", config=_AGENT | {"name": "renamed"}),
    act("agents.delete_agent", "of ours"),
)


def _items(first: int, count: int) -> list[NewItem]:
    numbers = range(first, first + count)
    return [NewItem(input={"n": number}, external_id=f"{number}") for number in numbers]


async def _add_items(store: Store, _: Kept) -> None:
    async def read() -> AsyncIterator[NewItem]:
        for item in _items(1_000, 1_200):  # three chunks of them
            yield item

    await store.datasets.add_items(read(), dataset_id="bulk")


async def _import_items(store: Store, _: Kept) -> None:
    file = Path(gettempdir()) / "mastra-torture-items.jsonl"
    if not file.exists():  # whole or not at all, for others may be reading it, or be killed
        lines = "".join(f"{json.dumps({'input': number})}\n" for number in range(700))
        begun = file.with_suffix(f".{os.getpid()}")
        begun.write_text(lines)
        begun.replace(file)
    await store.datasets.import_items(file, dataset_id="bulk")


async def _delete_items(store: Store, _: Kept) -> None:
    page = await store.datasets.list_items("bulk", per_page=1_000)
    ids = [item.id for item in page.items]
    await store.datasets.batch_delete_items(ids, dataset_id="bulk")


_TARGET = {"target_type": "agent", "target_id": "agent"}
_RESULT = {"started_at": MOMENT, "completed_at": MOMENT, "input": 1}
_DATASETS = (
    act("datasets.create_dataset", name="bulk", dataset_id="bulk"),
    act("datasets.batch_insert_items", _items(0, _MANY), dataset_id="bulk"),
    Act("datasets.add_items", _add_items),
    Act("datasets.import_items", _import_items),
    act(
        "experiments.create_experiment",
        experiment_id="bulk",
        dataset_id="bulk",
        dataset_version=1,
        total_items=2,
        **_TARGET,
    ),
    act("experiments.add_experiment_result", experiment_id="bulk", item_id="1", **_RESULT),
    act("experiments.upsert_experiment_result", experiment_id="bulk", item_id="2", **_RESULT),
    act("experiments.recount_experiment", "bulk"),
    Act("datasets.batch_delete_items", _delete_items),
    act("experiments.delete_experiment", "bulk"),
    act("datasets.delete_dataset", "bulk"),
)

OURS: dict[str, tuple[Act, ...]] = {
    "memory": _MEMORY,
    "workflows": _WORKFLOWS,
    "observability": _OBSERVABILITY,
    "scores": _SCORES,
    "versioned entities": _VERSIONED,
    "favorites": (),
    "datasets and experiments": _DATASETS,
}
"""By the names of the domains in the proof of interchange."""
