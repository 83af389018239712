"""What the suite needs to know of this backend."""

import pytest
from mastra_storage_conformance import Backend
from mastra_storage_memory import InMemoryStore


@pytest.fixture(scope="session")
def backend() -> Backend:
    return Backend(
        name="memory", open=lambda space: InMemoryStore(), capabilities=InMemoryStore.capabilities
    )
