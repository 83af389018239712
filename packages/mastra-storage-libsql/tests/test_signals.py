"""Signals on files: their tables are made when they are first used, and by nothing else."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
OURS = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mastra@_py@_%' ESCAPE '@'"
)
LOG: Any = {"level": "info", "message": "m", "environment": "test"}
SPAN: Any = {
    "trace_id": "t",
    "span_id": "s",
    "name": "n",
    "span_type": "generic",
    "started_at": "2024-03-01T12:00:00Z",
    "environment": "dev",
}


def tables(raw: sqlite3.Connection) -> set[str]:
    return {name for (name,) in raw.execute(OURS)}


async def test_the_first_use_of_a_signal_makes_its_table_and_no_other(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    signals = open_store().observability
    await signals.create_span(SPAN)
    assert await signals.get_environments() == ["dev"]
    assert await signals.batch_delete_traces(["t"]) == 1
    assert tables(raw) == set()

    await signals.batch_create_logs([LOG])
    assert tables(raw) == {"mastra_py_log_events"}
    await signals.list_scores()
    assert tables(raw) == {"mastra_py_log_events", "mastra_py_score_events"}


async def test_where_only_the_original_was_a_signal_needs_somebody_to_make_its_table(
    open_store: OpenStore, golden: Path, raw: sqlite3.Connection
) -> None:
    signals = open_store(disable_init=True).observability
    await signals.create_span(SPAN)

    assert "dev" in await signals.get_environments()
    assert await signals.batch_delete_traces(["t"]) == 1
    with pytest.raises(ConfigurationError, match="mastra_py_log_events"):
        await signals.list_logs()
    assert tables(raw) == set()
    await open_store().observability.batch_create_logs([LOG])
    assert (await signals.list_logs()).total == 1


async def test_many_stores_may_use_a_signal_for_the_first_time_at_one_moment(
    open_store: OpenStore,
) -> None:
    stores = [open_store().observability for _ in range(4)]

    await asyncio.gather(*(each.batch_create_logs([LOG]) for each in stores))

    assert (await stores[0].list_logs()).total == 4


async def test_indexes_can_be_built_though_nobody_used_a_signal(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store(retention={"observability": {"logs": "1d", "spans": "1d"}})

    await store.build_indexes()

    assert tables(raw) == set()
