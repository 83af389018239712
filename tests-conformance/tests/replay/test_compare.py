"""What counts as equal, and what does not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from mastra_storage_conformance.replay.compare import Comparison, Window
from mastra_storage_conformance.replay.transcript import Answer, Made, Raised, Returned, Template
from mastra_storage_core.errors import (
    BusyError,
    ConflictError,
    NotFoundError,
    StorageError,
    UnavailableError,
)

START = datetime(2026, 5, 1, tzinfo=UTC)
END = START + timedelta(milliseconds=3)
LATE = END + timedelta(milliseconds=1)
CLOCK = {7: Window(START, END)}


def compared(ours: Any, recorded: Any, method: str = "", **ids: str) -> Comparison:
    comparison = Comparison(CLOCK, {int(n.strip("n")): text for n, text in ids.items()})
    comparison.answers(Returned(ours), Returned(recorded), method)
    return comparison


@pytest.mark.parametrize(
    ("ours", "recorded"),
    [
        (None, None),
        ({"a": None}, {}),
        ({}, {"a": None}),
        ({"metadata": None}, {}),
        ({"b": 1, "a": 2}, {"a": 2, "b": 1}),
        ([1, 2.0], [1.0, 2]),
        ({"perPage": None}, {"perPage": False}),
        ({"type": None}, {"type": "v2"}),
        ({"at": START}, {"at": Made("date", 7)}),
        ({"at": END}, {"at": Made("date", 7)}),
        ({"at": LATE}, {"at": Made("date", 7, plus_ms=1)}),
        ({"at": LATE}, {"at": Made("date", None)}),
        ("2026-05-01T00:00:00.001Z", Made("isodate", 7)),
        (1777593600002, Made("ms", 7)),
        ("x 2026-05-01T00:00:00.000Z y", Template(("x ", Made("isodate", 7), " y"))),
        ({"metadata": {"type": "v2", "a": None}}, {"metadata": {"type": "v2", "a": None}}),
        ({"runs": [{"snapshot": {"b": 1, "a": 2}}]}, {"runs": [{"snapshot": {"a": 2, "b": 1}}]}),
    ],
)
def test_equal(ours: Any, recorded: Any) -> None:
    assert compared(ours, recorded).differences == []


@pytest.mark.parametrize(
    ("ours", "recorded"),
    [
        (None, 0),
        (None, ""),
        (None, {}),
        (True, 1),
        (0, False),
        ("1", 1),
        (1, 2),
        ({"a": 1}, {}),
        ({}, {"a": 0}),
        ({"metadata": {}}, {"metadata": None}),
        ({"metadata": {"a": None}}, {"metadata": {}}),
        ({"metadata": {}}, {"metadata": {"a": None}}),
        ({"content": {"deep": [{"a": None}]}}, {"content": {"deep": [{}]}}),
        ({"runs": [{"snapshot": {"a": None}}]}, {"runs": [{"snapshot": {}}]}),
        ({"metadata": {"type": None}}, {"metadata": {"type": "v2"}}),
        ({"perPage": None}, {"perPage": 0}),
        ({"type": None}, {"type": "text"}),
        ({"hasMore": None}, {"hasMore": False}),
        ([1, 2], [2, 1]),
        ([1], [1, 2]),
        ({"at": START.isoformat()}, {"at": START}),
        ({"at": START - timedelta(milliseconds=1)}, {"at": Made("date", 7)}),
        ({"at": LATE}, {"at": Made("date", 7)}),
        ({"at": START}, {"at": Made("date", 8)}),
        ({"at": START.replace(tzinfo=None)}, {"at": Made("date", 7)}),
        ({"at": "2026-05-01T00:00:00.000Z"}, {"at": Made("date", 7)}),
        ("2026-05-01T00:00:00Z", Made("isodate", 7)),
        ("x 2026-05-01T00:00:00.009Z y", Template(("x ", Made("isodate", 7), " y"))),
        (None, Made("uuid", 1)),
    ],
)
def test_different(ours: Any, recorded: Any) -> None:
    assert compared(ours, recorded).differences


RETURN_WHOLE_JSON = ["loadWorkflowSnapshot", "updateWorkflowResults", "updateWorkflowState"]


@pytest.mark.parametrize("method", RETURN_WHOLE_JSON)
@pytest.mark.parametrize(
    ("ours", "recorded", "equal"),
    [
        (None, None, True),
        ({"b": {}, "a": [None]}, {"a": [None], "b": {}}, True),
        ({"timestamp": 1777593600002}, {"timestamp": Made("ms", 7)}, True),
        ({"a": None}, {}, False),
        ({}, {"a": None}, False),
        ({"perPage": None}, {"perPage": False}, False),
        ({"step": {"output": [{"a": None}]}}, {"step": {"output": [{}]}}, False),
        ({}, None, False),
    ],
)
def test_a_whole_answer_may_be_a_callers_json(
    method: str, ours: Any, recorded: Any, equal: bool
) -> None:
    assert (compared(ours, recorded, method).differences == []) is equal


@pytest.mark.parametrize(
    ("ours", "equal"),
    [(["a", "b", "a"], True), (["a", "b", "b"], False), (["a", "a", "a"], False)],
)
def test_equal_numbers_are_equal_ids(ours: list[str], equal: bool) -> None:
    recorded = [Made("uuid", 1), Made("uuid", 2), Made("uuid", 1)]

    assert (compared(ours, recorded).differences == []) is equal


def test_an_id_that_is_known_stays() -> None:
    assert compared("a", Made("uuid", 1), n1="a").differences == []
    assert compared("b", Made("uuid", 1), n1="a").differences


def test_ids_are_found_inside_texts_and_keys() -> None:
    text = Template(("ombuf-", Made("uuid", 1), ""))

    assert compared("ombuf-x", text).ids == {1: "x"}
    assert compared({"ombuf-x": 1}, {text: 1}).differences == []
    assert compared({"ombuf-x": 2}, {text: 1}).differences
    assert compared("x", text).differences


def test_ids_outside_lists_hold_even_if_the_rest_differs() -> None:
    recorded = {"id": Made("uuid", 1), "rows": [Made("uuid", 2)], "n": 1}

    assert compared({"id": "a", "rows": ["b"], "n": 2}, recorded).certain == {1: "a"}


def test_every_difference_is_told_with_its_place() -> None:
    found = compared({"a": [{"b": 1}], "c": 2}, {"a": [{"b": 3}], "c": 4}).differences

    assert found == [".a[0].b: 1 instead of 3", ".c: 2 instead of 4"]


@pytest.mark.parametrize(
    ("ours", "recorded", "equal"),
    [
        (Raised(NotFoundError, "x"), Raised(NotFoundError, "y"), True),
        (Raised(BusyError, "x"), Raised(UnavailableError, "x"), True),
        (Raised(ConflictError, "x"), Raised(NotFoundError, "x"), False),
        (Raised(StorageError, "x"), Raised(NotFoundError, "x"), False),
        (Raised(None, "x"), Raised(NotFoundError, "x"), False),
        (Raised(NotFoundError, "x"), Raised(None, "x"), False),
        (Raised(None, "x"), Raised(None, "x"), False),
        (Raised(NotFoundError, "x"), Returned(None), False),
        (Returned(None), Raised(NotFoundError, "x"), False),
    ],
)
def test_errors_are_equal_by_class(ours: Answer, recorded: Answer, equal: bool) -> None:
    assert Comparison({}, {}).answers(ours, recorded) is equal
