"""Runs the suite inside a test, as a third party would run it on its own backend.

Import `suites` beside this: what is imported before a run stays, and importing all of them with
their asserts rewritten takes seconds.
"""

from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

import pytest
from mastra_storage_conformance import Backend, plugin
from mastra_storage_memory import InMemoryStore

INSTALLED = bool(entry_points(group="pytest11", name="mastra_storage"))
CAPABILITIES = InMemoryStore.capabilities


def chosen(backend: Backend) -> ModuleType:
    """Return a plugin that stands for a conftest."""
    conftest = ModuleType("chosen")
    vars(conftest)["backend"] = pytest.fixture(scope="session", name="backend")(lambda: backend)
    return conftest


def sound(**changes: Any) -> Backend:
    values: dict[str, Any] = {
        "name": "mine",
        "open": lambda _: InMemoryStore(),
        "capabilities": CAPABILITIES,
    }
    return Backend(**(values | changes))


OPTIONS = ["-p", "no:cacheprovider", "-o", "asyncio_default_fixture_loop_scope=function", "-rA"]
OPTIONS += [] if INSTALLED else ["-p", plugin.__name__]


def run(pytester: pytest.Pytester, backend: Backend, case: str = "") -> pytest.RunResult:
    """Run the suite as a third party would; only one case if it is named."""
    owner, _, test = case.partition(".")
    # Only the class that is asked for: to collect all of them takes ten times as long.
    wanted = f"from mastra_storage_conformance.suites import {owner or '*'}"
    pytester.makepyfile(test_conformance=wanted)
    named = ["-k", test] if test else []
    return pytester.runpytest_inprocess(*OPTIONS, *named, plugins=[chosen(backend)])
