"""Roles that may do less than the owner of the tables."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, Include
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
OURS = "SELECT count(*) FROM pg_class WHERE relname LIKE 'mastra@_py@_%' ESCAPE '@'"
ROLE = """
CREATE ROLE {role};
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
"""


@pytest.mark.parametrize("disable_init", [True, False])
async def test_a_role_that_may_only_read_and_write_rows_can_do_everything(
    golden: str, open_store: OpenStore, connect: Any, said: Any, disable_init: bool
) -> None:
    owner = await connect(golden)
    role = f"rows_{disable_init}".lower()
    await owner.execute(ROLE.format(role=role))
    store = open_store(f"{golden}?role={role}", disable_init=disable_init)
    await store.init()
    memory = store.memory
    thread = await memory.create_thread(resource_id="r", metadata={"a": 1})
    await memory.save_messages(said(thread, 3))
    await memory.update_thread(thread.id, metadata={"b": [2]})
    await memory.update_resource("r", working_memory="x", metadata={"c": 3})
    await memory.clone_thread(thread.id)
    page = await memory.list_messages(thread.id, include=[Include(id="m1")], metadata={"n": 2})

    assert [message.id for message in page.messages] == ["m1", "m2"]
    assert (await memory.list_threads(resource_id="r", metadata={"b": [2]})).total == 1
    assert await memory.delete_messages(["m0"]) == 1
    assert await memory.delete_thread(thread.id)
    assert await owner.fetchval(OURS) == 0
    await store.close()
    await owner.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")


async def test_a_role_that_may_not_make_tables_is_told_so(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    owner = await connect(url)
    await owner.execute(ROLE.format(role="nobody_here"))
    store = open_store(f"{url}?role=nobody_here", schema_name="new")
    with pytest.raises(ConfigurationError, match="role may not"):
        await store.init()

    await store.close()
    await owner.execute("DROP OWNED BY nobody_here; DROP ROLE nobody_here")
