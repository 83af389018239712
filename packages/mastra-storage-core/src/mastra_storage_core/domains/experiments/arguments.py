"""What the topics of this domain check alike."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domains.datasets.arguments import (
    checked_version,
    id_list,
    object_text,
    one_of,
    target_type,
)
from mastra_storage_core.domains.experiments.models import ExperimentStatus
from mastra_storage_core.domains.experiments.requests import Row, Values
from mastra_storage_core.errors import InvalidInputError, NotFoundError, named
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.model import utc

COUNTS = ("total_items", "succeeded_count", "failed_count", "skipped_count")

target_type_of = target_type
"""Under another name, where `target_type` is an argument."""


_TEXTS = ("name", "description")
_IDS = (
    "experiment_set_id",
    "comparison_id",
    "variant_id",
    "dataset_id",
    "target_id",
    "agent_version",
    "organization_id",
    "project_id",
)
_OBJECTS = ("metadata", "provenance", "runner_attestation")


def new_experiment(given: Mapping[str, Any], limit: int) -> Values:
    """Check the arguments of an experiment; return its columns, with an id and the time."""
    at = now()
    return {
        "id": checks.optional_identifier(given["experiment_id"], "experiment_id") or new_id(),
        **{key: optional_text(given[key], key, limit) for key in _TEXTS},
        **{key: checks.optional_identifier(given[key], key) for key in _IDS},
        **{key: object_text(given[key], key, limit) for key in _OBJECTS},
        "trial_index": checked_version(given["trial_index"], "trial_index"),
        "dataset_version": version_of(given["dataset_id"], given["dataset_version"]),
        "target_type": target_type(given["target_type"]),
        "scorer_ids": id_list(given["scorer_ids"], "scorer_ids", limit),
        **dict.fromkeys(COUNTS, 0),
        "total_items": checks.count(given["total_items"], "total_items"),
        "status": str(ExperimentStatus.PENDING),
        **dict.fromkeys(("started_at", "completed_at")),
        "created_at": at,
        "updated_at": at,
    }


def optional_text(value: object, what: str, limit: int) -> str | None:
    """Check a text that may be absent."""
    return None if value is None else checks.text(value, what, limit)


def changed(key: str, value: Any, limit: int) -> Any:
    """Check one field of an experiment that is changed; return it as it is stored."""
    if key in COUNTS:
        return checks.count(value, key)
    if key.endswith("_at"):
        return moment(value, key)
    if key == "metadata":
        return object_text(value, key, limit)
    if key == "status":
        if value is None:
            raise InvalidInputError("status must not be None")
        return one_of(ExperimentStatus, value, key)
    return optional_text(value, key, limit)


def moment(value: object, what: str) -> datetime | None:
    """Check a time that may be absent; return it in UTC, cut to the millisecond."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        raise InvalidInputError(f"{what} must be a datetime, not {type(value).__name__}")
    return utc(value)


def no_experiment(experiment_id: object) -> NotFoundError:
    """Return the error for an experiment that is not there, or not there for who asks."""
    return NotFoundError(f"no experiment {named(experiment_id)}")


def runnable(dataset: Row | None, dataset_id: str, version: int | None) -> None:
    """Raise unless an experiment can be run on a version of a data set."""
    if dataset is None:
        raise NotFoundError(f"no data set {named(dataset_id)}")
    if version is not None and version > dataset["version"]:
        raise NotFoundError(
            f"data set {named(dataset_id)} has no version {version}; the newest is "
            f"{dataset['version']}"
        )


def version_of(dataset_id: object, version: object) -> int | None:
    """Check a version of a data set, which needs the data set."""
    if dataset_id is None and version is not None:
        raise InvalidInputError("a dataset_version needs a dataset_id")
    return checked_version(version, "dataset_version")
