"""The workflows domain: runs, changes to them, who may write them. What is promised here,
conformance tests.
"""

from typing import ClassVar

from mastra_storage_core.domains.workflows.ownership import OwnershipStorage
from mastra_storage_core.domains.workflows.runs import RunStorage
from mastra_storage_core.domains.workflows.updates import UpdateStorage
from mastra_storage_core.pruning import PrunableDomain
from mastra_storage_core.retention import TablePolicies, WorkflowRetention


class WorkflowsStorage(RunStorage, UpdateStorage, OwnershipStorage, PrunableDomain):
    """What a workflow must not lose. A backend implements the abstract methods of the topics."""

    domain: ClassVar[str] = "workflows"
    prunable: ClassVar[type[TablePolicies]] = WorkflowRetention
