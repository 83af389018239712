"""The flat methods of the original: those of its first domains, on the store itself."""

from collections.abc import Callable
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domains.memory.interface import MemoryStorage
from mastra_storage_core.domains.scores.interface import ScoresStorage
from mastra_storage_core.domains.versioned.kinds.agents import AgentsStorage
from mastra_storage_core.domains.workflows.interface import WorkflowsStorage

P = ParamSpec("P")
R = TypeVar("R")


class _Flat(Generic[P, R]):
    """A method of a domain, offered on the store itself."""

    def __init__(self, domain: Domain, method: Callable[Concatenate[Any, P], R]) -> None:
        self._domain = domain
        self.__doc__ = method.__doc__
        self.__name__ = method.__name__

    def __get__(self, store: object, owner: type[object]) -> Callable[P, R]:
        if store is None:
            return self  # type: ignore[return-value] # documentation tools look at the class
        return cast(Callable[P, R], getattr(getattr(store, self._domain), self.__name__))


def _memory(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.MEMORY, method)


def _workflows(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.WORKFLOWS, method)


def _scores(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.SCORES, method)


def _agents(method: Callable[Concatenate[Any, P], R]) -> _Flat[P, R]:
    return _Flat(Domain.AGENTS, method)


class FlatMethods:
    """Each of these is the method of a domain, which does all of it."""

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
