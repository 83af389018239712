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
from mastra_storage_conformance.replay.run import Replay, Status, choose_reference, replay
from mastra_storage_conformance.replay.transcript import Raised, Transcript
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Store
from mastra_storage_core.errors import ConfigurationError, ConflictError
from mastra_storage_core.ids import at_milliseconds
from mastra_storage_libsql import LibSQLStore
from mastra_storage_memory import InMemoryStore
from mastra_storage_pg import PostgresStore

UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ON_PG = pytest.param("on_pg", marks=pytest.mark.server)
ON_ALL = ["on_memory", "on_libsql", ON_PG]
CALLS = {"memory": 342, "workflows": 97}


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
}


def without_nulls(metadata: dict[str, Any] | None) -> dict[str, Any] | None:
    return metadata and {key: value for key, value in metadata.items() if value is not None}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_unexplained(
    fault: str, run_replay: Callable[[Store], Replay], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = InMemoryStore()
    name, change = FAULTS[fault]
    domain = store.workflows if "workflow" in name else store.memory
    method = getattr(domain, name)

    async def faulty(**arguments: Any) -> Any:
        return change(await method(**arguments))

    monkeypatch.setattr(domain, name, faulty)

    assert {each.call.method for each in run_replay(store).unexplained} >= {camel(name)}


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))


async def with_a_thread() -> Store:
    store = InMemoryStore()
    await store.memory.create_thread(resource_id="r")
    return store


async def with_a_run() -> Store:
    store = InMemoryStore()
    await store.workflows.persist_workflow_snapshot(workflow_name="w", run_id="r", snapshot={})
    return store


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("filled", "held", "other"),
    [(with_a_thread, "threads", "workflows"), (with_a_run, "runs", "memory")],
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


def test_an_id_that_was_never_returned_is_unexplained(transcripts: dict[str, Transcript]) -> None:
    calls = [call for call in transcripts["libsql"] if call.method == "setObservingFlag"]

    found = asyncio.run(replay(InMemoryStore(), {"libsql": calls}))

    assert [each.status for each in found.verdicts] == [Status.UNEXPLAINED]
    assert "never returned" in found.verdicts[0].differences[0]


def test_the_namesake_is_the_reference() -> None:
    assert choose_reference(InMemoryStore(), {"libsql": [], "memory": []}) == "memory"
    assert choose_reference(InMemoryStore(), {"pg": [], "libsql": []}) == "pg"


def test_only_calls_of_wanted_domains_are_made(transcripts: dict[str, Transcript]) -> None:
    found = asyncio.run(replay(InMemoryStore(), transcripts, domains=["workflows", "scores"]))

    assert {each.call.domain for each in found.verdicts} == {"workflows"}
    assert [len(found.verdicts), found.left_out] == [97, 940 - 97]
