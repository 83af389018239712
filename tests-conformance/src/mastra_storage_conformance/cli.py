"""The command `mastra-storage-conformance`. Each subcommand parses here and works elsewhere."""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from mastra_storage_core import open_store
from mastra_storage_core.errors import StorageError
from rich.console import Console

from mastra_storage_conformance.checking import add_check
from mastra_storage_conformance.deep import command as deep
from mastra_storage_conformance.replay import report
from mastra_storage_conformance.replay.run import Replay, replay, replay_final_reads
from mastra_storage_conformance.replay.transcript import (
    BACKENDS,
    Transcript,
    read_transcripts,
    shipped,
)

UNEXPLAINED = 1
NOT_RUN = 2
"""The exit status where nothing could be run; also argparse's own for wrong arguments."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except (StorageError, OSError, ValueError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return NOT_RUN
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mastra-storage-conformance",
        description="Proves that a storage backend for Mastra in Python keeps its promises.",
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    add_check(commands.add_parser("check", help="run the suite on a backend, and grade it"))
    _add_replay(commands.add_parser("replay", help="replay recorded calls and compare the answers"))
    deep.add(commands.add_parser("deep", help="run random programs, very many of them"))
    return parser


def _add_replay(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Makes the calls that were recorded on the original's backends again, on an empty store, "
        "and sorts the answers: same as those of the reference, as those of another one, different "
        "by a rule, or unexplained. "
        "The exit status is 1 if anything is unexplained, and 2 if nothing could be replayed."
    )
    parser.add_argument(
        "directory",
        type=Path,
        metavar="DIR",
        nargs="?",
        default=shipped(),
        help="holds libsql.jsonl, pg.jsonl … (default: those that belong to this package)",
    )
    parser.add_argument("--store", required=True, metavar="URL", help="such as file:new.db")
    parser.add_argument(
        "--domain", action="append", metavar="NAME", help="only this one; repeatable"
    )
    parser.add_argument(
        "--reference", choices=BACKENDS, help="compare with this one first (default: the namesake)"
    )
    parser.add_argument(
        "--final-reads",
        action="store_true",
        help="the store is a database that the original left at the end: only read it",
    )
    parser.add_argument("--json", action="store_true", help="print every call, as JSON")
    parser.set_defaults(run=_replay)


def _replay(options: argparse.Namespace) -> int:
    transcripts = read_transcripts(options.directory)
    if options.reference and options.reference not in transcripts:
        raise ValueError(f"no {options.reference}.jsonl in {str(options.directory)!r}")
    result = asyncio.run(_replayed(options, transcripts))
    if not result.verdicts:
        raise ValueError("nothing to replay: the store declares none of these domains")
    if options.json:
        print(json.dumps(report.as_json(result), indent=2))
    else:
        report.show(result, Console())
    return UNEXPLAINED if result.unexplained else 0


async def _replayed(options: argparse.Namespace, transcripts: dict[str, Transcript]) -> Replay:
    settings = {"disable_init": True} if options.final_reads else {}
    run = replay_final_reads if options.final_reads else replay
    async with open_store(options.store, **settings) as store:
        return await run(store, transcripts, reference=options.reference, domains=options.domain)
