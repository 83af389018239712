"""From a URL to a store. Packages are found by what is installed, and a URL is never repeated."""

import traceback
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_core import (
    ConfigurationError,
    StorageError,
    UnsupportedError,
    open_store,
    registry as under_test,
)

SECRET = "s3cret"
CODE = """
from types import SimpleNamespace

def open_url(url, **options):
    return SimpleNamespace(url=url, options=options)
"""


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "entry_points", lambda **_: ())


def refusal(url: Any) -> StorageError:
    """Return the error for a URL, after checking that no secret shows anywhere in it."""
    with pytest.raises(StorageError) as caught:
        open_store(url)
    shown = [*traceback.format_exception(caught.value), repr(caught.value), *caught.value.args]
    assert not any(SECRET in text for text in shown)
    return caught.value


def test_a_package_adds_its_scheme_by_being_installed(install: Callable[..., None]) -> None:
    install("offers_fakedb", "fakedb", "fakedb+tls", code=CODE)

    opened: Any = open_store(f"FakeDB://user:{SECRET}@host/x", pool=3)

    assert opened.url == f"FakeDB://user:{SECRET}@host/x"
    assert opened.options == {"pool": 3}
    assert open_store("fakedb+tls:").url == "fakedb+tls:"  # type: ignore[attr-defined] # a fake


def test_two_packages_for_one_scheme_are_named_and_none_is_chosen(
    install: Callable[..., None],
) -> None:
    install("offers_twice_a", "twicedb", code=CODE)
    install("offers_twice_b", "twicedb", code=CODE)

    error = refusal(f"twicedb://user:{SECRET}@host")

    assert isinstance(error, ConfigurationError)
    assert "offers_twice_a" in str(error)
    assert "offers_twice_b" in str(error)


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize(
    ("url", "package"),
    [
        ("memory:", "mastra-storage-memory"),
        (":memory:", "mastra-storage-libsql"),
        ("file:app.db", "mastra-storage-libsql"),
        (f"libsql://db.turso.io?authToken={SECRET}", "mastra-storage-libsql"),
        (f"https://user:{SECRET}@db.turso.io", "mastra-storage-libsql"),
        (f"postgresql://user:{SECRET}@host/db", "mastra-storage-pg"),
        (f"Postgres://user:{SECRET}@host/db", "mastra-storage-pg"),
    ],
)
def test_a_scheme_that_nothing_offers_names_the_package_to_install(url: str, package: str) -> None:
    error = refusal(url)

    assert isinstance(error, UnsupportedError)
    assert str(error).endswith(f"install {package}")


def test_an_unknown_scheme_asks_for_a_package_that_offers_it() -> None:
    assert "'mysql' URLs; install a package that offers it" in str(refusal(f"mysql:{SECRET}"))


@pytest.mark.parametrize("url", [None, 5, b"file:x", ["file:x"], Path("app.db")])
def test_what_is_no_text_is_no_url(url: Any) -> None:
    error = refusal(url)

    assert isinstance(error, ConfigurationError)
    assert type(url).__name__ in str(error)


@pytest.mark.parametrize("url", ["", "app.db", "/var/app.db", f"{SECRET}@host", "1a:x", "://x"])
def test_a_url_needs_a_scheme(url: str) -> None:
    assert isinstance(refusal(url), ConfigurationError)


CALL = """
from mastra_storage_core import open_store

first, second = open_store(), open_store(limits=5)
"""


def test_without_a_url_the_store_is_in_memory_and_says_so_once(
    install: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    install("offers_memory", "memory", code=CODE)
    monkeypatch.setattr(under_test, "entry_points", _only("offers_memory"))
    under_test._warn_of_memory.cache_clear()
    caller: dict[str, Any] = {}

    with pytest.warns(UserWarning, match=r'nothing for long; write open_store\("file:') as caught:
        exec(compile(CALL, "caller.py", "exec"), caller)

    assert [(each.filename, each.lineno) for each in caught] == [("caller.py", 4)]
    assert (caller["first"].url, caller["second"].url) == ("memory:", "memory:")
    assert caller["second"].options == {"limits": 5}


@pytest.mark.usefixtures("nothing_installed")
def test_without_a_url_the_package_that_is_missing_is_named() -> None:
    with pytest.raises(UnsupportedError, match="install mastra-storage-memory"):
        open_store()


def _only(package: str) -> Callable[..., list[EntryPoint]]:
    """Look up entry points as if only one package were installed."""

    def found(*, group: str, name: str) -> list[EntryPoint]:
        offered = entry_points(group=group, name=name)
        return [point for point in offered if point.value.startswith(package)]

    return found
