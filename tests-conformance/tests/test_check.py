"""The suite from the command line and from code, both in a process of their own."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mastra_storage_conformance import (
    CaseReport,
    Grade,
    Outcome,
    Report,
    find_backend,
)
from mastra_storage_conformance.cli import main
from mastra_storage_core import ConfigurationError, Feature, UnsupportedError

BACKEND = """
from mastra_storage_conformance import Backend
from mastra_storage_memory import InMemoryStore

def backend(folder):
    assert folder.is_dir()
    return Backend("mine", lambda space: InMemoryStore(), InMemoryStore.capabilities)

def wrong(folder):
    return InMemoryStore()

nothing = None
"""
ON_FILES = "file:{folder}/{space}.db"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with a module that names a backend."""
    (tmp_path / "their_conformance.py").write_text(BACKEND)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_check_runs_the_cases_and_writes_every_kind_of_report(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {name: here / f"report.{name}" for name in ("json", "markdown", "badge", "junit")}
    options = [f"--{name}={path}" for name, path in files.items()]

    status = main(["check", ON_FILES, "TestClose", "TestCapabilities", *options])

    assert status == 0
    shown = capsys.readouterr().out
    assert "libsql: contract 0.1" in shown
    assert "core: no" in shown
    written = json.loads(files["json"].read_text())
    assert written["grades"] == dict.fromkeys(Grade, False)
    assert Feature.DURABLE in written["features"]
    assert "libsql" in files["markdown"].read_text()
    assert "no grade" in files["badge"].read_text()
    assert len(list(ElementTree.parse(files["junit"]).iter("testcase"))) > 20


def test_a_grade_that_is_claimed_and_not_reached_is_exit_status_1(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mastra_storage_conformance import checking

    passed = CaseReport(
        id="0.1/TestClose.test_one",
        grade=Grade.CORE,
        domains=(),
        outcome=Outcome.PASSED,
        promise="one",
    )
    report = Report(
        backend="mine", domains=(), features=(), versions={}, environment={}, cases=(passed,)
    )
    monkeypatch.setattr(checking, "run_conformance", lambda *_, **__: report)

    assert main(["check", "their_conformance:backend"]) == 0
    assert main(["check", "their_conformance:backend", "--grade=durable"]) == 1


def test_a_run_in_which_nothing_ran_is_exit_status_2_and_says_why(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "their_conformance:missing"]) == 2

    assert "has no attribute 'missing'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("their_conformance", "module:function"),
        ("their_conformance:missing", "has no attribute"),
        ("no_such_module:backend", "No module named"),
        ("their_conformance:nothing", "is no function"),
        ("their_conformance:wrong", "returns 'InMemoryStore', not a Backend"),
    ],
)
def test_what_names_no_backend_is_refused_in_words(here: Path, target: str, words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        find_backend(target, here)


def test_a_secret_in_a_url_is_in_no_error_and_in_no_repr(here: Path) -> None:
    secret = "nowhere://user:hunter2@host/{space}"

    with pytest.raises(UnsupportedError) as caught:
        find_backend(secret, here)
    backend = find_backend(f"{ON_FILES}?x=hunter2", here)

    assert "hunter2" not in f"{caught.value} {backend!r}"


def test_a_backend_that_is_found_again_has_the_same_data_by_name(here: Path) -> None:
    one, other = (find_backend(ON_FILES, here) for _ in range(2))

    assert one.source == other.source
    assert one.name == other.name == "libsql"
