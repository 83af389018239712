"""Spans of the real SDK, and a database to export them to."""

import sys
from pathlib import Path

import pytest

# Tests are imported without their folder on the path, and these share modules.
sys.path.append(str(Path(__file__).parent))

from recording import Recording


@pytest.fixture
def recording() -> Recording:
    return Recording()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that is not there yet."""
    return f"file:{tmp_path}/traces.db"
