"""What tracing checks and derives without a store: drafts, changes, branches, previews."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from mastra_storage_core import InvalidInputError, NewSpan, NotFoundError, Span, SpanUpdate
from mastra_storage_core.domains.observability.drafts import (
    check_change,
    check_span,
    check_spans,
    settle,
)
from mastra_storage_core.domains.observability.kinds import BRANCH_TYPES, SpanType
from mastra_storage_core.domains.observability.models import SPANS, SpanStatus
from mastra_storage_core.domains.observability.previews import LENGTH, preview
from mastra_storage_core.domains.observability.requests import Change, SpanKey
from mastra_storage_core.domains.observability.rows import branch_of, read_spans
from mastra_storage_core.errors import CorruptDataError
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
FIELDS: dict[str, Any] = {
    "trace_id": "t",
    "span_id": "s",
    "name": "n",
    "span_type": "generic",
    "started_at": NOON,
}
KEY = SpanKey("t", "s")


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.mark.parametrize("name", FIELDS)
def test_a_model_that_was_made_without_checks_is_checked(name: str) -> None:
    for value in (None, 5, "a\0b"):
        made = NewSpan.model_construct(**FIELDS | {name: value})
        with pytest.raises(InvalidInputError):
            check_span(made, DEFAULT_MAX_BYTES)


def test_a_stored_span_may_be_stored_again() -> None:
    span = Span(**FIELDS, created_at=NOON, updated_at=NOON)

    assert check_span(span, DEFAULT_MAX_BYTES) == check_span(NewSpan(**FIELDS), DEFAULT_MAX_BYTES)


def test_json_leaves_as_text_and_the_last_of_a_key_counts() -> None:
    first = {**FIELDS, "output": 1}
    last = {**FIELDS, "output": {"a": [1.0, None]}, "tags": ["x"]}

    drafts = check_spans([first, {}, last], DEFAULT_MAX_BYTES)

    position, row = drafts.rows[KEY]
    assert (position, row["output"], row["tags"]) == (2, '{"a":[1.0,null]}', '["x"]')
    assert [refusal.position for refusal in drafts.refused] == [1]


def test_a_change_has_what_was_given_and_nothing_else() -> None:
    change = check_change({"traceId": "t", "spanId": "s", "endedAt": None}, DEFAULT_MAX_BYTES)

    assert change == Change(KEY, {"ended_at": None})


def test_changes_are_settled_one_after_the_other() -> None:
    changes = [
        (0, Change(KEY, {"ended_at": after(5)})),
        (1, Change(KEY, {"started_at": after(6), "name": "x"})),
        (2, Change(SpanKey("t", "unknown"), {})),
        (3, Change(KEY, {"ended_at": after(9), "output": "1"})),
        (4, Change(KEY, {"started_at": after(6)})),
    ]

    settled = settle(changes, {KEY: (NOON, None)})

    values = {"ended_at": after(9), "started_at": after(6), "output": "1"}
    assert [change for _, change in settled.changes] == [Change(KEY, values)]
    kinds = [(refusal.position, type(refusal.error)) for refusal in settled.refused]
    assert kinds == [(1, InvalidInputError), (2, NotFoundError)]


PARENTS = {"a": None, "b": "a", "c": "b", "d": "b", "x": "y", "y": "x"}
ROWS = [{"spanId": name, "parentSpanId": parent} for name, parent in PARENTS.items()]


@pytest.mark.parametrize(
    ("span_id", "depth", "expected"),
    [
        ("a", None, "abcd"),
        ("a", 1, "ab"),
        ("b", 0, "b"),
        ("x", None, "xy"),
        ("x", 10**9, "xy"),
        ("unknown", None, ""),
    ],
)
def test_branches(span_id: str, depth: int | None, expected: str) -> None:
    found = branch_of(ROWS, span_id, depth)

    assert "".join(str(row["spanId"]) for row in found) == expected


def test_children_of_a_span_that_is_missing_are_no_branch() -> None:
    assert branch_of([{"spanId": "b", "parentSpanId": "a"}], "a", None) == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ("", None),
        ({}, "{}"),
        ([1], None),
        (False, "false"),
        ('{"messages": [{"role": "user", "content": "hi"}]}', "hi"),
        ('"[1"', "[1"),
        ('"broken', '"broken'),
        ({"messages": "none"}, '{"messages":"none"}'),
        ([{"role": "user"}, {"role": "user", "content": [{"type": "image"}, "a"]}], "a"),
        ("x" * LENGTH, "x" * LENGTH),
        ("x" * (LENGTH + 1), "x" * LENGTH + "…"),
    ],
)
def test_previews(value: Any, shown: str | None) -> None:
    assert preview(value) == shown


def test_a_status_is_said_on_the_wire_and_ignored_when_it_comes_back() -> None:
    span = Span(**FIELDS, created_at=NOON, error=0)
    dumped = span.model_dump(by_alias=True)

    assert dumped["status"] is SpanStatus.ERROR
    assert Span.model_validate(dumped) == span
    assert SPANS.validate_python([dumped]) == [span]


def test_a_row_that_does_not_fit_is_named() -> None:
    row = {**Span(**FIELDS, created_at=NOON).model_dump(by_alias=True), "startedAt": "never"}

    with pytest.raises(CorruptDataError, match="the span 't/s' of mastra_ai_spans") as caught:
        read_spans([row])

    assert (caught.value.table, caught.value.key) == ("mastra_ai_spans", "t/s")


def test_what_anchors_a_branch_is_a_type() -> None:
    assert set(SpanType) >= BRANCH_TYPES


def test_an_update_takes_no_unknown_field() -> None:
    with pytest.raises(InvalidInputError, match="Extra inputs"):
        check_change({"trace_id": "t", "span_id": "s", "endedat": NOON}, DEFAULT_MAX_BYTES)
    assert SpanUpdate(trace_id="t", span_id="s").model_fields_set == {"trace_id", "span_id"}
