"""Runs every case that must find a fault, on a store that is sound and on one that has the fault.

`python hunt.py`, which is `nox -s mutants`, shows what was caught by which case, and fails if a
fault survived, or if a case fails on the sound store. Words after it choose faults by their names.
"""

import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib import import_module
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from mastra_storage_conformance import Backend
from mutants import FAULTS, Fault, sound_beside, store_with, words
from rich.console import Console
from rich.table import Table
from trial import OPTIONS

HERE = Path(__file__).parent
MODULES = sorted(
    path.stem for path in HERE.glob("*_mutants.py") if not path.stem.startswith("test_")
)


def faults(module: str = "") -> dict[Fault, str]:
    """Return the faults, or those of one module, and the case that must find each."""
    for name in MODULES:
        import_module(name)
    return {each: case for each, case in FAULTS.items() if module in ("", each.__module__)}


def _case(item: Any) -> str:
    return f"{item.cls.__name__ if item.cls else ''}.{item.function.__name__}"


def _is_caught(call: pytest.CallInfo[None]) -> bool:
    """Return whether a case failed for what it is about, not because the fault itself is broken."""
    broken = (AttributeError, ImportError, NameError, NotImplementedError)
    return call.when == "call" and not (call.excinfo and call.excinfo.errisinstance(broken))


@dataclass
class Hunt:
    """A plugin of pytest that runs each case with all that it must find, and without."""

    faults: Mapping[Fault, str]
    beside: bool = True
    """Whether each case also runs on a sound store."""
    ran: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    """The names of the faults whose case did, or `sound beside` one of them."""

    @cached_property
    def backends(self) -> dict[str, Backend]:
        """Two for each fault: what differs between them is the fault."""
        found = {}
        for fault in self.faults:
            for name, opened in (
                (fault.__name__, store_with),
                (f"sound beside {fault.__name__}", sound_beside),
            ):
                declared = opened(fault, "none").capabilities
                found[name] = Backend(name, partial(opened, fault), declared)
        return found

    def imports(self) -> str:
        """Return a module with the classes of these cases: all of them take long to collect."""
        owners = sorted({case.partition(".")[0] for case in self.faults.values()})
        return f"from mastra_storage_conformance.suites import {', '.join(owners)}\n"

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        wanted = [each.__name__ for each, case in self.faults.items() if case == _case(metafunc)]
        names = wanted + [f"sound beside {each}" for each in wanted if self.beside]
        if names:
            metafunc.parametrize("backend", names, indirect=True, scope="session")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        cases = set(self.faults.values())
        items[:] = [item for item in items if _case(item) in cases]

    @pytest.fixture(scope="session")
    def backend(self, request: pytest.FixtureRequest) -> Backend:
        return self.backends[request.param]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: Any, call: pytest.CallInfo[None]) -> Any:
        report = yield
        name = item.callspec.params["backend"]
        if report.when == "call" and not report.skipped:
            self.ran.add(name)
        if report.failed and (name.startswith("sound ") or _is_caught(call)):
            self.failed.add(name)
        return report

    @property
    def survivors(self) -> list[str]:
        """The names of the faults that no case has found."""
        return [each.__name__ for each in self.faults if each.__name__ not in self.failed]

    @property
    def unsound(self) -> list[str]:
        """The sound stores whose case did not run, or failed."""
        names = [f"sound beside {each.__name__}" for each in self.faults if self.beside]
        return [name for name in names if name in self.failed or name not in self.ran]


def main(chosen: list[str]) -> int:
    """Hunt all faults, or some; return the exit status."""
    hunt = Hunt(
        {each: case for each, case in faults().items() if not chosen or each.__name__ in chosen}
    )
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        path = Path(folder) / "test_conformance.py"
        path.write_text(hunt.imports())
        pytest.main([*OPTIONS, str(path), "--rootdir", folder], plugins=[hunt])
    table = Table("fault", "case", "caught")
    for fault, case in sorted(hunt.faults.items(), key=lambda each: each[0].__module__):
        caught = fault.__name__ not in hunt.survivors
        table.add_row(words(fault), case, "yes" if caught else "[bold red]no")
    console = Console()
    console.print(table)
    for name in hunt.unsound:
        console.print(f"a sound store fails its case, or it did not run: {name}", style="bold red")
    console.print(f"{len(hunt.faults)} faults, {len(hunt.survivors)} survived")
    return 1 if hunt.survivors or hunt.unsound or not hunt.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
