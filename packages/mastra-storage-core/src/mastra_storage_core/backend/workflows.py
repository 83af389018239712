"""What a backend of the workflows domain imports: its topics, what their methods receive, and plain
functions for what every backend has to decide alike.
"""

from mastra_storage_core.domains.workflows.changes import (
    changed_run,
    check_fence,
    claimed,
    in_the_way,
    is_owned,
    replaced_run,
)
from mastra_storage_core.domains.workflows.models import FINISHED
from mastra_storage_core.domains.workflows.ownership import OwnershipStorage
from mastra_storage_core.domains.workflows.requests import (
    Claim,
    Found,
    Row,
    RunChange,
    RunDraft,
    RunKey,
    RunQuery,
    Snapshot,
)
from mastra_storage_core.domains.workflows.rows import read_snapshot
from mastra_storage_core.domains.workflows.runs import RunStorage
from mastra_storage_core.domains.workflows.selection import decoded_run, is_finished, run_matches
from mastra_storage_core.domains.workflows.threads import STARTED_AT, SUSPENDED_AT
from mastra_storage_core.domains.workflows.updates import UpdateStorage

__all__ = [
    "FINISHED",
    "STARTED_AT",
    "SUSPENDED_AT",
    "Claim",
    "Found",
    "OwnershipStorage",
    "Row",
    "RunChange",
    "RunDraft",
    "RunKey",
    "RunQuery",
    "RunStorage",
    "Snapshot",
    "UpdateStorage",
    "changed_run",
    "check_fence",
    "claimed",
    "decoded_run",
    "in_the_way",
    "is_finished",
    "is_owned",
    "read_snapshot",
    "replaced_run",
    "run_matches",
]
