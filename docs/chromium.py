"""Finds a Chromium for the pictures of the documentation, or installs one from npm."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

VARIABLE = "MASTRA_DOCS_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome-headless-shell")
PACKAGE = "@sparticuz/chromium@147.0.0"
"""A Chromium inside of a package: others download theirs when they are installed."""

UNPACK = """
const chromium = (await import("@sparticuz/chromium")).default;
chromium.setGraphicsMode = false;
console.log(await chromium.executablePath());
"""


def find(cache: Path) -> str:
    """Return the path of a Chromium: the one in `$MASTRA_DOCS_CHROMIUM`, one on the path, or that
    of the package, which is kept in the cache.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return named
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or _installed(cache)


def _installed(cache: Path) -> str:
    if platform.machine() != "x86_64" or not shutil.which("npm"):
        raise SystemExit(
            f"no Chromium: install Debian's package chromium, or npm, or name one in ${VARIABLE}"
        )
    home = cache / "chromium"
    home.mkdir(parents=True, exist_ok=True)
    unpacked = home / "chromium"  # the package unpacks itself into the folder for temporary files
    if not unpacked.exists():
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", home, PACKAGE],
            check=True,
        )
        subprocess.run(
            ["node", "--input-type=module", "--eval", UNPACK],
            cwd=home,
            env={**os.environ, "TMPDIR": str(home)},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return str(unpacked)
