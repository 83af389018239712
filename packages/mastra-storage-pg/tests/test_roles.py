"""Roles that may do less than the owner of the tables."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.examples import DOMAINS, Names
from mastra_storage_core import ConfigurationError, Domain, Include
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
OURS = "SELECT count(*) FROM pg_class WHERE relname LIKE 'mastra@_py@_%' ESCAPE '@'"
ROLE = """
CREATE ROLE {role};
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
"""
CALLED = [
    DOMAINS[name]
    for name in (Domain.WORKFLOWS, Domain.OBSERVABILITY, Domain.SCORES, Domain.EXPERIMENTS)
]
"""Domains that make tables of ours, and one that makes none."""


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


async def test_a_role_for_rows_alone_calls_every_method_on_a_current_schema(
    url: str, open_store: OpenStore, connect: Any, tmp_path: Path
) -> None:
    owner, whole = await connect(url), open_store(url)
    for example in CALLED:  # whose tables of ours the owner makes by using them
        await example.seed(whole, Names(f"owner of {example.domain}", tmp_path))
    await whole.scores.prune({"scorers": "13000d"})
    await owner.execute(ROLE.format(role="rows_only"))
    store = open_store(f"{url}?role=rows_only")
    for example in CALLED:
        for index in range(len(example.calls(Names("x", tmp_path)))):
            names = Names(f"try{index}", tmp_path)
            await example.seed(store, names)
            call = example.calls(names)[index]
            if call.method not in ("create_dataset_version", "items_frame"):
                await call.made_of(getattr(store, example.domain))

    await store.close()
    await owner.execute("DROP OWNED BY rows_only; DROP ROLE rows_only")


@pytest.mark.parametrize(
    "change", ["DROP TABLE mastra_agents", "ALTER TABLE mastra_threads DROP COLUMN metadata"]
)
async def test_a_role_for_rows_alone_is_told_that_a_schema_is_old(
    url: str, open_store: OpenStore, connect: Any, change: str
) -> None:
    owner = await connect(url)
    await open_store(url).init()
    await owner.execute(change)
    await owner.execute(ROLE.format(role="rows_only_of_old"))
    store = open_store(f"{url}?role=rows_only_of_old")
    with pytest.raises(ConfigurationError, match="role may not"):
        await store.init()

    await store.close()
    await owner.execute("DROP OWNED BY rows_only_of_old; DROP ROLE rows_only_of_old")
