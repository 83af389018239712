"""Copying a database while it is used, by SQLite's own backup. https://www.sqlite.org/backup.html

The copy is of one moment: it is read inside of one transaction. Without that SQLite would begin
anew whenever somebody writes in between, and never end beside a busy writer.
"""

import asyncio
import inspect
import os
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from secrets import token_hex
from types import ModuleType
from typing import Any

from mastra_storage_core.errors import (
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    UnavailableError,
)
from mastra_storage_core.model import StorageModel

PAGES = 256
"""How many pages a step copies: a megabyte of pages of 4 KB, in about a millisecond."""


class BackupProgress(StorageModel):
    """How far a backup is."""

    done: int
    """Bytes that are copied."""
    total: int
    """Bytes of the database."""


class Stopped(Exception):  # noqa: N818 - nothing is wrong
    """The caller no longer waits for the backup."""


class Backup:
    """One backup: where to, and who is told of it. `copy` runs on the thread of a connection."""

    def __init__(
        self,
        target: Path,
        sqlite: ModuleType,
        progress: Callable[[BackupProgress], object] | None,
    ) -> None:
        self.failure: BaseException | None = None
        """What `progress` raised."""
        self._target = target
        self._sqlite = sqlite
        self._progress = progress
        self._loop = asyncio.get_running_loop()
        self._stopped = False

    def stop(self) -> None:
        """Let the copy end after the step that is under way."""
        self._stopped = True

    def copy(self, raw: Any) -> None:
        """Copy to a file beside the target, look through it, sync it, give it its name."""
        partial = self._target.with_name(f".{self._target.name}.{token_hex(4)}.partial")
        try:
            self._refuse_to_overwrite()
            with closing(self._sqlite.connect(partial, isolation_level=None)) as copy:
                self._fill(raw, copy)
            if self._progress is not None:
                self._wait_for_progress()
            if self._stopped:
                raise Stopped
            self._publish(partial)
        except OSError as error:
            raise UnavailableError("the copy cannot be written there; none was kept") from error
        finally:
            for leftover in (partial, *(Path(f"{partial}-{kind}") for kind in _BESIDE)):
                with suppress(OSError):
                    leftover.unlink()

    def _fill(self, raw: Any, copy: Any) -> None:
        # What is killed is never looked at, and the file is synced once, when it is whole.
        copy.execute("PRAGMA journal_mode=OFF")
        copy.execute("PRAGMA synchronous=OFF")
        (page_size,) = raw.execute("PRAGMA page_size").fetchone()

        def step(status: int, remaining: int, total: int) -> None:
            if self._stopped:
                raise Stopped
            if self._progress is not None:
                done = (total - remaining) * page_size
                told = BackupProgress(done=done, total=total * page_size)
                self._loop.call_soon_threadsafe(self._tell, self._progress, told)

        raw.execute("BEGIN")
        try:
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()  # this is the moment
            raw.backup(copy, pages=PAGES, progress=step)
        finally:
            raw.execute("ROLLBACK")
        (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise CorruptDataError("the copy is damaged, as the database must be; it was not kept")

    def _tell(self, progress: Callable[[BackupProgress], object], told: BackupProgress) -> None:
        if self._stopped:
            return
        try:
            progress(told)
        except BaseException as error:  # noqa: BLE001 - it is raised where the caller waits
            self.failure = error
            self.stop()

    def _wait_for_progress(self) -> None:
        """Wait until everything was told: what `progress` raises ends the backup to the last."""
        told = threading.Event()
        self._loop.call_soon_threadsafe(told.set)
        while not self._stopped and not told.wait(0.1):
            pass

    def _publish(self, partial: Path) -> None:
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        try:
            # Unlike a rename, a link never takes the place of a file that has come meanwhile.
            os.link(partial, self._target)
        except FileExistsError:
            self._refuse_to_overwrite()
        except OSError:  # some file systems have no links
            self._refuse_to_overwrite()
            partial.rename(self._target)
        with suppress(OSError):  # some systems cannot sync a directory
            directory = os.open(self._target.parent, os.O_RDONLY)
            try:
                os.fsync(directory)
            finally:
                os.close(directory)

    def _refuse_to_overwrite(self) -> None:
        if os.path.lexists(self._target):
            raise ConflictError("there is a file of that name; it was not touched")


_BESIDE = ("journal", "wal", "shm")
"""How the names end of what SQLite may put beside a file."""


def target_path(path: object) -> Path:
    """Check where a backup is to go."""
    if not isinstance(path, (str, os.PathLike)) or isinstance(target := os.fspath(path), bytes):
        raise InvalidInputError(f"path must be a path, not {type(path).__name__}")
    if not target or "\0" in target or target.startswith("file:"):
        raise InvalidInputError("path must be the path of a file, not a URL, and without NUL")
    return Path(target)


def check_progress(progress: object) -> None:
    """Check who is to be told."""
    if inspect.iscoroutinefunction(progress) or not (progress is None or callable(progress)):
        raise InvalidInputError("progress must be a plain function: it is not awaited")
