"""The pytest side of the suite: fixtures, selection by what a backend declares, the summary.

A guest in every test run of its environment: no fixture acts unless a test asks for it, and no hook
touches an item that is not ours.
"""

from collections.abc import AsyncIterator, Callable, Generator
from contextlib import AsyncExitStack
from secrets import token_hex
from typing import Any

import pytest
import pytest_asyncio
from mastra_storage_core import (
    AgentsStorage,
    Feature,
    MemoryStorage,
    ScoresStorage,
    Store,
    VersionedStorage,
    WorkflowsStorage,
)

from mastra_storage_conformance.backend import SHARED, Backend, Deviation
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.overrides import refuse_other_fixtures, refuse_overrides
from mastra_storage_conformance.recorder import (
    RECORDER,
    SUITES,
    UNDECLARED,
    Recorder,
    case_name,
    is_ours,
)
from mastra_storage_conformance.summary import pytest_terminal_summary

__all__ = ["pytest_terminal_summary"]

pytest_plugins = ["mastra_storage_conformance.beyond"]

pytest.register_assert_rewrite(SUITES)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our option."""
    parser.getgroup("mastra-storage-conformance").addoption(
        "--mastra-report",
        metavar="DIR",
        help="write a report of each backend to this directory, as JSON",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register our markers, and who watches the run."""
    for line in (
        "mastra_domain(name): the case is about a domain; skipped where that is not declared",
        "mastra_feature(name): the case needs a feature; skipped where that is not declared",
        "mastra_since(version): the version of the contract that brought the case",
    ):
        config.addinivalue_line("markers", line)
    config.stash[RECORDER] = Recorder(config)
    config.pluginmanager.register(config.stash[RECORDER])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse what stands in the place of a case or a fixture of ours, unseen."""
    refuse_overrides(items)
    refuse_other_fixtures(items)


# --- fixtures -----------------------------------------------------------------------------------
# Of a module, not of the session: one run may have several modules, each with a backend of its own.


@pytest.fixture
def mastra_selection(request: pytest.FixtureRequest, backend: Backend) -> None:
    """Weigh a case against what the backend declares: skip it, or expect it to fail, or neither."""
    item = request.node
    wanted = _named(item, "mastra_domain") + _named(item, "mastra_feature")
    declared = {*backend.capabilities.domains, *backend.capabilities.features}
    missing = [name for name in wanted if name not in declared]
    request.config.stash[RECORDER].declare(item, backend, missing)
    if missing:
        item.stash[UNDECLARED] = True
        pytest.skip(f"{backend.name} does not declare {', '.join(missing)}")
    for deviation in backend.deviations:
        if deviation.test in _names(item):
            request.applymarker(pytest.mark.xfail(reason=deviation.reason, strict=True))


@pytest.fixture(scope="module")
def mastra_space(backend: Backend) -> str:
    """The space of data that most cases share."""
    for deviation in backend.deviations:
        _check(deviation)
    return SHARED + token_hex(3)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def store(backend: Backend, mastra_space: str) -> AsyncIterator[Store]:
    """A store that most cases share; each case makes its own ids."""
    opened = backend.open(mastra_space)
    yield opened
    await opened.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def another_store(backend: Backend, mastra_space: str) -> AsyncIterator[Store]:
    """A second store beside `store`, on the same data if the backend declares `DURABLE`."""
    opened = backend.open(mastra_space)
    yield opened
    await opened.close()


@pytest.fixture
def programs(mastra_selection: None, backend: Backend, mastra_space: str) -> Any:
    """Runs random programs of a machine on stores of its own."""
    from mastra_storage_conformance.suites._programs import Programs  # its asserts are rewritten

    return Programs(backend, mastra_space)


def _domain(name: str) -> Any:
    """Return the fixture of a domain of `store`."""

    @pytest.fixture(name=name)
    def domain(mastra_selection: None, store: Store) -> Any:
        return getattr(store, name)

    return domain


memory = _domain("memory")
workflows = _domain("workflows")
datasets = _domain("datasets")
experiments = _domain("experiments")
observability = _domain("observability")
scores = _domain("scores")
favorites = _domain("favorites")


@pytest.fixture
def agents(mastra_selection: None, store: Store) -> AgentsStorage:
    """The domain of agents of `store`."""
    return store.agents


@pytest.fixture
def entities(
    mastra_selection: None, store: Store, request: pytest.FixtureRequest
) -> VersionedStorage[Any, Any]:
    """A domain of versioned entities of `store`, by the name that is the parameter."""
    domain: VersionedStorage[Any, Any] = getattr(store, request.param)
    return domain


@pytest.fixture
def stores(
    mastra_selection: None, backend: Backend, store: Store, another_store: Store
) -> list[Store]:
    """Stores on the same data: two where the backend is durable, else one."""
    durable = Feature.DURABLE in backend.capabilities.features
    return [store, another_store] if durable else [store]


@pytest.fixture
def writers(stores: list[Store]) -> list[MemoryStorage]:
    """The memory domains of `stores`."""
    return [each.memory for each in stores]


@pytest.fixture
def workflow_writers(stores: list[Store]) -> list[WorkflowsStorage]:
    """The workflows domains of `stores`."""
    return [each.workflows for each in stores]


@pytest.fixture
def score_writers(stores: list[Store]) -> list[ScoresStorage]:
    """The scores domains of `stores`."""
    return [each.scores for each in stores]


@pytest.fixture
def agent_writers(stores: list[Store]) -> list[AgentsStorage]:
    """The domains of agents of `stores`."""
    return [each.agents for each in stores]


@pytest.fixture
def mastra_fresh_space() -> str:
    """The space of one case that has one of its own."""
    return token_hex(5)


@pytest_asyncio.fixture(loop_scope="session")
async def open_fresh(
    mastra_selection: None, backend: Backend, mastra_fresh_space: str
) -> AsyncIterator[Callable[[], Store]]:
    """Opens stores on a space of the case's own, empty at first; closes them afterwards."""
    async with AsyncExitStack() as stack:

        def open_another() -> Store:
            opened = backend.open(mastra_fresh_space)
            stack.push_async_callback(opened.close)
            return opened

        yield open_another


@pytest.fixture
def empty_store(open_fresh: Callable[[], Store]) -> Store:
    """A store with nothing in it."""
    return open_fresh()


@pytest.fixture
def make(mastra_selection: None) -> Make:
    """Builders of threads, messages, runs, spans and scores, with ids of the case's own."""
    return Make()


# --- selection ----------------------------------------------------------------------------------


def _named(item: pytest.Item, marker: str) -> list[str]:
    return [str(name) for mark in item.iter_markers(marker) for name in mark.args]


def _names(item: pytest.Item) -> set[str]:
    """The names by which a deviation may call an item: with its parameters, or all of them."""
    return {case_name(item), case_name(item).partition("[")[0]}


def _check(deviation: Deviation) -> None:
    from mastra_storage_conformance import suites  # not earlier: its asserts are rewritten

    case, _, test = deviation.test.partition("[")[0].partition(".")
    if not hasattr(getattr(suites, case, None), test):
        raise pytest.UsageError(f"the deviation {deviation.test!r} names no case of the suite")
    if not deviation.reason.strip():
        raise pytest.UsageError(f"the deviation {deviation.test!r} needs a reason")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a case of ours that skips although the backend declares all that it needs."""
    report = yield
    excused = hasattr(report, "wasxfail") or UNDECLARED in item.stash
    if report.skipped and is_ours(item) and not excused:
        report.outcome = "failed"
        report.longrepr = "a case of the suite is skipped only for what a backend does not declare"
    return report
