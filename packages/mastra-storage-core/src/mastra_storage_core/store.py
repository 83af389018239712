"""The store that a user constructs: one typed attribute for each domain."""

from collections.abc import Callable, Mapping
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, cast

from mastra_storage_core.capabilities import Capabilities, Domain
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.editor import EditorDomains
from mastra_storage_core.errors import StorageError, UnsupportedError, summary
from mastra_storage_core.flat import FlatMethods
from mastra_storage_core.health import Health, HealthOptions, PoolHealth, Vitals, examine
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.lookup import look_up
from mastra_storage_core.pruning import Progress, PrunableDomain, PruneOptions, prune_domains
from mastra_storage_core.retention import PruneReport, Retention
from mastra_storage_core.watch import SLOW_MS, STORE, Watch

if TYPE_CHECKING:  # A store imports the domains that are used, and no others.
    from mastra_storage_core.domains.datasets.interface import DatasetsStorage
    from mastra_storage_core.domains.experiments.interface import ExperimentsStorage
    from mastra_storage_core.domains.memory.interface import MemoryStorage
    from mastra_storage_core.domains.observability.interface import ObservabilityStorage
    from mastra_storage_core.domains.scores.interface import ScoresStorage
    from mastra_storage_core.domains.workflows.interface import WorkflowsStorage

Make: TypeAlias = Callable[[], StorageDomain]
"""Makes a domain, which imports it, when it is first used: all of them take 30 ms."""


class Store(FlatMethods, EditorDomains):
    """A backend that holds domains: `store.memory`, or `store.get_store("memory")`.

    It opens on first use, or by `init()`; `async with` closes it.
    """

    name: ClassVar[str]
    """The backend as identifiers of errors spell it, such as `LIBSQL`."""
    capabilities: Capabilities
    """What this very store can do: it may depend on what it was opened with."""

    retention: Retention
    """What `prune` deletes where it is not told otherwise."""

    def __init__(
        self,
        lifecycle: Lifecycle,
        domains: Mapping[Domain, StorageDomain | Make],
        *,
        retention: Retention | Mapping[str, Any] | None = None,
        slow_ms: float | None = SLOW_MS,
    ) -> None:
        self._lifecycle = lifecycle
        self.watch = Watch(self.name, slow_ms)
        self._domains = dict(domains)
        for domain in self._domains.values():
            if isinstance(domain, StorageDomain):
                domain.bind(self)
        self.retention = Retention() if retention is None else Retention.check(retention)

    async def init(self) -> None:
        """Open the store and make what is missing of its schema, which nothing at all is once it is
        current.

        Calls at the same moment share one run; after a failure the next call tries again.
        `ClosedError` after `close()`.
        """
        started = perf_counter()
        try:
            await self._lifecycle.open()
        except BaseException as error:
            self.watch.failed(STORE, "init", started, error)
            raise
        self.watch.passed(STORE, "init", started)

    async def prune(
        self,
        retention: Retention | Mapping[str, Any] | None = None,
        *,
        dry_run: bool = False,
        max_batches: int | None = None,
        max_rows: int | None = None,
        pause: float = 0.02,
        progress: Progress | None = None,
    ) -> list[PruneReport]:
        """Delete what is older than the retention allows; return one report for each table that has
        a policy, in a fixed order.

        `retention` stands in the place of the store's own. Rows strictly older than the moment of
        the call minus `max_age` go; one without a time never does. They go in batches, each a
        transaction that deletes whole entities, so that a call that fails or is cancelled has lost
        nothing and the next one goes on. `max_batches` and `max_rows` bound the call for each
        table, and `progress` is told after each batch what has become of its table so far; what it
        raises ends the call. Between two batches it waits `pause` seconds, in which other processes
        that wait for a SQLite file have their turn. With `dry_run` nothing is touched, and the
        reports say what would go.

        A policy of a domain that this store lacks is left out of the reports. The backends of a
        composite are pruned at the same time. A domain that fails does not stop the others; when
        they are done the first failure is raised, with the reports in its notes.
        `ConfigurationError` for a retention and `InvalidInputError` for an option that does not
        fit, before any I/O.
        """
        try:
            chosen = self.retention if retention is None else Retention.check(retention)
            options = PruneOptions.check(dry_run, max_batches, max_rows, pause, progress)
            wanted = ((self._find(domain), policies) for domain, policies in chosen.given())
            return await prune_domains(
                [(found, each) for found, each in wanted if isinstance(found, PrunableDomain)],
                options,
            )
        except StorageError as error:
            error.at(self.name, "prune")
            raise

    async def health(
        self,
        *,
        sample: int = 0,
        timeout: float = 5.0,  # noqa: ASYNC109 - it bounds what is reported, and raises nothing
    ) -> Health:
        """Report how the store is. One that is sick is reported and raises nothing; one that was
        not opened is opened first, as by any call.

        It takes one trip to the database, which reads the catalogue and no rows, and whose cost
        does not grow with the tables. With `sample`, up to so many rows of each table, taken at
        random, are asked whether their times agree with their mirrors, where there are any: about
        a millisecond for each thousand. After `timeout` seconds the store counts as down.

        A composite is as the worst of its backends, which are asked at the same time.
        `InvalidInputError` for an option that does not fit, before any I/O.
        """
        try:
            options = HealthOptions.check(sample, timeout)
        except StorageError as error:
            error.at(self.name, "health")
            raise
        return await self._health(options)

    async def _health(self, options: HealthOptions) -> Health:
        async def measure() -> Vitals:
            await self._lifecycle.open()
            vitals = await self._measure(options.sample)
            return vitals.model_copy(update={"pool": self.pool})

        return await examine(self.name, measure, lambda: self.pool, options.timeout)

    async def _measure(self, sample: int) -> Vitals:
        """Measure what `health` reports. Here: how long it takes to look for something that is not
        there. A backend that knows more of itself says more.
        """
        return await look_up(self._find)

    @property
    def pool(self) -> PoolHealth | None:
        """The connections of this store at this moment, without I/O; `None` where it has none, or
        is not open.
        """
        return None

    async def close(self) -> None:
        """Close what this store opened. A second call does nothing; any use afterwards is
        `ClosedError`.
        """
        try:
            await self._lifecycle.close()
        except StorageError as error:
            error.at(self.name, "close")
            raise

    async def __aenter__(self) -> Self:
        """Open the store; one that cannot be opened is closed, for nobody will leave it."""
        try:
            await self.init()
        except BaseException as error:
            await self._abandon(error)
            raise
        return self

    async def _abandon(self, error: BaseException) -> None:
        """Close because of an error, which a failure to close must not hide."""
        try:
            await self.close()
        except Exception as another:  # noqa: BLE001 - the first one is raised
            error.add_note(f"closing the store failed as well: {summary(another)}")

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def get_store(self, domain: str) -> StorageDomain | None:
        """Return a domain by name, or `None` where this store lacks it."""
        return self._find(cast(Domain, domain))

    @property
    def stores(self) -> dict[str, StorageDomain]:
        """The domains that this store has, by name."""
        return {domain.value: self._require(domain) for domain in self._domains}

    @property
    def backends(self) -> tuple["Store", ...]:
        """The stores that keep the data, each once: this one alone, or those that a composite
        joins.
        """
        return (self,)

    @property
    def memory(self) -> "MemoryStorage":
        """Threads, messages, resources, observational memory."""
        return cast("MemoryStorage", self._require(Domain.MEMORY))

    @property
    def workflows(self) -> "WorkflowsStorage":
        """Runs of workflows: their snapshots, and who may write them."""
        return cast("WorkflowsStorage", self._require(Domain.WORKFLOWS))

    @property
    def datasets(self) -> "DatasetsStorage":
        """Data sets, their items, and what these were at every version."""
        return cast("DatasetsStorage", self._require(Domain.DATASETS))

    @property
    def experiments(self) -> "ExperimentsStorage":
        """Experiments on data sets, and their results."""
        return cast("ExperimentsStorage", self._require(Domain.EXPERIMENTS))

    @property
    def observability(self) -> "ObservabilityStorage":
        """Spans and traces: what an application did, step by step."""
        return cast("ObservabilityStorage", self._require(Domain.OBSERVABILITY))

    @property
    def scores(self) -> "ScoresStorage":
        """What scorers said of agents and workflows."""
        return cast("ScoresStorage", self._require(Domain.SCORES))

    def _require(self, domain: Domain) -> StorageDomain:
        found = self._find(domain)
        if found is None:
            raise UnsupportedError(f"{type(self).__name__} has no domain {domain.value!r}")
        return found

    def _find(self, domain: Domain) -> StorageDomain | None:
        """Return a domain, which is made if this is its first use."""
        found = self._domains.get(domain)
        if found is not None and not isinstance(found, StorageDomain):
            found = self._domains[domain] = found()
            found.bind(self)
        return found
