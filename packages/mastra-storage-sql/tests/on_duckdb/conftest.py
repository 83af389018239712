"""What the suite needs to know of this backend."""

import pytest
from mastra_storage_conformance import Backend
from on_duckdb.store import DuckDBStore


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Backend:
    folder = tmp_path_factory.mktemp("conformance")
    return Backend(
        name="duckdb",
        open=lambda space: DuckDBStore(folder / f"{space}.duckdb"),
        capabilities=DuckDBStore.capabilities,
    )
