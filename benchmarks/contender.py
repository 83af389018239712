"""What takes part: a store of ours, a driver, Mastra itself or a peer, behind the same jobs."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from time import perf_counter_ns, process_time_ns
from typing import Any, ClassVar, NamedTuple, Self, TypeAlias

Json: TypeAlias = dict[str, Any]
Job: TypeAlias = Callable[[], Awaitable[object]]
Tables: TypeAlias = Mapping[str, Callable[[], Iterator[Json]]]
"""The rows that each table begins with, by the names of its columns. JSON is text, times are UTC.
"""


class Spent(NamedTuple):
    """What some jobs took, in nanoseconds."""

    wall: list[int]
    """How long each took, or, where several are done at once, how long there was for each."""
    cpu: int
    """How much CPU time this process spent on all, with all of its threads."""


class Contender(ABC):
    """Does jobs on one database. What goes in is made ready beforehand and is not timed."""

    crowds: ClassVar[bool] = True
    """Whether it can be called several times at once."""
    workloads: ClassVar[frozenset[str] | None] = None
    """The names of those that it has; `None`: all."""
    last: object = None
    """What the last job returned."""

    @abstractmethod
    async def close(self) -> None: ...

    async def time(self, jobs: Sequence[Job], at_once: int) -> Spent:
        """Do all jobs, at most so many at a time."""
        cpu = process_time_ns()
        if at_once == 1:
            wall = [await self._timed(job) for job in jobs]
        else:
            waiting, start = iter(jobs), perf_counter_ns()
            await asyncio.gather(*(self._work(waiting) for _ in range(at_once)))
            wall = [(perf_counter_ns() - start) // len(jobs)]
        return Spent(wall, process_time_ns() - cpu)

    async def _timed(self, job: Job) -> int:
        start = perf_counter_ns()
        self.last = await job()
        return perf_counter_ns() - start

    async def _work(self, jobs: Iterable[Job]) -> None:
        for job in jobs:
            self.last = await job()

    @property
    def rows(self) -> int | None:
        """How many rows the last job returned, if it returned a list."""
        return len(self.last) if isinstance(self.last, list) else None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
