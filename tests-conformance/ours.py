"""The backends of this repository by name, for `mastra-storage-conformance check`, and for cases
that start another process. Not part of the package, which knows no backend.
"""

import os
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from mastra_storage_conformance import Backend
from mastra_storage_core import Capabilities, Domain, Feature, Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_memory import InMemoryStore
from mastra_storage_pg import PostgresStore

JSON = {Feature.JSON_KEY_ORDER, Feature.JSON_NUL, Feature.JSON_NUMBER_SPELLING}


class Counting:
    """Stands before a database and counts the trips to it."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self.trips = 0

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._database, name)
        if name not in {"batch", "fetch", "transact"}:
            return found

        def counted(*arguments: Any) -> Any:
            self.trips += 1
            return found(*arguments)

        return counted


_COUNTING: WeakKeyDictionary[Store, Counting] = WeakKeyDictionary()


def trips(store: Store) -> int:
    """Return how many trips a store has made since it was first asked for them."""
    if store not in _COUNTING:
        counting = _COUNTING[store] = Counting(store._db)  # type: ignore[attr-defined] # an SQL store
        for domain in store.stores.values():
            domain._db = counting  # type: ignore[attr-defined] # as above
    return _COUNTING[store].trips


def memory(folder: Path) -> Backend:
    """Return the reference, which shares nothing with anybody."""
    return Backend("memory", lambda _: InMemoryStore(), InMemoryStore.capabilities)


def libsql(folder: Path) -> Backend:
    """Return a backend with a file for each space."""
    return Backend(
        name="libsql-file",
        open=lambda space: LibSQLStore(f"file:{folder / space}.db"),
        capabilities=Capabilities(frozenset(Domain), frozenset(JSON | {Feature.DURABLE})),
        trips=trips,
    )


def pg(folder: Path) -> Backend:
    """Return a backend with a schema for each space, in the database that `DATABASE_URL` names."""
    url = os.environ["DATABASE_URL"]
    return Backend(
        name="pg",
        open=lambda space: PostgresStore(url, schema_name=f"space_{space}", max_connections=5),
        capabilities=Capabilities(frozenset(Domain), frozenset({Feature.DURABLE})),
        trips=trips,
    )
