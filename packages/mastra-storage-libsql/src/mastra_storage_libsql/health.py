"""What a connection of SQLite tells of the state of its database."""

import os
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from mastra_storage_core.errors import UnavailableError
from mastra_storage_core.health import Vitals
from mastra_storage_sql.newer import MASTRA, newer_than
from mastra_storage_sql.tables import DomainTables

from mastra_storage_libsql import schema

_SYNCHRONOUS = ("off", "normal", "full", "extra")


def measure(raw: Any, *, domains: Sequence[DomainTables], started: float) -> Vitals:
    """Read the settings and the catalogue; no row of a table is read.

    `UnavailableError` where the file is no longer in its place: what is written then is lost with
    the last process that has it open.
    """
    (version,) = raw.execute("SELECT sqlite_version()").fetchone()
    round_trip = perf_counter() - started
    (journal,) = raw.execute("PRAGMA journal_mode").fetchone()
    (synchronous,) = raw.execute("PRAGMA synchronous").fetchone()
    path = next(row[2] for row in raw.execute("PRAGMA database_list") if row[1] == "main")
    if path and not Path(path).exists():
        raise UnavailableError("the database file is gone; whatever is written now will be lost")
    found = schema.look(raw)
    tables = [table for each in domains for table in each.all]
    return Vitals(
        round_trip_ms=round_trip * 1000,
        engine=f"SQLite {version}",
        settings={"journal_mode": journal, "synchronous": _SYNCHRONOUS[synchronous]},
        mastra_version=MASTRA,
        pending=tuple(lack.name for each in domains for lack in schema.lacking_tables(each, found)),
        pending_indexes=tuple(
            str(index.name) for each in domains for index in schema.lacking_indexes(each, found)
        ),
        newer=tuple(newer_than(tables, found.columns)),
        wal_bytes=_size(f"{path}-wal") if path else None,
        read_only=bool(path) and not os.access(path, os.W_OK),
    )


def _size(path: str) -> int:
    """Return how large a file is; one that is not there has no bytes."""
    try:
        return Path(path).stat().st_size
    except FileNotFoundError:
        return 0
