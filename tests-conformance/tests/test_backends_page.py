"""The page of backends is of this version of the contract, and of all our backends."""

from pathlib import Path

import pytest
from mastra_storage_conformance import SPEC, Grade

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "backends.md").read_text(encoding="utf-8")


def test_it_is_of_this_version_and_has_every_grade() -> None:
    """`nox -s matrix` writes it anew."""
    assert f"version\n{SPEC} of the contract" in PAGE
    head = next(line for line in PAGE.splitlines() if line.startswith("| backend"))
    assert [cell.strip() for cell in head.split("|")][3:7] == list(Grade)


@pytest.mark.parametrize("backend", ["memory", "libsql-file", "pg"])
def test_it_has_every_backend_and_its_badge(backend: str) -> None:
    """Each has passed what it declares, and nothing failed."""
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| {backend} ")]
    assert row.split("|")[3].strip() == "yes", "core"
    assert row.split("|")[8].strip() == "0", "failed"
    assert f"images/conformance-{backend}.svg" in PAGE
    assert (ROOT / "docs" / "images" / f"conformance-{backend}.svg").exists()
