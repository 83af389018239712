"""What the topics of this domain check alike."""

from datetime import datetime

from mastra_storage_core import checks
from mastra_storage_core.domains.workflows.models import RunStatus
from mastra_storage_core.domains.workflows.requests import RunKey
from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.model import utc

MAX_GENERATION = 2**53 - 1
"""The largest integer that JavaScript counts exactly."""


def checked_key(workflow_name: object, run_id: object, resource_id: object = None) -> RunKey:
    """Check what names a run, and an owner that it must have."""
    return RunKey(
        checks.identifier(workflow_name, "workflow_name"),
        checks.identifier(run_id, "run_id"),
        checks.optional_identifier(resource_id, "resource_id"),
    )


def checked_status(value: object) -> str:
    """Check a status of a run."""
    if isinstance(value, str) and value in set(RunStatus):
        return str(value)
    raise InvalidInputError(f"no status {named(value)}; there are: {', '.join(RunStatus)}")


def checked_generation(value: object, what: str) -> int | None:
    """Check a generation of an owner, which may be absent."""
    return None if value is None else checks.count(value, what, MAX_GENERATION)


def checked_time(value: object, what: str) -> datetime | None:
    """Check a time that may be absent; return it in UTC, cut to the millisecond."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        raise InvalidInputError(f"{what} must be a datetime, not {type(value).__name__}")
    return utc(value)
