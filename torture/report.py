"""What was tried and what was lost: a table for the terminal, JSON, and a page of the docs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Section:
    """What came of one part on one database."""

    part: str
    database: str
    figures: dict[str, int | float | str]
    problems: list[str] = field(default_factory=list)
    """What was lost, wrong or unexplained. There must be none."""


def lines(sections: Iterable[Section]) -> Iterator[str]:
    """Yield a table in Markdown for each part: a row for a figure, a column for a database."""
    parts: dict[str, list[Section]] = {}
    for section in sections:
        parts.setdefault(section.part, []).append(section)
    for part, found in parts.items():
        names = list(dict.fromkeys(name for section in found for name in section.figures))
        yield f"### {part.capitalize()}"
        yield ""
        yield _row(["", *(section.database for section in found)])
        yield _row(["---", *("---:" for _ in found)])
        for name in names:
            yield _row([name, *(_shown(section.figures.get(name, "")) for section in found)])
        yield _row(["**lost or wrong**", *(f"**{len(section.problems)}**" for section in found)])
        yield ""


def write(sections: Iterable[Section], page: Path | None, data: Path | None) -> None:
    """Write the tables between the marks of a page, and everything as JSON."""
    found = list(sections)
    if data is not None:
        data.write_text(json.dumps([asdict(each) for each in found], indent=2) + "\n")
    if page is not None:
        begin, end = "<!-- written by `nox -s torture`: begin -->", "<!-- end -->"
        head, _, rest = page.read_text().partition(begin)
        _, _, tail = rest.partition(end)
        page.write_text("\n".join([f"{head}{begin}", "", *lines(found), f"{end}{tail}"]))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(value: float | str) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
