"""What a backend need not offer: a name for other processes, a count of trips; and the replay."""

from pathlib import Path

import pytest
from mastra_storage_conformance import Backend, Grade, Outcome, find_backend, suites
from mastra_storage_core import Capabilities, Feature, Store
from mastra_storage_libsql import LibSQLStore
from memory_mutants import SwapsTies
from mutants import store_with
from test_honesty import reported, run_module
from trial import CAPABILITIES, run, sound

pytest_plugins = ["pytester"]

DURABLE = Capabilities(CAPABILITIES.domains, CAPABILITIES.features | {Feature.DURABLE})
PROCESSES = ("TestOtherProcesses", "TestOtherProcessesAndRuns")
FORGETFUL = """
from mastra_storage_conformance import Backend
from mastra_storage_core import Capabilities, Feature
from mastra_storage_memory import InMemoryStore

STORES = {}
HAS = InMemoryStore.capabilities

def backend(folder):
    return Backend(
        "forgetful",
        lambda space: STORES.setdefault(space, InMemoryStore()),
        Capabilities(HAS.domains, HAS.features | {Feature.DURABLE}),
    )
"""


def test_a_backend_that_no_other_process_finds_is_told_so_and_is_not_durable(
    pytester: pytest.Pytester, tmp_path: Path
) -> None:
    run_module(
        pytester,
        f"from mastra_storage_conformance.suites import {', '.join(PROCESSES)}, TestDurable",
        open=lambda space: LibSQLStore(f"file:{tmp_path / space}.db"),
        capabilities=DURABLE,
    )

    report = reported(pytester)
    skipped = report.of(Outcome.SKIPPED)
    assert {case.id.split("/")[1].split(".")[0] for case in skipped} == {*PROCESSES}
    assert {case.found for case in skipped} == {
        "mine has not a name by which another process finds it"
    }
    assert all(case in report.against(Grade.DURABLE) for case in skipped)


def test_a_store_that_another_process_does_not_see_is_found(
    pytester: pytest.Pytester, tmp_path: Path
) -> None:
    (tmp_path / "forgetful.py").write_text(FORGETFUL)
    backend = find_backend(f"{tmp_path}/forgetful.py:backend", tmp_path)

    result = run(pytester, backend, "TestOtherProcesses.test_another_process_reads")

    result.assert_outcomes(failed=1)


def with_trips(trips: object) -> Backend:
    return sound(trips=trips)


def messages_stored(store: Store) -> int:
    rows: dict[str, object] = store.memory._messages._rows  # type: ignore[attr-defined] # in memory
    return len(rows)


def test_trips_that_grow_with_what_is_saved_are_found(pytester: pytest.Pytester) -> None:
    result = run(pytester, with_trips(messages_stored), "TestTripsForMessages.few_messages")

    assert result.parseoutcomes()["failed"] > 0


def test_a_count_that_counts_nothing_is_found(pytester: pytest.Pytester) -> None:
    result = run(pytester, with_trips(lambda _: 0), "TestTrips.at_most[scores]")

    result.assert_outcomes(failed=1)


def test_an_answer_that_is_neither_the_originals_nor_by_a_rule_is_found(
    pytester: pytest.Pytester,
) -> None:
    faulty = sound(open=lambda _: store_with(SwapsTies))

    run(pytester, faulty, "TestReplay").assert_outcomes(failed=1)


def test_the_suites_stay_imported() -> None:
    """What `trial` asks for, and what makes the runs above quick."""
    assert "TestReplay" in suites.__all__
