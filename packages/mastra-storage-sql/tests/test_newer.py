"""The warning of what a newer Mastra has added: once, by name, and of nothing else."""

import logging
import re
from pathlib import Path

import pytest
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_sql import memory_tables
from mastra_storage_sql.newer import KNOWN, OURS, warn_of_newer

EMPTY = Path(__file__).parents[3] / "tests-conformance" / "golden" / "empty"
TABLES = memory_tables(SQLITE).all
HAVE = {table.name: [column.name for column in table.columns] for table in TABLES}


def told(caplog: pytest.LogCaptureFixture, found: dict[str, list[str]]) -> list[str]:
    """Return the warnings about a database that holds this, and the tables of memory."""
    caplog.clear()
    warn_of_newer(TABLES, HAVE | found)
    assert {record.levelno for record in caplog.records} <= {logging.WARNING}
    return caplog.messages


def test_the_tables_that_are_known_are_those_of_the_original() -> None:
    ddl = "".join(path.read_text() for path in EMPTY.glob("*.schema.sql"))
    made = set(re.findall(r"CREATE TABLE (?:public\.)?(mastra_\w+)", ddl))

    assert made | {"mastra_evals", "mastra_traces"} == KNOWN


def test_one_warning_names_columns_and_tables(caplog: pytest.LogCaptureFixture) -> None:
    threads = [*HAVE["mastra_threads"], "colour"]

    (warning,) = told(caplog, {"mastra_threads": threads, "mastra_later": ["id"]})

    assert "not know: 'mastra_later', 'mastra_threads.colour'; a newer Mastra" in warning


@pytest.mark.parametrize(
    "found",
    [
        {},
        {name: ["any"] for name in KNOWN - HAVE.keys()},
        {f"{OURS}of_a_later_version": ["any"]},
        {"mastra_threads": [name.upper() for name in HAVE["mastra_threads"]]},
        {"mastra_threads": ["id"]},
    ],
    ids=["nothing more", "other domains", "ours", "another spelling", "an older one"],
)
def test_what_is_known_is_not_mentioned(
    caplog: pytest.LogCaptureFixture, found: dict[str, list[str]]
) -> None:
    assert told(caplog, found) == []


def test_of_many_names_twenty_are_shown(caplog: pytest.LogCaptureFixture) -> None:
    (warning,) = told(caplog, {f"mastra_{number}": [] for number in range(100)})

    assert warning.count("'mastra_") == 20
    assert "and 80 more" in warning


def test_a_name_cannot_forge_a_line_of_a_log(caplog: pytest.LogCaptureFixture) -> None:
    (warning,) = told(caplog, {"mastra_\nERROR forged": []})

    assert "\n" not in warning
