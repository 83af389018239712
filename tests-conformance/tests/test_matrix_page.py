"""The page of backends by grades is of this version of the contract, and shows what it says."""

from pathlib import Path

from mastra_storage_conformance import SPEC, Grade

ROOT = Path(__file__).parents[2]


def rows() -> list[list[str]]:
    """Return the first table of the page, its head included; `nox -s matrix` writes it anew."""
    text = (ROOT / "docs" / "reference" / "matrix.md").read_text(encoding="utf-8")
    lines = [line for line in text.partition("\n## ")[0].splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_it_is_of_this_version_and_has_every_grade() -> None:
    head, _, *backends = rows()

    assert head[2:6] == list(Grade)
    assert {row[1] for row in backends} == {SPEC}


def test_every_backend_on_it_has_core_no_failure_and_its_badge() -> None:
    head, _, *backends = rows()

    assert {row[0] for row in backends} == {"memory", "libsql-file", "pg"}
    for row in backends:
        assert row[head.index("core")] == "yes"
        assert row[head.index("failed")] == "0"
        assert (ROOT / "docs" / "images" / f"conformance-{row[0]}.svg").exists()
