"""Which domain a composite takes from where, and what it refuses."""

from typing import Any

import pytest
from fakes import Failing, FakeStore, a_domain, a_store
from mastra_storage_core import (
    Capabilities,
    CompositeStore,
    ConfigurationError,
    ConflictError,
    DefaultStorage,
    Domain,
    Feature,
    MastraCompositeStore,
    MastraStorage,
    StorageDomain,
    UnsupportedError,
    composite as under_test,
    registry,
)
from mastra_storage_core.capabilities import EDITOR_DOMAINS
from pydantic.alias_generators import to_snake

BOTH = ("memory", "workflows")
ALL = f"there are {', '.join(sorted(Domain))}"


def joined(**settings: Any) -> CompositeStore:
    return CompositeStore(id="app", **settings)


def refusal(**settings: Any) -> str:
    """Return the words with which settings are refused."""
    with pytest.raises(ConfigurationError) as caught:
        CompositeStore(**({"id": "app"} | settings))
    return str(caught.value)


# --- what is where ------------------------------------------------------------------------------


def test_what_is_not_named_is_of_the_default() -> None:
    default, other = a_store(*BOTH), a_store(*BOTH)

    store = joined(default=default, domains={"workflows": other.workflows})

    assert store.id == "app"
    assert store.memory is default.memory
    assert store.workflows is other.workflows


def test_a_store_gives_its_domain_of_that_name() -> None:
    default, other = a_store(*BOTH), a_store(*BOTH)

    store = joined(default=default, domains={Domain.WORKFLOWS: other})

    assert store.stores == {"memory": default.memory, "workflows": other.workflows}


def test_false_switches_a_domain_off_whatever_the_default_has() -> None:
    store = joined(default=a_store(*BOTH), domains={"workflows": False})

    assert store.get_store("workflows") is None
    assert store.capabilities.domains == {Domain.MEMORY}
    with pytest.raises(UnsupportedError, match="CompositeStore has no domain 'workflows'"):
        _ = store.workflows


def test_everything_may_be_off_where_a_default_is_to_be_opened_all_the_same() -> None:
    default = a_store("memory")

    store = joined(default=default, domains={"memory": False})

    assert (store.stores, store.backends) == ({}, (default,))
    assert store.capabilities == Capabilities(frozenset(), frozenset())


def test_an_editor_has_the_domains_of_the_editor_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(under_test, "EDITOR_DOMAINS", frozenset({"memory"}))
    default, editor = a_store(*BOTH), a_store(*BOTH)

    store = joined(default=default, editor=editor)
    elsewhere = joined(default=default, editor=a_store("workflows"))
    overridden = joined(default=default, editor=editor, domains={"memory": False})

    assert (store.memory, store.workflows) == (editor.memory, default.workflows)
    assert elsewhere.memory is default.memory
    assert overridden.get_store("memory") is None
    assert joined(editor=editor).stores == {"memory": editor.memory}


def test_the_domains_of_an_editor_are_those_of_the_original() -> None:
    original = (
        "agents promptBlocks scorerDefinitions mcpClients mcpServers workspaces skills favorites "
        "toolProviderConnections"
    )

    assert {to_snake(name) for name in original.split()} == EDITOR_DOMAINS


def test_what_is_where_is_settled_at_once() -> None:
    default = a_store("memory")
    store, memory = joined(default=default), default.memory

    default._domains.clear()

    assert store.memory is memory


def test_a_domain_stays_part_of_the_store_that_keeps_it() -> None:
    leaf = a_store(*BOTH)

    outer = joined(default=joined(domains={"memory": leaf, "workflows": leaf.workflows}))

    assert (outer.memory, outer.workflows) == (leaf.memory, leaf.workflows)
    assert outer.memory.store is outer.workflows.store is leaf


def test_a_composite_has_the_names_of_the_original() -> None:
    default = a_store("memory")

    store = MastraStorage(id="app", stores={"memory": default})

    assert MastraCompositeStore is MastraStorage is CompositeStore
    assert store.memory is default.memory


def test_features_are_those_that_every_domain_has() -> None:
    default = FakeStore(Feature.DURABLE, Feature.JSON_KEY_ORDER, memory=a_domain())
    other = FakeStore(Feature.DURABLE, Feature.JSON_NUL, workflows=a_domain("workflows"))
    unused = FakeStore(memory=a_domain())

    store = joined(default=default, domains={"workflows": other})
    alone = joined(default=unused, domains={"memory": default})

    assert store.capabilities == Capabilities(
        frozenset(map(Domain, BOTH)), frozenset({Feature.DURABLE})
    )
    assert alone.capabilities == default.capabilities


@pytest.mark.asyncio
async def test_an_error_names_the_store_that_keeps_the_domain() -> None:
    store = joined(default=FakeStore(memory=Failing(store_name="FAKE")))

    with pytest.raises(ConflictError) as caught:
        await store.list_messages(ConflictError())  # type: ignore[arg-type] # a fake's argument

    assert caught.value.mastra_id == "MASTRA_STORAGE_FAKE_LIST_MESSAGES_CONFLICT"


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize("id", ["", " \n", None, 5])
def test_an_id_is_needed(id: Any) -> None:
    assert "needs an id" in refusal(id=id, default=a_store("memory"))


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"domains": {}},
        {"domains": {"memory": False, "workflows": False}},
        {"default": a_store()},
        {"editor": a_store(), "domains": {"memory": False}},
    ],
)
def test_something_to_join_is_needed(settings: dict[str, Any]) -> None:
    assert "needs something to join: a default that has domains" in refusal(**settings)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("memry", "no domain is called 'memry'; the nearest is 'memory'"),
        ("workflow_s", "the nearest is 'workflows'"),
        ("Memory", "no domain is called 'Memory'; the nearest is 'memory'"),
        ("", f"no domain is called ''; {ALL}"),
        (5, f"no domain is called 5; {ALL}"),
        ("x" * 10**6, ALL),
    ],
)
def test_an_unknown_domain_names_the_nearest(name: Any, words: str) -> None:
    said = refusal(domains={name: a_store("memory")})

    assert said.startswith("domains: ")
    assert words in said
    assert len(said) < 250 + len(ALL)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "must be False, a Store, or a domain of one, not NoneType"),
        (True, "not bool"),
        (0, "not int"),
        ("file:s3cret", "not str"),
        (FakeStore, "not ABCMeta"),
        (a_domain(), "part of no store"),
        (a_store("workflows").workflows, "of another kind, 'workflows'"),
        (a_store("workflows"), "FakeStore has no such domain; give a store that has it, or False"),
        (a_store(), "FakeStore has no such domain"),
    ],
)
def test_a_domain_is_a_domain_of_a_store_or_false(value: Any, words: str) -> None:
    said = refusal(default=a_store("memory"), domains={"memory": value})

    assert said.startswith("domains.memory")
    assert words in said
    assert "s3cret" not in said


@pytest.mark.parametrize("value", [5, [], "file:s3cret", False, FakeStore, a_domain()])
@pytest.mark.parametrize("name", ["default", "editor"])
def test_a_parent_is_a_store(name: str, value: Any) -> None:
    said = refusal(**{name: value}, domains={"memory": a_store("memory")})

    assert said.startswith(f"{name} must be a Store")
    assert "s3cret" not in said


@pytest.mark.parametrize("value", [5, [], "memory", a_store("memory"), False])
@pytest.mark.parametrize("name", ["domains", "stores"])
def test_domains_are_a_mapping(name: str, value: Any) -> None:
    said = refusal(default=a_store("memory"), **{name: value})

    assert said.endswith(f"names of domains to where they are kept, not be {type(value).__name__}")


def test_domains_have_two_names_of_which_one_is_given() -> None:
    domains: dict[str, StorageDomain] = {"memory": a_store("memory").memory}

    assert "give only domains" in refusal(domains=domains, stores=domains)
    assert "give only domains" in refusal(domains={}, stores={})


# --- the store of the first examples of the original ----------------------------------------------


@pytest.mark.parametrize(
    "url", ["memory:", "libsql://s3cret", "postgresql://u:s3cret@h/db", "s3cret", "", 5, None]
)
def test_a_default_storage_is_a_file_or_in_memory(url: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"is file:… or :memory:; open_store") as caught:
        DefaultStorage(url)

    assert "s3cret" not in str(caught.value)


def test_a_default_storage_names_the_package_that_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registry, "entry_points", lambda **_: ())

    with pytest.raises(UnsupportedError, match="install mastra-storage-libsql"):
        DefaultStorage()
