"""Random programs by the hundred thousand: what runs is counted, what differs can be repeated."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from favorite_mutants import CountsEveryCall
from hypothesis import settings
from mastra_storage_conformance.cli import main
from mastra_storage_conformance.deep import report
from mastra_storage_conformance.deep.cell import CASES, OPTIONS, SUITES, Cell, Outcome
from mastra_storage_conformance.suites import _programs
from mastra_storage_conformance.suites.favorites_state_machine import FavoritesMachine
from mastra_storage_core import Domain
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mutants import store_with
from rich.console import Console
from trial import sound

CELL = Cell("favorites", "mine", "memory:", steps=1_000, seed=7)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> _programs.Ran:
    """What runs in the profile `deep`, of which each case makes 300 steps in rounds of 200."""
    ran = _programs.Ran()

    def heard(so_far: _programs.Ran) -> None:
        ran.steps, ran.programs = so_far.steps, so_far.programs

    how = settings(_programs.PROFILES["deep"], max_examples=10, stateful_step_count=20)
    for name, value in {"PROFILE": "deep", "STEPS": 300, "FIRST_SEED": 7, "heard": heard}.items():
        monkeypatch.setattr(_programs, name, value)
    monkeypatch.setitem(_programs.PROFILES, "deep", how)
    return ran


def test_programs_run_until_all_steps_were_made(ran: _programs.Ran) -> None:
    _programs.Programs(sound(), "any")(FavoritesMachine)

    assert 300 <= ran.steps < 600
    assert ran.programs >= ran.steps / 20


def test_a_seed_repeats_a_difference_and_is_told(ran: _programs.Ran) -> None:
    faulty = sound(open=lambda _: store_with(CountsEveryCall))
    found = []
    for _ in range(2):
        with pytest.raises(AssertionError) as caught:
            _programs.Programs(faulty, "any")(FavoritesMachine)
        found.append(caught.value.__notes__)

    assert found[0] == found[1]
    assert "change_at_once(" in "\n".join(found[0])
    assert found[0][-1] == "MASTRA_STORAGE_CONFORMANCE_SEED=7, in the round of 7"


def test_every_domain_has_random_programs() -> None:
    """Signals are a part of observability; entities of every kind are one domain here."""
    entities = {each.domain for each in EVERY}
    named = {*Domain} - entities | {"signals", "versioned"}

    assert set(CASES) == named


def test_the_modules_of_all_cases_may_be_collected() -> None:
    """Each as a module of its own: modules of suites may name their helpers alike."""
    modules = [f"{SUITES}.{module}" for module, _ in CASES.values()]
    command = [sys.executable, "-m", "pytest", *OPTIONS, "--collect-only", *modules]

    ran = subprocess.run(command, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert all(f"::{case}::" in ran.stdout for _, case in CASES.values())


def test_the_command_runs_cells_in_processes_and_writes_what_ran(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, markdown = tmp_path / "deep.json", tmp_path / "deep.md"
    files = ["--json", str(table), "--markdown", str(markdown)]
    chosen = ["--domain", "favorites", "--steps", "100", "--seed", "7"]

    status = main(["deep", "mine=memory:", *chosen, *files])

    (row,) = json.loads(table.read_text())
    assert status == 0
    assert (row["domain"], row["backend"], row["differences"]) == ("favorites", "mine", 0)
    assert row["steps"] >= 100
    assert "| favorites | mine | " in markdown.read_text()
    assert "no difference" in capsys.readouterr().out.replace("\n", " ")


def test_a_difference_is_in_every_form_of_the_report() -> None:
    outcomes = {CELL: Outcome(120, 3, 60.0, "the smallest program")}
    printed = StringIO()

    report.show(outcomes, Console(width=100, file=printed))

    assert report.as_markdown(outcomes).endswith("| favorites | mine | 120 | 3 | 1.0 | 1 |\n")
    assert report.as_json(outcomes)[0]["difference"] == "the smallest program"
    assert "120" in printed.getvalue()
