"""How a composite opens and closes its backends: each once, all of them, whichever fail."""

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest
from fakes import FakeStore, OtherStore, a_store
from hypothesis import assume, given, strategies as st
from mastra_storage_core import (
    BusyError,
    ClosedError,
    CompositeStore,
    ConflictError,
    Store,
    UnavailableError,
)

BOTH = ("memory", "workflows")


def two_backends() -> tuple[CompositeStore, FakeStore, FakeStore]:
    """Return a composite, the store that has its memory, and the one that has its workflows."""
    default, other = a_store(*BOTH), a_store("workflows", kind=OtherStore)
    store = CompositeStore(id="app", default=default, domains={"workflows": other})
    return store, default, other


@pytest.mark.asyncio
async def test_every_backend_is_opened_and_closed_once() -> None:
    store, default, other = two_backends()

    await asyncio.gather(store.init(), store.init())
    await store.init()
    assert (default.events, other.events) == (["open"], ["open"])
    await asyncio.gather(store.close(), store.close())
    await store.close()

    assert (default.events, other.events) == (["open", "close"], ["open", "close"])


@pytest.mark.asyncio
async def test_a_default_is_opened_although_all_its_domains_are_kept_elsewhere() -> None:
    default, other = a_store("memory"), a_store("memory")

    async with CompositeStore(id="app", default=default, domains={"memory": other}):
        assert (default.events, other.events) == (["open"], ["open"])

    assert (default.events, other.events) == (["open", "close"], ["open", "close"])


@pytest.mark.asyncio
async def test_backends_open_at_the_same_moment() -> None:
    store, default, other = two_backends()
    default.others = other.others = asyncio.Barrier(2)

    async with asyncio.timeout(5), store:
        assert (default.events, other.events) == (["open"], ["open"])


@pytest.mark.asyncio
async def test_a_backend_that_cannot_be_opened_is_named_and_tried_again() -> None:
    store, default, other = two_backends()
    other.fails["open"] = cause = UnavailableError("no server answers")

    for _ in range(2):
        with pytest.raises(UnavailableError) as caught:
            await store.init()
        assert str(caught.value) == "init: OTHER (workflows): no server answers"
        assert caught.value.mastra_id == "MASTRA_STORAGE_OTHER_INIT_UNAVAILABLE"
        await default.init()
    del other.fails["open"]
    await store.init()

    assert str(cause) == "init: no server answers"
    assert (default.events, other.events) == (["open"], ["open"] * 3)


@pytest.mark.asyncio
async def test_of_several_failures_the_first_is_raised_and_the_others_are_notes() -> None:
    store, default, other = two_backends()
    default.fails["open"] = BusyError("locked")
    other.fails["open"] = UnavailableError("no server answers")
    other.fails["close"] = OSError("s3cret")

    with pytest.raises(BusyError, match=r"FAKE \(memory\): locked") as caught:
        async with store:
            pass

    assert caught.value.__notes__ == [
        "and in OTHER (workflows): init: no server answers",
        "closing the store failed as well: OSError",
    ]


@pytest.mark.asyncio
async def test_a_backend_that_keeps_no_domain_is_named_too() -> None:
    default = a_store("memory")
    default.fails["open"] = UnavailableError("no disk")
    store = CompositeStore(id="app", default=default, domains={"memory": a_store("memory")})

    with pytest.raises(UnavailableError, match=r"FAKE \(no domain\): no disk"):
        await store.init()


@pytest.mark.asyncio
async def test_an_error_that_is_not_ours_arrives_as_it_is() -> None:
    store, default, other = two_backends()
    default.fails["open"] = error = KeyError("mine")
    other.fails["open"] = OSError("s3cret")

    with pytest.raises(KeyError) as caught:
        await store.init()

    assert caught.value is error
    assert error.__notes__ == ["in FAKE (memory)", "and in OTHER (workflows): OSError"]


@pytest.mark.asyncio
async def test_all_are_closed_although_one_fails() -> None:
    store, default, other = two_backends()
    default.fails["close"] = ConflictError("still in use")
    await store.init()

    with pytest.raises(ConflictError) as caught:
        await store.close()
    await store.close()

    assert str(caught.value) == "close: FAKE (memory): still in use"
    assert (default.events, other.events) == (["open", "close"], ["open", "close"])


@pytest.mark.asyncio
async def test_a_composite_that_cannot_be_entered_leaves_nothing_open() -> None:
    store, default, other = two_backends()
    other.fails["open"] = UnavailableError("no server answers")

    with pytest.raises(UnavailableError, match="OTHER"):
        async with store:
            pass

    assert (default.events, other.events) == (["open", "close"], ["open", "close"])
    with pytest.raises(ClosedError):
        await default.init()


@pytest.mark.asyncio
async def test_after_a_close_every_use_is_refused() -> None:
    store, default, _ = two_backends()
    await store.close()

    with pytest.raises(ClosedError) as caught:
        await store.init()
    with pytest.raises(ClosedError):
        await default.init()

    assert caught.value.mastra_id == "MASTRA_STORAGE_COMPOSITE_INIT_CLOSED"


@pytest.mark.asyncio
async def test_two_composites_of_one_backend_tell_each_what_it_keeps_there() -> None:
    leaf = a_store(*BOTH)
    leaf.fails["open"] = UnavailableError("no disk")
    one = CompositeStore(id="one", domains={"memory": leaf})
    two = CompositeStore(id="two", default=leaf, domains={"memory": False})

    ends = await asyncio.gather(one.init(), two.init(), return_exceptions=True)

    assert leaf.events == ["open"]
    assert [str(end) for end in ends] == [
        "init: FAKE (memory): no disk",
        "init: FAKE (workflows): no disk",
    ]


# --- whatever the nesting -----------------------------------------------------------------------


@dataclass
class Known:
    """A store, and what should be true of it."""

    store: Store
    keeps: dict[str, FakeStore]
    """Which leaf keeps each of its domains."""
    reaches: set[FakeStore]
    """Which leaves open and close with it."""


def a_leaf(*names: str) -> Known:
    leaf = a_store(*names)
    return Known(leaf, dict.fromkeys(names, leaf), {leaf})


@st.composite
def overriding(draw: st.DrawFn, known: list[Known]) -> dict[str, tuple[Any, FakeStore | None]]:
    """Draw overrides, each with the leaf that it leads to."""
    drawn: dict[str, tuple[Any, FakeStore | None]] = {}
    for name in BOTH:
        having = [each for each in known if name in each.keeps]
        chosen = draw(st.sampled_from([None, False, *having]))
        if isinstance(chosen, Known):
            forms = [chosen.store, chosen.store.stores[name]]
            drawn[name] = draw(st.sampled_from(forms)), chosen.keeps[name]
        elif chosen is False:
            drawn[name] = False, None
    return drawn


@st.composite
def joining(draw: st.DrawFn, known: list[Known]) -> Known:
    """Draw a composite of stores that are known."""
    default, editor = (draw(st.sampled_from([None, *known])) for _ in range(2))
    overrides = draw(overriding(known))
    parents = [parent for parent in (default, editor) if parent]
    domains = {name: value for name, (value, _) in overrides.items()}
    assume(any(domains.values()) or any(parent.keeps for parent in parents))
    leaves = (default.keeps if default else {}) | {n: leaf for n, (_, leaf) in overrides.items()}
    keeps = {name: leaf for name, leaf in leaves.items() if leaf}
    store = CompositeStore(
        id="any",
        default=default.store if default else None,
        editor=editor.store if editor else None,
        domains=domains,
    )
    return Known(store, keeps, set(keeps.values()).union(*(each.reaches for each in parents)))


@given(st.data())
def test_whatever_the_nesting_each_backend_opens_and_closes_once(data: st.DataObject) -> None:
    leaves = [a_leaf(*BOTH), a_leaf(*BOTH), a_leaf("memory"), a_leaf()]
    known = [*leaves]
    for _ in range(data.draw(st.integers(1, 6))):
        known.append(data.draw(joining(known)))
    last = known[-1]

    async def live() -> None:
        async with last.store as store:
            assert {name: domain.store for name, domain in store.stores.items()} == last.keeps
            assert all(leaf.events == ["open"] for leaf in last.reaches)

    asyncio.run(live())

    closed = {leaf.store for leaf in leaves if leaf.store.events}  # type: ignore[attr-defined] # a fake's
    assert closed == last.reaches == set(last.store.backends)
    assert all(leaf.events == ["open", "close"] for leaf in last.reaches)
