"""Writers are killed at random moments, a thousand times over all write methods.

What was acknowledged must be there; the act that was under way must have happened wholly or not at
all; the database must be sound, and the next writer must be able to go on.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mastra_storage_core import Thread

from torture.clock import counted
from torture.expected import Expected, find_out
from torture.program import Program, programs
from torture.report import Section
from torture.targets import State, Target
from torture.writer import Writer, WriterError

SERVER_DIES = 20
"""Of so many deaths one is the server's, where there is one, by SIGQUIT and SIGKILL in turn."""


@dataclass(slots=True)
class Counts:
    """What came of the kills."""

    servers: int = 0
    """How often it was not the writer that died, but the server."""
    acknowledged: int = 0
    under_way: "Counter[str]" = field(default_factory=Counter)
    """Of the act after the last one that was acknowledged: there wholly, in part, or not at all."""
    hit: "Counter[str]" = field(default_factory=Counter)
    """How often each method was the one after the last one that was acknowledged."""
    problems: list[str] = field(default_factory=list)


def crash(
    target: Target,
    kills: int,
    told: Callable[[int], object],
    *,
    seed: int = 0,
    only: Sequence[str] = (),
) -> Section:
    """Kill so many writers, one after the other; `told` hears of each."""
    dice, counts = random.Random(seed), Counts()
    with counted():
        asyncio.run(target.prepare())
        chosen = [
            (each, asyncio.run(find_out(target, each)))
            for each in programs()
            if not only or each.name in only
        ]
        started = time.monotonic()
        moments = _moments(chosen, kills, dice)
        for number, (program, expected, act) in enumerate(moments):
            delay = dice.uniform(0, 1.5 * expected.seconds[act])
            servers = number % SERVER_DIES == SERVER_DIES - 1
            problems = _kill(target, program, expected, act, delay, counts, servers=servers)
            counts.problems += [f"kill {number} (seed {seed}), {each}" for each in problems]
            told(number + 1)
    return _section(target, chosen, kills, counts, time.monotonic() - started)


_Moment = tuple[Program, Expected, int]


def _moments(
    chosen: Sequence[tuple[Program, Expected]], kills: int, dice: random.Random
) -> list[_Moment]:
    """Choose the acts under way of which the writers die: each as often as any other."""
    every = [
        (program, expected, act) for program, expected in chosen for act in range(len(program.acts))
    ]
    rounds, rest = divmod(kills, len(every))
    moments = [*every * rounds, *dice.sample(every, rest)]
    dice.shuffle(moments)
    return moments


def _kill(
    target: Target,
    program: Program,
    expected: Expected,
    act: int,
    delay: float,
    counts: Counts,
    *,
    servers: bool,
) -> list[str]:
    """Let a writer, or the server that it writes to, die some time after an act began; return what
    is wrong afterwards.
    """
    url = asyncio.run(target.fresh())
    writer = Writer(target, program, url)
    try:
        writer.wait_for(act)
        time.sleep(delay)
        if servers and target.crash():
            counts.servers += 1
            writer.wait_for_the_end()
            target.start_again()
        writer.kill()
    except WriterError as error:
        return [f"{program.name}: {error}"]
    done = writer.acknowledged
    counts.acknowledged += done
    problems = asyncio.run(_look(target, program, expected, url, done, counts))
    name = program.acts[done].name if done < len(program.acts) else "the end"
    if writer.begun > done:
        counts.hit[name] += 1
    return [f"{name} of {program.name}: {each}" for each in problems]


async def _look(
    target: Target, program: Program, expected: Expected, url: str, done: int, counts: Counts
) -> list[str]:
    """Open the database again, and return what is wrong with it."""
    await target.settled(url)
    state = await target.state(url)
    fate, problems = _fate(program, expected, state, done)
    counts.under_way[fate] += 1
    problems += await target.damage(url)
    thread = Thread(id="after the crash", resource_id="next", title="")
    async with target.open(url) as store:
        await store.memory.save_thread(thread)
        if await store.memory.get_thread_by_id(thread.id) is None:
            problems.append("the next writer's thread is not there")
    await target.drop(url)
    return problems


def _fate(program: Program, expected: Expected, state: State, done: int) -> tuple[str, list[str]]:
    """Return what has become of the act under way, and what is wrong."""
    before = expected.differences(state, expected.states[done])
    if done == len(program.acts):
        return "none was under way", before
    if not before:
        return "not at all", []
    if expected.same(state, expected.states[done + 1]):
        return "wholly", []
    thing = program.acts[done].thing
    if thing is not None and expected.stopped_between(state, done, thing):
        return "in whole batches", []
    return "lost or half done", before


def _section(
    target: Target,
    chosen: Sequence[tuple[Program, Expected]],
    kills: int,
    counts: Counts,
    seconds: float,
) -> Section:
    names = {act.name for program, _ in chosen for act in program.acts}
    figures: dict[str, int | float | str] = {
        "writers killed": kills - counts.servers,
        **({"servers killed": counts.servers} if counts.servers else {}),
        "methods": len(names),
        "methods killed under way": len(names & counts.hit.keys()),
        "acknowledged writes checked": counts.acknowledged,
        **{f"under way, {fate}": number for fate, number in sorted(counts.under_way.items())},
        "seconds": round(seconds),
    }
    return Section("crash", target.name, figures, counts.problems)
