"""The command: what it prints, and its exit status."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_conformance import cli
from mastra_storage_core import Store
from mastra_storage_core.errors import UnavailableError
from mastra_storage_core.paging import PageRequest
from mastra_storage_libsql import LibSQLStore
from mastra_storage_memory import InMemoryStore


@pytest.fixture(autouse=True)
def stores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open stores whether their packages are installed, with entry points, or not."""

    def open_store(url: str, **options: Any) -> Store:
        if url == "broken:":
            raise UnavailableError("the server does not answer")
        return InMemoryStore() if url == "memory:" else LibSQLStore(url, **options)

    monkeypatch.setattr(cli, "open_store", open_store)


def test_a_replay_that_is_explained(golden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["replay", "--store", "memory:", str(golden / "public")]) == 0

    printed = capsys.readouterr().out
    assert "memory: 342 calls on MEMORY" in printed
    assert "rule 5: per_page 0 has the true total" in printed
    assert "workflows: 97 calls on MEMORY" in printed
    assert "rule 14: a status that was not expected is an error" in printed
    assert "observability: 116 calls on MEMORY" in printed
    assert "rule 14: a batch says what was stored" in printed
    assert "calls of other domains" in printed


def test_a_difference_is_shown_and_fails(
    golden: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PageRequest, "cut", lambda _, rows, total: (rows, True))

    assert cli.main(["replay", "--store", "memory:", str(golden / "public")]) == 1

    printed = capsys.readouterr().out
    assert "memory 1 listThreads" in printed
    assert "workflows 1000 listWorkflowRuns" in printed
    assert ".hasMore: True instead of False" in printed


def test_json(golden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--reference", "pg", "--domain", "workflows", "--json"]

    assert cli.main(["replay", "--store", "memory:", str(golden / "public"), *arguments]) == 0

    printed = json.loads(capsys.readouterr().out)
    assert printed["reference"] == "pg"
    assert list(printed["domains"]) == ["workflows"]
    assert printed["domains"]["workflows"]["calls"] == len(printed["calls"]) == 97
    assert printed["calls"][2] == {
        "seq": 1002,
        "domain": "workflows",
        "method": "loadWorkflowSnapshot",
        "status": "same",
        "by": ["pg"],
        "differences": [],
    }


def test_final_reads(golden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = shutil.copy(golden / "public" / "mastra.sqlite", tmp_path)

    arguments = ["--store", f"file:{path}", "--final-reads", str(golden / "public")]

    assert cli.main(["replay", *arguments]) == 0

    printed = capsys.readouterr().out
    assert "memory: 138 calls on LIBSQL" in printed
    assert "workflows: 31 calls on LIBSQL" in printed


def test_a_database_that_is_in_use_is_refused(
    golden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shutil.copy(golden / "public" / "mastra.sqlite", tmp_path)

    assert cli.main(["replay", "--store", f"file:{path}", str(golden / "public")]) == 2
    assert "needs an empty store" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--store", "broken:"], "UnavailableError: the server does not answer"),
        (["--store", "memory:", "--reference", "redis"], "no redis.jsonl in"),
        (["--store", "memory:", "--domain", "knowledge"], "nothing to replay"),
    ],
)
def test_what_cannot_run_says_why(
    arguments: list[str], message: str, golden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["replay", *arguments, str(golden / "public")]) == 2
    assert message in capsys.readouterr().err


def test_a_directory_without_transcripts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["replay", "--store", "memory:", str(tmp_path)]) == 2
    assert "no transcript in" in capsys.readouterr().err
