"""What a call about data sets costs: one trip to the driver, and few statements in it.

Every change of items takes the lock of its data set, and ends with the next version: the number in
the data set, and a record of it. Whether the tables of experiments are there is asked until they
are.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import DatasetsStorage, NewItem, Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

INSERT = "transact: lock_dataset insert_item advance record_version"
BURY = "close_items bury_items advance record_version"

BUDGET = {
    "create_dataset": "transact: create_dataset",
    "create_dataset that exists": "transact: create_dataset lock_dataset",
    "get_dataset_by_id": "fetch: get_dataset",
    "update_dataset": "transact: lock_dataset update_dataset",
    "update_dataset with a schema": ("transact: lock_dataset list_items list_items update_dataset"),
    "list_datasets": "fetch: list_datasets",
    "add_item": INSERT,
    "add_item of a known id": "transact: lock_dataset known_items",
    "batch_insert_items": INSERT,
    "add_items": INSERT.replace("insert_item", "insert_item insert_item insert_item"),
    "update_item": (
        "transact: lock_dataset newest_row close_items renew_item advance record_version"
    ),
    "delete_item": f"transact: lock_dataset newest_row {BURY}",
    "batch_delete_items": f"transact: lock_dataset {BURY}",
    "purge_item": "transact: lock_dataset erase_item {}",
    "get_item_by_id": "fetch: get_item",
    "get_items_by_version": "fetch: list_items",
    "get_item_history": "fetch: item_history",
    "list_items": "fetch: list_items",
    "create_dataset_version": "transact: lock_dataset find_version",
    "list_dataset_versions": "fetch: list_versions",
    "delete_dataset": ("transact: lock_dataset {} delete_versions delete_items delete_dataset"),
}
"""The driver call of every public method, and the statements in it; in the place of the braces,
what has to do with experiments.
"""

Call = Callable[[DatasetsStorage, str], Awaitable[object]]
OF_FILES = {"import_items", "export_items", "items_frame"}
"""What passes over a file or a whole data set, and calls the others for it."""

CALLS: dict[str, Call] = {
    "create_dataset": lambda sets, _: sets.create_dataset(name="n", dataset_id="new"),
    "create_dataset that exists": lambda sets, _: sets.create_dataset(name="n", dataset_id="d"),
    "get_dataset_by_id": lambda sets, _: sets.get_dataset_by_id("d"),
    "update_dataset": lambda sets, _: sets.update_dataset("d", metadata={"a": 1}),
    "update_dataset with a schema": lambda sets, _: sets.update_dataset(
        "d", input_schema={"type": "object"}
    ),
    "list_datasets": lambda sets, _: sets.list_datasets(name="n"),
    "add_item": lambda sets, _: sets.add_item(dataset_id="d", input={}),
    "add_item of a known id": lambda sets, _: sets.add_item(
        dataset_id="d", input={}, external_id="known"
    ),
    "batch_insert_items": lambda sets, _: sets.batch_insert_items(
        [NewItem(input={"n": number}) for number in range(500)], dataset_id="d"
    ),
    "add_items": lambda sets, _: sets.add_items(
        (NewItem(input={"n": number}) for number in range(1_001)), dataset_id="d"
    ),
    "update_item": lambda sets, item: sets.update_item(item, dataset_id="d", metadata={}),
    "delete_item": lambda sets, item: sets.delete_item(item, dataset_id="d"),
    "batch_delete_items": lambda sets, item: sets.batch_delete_items([item], dataset_id="d"),
    "purge_item": lambda sets, item: sets.purge_item(item, dataset_id="d"),
    "get_item_by_id": lambda sets, item: sets.get_item_by_id(item),
    "get_items_by_version": lambda sets, _: sets.get_items_by_version("d", version=1),
    "get_item_history": lambda sets, item: sets.get_item_history(item),
    "list_items": lambda sets, _: sets.list_items("d", search="a"),
    "create_dataset_version": lambda sets, _: refused(sets),
    "list_dataset_versions": lambda sets, _: sets.list_dataset_versions("d"),
    "delete_dataset": lambda sets, _: sets.delete_dataset("d"),
}


async def refused(sets: DatasetsStorage) -> None:
    with pytest.raises(Exception, match="recorded already"):
        await sets.create_dataset_version("d", version=1)


async def seed(sets: DatasetsStorage) -> str:
    """Make the data set that the calls are about; return its one item."""
    for name in ("d", "new"):
        await sets.delete_dataset(name)
    await sets.create_dataset(name="n", dataset_id="d")
    item = await sets.add_item(dataset_id="d", input={}, external_id="known")
    return item.id


async def spent(store: Store) -> dict[str, list[str]]:
    """Return the driver calls of methods; what runs must be what the golden files show."""
    sets: Any = store.datasets
    plain, sql = sets._db, sets._sql
    counting = CountingDatabase(plain)
    found = {}
    for name, call in CALLS.items():
        sets._db = plain
        item = await seed(sets)
        sets._db = counting
        await call(sets, item)
        found[name] = counting.taken()
    shown = statements(sql.tables.dialect, sql.tables.datasets.schema)
    assert {each.sql for each in counting.statements} <= {each.sql for each in shown}
    return found


def budget(purging: str, deleting: str) -> dict[str, list[str]]:
    places = {"purge_item": purging, "delete_dataset": deleting}
    return {name: [call.format(places.get(name))] for name, call in BUDGET.items()}


EVERY = budget("erase_results", "delete_results detach_experiments")


async def test_every_public_method_has_a_budget() -> None:
    public = {
        name
        for name, method in inspect.getmembers(DatasetsStorage, inspect.iscoroutinefunction)
        if not name.startswith("_")
    } - OF_FILES
    assert {name.partition(" ")[0] for name in BUDGET} == public
    assert set(BUDGET) == set(CALLS)


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store) == EVERY


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store) == EVERY


async def test_before_there_are_tables_of_experiments_they_are_asked_for() -> None:
    """In a database of an older Mastra, which a store with `disable_init` leaves as it is."""
    async with LibSQLStore(":memory:") as store:
        drop = "DROP TABLE mastra_experiments; DROP TABLE mastra_experiment_results"
        await store._db.run(lambda raw: raw.executescript(drop))
        found = await spent(store)

    assert found == budget("results_table", "results_table")


async def test_a_batch_of_a_pass_through_a_data_set_is_one_call() -> None:
    async with LibSQLStore(":memory:") as store:
        sets: Any = store.datasets
        await seed(sets)
        await sets.batch_insert_items([NewItem(input=n) for n in range(9)], dataset_id="d")
        sets._db = counting = CountingDatabase(sets._db)

        assert [item.input async for item in sets.iterate_items("d", batch_size=4)][1:] == [
            *range(9)
        ]

        assert counting.taken() == ["fetch: get_dataset", *["fetch: list_items"] * 3]
