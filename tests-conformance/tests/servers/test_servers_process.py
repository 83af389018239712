"""The child processes: as whom they run, and that they never outlive their parent."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from mastra_storage_conformance.servers import _process
from mastra_storage_conformance.servers._process import (
    OWN,
    Account,
    Process,
    ServerError,
    Workspace,
    choose_account,
)

PARENT = """
import time
from mastra_storage_conformance.servers._process import OWN, Process, Workspace
workspace = Workspace("orphan", OWN)
Process(workspace, ["sleep", "600"])
print(workspace.path, flush=True)
time.sleep(600)
"""


def program(directory: Path, script: str) -> Path:
    path = directory / "program"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_the_first_account_that_works_is_chosen(tmp_path: Path) -> None:
    missing = Account(prefix=("no-such-command",))
    refused = Account(prefix=("false",))
    works = program(tmp_path, "exit 0")
    assert choose_account(works, [missing, refused, OWN]) == OWN


def test_a_program_that_cannot_run_is_reported_with_every_reason(tmp_path: Path) -> None:
    broken = program(tmp_path, "echo libfoo is missing >&2; exit 127")
    with pytest.raises(ServerError, match=r"'program' .*no-such-command: .*libfoo is missing"):
        choose_account(broken, [Account(prefix=("no-such-command",)), OWN])


def test_the_chosen_account_is_not_root(tmp_path: Path) -> None:
    account = choose_account(Path("/bin/ls"))
    workspace = Workspace("account", account)
    try:
        assert workspace.run(["sh", "-c", "id -u; exit 1"], {}) != "0\n"
    finally:
        workspace.remove()


def test_a_server_ends_with_a_parent_that_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        directory = Path(parent.stdout.readline().decode().strip())
        assert directory.is_dir()
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while directory.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not directory.exists()  # removed last, after the child had ended


def test_a_server_that_ignores_the_interrupt_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_process, "_STOP_LIMIT", 0.1)
    workspace = Workspace("stubborn", OWN)
    process = Process(workspace, ["sh", "-c", "trap '' INT; echo up; while :; do sleep 1; done"])
    try:
        while "up" not in process.log_tail():
            time.sleep(0.01)
        process.stop()
        assert not process.running
    finally:
        workspace.remove()
