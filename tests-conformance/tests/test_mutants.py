"""The suite finds planted faults, each by the case that is about it; so do random programs."""

from typing import Any

import pytest
from dataset_mutants import AcceptsAnyContent, ChangesThePast
from experiment_mutants import CountsEveryAttempt, MovesTheBeginning
from favorite_mutants import CountsEveryCall, CountsWhatItReadBefore
from hunt import MODULES, Hunt, faults
from hypothesis import Phase, settings
from mastra_storage_conformance import suites
from mastra_storage_conformance.suites import _programs, versioned_state_machine
from mastra_storage_conformance.suites.datasets_state_machine import DatasetsMachine
from mastra_storage_conformance.suites.experiments_state_machine import ExperimentsMachine
from mastra_storage_conformance.suites.favorites_state_machine import FavoritesMachine
from mastra_storage_conformance.suites.observability_state_machine import TracesMachine
from mastra_storage_conformance.suites.scores_state_machine import ScoresMachine
from mastra_storage_conformance.suites.signals_state_machine import SignalsMachine
from mastra_storage_conformance.suites.state_machine import MemoryMachine
from mastra_storage_conformance.suites.versioned_state_machine import VersionedMachine
from mastra_storage_conformance.suites.workflows_state_machine import WorkflowsMachine
from memory_mutants import ForgetsTheFirstTime, SwapsTies
from mutants import FAULTS, Fault, store_with, words
from score_mutants import TakesTheNewTime
from signal_mutants import AddsInBinary, RoundsTowardsZero
from trace_mutants import ListsEveryRoot, MergesSpans
from trial import OPTIONS, sound
from versioned_mutants import ForgetsConfigurations, NumbersBeforeItLocks
from workflow_mutants import IgnoresFences, KeepsMarkers, MovesRuns

pytest_plugins = ["pytester"]


@pytest.mark.parametrize("module", MODULES)
def test_planted_faults_are_found_by_the_cases_that_are_about_them(
    pytester: pytest.Pytester, module: str
) -> None:
    """The store in memory is proved to be sound by all cases; the one that keeps its data, here."""
    hunt = Hunt(faults(module), beside=module == "store_mutants")
    pytester.makepyfile(test_conformance=hunt.imports())

    pytester.runpytest_inprocess(*OPTIONS, plugins=[hunt])

    assert (hunt.survivors, hunt.unsound) == ([], [])
    assert hunt.faults


def test_a_fault_that_no_case_finds_survives(pytester: pytest.Pytester) -> None:
    hunt = Hunt({SwapsTies: "TestGetThreadById.test_an_unknown_thread_is_none"})
    pytester.makepyfile(test_conformance=hunt.imports())

    pytester.runpytest_inprocess(*OPTIONS, plugins=[hunt])

    assert hunt.survivors == ["SwapsTies"]


def test_the_name_of_a_fault_says_what_is_wrong_and_it_has_a_case() -> None:
    assert all(len(words(each).split()) > 1 for each in faults())
    assert {case.partition(".")[0] for case in FAULTS.values()} <= set(suites.__all__)


@pytest.mark.parametrize(
    ("machine", "fault"),
    [
        (MemoryMachine, SwapsTies),
        (MemoryMachine, ForgetsTheFirstTime),
        (DatasetsMachine, ChangesThePast),
        (DatasetsMachine, AcceptsAnyContent),
        (ExperimentsMachine, CountsEveryAttempt),
        (ExperimentsMachine, MovesTheBeginning),
        (WorkflowsMachine, MovesRuns),
        (WorkflowsMachine, KeepsMarkers),
        (WorkflowsMachine, IgnoresFences),
        (TracesMachine, MergesSpans),
        (TracesMachine, ListsEveryRoot),
        (SignalsMachine, RoundsTowardsZero),
        (SignalsMachine, AddsInBinary),
        (ScoresMachine, TakesTheNewTime),
        (VersionedMachine, ForgetsConfigurations),
        (VersionedMachine, NumbersBeforeItLocks),
        (FavoritesMachine, CountsEveryCall),
        (FavoritesMachine, CountsWhatItReadBefore),
    ],
)
def test_random_programs_find_faults_as_well(
    monkeypatch: pytest.MonkeyPatch, machine: Any, fault: Fault
) -> None:
    until = settings(_programs.PROFILES["quick"], max_examples=200, phases=[Phase.generate])
    monkeypatch.setitem(_programs.PROFILES, "quick", until)
    monkeypatch.setattr(versioned_state_machine, "KINDS", ["agents"])  # the faulty ones
    faulty = sound(open=lambda _: store_with(fault))

    with pytest.raises((AssertionError, pytest.fail.Exception)):
        _programs.Programs(faulty, "any")(machine)
