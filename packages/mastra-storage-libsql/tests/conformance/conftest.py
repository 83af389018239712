"""What the suite needs to know of this backend: on files, in memory, on files that Mastra wrote."""

import shutil
from pathlib import Path

import pytest
from mastra_storage_conformance import Backend, Deviation
from mastra_storage_core import Capabilities, Domain, Feature
from mastra_storage_libsql import LibSQLStore

JSON = {Feature.JSON_KEY_ORDER, Feature.JSON_NUL, Feature.JSON_NUMBER_SPELLING}
IN_MEMORY = Capabilities(frozenset({Domain.MEMORY}), frozenset(JSON))
IN_FILES = Capabilities(frozenset({Domain.MEMORY}), frozenset(JSON | {Feature.DURABLE}))

GOLDEN = Path(__file__).parents[4] / "tests-conformance" / "golden"
NOT_EMPTY = [
    Deviation(f"TestInit.{test}", "a database that Mastra used is not empty")
    for test in (
        "test_an_empty_store_can_be_read",
        "test_init_twice_changes_nothing",
        "test_many_first_uses_at_once_lose_nothing",
        "test_eight_stores_may_init_one_empty_space_at_once",
        "test_a_caller_that_is_cancelled_does_not_stop_init_for_the_others",
    )
]


def on_files(folder: Path) -> Backend:
    return Backend(
        name="libsql-file",
        open=lambda space: LibSQLStore(f"file:{folder / space}.db"),
        capabilities=IN_FILES,
    )


def in_memory(folder: Path) -> Backend:
    return Backend(
        name="libsql-memory",
        open=lambda space: LibSQLStore(":memory:"),
        capabilities=IN_MEMORY,
    )


def on_files_of_mastra(folder: Path) -> Backend:
    """Each space is a copy of the file that the real Mastra left, with its blobs of JSONB."""

    def open_copy(space: str) -> LibSQLStore:
        path = folder / f"{space}.db"
        if not path.exists():
            shutil.copy(GOLDEN / "public" / "mastra.sqlite", path)
        return LibSQLStore(f"file:{path}")

    return Backend("libsql-of-mastra", open_copy, IN_FILES, NOT_EMPTY)


BACKENDS = {
    "libsql-file": on_files,
    "libsql-memory": in_memory,
    "libsql-of-mastra": on_files_of_mastra,
}


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Backend:
    return BACKENDS[request.param](tmp_path_factory.mktemp("conformance"))
