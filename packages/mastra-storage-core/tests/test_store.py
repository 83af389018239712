"""The shell around every backend: domains by name and by attribute, flat methods, errors that say
where.
"""

import asyncio
from inspect import getmembers, iscoroutinefunction

import pytest
from fakes import Failing, FakeStore, a_store
from mastra_storage_core import (
    AgentsStorage,
    ClosedError,
    ConflictError,
    Domain,
    MemoryStorage,
    NotFoundError,
    ScoresStorage,
    Store,
    UnavailableError,
    UnsupportedError,
    WorkflowsStorage,
)
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.flat import FlatMethods

pytestmark = pytest.mark.asyncio


async def test_a_domain_is_found_by_attribute_and_by_name() -> None:
    memory = Failing(store_name="FAKE")
    store = FakeStore(memory=memory)

    found: list[object] = [store.memory, store.get_store("memory"), store.get_store(Domain.MEMORY)]

    assert all(domain is memory for domain in found)
    assert store.get_store("workflows") is None
    assert store.get_store("_lifecycle") is None


async def test_a_domain_that_a_store_lacks_is_refused_by_name() -> None:
    for use in (lambda: FakeStore().memory, lambda: FakeStore().get_thread_by_id("t")):
        with pytest.raises(UnsupportedError, match="FakeStore has no domain 'memory'"):
            use()


async def test_the_methods_of_the_original_are_on_the_store_too() -> None:
    flat = {name for name, value in vars(FlatMethods).items() if type(value).__name__ == "_Flat"}
    methods = methods_of(MemoryStorage) - methods_of(ObservationalStorage)
    methods |= methods_of(WorkflowsStorage) | methods_of(ScoresStorage)

    agents = {name for name in methods_of(AgentsStorage) if "agent" in name}
    assert flat | {"prune"} == methods | agents


async def test_a_flat_method_is_the_method_of_the_domain() -> None:
    store = FakeStore(memory=Failing(store_name="FAKE"))

    assert store.list_messages == store.memory.list_messages
    assert vars(FlatMethods)["list_messages"].__doc__ == MemoryStorage.list_messages.__doc__
    with pytest.raises(ConflictError):
        await store.list_messages(ConflictError())  # type: ignore[arg-type] # a fake's argument


def methods_of(domain: type) -> set[str]:
    return {
        name for name, method in getmembers(domain, iscoroutinefunction) if not name.startswith("_")
    }


async def _fail_inside(store: Store) -> None:
    async with store as entered:
        assert entered is store
        raise KeyError


async def test_entering_opens_and_leaving_closes_also_after_an_error() -> None:
    store = FakeStore()

    with pytest.raises(KeyError):
        await _fail_inside(store)

    assert store.events == ["open", "close"]
    with pytest.raises(ClosedError):
        await store.init()
    with pytest.raises(ClosedError):
        await _fail_inside(store)


async def test_a_store_that_cannot_be_entered_is_closed() -> None:
    store = FakeStore()
    store.fails |= {"open": UnavailableError("no way"), "close": KeyError("secret")}

    with pytest.raises(UnavailableError, match="no way") as caught:
        await _fail_inside(store)

    assert store.events == ["open", "close"]
    assert caught.value.__notes__ == ["closing the store failed as well: KeyError"]
    with pytest.raises(ClosedError):
        await store.init()


async def test_a_store_that_is_entered_by_a_cancelled_caller_is_closed() -> None:
    store = FakeStore()
    entering = asyncio.create_task(_fail_inside(store))
    await asyncio.sleep(0)

    entering.cancel()
    await asyncio.wait([entering])

    assert entering.cancelled()
    assert store.events == ["open", "close"]


async def test_a_close_that_fails_says_where_and_is_not_tried_again() -> None:
    store = FakeStore()
    store.fails["close"] = UnavailableError()

    with pytest.raises(UnavailableError) as caught:
        await store.close()
    await store.close()

    assert caught.value.mastra_id == "MASTRA_STORAGE_FAKE_CLOSE_UNAVAILABLE"
    assert store.events == ["close"]


async def test_a_store_lists_its_domains_which_know_it() -> None:
    store = a_store("memory", "workflows")

    assert store.stores == {"memory": store.memory, "workflows": store.workflows}
    assert {domain.store for domain in store.stores.values()} == {store}
    assert store.backends == (store,)


async def test_a_domain_stays_with_the_first_store_that_it_is_given_to() -> None:
    memory = Failing(store_name="FAKE")

    first, second = FakeStore(memory=memory), FakeStore(memory=memory)

    assert memory.store is first
    assert second.memory is first.memory
    assert Failing(store_name="FAKE").store is None


async def test_a_store_opens_once_whoever_asks() -> None:
    store = FakeStore()

    await asyncio.gather(*(store.init() for _ in range(5)))

    assert store.events == ["open"]


async def test_an_error_says_in_which_store_and_operation_it_happened() -> None:
    failing = Failing(store_name="FAKE")

    with pytest.raises(NotFoundError) as caught:
        await failing.list_messages(NotFoundError("no thread 'x'"))

    assert caught.value.mastra_id == "MASTRA_STORAGE_FAKE_LIST_MESSAGES_NOT_FOUND"
    assert str(caught.value) == "memory.list_messages: no thread 'x'"


async def test_an_error_of_the_callers_own_passes_unchanged() -> None:
    error = ValueError("mine")

    with pytest.raises(ValueError, match=r"^mine$") as caught:
        await Failing(store_name="FAKE").list_messages(error)

    assert caught.value is error
