"""What the suite needs to know of this backend: on files, and in memory."""

from pathlib import Path

import pytest
from mastra_storage_conformance import Backend
from mastra_storage_core import Capabilities, Domain, Feature
from mastra_storage_libsql import LibSQLStore

JSON = {Feature.JSON_KEY_ORDER, Feature.JSON_NUL, Feature.JSON_NUMBER_SPELLING}
IN_MEMORY = Capabilities(frozenset({Domain.MEMORY}), frozenset(JSON))
IN_FILES = Capabilities(frozenset({Domain.MEMORY}), frozenset(JSON | {Feature.DURABLE}))


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


BACKENDS = {"libsql-file": on_files, "libsql-memory": in_memory}


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Backend:
    return BACKENDS[request.param](tmp_path_factory.mktemp("conformance"))
