"""Runs the conformance suite on each backend of this repository and writes what it found: the page
`reference/matrix.md`, and a badge for each.

`python docs/matrix.py CACHE [NAME …]` runs those that are named, or all, keeps their reports in
CACHE, and writes the page from all reports that are there.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from mastra_storage_conformance import Grade, Outcome, Report, run_conformance
from mastra_storage_conformance.report import count
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_conformance.show import as_badge, as_markdown
from mastra_storage_conformance.summary import said
from mastra_storage_core import Domain

DOCS = Path(__file__).parent
PAGE = DOCS / "reference" / "matrix.md"
BADGES = DOCS / "images"
OURS = DOCS.parent / "tests-conformance" / "ours.py"
NAMES = ("memory", "libsql", "pg")

INTRODUCTION = """\
# The backends, by grades

Which backend keeps which promises, as the [conformance suite](conformance.md) found it: version
{spec} of the contract, {cases} cases. `nox -s matrix` runs it on each of them and writes this page;
nobody writes it by hand.

"""


def checked(names: Iterable[str], cache: Path) -> None:
    """Run the suite on backends and keep the reports."""
    with PostgresServer.start() as server:
        os.environ["DATABASE_URL"] = server.create_database("matrix")
        for name in names:
            report = run_conformance(f"{OURS}:{name}", junit=cache / f"{name}.xml")
            (cache / f"{name}.json").write_text(report.model_dump_json(), encoding="utf-8")
            print(name, *(said(report, grade) for grade in Grade), sep="\n  ", flush=True)


def page(reports: Sequence[Report]) -> str:
    """Return the page, in Markdown."""
    cases = max(len(report.cases) for report in reports)
    parts = [INTRODUCTION.format(spec=reports[0].spec, cases=cases), as_markdown(reports)]
    for report in reports:
        parts.append(f"\n## {report.backend}\n\n")
        parts.append(f"![{report.backend}](../images/{_badge(report)})\n\n")
        parts += [f"- {said(report, grade)}{_reasons(report, grade)}\n" for grade in Grade]
        deviations = report.of(Outcome.DEVIATION)
        parts += [f"- deviation: {each.id}: {each.found}\n" for each in deviations]
    return "".join([*parts, *_domains(reports), *_surroundings(reports[0])])


def _badge(report: Report) -> str:
    return f"conformance-{report.backend}.svg"


def _reasons(report: Report, grade: Grade) -> str:
    """Return why cases stand against a grade, each reason once."""
    reasons = dict.fromkeys(each.found.partition("\n")[0] for each in report.against(grade))
    return f" ({'; '.join(reasons)})" if reasons else ""


def _domains(reports: Sequence[Report]) -> Iterable[str]:
    """Yield a table: how many cases of each domain passed, of how many."""
    yield "\n## Domains\n\nCases that passed, of those about the domain.\n\n"
    yield f"| domain | {' | '.join(report.backend for report in reports)} |\n"
    yield f"|---|{'---|' * len(reports)}\n"
    for domain in Domain:
        cells = []
        for report in reports:
            about = [case for case in report.cases if domain in case.domains]
            cells.append(f"{count(about)[Outcome.PASSED]} of {len(about)}")
        yield f"| `{domain}` | {' | '.join(cells)} |\n"


def _surroundings(report: Report) -> Iterable[str]:
    yield "\n## Made with\n\n"
    yield ", ".join(f"{name} {version}" for name, version in report.versions.items())
    yield f"; {report.environment['system']}, {report.environment['machine']}.\n"


def main(cache: Path, names: Sequence[str]) -> None:
    """Run what is asked for, and write the page and the badges."""
    cache.mkdir(parents=True, exist_ok=True)
    checked(names or NAMES, cache)
    paths = [cache / f"{name}.json" for name in NAMES]
    reports = [Report.model_validate_json(path.read_text()) for path in paths if path.exists()]
    PAGE.write_text(page(reports), encoding="utf-8")
    for report in reports:
        (BADGES / _badge(report)).write_text(as_badge(report), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
