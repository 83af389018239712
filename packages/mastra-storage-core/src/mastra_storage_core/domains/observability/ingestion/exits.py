"""What becomes of spans that are held when a process ends, or is forked."""

import asyncio
import atexit
import logging
import os
import weakref
from abc import ABC, abstractmethod

from mastra_storage_core.errors import summary

_log = logging.getLogger("mastra_storage_core")


class Exiting(ABC):
    """A buffer, as the end of its process sees it."""

    home: asyncio.AbstractEventLoop | None
    """The loop on which it writes; `None` until there is one."""
    exit_timeout: float

    @abstractmethod
    async def close(self, timeout: float | None = None) -> bool:  # noqa: ASYNC109 - of the wait
        """Write what is held."""

    @abstractmethod
    def restart(self) -> None:
        """Forget what is held, and the loop."""


KNOWN: "weakref.WeakSet[Exiting]" = weakref.WeakSet()
"""Every buffer of this process."""

UNSETTLED: set[Exiting] = set()
"""Those that hold something. They must not be collected, whoever else has let go of them."""


def leave(buffer: Exiting) -> None:
    """Close a buffer on whatever loop can: its own, wherever that runs, or a new one."""
    home, timeout = buffer.home, buffer.exit_timeout
    try:
        if home is None or home.is_closed():
            asyncio.run(_close(buffer))
        elif home.is_running():  # on another thread, since this one is at its end
            asyncio.run_coroutine_threadsafe(_close(buffer), home).result(timeout + 1)
        else:
            home.run_until_complete(_close(buffer))
    except Exception as error:  # noqa: BLE001 - nobody is there any more to handle it
        _log.warning("spans may have been lost at exit: %s", summary(error))


async def _close(buffer: Exiting) -> None:
    await buffer.close(buffer.exit_timeout)


def _leave_all() -> None:
    for buffer in list(UNSETTLED):
        leave(buffer)


def _restart_all() -> None:
    UNSETTLED.clear()
    for buffer in list(KNOWN):
        buffer.restart()


atexit.register(_leave_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_restart_all)
