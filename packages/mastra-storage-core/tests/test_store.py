"""The shell around every backend: domains by name and by attribute, flat methods, errors that say
where.
"""

import asyncio
from inspect import getmembers, iscoroutinefunction
from typing import Any, ClassVar

import pytest
from mastra_storage_core import (
    Capabilities,
    ClosedError,
    ConflictError,
    Domain,
    MemoryStorage,
    NotFoundError,
    Store,
    UnsupportedError,
    WorkflowsStorage,
)
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.lifecycle import Lifecycle

pytestmark = pytest.mark.asyncio


class Failing(StorageDomain):
    """A domain whose only method fails as it is told."""

    domain = "memory"

    @operation
    async def list_messages(self, error: Exception, *, spoken: str = "") -> None:
        """Fail."""
        raise error


class FakeStore(Store):
    """A store of nothing, or of one domain."""

    name: ClassVar[str] = "FAKE"
    capabilities = Capabilities(frozenset(), frozenset())

    def __init__(self, **domains: StorageDomain) -> None:
        self.events: list[str] = []
        lifecycle = Lifecycle(self._note("open"), self._note("close"))
        super().__init__(lifecycle, {Domain(name): value for name, value in domains.items()})

    def _note(self, event: str) -> Any:
        async def note() -> None:
            self.events.append(event)

        return note


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
    flat = {name for name, value in vars(Store).items() if type(value).__name__ == "_Flat"}
    methods = methods_of(MemoryStorage) - methods_of(ObservationalStorage)

    assert flat == methods | methods_of(WorkflowsStorage)


async def test_a_flat_method_is_the_method_of_the_domain() -> None:
    store = FakeStore(memory=Failing(store_name="FAKE"))

    assert store.list_messages == store.memory.list_messages
    assert vars(Store)["list_messages"].__doc__ == MemoryStorage.list_messages.__doc__
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
