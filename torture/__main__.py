"""`python -m torture [PART…] [--long] […]`: `nox -s torture` calls it."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from mastra_storage_conformance.servers.postgres import PostgresServer

from torture.crash import crash
from torture.report import Section, lines, write
from torture.targets import Postgres, SqliteFile, Target

Told = Callable[[int], object]
Part = Callable[[Target, argparse.Namespace, Told], Section]

PARTS: dict[str, Part] = {
    "crash": lambda target, given, told: crash(target, given.kills, told, seed=given.seed),
}
"""What is done to each database."""


def main(words: list[str]) -> int:
    """Torture the databases; return 1 if anything was lost or wrong."""
    given = _arguments(words)
    sections = []
    with ExitStack() as stack:
        for target in _targets(given.database, stack):
            for name in given.parts or PARTS:
                with progress(f"{name}, {target.name}", given.kills) as told:
                    section = PARTS[name](target, given, told)
                sections.append(section)
                write(sections, given.report, given.json)
    print("\n".join(lines(sections)))
    problems = [f"{each.part}, {each.database}: {text}" for each in sections for text in each.problems]
    print(*problems, sep="\n", file=sys.stderr)
    return bool(problems)


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("torture", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts (default: all)")
    parser.add_argument("--database", choices=["sqlite", "postgres"], help="one (default: both)")
    parser.add_argument("--kills", type=int, default=1000, help="writers killed on each database")
    parser.add_argument("--seed", type=int, default=0)
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
    """Draw a bar on a terminal, where rich is installed; say nothing otherwise."""
    try:
        rich: Any = import_module("rich.progress")
    except ImportError:
        yield lambda _: None
        return
    with rich.Progress(*rich.Progress.get_default_columns(), "{task.completed}") as bar:
        task = bar.add_task(title, total=total)
        yield lambda done: bar.update(task, completed=done)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
