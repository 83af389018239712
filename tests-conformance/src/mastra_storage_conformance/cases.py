"""Every case, on the backend that the run names. `check` gives this file to pytest; nothing else
imports it.
"""

import os
from pathlib import Path

import pytest

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.naming import FOLDER, TARGET, find_backend
from mastra_storage_conformance.suites import *  # noqa: F403 - this is how the suite is collected

_FOUND = find_backend(os.environ[TARGET], Path(os.environ[FOLDER]))


@pytest.fixture(scope="session")
def backend() -> Backend:
    """Return what was asked for, found once in each process, before any case."""
    return _FOUND
