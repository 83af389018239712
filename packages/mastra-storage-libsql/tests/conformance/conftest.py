"""What the suite needs to know of this backend: on files, in memory, on files that Mastra wrote,
in two files behind one composite.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from mastra_storage_conformance import SHARED, Backend, find_backend
from mastra_storage_core import Capabilities, CompositeStore, Domain, Feature
from mastra_storage_libsql import LibSQLStore

JSON = {Feature.JSON_KEY_ORDER, Feature.JSON_NUL, Feature.JSON_NUMBER_SPELLING}
IN_MEMORY = Capabilities(frozenset(Domain), frozenset(JSON))
IN_FILES = Capabilities(frozenset(Domain), frozenset(JSON | {Feature.DURABLE}))

GOLDEN = Path(__file__).parents[4] / "tests-conformance" / "golden"


OURS = Path(__file__).parents[4] / "tests-conformance" / "ours.py"


def on_files(folder: Path) -> Backend:
    """By a name, so that other processes find it. Its trips are counted in the tests of `-sql`."""
    return replace(find_backend(f"{OURS}:libsql", folder), trips=None)


def in_memory(folder: Path) -> Backend:
    return Backend(
        name="libsql-memory",
        open=lambda space: LibSQLStore(":memory:"),
        capabilities=IN_MEMORY,
    )


def on_files_of_mastra(folder: Path) -> Backend:
    """Most cases live in a file that the real Mastra used, with its blobs of JSONB, the others in
    files that it has initialised.
    """

    def open_copy(space: str) -> LibSQLStore:
        path = folder / f"{space}.db"
        if not path.exists():
            kind = "public" if space.startswith(SHARED) else "empty"
            shutil.copy(GOLDEN / kind / "mastra.sqlite", path)
        return LibSQLStore(f"file:{path}")

    return Backend("libsql-of-mastra", open_copy, IN_FILES)


def in_two_files(folder: Path) -> Backend:
    """Memory lives in one file, all else in another."""

    def open_both(space: str) -> CompositeStore:
        default, memory = (LibSQLStore(f"file:{folder / space}-{name}.db") for name in "ab")
        return CompositeStore(id=space, default=default, domains={"memory": memory})

    return Backend("composite", open_both, IN_FILES)


BACKENDS = {
    "libsql-file": on_files,
    "libsql-memory": in_memory,
    "libsql-of-mastra": on_files_of_mastra,
    "composite": in_two_files,
}


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Backend:
    return BACKENDS[request.param](tmp_path_factory.mktemp("conformance"))
