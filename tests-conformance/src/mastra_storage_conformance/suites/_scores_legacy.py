"""Rows of the tables of Mastra before 1.0, good and bad ones. No case lives here."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from mastra_storage_core import LegacyEval, LegacyTrace, OrderBy, ScoresStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._refusals import NUL

CallOfOld: TypeAlias = Callable[[ScoresStorage], Awaitable[Any]]


def an_eval(make: Make, **fields: Any) -> LegacyEval:
    """Return an evaluation of noon, of this case's agent."""
    values = {
        "input": "Why?",
        "output": "Because.",
        "result": {"score": 0.5, "info": {"reason": "short"}},
        "agent_name": make.owner,
        "metric_name": "toxicity",
        "instructions": "Be kind.",
        "global_run_id": "g",
        "run_id": make.id("run"),
        "created_at": make.noon,
    }
    return LegacyEval(**(values | fields))


def a_span(make: Make, **fields: Any) -> LegacyTrace:
    """Return a span of noon, of this case's scope."""
    values = {
        "id": make.id("span"),
        "trace_id": "t",
        "name": "agent.generate",
        "scope": make.owner,
        "kind": 1,
        "attributes": {"http.method": "GET", "n": 1},
        "status": {"code": 1},
        "events": [{"name": "e"}],
        "links": [],
        "other": {"resource": {"k": "v"}},
        "start_time": 1_709_294_400_000_000,
        "end_time": 1_709_294_400_000_500,
        "created_at": make.noon,
    }
    return LegacyTrace(**(values | fields))


CALLS_OF_OLD: dict[str, CallOfOld] = {
    "save_eval": lambda s: s.save_eval(an_eval(Make())),
    "list_evals": lambda s: s.list_evals(),
    "get_evals_by_agent_name": lambda s: s.get_evals_by_agent_name("a", type="test"),
    "save_trace": lambda s: s.save_trace(a_span(Make())),
    "get_traces": lambda s: s.get_traces(),
    "get_traces_paginated": lambda s: s.get_traces_paginated(page=3),
}
"""A call of every method."""


def bad_evals() -> dict[str, LegacyEval]:
    """Return evaluations that are refused."""
    sound = dict(an_eval(Make()))
    changes: dict[str, Any] = {
        **{f"score {n}": {"result": {"score": n}} for n in (float("nan"), "1", None, True)},
        "no score": {"result": {}},
        "result": {"result": [1]},
        "no json": {"result": {"score": 1, "at": {1}}},
        "agent": {"agent_name": " "},
        "run": {"run_id": NUL[0]},
        "metric": {"metric_name": None},
        "input": {"input": NUL[1]},
        "test_info": {"test_info": "text"},
    }
    return {name: LegacyEval.model_construct(**(sound | each)) for name, each in changes.items()}


def bad_spans() -> dict[str, LegacyTrace]:
    """Return spans that are refused."""
    sound = dict(a_span(Make()))
    changes: dict[str, Any] = {
        "end before start": {"end_time": 1},
        "no id": {"id": ""},
        "no trace": {"trace_id": None},
        "parent": {"parent_span_id": " "},
        "fraction": {"start_time": 0.5},
        "too late": {"end_time": 2**63},
        "kind": {"kind": -1},
        "keys": {"attributes": {1: 2}},
        "attributes": {"attributes": [1]},
        "events": {"events": {"a": 1}},
        "other": {"other": {1}},
        "name": {"name": NUL[0]},
    }
    return {name: LegacyTrace.model_construct(**(sound | each)) for name, each in changes.items()}


def bad_questions() -> dict[str, CallOfOld]:
    """Return lists that are refused."""
    order: Any = OrderBy("created_at; DROP TABLE mastra_evals")
    odd: Any = "tests"
    return {
        "type": lambda s: s.list_evals(type=odd),
        "type of an agent's": lambda s: s.get_evals_by_agent_name("a", type=odd),
        "agent": lambda s: s.get_evals_by_agent_name(""),
        "order": lambda s: s.list_evals(order_by=order),
        "page": lambda s: s.list_evals(page=-1),
        "pages of spans": lambda s: s.get_traces(per_page=-1),
        "attributes": lambda s: s.get_traces(attributes=odd),
        "scope": lambda s: s.get_traces(scope=NUL[0]),
        "dates": lambda s: s.get_traces(date_range=odd),
    }
