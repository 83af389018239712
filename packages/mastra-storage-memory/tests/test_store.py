"""How a store in memory opens and closes. What every store does is the conformance suite's."""

import ast
import asyncio
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from threading import Thread as SystemThread
from types import ModuleType
from typing import Any

import mastra_storage_core as core
import mastra_storage_memory
import pytest
from mastra_storage_core import ClosedError, ConfigurationError, InvalidInputError, backend
from mastra_storage_core.domain import Limits
from mastra_storage_memory import InMemoryStore, open_url

pytestmark = pytest.mark.asyncio

SOURCES = Path(str(mastra_storage_memory.__file__)).parent


@pytest.mark.parametrize("url", ["memory:", "MEMORY:"])
async def test_the_url_opens_an_empty_store(url: str) -> None:
    store = open_url(url)

    assert isinstance(store, InMemoryStore)
    assert (await store.memory.list_threads()).total == 0


async def test_all_that_this_backend_needs_of_core_is_public() -> None:
    lists = [core, *(import_module(f"{backend.__name__}.{name}") for name in _modules(backend))]
    public = {name for each in (*lists, backend) for name in each.__all__}
    needed = {name for path in SOURCES.rglob("*.py") for name in _imported(path)}

    assert len(needed) > 100
    assert sorted(needed - public) == []


def _modules(package: ModuleType) -> list[str]:
    return [module.name for module in iter_modules(package.__path__)]


def _imported(path: Path) -> list[str]:
    """Return what a module imports of core."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    of_core = [node for node in found if str(node.module).startswith("mastra_storage_core")]
    return [alias.name for node in of_core for alias in node.names]


@pytest.mark.parametrize("url", ["memory:secret", "memory://secret", "memory:?a=secret", "file:x"])
async def test_a_url_that_says_more_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        open_url(url)

    assert "secret" not in str(caught.value)


async def test_an_unknown_option_is_refused_by_name() -> None:
    with pytest.raises(ConfigurationError, match="'pool_size', 'schema_name'"):
        open_url("memory:", schema_name="secret", pool_size=1)


async def test_limits_are_checked() -> None:
    with pytest.raises(ConfigurationError, match="limits"):
        open_url("memory:", limits=5)


async def test_limits_are_kept() -> None:
    store = open_url("memory:", limits=Limits(max_json_bytes=10))

    with pytest.raises(InvalidInputError, match="limit of 10"):
        await store.memory.create_thread(resource_id="r", metadata={"key": "longer than 10"})


async def test_limits_hold_for_what_merges_make_as_well() -> None:
    """The error names what is large of the whole, which is not what came last."""
    workflows = open_url("memory:", limits=Limits(max_json_bytes=1_000)).workflows
    run: Any = {"workflow_name": "w", "run_id": "r"}
    await workflows.update_workflow_results(**run, step_id="large", result={"output": "x" * 600})
    before = await workflows.load_workflow_snapshot(**run)

    with pytest.raises(
        InvalidInputError, match=r"limit of 1,000; .*context\.large\.output has 602"
    ):
        await workflows.update_workflow_results(**run, step_id="last", result={"output": "y" * 400})
    with pytest.raises(InvalidInputError, match=r"snapshot\.context\.large\.output has 602"):
        await workflows.update_workflow_state(**run, status="failed", error={"message": "z" * 300})

    assert await workflows.load_workflow_snapshot(**run) == before


async def test_two_stores_share_nothing() -> None:
    one, other = InMemoryStore(), InMemoryStore()

    thread = await one.memory.create_thread(resource_id="r")

    assert await other.memory.get_thread_by_id(thread.id) is None


@pytest.mark.parametrize("used", [True, False])
async def test_a_closed_store_refuses_everything(used: bool) -> None:
    store = InMemoryStore()
    if used:
        await store.init()
    await store.close()
    await store.close()

    with pytest.raises(ClosedError) as caught:
        await store.memory.get_thread_by_id("t")
    with pytest.raises(ClosedError):
        await store.init()

    assert caught.value.mastra_id == "MASTRA_STORAGE_MEMORY_GET_THREAD_BY_ID_CLOSED"


@pytest.fixture
def frequent_switches() -> Iterator[None]:
    """Let the threads of the process take turns so often that they meet in the middle of things."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


async def test_an_open_store_serves_several_threads(frequent_switches: None) -> None:
    store = InMemoryStore()
    thread = await store.memory.create_thread(resource_id="r")

    async def update(worker: int) -> None:
        for turn in range(100):
            await store.memory.update_thread(thread.id, metadata={f"{worker}-{turn}": True})

    workers = [SystemThread(target=asyncio.run, args=(update(each),)) for each in range(4)]
    for worker in workers:
        worker.start()
    await asyncio.gather(*(asyncio.to_thread(worker.join) for worker in workers))

    stored = await store.memory.get_thread_by_id(thread.id)
    assert stored is not None
    assert len(stored.metadata or {}) == 400
