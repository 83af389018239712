"""Each example runs on its own, in an empty folder, and prints what its text promises."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent
PRINTED = {
    "first_store": [
        "user: Where to go in May?",
        "assistant: To Lisbon: warm, not crowded.",
    ],
    "working_memory": [
        "- name: Ada",
        "- lives in: London",
        "language = en",
        "plan = pro",
        "units = metric",
    ],
    "recall_window": [
        "assistant: Good morning!",
        "user: Which train goes to Porto?",
        "assistant: The 9:39 from Santa Apolónia, track 4.",
        "assistant: Small talk, number 31.",
        "user: When did it leave again?",
        "(5 of 36 messages)",
    ],
    "trace_agent": [
        "Cais Novo",
        "no answer",
        "chat parrot-1: model_generation, success",
        "execute_tool find_place: tool_call, error",
        "invoke_agent concierge: agent_run, error",
        "written: trace.html",
    ],
    "resume_worker": [
        "one: asks the bank to pay, and crashes",
        "one owns the run, and nobody is there",
        "two: asks the bank to pay",
        "one, late: held back by the fence",
        "the run: success",
    ],
}


def run(name: str, folder: Path) -> list[str]:
    command = [sys.executable, "-X", "utf8", "-W", "error", str(EXAMPLES / f"{name}.py")]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", PRINTED)
def test_example_prints_what_it_promises_each_time_it_runs(name: str, tmp_path: Path) -> None:
    assert [run(name, tmp_path) for _ in range(2)] == [PRINTED[name]] * 2


def test_every_example_is_tested() -> None:
    examples = {path.stem for path in EXAMPLES.glob("[!_]*.py")}
    assert examples - {"demo"} == set(PRINTED)


def test_first_store_keeps_its_file(tmp_path: Path) -> None:
    run("first_store", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["app.db"]
