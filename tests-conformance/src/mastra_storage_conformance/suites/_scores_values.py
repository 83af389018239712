"""What cases and random programs put into scores, and ask of them. No case lives here."""

from typing import Any

from hypothesis import strategies as st

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._runs_values import json_values, texts

FULL: dict[str, Any] = {
    "entity_type": "TRAJECTORY",
    "input": [{"role": "user", "content": "Why?"}],
    "additional_context": {"a": [1]},
    "request_context": {"user": "ada"},
    "metadata": {"k": None},
    "reason": "It says why.",
    "preprocess_step_result": {"p": 1},
    "extract_step_result": {"e": [2]},
    "analyze_step_result": {"a": {"n": 3}},
    "preprocess_prompt": "p",
    "extract_prompt": "e",
    "analyze_prompt": "a",
    "generate_score_prompt": "s",
    "generate_reason_prompt": "g",
    "reason_prompt": "",
    "trace_id": "trace",
    "span_id": "span",
    "resource_id": "resource",
    "thread_id": "thread",
    "organization_id": "organization",
    "project_id": "project",
    "batch_id": "batch",
    "dataset_id": "dataset",
    "dataset_item_id": "item",
}
"""Every field that a score may have besides what it must have."""

OBJECTS: tuple[str, ...] = (
    *("scorer", "entity", "additional_context", "request_context", "metadata"),
    *("preprocess_step_result", "extract_step_result", "analyze_step_result"),
)
ANY_JSON = ("input", "output")
PLAIN: tuple[str, ...] = (
    *("reason", "preprocess_prompt", "extract_prompt", "analyze_prompt"),
    *("generate_score_prompt", "generate_reason_prompt", "reason_prompt"),
)
"""The fields of each kind."""

names = st.sampled_from(["B", "a", "é", "😀"])
moments = st.none() | st.integers(0, 2).map(Make().after)
TWO = {
    "scorer_id": st.sampled_from(["s", "é"]),
    "run_id": st.sampled_from(["r", "q"]),
    "entity_id": st.sampled_from(["e", "E"]),
    "entity_type": st.sampled_from(["AGENT", "STEP"]),
    "source": st.sampled_from(["LIVE", "TEST"]),
    "trace_id": st.sampled_from(["x", "y"]),
    "span_id": st.sampled_from(["1", "2"]),
    "organization_id": st.sampled_from(["o", "p"]),
    "project_id": st.sampled_from(["1", "2"]),
}
"""The fields that lists ask for."""
OF_THE_PROGRAM = ("scorer_id", "run_id", "entity_id", "trace_id")
"""Those by which lists find scores: no other program has the same."""
objects = st.dictionaries(texts, json_values, max_size=2)
values = st.fixed_dictionaries(
    {name: TWO[name] for name in ("scorer_id", "run_id", "entity_id", "source")}
    | {"score": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 9)}
    | {"scorer": objects, "entity": objects, "output": json_values},
    optional={name: TWO[name] for name in ("entity_type", "trace_id", "span_id")}
    | {name: TWO[name] for name in ("organization_id", "project_id")}
    | {"input": json_values, "metadata": objects, "extract_step_result": objects, "reason": texts},
)
tenants = {name: TWO[name] for name in ("organization_id", "project_id")}
ABOUT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "list_scores_by_scorer_id": (("scorer_id",), ("entity_id", "entity_type", "source")),
    "list_scores_by_run_id": (("run_id",), ()),
    "list_scores_by_entity_id": (("entity_id", "entity_type"), ()),
    "list_scores_by_span": (("trace_id", "span_id"), ()),
}
"""What each list asks for, and what it may ask for besides."""
questions = st.sampled_from(sorted(ABOUT)).flatmap(
    lambda method: st.tuples(
        st.just(method),
        st.fixed_dictionaries(
            {name: TWO[name] for name in ABOUT[method][0]},
            optional={name: TWO[name] for name in ABOUT[method][1]} | tenants,
        ),
    )
)
