"""Stores whose `health` has one fault each, and the case of the suite that must find it."""

from typing import Any

import pytest
from mastra_storage_conformance import suites  # noqa: F401 - imported before the runs: see trial
from mastra_storage_core import ClosedError, Health, HealthReason, HealthStatus
from mastra_storage_core.health import HealthOptions
from mastra_storage_memory import InMemoryStore
from trial import run, sound

pytest_plugins = ["pytester"]

CASES = {
    "closed": "TestHealth.test_a_store_that_was_closed_is_down_and_raises_nothing",
    "ok": "TestHealth.test_a_store_that_works_is_ok",
    "refused": "TestHealth.test_an_option_that_does_not_fit_is_refused",
}


class RaisesWhereItIsSick(InMemoryStore):
    """Its check fails with what it should report."""

    async def _health(self, options: HealthOptions) -> Health:
        found = await super()._health(options)
        if found.status == HealthStatus.DOWN:
            raise ClosedError
        return found


class SaysThatAllIsWell(InMemoryStore):
    """It reports the same whatever happens."""

    async def _health(self, options: HealthOptions) -> Health:
        found = await super()._health(options)
        return found.model_copy(update={"status": HealthStatus.OK, "reasons": ()})


class FindsSomethingAlways(InMemoryStore):
    """It has a reason, although it works."""

    async def _health(self, options: HealthOptions) -> Health:
        found = await super()._health(options)
        reason = HealthReason(code="SCHEMA_PENDING", message="init() would work", store=self.name)
        return found.model_copy(update={"reasons": (*found.reasons, reason)})


class TakesAnyOption(InMemoryStore):
    """It passes over what it cannot use."""

    async def health(self, **options: Any) -> Health:
        return await super().health()


@pytest.mark.parametrize(
    ("fault", "case"),
    [
        (RaisesWhereItIsSick, "closed"),
        (SaysThatAllIsWell, "closed"),
        (FindsSomethingAlways, "ok"),
        (TakesAnyOption, "refused"),
    ],
)
def test_a_planted_fault_is_found_by_the_case_that_is_about_it(
    pytester: pytest.Pytester, fault: type[InMemoryStore], case: str
) -> None:
    result = run(pytester, sound(open=lambda _: fault()), CASES[case])

    assert result.parseoutcomes().get("failed", 0) > 0


def test_a_sound_store_passes(pytester: pytest.Pytester) -> None:
    assert run(pytester, sound(), "TestHealth").ret == 0
