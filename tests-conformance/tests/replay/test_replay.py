"""The whole memory domain, replayed on every backend: all is explained, and all answer alike."""

import asyncio
import json
import re
import shutil
from collections.abc import Callable
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
from mastra_storage_libsql import LibSQLStore
from mastra_storage_memory import InMemoryStore
from mastra_storage_pg import PostgresStore

UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ON_PG = pytest.param("on_pg", marks=pytest.mark.server)
ON_ALL = ["on_memory", "on_libsql", ON_PG]


@pytest.mark.parametrize("name", ON_ALL)
def test_nothing_is_unexplained(name: str, request: pytest.FixtureRequest) -> None:
    found: Replay = request.getfixturevalue(name)

    assert len(found.verdicts) == 342
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


def canonical(found: Replay) -> list[tuple[int, str, Any]]:
    """Return the answers, made-up times and ids replaced by when they were made and first seen."""
    ids: dict[str, str] = {}

    def replaced(value: Any) -> Any:
        if isinstance(value, datetime):
            return next(
                (f"call {n}" for n, (a, z) in found.clock.items() if a <= value <= z), value
            )
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
}


def without_nulls(metadata: dict[str, Any] | None) -> dict[str, Any] | None:
    return metadata and {key: value for key, value in metadata.items() if value is not None}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_unexplained(
    fault: str, run_replay: Callable[[Store], Replay], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = InMemoryStore()
    name, change = FAULTS[fault]
    method = getattr(store.memory, name)

    async def faulty(**arguments: Any) -> Any:
        return change(await method(**arguments))

    monkeypatch.setattr(store.memory, name, faulty)

    assert {each.call.method for each in run_replay(store).unexplained} >= {camel(name)}


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))


def test_a_store_that_is_not_empty_is_refused(transcripts: dict[str, Transcript]) -> None:
    async def run() -> None:
        store = InMemoryStore()
        await store.memory.create_thread(resource_id="r")
        await replay(store, transcripts)

    with pytest.raises(ConfigurationError, match="empty"):
        asyncio.run(run())


def test_an_id_that_was_never_returned_is_unexplained(transcripts: dict[str, Transcript]) -> None:
    calls = [call for call in transcripts["libsql"] if call.method == "setObservingFlag"]

    found = asyncio.run(replay(InMemoryStore(), {"libsql": calls}))

    assert [each.status for each in found.verdicts] == [Status.UNEXPLAINED]
    assert "never returned" in found.verdicts[0].differences[0]


def test_the_namesake_is_the_reference() -> None:
    assert choose_reference(InMemoryStore(), {"libsql": [], "memory": []}) == "memory"
    assert choose_reference(InMemoryStore(), {"pg": [], "libsql": []}) == "pg"


def test_only_calls_of_wanted_domains_are_made(transcripts: dict[str, Transcript]) -> None:
    found = asyncio.run(replay(InMemoryStore(), transcripts, domains=["workflows"]))

    assert found.verdicts == []
    assert found.left_out == 940
