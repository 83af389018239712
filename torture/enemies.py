"""What nobody should pass is passed to every parameter of every method, and a tenant calls every
method with another's ids.
"""

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mastra_storage_conformance.examples import DOMAINS, Names
from mastra_storage_conformance.hostile import Findings, attack
from mastra_storage_conformance.tenants import THINGS, Neighbours

Progress = Callable[[int], object]
KINDS_BUT_AGENTS = {
    "prompt_blocks",
    "scorer_definitions",
    "mcp_clients",
    "mcp_servers",
    "workspaces",
    "skills",
}


def enemies(
    target: Any, progress: Progress, *, one_in: int = 1, programs: int = 200
) -> tuple[dict[str, int | float | str], list[str]]:
    """Attack all methods with all values, or one in so many; return figures, and what was wrong."""
    return asyncio.run(_attack(target, progress, one_in, programs))


async def _attack(
    target: Any, progress: Progress, one_in: int, programs: int
) -> tuple[dict[str, int | float | str], list[str]]:
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
                    progress(found.calls)
            neighbours = Neighbours(store, Path(folder))
            for seed in range(programs):
                await neighbours.program(list(THINGS)[seed % len(THINGS)], seed)
                progress(found.calls + neighbours.calls)
    await target.drop(url)
    figures: dict[str, int | float | str] = {
        "calls with a hostile argument": found.calls,
        "refused before any I/O": found.refused,
        "taken by the database": found.taken,
        "programs of a tenant with another's ids": programs,
        "calls in them": neighbours.calls,
    }
    return figures, found.problems + neighbours.problems
