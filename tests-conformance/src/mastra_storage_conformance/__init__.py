"""The proof that a Mastra storage backend keeps its promises: what its author fills in, and how to
run it from code.
"""

from mastra_storage_conformance._version import __version__
from mastra_storage_conformance.backend import SHARED, Backend, Deviation, Source
from mastra_storage_conformance.naming import find_backend
from mastra_storage_conformance.report import CaseReport, Outcome, Report
from mastra_storage_conformance.running import run_conformance
from mastra_storage_conformance.spec import SPEC, Grade

__all__ = [
    "SHARED",
    "SPEC",
    "Backend",
    "CaseReport",
    "Deviation",
    "Grade",
    "Outcome",
    "Report",
    "Source",
    "__version__",
    "find_backend",
    "run_conformance",
]
