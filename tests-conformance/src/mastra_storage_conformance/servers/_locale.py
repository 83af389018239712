"""Makes the locale `en_US.UTF-8` for a server on a machine that has none."""

import os
import platform
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

NAME = "en_US.UTF-8"


def make_locale(parent: Path | None = None) -> Path | None:
    """Returns a folder with the locale, to be named in `LOCPATH`, or None if it cannot be made.

    It stays there for every later server of this user: making it takes 1.2 s of CPU.
    """
    libc = "-".join(platform.libc_ver())  # which reads its own files only
    folder = (parent or Path(tempfile.gettempdir())) / f"mastra-locale-{os.geteuid()}-{libc}"
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.lstat().st_uid != os.geteuid():
        return None  # somebody else may write what he likes in there
    made = folder / NAME
    if not made.exists() and (localedef := shutil.which("localedef")):
        with tempfile.TemporaryDirectory(dir=folder) as apart:
            new = Path(apart) / NAME
            command = [localedef, "--no-archive", "-i", "en_US", "-f", "UTF-8", str(new)]
            done = subprocess.run(command, capture_output=True, check=False)
            if done.returncode == 0:
                with suppress(OSError):  # another process was quicker
                    new.rename(made)
    return folder if made.exists() else None
