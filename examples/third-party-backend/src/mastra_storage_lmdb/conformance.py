"""What the conformance suite needs to know of this backend."""

from pathlib import Path

from mastra_storage_conformance import Backend
from mastra_storage_core import Store

from mastra_storage_lmdb.store import LmdbStore


def backend(folder: Path) -> Backend:
    """Return the backend, with each of its spaces a file in a folder."""
    return Backend(
        name="lmdb",
        open=lambda space: LmdbStore(folder / f"{space}.lmdb"),
        capabilities=LmdbStore.capabilities,
        trips=_trips,
    )


def _trips(store: Store) -> int:
    assert isinstance(store, LmdbStore)
    return store.trips
