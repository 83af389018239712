"""What a run found, as data: each case with its outcome, and the grades that follow from them."""

from collections.abc import Iterable
from enum import StrEnum

from mastra_storage_core import Domain
from pydantic import BaseModel, ConfigDict, computed_field

from mastra_storage_conformance.spec import REQUIRED_DOMAINS, SPEC, Grade


class Outcome(StrEnum):
    """What became of a case."""

    PASSED = "passed"
    FAILED = "failed"
    DEVIATION = "deviation"
    """It failed, as the backend declares, with a reason."""
    SKIPPED = "skipped"
    """The backend does not declare what the case needs."""
    NOT_RUN = "not run"
    """It was deselected, or its class was not collected."""


class CaseReport(BaseModel):
    """A case, as it went."""

    model_config = ConfigDict(frozen=True)

    id: str
    """The version that brought the case, and its name with its parameters."""
    grade: Grade
    domains: tuple[str, ...]
    outcome: Outcome
    promise: str
    """What is promised, in one line."""
    why: str = ""
    """Why it matters, where the suite says so."""
    found: str = ""
    """What was expected and found, or the reason of a skip or of a deviation."""
    needs: tuple[str, ...] = ()
    """What it needs and the backend does not declare or offer."""
    seconds: float = 0.0

    @property
    def excused(self) -> bool:
        """Whether it is about nothing but a domain that no grade requires and nobody declares."""
        optional = set(Domain) - REQUIRED_DOMAINS
        return self.outcome is Outcome.SKIPPED and not optional.isdisjoint(self.needs)

    @property
    def counts_against(self) -> bool:
        """Whether its grade cannot be had with it."""
        return self.outcome is not Outcome.PASSED and not self.excused


class Report(BaseModel):
    """All that a run says of a backend. As JSON it is `report.model_dump_json()`, and back again
    `Report.model_validate_json(…)`, which finds the grades anew instead of believing them.
    """

    model_config = ConfigDict(frozen=True)

    backend: str
    spec: str = SPEC
    """The version of the contract that was asked for."""
    domains: tuple[str, ...]
    """What the backend declares."""
    features: tuple[str, ...]
    versions: dict[str, str]
    """The installed packages that have to do with it, and Python."""
    environment: dict[str, str]
    cases: tuple[CaseReport, ...]

    @computed_field  # type: ignore[prop-decorator] # as pydantic documents it
    @property
    def grades(self) -> dict[Grade, bool]:
        """Which grades are reached: all cases of one passed, and so did those of `core`."""
        core = self._reached(Grade.CORE)
        return {grade: core and self._reached(grade) for grade in Grade}

    @property
    def passed(self) -> bool:
        """Whether something ran and nothing failed; skips and deviations are no failures."""
        ran = any(case.outcome is not Outcome.NOT_RUN for case in self.cases)
        return ran and not self.of(Outcome.FAILED)

    def of(self, outcome: Outcome) -> list[CaseReport]:
        """Return the cases with an outcome."""
        return [case for case in self.cases if case.outcome is outcome]

    def against(self, grade: Grade) -> list[CaseReport]:
        """Return the cases for whose sake a grade is not reached."""
        wanted = {Grade.CORE, grade}
        return [case for case in self.cases if case.grade in wanted and case.counts_against]

    def _reached(self, grade: Grade) -> bool:
        own = [case for case in self.cases if case.grade is grade]
        ran = any(case.outcome is Outcome.PASSED for case in own)
        return ran and not any(case.counts_against for case in own)


def count(cases: Iterable[CaseReport]) -> dict[Outcome, int]:
    """Return how many cases have each outcome."""
    found = dict.fromkeys(Outcome, 0)
    for case in cases:
        found[case.outcome] += 1
    return found
