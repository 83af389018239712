"""Composites from data: what is made of a description, and how a wrong one is refused."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fakes import FakeStore
from hypothesis import HealthCheck, given, settings, strategies as st
from mastra_storage_core import (
    CompositeStore,
    ConfigurationError,
    StorageError,
    Store,
    UnsupportedError,
    compose,
)
from mastra_storage_core.composition import MAX_DEPTH

SECRET = "s3cret"
CODE = """
import re

from fakes import a_store
from mastra_storage_core import ConfigurationError

def open_url(url, *, readers=1, tags=()):
    if readers < 1:
        raise ConfigurationError("settings of FakeStore that do not fit: readers")
    store = a_store(*re.split("[:/]", url)[-1].split(","))
    store.opened_with = {"url": url, "readers": readers, "tags": tags}
    return store
"""
BOTH = "fakedb:memory,workflows"


@pytest.fixture(autouse=True)
def fakedb(install: Callable[..., None]) -> None:
    """A backend whose URL says which domains it has."""
    install("offers_fake_stores", "fakedb", code=CODE)


def opened_with(store: Store | None) -> dict[str, Any]:
    found: dict[str, Any] = getattr(store, "opened_with")  # noqa: B009 - a fake's
    return found


def refusal(config: Any) -> StorageError:
    """Return the error for a description, after checking that no secret shows anywhere in it."""
    with pytest.raises(StorageError) as caught:
        compose(config)
    shown = [*traceback.format_exception(caught.value), repr(caught.value), *caught.value.args]
    assert not any(SECRET in text for text in shown)
    return caught.value


# --- what is made -------------------------------------------------------------------------------


def test_a_description_says_what_is_kept_where() -> None:
    store = compose(
        {"id": "app", "default": BOTH, "domains": {"workflows": "fakedb:other/workflows"}}
    )

    assert (type(store), store.id) == (CompositeStore, "app")
    assert opened_with(store.memory.store)["url"] == BOTH
    assert opened_with(store.workflows.store)["url"] == "fakedb:other/workflows"


def test_nothing_is_opened() -> None:
    store = compose({"default": BOTH})

    (backend,) = store.backends
    assert isinstance(backend, FakeStore)
    assert backend.events == []


def test_false_is_no_store() -> None:
    store = compose({"default": BOTH, "editor": False, "domains": {"workflows": False}})
    without = compose({"default": False, "domains": {"memory": BOTH}})

    assert list(store.stores) == list(without.stores) == ["memory"]


def test_a_table_has_a_url_and_the_options_of_its_backend() -> None:
    store = compose({"default": {"url": BOTH, "readers": 3, "tags": ["a", "${HOME:-}", 5]}})

    assert opened_with(store.memory.store)["readers"] == 3
    assert opened_with(store.memory.store)["tags"][::2] == ["a", 5]


def test_a_composite_may_be_in_a_composite() -> None:
    inner = {"default": "fakedb:x/memory", "domains": {"workflows": "fakedb:y/workflows"}}

    store = compose({"default": inner, "editor": inner, "domains": {"memory": BOTH}})

    assert [opened_with(each)["url"] for each in store.backends] == [
        "fakedb:x/memory",
        "fakedb:y/workflows",
        BOTH,
    ]
    assert opened_with(store.workflows.store)["url"] == "fakedb:y/workflows"


def test_equal_sources_are_one_store_wherever_they_stand() -> None:
    with_options = {"url": BOTH, "readers": 2, "tags": [1]}

    store = compose(
        {
            "default": {"default": BOTH, "domains": {"workflows": with_options}},
            "editor": {"tags": [1], "readers": 2, "url": BOTH},
            "domains": {"memory": {"url": BOTH}},
        }
    )

    assert [opened_with(each)["readers"] for each in store.backends] == [1, 2]


def test_texts_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB", f"fakedb:{SECRET}/memory")
    monkeypatch.delenv("TAG", raising=False)

    store = compose({"id": "$${DB}", "default": {"url": "${DB},workflows", "tags": ["${TAG:-x}"]}})

    assert store.id == "${DB}"
    assert opened_with(store.memory.store)["url"] == f"fakedb:{SECRET}/memory,workflows"
    assert opened_with(store.memory.store)["tags"] == ["x"]


@pytest.mark.parametrize("kind", [str, Path])
def test_a_description_may_be_a_file(tmp_path: Path, kind: Callable[[Path], Any]) -> None:
    path = tmp_path / "app.toml"
    text = f'\ufeffdefault = "{BOTH}"\r\n[domains]\r\nworkflows = false\r\n'
    path.write_bytes(text.encode())

    assert list(compose(kind(path)).stores) == ["memory"]


# --- what is refused ----------------------------------------------------------------------------

TABLE: dict[str, Any] = {"url": BOTH}


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({}, "needs something to join"),
        ({"domains": {"memory": False}}, "needs something to join"),
        ({"default": {"domains": {"memory": False}}}, "default: a CompositeStore needs something"),
        ({"id": " ", "default": BOTH}, "needs an id"),
        ({"id": 5, "default": BOTH}, "id must be text, not int"),
        ({"defualt": SECRET}, "unknown key 'defualt'; the nearest is 'default'"),
        ({"zzz": SECRET}, "unknown key 'zzz'; there are default, domains, editor, id"),
        ({5: SECRET}, "5 is not text, as a key must be"),
        ({"<url>": SECRET}, "unknown key '<url>'"),
        ({"default": 5}, "default must be a URL, a table or false, not int"),
        ({"default": b"s3cret"}, "not bytes"),
        ({"default": True}, "not bool"),
        ({"default": [SECRET]}, "not list"),
        ({"default": SECRET}, "default: a store's URL needs a scheme"),
        ({"default": {}}, "default.url is missing; write the URL of a store, or stores to join"),
        ({"default": {"ulr": SECRET}}, "default.url is missing"),
        ({"default": {"url": 5}}, "default.url must be text, not int"),
        ({"default": {"url": BOTH, "readers": 0}}, "default: settings of FakeStore that do not"),
        ({"default": {"url": BOTH, "self": SECRET}}, "take these options: 'self'"),
        ({"default": {"url": BOTH, "default": SECRET}}, "take these options: 'default'"),
        ({"default": {"url": BOTH, 5: SECRET}}, "default.5 is not text, as a key must be"),
        ({"domains": SECRET}, "domains must be a table, not str"),
        ({"domains": {"memry": BOTH}}, "domains: no domain is called 'memry'; the nearest is"),
        ({"domains": {"memory": None}}, "domains.memory must be a URL, a table or false, not None"),
        ({"domains": {"memory": "fakedb:workflows"}}, "domains.memory: FakeStore has no such"),
        ({"domains": {"memory": {"url": [SECRET]}}}, "domains.memory.url must be text, not list"),
        (
            {"domains": {"memory": {"domains": {"memory": {"url": 5}}}}},
            "domains.memory.domains.memory.url must be text, not int",
        ),
        (
            {"editor": {"default": BOTH, "domians": SECRET}},
            "editor: unknown key 'domians'; the nearest is 'domains'",
        ),
        ({"id": 5, "default": 6}, "id must be text, not int; default must be a URL"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(config: Any, words: str) -> None:
    error = refusal(config)

    assert isinstance(error, ConfigurationError)
    assert words in str(error)


def test_a_backend_that_is_missing_is_named_with_its_place() -> None:
    error = refusal({"domains": {"memory": {"url": f"nodb://u:{SECRET}@h"}}})

    assert isinstance(error, UnsupportedError)
    assert str(error).startswith("domains.memory: no installed package offers 'nodb' URLs")


@pytest.mark.parametrize("place", ["default", "domains.memory.url", "domains.memory.tags.1"])
def test_a_missing_variable_is_named_with_its_place(
    monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.delenv("NOPE", raising=False)
    text = f"{SECRET}${{NOPE}}"
    table = {"url": text if place.endswith("url") else BOTH, "tags": ["", text]}
    config = {"default": text} if place == "default" else {"domains": {"memory": table}}

    said = str(refusal(config))

    assert said.startswith(f"{place}: the environment variable 'NOPE' is not set")


def nested(depth: int, inmost: Any) -> Any:
    for _ in range(depth):
        inmost = {"default": inmost}
    return inmost


def test_a_description_that_contains_itself_is_refused() -> None:
    table: dict[str, Any] = {"url": BOTH, "tags": [1]}
    table["tags"].append(table["tags"])
    itself: dict[str, Any] = {"domains": {}}
    itself["domains"]["memory"] = itself

    assert "domains.memory contains itself" in str(refusal(itself))
    assert "default.tags.1 contains itself" in str(refusal({"default": table}))


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 10_000])
def test_a_description_that_is_nested_too_deep_is_refused(depth: int) -> None:
    said = str(refusal(nested(depth, BOTH)))

    assert "is nested more than 20 deep" in said
    assert len(said) < 300


def test_a_place_is_cut_where_it_would_be_long() -> None:
    said = str(refusal({"default": {"url": BOTH, "tags" * 1_000: "${"}}))

    assert said.startswith("default.tagstags")
    assert "…: a reference is written" in said
    assert len(said) < 400


def test_a_description_may_be_nested_as_deep_as_anybody_needs() -> None:
    assert len(compose(nested(MAX_DEPTH, BOTH)).backends) == 1


@pytest.mark.parametrize("path", [5, b"app.toml", None, ["app.toml"], compose])
def test_a_path_is_text(path: Any) -> None:
    assert "takes a dictionary or the path of a TOML file" in str(refusal(path))


@pytest.mark.parametrize("url", ["file:app.db", f"postgresql://u:{SECRET}@h/db", ":memory:"])
def test_a_url_is_no_path(url: str) -> None:
    assert "open_store takes a URL" in str(refusal(url))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (b"default = 's3cret'\n\n= 5", "the file is no valid TOML, at line 3"),
        (b"default = 's3cret'\ndefault = 's3cret'\n", "the file is no valid TOML, at line 2"),
        (b"a = " + b"[" * 5_000, "the file is no valid TOML"),
        (b"default = ", "the file is no valid TOML, at end of document"),
        (b"a = " + b"9" * 5_000, "the file is no valid TOML"),
        (b"id = 'a'\nid2 = '\xff s3cret'", "the file is not UTF-8, at line 2"),
        (b"default = 5", "default must be a URL, a table or false, not int"),
        (b"[domains.memry]\nurl = 'fakedb:s3cret/memory'", "domains: no domain is called 'memry'"),
        (b"[" + b"default." * 2_000 + b"default]", "is nested more than 20 deep"),
    ],
)
def test_a_file_that_does_not_fit_is_named(tmp_path: Path, written: bytes, words: str) -> None:
    path = tmp_path / "app.toml"
    path.write_bytes(written)

    said = str(refusal(path))

    assert said.startswith(f"{str(path)!r}: ")
    assert words in said


@pytest.mark.parametrize(
    ("name", "words"), [("missing.toml", "no such file"), ("", "directory"), ("\0", "no path")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, words: str) -> None:
    error = refusal(tmp_path / name)

    assert "the file cannot be read: " in str(error)
    assert words in str(error)


WORDS = st.sampled_from(
    ["default", "editor", "domains", "memory", "workflows", "url", "id", "readers", "${X", BOTH]
)
WILD = st.recursive(
    WORDS | st.none() | st.booleans() | st.integers() | st.floats() | st.binary() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(WORDS | st.text() | st.integers(), inner),
)


@given(st.dictionaries(WORDS, WILD))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_described_is_made_or_refused(config: dict[str, Any]) -> None:
    try:
        assert compose(config).backends
    except StorageError as error:
        assert len(str(error)) < 2_000  # noqa: PT017 - either is fine
