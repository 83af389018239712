"""The compatibility table in the README: domain, database, direction, and with which versions."""

import json
import os
from collections import defaultdict
from pathlib import Path

from interop.domains import DOMAINS
from interop.install import PACKAGES
from interop.places import NAMES
from interop.side import HOME

COLUMNS = (
    "Python writes, TypeScript reads",
    "TypeScript writes, Python reads",
    "both at once",
    "schema",
)
BEGIN = "<!-- written by `nox -s interop`: begin -->"
END = "<!-- written by `nox -s interop`: end -->"


class Table:
    """What tests have shown: a cell is proved if all of its tests passed, and there were any."""

    def __init__(self) -> None:
        self._shown: dict[tuple[str, str, str], list[bool]] = defaultdict(list)

    def note(self, column: str, place: str, domain: str | None, passed: bool) -> None:
        """Note a test; one of no domain counts for each."""
        for each in DOMAINS:
            if domain in (None, each.name):
                self._shown[each.name, place, column].append(passed)

    def cell(self, domain: str, place: str, column: str) -> str:
        """Return what stands in a cell."""
        shown = self._shown[domain, place, column]
        return "yes" if shown and all(shown) else "**no**"


def write_table(page: Path, table: Table) -> None:
    """Write the table between its markers."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    lines = "\n".join(_lines(table))
    page.write_text(f"{before}{BEGIN}\n{lines}\n{END}{after}", encoding="utf-8")


def _lines(table: Table) -> list[str]:
    head = ["domain", "database", *COLUMNS]
    rows = [
        [domain.name, place, *(table.cell(domain.name, place, column) for column in COLUMNS)]
        for domain in DOMAINS
        for place in NAMES
    ]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
    versions = ", ".join(f"`{name}` {version(name)}" for name in PACKAGES)
    return [*lines, "", f"With {versions}."]


def version(package: str) -> str:
    """Return the version of a package of Mastra's that was installed."""
    about = Path(os.environ[HOME]) / "node_modules" / package / "package.json"
    return str(json.loads(about.read_text())["version"])
