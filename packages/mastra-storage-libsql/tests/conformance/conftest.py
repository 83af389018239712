"""What the suite needs to know of this backend: on a file, and in memory, which nothing outlives."""

from pathlib import Path

import pytest
from mastra_storage_conformance import Backend
from mastra_storage_core import Capabilities, Feature
from mastra_storage_libsql import LibSQLStore


def on_files(folder: Path) -> Backend:
    return Backend(
        name="libsql-file",
        open=lambda space: LibSQLStore(f"file:{folder / space}.db"),
        capabilities=LibSQLStore.capabilities,
    )


def in_memory(folder: Path) -> Backend:
    declared = LibSQLStore.capabilities
    return Backend(
        name="libsql-memory",
        open=lambda space: LibSQLStore(":memory:"),
        capabilities=Capabilities(declared.domains, declared.features - {Feature.DURABLE}),
    )


BACKENDS = {"libsql-file": on_files, "libsql-memory": in_memory}


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Backend:
    return BACKENDS[request.param](tmp_path_factory.mktemp("conformance"))
