"""Cancels calls wherever they wait, and looks at what became of them. For cases, and for longer
runs by others; nothing here is a test.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import coroutine
from typing import Any

from mastra_storage_core import StorageError, Store
from mastra_storage_core.ids import now

from mastra_storage_conformance.examples import Call, Example, Names, told

PATIENCE = 10.0
"""Seconds until what was cancelled must have come to rest."""

_SERVERS = str(Path("mastra_storage_conformance", "servers"))


@dataclass
class Moment:
    """When a task is cancelled: at one of the suspensions of its call."""

    point: int
    """Which one, from 0; -1 is none."""
    late: bool
    """Not as soon as it waits, but when what it waits for has come, which it is not told."""
    reached: int = 0
    """How many suspensions there were."""


@coroutine
def cancelled(call: Awaitable[Any], moment: Moment) -> Generator[Any, None, Any]:
    """Await a call; at the moment, cancel the task that does it."""
    task = asyncio.current_task()
    assert task is not None
    steps, thrown = call.__await__(), None
    while True:
        try:
            waits_for = steps.send(None) if thrown is None else steps.throw(thrown)
        except StopIteration as stop:
            return stop.value
        if moment.reached == moment.point:
            if moment.late and waits_for is not None:
                waits_for.add_done_callback(lambda _: task.cancel())
            else:
                task.cancel()
        moment.reached += 1
        try:
            yield waits_for
            thrown = None
        except BaseException as error:  # noqa: BLE001 - the call is to see all that comes
            thrown = error


@dataclass
class Tally:
    """What was tried, and what came of it."""

    calls: int = 0
    points: int = 0
    """At how many of their suspensions they were cancelled."""
    done: int = 0
    """After how many of these the call had happened all the same."""

    def add(self, other: "Tally") -> None:
        """Add what was tried elsewhere."""
        self.calls += other.calls
        self.points += other.points
        self.done += other.done


@dataclass
class Attempts:
    """Attempts to cancel one call of an example. `AssertionError` says what is wrong: it has
    happened by half, or a task or a thread is left.
    """

    store: Store
    example: Example
    index: int
    """Which of the calls."""
    names: Callable[[], Names]
    """Returns names that nobody had."""
    rest: Callable[[], Awaitable[None]] | None = None
    """Waits until the backend does nothing, and looks after what it alone knows of: connections,
    transactions. Without it, what was cancelled may be under way for a while.
    """
    tally: Tally = field(default_factory=lambda: Tally(calls=1))
    _names: Names = field(init=False)
    _since: datetime = field(init=False)
    _used: list[tuple[Names, datetime]] = field(default_factory=list)
    _before: Any = None
    _after: Any = None

    async def everywhere(self, *, late: bool) -> Tally:
        """Cancel at the first suspension, at the second, until the call comes to its end."""
        await self._learn()
        while not await self._attempt(Moment(self.tally.points, late)):
            pass
        await self._finish()
        return self.tally

    async def once(self) -> Tally:
        """Cancel at one suspension, which is another one for another call."""
        suspensions = await self._learn()
        if suspensions:
            await self._attempt(Moment(self.index % suspensions, late=bool(self.index % 2)))
        await self._finish()
        return self.tally

    async def _learn(self) -> int:
        """Make the call, and learn what it changes; return how many suspensions it has."""
        await self._prepare()
        self._before = await self._state(self._names, self._since)
        moment = Moment(-1, late=False)
        await _ended(self._call(), moment)
        self._after = await self._state(self._names, self._since)
        if self._changes:
            await self._prepare()
        return moment.reached

    @property
    def _changes(self) -> bool:
        return bool(self._before != self._after)

    async def _attempt(self, moment: Moment) -> bool:
        """Make the call and cancel it; return whether it came to its end before."""
        left = _alive()
        stopped = await _ended(self._call(), moment)
        await self._rests(left)
        happened = self._changes and await self._happened(moment)
        assert stopped or happened == self._changes, f"{self._place(moment)} did not happen"
        if moment.reached <= moment.point:
            assert not stopped, f"{self._place(moment)} was cancelled by somebody else"
            return True
        self.tally.points += 1
        self.tally.done += happened
        if happened or (self._changes and self.rest is None):
            await self._prepare()
        return False

    async def _finish(self) -> None:
        """Look at everything once more: something may have happened late."""
        for names, since in self._used:
            state = await self._state(names, since)
            assert state in (self._before, self._after), f"{self._name} happened late, by half"

    @property
    def _name(self) -> str:
        return f"{self.example.domain}.{self.example.calls(self._names)[self.index].method}"

    def _place(self, moment: Moment) -> str:
        late = "late " if moment.late else ""
        return f"{self._name}, cancelled {late}at suspension {moment.point},"

    def _call(self) -> Awaitable[Any]:
        call: Call = self.example.calls(self._names)[self.index]
        return call.made_of(getattr(self.store, self.example.domain))

    async def _prepare(self) -> None:
        self._names = self.names()
        await self.example.seed(self.store, self._names)
        await asyncio.sleep(0.002)  # so that times before and since differ
        self._since = now()
        self._used.append((self._names, self._since))

    async def _state(self, names: Names, since: datetime) -> Any:
        async with asyncio.timeout(PATIENCE):
            return told(await self.example.probe(self.store, names), names, since)

    async def _happened(self, moment: Moment) -> bool:
        """Return whether the call has happened, which it may do for a moment."""
        for _ in range(100):
            state = await self._state(self._names, self._since)
            if state in (self._before, self._after):
                return bool(state == self._after)
            await asyncio.sleep(0.01)
        raise AssertionError(f"{self._place(moment)} happened by half")

    async def _rests(self, left: tuple[int, int]) -> None:
        """Wait until no task and no thread is there that was not there before."""
        async with asyncio.timeout(PATIENCE):
            # Nothing tells when a thread has ended.
            while any(now > then for now, then in zip(_alive(), left, strict=True)):  # noqa: ASYNC110
                await asyncio.sleep(0.001)
            if self.rest is not None:
                await self.rest()


def _alive() -> tuple[int, int]:
    """Count tasks and threads; those of our servers, which may share the loop, are not meant."""
    tasks: Any = asyncio.all_tasks()
    files = [getattr(task.get_coro(), "cr_code", _alive.__code__).co_filename for task in tasks]
    return sum(_SERVERS not in file for file in files), threading.active_count()


async def _ended(call: Awaitable[Any], moment: Moment) -> bool:
    """Wait for the end of a call; return whether it was cancelled. A refusal is an end as well."""
    task = asyncio.ensure_future(cancelled(call, moment))
    await asyncio.wait([task])
    if task.cancelled():
        return True
    error = task.exception()
    if error is not None and not isinstance(error, StorageError):
        raise error
    return False
