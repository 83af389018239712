"""`python -m benchmarks.page RUN.json …`: write the tables and pictures of a run into the
documentation, and keep the run beside the benchmark, for later ones to be compared with.
`nox -s bench -- --publish` does it after measuring.
"""

import sys
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from statistics import median

from benchmarks import pictures
from benchmarks.measured import MASTRA, PUBLISHED, Run
from benchmarks.report import BACKENDS, backends, full, markdown, verdicts

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs/explanation/performance.md"
IMAGES = HERE.parent / "docs/images"
TOLD = {
    "python": "Python",
    "aiosqlite": "aiosqlite",
    "asyncpg": "asyncpg",
    "pydantic": "pydantic",
    "sqlite": "SQLite",
    "postgres": "PostgreSQL",
    "node": "Node.js",
    "mastra": "`@mastra/core`",
    "mastra-libsql": "`@mastra/libsql`",
    "mastra-pg": "`@mastra/pg`",
    "openai-agents": "`openai-agents`",
    "langgraph-checkpoint-sqlite": "`langgraph-checkpoint-sqlite`",
    "langgraph-checkpoint-postgres": "`langgraph-checkpoint-postgres`",
}

ALT = {
    "others": "How many times as long as mastra-storage Mastra and peers take, by workload",
    "driver": "How many times as long as the driver mastra-storage takes, by workload",
    "growth": "The time to read the last 40 messages of a thread, against its length",
    "crowds": "Calls done by one caller, by eight and by 64",
    "cold": "The CPU time of a fresh process until its first call, by what spends it",
    "memory": "The peak memory of a process that lists and copies a long thread in pages",
}
CLOCKS = {
    "wall": "by the clock on the wall",
    "cpu": "as CPU time of the calling process and the server together",
}


def publish(run: Run) -> list[Path]:
    """Write everything that is made of a run; return the paths."""
    run.write(PUBLISHED)
    drawn = pictures.draw(run, IMAGES)
    shown = {f"picture of {name}": picture(path, ALT[name]) for name, path in drawn.items()}
    text = PAGE.read_text(encoding="utf-8")
    for name, part in (parts(run) | shown).items():
        text = replaced(text, name, part)
    PAGE.write_text(text, encoding="utf-8")
    return [PUBLISHED, PAGE, *drawn.values()]


def picture(path: Path, alt: str) -> str:
    """Write a picture into a page."""
    return f"![{alt}](../images/{path.name})"


def replaced(text: str, name: str, part: str) -> str:
    """Return a page with another text between the two comments of a name."""
    begin, end = (
        f"<!-- {name}, written by `nox -s bench`: {word} -->" for word in ("begin", "end")
    )
    before, _, rest = text.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"{PAGE.name} has no place for {name}")
    return f"{before}{begin}\n\n{part}\n\n{end}{after}"


def parts(run: Run) -> dict[str, str]:
    """Return what is generated in the page, by name."""
    headings = ("target", "", "how often", "missed by")
    tables = (f"### {BACKENDS[each]}\n\n{full(run, each, '**{}**'.format)}" for each in _shown(run))
    return {
        "targets": markdown(headings, verdicts(run)),
        "tables": "\n\n".join(tables),
        "cold start": _cold(run),
        "memory": _memory(run),
        "run": _about(run),
    }


def _shown(run: Run) -> list[str]:
    return backends(run.results)


def _cold(run: Run) -> str:
    labels = {
        **pictures.PARTS,
        "empty": "the same on an empty database",
        MASTRA: "Mastra in Node.js",
    }
    stages = {(each.backend, each.stage): each.median for each in run.cold}
    shown = list({each.backend: None for each in run.cold})
    rows = [
        [label, *(f"{stages[backend, stage]:.0f}" for backend in shown)]
        for stage, label in labels.items()
        if all((backend, stage) in stages for backend in shown)
    ]
    return markdown(("CPU until then, ms", *(BACKENDS[each] for each in shown)), rows)


def _memory(run: Run) -> str:
    rows = []
    for each in run.footprints:
        (first, early), (last, late) = each.points[0], each.points[-1]
        job = f"{BACKENDS[each.backend]}, {each.job}"
        rows.append([job, f"{early:.0f} MB after {first:,}", f"{late:.0f} MB after {last:,}"])
    return markdown(("", "at first", "at the end"), rows)


def _about(run: Run) -> str:
    on = run.on
    versions = ", ".join(f"{label} {on[name]}" for name, label in TOLD.items() if name in on)
    faster = [median(each.against(MASTRA)) for each in run.results if MASTRA in each.times]
    return (
        f"Measured on {run.at[:10]} in {on['rounds']} rounds {CLOCKS[on['clock']]}, with large "
        f"tables of {on['large']:,} rows, on {on['machine']} with {on['cores']} cores at a load of "
        f"{on['load']}: {versions}. In the median of {len(faster)} workloads, Mastra took "
        f"{median(faster):.1f} times as long."
    )


def main(words: Sequence[str]) -> None:
    """Publish a stored run, or several, of which each has measured a part."""
    for path in publish(reduce(Run.joined, map(Run.read, map(Path, words)))):
        print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
