"""The flat methods of the original: `store.save_thread(…)` is `store.memory.save_thread(…)`."""

from collections.abc import Callable
from typing import Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar, cast

import mastra_storage_core as offered  # which loads a name when it is first used
from mastra_storage_core.capabilities import Domain

P = ParamSpec("P")
R = TypeVar("R")
_Find: TypeAlias = Callable[[], Callable[Concatenate[Any, P], R]]
"""Finds a method. The domain that it belongs to is not imported before that."""


class _Flat(Generic[P, R]):
    """A method of a domain, offered on the store itself under the name that it has there."""

    def __init__(self, domain: Domain, method: _Find[P, R]) -> None:
        self._domain = domain
        self._method = method

    def __set_name__(self, owner: type[object], name: str) -> None:
        self.__name__ = name

    def __get__(self, store: object, owner: type[object]) -> Callable[P, R]:
        if store is None:
            return self  # type: ignore[return-value] # documentation tools look at the class
        return cast(Callable[P, R], getattr(getattr(store, self._domain), self.__name__))

    @property
    def __doc__(self) -> str | None:  # type: ignore[override] # as of a function
        return self._method().__doc__


def _memory(method: _Find[P, R]) -> _Flat[P, R]:
    return _Flat(Domain.MEMORY, method)


def _workflows(method: _Find[P, R]) -> _Flat[P, R]:
    return _Flat(Domain.WORKFLOWS, method)


def _scores(method: _Find[P, R]) -> _Flat[P, R]:
    return _Flat(Domain.SCORES, method)


def _agents(method: _Find[P, R]) -> _Flat[P, R]:
    return _Flat(Domain.AGENTS, method)


class FlatMethods:
    """Each of these is the method of a domain, which does all of it."""

    get_thread_by_id = _memory(lambda: offered.MemoryStorage.get_thread_by_id)
    save_thread = _memory(lambda: offered.MemoryStorage.save_thread)
    create_thread = _memory(lambda: offered.MemoryStorage.create_thread)
    update_thread = _memory(lambda: offered.MemoryStorage.update_thread)
    patch_thread = _memory(lambda: offered.MemoryStorage.patch_thread)
    update_thread_metadata = _memory(lambda: offered.MemoryStorage.update_thread_metadata)
    update_thread_resource_id = _memory(lambda: offered.MemoryStorage.update_thread_resource_id)
    delete_thread = _memory(lambda: offered.MemoryStorage.delete_thread)
    list_threads = _memory(lambda: offered.MemoryStorage.list_threads)
    save_messages = _memory(lambda: offered.MemoryStorage.save_messages)
    list_messages = _memory(lambda: offered.MemoryStorage.list_messages)
    list_messages_by_resource_id = _memory(
        lambda: offered.MemoryStorage.list_messages_by_resource_id
    )
    list_messages_by_id = _memory(lambda: offered.MemoryStorage.list_messages_by_id)
    get_messages = _memory(lambda: offered.MemoryStorage.get_messages)
    update_messages = _memory(lambda: offered.MemoryStorage.update_messages)
    delete_messages = _memory(lambda: offered.MemoryStorage.delete_messages)
    copy_thread = _memory(lambda: offered.MemoryStorage.copy_thread)
    clone_thread = _memory(lambda: offered.MemoryStorage.clone_thread)
    get_resource_by_id = _memory(lambda: offered.MemoryStorage.get_resource_by_id)
    save_resource = _memory(lambda: offered.MemoryStorage.save_resource)
    update_resource = _memory(lambda: offered.MemoryStorage.update_resource)

    persist_workflow_snapshot = _workflows(
        lambda: offered.WorkflowsStorage.persist_workflow_snapshot
    )
    create_workflow_snapshot = _workflows(lambda: offered.WorkflowsStorage.create_workflow_snapshot)
    save_workflow_run = _workflows(lambda: offered.WorkflowsStorage.save_workflow_run)
    load_workflow_snapshot = _workflows(lambda: offered.WorkflowsStorage.load_workflow_snapshot)
    get_workflow_snapshot = _workflows(lambda: offered.WorkflowsStorage.get_workflow_snapshot)
    get_workflow_run_by_id = _workflows(lambda: offered.WorkflowsStorage.get_workflow_run_by_id)
    list_workflow_runs = _workflows(lambda: offered.WorkflowsStorage.list_workflow_runs)
    delete_workflow_run_by_id = _workflows(
        lambda: offered.WorkflowsStorage.delete_workflow_run_by_id
    )
    update_workflow_results = _workflows(lambda: offered.WorkflowsStorage.update_workflow_results)
    update_workflow_state = _workflows(lambda: offered.WorkflowsStorage.update_workflow_state)
    claim_run_ownership = _workflows(lambda: offered.WorkflowsStorage.claim_run_ownership)
    renew_run_ownership = _workflows(lambda: offered.WorkflowsStorage.renew_run_ownership)
    release_run_ownership = _workflows(lambda: offered.WorkflowsStorage.release_run_ownership)
    get_run_ownership = _workflows(lambda: offered.WorkflowsStorage.get_run_ownership)

    save_score = _scores(lambda: offered.ScoresStorage.save_score)
    get_score_by_id = _scores(lambda: offered.ScoresStorage.get_score_by_id)
    list_scores_by_scorer_id = _scores(lambda: offered.ScoresStorage.list_scores_by_scorer_id)
    list_scores_by_run_id = _scores(lambda: offered.ScoresStorage.list_scores_by_run_id)
    list_scores_by_entity_id = _scores(lambda: offered.ScoresStorage.list_scores_by_entity_id)
    list_scores_by_span = _scores(lambda: offered.ScoresStorage.list_scores_by_span)
    save_eval = _scores(lambda: offered.ScoresStorage.save_eval)
    list_evals = _scores(lambda: offered.ScoresStorage.list_evals)
    get_evals = _scores(lambda: offered.ScoresStorage.get_evals)
    get_evals_by_agent_name = _scores(lambda: offered.ScoresStorage.get_evals_by_agent_name)
    save_trace = _scores(lambda: offered.ScoresStorage.save_trace)
    get_traces = _scores(lambda: offered.ScoresStorage.get_traces)
    get_traces_paginated = _scores(lambda: offered.ScoresStorage.get_traces_paginated)

    create_agent = _agents(lambda: offered.AgentsStorage.create_agent)
    get_agent_by_id = _agents(lambda: offered.AgentsStorage.get_agent_by_id)
    get_agent_by_id_resolved = _agents(lambda: offered.AgentsStorage.get_agent_by_id_resolved)
    update_agent = _agents(lambda: offered.AgentsStorage.update_agent)
    delete_agent = _agents(lambda: offered.AgentsStorage.delete_agent)
    list_agents = _agents(lambda: offered.AgentsStorage.list_agents)
    list_agents_resolved = _agents(lambda: offered.AgentsStorage.list_agents_resolved)
