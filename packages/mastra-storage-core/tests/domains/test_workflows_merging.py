"""How changes are merged into snapshots: each line of the table, and laws for any value."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core import ConflictError, CorruptDataError
from mastra_storage_core.domains.workflows.merging import (
    first_snapshot,
    merged_step,
    with_result,
    with_state,
)

PENDING = {"__mastra_pending__": True}
SUSPENDED = {"status": "suspended", "suspendPayload": {}}
SUSPENDED_AT = {"status": "suspended", "suspendedAt": 1}
FINISHED = {"status": "success", "output": 1}
ALMOST_PENDING: list[Any] = [
    {"__mastra_pending__": 1},
    {"__mastra_pending__": "true"},
    {"__mastra_pending__": True, "more": 1},
    {"__mastra_pending__": False},
    [PENDING],
]
ALMOST_SUSPENDED: list[Any] = [
    {"status": "suspended"},
    {"status": "waiting", "suspendPayload": {}},
    {"suspendedAt": 1},
]


def step(*slots: Any, **fields: Any) -> dict[str, Any]:
    return {"status": "success", "output": list(slots), **fields}


def slots(old: list[Any], new: list[Any]) -> Any:
    return merged_step(step(*old), step(*new))["output"]


@pytest.mark.parametrize(
    ("old", "new", "merged"),
    [
        ([1, 2], [None, 3], [1, 3]),
        ([1], [2], [2]),
        ([1, 2, 3], [9], [9, 2, 3]),
        ([1], [None, None, 4], [1, None, 4]),
        ([], [1], [1]),
        ([1], [], [1]),
        ([None], [None], [None]),
        ([1, 2], [0, False], [0, False]),
        ([PENDING], [None], [PENDING]),
        ([PENDING], [1], [1]),
        ([SUSPENDED], [None], [SUSPENDED]),
        ([SUSPENDED], [FINISHED], [FINISHED]),
    ],
)
def test_slots_without_a_marker(old: list[Any], new: list[Any], merged: list[Any]) -> None:
    assert slots(old, new) == merged


@pytest.mark.parametrize(
    ("old", "new", "merged"),
    [
        ([1], [PENDING], [1]),
        ([None], [PENDING], [None]),
        ([PENDING], [PENDING], [None]),
        ([SUSPENDED], [PENDING], [None]),
        ([SUSPENDED_AT], [PENDING], [None]),
        ([FINISHED], [PENDING], [FINISHED]),
        ([], [PENDING], [None]),
        ([1, 2], [PENDING, 9], [1, 2]),
        ([SUSPENDED, 2], [PENDING, 9, 8], [None, 2, None]),
        ([1, SUSPENDED, 3], [None, PENDING], [1, None, 3]),
        *(([each], [PENDING], [each]) for each in ALMOST_SUSPENDED),
    ],
)
def test_slots_with_a_marker(old: list[Any], new: list[Any], merged: list[Any]) -> None:
    assert slots(old, new) == merged


@pytest.mark.parametrize("almost", ALMOST_PENDING)
def test_what_is_not_exactly_a_marker_is_a_value(almost: Any) -> None:
    assert slots([SUSPENDED, 1], [almost, 2]) == [almost, 2]
    assert slots([almost], [PENDING]) == [almost]


def test_the_example_of_the_original() -> None:
    """An iteration is tried again, and its second result takes the slot."""
    cleared = merged_step(
        step(1, 2, SUSPENDED, status="suspended"), step(PENDING, None, PENDING, status="failed")
    )

    assert cleared == step(1, 2, None, status="suspended")
    assert merged_step(cleared, step(9)) == step(9, 2, None)


def test_without_a_marker_the_other_fields_are_replaced_one_by_one() -> None:
    old = step(1, status="running", startedAt=1, payload=[1])

    assert merged_step(old, step(2, endedAt=2)) == step(2, startedAt=1, payload=[1], endedAt=2)


def test_with_a_marker_the_other_fields_stay() -> None:
    old = step(SUSPENDED, status="suspended", startedAt=1)

    assert merged_step(old, step(PENDING, status="failed", error={})) == {**old, "output": [None]}


@pytest.mark.parametrize("old", [None, 1, "text", [1], {}, {"output": None}, {"output": {"0": 1}}])
def test_a_result_replaces_what_has_no_slots(old: Any) -> None:
    assert merged_step(old, step(PENDING)) == step(PENDING)


@pytest.mark.parametrize("new", [{}, {"output": None}, {"output": {"0": 1}}, {"output": "[1]"}])
def test_a_result_without_slots_replaces_what_has_some(new: dict[str, Any]) -> None:
    assert merged_step(step(1, 2, startedAt=1), new) == new


# --- laws for any value -------------------------------------------------------------------------

SLOT = st.sampled_from(
    [None, 0, 1, "", [], {}, PENDING, SUSPENDED, SUSPENDED_AT, FINISHED, *ALMOST_PENDING]
)
ARRAYS = st.lists(SLOT, max_size=4)
STEPS = st.builds(
    lambda output, fields: {**fields, "output": output},
    ARRAYS | st.sampled_from([None, 1, {}]),
    st.dictionaries(st.sampled_from(["status", "startedAt"]), st.integers(0, 2)),
)


@given(STEPS, STEPS)
def test_a_merge_changes_nothing_that_it_is_given(old: dict[str, Any], new: dict[str, Any]) -> None:
    before = deepcopy((old, new))

    merged_step(old, new)

    assert (old, new) == before


@given(STEPS, STEPS)
def test_what_was_merged_once_is_merged_for_good(old: dict[str, Any], new: dict[str, Any]) -> None:
    once = merged_step(old, new)

    if PENDING not in (new["output"] if isinstance(new["output"], list) else []):
        assert merged_step(once, new) == once


@given(ARRAYS, ARRAYS)
def test_no_slot_is_lost_and_none_is_made_up(old: list[Any], new: list[Any]) -> None:
    merged = slots(old, new)

    assert len(merged) == max(len(old), len(new))
    for index, slot in enumerate(merged):
        assert slot in (None, *old[index : index + 1], *new[index : index + 1])
        if old[index : index + 1] and slot is None:
            assert old[index] in (None, PENDING, SUSPENDED, SUSPENDED_AT)


@given(st.permutations(range(4)), st.integers(0, 3))
def test_writers_of_different_slots_may_come_in_any_order(order: list[int], clear: int) -> None:
    entry: Any = None
    for index in order:
        entry = merged_step(entry, step(*(index if each == index else None for each in range(4))))

    cleared = merged_step(entry, step(*[None] * clear, PENDING))

    assert cleared == entry == step(0, 1, 2, 3)


# --- whole snapshots ----------------------------------------------------------------------------

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def test_the_first_snapshot_is_the_originals() -> None:
    first = first_snapshot("r", NOON)

    assert (first["runId"], first["status"], first["timestamp"]) == ("r", "pending", 1709294400000)
    assert {name: value for name, value in first.items() if value in ([], {})}.keys() == {
        *("activePaths", "activeStepsPath", "context", "requestContext", "resumeLabels"),
        *("serializedStepGraph", "suspendedPaths", "value", "waitingPaths"),
    }
    assert first_snapshot("r", NOON)["context"] is not first["context"]


def test_a_result_touches_its_step_and_the_request_context_only() -> None:
    snapshot = {
        "status": "running",
        "unknown": [1],
        "requestContext": {"a": {"x": 1}, "b": 1},
        "context": {"input": {}, "one": step(1)},
    }
    before = deepcopy(snapshot)

    after = with_result(snapshot, "r", "two", {"status": "success"}, {"a": {"y": 2}})

    assert snapshot == before
    assert after == {
        "status": "running",
        "unknown": [1],
        "requestContext": {"a": {"y": 2}, "b": 1},
        "context": {"input": {}, "one": step(1), "two": {"status": "success"}},
    }


@pytest.mark.parametrize("known", [None, [1], "text", 1])
def test_a_request_context_that_is_none_begins_empty(known: Any) -> None:
    after = with_result({"context": {}, "requestContext": known}, "r", "s", {}, {"a": 1})

    assert after["requestContext"] == {"a": 1}


def test_a_state_replaces_members_whole_and_leaves_the_rest() -> None:
    snapshot = {"status": "running", "context": {"a": 1}, "suspendedPaths": {"x": [1]}, "new": 1}

    after = with_state(snapshot, "r", {"status": "success", "suspendedPaths": {}}, None)

    assert after == {**snapshot, "status": "success", "suspendedPaths": {}}
    assert snapshot["status"] == "running"


@pytest.mark.parametrize("stored", ["suspended", None, [], {}, ["running"], 1, True])
def test_a_status_that_is_not_expected_is_a_conflict_that_names_it(stored: Any) -> None:
    expected = {"running", "waiting"}
    with pytest.raises(ConflictError, match="not running or waiting") as caught:
        with_state({"status": stored, "context": {}}, "r", {"status": "success"}, expected)

    assert (caught.value.constraint, caught.value.current) == ("expected_status", stored)


def test_a_missing_status_is_never_expected() -> None:
    with pytest.raises(ConflictError, match="run 'r' has no status, not running"):
        with_state({"context": {}}, "r", {"status": "success"}, {"running"})

    assert with_state({"context": {}}, "r", {"status": "success"}, None)["status"] == "success"


@pytest.mark.parametrize("snapshot", [{}, {"context": None}, {"context": []}, {"context": "text"}])
def test_a_snapshot_without_a_context_is_corrupt(snapshot: dict[str, Any]) -> None:
    with pytest.raises(CorruptDataError, match="run 'r' has no context") as caught:
        with_result(snapshot, "r", "s", {}, {})
    with pytest.raises(CorruptDataError, match="it was not changed"):
        with_state(snapshot, "r", {"status": "running"}, {"running"})

    assert (caught.value.table, caught.value.key) == ("mastra_workflow_snapshot", "r")
