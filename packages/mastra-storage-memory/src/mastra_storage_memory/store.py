"""The store that a user constructs for memory."""

from collections.abc import Mapping
from typing import Any, ClassVar

from mastra_storage_core.capabilities import Capabilities, Domain, Feature
from mastra_storage_core.domain import DEFAULT_LIMITS, Limits, StorageDomain
from mastra_storage_core.errors import ConfigurationError, named
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.retention import Retention
from mastra_storage_core.store import Store
from mastra_storage_core.watch import SLOW_MS

from mastra_storage_memory.domains.datasets.store import InMemoryDatasets
from mastra_storage_memory.domains.experiments.store import InMemoryExperiments
from mastra_storage_memory.domains.memory.store import InMemoryMemory
from mastra_storage_memory.domains.observability.store import InMemoryObservability
from mastra_storage_memory.domains.scores.store import InMemoryScores
from mastra_storage_memory.domains.versioned.every import versioned_domains
from mastra_storage_memory.domains.workflows.store import InMemoryWorkflows


class InMemoryStore(Store):
    """Keeps everything in plain Python objects of its own, for as long as it lives.

    Any number of tasks may use it at once: each call is done wholly or not at all, and never in
    the middle of another. Once it is open, so may threads, each with an event loop of its own.
    """

    name: ClassVar[str] = "MEMORY"
    capabilities = Capabilities(
        domains=frozenset(Domain),
        features=frozenset(
            {Feature.JSON_KEY_ORDER, Feature.JSON_NUMBER_SPELLING, Feature.JSON_NUL}
        ),
    )

    def __init__(
        self,
        *,
        limits: Limits = DEFAULT_LIMITS,
        retention: Retention | Mapping[str, Any] | None = None,
        slow_ms: float | None = SLOW_MS,
    ) -> None:
        lifecycle = Lifecycle(_nothing, _nothing, forkable=True)
        memory = InMemoryMemory(lifecycle, store_name=self.name, limits=limits)
        workflows = InMemoryWorkflows(lifecycle, store_name=self.name, limits=limits)
        datasets = InMemoryDatasets(lifecycle, store_name=self.name, limits=limits)
        experiments = InMemoryExperiments(lifecycle, store_name=self.name, limits=limits)
        experiments.beside(datasets)
        observability = InMemoryObservability(lifecycle, store_name=self.name, limits=limits)
        scores = InMemoryScores(lifecycle, store_name=self.name, limits=limits)
        domains: dict[Domain, StorageDomain] = {
            Domain.MEMORY: memory,
            Domain.WORKFLOWS: workflows,
            Domain.DATASETS: datasets,
            Domain.EXPERIMENTS: experiments,
            Domain.OBSERVABILITY: observability,
            Domain.SCORES: scores,
            **versioned_domains(lifecycle, store_name=self.name, limits=limits),
        }
        super().__init__(lifecycle, domains, retention=retention, slow_ms=slow_ms)


def open_url(url: str, **options: Any) -> InMemoryStore:
    """Return a new and empty store for `memory:`.

    `ConfigurationError` for a URL that says more, and for unknown options.
    """
    if url.lower() != "memory:":
        raise ConfigurationError("the url of an InMemoryStore is memory: and nothing else")
    if unknown := sorted(options.keys() - {"limits", "retention", "slow_ms"}):
        raise ConfigurationError(
            f"settings that InMemoryStore lacks: {', '.join(map(named, unknown))}"
        )
    return InMemoryStore(**options)


async def _nothing() -> None:
    """Open or close: a store in memory has nothing to do for either."""
