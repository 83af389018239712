"""The short profile: little of everything, and nothing may be lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgres", marks=pytest.mark.server)])
def test_nothing_is_lost(database: str, tmp_path: Path) -> None:
    data = tmp_path / "figures.json"
    command = [sys.executable, "-m", "torture", "--short", "--database", database]

    done = subprocess.run(
        [*command, "--json", str(data)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    sections = json.loads(data.read_text())
    assert len(sections) == 6
    assert [each["problems"] for each in sections] == [[]] * len(sections)
