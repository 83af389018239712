"""The recorded data, a replay of it on each backend, and all that a store holds at once."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.replay.calls import plain
from mastra_storage_conformance.replay.compare import Comparison, Window
from mastra_storage_conformance.replay.run import Replay, recorded_at, replay
from mastra_storage_conformance.replay.transcript import (
    Call,
    Returned,
    Transcript,
    read_transcripts,
)
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_memory import InMemoryStore
from mastra_storage_pg import PostgresStore

GOLDEN = Path(__file__).parents[2] / "golden"

Everything: TypeAlias = dict[str, list[Any]]
ReadEverything: TypeAlias = Callable[[Store, Everything], Awaitable[Everything]]
RunReplay: TypeAlias = Callable[[Store], Replay]


@pytest.fixture(scope="session")
def golden() -> Path:
    return GOLDEN


@pytest.fixture(scope="session")
def transcripts() -> dict[str, Transcript]:
    return read_transcripts(GOLDEN / "public")


@pytest.fixture(scope="session")
def run_replay(transcripts: dict[str, Transcript]) -> RunReplay:
    async def run(store: Store) -> Replay:
        async with store:
            return await replay(store, transcripts)

    return lambda store: asyncio.run(run(store))


@pytest.fixture(scope="session")
def on_memory(run_replay: RunReplay) -> Replay:
    return run_replay(InMemoryStore())


@pytest.fixture(scope="session")
def on_libsql(run_replay: RunReplay, tmp_path_factory: pytest.TempPathFactory) -> Replay:
    path = tmp_path_factory.mktemp("replay") / "ours.db"
    return run_replay(LibSQLStore(f"file:{path}"))


@pytest.fixture(scope="session")
def on_pg(run_replay: RunReplay, server: PostgresServer) -> Replay:
    return run_replay(PostgresStore(server.create_database("replay")))


@pytest.fixture(params=["the engine reads JSONB", "our decoder reads JSONB"])
def reading(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Settings of LibSQLStore for both ways of reading JSONB."""
    if request.param == "our decoder reads JSONB":
        return {"engine_jsonb": False}
    return {"engine_jsonb": True, "sqlite": sqlite_with_jsonb()}


def sqlite_with_jsonb() -> ModuleType:
    if sqlite3.sqlite_version_info >= (3, 45):
        return sqlite3
    import pysqlite3  # type: ignore[import-untyped]  # it has no stubs

    module: ModuleType = pysqlite3
    return module


@pytest.fixture(scope="session")
def read_everything() -> ReadEverything:
    """Return a function that reads, through a store, all that a database holds."""

    async def read(store: Store, known: Everything) -> Everything:
        """`known` tells the ids of what has no list."""
        memory = store.memory
        threads = (await memory.list_threads(per_page=None)).threads
        runs = (await store.workflows.list_workflow_runs()).runs
        return {
            "threads": sorted(plain(threads), key=lambda thread: str(thread["id"])),
            "messages": [
                plain(message)
                for thread_id in sorted({message["threadId"] for message in known["messages"]})
                for message in (await memory.list_messages(thread_id, per_page=None)).messages
            ],
            "resources": [
                plain(await memory.get_resource_by_id(resource["id"]))
                for resource in known["resources"]
            ],
            "records": [
                plain(record)
                for thread_id in sorted({record["threadId"] for record in known["records"]})
                for record in await memory.get_observational_memory_history(thread_id, limit=None)
            ],
            "runs": sorted(plain(runs), key=lambda run: (run["workflowName"], run["runId"])),
        }

    return read


@pytest.fixture(scope="session")
def still_true(transcripts: dict[str, Transcript]) -> dict[str, Transcript]:
    """Reads before the last change whose answers it did not touch."""
    untouched = {137, 142, 145, 153, 155, 165, 167, 169, 171, 173, 174, 191}
    untouched |= {1002, 1003, 1013, 1016, 1017, 1025, 1028, 1033, 1035, 1039, 1046, 1048, 1050}
    untouched |= {5024, 5034, 5035, 5038, 5051, 5053, 5054, 5055, 5057, 5058, 5059}
    untouched |= set(range(2014, 2028))
    return {
        name: [call for call in calls if call.seq in untouched]
        for name, calls in transcripts.items()
    }


@pytest.fixture(scope="session")
def recorded_runs(transcripts: dict[str, Transcript]) -> Callable[[str], dict[str, Any]]:
    """Return a function that tells the runs that a backend held at the end, by a key."""
    # The runs of each workflow, as they were listed last; of one, its only run.
    told = {1016, 1033, 1050, 9015, 9023}

    def runs(backend: str) -> dict[str, Any]:
        values = (value_of(call) for call in transcripts[backend] if call.seq in told)
        return by_key(run for value in values for run in value.get("runs", [value]))

    return runs


def value_of(call: Call) -> Any:
    assert isinstance(call.answer, Returned)
    return call.answer.value


def by_key(runs: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {f"{run['workflowName']} {run['runId']}": run for run in runs}


@pytest.fixture(scope="session")
def read_runs() -> Callable[[Store], Awaitable[dict[str, Any]]]:
    """Return a function that reads all runs, one by one, by a key."""

    async def read(store: Store) -> dict[str, Any]:
        listed = (await store.workflows.list_workflow_runs()).runs
        runs = [
            await store.workflows.get_workflow_run_by_id(
                run.run_id, workflow_name=run.workflow_name
            )
            for run in listed
        ]
        assert runs == listed
        return by_key(plain(runs))

    return read


@pytest.fixture(scope="session")
def same() -> Callable[[Any, Any], list[str]]:
    """Return a function that tells where values differ, `None` and absent fields being one."""

    def differences(ours: Any, expected: Any) -> list[str]:
        clock = {seq: Window(recorded_at(seq), recorded_at(seq)) for seq in range(1100)}
        comparison = Comparison(clock, {})
        comparison.values(ours, expected)
        return comparison.differences

    return differences
