"""Proves the example backend as a stranger would: from wheels, in an empty environment, outside of
this tree.

Runs with hatchling and virtualenv at hand; its arguments are a folder to work in, and what goes to
`mastra-storage-conformance check`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "third-party-backend"
BACKEND = "mastra_storage_lmdb.conformance:backend"
GRADES = [f"--grade={name}" for name in ("core", "durable", "compatible", "scalable")]
BUILT = [ROOT / "packages" / "mastra-storage-core", ROOT / "tests-conformance", EXAMPLE]


def main(home: Path, *arguments: str) -> None:
    """Build, install, check the types, run its own tests, and the suite for the claimed grades."""
    wheels, project, python = home / "wheels", home / "project", home / "env" / "bin" / "python"
    shutil.rmtree(home, ignore_errors=True)
    for folder in BUILT:
        run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels, at=folder)
    (wheel,) = wheels.glob("mastra_storage_lmdb-*.whl")
    run(sys.executable, "-m", "virtualenv", "--quiet", home / "env", at=home)
    install = [python, "-m", "pip", "install", "--quiet", f"--find-links={wheels}"]
    run(*install, f"{wheel}[test]", "mypy", "pytest-xdist", at=home)

    project.mkdir()
    shutil.copy(EXAMPLE / "pyproject.toml", project)
    shutil.copytree(EXAMPLE / "tests", project / "tests")
    run(python, "-m", "mypy", "-p", "mastra_storage_lmdb", at=project)
    run(python, "-m", "mypy", "tests", at=project)
    cases = ["tests/test_lmdb.py", "tests/test_conformance.py::TestClose"]
    run(python, "-m", "pytest", "-q", *cases, at=project)
    check = [python.with_name("mastra-storage-conformance"), "check", BACKEND]
    run(*check, *GRADES, f"--json={home}/report.json", *arguments, at=home)


def run(*command: object, at: Path) -> None:
    """Run a command in a folder; leave where it fails."""
    done = subprocess.run(list(map(str, command)), cwd=at, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


main(Path(sys.argv[1]).resolve(), *sys.argv[2:])
