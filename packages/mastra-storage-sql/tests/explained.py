"""Plans of both databases, reduced to what the tests ask of them."""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import asyncpg
from mastra_storage_sql import Statement


@dataclass(frozen=True)
class Plan:
    """The steps of a plan, one to a line, as the database words them."""

    steps: tuple[str, ...]
    full_scans: tuple[str, ...]
    """The steps that read a whole table, or a whole index."""

    def of(self, word: str) -> list[str]:
        """Return the steps that mention a word."""
        return [step for step in self.steps if word in step]


Plans: TypeAlias = dict[tuple[str, tuple[str, ...]], Plan]
"""The plan of each statement in each of its shapes, by its name and its labels."""


def explain_sqlite(connection: sqlite3.Connection, statement: Statement) -> Plan:
    nothing = [None] * len(statement._compiled[1])
    rows = connection.execute(f"EXPLAIN QUERY PLAN {statement.sql}", nothing)
    steps = tuple(str(row[3]) for row in rows)
    full = (each for each in steps if each.startswith(("SCAN mastra", "SCAN found", "SCAN near")))
    return Plan(steps, tuple(full))


async def explain_postgres(connection: asyncpg.Connection[Any], statement: Statement) -> Plan:
    """Explain the plan for any values, which is the one that a prepared statement may end with."""
    await connection.execute("SET plan_cache_mode = force_generic_plan")
    await connection.execute(f"PREPARE explained AS {statement.sql}")
    nulls = ", ".join(["NULL"] * len(statement._compiled[1]))
    values = f"({nulls})" if nulls else ""
    explained = await connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE explained{values}")
    await connection.execute("DEALLOCATE explained")
    nodes = list(_nodes(json.loads(explained)[0]["Plan"]))
    full = (node for node in nodes if "Scan" in node["Node Type"] and _reads_all(node))
    return Plan(tuple(map(_step, nodes)), tuple(map(_step, full)))


async def buffers_of(
    connection: asyncpg.Connection[Any], statement: Statement, **values: Any
) -> int:
    """Run a statement and return how many pages it read."""
    analyze = f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {statement.sql}"
    explained = await connection.fetchval(analyze, *statement.encode(values))
    root = json.loads(explained)[0]["Plan"]
    return int(root["Shared Hit Blocks"] + root["Shared Read Blocks"])


def steps_of(connection: sqlite3.Connection, statement: Statement, **values: Any) -> int:
    """Run a statement and return how many instructions SQLite's machine took."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection.set_progress_handler(count, 1)
    connection.execute(statement.sql, statement.encode(values)).fetchall()
    connection.set_progress_handler(None, 1)
    return steps


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for below in node.get("Plans", ()):
        yield from _nodes(below)


def _reads_all(node: dict[str, Any]) -> bool:
    return "Relation Name" in node and "Index Cond" not in node and "Recheck Cond" not in node


def _step(node: dict[str, Any]) -> str:
    said = ("Node Type", "Relation Name", "Index Name", "Index Cond", "Sort Key", "Presorted Key")
    return " ".join(str(node[key]) for key in said if key in node)
