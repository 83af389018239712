"""What a backend of the scores domain imports: its topics, what their methods
receive, and plain functions for what every backend has to decide alike.
"""

from mastra_storage_core.domains.scores.drafts import ANY_JSON, OBJECTS, OPTIONAL_OBJECTS
from mastra_storage_core.domains.scores.legacy import LegacyStorage
from mastra_storage_core.domains.scores.requests import (
    TABLE,
    EvalQuery,
    Found,
    Row,
    ScoreDraft,
    ScoreQuery,
    TraceQuery,
)

__all__ = [
    "ANY_JSON",
    "OBJECTS",
    "OPTIONAL_OBJECTS",
    "TABLE",
    "EvalQuery",
    "Found",
    "LegacyStorage",
    "Row",
    "ScoreDraft",
    "ScoreQuery",
    "TraceQuery",
]
