"""How long a store takes to answer, whatever it is: the time to look for what is not there."""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.health import Vitals

_NOBODY = "mastra_py_health"
"""An id that nobody has."""

_LOOKUPS: dict[Domain, Callable[[Any], Awaitable[object]]] = {
    Domain.MEMORY: lambda memory: memory.get_thread_by_id(_NOBODY),
    Domain.WORKFLOWS: lambda runs: runs.get_workflow_run_by_id(_NOBODY),
    Domain.DATASETS: lambda datasets: datasets.get_dataset_by_id(_NOBODY),
    Domain.EXPERIMENTS: lambda experiments: experiments.get_experiment_by_id(_NOBODY),
    Domain.OBSERVABILITY: lambda spans: spans.get_trace(_NOBODY),
    Domain.SCORES: lambda scores: scores.get_score_by_id(_NOBODY),
    Domain.AGENTS: lambda agents: agents.get_agent_by_id(_NOBODY),
}
"""A read of one row, of the domains that most stores have one of."""


async def look_up(find: Callable[[Domain], StorageDomain | None]) -> Vitals:
    """Make one read in the first of these domains that is there; a store of none just is open."""
    for domain, read in _LOOKUPS.items():
        if (found := find(domain)) is not None:
            started = perf_counter()
            await read(found)
            return Vitals(round_trip_ms=(perf_counter() - started) * 1000)
    return Vitals()
