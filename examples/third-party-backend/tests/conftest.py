"""Lets the suite run on this backend."""

import pytest
from mastra_storage_conformance import Backend, find_backend


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Backend:
    folder = tmp_path_factory.mktemp("conformance")
    return find_backend("mastra_storage_lmdb.conformance:backend", folder)
