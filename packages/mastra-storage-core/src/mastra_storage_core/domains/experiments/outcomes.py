"""Results on their way in: checked, and written as they are stored."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domains.datasets.arguments import (
    checked_scope,
    checked_version,
    json_text,
    object_text,
    one_of,
    text_list,
)
from mastra_storage_core.domains.datasets.models import PURGED
from mastra_storage_core.domains.experiments.arguments import moment
from mastra_storage_core.domains.experiments.models import ResultStatus
from mastra_storage_core.domains.experiments.requests import ResultDraft, Row, Values
from mastra_storage_core.errors import ConflictError, InvalidInputError, named
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.model import iso

CONTENT = ("output", "ground_truth", "error", "tags", "comment", "tool_mock_report")
"""What a result holds of an item, beside the input, and what people say of it."""
KEPT = ("id", "created_at", "comment")
"""What stays of a result that is replaced."""
_ANY_JSON = ("output", "ground_truth", "tool_mock_report")


def result_draft(given: Mapping[str, Any], replace: bool, limit: int) -> ResultDraft:
    """Check the arguments of a result."""
    at = now()
    values: Values = {
        "id": checks.optional_identifier(given["result_id"], "result_id") or new_id(),
        "experiment_id": checks.identifier(given["experiment_id"], "experiment_id"),
        "item_id": checks.identifier(given["item_id"], "item_id"),
        "item_dataset_version": checked_version(
            given["item_dataset_version"], "item_dataset_version"
        ),
        "input": json_text(given["input"], "input", limit),
        **{name: _json(given[name], name, limit) for name in _ANY_JSON},
        "metadata": _metadata(given["metadata"], limit),
        "error": object_text(given["error"], "error", limit),
        "started_at": _needed(given["started_at"], "started_at"),
        "completed_at": _needed(given["completed_at"], "completed_at"),
        "retry_count": checks.count(given["retry_count"], "retry_count"),
        "attempt": checks.count(given["attempt"], "attempt"),
        "trace_id": checks.optional_identifier(given["trace_id"], "trace_id"),
        "status": one_of(ResultStatus, given["status"], "status"),
        "tags": text_list(given["tags"], "tags", limit),
        "comment": None,
        "created_at": at,
    }
    scope = checked_scope(given["organization_id"], given["project_id"])
    return ResultDraft(
        values=values | scope._asdict(),
        erased=erased(at),
        replace=replace,
        recount=checks.flag(given["recount"], "recount"),
        scope=scope,
    )


def erased(at: datetime) -> Values:
    """Return the columns of a result of an item whose content was erased."""
    marker = encode({PURGED: True, "purgedAt": iso(at)}, "metadata").text
    return {**dict.fromkeys(CONTENT), "input": "null", "metadata": marker}


def is_erased(metadata: object) -> bool:
    """Return whether metadata say that a content was erased."""
    return isinstance(metadata, dict) and metadata.get(PURGED) is True


def theirs(experiment: Row, draft: ResultDraft) -> bool:
    """Return whether an experiment belongs to another organization or project than a result."""
    pairs = (
        (experiment["organizationId"], draft.scope.organization_id),
        (experiment["projectId"], draft.scope.project_id),
    )
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def in_the_way(values: Values) -> ConflictError:
    """Return the error for a result that is there already."""
    return ConflictError(
        f"item {named(values['item_id'])} has a result of attempt {values['attempt']} in "
        f"experiment {named(values['experiment_id'])} already",
        constraint="attempt",
    )


def _json(value: object, what: str, limit: int) -> str | None:
    return None if value is None else json_text(value, what, limit)


def _metadata(value: object, limit: int) -> str | None:
    if isinstance(value, Mapping) and PURGED in value:
        raise InvalidInputError(f"metadata has the key {PURGED!r}, which marks erased items")
    return object_text(value, "metadata", limit)


def _needed(value: object, what: str) -> datetime:
    if value is None:
        raise InvalidInputError(f"{what} must be a datetime, not None")
    found = moment(value, what)
    assert found is not None
    return found
