"""Programs that write: for each domain one, which calls every method that changes something.

A program is deterministic: it makes the same ids and times each time (`torture.clock`). So what a
database holds after each of its acts can be known beforehand, whatever the act is, and that an act
happened wholly or not at all is that the database equals one of two states.
"""

from collections.abc import Callable
from dataclasses import dataclass

from mastra_storage_core import Store
from pydantic.alias_generators import to_snake

from interop.domains import DOMAINS
from interop.domains.domain import Domain, Step, resolved
from interop.values import decode, encode
from torture.acts import Act, Kept, call
from torture.clock import CLOCK
from torture.ours import OURS


@dataclass(frozen=True, slots=True)
class Program:
    """The acts of one domain, in order."""

    name: str
    acts: tuple[Act, ...]

    async def run(
        self, store: Store, begin: Callable[[], object], done: Callable[[], object]
    ) -> None:
        """Carry out all acts; tell before each one, and after it, when it was acknowledged."""
        kept: Kept = {}
        for number, act in enumerate(self.acts):
            CLOCK.begin_act(number)
            begin()
            await act.run(store, kept)
            done()


def programs() -> list[Program]:
    """Return a program for each domain: what the proof of interchange writes, and what only we
    have.
    """
    return [
        Program(each.name, (*(_of_step(step, each) for step in each.writes), *OURS[each.name]))
        for each in DOMAINS
    ]


def _of_step(step: Step, domain: Domain) -> Act:
    called = step.domain or domain.name

    async def run(store: Store, kept: Kept) -> None:
        value = await call(store, called, step.method, *decode(encode(resolved(step.args, kept))))
        if step.keep:
            kept[step.keep] = value

    return Act(f"{called}.{to_snake(step.method)}", run)
