"""Many processes call `init` at the same moment, on nothing, on an old schema, on a current one."""

import asyncio
import time

from mastra_storage_core import Thread

from interop.layout import everything
from interop.places import Place
from torture.processes import at_once
from torture.report import Section
from torture.targets import BEGINNINGS, SqliteFile, Target


def beginning(target: Target, processes: int) -> Section:
    """Let so many processes begin at once; what they make must be what one of them makes."""
    figures: dict[str, int | float | str] = {"processes": processes}
    problems = []
    for how in BEGINNINGS:
        alone = asyncio.run(_begun_alone(target, how))
        url = asyncio.run(target.begun(how))

        async def begin(number: int, url: str = url) -> float:
            started = time.perf_counter()
            async with target.open(url) as store:
                await store.init()
                took = time.perf_counter() - started
                await store.memory.save_thread(Thread(id=f"{number}", resource_id="r", title=""))
            return took

        took, failed = at_once(processes, begin)
        found = asyncio.run(_look(target, url, processes))
        problems += [f"{how}: {each}" for each in failed]
        problems += [f"{how}: not what one makes: {each}" for each in sorted(alone ^ found)]
        figures[f"on {how}, longest init, ms"] = round(max(took, default=0) * 1000)
    return Section("init at once", target.name, figures, problems)


async def _begun_alone(target: Target, how: str) -> set[str]:
    url = await target.begun(how)
    async with target.open(url) as store:
        await store.init()
    return await everything(_place(target, url))


async def _look(target: Target, url: str, processes: int) -> set[str]:
    """Return what the database is made of, and that threads are missing, if they are."""
    async with target.open(url) as store:
        page = await store.memory.list_threads(resource_id="r")
    await target.settled(url)
    found = await everything(_place(target, url))
    return found if page.total == processes else found | {f"{page.total} threads"}


def _place(target: Target, url: str) -> Place:
    kind = "libsql" if isinstance(target, SqliteFile) else "pg"
    return Place(target.name, kind, url, "public")
