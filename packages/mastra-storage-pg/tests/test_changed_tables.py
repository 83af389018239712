"""Tables that another program changes while a store is connected: plans that were prepared before
are made anew, and no call fails.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import asyncpg
import pytest
import pytest_asyncio
from mastra_storage_core import BusyError, MessageUpdate, NewMessage, Thread
from mastra_storage_pg import PostgresStore
from mastra_storage_pg.translate import translate
from mastra_storage_sql import Call, Flow, Statement
from sqlalchemy import func, select

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
Said: TypeAlias = Callable[[Thread, int], list[NewMessage]]
Use: TypeAlias = Callable[[PostgresStore], Awaitable[Any]]

RETYPED = """
ALTER TABLE mastra_threads ALTER title TYPE varchar(500);
ALTER TABLE mastra_messages ALTER role TYPE varchar(500);
ALTER TABLE mastra_workflow_snapshot ALTER "resourceId" TYPE varchar(500);
"""
USES: dict[str, Use] = {
    "a read": lambda store: store.memory.get_thread_by_id("t"),
    "reads in one trip": lambda store: store.memory.list_messages("t"),
    "a write": lambda store: store.memory.update_thread("t", title="new"),
    "the first step": lambda store: store.memory.update_thread_metadata("t", lambda row: {"n": 1}),
    "a later step": lambda store: store.memory.update_messages(
        [MessageUpdate(id="m0", content={"metadata": {"n": 1}})]
    ),
}


@pytest_asyncio.fixture
async def store(url: str, open_store: OpenStore, said: Said) -> PostgresStore:
    """A store that has prepared its statements."""
    opened = open_store(url)
    thread = await opened.memory.create_thread(resource_id="r", thread_id="t")
    await opened.memory.save_messages(said(thread, 2))
    for use in USES.values():
        await use(opened)
    return opened


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE mastra_threads ADD later text; ALTER TABLE mastra_messages ADD later text",
        "DROP INDEX mastra_threads_resourceid_createdat_idx, mastra_py_threads_created_idx",
        RETYPED,
    ],
    ids=["columns", "indexes", "types"],
)
async def test_a_table_may_change_between_two_calls(
    store: PostgresStore, url: str, connect: Any, use: Use, change: str
) -> None:
    expected = await use(store)
    await (await connect(url)).execute(change)

    found = await use(store)

    assert getattr(found, "id", None) == getattr(expected, "id", None)


async def test_other_connections_of_the_pool_prepare_anew_as_well(
    store: PostgresStore, url: str, connect: Any
) -> None:
    await asyncio.gather(*(use(store) for use in USES.values()))
    await (await connect(url)).execute(RETYPED)

    await asyncio.gather(*(use(store) for use in USES.values() for _ in range(4)))


def two_steps(store: PostgresStore, first: Statement, begun: list[str]) -> Flow[list[Any]]:
    """Return a flow whose second step fails once the type of a role has changed."""
    begun.append("once")
    seen = yield first(ids=["m0"])
    messages: Call = _sql(store).messages.lock_messages(owned=False)(ids=["m0"])
    return [seen, (yield messages)]


async def test_what_a_flow_has_done_by_itself_is_not_done_twice(
    store: PostgresStore, url: str, connect: Any
) -> None:
    begun: list[str] = []
    first = _sql(store).messages.threads_of(owned=False)
    await (await connect(url)).execute(RETYPED)

    _, (message,) = await store._db.transact(two_steps(store, first, begun))

    assert (message["id"], begun) == ("m0", ["once"])


async def test_a_flow_that_would_see_something_else_the_second_time_is_busy(
    store: PostgresStore, url: str, connect: Any
) -> None:
    at = select(func.clock_timestamp().label("at"))
    clock = Statement("test.clock", at, _sql(store).tables.dialect.compiler)
    await (await connect(url)).execute(RETYPED)

    with pytest.raises(BusyError, match="changed during the call") as caught:
        await store._db.transact(two_steps(store, clock, []))

    assert caught.value.retryable


async def test_a_flow_that_may_begin_anew_does(
    store: PostgresStore, url: str, connect: Any
) -> None:
    begun: list[str] = []
    first = _sql(store).messages.threads_of(owned=False)
    await (await connect(url)).execute(RETYPED)

    _, (message,) = await store._db.transact_anew(lambda: two_steps(store, first, begun))

    assert (message["id"], begun) == ("m0", ["once", "once"])


def _sql(store: Any) -> Any:
    """Return the statements of the memory domain."""
    return store.memory._sql


async def test_a_table_that_changes_again_and_again_is_busy() -> None:
    error = translate(asyncpg.InvalidCachedStatementError("cached plan"))

    assert isinstance(error, BusyError)
    assert error.retryable
