"""What a database holds after each act of a program, found by running it to its end, twice."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from torture.acts import Kept, Row
from torture.clock import CLOCK
from torture.program import Program
from torture.targets import State, Target


@dataclass(slots=True)
class Expected:
    """What should be there after some acts."""

    states: list[State]
    """After none, one, two… of them."""
    seconds: list[float]
    """How long each act took."""
    made_by_server: set[tuple[str, str]] = field(default_factory=set)
    """Columns that the clock of the database fills, which are compared with nothing."""

    def differences(self, state: State, wanted: State) -> list[str]:
        """Return what of a state is not as it should be, by table."""
        found = []
        for table in sorted(state.keys() | wanted.keys()):
            here = self._rows(table, state.get(table, []))
            there = self._rows(table, wanted.get(table, []))
            if here != there:
                surplus, lack = here - there, there - here
                found.append(f"{table}: {lack.total()} missing, {surplus.total()} surplus rows")
        return found

    def same(self, state: State, wanted: State) -> bool:
        """Return whether two states are equal."""
        return not self.differences(state, wanted)

    def stopped_between(self, state: State, act: int, thing: Callable[[Row], object]) -> bool:
        """Return whether an act that deletes one thing after the other has stopped between two."""
        before, after = self.states[act], self.states[act + 1]
        gone, left = set[object](), set[object]()
        for table in before:
            was, now, then = (
                {self._told(table, row): row for row in each.get(table, [])}
                for each in (before, state, after)
            )
            if not then.keys() <= now.keys() <= was.keys():
                return False
            gone |= {thing(row) for told, row in was.items() if told not in now}
            left |= {thing(row) for told, row in now.items() if told not in then}
        return not gone & left and not state.keys() - before.keys()

    def _rows(self, table: str, rows: list[Row]) -> "Counter[str]":
        return Counter(self._told(table, row) for row in rows)

    def _told(self, table: str, row: Row) -> str:
        unsure = self.made_by_server
        return repr([(name, value) for name, value in row.items() if (table, name) not in unsure])


async def find_out(target: Target, program: Program) -> Expected:
    """Run a program twice; what differs is made by the clock of the server."""
    first, second = [await _run(target, program) for _ in range(2)]
    for one, other in zip(first.states, second.states, strict=True):
        for table in one.keys() | other.keys():
            first.made_by_server |= {
                (table, column) for column in _differing(one.get(table, []), other.get(table, []))
            }
    return first


async def _run(target: Target, program: Program) -> Expected:
    url = await target.fresh()
    expected = Expected([await target.state(url)], [])
    kept: Kept = {}
    async with target.open(url) as store:
        for number, act in enumerate(program.acts):
            CLOCK.begin_act(number)
            started = time.perf_counter()
            await act.run(store, kept)
            expected.seconds.append(time.perf_counter() - started)
            expected.states.append(await target.state(url))
    await target.drop(url)
    return expected


def _differing(one: list[Row], other: list[Row]) -> set[str]:
    names = {name for row in (*one, *other) for name in row}
    return {name for name in names if _column(one, name) != _column(other, name)}


def _column(rows: list[Row], name: str) -> "Counter[str]":
    return Counter(repr(row[name]) for row in rows)
