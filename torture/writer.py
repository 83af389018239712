"""A process that writes until it is killed, and tells through a pipe what was acknowledged."""

import asyncio
import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from functools import partial
from typing import NoReturn

from mastra_storage_core import UnavailableError

from torture.program import Program
from torture.targets import Target

_BEGUN, _ACKNOWLEDGED, _REFUSED, _BROKEN = b".", b"+", b"-", b"!"
_PATIENCE = 120.0


class WriterError(Exception):
    """The writer failed by itself; the message is its traceback."""


class Writer:
    """A process that was forked from this one: nothing is imported or compiled again."""

    def __init__(self, target: Target, program: Program, url: str) -> None:
        self._pipe, other = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(self._pipe)
            _write(target, program, url, other)
        os.close(other)
        self._told = b""
        self._acts = len(program.acts)

    @property
    def acknowledged(self) -> int:
        """How many acts were, as far as this process knows."""
        return self._told.count(_ACKNOWLEDGED)

    @property
    def refused(self) -> bool:
        """Whether an act ended in an error that says that the database is gone."""
        return _REFUSED in self._told

    @property
    def begun(self) -> int:
        """How many acts were begun."""
        return self._told.count(_BEGUN)

    def wait_for(self, act: int) -> None:
        """Return when an act has begun, or the writer was refused."""
        self._wait(lambda: self.begun > act)

    def wait_for_the_end(self) -> None:
        """Return when the writer was refused, or has written everything."""
        self._wait(lambda: self.acknowledged == self._acts)

    def _wait(self, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not (reached() or self.refused):
            ready, _, _ = select.select([self._pipe], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise WriterError(f"{self.acknowledged} acts in {_PATIENCE:.0f} s")
            self._read()

    def kill(self) -> None:
        """End it at once, and find out what it had told until then."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        while self._read():
            pass
        os.close(self._pipe)

    def _read(self) -> bytes:
        told = os.read(self._pipe, 65536)
        if _BROKEN in told:
            raise WriterError((told + os.read(self._pipe, 65536)).decode(errors="replace"))
        self._told += told
        return told


def _write(target: Target, program: Program, url: str, pipe: int) -> NoReturn:
    """Write, in the process that was forked; it ends here whatever happens."""

    async def run() -> None:
        # Never closed: who is killed closes nothing.
        store = target.open(url)
        await store.init()
        tell = partial(os.write, pipe)
        await program.run(store, lambda: tell(_BEGUN), lambda: tell(_ACKNOWLEDGED))

    try:
        try:
            asyncio.run(run())
        except UnavailableError:
            os.write(pipe, _REFUSED)
        while True:
            signal.pause()
    except BaseException:  # noqa: BLE001 # the parent says it
        os.write(pipe, _BROKEN + traceback.format_exc().encode())
    finally:
        os._exit(1)
