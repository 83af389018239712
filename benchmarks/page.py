"""`python -m benchmarks.page RUN.json`: write the tables and pictures of a run into the
documentation, and keep the run beside the benchmark, for later ones to be compared with.
`nox -s bench -- --publish` does it after measuring.
"""

import sys
from collections.abc import Sequence
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


def publish(run: Run) -> list[Path]:
    """Write everything that is made of a run; return the paths."""
    run.write(PUBLISHED)
    text = PAGE.read_text(encoding="utf-8")
    for name, part in parts(run).items():
        text = replaced(text, name, part)
    PAGE.write_text(text, encoding="utf-8")
    return [PUBLISHED, PAGE, *pictures.draw(run, IMAGES)]


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
        f"Measured on {run.at[:10]} in {on['rounds']} rounds, with large tables of "
        f"{on['large']:,} rows, on {on['machine']} with {on['cores']} cores, at a load of "
        f"{on['load']} by other work: {versions}. In the median of its {len(faster)} workloads, "
        f"Mastra took {median(faster):.1f} times as long."
    )


def main(words: Sequence[str]) -> None:
    """Publish a stored run."""
    for path in publish(Run.read(Path(words[0]))):
        print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
