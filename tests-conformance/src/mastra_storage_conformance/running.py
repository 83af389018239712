"""Starts pytest in a fresh process, with our plugin and nobody else's, and reads what it found."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from mastra_storage_core import ConfigurationError

from mastra_storage_conformance.naming import FOLDER, TARGET
from mastra_storage_conformance.recorder import PROGRESS
from mastra_storage_conformance.report import Report

HERE = Path(__file__).parent
PROFILE = "MASTRA_STORAGE_CONFORMANCE_PROFILE"
"""The variable that makes random programs many and long."""
_PLUGINS = ("_hypothesis_pytestplugin", "pytest_asyncio.plugin", f"{__package__}.plugin")
_POLL = 0.2
"""How many seconds pass between two looks at how far the run is."""
_LAST_LINES = 20
"""How many lines of pytest's own output say why nothing has run."""

Progress = Callable[[int, int], None]
"""Is told how many cases have ended, and of how many."""


def run_conformance(
    target: str,
    *,
    workers: int = 0,
    deep: bool = False,
    only: Sequence[str] = (),
    junit: Path | None = None,
    progress: Progress | None = None,
) -> Report:
    """Run every case on the backend that `target` names, and return the report.

    The target is `module:function`, or a URL with `{space}` in it, as `find_backend` takes them.
    The cases run under pytest in a process of their own, without plugins and settings of the
    surroundings; with `workers`, in as many, for which `pytest-xdist` has to be installed. `deep`
    makes the random programs many and long. `only` names some classes or cases, such as `TestClose`
    or `TestClose.test_closing_twice_does_nothing`; the others are in the report as not run, and
    keep it from having a grade. `junit` is a file for
    pytest's XML. Blocks until the run has ended, a few minutes.

    `ConfigurationError`, with the end of pytest's output, if no case could run.
    """
    with TemporaryDirectory(prefix="mastra-conformance-") as scratch:
        folder, reports, log = (Path(scratch) / name for name in ("data", "reports", "log"))
        folder.mkdir()
        reports.mkdir()
        options = [f"--mastra-report={reports}"]
        options += [f"--numprocesses={workers}", "--dist=worksteal"] if workers else []
        options += [f"--junitxml={junit.resolve()}"] if junit else []
        options += _chosen(only)
        environment = _environment(target, folder, deep=deep)
        with log.open("wb") as output, _pytest(options, environment, output) as process:
            _watch(process, reports / PROGRESS, progress or _tell_nobody)
        return _read(reports, log)


def _environment(target: str, folder: Path, *, deep: bool) -> dict[str, str]:
    """Return the surroundings of pytest. The target may be secret, so it is no argument."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    kept |= {TARGET: target, FOLDER: str(folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return kept | ({PROFILE: "deep"} if deep else {})


def _chosen(only: Sequence[str]) -> list[str]:
    """Return the arguments that choose cases. Classes that are not named are not even collected."""
    every = str(HERE / "cases.py")
    return ["::".join([every, *name.split(".", 1)]) for name in only] or [every]


def _pytest(
    options: Sequence[str], environment: dict[str, str], output: IO[bytes]
) -> "subprocess.Popen[bytes]":
    plugins = [*_PLUGINS, "xdist.plugin"] if "--dist=worksteal" in options else _PLUGINS
    command = [sys.executable, "-m", "pytest", *(f"-p{name}" for name in plugins)]
    command += ["-c", str(HERE / "pytest.ini"), f"--rootdir={HERE}", *options]
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
    )


def _watch(process: "subprocess.Popen[bytes]", path: Path, progress: Progress) -> None:
    """Wait for the end; a caller that is interrupted takes pytest along."""
    try:
        while process.poll() is None:
            if path.exists() and (numbers := path.read_text(encoding="utf-8").split()):
                progress(int(numbers[0]), int(numbers[1]))
            time.sleep(_POLL)
    except BaseException:
        process.terminate()
        raise


def _read(reports: Path, log: Path) -> Report:
    for path in reports.glob("*.json"):
        return Report.model_validate_json(path.read_text(encoding="utf-8"))
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    errors = [line for line in lines if line.startswith(("E ", "ERROR: "))]
    raise ConfigurationError(
        "\n".join(["no case has run; pytest says:", *(errors or lines)[-_LAST_LINES:]])
    )


def _tell_nobody(done: int, total: int) -> None:
    """Show no progress."""
