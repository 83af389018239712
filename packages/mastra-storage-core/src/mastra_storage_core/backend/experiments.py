"""What a backend of the experiments domain imports: its topics, what their methods
receive, and plain functions for what every backend has to decide alike.
"""

from mastra_storage_core.domains.experiments.arguments import no_experiment, runnable
from mastra_storage_core.domains.experiments.experiments import ExperimentStorage
from mastra_storage_core.domains.experiments.outcomes import (
    KEPT,
    erased,
    in_the_way,
    is_erased,
    theirs,
)
from mastra_storage_core.domains.experiments.requests import (
    ExperimentChange,
    ExperimentQuery,
    Found,
    ResultChange,
    ResultDraft,
    ResultQuery,
    Row,
    Scope,
    Values,
)
from mastra_storage_core.domains.experiments.results import ResultStorage

__all__ = [
    "KEPT",
    "ExperimentChange",
    "ExperimentQuery",
    "ExperimentStorage",
    "Found",
    "ResultChange",
    "ResultDraft",
    "ResultQuery",
    "ResultStorage",
    "Row",
    "Scope",
    "Values",
    "erased",
    "in_the_way",
    "is_erased",
    "no_experiment",
    "runnable",
    "theirs",
]
