"""`python -m torture [PART…] [--long] […]`: `nox -s torture` calls it."""

import argparse
import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from mastra_storage_conformance.servers.postgres import PostgresServer

from torture.beginning import beginning
from torture.cancellation import cancellation
from torture.crash import crash
from torture.crowd import crowd
from torture.enemies import enemies
from torture.faults import faults
from torture.power import power
from torture.report import Section, lines, write
from torture.targets import Postgres, SqliteFile, Target

Told = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Profile:
    """How much is done."""

    kills: int
    """How many writers die on each database."""
    processes: int
    tasks: int
    seconds: float
    """How large the crowd is, and how long it writes."""
    beginners: int
    """How many processes call `init` at once."""
    losses: int
    """How often the power goes."""
    breaking: float
    """How many seconds each fault happens, again and again."""
    programs: tuple[str, ...] = ()
    """The domains whose programs are killed; all, if there are none."""
    seed: int = 0
    every_fault: bool = True
    """Whether all faults happen, or a few."""
    cancelled: tuple[str, ...] = ()
    """The domains whose calls are cancelled; all, if there are none."""
    one_in: int = 10
    """Of so many hostile values one is passed."""
    tenants: int = 200
    """How many programs tenants run."""


LONG = Profile(1000, processes=16, tasks=16, seconds=60, beginners=32, losses=1000, breaking=20)
SHORT = Profile(
    *(6, 4, 4, 1, 4, 8, 0.5, ("workflows",)),
    every_fault=False,
    cancelled=("favorites",),
    one_in=3_000,
    tenants=4,
)
Part = Callable[[Target, Profile, Told], Section]


PARTS: dict[str, Part] = {
    "crash": lambda target, profile, told: crash(
        target, profile.kills, told, seed=profile.seed, only=profile.programs
    ),
    "crowd": lambda target, profile, _: crowd(
        target, profile.processes, profile.tasks, profile.seconds
    ),
    "init": lambda target, profile, _: beginning(target, profile.beginners),
    "power": lambda target, profile, told: power(
        target, profile.losses, told, profile.seed, only=profile.programs
    ),
    "faults": lambda target, profile, told: faults(
        target, profile.breaking, told, short=not profile.every_fault
    ),
    "cancel": lambda target, profile, told: cancellation(target, told, profile.cancelled),
    "enemies": lambda target, profile, told: enemies(
        target, told, one_in=profile.one_in, programs=profile.tenants
    ),
}
"""What is done to databases."""
ONLY: dict[str, type[Target]] = {"power": SqliteFile, "faults": Postgres}
"""The parts that are about one kind of database."""


def main(words: list[str]) -> int:
    """Torture the databases; return 1 if anything was lost or wrong."""
    logging.disable(logging.WARNING)  # what is slow or fails here does so on purpose
    given = _arguments(words)
    profile = SHORT if given.short else LONG
    changed = {"kills": given.kills, "seed": given.seed}
    profile = replace(
        profile, **{key: value for key, value in changed.items() if value is not None}
    )
    sections = []
    with ExitStack() as stack:
        for target in _targets(given.database, stack):
            for name in given.parts or PARTS:
                if not isinstance(target, ONLY.get(name, Target)):
                    continue
                with progress(f"{name}, {target.name}", profile.kills) as told:
                    section = PARTS[name](target, profile, told)
                sections.append(section)
                write(sections, given.report, given.json)
    print("\n".join(lines(sections)))
    problems = [
        f"{each.part}, {each.database}: {text}" for each in sections for text in each.problems
    ]
    print(*problems, sep="\n", file=sys.stderr)
    return bool(problems)


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("torture", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts (default: all)")
    parser.add_argument("--database", choices=["sqlite", "postgres"], help="one (default: both)")
    parser.add_argument("--short", action="store_true", help="little of everything, as a test")
    parser.add_argument("--kills", type=int, help="how many writers die on each database")
    parser.add_argument("--seed", type=int, help="of the moments at which they die")
    parser.add_argument("--json", type=Path, help="a file, for all figures")
    parser.add_argument("--report", type=Path, help="a page, to write the tables into")
    return parser.parse_args(words)


def _targets(database: str | None, stack: ExitStack) -> Iterator[Target]:
    if database != "postgres":
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="mastra-torture-"))
        yield SqliteFile(Path(folder))
    if database != "sqlite":
        yield Postgres(stack.enter_context(PostgresServer.start(durable=True)))


@contextmanager
def progress(title: str, total: int) -> Iterator[Told]:
    """Draw a bar, where rich is installed. No thread draws it: this process forks."""
    try:
        rich: Any = import_module("rich.progress")
    except ImportError:
        yield lambda _: None
        return
    columns = (*rich.Progress.get_default_columns(), "{task.completed}")
    with rich.Progress(*columns, auto_refresh=False) as bar:
        task = bar.add_task(title, total=total)
        yield lambda done: bar.update(task, completed=done, refresh=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
