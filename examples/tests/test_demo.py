"""The demo, as a command: on both databases, on odd terminals, and when something is wrong."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parent.parent / "demo.py"
RECORDED = DEMO.parent.parent / "tests-conformance" / "golden" / "public" / "mastra.sqlite"

STEPS = [
    "A database that Mastra wrote, used from Python",
    "The latest 12 of 23 threads",
    "First thread (resaved) p-alice 7 ",
    "09:00 user What is the weather in München?",
    'getWeather(city="München", units="c") = {"temp": 12.5,',
    "It is 12.5°C and raining.",
    "08:00 user p-bob cross 1",
    "user And tomorrow? I would like to cycle.",
    "17°C and sunny: take the bicycle.",
    "→ 09:00 user What is the weather in München?",
    "“What if it were Zürich?”, a branch from there",
    "user Make that Zürich.",
    "- cycles when it is dry",
    "A second process",
    "What if it were Zürich? p-alice 4 today",
    "First thread (resaved) p-alice 9 today",
    "17°C and sunny: take the bicycle.",
    "- cycles when it is dry",
    "✓ all is there, to the last field",
    "A workflow that outlives its worker",
    "memory",
    "workflows LibSQLStore runs.db",
    "worker-1: the run waits for approval",
    "worker-2: refund-of-order-42 is suspended, and worker-1 owns it until",
    "worker-2: it is mine",
    "conversation success worker-1",
    "approval success worker-2",
    "payment success worker-2",
    "reply success worker-2",
    "worker-1, late: workflows.update_workflow_state: run 'refund-of-order-42' is not owned",
    "✓ the run is at its end, every step once",
    "An agent's run, recorded by OpenTelemetry",
    "9 spans · 6.42 s · 4,531 → 237 tokens · $0.017 · 2 errors",
    "invoke_agent concierge",
    "execute_tool book_table",
    "TimeoutError: the booking service did not answer within 2 s",
    "as a page: file:///",
    "Try next:",
]


def run(
    *command: str, stdin: str = "", encoding: str = "utf-8", **env: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=DEMO.parent,
        input=stdin,
        capture_output=True,
        encoding=encoding,
        env={**os.environ, "COLUMNS": "100", "TZ": "UTC", "PYTHONIOENCODING": encoding, **env},
    )


def assert_tells(done: subprocess.CompletedProcess[str], steps: list[str]) -> None:
    """The steps appear in this order; how wide their columns are does not matter."""
    assert (done.returncode, done.stderr) == (0, "")
    rest = re.sub(r"\s+", " ", done.stdout)
    for step in steps:
        _, found, rest = rest.partition(step)
        assert found, f"{step!r} is missing, or not where it should be:\n{done.stdout}"


def test_the_job_on_a_file_that_stays(tmp_path: Path) -> None:
    before = RECORDED.read_bytes()
    done = run(str(DEMO), TMPDIR=str(tmp_path))
    (path,) = tmp_path.glob("*/mastra.db")
    assert_tells(done, [*STEPS[:-1], f"The databases are yours: {path}", STEPS[-1], path.as_uri()])
    with sqlite3.connect(path) as database:
        [[count]] = database.execute("select count(*) from mastra_threads")
    database.close()
    assert count == 24
    assert RECORDED.read_bytes() == before


@pytest.mark.server
def test_the_same_job_on_postgresql() -> None:
    assert_tells(run(str(DEMO), "postgres"), [*STEPS[:-1], "ends with this demo", STEPS[-1]])


def test_narrow_terminals_and_poor_encodings(tmp_path: Path) -> None:
    done = run(str(DEMO), encoding="ascii", TMPDIR=str(tmp_path), COLUMNS="40")
    assert (done.returncode, done.stderr) == (0, "")
    drawn, _, _ = done.stdout.partition("The databases are yours")
    wide = [line for line in drawn.splitlines() if len(line) > 40]
    assert [line.partition(":")[0] for line in wide] == ["file", "  as a page"]


def test_the_second_process_notices_what_is_not_as_it_was_left(tmp_path: Path) -> None:
    copy = shutil.copyfile(RECORDED, tmp_path / "copy.db")
    left = '{"threads": [], "messages": [], "owner": null}'
    done = run(str(DEMO), "look-again", stdin=left, MASTRA_DEMO_URL=copy.as_uri())
    assert (done.returncode, done.stderr) == (1, "")
    assert "✗ this is not what was left" in done.stdout


def test_an_unknown_database_is_refused() -> None:
    done = run(str(DEMO), "mysql")
    assert done.returncode == 2
    assert "mysql" in done.stderr


def test_a_password_is_never_shown() -> None:
    urls = {
        "postgresql://me:secret@host:1/db?password=secret": "postgresql://me@host:1/db",
        "postgresql://me:se@cret@host/db": "postgresql://me@host/db",
        "postgresql://host/db": "postgresql://host/db",
        "file:///a/b.db": "file:///a/b.db",
    }
    program = "import demo, sys; print(*map(demo.without_password, sys.argv[1:]))"
    assert run("-c", program, *urls).stdout.split() == list(urls.values())


def test_stored_text_does_not_steer_the_terminal() -> None:
    done = run("-c", r"import _demo_view as view; view.heading('[red]a\x1b[2J\r\x9bb[/red]')")
    assert done.stdout.split("\n")[1].rstrip() == "[red]a\ufffd[2J\ufffd\ufffdb[/red]"
