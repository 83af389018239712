"""Watches a run of pytest and makes a report of each backend in it, with xdist or without.

What an item is about travels in its properties, which JUnit's XML shows as well; what a process
knows besides goes from the workers of xdist to their controller when they end.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.environment import environment, versions
from mastra_storage_conformance.report import CaseReport, Outcome, Report
from mastra_storage_conformance.spec import Case, cases

SUITES = "mastra_storage_conformance.suites"
BACKEND, CASE, DOMAINS, NEEDS = (
    f"mastra_{name}" for name in ("backend", "case", "domains", "needs")
)
"""The properties of an item of ours."""
UNDECLARED = pytest.StashKey[bool]()
"""Set on an item that is skipped because its backend does not declare or offer what it needs."""
PROGRESS = "progress"
"""The file in the directory of reports that says how many cases have ended, of how many."""


def is_ours(item: pytest.Item) -> bool:
    """Return whether an item is a case of the suite."""
    return getattr(getattr(item, "function", None), "__module__", "").startswith(SUITES)


def case_name(item: pytest.Item) -> str:
    """Return the name of a case with its parameters."""
    return f"{item.parent.name if item.parent else ''}.{item.name}"


def lane(item: pytest.Item) -> str:
    """Return which of several backends an item is for, where one fixture has several."""
    callspec = getattr(item, "callspec", None)
    return str(callspec.params.get("backend", "")) if callspec else ""


@dataclass(slots=True)
class _Ran:
    """What the phases of one case have said so far."""

    properties: dict[str, str]
    outcome: Outcome = Outcome.PASSED
    found: str = ""
    seconds: float = 0.0


@dataclass(eq=False)
class Recorder:
    """A plugin that is registered for each run, and does nothing where no case of ours is in it."""

    config: pytest.Config
    declared: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What each backend declares, and its lane; noted by the process that runs its cases."""
    gone: set[tuple[str, str]] = field(default_factory=set)
    """Lanes and names of cases that were collected and then deselected."""
    total: int = 0
    _collected: set[tuple[str, str]] = field(default_factory=set)
    _ran: dict[tuple[str, str], _Ran] = field(default_factory=dict)

    def declare(self, item: pytest.Item, backend: Backend, missing: list[str]) -> None:
        """Note what a case is about, before it runs."""
        self.declared.setdefault(
            backend.name,
            {
                "lane": lane(item),
                "domains": sorted(map(str, backend.capabilities.domains)),
                "features": sorted(map(str, backend.capabilities.features)),
            },
        )
        domains = [str(name) for mark in item.iter_markers("mastra_domain") for name in mark.args]
        item.user_properties += [
            (BACKEND, backend.name),
            (CASE, case_name(item)),
            (DOMAINS, ", ".join(domains)),
            (NEEDS, ", ".join(missing)),
        ]

    def lacks(self, item: pytest.Item, need: str) -> None:
        """Note that the backend does not offer what a case needs."""
        item.user_properties.append((NEEDS, need))

    # --- what is collected, and what is left of it ---------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Remember the cases before anybody takes some away."""
        self._collected = {(lane(item), case_name(item)) for item in items if is_ours(item)}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """See which of them are left."""
        left = {(lane(item), case_name(item)) for item in session.items if is_ours(item)}
        self.gone = self._collected - left
        self.total = len(left)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any, ids: list[str]) -> None:
        """Learn from a worker how many cases there are: its controller collects none."""
        self.total = len(ids)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Hand over to the controller what only a worker knows; else write the reports."""
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output[SUITES] = {"declared": self.declared, "gone": [list(each) for each in self.gone]}
        elif directory := self.config.getoption("mastra_report", None):
            for report in self.reports():
                path = Path(directory) / f"{report.backend}.json"
                path.write_text(report.model_dump_json(indent=1), encoding="utf-8")

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker knew."""
        output = getattr(node, "workeroutput", {}).get(SUITES)
        if output:
            self.declared |= output["declared"]
            self.gone |= {(one, other) for one, other in output["gone"]}

    # --- what becomes of each -----------------------------------------------------------------

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how a phase of a case went."""
        properties = {name: str(value) for name, value in report.user_properties}
        if BACKEND not in properties:
            return
        key = (properties[BACKEND], properties[CASE])
        ran = self._ran.setdefault(key, _Ran(properties))
        ran.seconds += report.duration
        if hasattr(report, "wasxfail") and report.skipped:
            ran.outcome, ran.found = Outcome.DEVIATION, report.wasxfail
        elif report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
            ran.outcome, ran.found = Outcome.SKIPPED, reason.removeprefix("Skipped: ")
        elif report.failed and ran.outcome is not Outcome.FAILED:
            ran.outcome, ran.found = Outcome.FAILED, _message(report)
        if report.when == "teardown":
            self._tell_progress()

    def _tell_progress(self) -> None:
        directory = self.config.getoption("mastra_report", None)
        if directory and not hasattr(self.config, "workerinput"):
            text = f"{len(self._ran)} {self.total}"
            (Path(directory) / PROGRESS).write_text(text, encoding="utf-8")

    # --- reports ------------------------------------------------------------------------------

    def reports(self) -> list[Report]:
        """Return a report of each backend that a case of ours has run on."""
        ran: defaultdict[str, dict[str, _Ran]] = defaultdict(dict)
        for (backend, name), each in self._ran.items():
            ran[backend][name] = each
        return [self._report(backend, found) for backend, found in sorted(ran.items())]

    def _report(self, backend: str, ran: dict[str, _Ran]) -> Report:
        declared = self.declared.get(backend, {"lane": "", "domains": (), "features": ()})
        asked = cases()
        found = [_ended(name, each, asked[_plain(name)]) for name, each in ran.items()]
        seen = {_plain(name) for name in ran}
        gone = [name for each, name in self.gone if each == declared["lane"]]
        gone += [name for name in asked if name not in seen | {_plain(name) for name in gone}]
        return Report(
            backend=backend,
            domains=declared["domains"],
            features=declared["features"],
            versions=versions(),
            environment=environment(),
            cases=tuple(found + [_not_run(name, asked[_plain(name)]) for name in sorted(gone)]),
        )


RECORDER = pytest.StashKey[Recorder]()
"""Where the configuration of a run has its recorder."""


def _plain(name: str) -> str:
    return name.partition("[")[0]


def _message(report: pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message if crash else report.longrepr)


def _ended(name: str, ran: _Ran, case: Case) -> CaseReport:
    return CaseReport(
        id=f"{case.since}/{name}",
        grade=case.grade,
        domains=tuple(filter(None, ran.properties[DOMAINS].split(", "))),
        outcome=ran.outcome,
        promise=case.promise,
        why=case.why,
        found=ran.found,
        needs=tuple(filter(None, ran.properties[NEEDS].split(", "))),
        seconds=round(ran.seconds, 4),
    )


def _not_run(name: str, case: Case) -> CaseReport:
    return CaseReport(
        id=f"{case.since}/{name}",
        grade=case.grade,
        domains=case.domains,
        outcome=Outcome.NOT_RUN,
        promise=case.promise,
        why=case.why,
    )
