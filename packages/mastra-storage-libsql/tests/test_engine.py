"""Builds of SQLite: whatever reads the JSONB of the original, the engine or we, reads the same."""

import sqlite3
from collections.abc import Callable
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from mastra_storage_libsql import LibSQLConfig, LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]


async def everything(store: LibSQLStore) -> list[Any]:
    """Return what a store says of all that it holds."""
    memory = store.memory
    page = await memory.list_threads(per_page=None)
    answers: list[Any] = [page]
    for thread in page.threads:
        answers.append(await memory.list_messages(thread.id, per_page=None))
        answers.append(await memory.get_resource_by_id(thread.resource_id))
        answers.append(
            await memory.get_observational_memory(
                thread_id=thread.id, resource_id=thread.resource_id
            )
        )
        for key, value in (thread.metadata or {}).items():
            if key.isidentifier() and not key.startswith("__") and key.isascii():
                answers.append(await memory.list_threads(metadata={key: value}))
    return answers


@pytest.mark.usefixtures("golden")
async def test_a_database_of_the_original_reads_the_same(
    open_store: OpenStore, engine: ModuleType
) -> None:
    told = []
    for settings in ({}, {"sqlite": engine}, {"sqlite": engine, "engine_jsonb": False}):
        store = open_store(**settings, disable_init=True)
        told.append(await everything(store))
        await store.close()  # one file is never open in two builds of SQLite

    assert told[0] == told[1] == told[2]
    assert sum(thread.metadata is not None for thread in told[0][0].threads) > 5


async def test_each_build_writes_what_the_others_read(
    open_store: OpenStore, engine: ModuleType
) -> None:
    metadata = {"a": [1, 2.5, 1e23, -0.0, 2**70], "b": {"ä\0": None}, "\ud800": "\udfff"}
    store = open_store(sqlite=engine)
    thread = await store.memory.create_thread(resource_id="r", metadata=metadata)
    thread = await store.memory.update_thread(thread.id, metadata={"c": [True]})
    found = await store.memory.list_threads(metadata={"b": {"ä\0": None}, "c": [True]})
    await store.close()

    again = await open_store().memory.get_thread_by_id(thread.id)
    assert again == thread == found.threads[0]
    assert repr(again.metadata) == repr({**metadata, "c": [True]})


def reads_jsonb(version: tuple[int, int, int], *, engine_jsonb: bool) -> bool:
    module = ModuleType("sqlite")
    module.sqlite_version_info = version  # type: ignore[attr-defined] # a module made on the spot
    return LibSQLConfig.check(url="file:x", sqlite=module, engine_jsonb=engine_jsonb).reads_jsonb


async def test_the_engine_reads_jsonb_from_3_45_unless_told_not_to() -> None:
    assert reads_jsonb((3, 45, 0), engine_jsonb=True)
    assert not reads_jsonb((3, 44, 9), engine_jsonb=True)
    assert not reads_jsonb((3, 51, 1), engine_jsonb=False)


async def test_a_newer_build_reports_its_errors_by_code_too(
    open_store: OpenStore, engine: ModuleType
) -> None:
    store = open_store(sqlite=engine)
    await store.init()

    with pytest.raises(engine.Error) as caught:
        await store._db._writing.execute("SELECT x")
    assert caught.value.sqlite_errorcode == sqlite3.SQLITE_ERROR
