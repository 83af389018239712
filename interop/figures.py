"""Figures of the hammer: how much was written, and how long anyone waited."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from interop.hammer import Worker
from interop.side import LANGUAGES, Client

HEAD = (
    "database",
    "runs",
    *(f"writes in {language}" for language in LANGUAGES),
    *(f"longest wait in {language}" for language in LANGUAGES),
    "write transactions in Python",
    "the longest",
    "at work in it",
    "from 100 ms on",
)


@dataclass(slots=True)
class Figures:
    """What was done to one kind of database, in all runs together."""

    runs: int = 0
    writes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LANGUAGES, 0))
    waited: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LANGUAGES, 0.0))
    """How long a call took at most, in milliseconds."""
    transactions: int = 0
    held: float = 0.0
    """How long one of them held SQLite's lock at most, in milliseconds."""
    work: float = 0.0
    """How long its thread ran in that time; the rest it waited for a processor or the disk."""
    slow: int = 0

    async def add(self, workers: Iterable[Worker], clients: Iterable[Client]) -> None:
        """Add a run."""
        self.runs += 1
        for worker in workers:
            language = worker.client.side.language
            self.writes[language] += worker.calls
            self.waited[language] = max(self.waited[language], worker.longest)
        for client in clients:
            if client.side.language == "Python":
                told = await client.side.tell("longest_write")
                self.transactions += told["count"]
                self.held = max(self.held, told["longest"])
                self.work = max(self.work, told["work"])
                self.slow += told["slow"]

    def row(self, place: str) -> tuple[str, ...]:
        """Return the figures as a row of a table; only on SQLite is there a lock of all writers."""
        counts = [f"{self.runs}", *(f"{self.writes[each]:,}" for each in LANGUAGES)]
        waits = [f"{self.waited[each]:.0f} ms" for each in LANGUAGES]
        held = [f"{self.transactions:,}", f"{self.held:.0f} ms", f"{self.work:.0f} ms"]
        held.append(f"{self.slow}")
        return (place, *counts, *waits, *(held if self.transactions else [""] * len(held)))


def table(figures: dict[str, Figures]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    rows = [each.row(place) for place, each in figures.items()]
    for cells in (HEAD, ["---"] * len(HEAD), *rows):
        yield f"| {' | '.join(cells)} |"
