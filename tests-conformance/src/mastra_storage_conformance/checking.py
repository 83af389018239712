"""The command `mastra-storage-conformance check`."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from mastra_storage_conformance.report import Report
from mastra_storage_conformance.running import run_conformance
from mastra_storage_conformance.show import as_badge, as_markdown, show
from mastra_storage_conformance.spec import Grade

NOT_PASSED = 1


def add_check(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = (
        "Runs every case of the suite on a backend, in a process of its own, and says which grades "
        "it has reached. The exit status is 1 if a case failed or a grade that --grade names is "
        "not reached, and 2 if nothing could be run."
    )
    parser.add_argument(
        "target",
        metavar="MODULE:FUNCTION|URL",
        help="a function that takes a folder and returns a Backend, or the URL of a registered "
        "backend, such as 'file:{folder}/{space}.db'",
    )
    parser.add_argument(
        "only",
        nargs="*",
        metavar="CASE",
        help="only these: TestClose, TestClose.test_… (default: all)",
    )
    parser.add_argument(
        "--grade", action="append", default=[], choices=list(Grade), type=Grade, help="repeatable"
    )
    parser.add_argument("-n", "--workers", type=int, default=0, help="as many processes, by xdist")
    parser.add_argument("--deep", action="store_true", help="many and long random programs")
    for name, what in (
        ("json", "the whole report"),
        ("markdown", "a table with one row"),
        ("badge", "an SVG that says the grades"),
        ("junit", "pytest's XML"),
    ):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=what)
    parser.set_defaults(run=check)


def check(options: argparse.Namespace) -> int:
    """Run the suite, show and write the report; return the exit status."""
    console = Console()
    report = _run(options, console)
    show(report, console)
    for path, text in (
        (options.json, report.model_dump_json(indent=1)),
        (options.markdown, as_markdown([report])),
        (options.badge, as_badge(report)),
    ):
        if path:
            path.write_text(text, encoding="utf-8")
    reached = all(report.grades[grade] for grade in options.grade)
    return 0 if report.passed and reached else NOT_PASSED


def _run(options: argparse.Namespace, console: Console) -> Report:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task("cases", total=None)
        return run_conformance(
            options.target,
            workers=options.workers,
            deep=options.deep,
            only=options.only,
            junit=options.junit,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
