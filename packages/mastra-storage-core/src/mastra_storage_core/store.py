"""The store that a user constructs: one typed attribute for each domain, and the flat methods of
the original.
"""

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, ClassVar, Concatenate, Generic, ParamSpec, Self, TypeVar, cast

from mastra_storage_core.capabilities import Capabilities, Domain
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.domains.datasets.interface import DatasetsStorage
from mastra_storage_core.domains.experiments.interface import ExperimentsStorage
from mastra_storage_core.domains.memory.interface import MemoryStorage
from mastra_storage_core.domains.observability.interface import ObservabilityStorage
from mastra_storage_core.domains.scores.interface import ScoresStorage
from mastra_storage_core.domains.versioned.kinds.agents import AgentsStorage
from mastra_storage_core.domains.workflows.interface import WorkflowsStorage
from mastra_storage_core.editor import EditorDomains
from mastra_storage_core.errors import StorageError, UnsupportedError, summary
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.pruning import Progress, PrunableDomain, PruneOptions, prune_domains
from mastra_storage_core.retention import PruneReport, Retention

P = ParamSpec("P")
R = TypeVar("R")


class _Flat(Generic[P, R]):
    """A method of a domain, offered on the store itself."""

    def __init__(self, domain: Domain, method: Callable[Concatenate[Any, P], R]) -> None:
        self._domain = domain
        self.__doc__ = method.__doc__
        self.__name__ = method.__name__

    def __get__(self, store: "Store", owner: type["Store"]) -> Callable[P, R]:
        if store is None:
            return self  # type: ignore[unreachable] # documentation tools look at the class
        return cast(Callable[P, R], getattr(getattr(store, self._domain), self.__name__))


def _memory(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.MEMORY, method)


def _workflows(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.WORKFLOWS, method)


def _scores(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.SCORES, method)


def _agents(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.AGENTS, method)


class Store(EditorDomains):
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
        domains: Mapping[Domain, StorageDomain],
        *,
        retention: Retention | Mapping[str, Any] | None = None,
    ) -> None:
        self._lifecycle = lifecycle
        self._domains = dict(domains)
        for domain in self._domains.values():
            domain.bind(self)
        self.retention = Retention() if retention is None else Retention.check(retention)

    async def init(self) -> None:
        """Open the store and make what is missing of its schema, which nothing at all is once it is
        current.

        Calls at the same moment share one run; after a failure the next call tries again.
        `ClosedError` after `close()`.
        """
        try:
            await self._lifecycle.open()
        except StorageError as error:
            error.at(self.name, "init")
            raise

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
            wanted = ((self._domains.get(domain), policies) for domain, policies in chosen.given())
            return await prune_domains(
                [(found, each) for found, each in wanted if isinstance(found, PrunableDomain)],
                options,
            )
        except StorageError as error:
            error.at(self.name, "prune")
            raise

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
        return self._domains.get(cast(Domain, domain))

    @property
    def stores(self) -> dict[str, StorageDomain]:
        """The domains that this store has, by name."""
        return {domain.value: found for domain, found in self._domains.items()}

    @property
    def backends(self) -> tuple["Store", ...]:
        """The stores that keep the data, each once: this one alone, or those that a composite
        joins.
        """
        return (self,)

    @property
    def memory(self) -> MemoryStorage:
        """Threads, messages, resources, observational memory."""
        return cast(MemoryStorage, self._require(Domain.MEMORY))

    @property
    def workflows(self) -> WorkflowsStorage:
        """Runs of workflows: their snapshots, and who may write them."""
        return cast(WorkflowsStorage, self._require(Domain.WORKFLOWS))

    @property
    def datasets(self) -> DatasetsStorage:
        """Data sets, their items, and what these were at every version."""
        return cast(DatasetsStorage, self._require(Domain.DATASETS))

    @property
    def experiments(self) -> ExperimentsStorage:
        """Experiments on data sets, and their results."""
        return cast(ExperimentsStorage, self._require(Domain.EXPERIMENTS))

    @property
    def observability(self) -> ObservabilityStorage:
        """Spans and traces: what an application did, step by step."""
        return cast(ObservabilityStorage, self._require(Domain.OBSERVABILITY))

    @property
    def scores(self) -> ScoresStorage:
        """What scorers said of agents and workflows."""
        return cast(ScoresStorage, self._require(Domain.SCORES))

    def _require(self, domain: Domain) -> StorageDomain:
        found = self._domains.get(domain)
        if found is None:
            raise UnsupportedError(f"{type(self).__name__} has no domain {domain.value!r}")
        return found

    get_thread_by_id = _memory(MemoryStorage.get_thread_by_id)
    save_thread = _memory(MemoryStorage.save_thread)
    create_thread = _memory(MemoryStorage.create_thread)
    update_thread = _memory(MemoryStorage.update_thread)
    patch_thread = _memory(MemoryStorage.patch_thread)
    update_thread_metadata = _memory(MemoryStorage.update_thread_metadata)
    update_thread_resource_id = _memory(MemoryStorage.update_thread_resource_id)
    delete_thread = _memory(MemoryStorage.delete_thread)
    list_threads = _memory(MemoryStorage.list_threads)
    save_messages = _memory(MemoryStorage.save_messages)
    list_messages = _memory(MemoryStorage.list_messages)
    list_messages_by_resource_id = _memory(MemoryStorage.list_messages_by_resource_id)
    list_messages_by_id = _memory(MemoryStorage.list_messages_by_id)
    get_messages = _memory(MemoryStorage.get_messages)
    update_messages = _memory(MemoryStorage.update_messages)
    delete_messages = _memory(MemoryStorage.delete_messages)
    copy_thread = _memory(MemoryStorage.copy_thread)
    clone_thread = _memory(MemoryStorage.clone_thread)
    get_resource_by_id = _memory(MemoryStorage.get_resource_by_id)
    save_resource = _memory(MemoryStorage.save_resource)
    update_resource = _memory(MemoryStorage.update_resource)

    persist_workflow_snapshot = _workflows(WorkflowsStorage.persist_workflow_snapshot)
    create_workflow_snapshot = _workflows(WorkflowsStorage.create_workflow_snapshot)
    save_workflow_run = _workflows(WorkflowsStorage.save_workflow_run)
    load_workflow_snapshot = _workflows(WorkflowsStorage.load_workflow_snapshot)
    get_workflow_snapshot = _workflows(WorkflowsStorage.get_workflow_snapshot)
    get_workflow_run_by_id = _workflows(WorkflowsStorage.get_workflow_run_by_id)
    list_workflow_runs = _workflows(WorkflowsStorage.list_workflow_runs)
    delete_workflow_run_by_id = _workflows(WorkflowsStorage.delete_workflow_run_by_id)
    update_workflow_results = _workflows(WorkflowsStorage.update_workflow_results)
    update_workflow_state = _workflows(WorkflowsStorage.update_workflow_state)
    claim_run_ownership = _workflows(WorkflowsStorage.claim_run_ownership)
    renew_run_ownership = _workflows(WorkflowsStorage.renew_run_ownership)
    release_run_ownership = _workflows(WorkflowsStorage.release_run_ownership)
    get_run_ownership = _workflows(WorkflowsStorage.get_run_ownership)

    save_score = _scores(ScoresStorage.save_score)
    get_score_by_id = _scores(ScoresStorage.get_score_by_id)
    list_scores_by_scorer_id = _scores(ScoresStorage.list_scores_by_scorer_id)
    list_scores_by_run_id = _scores(ScoresStorage.list_scores_by_run_id)
    list_scores_by_entity_id = _scores(ScoresStorage.list_scores_by_entity_id)
    list_scores_by_span = _scores(ScoresStorage.list_scores_by_span)
    save_eval = _scores(ScoresStorage.save_eval)
    list_evals = _scores(ScoresStorage.list_evals)
    get_evals = _scores(ScoresStorage.get_evals)
    get_evals_by_agent_name = _scores(ScoresStorage.get_evals_by_agent_name)
    save_trace = _scores(ScoresStorage.save_trace)
    get_traces = _scores(ScoresStorage.get_traces)
    get_traces_paginated = _scores(ScoresStorage.get_traces_paginated)

    create_agent = _agents(AgentsStorage.create_agent)
    get_agent_by_id = _agents(AgentsStorage.get_agent_by_id)
    get_agent_by_id_resolved = _agents(AgentsStorage.get_agent_by_id_resolved)
    update_agent = _agents(AgentsStorage.update_agent)
    delete_agent = _agents(AgentsStorage.delete_agent)
    list_agents = _agents(AgentsStorage.list_agents)
    list_agents_resolved = _agents(AgentsStorage.list_agents_resolved)
