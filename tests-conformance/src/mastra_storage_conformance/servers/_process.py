"""Runs a server program as a child process: never as root, and never longer than its parent.

What one particular program needs (arguments, files, readiness) lives in that program's module.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_STOP_LIMIT = 10.0

# Standard input is a pipe that only the parent holds. A line means "stopped in order"; an end
# without a line means that the parent died, however that happened. PR_SET_PDEATHSIG would be
# shorter, but it watches the thread that started the child, and that one may end much earlier.
_GUARD = """
read -r _ && exit
kill -INT "$1"
n=0
while kill -0 "$1" && [ $n -lt 100 ]; do n=$((n + 1)); sleep 0.1; done
kill -KILL "$1"
rm -rf "$2"
"""


class ServerError(RuntimeError):
    """A server that was asked for cannot be had; the message says why and what to do."""


@dataclass(frozen=True)
class Account:
    """A way to run a program without the rights of root."""

    prefix: tuple[str, ...] = ()
    uid: int | None = None

    def popen_options(self) -> dict[str, Any]:
        """Returns the keyword arguments of `subprocess.Popen` that change the user."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.uid, "extra_groups": []}


OWN = Account()
NAMESPACE = Account(prefix=("unshare", "-U", "--map-user=1000", "--map-group=1000"))
NOBODY = Account(uid=65534)


def choose_account(program: Path, candidates: Sequence[Account] | None = None) -> Account:
    """Returns the first account under which `program --version` runs.

    A plain user runs it as it is; root maps itself to a plain user in a user namespace, or becomes
    uid 65534 where namespaces are forbidden. Raises `ServerError` with every reason if none works.
    """
    if candidates is None:
        candidates = [NAMESPACE, NOBODY] if os.geteuid() == 0 else [OWN]
    reasons = []
    for account in candidates:
        command = [*account.prefix, str(program), "--version"]
        options = account.popen_options()
        try:
            done = subprocess.run(command, capture_output=True, text=True, cwd="/", **options)
        except OSError as error:
            reasons.append(f"{Path(command[0]).name}: {error.strerror}")
            continue
        if done.returncode == 0:
            return account
        reasons.append(done.stderr.strip() or f"exit status {done.returncode}")
    raise ServerError(
        f"{program.name!r} does not run here ({'; '.join(reasons)}); it needs its shared libraries "
        "and, if started by root, user namespaces or a path that every user may enter"
    )


class Workspace:
    """A temporary directory that belongs to an account, and the environment of its programs."""

    def __init__(self, name: str, account: Account, parent: Path | None = None) -> None:
        self.account = account
        self.env: dict[str, str] = {}
        self.path = Path(tempfile.mkdtemp(prefix=f"mastra-{name}-", dir=parent))
        if account.uid is not None:
            os.chown(self.path, account.uid, account.uid)

    def run(self, command: Sequence[str], env: Mapping[str, str]) -> str | None:
        """Runs a command to its end; returns None, or its output if it failed."""
        done = subprocess.run(
            [*self.account.prefix, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.path,
            env={**os.environ, **env},
            **self.account.popen_options(),
        )
        return done.stdout if done.returncode else None

    def remove(self) -> None:
        """Removes the directory with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)


class Process:
    """A running server with its log; it ends with `stop`, or else with the process that made it."""

    def __init__(self, workspace: Workspace, command: Sequence[str]) -> None:
        self.log = workspace.path / "server.log"
        self._workspace = workspace
        self._command = command
        self._start()

    def _start(self) -> None:
        workspace = self._workspace
        with self.log.open("ab") as log:
            self._child = subprocess.Popen(
                [*workspace.account.prefix, *self._command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=workspace.path,
                env={**os.environ, **workspace.env},
                start_new_session=True,  # an interrupt in the terminal is for the tests, not for it
                **workspace.account.popen_options(),
            )
        self._guard = subprocess.Popen(
            ["sh", "-c", _GUARD, "sh", str(self._child.pid), str(workspace.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def running(self) -> bool:
        """Says whether the server has not ended yet."""
        return self._child.poll() is None

    def log_tail(self, lines: int = 20) -> str:
        """Returns the last lines that the server wrote."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def crash(self, number: int) -> None:
        """Sends a signal that ends the server at once, such as SIGKILL; waits for its end."""
        self._child.send_signal(number)
        self._child.wait()
        self._guard.communicate(b"\n")

    def start_again(self) -> None:
        """Starts a server that crashed: the same command on the same files."""
        self._start()

    def stop(self) -> None:
        """Interrupts the server and waits for its end; kills it if it does not obey in time."""
        self._child.send_signal(signal.SIGINT)
        try:
            self._child.wait(_STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._guard.communicate(b"\n")


def free_port() -> int:
    """Returns a port of 127.0.0.1 that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
