"""One domain on one backend: pytest runs the suite's own case, in the profile `deep`."""

import os
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO

import pytest
from mastra_storage_core import Store, open_store

from mastra_storage_conformance.backend import Backend

SUITES = "mastra_storage_conformance.suites"
CASES = {
    "memory": ("state_machine", "TestRandomPrograms"),
    "workflows": ("workflows_state_machine", "TestRandomProgramsOfRuns"),
    "observability": ("observability_state_machine", "TestRandomProgramsOfTraces"),
    "signals": ("signals_state_machine", "TestRandomProgramsOfSignals"),
    "scores": ("scores_state_machine", "TestRandomProgramsOfScores"),
    "versioned": ("versioned_state_machine", "TestRandomProgramsOfEntities"),
    "favorites": ("favorites_state_machine", "TestRandomProgramsOfFavorites"),
    "experiments": ("experiments_state_machine", "TestRandomProgramsOfExperiments"),
    "datasets": ("datasets_state_machine", "TestRandomProgramsOfItems"),
}
"""The module and the case of each domain."""
SPACE = "{space}"
"""In a URL: a name that no store had, for each round."""
OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-c", os.devnull, "--pyargs"]
OPTIONS += ["-o", "asyncio_default_fixture_loop_scope=function"]


@dataclass(frozen=True)
class Cell:
    """What is to run."""

    domain: str
    backend: str
    url: str
    steps: int
    seed: int


@dataclass(frozen=True)
class Outcome:
    """What ran."""

    steps: int = 0
    programs: int = 0
    seconds: float = 0.0
    difference: str | None = None
    """The smallest program that shows it, with its seed."""


Tell = Callable[[int, int], None]
"""Hears how many steps and programs there were so far."""


class _Plugin:
    """Stands for a conftest, and listens."""

    def __init__(self, cell: Cell, tell: Tell) -> None:
        self._cell, self._tell = cell, tell
        self.steps = self.programs = 0
        self.difference: str | None = None

    @pytest.fixture(scope="session")
    def backend(self) -> Backend:
        from mastra_storage_conformance.suites import _programs

        def heard(ran: _programs.Ran) -> None:
            self.steps, self.programs = ran.steps, ran.programs
            self._tell(ran.steps, ran.programs)

        _programs.heard = heard

        def opened(space: str) -> Store:
            return open_store(self._cell.url.replace(SPACE, space))

        return Backend(self._cell.backend, opened, opened("none").capabilities)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.difference = report.longreprtext


def run(cell: Cell, tell: Tell) -> Outcome:
    """Run a cell in this process, which has not imported the suites yet."""
    module, case = CASES[cell.domain]
    variable = "MASTRA_STORAGE_CONFORMANCE_"
    given = {"PROFILE": "deep", "STEPS": str(cell.steps), "SEED": str(cell.seed)}
    os.environ.update({variable + name: value for name, value in given.items()})
    plugin, started, printed = _Plugin(cell, tell), time.monotonic(), StringIO()
    with redirect_stdout(printed):
        status = pytest.main([*OPTIONS, f"{SUITES}.{module}", "-k", case], plugins=[plugin])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise RuntimeError(printed.getvalue())
    seconds = time.monotonic() - started
    return Outcome(plugin.steps, plugin.programs, seconds, plugin.difference)
