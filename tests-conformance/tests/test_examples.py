"""The examples: one for every public method, and what a call changes can be seen."""

import asyncio
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_conformance.cancelling import Attempts, Moment, cancelled
from mastra_storage_conformance.examples import DOMAINS, Example, Names, methods_of, told
from mastra_storage_conformance.hostile import attack
from mastra_storage_conformance.tenants import Neighbours
from mastra_storage_core import (
    ConfigurationError,
    ConflictError,
    Domain,
    MemoryStorage,
    StorageDomain,
)
from mastra_storage_core.ids import now
from mastra_storage_memory import InMemoryStore

REFUSED = {"create_dataset_version": ConflictError}
"""Methods whose example is refused by a database that is sound."""


@pytest.mark.parametrize("example", DOMAINS.values(), ids=list(DOMAINS))
def test_every_public_method_has_an_example(example: Example, tmp_path: Path) -> None:
    called = {call.method for call in example.calls(Names("mine", tmp_path))}

    assert called == methods_of(example.interface)


def test_every_domain_has_examples() -> None:
    assert set(DOMAINS) == set(Domain)


def test_a_new_method_would_be_missed() -> None:
    class Newer(MemoryStorage):
        async def forget_everything(self) -> None: ...

    assert methods_of(Newer) - methods_of(MemoryStorage) == {"forget_everything"}
    assert not methods_of(StorageDomain)


@pytest.mark.parametrize("example", DOMAINS.values(), ids=list(DOMAINS))
@pytest.mark.asyncio
async def test_what_a_call_changes_can_be_seen(example: Example, tmp_path: Path) -> None:
    numbers = count()
    async with InMemoryStore() as store:
        for index, call in enumerate(example.calls(Names("mine", tmp_path))):
            names = Names(f"try{next(numbers)}", tmp_path)
            await example.seed(store, names)
            await asyncio.sleep(0.002)
            since = now()
            before = told(await example.probe(store, names), names, since)
            made = example.calls(names)[index].made_of(getattr(store, example.domain))
            if call.method in REFUSED:
                with pytest.raises(REFUSED[call.method]):
                    await made
            else:
                with suppress(ConfigurationError):  # where nothing is installed that makes frames
                    await made
            after = told(await example.probe(store, names), names, since)

            unchanged = call.reads or call.method in REFUSED
            assert (before == after) == unchanged, call.method


# --- cancelling ---------------------------------------------------------------------------------


async def three_steps(done: list[str]) -> str:
    for name in ("one", "two"):
        await asyncio.sleep(0.001)
        done.append(name)
    return "three"


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize(("point", "steps"), [(0, []), (1, ["one"]), (2, ["one", "two"])])
@pytest.mark.asyncio
async def test_a_call_is_cancelled_at_the_suspension_that_was_meant(
    point: int, steps: list[str], late: bool
) -> None:
    done: list[str] = []
    task = asyncio.ensure_future(cancelled(three_steps(done), Moment(point, late)))
    await asyncio.wait([task])

    assert done == steps
    assert task.cancelled() == (point < 2)


class Halves(InMemoryStore):
    """Forgets to take back what it did when it is cancelled."""

    def __init__(self) -> None:
        super().__init__()
        memory = self.memory
        delete, sound = memory.delete_messages, memory.delete_thread

        async def delete_thread(thread_id: str, *, resource_id: str | None = None) -> bool:
            page = await memory.list_messages(thread_id, per_page=1)
            await delete([message.id for message in page.messages])
            await asyncio.sleep(0)
            return await sound(thread_id, resource_id=resource_id)

        memory.delete_thread = delete_thread  # type: ignore[method-assign] # a planted fault


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.asyncio
async def test_what_happened_by_half_is_found(late: bool, tmp_path: Path) -> None:
    numbers, example = count(), DOMAINS[Domain.MEMORY]
    methods = [call.method for call in example.calls(Names("mine", tmp_path))]
    index = methods.index("delete_thread")

    async with InMemoryStore() as sound, Halves() as faulty:
        for store, found in ((sound, False), (faulty, True)):
            names = lambda: Names(f"try{next(numbers)}", tmp_path)  # noqa: E731
            attempts = Attempts(store, example, index, names)
            if found:
                with pytest.raises(AssertionError, match=r"memory\.delete_thread.*by half"):
                    await attempts.everywhere(late=late)
            else:
                await attempts.everywhere(late=late)


# --- tenants, and what nobody should pass -------------------------------------------------------


class Leaks(InMemoryStore):
    """Shows threads to everybody."""

    def __init__(self) -> None:
        super().__init__()
        memory, sound = self.memory, self.memory.get_thread_by_id

        async def get_thread_by_id(thread_id: str, *, resource_id: str | None = None) -> Any:
            return await sound(thread_id)

        memory.get_thread_by_id = get_thread_by_id  # type: ignore[method-assign] # a planted fault


@pytest.mark.asyncio
async def test_a_tenant_that_sees_what_is_another_s_is_found(tmp_path: Path) -> None:
    async with Leaks() as store:
        neighbours = Neighbours(store, tmp_path)
        for seed in range(12):
            await neighbours.program("memory", seed)

    assert any("get_thread_by_id" in each and "told" in each for each in neighbours.problems)


class Trusts(InMemoryStore):
    """Passes on whatever it is given."""

    def __init__(self) -> None:
        super().__init__()

        async def get_thread_by_id(thread_id: Any, *, resource_id: str | None = None) -> Any:
            return {"t": None}.get(thread_id)

        self.memory.get_thread_by_id = get_thread_by_id  # type: ignore[method-assign] # as above


@pytest.mark.asyncio
async def test_an_argument_that_is_not_checked_is_found(tmp_path: Path) -> None:
    example, names = DOMAINS[Domain.MEMORY], Names("mine", tmp_path)
    async with Trusts() as store:
        found = await attack(store, store, example, names, index=0)

    assert any("thread_id" in each and "TypeError" in each for each in found.problems)
