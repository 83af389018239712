"""The settings of a store: what is refused before any I/O, and what is never shown."""

import traceback
from typing import Any

import pytest
from mastra_storage_core import ConfigurationError, StorageError
from mastra_storage_pg import PostgresConfig, PostgresStore, open_url

SECRET = "s3cret"
URL = f"postgresql://user:{SECRET}@host:5432/db"


def refusal(url: Any = None, **settings: Any) -> StorageError:
    """Return the error for settings, after checking that no secret shows anywhere in it."""
    with pytest.raises(ConfigurationError) as caught:
        PostgresStore(url, **settings)
    shown = [*traceback.format_exception(caught.value), repr(caught.value), *caught.value.args]
    assert not any(SECRET in text for text in shown)
    return caught.value


@pytest.mark.parametrize(
    "url",
    [
        "",
        "host/db",
        f"mysql://user:{SECRET}@host/db",
        f"postgresql://user:{SECRET}@host:port/db",
        f"postgresql://user:{SECRET}@host:99999/db",
        f"postgresql://user:{SECRET}@host:0/db",
        f"postgresql://user:{SECRET}@one:5432,two:x/db",
        f"postgresql://user:{SECRET}@[::1/db",
        f"postgresql://user:se/{SECRET}@host/db",
        f"postgresql://user:1?{SECRET}@host/db",
        f"postgresql://host/db?{SECRET}",
        f"postgresql://user:{SECRET}#@host/db",
    ],
)
def test_what_is_no_url_of_postgresql_is_refused(url: str) -> None:
    assert "postgresql://user@host:port/database" in str(refusal(url))


@pytest.mark.parametrize("url", [URL, URL.replace("postgresql", "PostgreSQL"), "postgres://h/d"])
def test_a_url_opens_a_store_without_io(url: str) -> None:
    store = open_url(url, schema_name="s")

    assert isinstance(store, PostgresStore)
    assert SECRET not in repr(vars(store._db))


def test_no_secret_shows_in_the_settings() -> None:
    for config in (
        PostgresConfig.check(url=URL),
        PostgresConfig.check(host="h", password=SECRET),
    ):
        assert SECRET not in f"{config!r} {config} {config.model_dump()} {config.model_dump_json()}"
        assert SECRET in str(config.connection_arguments())


@pytest.mark.parametrize("settings", [{}, {"user": "u"}, {"url": URL, "host": "h"}])
def test_there_is_one_way_to_say_where_the_server_is(settings: dict[str, Any]) -> None:
    assert "needs one of" in str(refusal(**settings))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("url", 5),
        ("host", ""),
        ("user", ""),
        ("database", ""),
        ("port", 0),
        ("port", SECRET),
        ("pool", SECRET),
        ("ssl", 5),
        ("ssl", object()),
        ("schema_name", None),
        ("max_connections", 0),
        ("idle_seconds", -1),
        ("pool_timeout", 0),
        ("command_timeout", -1),
        ("pgbouncer", SECRET),
        ("limits", SECRET),
        ("search_path", SECRET),
    ],
)
def test_a_setting_that_does_not_fit_is_named_and_not_shown(name: str, value: Any) -> None:
    assert str(refusal(**({"host": "h"} | {name: value}))).endswith(f"do not fit: {name}")


ILLEGAL = [
    "",
    'a"b',
    "a'b",
    "a`b",
    "a\\b",
    "a$b",
    "%(a)s",
    "a\0b",
    "a\nb",
    "\x7f",
    "\x85",
    "\ud800",
]


@pytest.mark.parametrize("name", [*ILLEGAL, '"; drop schema public; --', "x" * 64, "名" * 22])
def test_a_schema_name_cannot_leave_its_quotes(name: str) -> None:
    assert "schema_name must have" in str(refusal(URL, schema_name=name))


@pytest.mark.parametrize("name", ["a-b", "1a", "größe", "a b", "a\u00a0b", "x" * 63, "名" * 21])
def test_odd_schema_names_are_fine(name: str) -> None:
    assert PostgresConfig.check(url=URL, schema_name=name).schema_name == name


def test_a_tls_mode_stands_above_the_one_of_the_url() -> None:
    config = PostgresConfig.check(url=f"{URL}?sslmode=disable", ssl="verify-full")

    assert config.connection_arguments()["ssl"] == "verify-full"
    assert PostgresConfig.check(url=URL, ssl=False).connection_arguments()["ssl"] is False
    assert "ssl" not in PostgresConfig.check(url=URL).connection_arguments()
