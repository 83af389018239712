"""Beside a program in another language, which makes and changes the schema, too."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]


async def test_init_survives_that_another_makes_the_same_at_this_moment(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    await open_store(url, schema_name="done").init()
    other = await connect(url)
    transaction = other.transaction()
    await transaction.start()
    for table in ("mastra_threads", "mastra_workflow_snapshot"):
        await other.execute(f"CREATE TABLE {table} (LIKE done.{table} INCLUDING ALL)")

    store = open_store(url)
    beginning = asyncio.create_task(store.init())
    await asyncio.sleep(0.3)
    await transaction.commit()
    await beginning

    assert (await store.memory.list_threads()).total == 0
    assert (await store.workflows.list_workflow_runs()).total == 0


async def test_init_gives_up_where_rows_contradict_the_constraint(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    connection = await connect(url)
    await open_store(url).init()
    await connection.execute(
        "ALTER TABLE mastra_workflow_snapshot REPLICA IDENTITY DEFAULT, "
        "DROP CONSTRAINT public_mastra_workflow_snapshot_workflow_name_run_id_key"
    )
    row = "('w', 'r', '{}', now(), now())"
    columns = 'workflow_name, run_id, snapshot, "createdAt", "updatedAt"'
    await connection.execute(
        f"INSERT INTO mastra_workflow_snapshot ({columns}) VALUES {row}, {row}"
    )

    with pytest.raises(Exception, match="constraint"):
        await open_store(url).init()


async def test_columns_that_are_missing_are_added_in_the_order_of_the_original(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    connection = await connect(url)
    await open_store(url).init()
    await connection.execute(
        'ALTER TABLE mastra_workflow_snapshot DROP COLUMN "resourceId", DROP COLUMN "updatedAtZ"'
    )

    await open_store(url).init()

    names = await connection.fetch(
        "SELECT attname FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped "
        "AND attrelid = 'mastra_workflow_snapshot'::regclass ORDER BY attnum"
    )
    assert [name for (name,) in names][-2:] == ["updatedAtZ", "resourceId"]
