"""The workflows domain in plain Python: the readable specification of what every backend does."""

from mastra_storage_core.domains.workflows.interface import WorkflowsStorage

from mastra_storage_memory.domains.workflows.ownership import InMemoryOwnership
from mastra_storage_memory.domains.workflows.runs import InMemoryRuns
from mastra_storage_memory.domains.workflows.updates import InMemoryUpdates


class InMemoryWorkflows(InMemoryRuns, InMemoryUpdates, InMemoryOwnership, WorkflowsStorage):
    """Joins the topics, which share the tables."""
