"""Where databases are: a SQLite file, PostgreSQL in its default schema, and in one of a user's."""

import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

CUSTOM = "Team-"
"""How the name of a user's schema begins: one that needs quotes, and has another spelling in the
names of indexes. What follows differs, for a process of the original makes the schema of a name
only once, whatever the database.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """One database, or one schema in it."""

    name: str
    kind: str
    url: str
    schema: str | None = None

    def open(self, **settings: Any) -> Store:
        """Return a store of ours on it."""
        if self.kind == "libsql":
            return LibSQLStore(self.url, **settings)
        return PostgresStore(self.url, schema_name=self.schema, **settings)

    @property
    def path(self) -> Path:
        """The file of SQLite."""
        return Path(self.url.removeprefix("file:"))

    @property
    def wire(self) -> dict[str, Any]:
        """The place as it goes to a driver."""
        return asdict(self)


NAMES = ("SQLite file", "PostgreSQL", "PostgreSQL, custom schema")


def make_place(name: str, folder: Path, server: PostgresServer) -> Place:
    """Make an empty place; each call makes another one."""
    if name == NAMES[0]:
        number = len(list(folder.iterdir()))
        return Place(name, "libsql", f"file:{folder / f'shared{number}.db'}")
    schema = "public" if name == NAMES[1] else f"{CUSTOM}{secrets.token_hex(2)}"
    return Place(name, "pg", server.create_database("interop"), schema)
