"""What a fresh process imports: a store that was only made needs its driver and pydantic, one that
is open what `init` needs, and then the domains that are used.

Importing everything took four times as long; SQLAlchemy alone takes as long as pydantic twice.
"""

import subprocess
import sys
from pathlib import Path

import pytest

BACKENDS = {
    "asyncpg": "from mastra_storage_pg import PostgresStore",
    "aiosqlite": "from mastra_storage_libsql import LibSQLStore",
}
SHOWS = "import sys; print(*sys.modules, sep='\\n')"
USES = """
import asyncio
from mastra_storage_libsql import LibSQLStore

async def main():
    async with LibSQLStore("file:{path}") as store:
        await store.memory.get_thread_by_id("t")

asyncio.run(main())
"""
DOMAINS = {
    *("memory", "workflows", "datasets", "experiments", "observability", "scores"),
    *("versioned", "favorites"),
}


def loaded(code: str) -> set[str]:
    """Return the modules of a fresh process that ran some code."""
    command = [sys.executable, "-c", f"{code}\n{SHOWS}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("driver", BACKENDS)
def test_a_store_that_was_not_opened_has_imported_pydantic_and_its_driver_alone(
    driver: str,
) -> None:
    needed = loaded(f"import pydantic.main, {driver}")

    added = loaded(BACKENDS[driver]) - needed

    ours = {name for name in added if name.startswith("mastra_storage")}
    others = {name.partition(".")[0] for name in added - ours} - set(sys.stdlib_module_names)
    assert others <= {"pydantic", "annotated_types"}
    assert len(ours) <= 30
    assert not {name for name in ours if ".domains." in name} - {"mastra_storage_sql.domains.every"}


def test_a_process_that_keeps_threads_imports_no_statements_of_other_domains(
    tmp_path: Path,
) -> None:
    found = loaded(USES.format(path=tmp_path / "app.db"))

    with_statements = {
        name for name in DOMAINS if f"mastra_storage_sql.domains.{name}.statements" in found
    }
    assert with_statements == {"memory"}
    unused = {"rich", "jsonschema", "pandas", "polars", "opentelemetry", "asyncpg"}
    assert not unused & {name.partition(".")[0] for name in found}
    assert "sqlalchemy.orm" not in found


def test_the_names_of_a_package_are_loaded_when_they_are_used() -> None:
    before = loaded("import mastra_storage_core")
    after = loaded("from mastra_storage_core import Thread")

    assert "mastra_storage_core.domains.memory.models" in after - before
    assert "pydantic" not in before
