"""What nobody should pass is passed to every parameter of every method, and a tenant calls every
method with another's ids.
"""

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from mastra_storage_conformance.examples import DOMAINS, Names
from mastra_storage_conformance.hostile import Findings, attack
from mastra_storage_conformance.tenants import THINGS, Neighbours

from torture.report import Section
from torture.targets import Target

Progress = Callable[[int], object]
KINDS_BUT_AGENTS = {
    "prompt_blocks",
    "scorer_definitions",
    "mcp_clients",
    "mcp_servers",
    "workspaces",
    "skills",
}


def enemies(target: Target, told: Progress, *, one_in: int, programs: int) -> Section:
    """Pass one in so many of all values to all methods, and run so many programs of a tenant;
    `told` hears of each call.
    """
    return asyncio.run(_attack(target, told, one_in, programs))


async def _attack(target: Target, told: Progress, one_in: int, programs: int) -> Section:
    found, numbers = Findings(), count()
    await target.prepare()
    url = await target.fresh()
    closed = target.open(url)
    await closed.close()
    with TemporaryDirectory(prefix="mastra-torture-") as folder:
        async with target.open(url) as store:
            for domain, example in DOMAINS.items():
                share = one_in * (10 if domain in KINDS_BUT_AGENTS else 1)
                names = Names(f"victim{next(numbers)}", Path(folder))
                for index in range(len(example.calls(names))):
                    names = Names(f"victim{next(numbers)}", Path(folder))
                    await example.seed(store, names)
                    found.add(
                        await attack(
                            store, closed, example, names, index=index, one_in=share, share=index
                        )
                    )
                    told(found.calls)
            neighbours = Neighbours(store, Path(folder))
            for seed in range(programs):
                await neighbours.program(list(THINGS)[seed % len(THINGS)], seed)
                told(found.calls + neighbours.calls)
    await target.drop(url)
    figures: dict[str, int | float | str] = {
        "calls with a hostile argument": found.calls,
        "refused before any I/O": found.refused,
        "taken by the database": found.taken,
        "programs of a tenant with another's ids": programs,
        "calls in them": neighbours.calls,
    }
    return Section("enemies", target.name, figures, found.problems + neighbours.problems)
