"""Examples of the scores domain: a score, one of long ago, an evaluation and a span of old."""

from typing import Any

from mastra_storage_core import LegacyEval, LegacyTrace, NewScore, ScoresStorage, Store

from mastra_storage_conformance.examples.example import (
    AGES_AGO,
    LONG_AGO,
    NOON,
    Call,
    Example,
    Names,
)


def _score(n: Names, name: str, **fields: Any) -> NewScore:
    values = {
        "scorer_id": n("scorer"),
        "run_id": n("run"),
        "entity_id": n("entity"),
        "entity_type": "AGENT",
        "trace_id": n("trace"),
        "span_id": n("span"),
        "source": "LIVE",
        "score": 0.5,
        "scorer": {"a": 1},
        "entity": {"b": [2]},
        "output": {"c": 3},
        "created_at": NOON,
        **_tenant(n),
    }
    return NewScore(id=n(name), **(values | fields))


def _tenant(n: Names) -> dict[str, Any]:
    return {"organization_id": n("organization"), "project_id": n("project")}


def _eval(n: Names) -> LegacyEval:
    return LegacyEval(
        input="Why?",
        output="Because.",
        result={"score": 1},
        agent_name=n("agent"),
        metric_name="m",
        instructions="Be kind.",
        global_run_id=n("global"),
        run_id=n("run"),
        created_at=NOON,
    )


def _trace(n: Names, name: str) -> LegacyTrace:
    named: Any = {"trace_id": n("trace"), "name": n("trace name"), "scope": n("scope")}
    times: Any = {"start_time": 1, "end_time": 2, "created_at": NOON}
    return LegacyTrace(id=n(name), kind=1, attributes={"k": 1}, **named, **times)


async def _seed(store: Store, n: Names) -> None:
    await store.scores.save_score(_score(n, "score"))
    await store.scores.save_score(_score(n, "old score", created_at=LONG_AGO))
    await store.scores.save_eval(_eval(n))
    await store.scores.save_trace(_trace(n, "old span"))


def _calls(n: Names) -> list[Call]:
    mine: Any = _tenant(n)
    return [
        Call("save_score", _score(n, "new score")),
        Call("get_score_by_id", n("score")),
        Call("list_scores_by_scorer_id", n("scorer"), source="LIVE", **mine, per_page=1),
        Call("list_scores_by_run_id", n("run"), **mine),
        Call("list_scores_by_entity_id", n("entity"), entity_type="AGENT", **mine),
        Call("list_scores_by_span", trace_id=n("trace"), span_id=n("span"), **mine),
        Call("save_eval", _eval(n)),
        Call("list_evals", agent_name=n("agent")),
        Call("get_evals", agent_name=n("agent"), per_page=1),
        Call("get_evals_by_agent_name", n("agent"), type="live"),
        Call("save_trace", _trace(n, "new span")),
        Call("get_traces", name=n("trace name")),
        Call("get_traces_paginated", scope=n("scope"), attributes={"k": 1}),
        Call("prune", {"scorers": AGES_AGO}),
    ]


async def _probe(store: Store, n: Names) -> Any:
    scores = store.scores
    return (
        [await scores.get_score_by_id(n(name)) for name in ("score", "old score", "new score")],
        await scores.get_evals_by_agent_name(n("agent")),
        await scores.get_traces(scope=n("scope"), per_page=None),
    )


SCORES = Example("scores", ScoresStorage, _seed, _calls, _probe)
