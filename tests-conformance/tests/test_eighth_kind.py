"""An eighth kind of versioned entity is one declaration: all that is promised of the seven holds of
it, on every backend, and nothing else is written for it.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
import pytest_asyncio
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites import TestEveryKind as EveryKind
from mastra_storage_core import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import Config, Json, WithMetadata
from mastra_storage_libsql import LibSQLStore
from mastra_storage_memory import InMemoryStore
from mastra_storage_memory.domains.versioned.store import implement as in_memory
from mastra_storage_pg import PostgresStore
from mastra_storage_sql import Additions, versioned_statements
from mastra_storage_sql.domains.versioned.every import implement as in_sql

# --- the declaration ----------------------------------------------------------------------------


class PluginConfig(Config):
    """What a version of a plugin keeps."""

    parent_key = "pluginId"

    name: str
    entry_point: str
    is_trusted: bool | None = None
    timeout: int | None = None
    settings: Json | None = None
    homepage: str | Json | None = None


class Plugin(WithMetadata):
    """A plugin, whatever its version."""


class PluginsStorage(VersionedStorage[Plugin, PluginConfig]):
    """Plugins, and their versions."""

    kind = Kind(
        domain="plugins",
        noun="plugin",
        entity=Plugin,
        config=PluginConfig,
        table="mastra_py_plugins",
        version_table="mastra_py_plugin_versions",
    )


# --- the proof ----------------------------------------------------------------------------------

CASES = [name for name in dir(EveryKind) if name.startswith("test_")]


@pytest_asyncio.fixture(
    scope="module",
    loop_scope="module",
    params=["memory", "libsql", pytest.param("pg", marks=pytest.mark.server)],
)
async def plugins(request: pytest.FixtureRequest) -> AsyncIterator[PluginsStorage]:
    async with AsyncExitStack() as stack:
        if request.param == "memory":
            store: Any = await stack.enter_async_context(InMemoryStore())
            yield in_memory(PluginsStorage)(store._lifecycle, store_name="MEMORY")  # type: ignore[misc] # as below
            return
        if request.param == "libsql":
            store = await stack.enter_async_context(LibSQLStore(":memory:"))
        else:
            url = request.getfixturevalue("server").create_database()
            store = await stack.enter_async_context(PostgresStore(url))
        yield await on_database(store)


async def on_database(store: Any) -> PluginsStorage:
    """Return the domain on a database, with its tables."""
    of_agents = store.agents._sql.tables
    sql = versioned_statements(PluginsStorage.kind, of_agents.dialect, of_agents.entities.schema)
    indexes = (*sql.tables.required, *sql.tables.additions)
    await store._db.ensure(
        Additions(dialect=of_agents.dialect, tables=sql.tables.all, additions=indexes)
    )
    domain: Any = in_sql(PluginsStorage)(store._db, sql, store_name=store.name)
    return domain  # type: ignore[no-any-return] # a class that is made of two


@pytest.mark.parametrize("case", CASES)
@pytest.mark.asyncio(loop_scope="module")
async def test_what_is_promised_of_every_kind_holds(plugins: PluginsStorage, case: str) -> None:
    await getattr(EveryKind(), case)(plugins, Make())


@pytest.mark.asyncio(loop_scope="module")
async def test_its_values_are_typed(plugins: PluginsStorage) -> None:
    await plugins.create("p", PluginConfig(name="n", entry_point="pkg:main"), metadata={"a": 1})

    found = await plugins.get_by_id_resolved("p")

    assert found is not None
    assert found.config.entry_point == "pkg:main"
    assert found.model_dump(by_alias=True)["entryPoint"] == "pkg:main"
