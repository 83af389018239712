"""The subcommand `deep`."""

import argparse
import json
from pathlib import Path
from secrets import randbits

from rich.console import Console

from mastra_storage_conformance.deep import report
from mastra_storage_conformance.deep.cell import CASES, Cell
from mastra_storage_conformance.deep.run import run_all

DIFFERENT = 1
STEPS = 100_000


def add(parser: argparse.ArgumentParser) -> None:
    """Say what the subcommand takes."""
    parser.description = (
        "Runs random programs, each against a store and against a model of what the store means, "
        "and compares every answer. The smallest program that shows a difference is printed, and "
        "the exit status is 1."
    )
    parser.add_argument(
        "stores", nargs="+", metavar="NAME=URL", help="such as mine=file:/tmp/{space}.db"
    )
    parser.add_argument(
        "--domain", action="append", choices=CASES, help="only this one; repeatable"
    )
    parser.add_argument("--steps", type=int, default=STEPS, help="for each domain and store")
    parser.add_argument("--seed", type=int, help="of a run that is to be repeated")
    parser.add_argument("--processes", type=int, default=2, help="cells that run at the same time")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table as JSON")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write it as Markdown")
    parser.set_defaults(run=_deep)


def _deep(options: argparse.Namespace) -> int:
    seed = randbits(24) if options.seed is None else options.seed
    stores = [store.partition("=")[::2] for store in options.stores]
    cells = [
        Cell(domain, name, url, options.steps, seed)
        for domain in options.domain or CASES
        for name, url in stores
    ]
    console = Console()
    outcomes = run_all(cells, options.processes, console)
    report.show(outcomes, console)
    if options.json:
        options.json.write_text(json.dumps(report.as_json(outcomes), indent=2) + "\n")
    if options.markdown:
        options.markdown.write_text(report.as_markdown(outcomes))
    return DIFFERENT if any(each.difference for each in outcomes.values()) else 0
