"""Whole domains, replayed on every backend: all is explained, and all answer alike."""

import asyncio
import json
import re
import shutil
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_conformance.replay.report import counts
from mastra_storage_conformance.replay.run import (
    Replay,
    Status,
    choose_reference,
    replay,
    replay_final_reads,
)
from mastra_storage_conformance.replay.transcript import Call, Raised, Returned, Transcript
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import NewScore, Store
from mastra_storage_core.errors import ConfigurationError
from mastra_storage_core.ids import at_milliseconds
from mastra_storage_libsql import LibSQLStore
from mastra_storage_memory import InMemoryStore
from mastra_storage_pg import PostgresStore

UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ON_PG = pytest.param("on_pg", marks=pytest.mark.server)
ON_ALL = ["on_memory", "on_libsql", ON_PG]
CALLS = {
    "memory": 342,
    "observability": 116,
    "workflows": 97,
    "datasets": 41,
    "experiments": 23,
    "scores": 74,
    "agents": 122,
    "prompt_blocks": 9,
    "mcp_clients": 7,
    "favorites": 10,
}


@pytest.mark.parametrize("name", ON_ALL)
def test_nothing_is_unexplained(name: str, request: pytest.FixtureRequest) -> None:
    found: Replay = request.getfixturevalue(name)

    assert Counter(each.call.domain for each in found.verdicts) == CALLS
    assert [(each.call.seq, each.differences) for each in found.unexplained] == []


@pytest.mark.parametrize("name", ON_ALL)
def test_what_explains_the_calls_is_checked_in(
    name: str, request: pytest.FixtureRequest, golden: Path
) -> None:
    found: Replay = request.getfixturevalue(name)
    checked_in = json.loads((golden / "public" / "explained.json").read_text())

    # `replay --json` prints the new ones under "domains".
    assert counts(found) == checked_in[found.store]


@pytest.mark.parametrize("name", ["on_libsql", ON_PG])
def test_all_backends_answer_alike(
    name: str, on_memory: Replay, request: pytest.FixtureRequest
) -> None:
    found: Replay = request.getfixturevalue(name)

    for one, other in zip(canonical(on_memory), canonical(found), strict=True):
        assert one == other


TIMES_IN_MS = range(10**12, 2 * 10**12)
"""Which integers may be times: those of 2001 to 2033."""


def canonical(found: Replay) -> list[tuple[int, str, Any]]:
    """Return the answers, made-up times and ids replaced by when they were made and first seen."""
    ids: dict[str, str] = {}

    def during(moment: datetime) -> str | None:
        return next((f"call {n}" for n, (a, z) in found.clock.items() if a <= moment <= z), None)

    def replaced(value: Any) -> Any:
        if isinstance(value, datetime):
            return during(value) or value
        if isinstance(value, int) and value in TIMES_IN_MS:
            return during(at_milliseconds(value)) or value
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z", value):
            return ("text", replaced(datetime.fromisoformat(value)))
        if isinstance(value, str):
            return re.sub(UUID, lambda m: ids.setdefault(m[0], f"id {len(ids)}"), value)
        if isinstance(value, dict):
            return {replaced(key): (type(item), replaced(item)) for key, item in value.items()}
        return [replaced(item) for item in value] if isinstance(value, list) else value

    answers = ((each.call, each.ours) for each in found.verdicts)
    return [
        (call.seq, call.method, ours.kind if isinstance(ours, Raised) else replaced(ours.value))
        for call, ours in answers
    ]


def test_a_file_that_only_the_original_has_initialised(
    reading: dict[str, Any],
    on_libsql: Replay,
    tmp_path: Path,
    golden: Path,
    run_replay: Callable[[Store], Replay],
) -> None:
    path = shutil.copy(golden / "empty" / "mastra.sqlite", tmp_path)

    found = run_replay(LibSQLStore(f"file:{path}", disable_init=True, **reading))

    assert canonical(found) == canonical(on_libsql)
    assert counts(found) == counts(on_libsql)


@pytest.mark.parametrize("disable_init", [True, False])
def test_a_database_that_only_the_original_has_initialised(
    disable_init: bool,
    on_pg: Replay,
    golden: Path,
    server: PostgresServer,
    run_replay: Callable[[Store], Replay],
) -> None:
    url = server.create_database("original", dump=golden / "empty" / "postgres.schema.sql")

    found = run_replay(PostgresStore(url, disable_init=disable_init))

    assert canonical(found) == canonical(on_pg)
    assert counts(found) == counts(on_pg)


LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


async def with_a_thread() -> Store:
    store = InMemoryStore()
    await store.memory.create_thread(resource_id="r")
    return store


async def with_a_run() -> Store:
    store = InMemoryStore()
    await store.workflows.persist_workflow_snapshot(workflow_name="w", run_id="r", snapshot={})
    return store


async def with_an_experiment() -> Store:
    store = InMemoryStore()
    await store.experiments.create_experiment(total_items=1)
    return store


async def with_a_data_set() -> Store:
    store = InMemoryStore()
    await store.datasets.create_dataset(name="n")
    return store


async def with_a_score() -> Store:
    store = InMemoryStore()
    key = {"scorer_id": "s", "run_id": "r", "entity_id": "e", "source": "LIVE"}
    values = {"score": 1, "scorer": {}, "entity": {}, "output": None, "created_at": LONG_AGO}
    await store.scores.save_score(NewScore.model_validate({**key, **values}))
    return store


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("filled", "held", "other"),
    [
        (with_a_thread, "threads", "workflows"),
        (with_a_run, "runs", "memory"),
        (with_a_data_set, "data sets", "memory"),
        (with_an_experiment, "experiments", "memory"),
        (with_a_score, "scores", "memory"),
    ],
)
async def test_a_store_that_is_not_empty_is_refused(
    filled: Callable[[], Awaitable[Store]],
    held: str,
    other: str,
    transcripts: dict[str, Transcript],
) -> None:
    store = await filled()

    with pytest.raises(ConfigurationError, match=f"empty store, and this one holds {held}"):
        await replay(store, transcripts)

    assert (await replay(store, transcripts, domains=[other])).unexplained == []


@pytest.mark.asyncio
async def test_what_the_original_wrote_stands_as_it_wrote_it() -> None:
    key = {"workflowName": "w", "runId": "r"}
    times = {"createdAt": LONG_AGO, "updatedAt": LONG_AGO}
    listed = {"runs": [{**key, "snapshot": {}, **times}], "total": 1}
    update = {**key, "opts": {"status": "running"}}
    calls = [
        Call(0, "workflows", "updateWorkflowState", (update,), Returned({"status": "running"})),
        Call(1, "workflows", "listWorkflowRuns", (), Returned(listed)),
    ]
    store = InMemoryStore()
    await store.workflows.persist_workflow_snapshot(
        workflow_name="w", run_id="r", snapshot={}, created_at=LONG_AGO, updated_at=LONG_AGO
    )

    found = await replay_final_reads(store, {"libsql": calls})

    says_its_page = "rule 5: a list of runs says its page, its size and has_more"
    assert [each.by for each in found.verdicts] == [(says_its_page,)]


def test_an_id_that_was_never_returned_is_unexplained(transcripts: dict[str, Transcript]) -> None:
    calls = [call for call in transcripts["libsql"] if call.method == "setObservingFlag"]

    found = asyncio.run(replay(InMemoryStore(), {"libsql": calls}))

    assert [each.status for each in found.verdicts] == [Status.UNEXPLAINED]
    assert "never returned" in found.verdicts[0].differences[0]


def test_the_namesake_is_the_reference() -> None:
    assert choose_reference(InMemoryStore(), {"libsql": [], "memory": []}) == "memory"
    assert choose_reference(InMemoryStore(), {"pg": [], "libsql": []}) == "pg"


def test_only_calls_of_wanted_domains_are_made(transcripts: dict[str, Transcript]) -> None:
    found = asyncio.run(replay(InMemoryStore(), transcripts, domains=["workflows", "knowledge"]))

    assert {each.call.domain for each in found.verdicts} == {"workflows"}
    assert [len(found.verdicts), found.left_out] == [97, 940 - 97]
