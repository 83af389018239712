"""`python -m interop FOLDER [LEG] [WHAT GOES TO PYTEST]`: installs Mastra's packages in the folder,
and runs the proof with them. `nox -s interop` calls it, and says what the legs are.
"""

import os
import subprocess
import sys
from pathlib import Path

from interop.install import LEGS, install, say
from interop.side import HOME, NODE

README = Path("README.md")
TESTS_FAILED = 1
"""What pytest returns then."""
HAMMER = ("interop/tests/test_hammer.py", "--hammer-seconds=60", "--hammer-runs=10")


def main(folder: Path, words: list[str]) -> int:
    """Run a leg, `pinned` if none is named, and return what its process shall."""
    leg = next((word for word in words if word in LEGS), "pinned")
    rest = [word for word in words if word not in LEGS]
    home = folder / ("newest" if leg == "newest" else "pinned")
    os.environ |= {HOME: str(home), NODE: install(leg, home)}
    if leg == "hammer":
        return pytest(*HAMMER, *rest)
    if leg == "newest":
        return newest(rest)
    return pytest("interop", *rest) if rest else pinned()


def pinned() -> int:
    """Run everything, and fail if the table in the README is then another one."""
    before = README.read_text()
    code = pytest("interop", f"--table={README}")
    if README.read_text() != before:
        say(f"the compatibility table in {README} has changed: review and commit it")
        return code or 1
    return code


def newest(rest: list[str]) -> int:
    """Run everything with releases that nobody has tried: a failure is a warning."""
    code = pytest("interop", *rest)
    if code != TESTS_FAILED:
        return code
    say("WARNING: what failed above is due to a newer Mastra, and no failure yet")
    return 0


def pytest(*words: str) -> int:
    """Run tests, and return what pytest returns."""
    return subprocess.run([sys.executable, "-m", "pytest", *words], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2:]))
