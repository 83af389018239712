"""A tenant that calls every guarded method with another's ids. For cases, and for longer runs by
others; nothing here is a test.

The model of what it may see is itself in a world where the other never was: where a call names its
owner, what belongs to another is as absent as what never existed (rule 16). So each program runs
twice, once with another's ids and once with ids that nobody has, and the answers must be the same.
"""

import asyncio
import inspect
import random
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import Any

from mastra_storage_core import ConflictError, StorageError, Store
from mastra_storage_core.ids import now

from mastra_storage_conformance.examples import DOMAINS, Call, Names, told

GUARDS = {"resource_id", "source_resource_id", "organization_id", "project_id"}
THINGS = {
    "memory": ("thread", "message", "message 2", "new thread", "copy"),
    "workflows": ("workflow", "run", "new run"),
    "datasets": ("dataset", "item", "new dataset"),
    "experiments": ("experiment", "result", "new experiment", "new result"),
}
"""What may be another's, where methods take a guard. A tenant always names itself."""
TAKEN = {
    "new thread": "thread",
    "copy": "thread",
    "new run": "run",
    "new dataset": "dataset",
    "new experiment": "experiment",
    "new result": "result",
}
"""What another already has where a call makes something new."""
GIVES_AWAY = {"update_thread_resource_id"}
"""Where `resource_id` is whose a thing becomes, and guards nothing."""


@dataclass
class Neighbours:
    """Tenants of one store."""

    store: Store
    folder: Path
    calls: int = 0
    problems: list[str] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)
    _case: str = field(default_factory=lambda: token_hex(4))

    async def program(self, domain: str, seed: int, steps: int = 12) -> None:
        """Let a tenant call methods of a domain, with some of another's ids among its own."""
        dice, example = random.Random(seed), DOMAINS[domain]  # noqa: S311 - it has to repeat itself
        mine, alone, theirs = (self._tenant(name) for name in ("mine", "alone", "theirs"))
        for each in (mine, alone, theirs):
            await example.seed(self.store, each)
        nobody = Names(f"nobody{next(self._numbers)}x{self._case}", self.folder)
        made = mine.made | theirs.made | alone.made
        made |= {(n.whose, new): n(old) for n in (theirs, nobody) for new, old in TAKEN.items()}
        await asyncio.sleep(0.002)  # so that times before and since differ
        since = now()
        before = told(await example.probe(self.store, theirs), theirs, since)
        for _ in range(steps):
            things = dice.sample(THINGS[domain], dice.randint(1, len(THINGS[domain])))
            stolen = replace(mine, instead=dict.fromkeys(things, theirs.whose), made=made)
            absent = replace(alone, instead=dict.fromkeys(things, nobody.whose), made=made)
            index = dice.choice(self._guarded(domain, mine))
            name = f"{domain}.{example.calls(mine)[index].method}, program {seed}"
            seen = await self._answer(domain, example.calls(stolen)[index])
            if _tells_of(theirs, seen):
                self.problems.append(f"{name}: told whose another's things are")
            # What another has cannot be made anew, and there the two worlds differ.
            if not isinstance(seen, ConflictError):
                other = await self._answer(domain, example.calls(absent)[index])
                if _said(seen, stolen, since) != _said(other, absent, since):
                    self.problems.append(f"{name}: another's is not as absent as nobody's")
            if before != told(await example.probe(self.store, theirs), theirs, since):
                self.problems.append(f"{name}: another's rows were changed")
                break

    def _tenant(self, name: str) -> Names:
        return Names(f"{name}{next(self._numbers)}x{self._case}", self.folder)

    def _guarded(self, domain: str, names: Names) -> list[int]:
        """Return which calls of an example name their owner."""
        found = []
        for index, call in enumerate(DOMAINS[domain].calls(names)):
            method = getattr(getattr(self.store, domain), call.method)
            given = inspect.signature(method).bind(*call.args, **call.kwargs).arguments
            if GUARDS & set(given) and call.method not in GIVES_AWAY:
                found.append(index)
        return found

    async def _answer(self, domain: str, call: Call) -> Any:
        self.calls += 1
        try:
            return await call.made_of(getattr(self.store, domain))
        except StorageError as error:
            return error


def _said(answer: Any, names: Names, since: Any) -> Any:
    if isinstance(answer, StorageError):
        return type(answer).__name__  # the message shows the ids that were passed
    return told(answer, names, since)


def _tells_of(theirs: Names, answer: Any) -> bool:
    shown = f"{answer!r}{answer}"
    owners = (theirs(each) for each in ("owner", "organization", "project"))
    return any(each in shown for each in owners)
