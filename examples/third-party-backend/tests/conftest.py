"""What the suite needs to know of this backend."""

from pathlib import Path

import pytest
from mastra_storage_conformance import Backend
from mastra_storage_lmdb import LmdbStore


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Backend:
    folder: Path = tmp_path_factory.mktemp("stores")
    return Backend(
        name="lmdb",
        open=lambda space: LmdbStore(folder / space, sync=False),
        capabilities=LmdbStore.capabilities,
    )
