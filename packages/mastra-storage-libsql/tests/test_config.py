"""The settings of a store: what is refused before any I/O, and what is never shown."""

import traceback
from typing import Any

import aiosqlite
import pytest
from mastra_storage_core import ConfigurationError, Limits, StorageError, UnsupportedError
from mastra_storage_libsql import LibSQLConfig, LibSQLStore, open_url

SECRET = "s3cret"
REMOTE = ["libsql://db.turso.io", "LibSQL://x", "https://x", "http://x", "wss://x", "ws://x"]


def refusal(url: Any = None, **settings: Any) -> StorageError:
    """Return the error for settings, after checking that no secret shows anywhere in it."""
    with pytest.raises(StorageError) as caught:
        LibSQLStore(url, **settings)
    shown = [*traceback.format_exception(caught.value), repr(caught.value), *caught.value.args]
    assert not any(SECRET in text for text in shown)
    return caught.value


@pytest.mark.parametrize("url", REMOTE)
def test_a_remote_database_is_unsupported_and_a_file_is_named_instead(url: str) -> None:
    error = refusal(f"{url}?authToken={SECRET}")

    assert isinstance(error, UnsupportedError)
    assert "file:" in str(error)


@pytest.mark.parametrize(
    "url",
    ["", "app.db", "/var/app.db", "sqlite:app.db", f"postgresql://u:{SECRET}@h", f"{SECRET}:x"],
)
def test_a_url_of_another_kind_is_refused(url: str) -> None:
    assert isinstance(refusal(url), ConfigurationError)


@pytest.mark.parametrize("url", ["file:a\0b", "file:a%00b"])
def test_a_url_with_a_nul_is_refused(url: str) -> None:
    assert "NUL" in str(refusal(url))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("busy_timeout_ms", -1),
        ("busy_timeout_ms", SECRET),
        ("synchronous", SECRET),
        ("synchronous", "off; --"),
        ("cache_kib", -1),
        ("cache_kib", 0.5),
        ("mmap_bytes", 2**63),
        ("readers", 65),
        ("readers", None),
        ("engine_jsonb", 5),
        ("limits", SECRET),
        ("auth_token", SECRET),
    ],
)
def test_a_setting_that_does_not_fit_is_named_and_not_shown(name: str, value: Any) -> None:
    error = refusal("file:app.db", **{name: value})

    assert isinstance(error, ConfigurationError)
    assert str(error).endswith(f": {name}")


def test_a_store_needs_a_url_or_a_connection_and_not_both() -> None:
    connection = aiosqlite.connect(":memory:")

    assert "either a url or a connection" in str(refusal())
    assert "either a url or a connection" in str(refusal("file:x", connection=connection))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (":memory:", "file::memory:"),
        ("file::memory:", "file::memory:"),
        ("file:x?mode=memory&cache=shared", "file::memory:"),
        ("file:/var/app.db?mode=ro", "file:/var/app.db?mode=ro"),
    ],
)
def test_these_urls_are_opened(url: str, path: str) -> None:
    config = LibSQLConfig.check(url=url)

    assert config.path == path
    assert config.in_memory == (path == "file::memory:")


def test_without_init_no_file_is_made() -> None:
    def path(url: str) -> str:
        return LibSQLConfig.check(url=url, disable_init=True).path

    assert path("file:app.db") == "file:app.db?mode=rw"
    assert path("file:app.db?cache=private") == "file:app.db?cache=private&mode=rw"
    assert path("file:app.db?mode=ro") == "file:app.db?mode=ro"


def test_a_url_opens_a_store_with_the_options_of_the_constructor() -> None:
    store = open_url("file:app.db", limits=Limits(max_json_bytes=5), readers=0)

    assert isinstance(store, LibSQLStore)
    assert store._db._config.limits == Limits(5)
