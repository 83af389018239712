"""Rows on their way out, made into models."""

from collections.abc import Sequence

from mastra_storage_core.domains.experiments.models import (
    EXPERIMENTS,
    RESULTS,
    Experiment,
    ExperimentResult,
)
from mastra_storage_core.domains.experiments.requests import Row
from mastra_storage_core.reading import models_of

EXPERIMENT_TABLE = "mastra_experiments"
RESULT_TABLE = "mastra_experiment_results"


def read_experiment(row: Row | None) -> Experiment | None:
    """Make one experiment of its row."""
    return read_experiments([row])[0] if row else None


def read_experiments(rows: Sequence[Row]) -> list[Experiment]:
    """Make experiments of their rows, in the same order."""
    return models_of(EXPERIMENTS, rows, EXPERIMENT_TABLE)


def read_result(row: Row | None) -> ExperimentResult | None:
    """Make one result of its row."""
    return read_results([row])[0] if row else None


def read_results(rows: Sequence[Row]) -> list[ExperimentResult]:
    """Make results of their rows, in the same order. Rows of older tables have no attempt, which is
    the first.
    """
    whole = [row if row["attempt"] is not None else {**row, "attempt": 0} for row in rows]
    return models_of(RESULTS, whole, RESULT_TABLE)
