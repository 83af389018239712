"""Old evaluations and spans on their way in, and out."""

from collections.abc import Sequence
from typing import Any, TypeVar

from mastra_storage_core import checks
from mastra_storage_core.domains.scores.legacy_models import (
    EVALS,
    TRACES,
    LegacyEval,
    LegacyTrace,
)
from mastra_storage_core.domains.scores.requests import Row
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.jsoncodec import decode_or_text, encode
from mastra_storage_core.reading import models_of

T = TypeVar("T")

_MOST = 2**63 - 1
"""The largest whole number that the columns of times hold."""


def check_eval(new: LegacyEval, max_bytes: int) -> LegacyEval:
    """Check an evaluation; return it as it will be read back."""
    (new,) = checks.instances([new], LegacyEval, "eval")
    for name in ("agent_name", "metric_name", "run_id", "global_run_id"):
        checks.identifier(getattr(new, name), name)
    for name in ("input", "output", "instructions"):
        checks.text(getattr(new, name), name, max_bytes)
    result = checks.json_object(new.result, "result", max_bytes)
    checks.number(new.result.get("score"), "the score of result")
    tested = new.test_info
    if tested is not None:
        tested = checks.json_object(tested, "test_info", max_bytes)
    return new.model_copy(update={"result": result, "test_info": tested})


def check_trace(new: LegacyTrace, max_bytes: int) -> LegacyTrace:
    """Check a span; return it as it will be read back."""
    (new,) = checks.instances([new], LegacyTrace, "trace")
    checks.identifier(new.id, "the trace's id")
    checks.identifier(new.trace_id, "trace_id")
    checks.optional_identifier(new.parent_span_id, "parent_span_id")
    for name in ("name", "scope"):
        checks.text(getattr(new, name), name, max_bytes)
    checks.count(new.kind, "kind")
    start = checks.count(new.start_time, "start_time", _MOST)
    if checks.count(new.end_time, "end_time", _MOST) < start:
        raise InvalidInputError("end_time lies before start_time")
    values: dict[str, Any] = {"other": encode(new.other, "other", max_bytes).value}
    for name, kind in _JSON.items():
        given = getattr(new, name)
        if given is not None and not isinstance(given, kind):
            raise InvalidInputError(f"{name} must be a JSON {_NAMES[kind]}")
        values[name] = encode(given, name, max_bytes).value
    return new.model_copy(update=values)


_JSON: dict[str, type[Any]] = {"attributes": dict, "status": dict, "events": list, "links": list}
_NAMES: dict[type[Any], str] = {dict: "object", list: "array"}


def read_evals(rows: Sequence[Row]) -> list[LegacyEval]:
    """Make evaluations of their rows, in the same order."""
    return models_of(EVALS, rows, "mastra_evals", key=["run_id"])


def read_traces(rows: Sequence[Row]) -> list[LegacyTrace]:
    """Make spans of their rows, in the same order."""
    for row in rows:
        if isinstance(row["other"], str):
            row["other"] = decode_or_text(row["other"])
    return models_of(TRACES, rows, "mastra_traces")
