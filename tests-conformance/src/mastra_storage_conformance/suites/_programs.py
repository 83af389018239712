"""How random programs run against a store: how many, how long, and where. No case lives here.

`MASTRA_STORAGE_CONFORMANCE_PROFILE=deep` runs many more, of new seeds each time.
"""

import asyncio
import os
from collections.abc import Coroutine
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from mastra_storage_conformance.make import Make

Answer = TypeVar("Answer")
COMMON: dict[str, Any] = {
    "database": None,
    "deadline": None,
    "phases": [Phase.generate, Phase.shrink],
    "print_blob": True,
    "suppress_health_check": list(HealthCheck),
}
PROFILES = {
    "quick": settings(max_examples=25, stateful_step_count=25, derandomize=True, **COMMON),
    "deep": settings(max_examples=500, stateful_step_count=60, **COMMON),
}
PROFILE = os.environ.get("MASTRA_STORAGE_CONFORMANCE_PROFILE", "quick")


class StorageMachine(RuleBasedStateMachine):
    """Does the same to a domain of a store and to a model, and compares what they say."""

    storage: ClassVar[Any]
    """The domain."""
    loop: ClassVar[asyncio.AbstractEventLoop]
    """Where the store lives: programs run on a thread of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._suffix = Make().owner

    def _run(self, call: Coroutine[Any, Any, Answer]) -> Answer:
        return asyncio.run_coroutine_threadsafe(call, self.loop).result(30)

    def _id(self, name: str) -> str:
        """Ids keep their order, and are this program's own."""
        return f"{name}-{self._suffix}"

    def _owner(self, name: str | None) -> str | None:
        return None if name is None else self._id(name)


async def run_programs(machine: type[StorageMachine], storage: object) -> None:
    """Run programs of a machine on a domain."""
    places = {"storage": storage, "loop": asyncio.get_running_loop()}
    bound = type("Machine", (machine,), places)
    await asyncio.to_thread(run_state_machine_as_test, bound, settings=PROFILES[PROFILE])
