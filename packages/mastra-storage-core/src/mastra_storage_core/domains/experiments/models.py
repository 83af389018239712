"""The values of the experiments domain. Fields carry the names of Mastra, in snake_case."""

from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime


class ExperimentStatus(StrEnum):
    """Where an experiment stands."""

    PENDING = "pending"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"


class ResultStatus(StrEnum):
    """Where the review of a result stands."""

    NEEDS_REVIEW = "needs-review"
    REVIEWED = "reviewed"
    COMPLETE = "complete"


class Experiment(StorageModel):
    """A target that is run on the items of a data set, as they were at one version."""

    id: str
    name: str | None = None
    description: str | None = None
    metadata: JsonObject | None = None
    provenance: JsonObject | None = None
    """Where the experiment comes from: `{"source": "ci", "sourceId": "…"}`."""
    runner_attestation: JsonObject | None = None
    experiment_set_id: str | None = None
    comparison_id: str | None = None
    variant_id: str | None = None
    trial_index: int | None = None
    dataset_id: str | None = None
    """`None` as well where the data set was deleted."""
    dataset_version: int | None = None
    """What to read the items at, to run the experiment again on the same ones."""
    target_type: str | None = None
    """A `TargetType`, unless a newer Mastra wrote another."""
    target_id: str | None = None
    scorer_ids: list[str] | None = None
    status: str
    """An `ExperimentStatus`, unless a newer Mastra wrote another."""
    total_items: int
    succeeded_count: int
    failed_count: int
    skipped_count: int
    started_at: UtcDatetime | None = None
    completed_at: UtcDatetime | None = None
    agent_version: str | None = None
    organization_id: str | None = None
    project_id: str | None = None
    created_at: UtcDatetime
    updated_at: UtcDatetime


class ExperimentResult(StorageModel):
    """What came of one item, in one attempt."""

    id: str
    experiment_id: str
    item_id: str
    item_dataset_version: int | None = None
    input: Any
    output: Any = None
    ground_truth: Any = None
    metadata: JsonObject | None = None
    error: Any = None
    """`{"message": "…", "stack": "…", "code": "…"}`; `None` where the item succeeded."""
    started_at: UtcDatetime
    completed_at: UtcDatetime
    retry_count: int
    """How often the target was called again within this attempt."""
    attempt: int = 0
    """Which time the item was run in this experiment, from 0."""
    trace_id: str | None = None
    status: str | None = None
    """A `ResultStatus`, unless a newer Mastra wrote another."""
    tags: list[str] | None = None
    comment: str | None = None
    tool_mock_report: Any = None
    organization_id: str | None = None
    project_id: str | None = None
    created_at: UtcDatetime


class ReviewSummary(StorageModel):
    """How far the review of an experiment is."""

    experiment_id: str
    total: int
    """Its results; those without a status are in none of the other numbers."""
    needs_review: int
    reviewed: int
    complete: int


class ExperimentPage(StorageModel):
    """One page of experiments, and how many there are."""

    experiments: list[Experiment]
    total: int | None
    """How many match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


class ExperimentResultPage(StorageModel):
    """One page of results, and how many there are."""

    results: list[ExperimentResult]
    total: int | None
    """How many match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


EXPERIMENTS = TypeAdapter(list[Experiment])
RESULTS = TypeAdapter(list[ExperimentResult])
SUMMARIES = TypeAdapter(list[ReviewSummary])
"""Each validates a whole result at once."""
