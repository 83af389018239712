"""Passwords, connection strings and contents stay out of errors, their causes, reprs and logs."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import pytest
from mastra_storage_core import NewMessage, StorageError, Thread
from mastra_storage_pg import PostgresConfig, PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
PASSWORD = "hunter2-of-the-database"
CONTENT = "what-the-user-said"
PATHS: dict[str, dict[str, Any]] = {
    "a port that is none": {"url": f"postgresql://u:{PASSWORD}@h:port/d"},
    "a password with a slash": {"url": f"postgresql://u:{PASSWORD}/x@127.0.0.1:1/d"},
    "a scheme of another": {"url": f"mysql://u:{PASSWORD}@h/d"},
    "an option that is none": {"url": f"postgresql://u:{PASSWORD}@127.0.0.1:1/d?sslmode=x"},
    "a server that is gone": {"url": f"postgresql://u:{PASSWORD}@127.0.0.1:1/d"},
    "a host that is none": {"url": f"postgresql://u:{PASSWORD}@host.invalid/d"},
    "parts": {"host": "127.0.0.1", "port": 1, "user": "u", "password": PASSWORD},
    "a wrong part": {"host": "127.0.0.1", "port": -1, "password": PASSWORD},
    "a wrong type": {"url": [f"postgresql://u:{PASSWORD}@h/d"]},
    "an unknown setting": {"url": f"postgresql://u:{PASSWORD}@h/d", "passwort": PASSWORD},
    "a schema": {"url": f"postgresql://u:{PASSWORD}@h/d", "schema_name": f'"{PASSWORD}'},
}


def everything(error: BaseException, log: pytest.LogCaptureFixture) -> str:
    """Return all that may be printed of an error, and what was logged."""
    shown = [repr(error), str(error), repr(vars(error)), *getattr(error, "__notes__", ())]
    return "".join([*shown, *traceback.format_exception(error), log.text])


async def connected(**settings: Any) -> None:
    store = PostgresStore(**settings)
    try:
        assert PASSWORD not in repr(store) + str(store)
        await store.memory.list_threads()
    finally:
        await store.close()


@pytest.mark.parametrize("settings", PATHS.values(), ids=PATHS)
async def test_no_way_to_a_connection_shows_the_password(
    caplog: pytest.LogCaptureFixture, settings: dict[str, Any]
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(StorageError) as caught:
        await connected(**settings)

    assert PASSWORD not in everything(caught.value, caplog)


async def test_a_refusal_of_the_server_does_not_show_the_password(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    place = urlsplit(url)
    for user, database in (("nobody", place.path), ("postgres", "/nothing")):
        with pytest.raises(StorageError) as caught:
            await connected(
                url=f"postgresql://{user}:{PASSWORD}@{place.netloc.split('@')[1]}{database}"
            )
        assert PASSWORD not in everything(caught.value, caplog)


async def test_settings_do_not_show_the_password() -> None:
    config = PostgresConfig.check(url=f"postgresql://u:{PASSWORD}@h/d")
    parts = PostgresConfig.check(host="h", password=PASSWORD)

    assert PASSWORD not in repr(config) + str(config) + repr(parts) + config.model_dump_json()


@asynccontextmanager
async def slammed(url: str) -> AsyncIterator[str]:
    """A server that hangs up on whoever has said who it is."""

    async def slam(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(slam, "127.0.0.1", 0)
    async with server:
        yield f"postgresql://u:{PASSWORD}@127.0.0.1:{server.sockets[0].getsockname()[1]}/d"


async def test_a_connection_that_breaks_does_not_show_the_password(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with slammed(url) as broken:
        with pytest.raises(StorageError) as caught:
            await connected(url=broken)

    assert PASSWORD not in everything(caught.value, caplog)


def thread(thread_id: str = "t", **fields: Any) -> Thread:
    values = {"resource_id": "r", "title": CONTENT, "metadata": {"said": CONTENT}}
    return Thread(id=thread_id, **(values | fields))


def message(**fields: Any) -> NewMessage:
    said = {"format": 2, "parts": [{"type": "text", "text": CONTENT}]}
    values = {"thread_id": "t", "resource_id": "r", "role": "user", "content": said}
    return NewMessage(**(values | fields))


BREAKS: dict[str, str] = {
    "a check": "ALTER TABLE mastra_threads ADD CHECK (title = 'other') NOT VALID",
    "a missing column": "ALTER TABLE mastra_threads DROP COLUMN title",
    "another type": "ALTER TABLE mastra_threads ALTER title TYPE int USING 1",
    "a short column": "ALTER TABLE mastra_threads ALTER title TYPE varchar(3) USING 'x'",
    "a column that may not be empty": (
        "ALTER TABLE mastra_threads ADD COLUMN more text NOT NULL DEFAULT 'x';"
        "ALTER TABLE mastra_threads ALTER more DROP DEFAULT"
    ),
    "no table": "DROP TABLE mastra_threads CASCADE",
    "a trigger": (
        "CREATE FUNCTION evil() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN RAISE EXCEPTION USING DETAIL = NEW.title, HINT = NEW.title; END';"
        "CREATE TRIGGER evil BEFORE INSERT OR UPDATE ON mastra_threads "
        "FOR EACH ROW EXECUTE FUNCTION evil()"
    ),
    "a cast in a trigger": (
        "CREATE FUNCTION evil() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN PERFORM NEW.title::int; RETURN NEW; END';"
        "CREATE TRIGGER evil BEFORE INSERT OR UPDATE ON mastra_threads "
        "FOR EACH ROW EXECUTE FUNCTION evil()"
    ),
}
CALLS: dict[str, Callable[[PostgresStore], Awaitable[object]]] = {
    "save": lambda store: store.memory.save_thread(thread()),
    "create": lambda store: store.memory.create_thread(
        resource_id="r", title=CONTENT, metadata={"said": CONTENT}
    ),
    "update": lambda store: store.memory.update_thread("t", title=CONTENT),
    "message": lambda store: store.memory.save_messages([message()]),
    "bad": lambda store: store.memory.save_messages([message(content={"x": CONTENT, "y": ...})]),
    "large": lambda store: store.memory.save_thread(thread(title=CONTENT * 5_000_000)),
}


@pytest.mark.parametrize("script", BREAKS.values(), ids=BREAKS)
async def test_no_error_of_a_call_shows_contents(
    url: str, open_store: OpenStore, connect: Any, caplog: pytest.LogCaptureFixture, script: str
) -> None:
    """The server itself quotes the row that a constraint refused."""
    store = open_store(url)
    await store.memory.save_thread(thread(title="before"))
    await (await connect(url)).execute(script)
    caplog.set_level(logging.DEBUG)
    failed = 0
    for call in CALLS.values():
        try:
            await call(store)
        except StorageError as error:
            failed += 1
            shown = everything(error, caplog)
            if CONTENT in shown:
                pytest.fail(shown[:3_000])

    assert failed > 1
