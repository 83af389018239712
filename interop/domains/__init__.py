"""The domains that are proved. A new one is two modules here, and a line in each of these."""

from collections.abc import Callable

from interop.domains.domain import Domain
from interop.domains.memory import MEMORY
from interop.domains.memory_load import MemoryLoad
from interop.domains.observability import OBSERVABILITY
from interop.domains.observability_load import ObservabilityLoad
from interop.domains.workflows import WORKFLOWS
from interop.domains.workflows_load import WorkflowsLoad
from interop.hammer import Workload

DOMAINS: tuple[Domain, ...] = (MEMORY, WORKFLOWS, OBSERVABILITY)
WORKLOADS: tuple[Callable[[], Workload], ...] = (MemoryLoad, WorkflowsLoad, ObservabilityLoad)
"""What the hammer does to each of them."""
