"""What a replay found: counts for each domain, as a table for people and as JSON for programs."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.table import Table

from mastra_storage_conformance.replay.run import Replay, Status, Verdict


def counts(replay: Replay) -> dict[str, dict[str, Any]]:
    """Count what became of the calls, for each domain.

    A call that two rules explain together counts for both, and once in `rule`.
    """
    domains = dict.fromkeys(each.call.domain for each in replay.verdicts)
    return {
        domain: _counted([each for each in replay.verdicts if each.call.domain == domain])
        for domain in domains
    }


def _counted(verdicts: list[Verdict]) -> dict[str, Any]:
    by_status = Counter(each.status for each in verdicts)
    return {
        "calls": len(verdicts),
        **{status.value: by_status[status] for status in Status},
        "others": _by(verdicts, Status.OTHER),
        "rules": _by(verdicts, Status.RULE),
    }


def _by(verdicts: Iterable[Verdict], status: Status) -> dict[str, int]:
    counter = Counter(name for each in verdicts if each.status is status for name in each.by)
    return dict(sorted(counter.items()))


def as_json(replay: Replay) -> dict[str, Any]:
    """Return the whole replay as JSON: the counts, and every call with its verdict."""
    return {
        "store": replay.store,
        "reference": replay.reference,
        "left_out": replay.left_out,
        "domains": counts(replay),
        "calls": [
            {
                "seq": each.call.seq,
                "domain": each.call.domain,
                "method": each.call.method,
                "status": each.status.value,
                "by": list(each.by),
                "differences": list(each.differences),
            }
            for each in replay.verdicts
        ],
    }


def show(replay: Replay, console: Console) -> None:
    """Print what is unexplained, and a table for each domain."""
    for each in replay.unexplained:
        console.print(f"[bold red]{each.call.domain} {each.call.seq} {each.call.method}")
        for difference in each.differences[:5]:
            console.print(f"  {difference}", markup=False, highlight=False)
    for domain, found in counts(replay).items():
        console.print(_table(replay, domain, found))
    if replay.left_out:
        console.print(f"not replayed: {replay.left_out} calls of other domains")


def _table(replay: Replay, domain: str, found: dict[str, Any]) -> Table:
    table = Table(title=f"{domain}: {found['calls']} calls on {replay.store}", min_width=60)
    table.add_column("answers")
    table.add_column("calls", justify="right")
    table.add_row(f"same as {replay.reference}", str(found["same"]))
    for name, number in found["others"].items():
        table.add_row(f"other: as {name}", str(number))
    for title, number in sorted(found["rules"].items(), key=_by_number):
        table.add_row(title, str(number))
    style = "bold red" if found["unexplained"] else None
    table.add_row("unexplained", str(found["unexplained"]), style=style)
    return table


def _by_number(row: tuple[str, int]) -> tuple[int, str]:
    return int(row[0].removeprefix("rule ").partition(":")[0]), row[0]
