"""How random programs run against a store: how many, how long, and where. No case lives here.

The profile is `quick`: a few programs, the same ones each time. With
`MASTRA_STORAGE_CONFORMANCE_PROFILE=deep` programs run until each case has made
`MASTRA_STORAGE_CONFORMANCE_STEPS` steps (100,000 unless told otherwise), in rounds with a store and
a seed of their own; the first seed is `MASTRA_STORAGE_CONFORMANCE_SEED`, else a random one.
"""

import asyncio
import os
from collections import defaultdict
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import wraps
from itertools import count, cycle
from secrets import randbits, token_hex
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings, stateful, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from mastra_storage_core import Feature, StorageError, Store

from mastra_storage_conformance.backend import SHARED, Backend
from mastra_storage_conformance.make import Make

Answer = TypeVar("Answer")
COMMON: dict[str, Any] = {
    "database": None,
    "deadline": None,
    "phases": [Phase.generate, Phase.shrink],
    "print_blob": False,
    "report_multiple_bugs": False,
    "suppress_health_check": list(HealthCheck),
}
PROFILES = {
    "quick": settings(max_examples=25, stateful_step_count=25, derandomize=True, **COMMON),
    "deep": settings(max_examples=100, stateful_step_count=50, **COMMON),
}
"""Of `deep`, this is one round."""

VARIABLE = "MASTRA_STORAGE_CONFORMANCE_"
PROFILE = os.environ.get(f"{VARIABLE}PROFILE", "quick")
STEPS = int(os.environ.get(f"{VARIABLE}STEPS", "100_000"))
FIRST_SEED = int(os.environ.get(f"{VARIABLE}SEED") or randbits(24))


# --- what programs are made of ------------------------------------------------------------------

SIZE = 100


class Pool:
    """Values of a strategy, drawn once: to take one of them takes a tenth of the time, and drawing
    took three quarters of a step. The simplest come first, for failing programs shrink to those.
    """

    def __init__(self, strategy: st.SearchStrategy[Any]) -> None:
        self._strategy = strategy
        self._values: list[Any] = []

    def __call__(self, number: int) -> Any:
        return self._values[number % len(self._values)]

    def fill(self, number: int) -> None:
        """Draw the values anew."""
        found: list[Any] = []

        @seed(number)
        @settings(max_examples=SIZE, **COMMON | {"phases": [Phase.generate]})
        @given(self._strategy)
        def draw(value: Any) -> None:
            found.append(value)

        draw()
        self._values = sorted(found, key=lambda value: len(repr(value)))


POOLS: defaultdict[str, list[Pool]] = defaultdict(list)
"""Those of each machine, by its name."""
Mark = Callable[[Callable[..., None]], Any]


def _marked(mark: Callable[..., Any], arguments: dict[str, st.SearchStrategy[Any]]) -> Mark:
    def decorate(method: Callable[..., None]) -> Any:
        if PROFILE != "deep":
            return mark(**arguments)(method)
        pools = {name: Pool(strategy) for name, strategy in arguments.items()}
        POOLS[method.__qualname__.partition(".")[0]] += pools.values()
        drawn = {name: st.integers(0, SIZE - 1).map(pool) for name, pool in pools.items()}
        return mark(**drawn)(method)

    return decorate


def rule(**arguments: st.SearchStrategy[Any]) -> Mark:
    """Mark a method as a step that programs may take, as Hypothesis' own `rule` does."""

    def decorate(method: Callable[..., None]) -> Any:
        @wraps(method)
        def step(machine: StorageMachine, *given: Any, **drawn: Any) -> None:
            method(machine, *given, **drawn)
            machine.ran.steps += 1

        return _marked(stateful.rule, arguments)(step)

    return decorate


def initialize(**arguments: st.SearchStrategy[Any]) -> Mark:
    """Mark a method as the step that programs begin with, as Hypothesis' own `initialize` does."""
    return _marked(stateful.initialize, arguments)


# --- programs -----------------------------------------------------------------------------------


@dataclass
class Ran:
    """What ran. The step that a program begins with is not counted."""

    steps: int = 0
    programs: int = 0


def heard(ran: Ran) -> None:
    """Hear of what ran so far, after each program. Whoever shows progress puts another here."""


class StorageMachine(RuleBasedStateMachine):
    """Does the same to a domain of a store and to a model, and compares what they say."""

    stores: ClassVar[list[Store]]
    """Where a backend is durable, two of them on the same data."""
    loop: ClassVar[asyncio.AbstractEventLoop]
    ran: ClassVar[Ran]

    def __init__(self) -> None:
        super().__init__()
        self._suffix = Make().owner
        self._turns = cycle(self.stores)

    def _next(self) -> Store:
        """Return the store whose turn it is."""
        return next(self._turns)

    def _run(self, call: Coroutine[Any, Any, Answer]) -> Answer:
        task = self.loop.create_task(call)
        limit = self.loop.call_later(30, task.cancel)
        try:
            return self.loop.run_until_complete(task)
        finally:
            limit.cancel()

    def _at_once(self, *calls: Coroutine[Any, Any, Answer]) -> list[Any]:
        """Make calls at the same time; return what they say, errors of ours among it, in their
        order.
        """

        async def together() -> list[Any]:
            return list(await asyncio.gather(*calls, return_exceptions=True))

        answers = self._run(together())
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, StorageError):
                raise answer
        return answers

    def _id(self, name: str) -> str:
        """Ids keep their order, and are this program's own."""
        return f"{name}-{self._suffix}"

    def _owner(self, name: str | None) -> str | None:
        return None if name is None else self._id(name)

    def teardown(self) -> None:
        self.ran.programs += 1
        heard(self.ran)


@dataclass(frozen=True)
class Programs:
    """Runs programs of a machine on a backend."""

    backend: Backend
    space: str

    def __call__(self, machine: type[StorageMachine]) -> None:
        """Run as many as the profile says, and fail with the smallest that shows a difference."""
        ran = Ran()
        if PROFILE != "deep":
            self._round(machine, self.space, ran, PROFILES[PROFILE])
            return
        for number, pool in enumerate(POOLS[machine.__name__]):
            pool.fill(FIRST_SEED + number)
        for number in count(FIRST_SEED):
            if ran.steps >= STEPS:
                break
            how = settings(PROFILES[PROFILE], max_examples=min(100, 1 + (STEPS - ran.steps) // 50))
            try:
                self._round(seed(number)(machine), SHARED + token_hex(3), ran, how)
            except BaseException as error:  # what `pytest.raises` raises is no Exception
                error.add_note(f"{VARIABLE}SEED={FIRST_SEED}, in the round of {number}")
                raise

    def _round(self, machine: type[StorageMachine], space: str, ran: Ran, how: settings) -> None:
        number = 2 if Feature.DURABLE in self.backend.capabilities.features else 1
        loop = asyncio.new_event_loop()
        stores: list[Store] = []
        try:
            stores += [self.backend.open(space) for _ in range(number)]
            places = {"stores": stores, "loop": loop, "ran": ran}
            bound = type("Machine", (machine,), places)
            run_state_machine_as_test(bound, settings=how)
        finally:
            loop.run_until_complete(_closed(stores))
            loop.close()


async def _closed(stores: list[Store]) -> None:
    async with AsyncExitStack() as stack:
        for store in stores:
            stack.push_async_callback(store.close)
