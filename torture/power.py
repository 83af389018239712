"""The power goes: of the WAL of SQLite any end may be missing, or not be what was written.

With `synchronous=normal` a commit is not synced: after a loss of power the file is as it was after
one of the last commits. So the WAL is cut at random bytes, and sectors behind the cut are lost
singly, which is what a disk may do with writes that were not synced. Whatever is left must be sound
and equal to what was there after one of the acts, none of them half.
"""

import asyncio
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from torture.clock import counted
from torture.expected import Expected, find_out
from torture.program import Program, programs
from torture.report import Section
from torture.targets import Target
from torture.writer import Writer

_SECTOR = 512
_ACTS = 30
"""How many acts of a program are carried out: after more of them the WAL is copied and synced."""
_CHECKPOINT = 4_000_000
"""At this size the WAL is copied into the file, which is then synced: what is written before that
cannot be lost any more.
"""
_NONE_LOST, _SOME_LOST = "losses after which everything was there", "the last acts were lost"


def power(
    target: Target,
    losses: int,
    told: Callable[[int], object],
    seed: int,
    only: Sequence[str] = (),
) -> Section:
    """Lose the power so many times."""
    dice, counts, problems = random.Random(seed), Counter[str](), list[str]()
    started = time.monotonic()
    with counted():
        asyncio.run(target.prepare())
        chosen = [
            Program(each.name, each.acts[:_ACTS])
            for each in programs()
            if not only or each.name in only
        ]
        for place, program in enumerate(chosen):
            expected = asyncio.run(find_out(target, program))
            url = asyncio.run(target.fresh())
            writer = Writer(target, program, url)
            writer.wait_for_the_end()
            writer.kill()
            for number in range(place, losses, len(chosen)):
                fate = _lose(target, program, expected, url, dice)
                counts[fate] += 1
                if fate not in (_NONE_LOST, _SOME_LOST):
                    problems.append(f"loss {number} (seed {seed}), {program.name}: {fate}")
                told(number)
            asyncio.run(target.drop(url))
    figures: dict[str, int | float | str] = {"losses of power": losses, **counts}
    figures["seconds"] = round(time.monotonic() - started)
    return Section("power, synchronous=normal", target.name, figures, problems)


def _lose(
    target: Target, program: Program, expected: Expected, url: str, dice: random.Random
) -> str:
    """Lose the end of a WAL, and return what is left."""
    path = Path(url.removeprefix("file:"))
    copy = path.with_name(f"lost-{path.name}")
    shutil.copyfile(path, copy)
    wal = bytearray(path.with_name(f"{path.name}-wal").read_bytes())
    if len(wal) > _CHECKPOINT:
        return "the WAL is too long to know what was synced"
    copy.with_name(f"{copy.name}-wal").write_bytes(_damaged(wal, dice))
    try:
        if found := asyncio.run(target.damage(f"file:{copy}")):
            return found[0]
        state = asyncio.run(target.state(f"file:{copy}"))
    finally:
        asyncio.run(target.drop(f"file:{copy}"))
    if expected.same(state, expected.states[-1]):
        return _NONE_LOST
    whole = any(expected.same(state, each) for each in expected.states) or any(
        act.thing is not None and expected.stopped_between(state, number, act.thing)
        for number, act in enumerate(program.acts)
    )
    return _SOME_LOST if whole else "half an act was there"


def _damaged(wal: bytearray, dice: random.Random) -> bytes:
    """Lose what was written last: all of it, or some sectors of it."""
    cut = dice.randrange(len(wal))
    if dice.random() < 0.5:
        return bytes(wal[:cut])
    for sector in range(cut // _SECTOR, len(wal) // _SECTOR):
        if dice.random() < 0.5:
            at = sector * _SECTOR
            wal[at : at + _SECTOR] = (
                dice.randbytes(_SECTOR) if dice.random() < 0.2 else bytes(_SECTOR)
            )
    return bytes(wal)
