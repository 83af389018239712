"""Every case, on the backend that the run names. `check` gives this file to pytest; nothing else
imports it.
"""

import os
from pathlib import Path

import pytest

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.naming import FOLDER, TARGET, find_backend

_FOUND = find_backend(os.environ[TARGET], Path(os.environ[FOLDER]))

# Afterwards, for it takes seconds: a backend that cannot be found ends the run at once.
from mastra_storage_conformance.suites import *  # noqa: E402, F403 - this is how they are collected


@pytest.fixture(scope="session")
def backend() -> Backend:
    """Return what was asked for, found once in each process, before any case."""
    return _FOUND
