"""What the workflows domain reads, checks and looks for, without a database."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core import CorruptDataError, InvalidInputError, RunStatus, WorkflowRun
from mastra_storage_core.domains.workflows.arguments import (
    MAX_GENERATION,
    checked_generation,
    checked_key,
    checked_status,
    checked_time,
)
from mastra_storage_core.domains.workflows.models import FINISHED
from mastra_storage_core.domains.workflows.rows import read_ownership, read_run, read_runs
from mastra_storage_core.domains.workflows.threads import thread_ids

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)

# --- arguments ----------------------------------------------------------------------------------


def test_a_run_is_named_by_its_workflow_and_its_id() -> None:
    assert checked_key("w", "r") == ("w", "r", None)
    assert checked_key("w", "r", "o").owner == "o"


@pytest.mark.parametrize("bad", ["", " ", "a\0", "\ud800", "é" * 513, 1, b"w", ["w"]])
def test_no_part_of_a_name_may_be_what_is_no_id(bad: Any) -> None:
    for name, parts in (
        ("workflow_name", (bad, "r")),
        ("run_id", ("w", bad)),
        ("resource_id", ("w", "r", bad)),
    ):
        with pytest.raises(InvalidInputError, match=name):
            checked_key(*parts)


@pytest.mark.parametrize("status", list(RunStatus))
def test_a_status_is_plain_text_whether_it_is_given_as_one_or_as_a_member(
    status: RunStatus,
) -> None:
    for given_status in (status, status.value):
        assert type(checked_status(given_status)) is str
        assert checked_status(given_status) == status.value


@pytest.mark.parametrize("bad", ["", "RUNNING", "done", None, 1, b"running", ["running"], {}])
def test_what_is_no_status_is_refused_and_the_statuses_are_named(bad: Any) -> None:
    with pytest.raises(InvalidInputError, match=r"no status .* running, success, failed"):
        checked_status(bad)


@pytest.mark.parametrize("generation", [None, 0, 1, MAX_GENERATION])
def test_a_generation_is_a_whole_number_or_absent(generation: int | None) -> None:
    assert checked_generation(generation, "fence") == generation


@pytest.mark.parametrize("bad", [-1, 1.0, True, "1", MAX_GENERATION + 1])
def test_what_is_no_generation_is_refused(bad: Any) -> None:
    with pytest.raises(InvalidInputError, match="fence must be a whole number"):
        checked_generation(bad, "fence")


def test_a_time_is_held_in_utc_cut_to_the_millisecond() -> None:
    odd = datetime(2024, 3, 1, 17, 45, 0, 1_999, timezone(timedelta(hours=5, minutes=45)))

    assert checked_time(None, "created_at") is None
    assert checked_time(odd, "created_at") == NOON.replace(microsecond=1_000)


@pytest.mark.parametrize(
    "bad", ["2024-03-01", 1709294400000, NOON.date(), NOON.replace(tzinfo=None)]
)
def test_what_is_no_time_is_refused(bad: Any) -> None:
    with pytest.raises(InvalidInputError, match="time"):
        checked_time(bad, "created_at")


# --- models -------------------------------------------------------------------------------------


def row(**columns: Any) -> dict[str, Any]:
    return {
        "workflow_name": "w",
        "run_id": "r",
        "resourceId": None,
        "snapshot": {"status": "new"},
        "createdAt": NOON,
        "updatedAt": NOON,
        **columns,
    }


def test_a_run_has_the_names_of_the_original_on_the_wire() -> None:
    run = read_run(row(resourceId="o"))
    assert run is not None

    wire = run.model_dump(by_alias=True)

    assert wire.keys() == {
        *("workflowName", "runId", "resourceId", "snapshot", "createdAt", "updatedAt")
    }
    assert WorkflowRun.model_validate(wire) == run
    assert (run.workflow_name, run.resource_id, run.status) == ("w", "o", "new")
    assert read_run(None) is None


@pytest.mark.parametrize("snapshot", [{}, {"status": None}])
def test_a_run_may_have_no_status(snapshot: dict[str, Any]) -> None:
    (run,) = read_runs([row(snapshot=snapshot)])

    assert run.status is None


@pytest.mark.parametrize(
    "columns", [{"snapshot": "text"}, {"snapshot": None}, {"snapshot": []}, {"createdAt": "now"}]
)
def test_a_row_that_fits_no_run_is_named(columns: dict[str, Any]) -> None:
    with pytest.raises(CorruptDataError, match="run 'odd'") as caught:
        read_runs([row(), row(run_id="odd", **columns)])

    assert (caught.value.table, caught.value.key) == ("mastra_workflow_snapshot", "odd")
    assert "text" not in str(caught.value)


@pytest.mark.parametrize(
    ("owner", "now", "held"), [("a", 9, True), ("a", 10, False), ("a", 11, False), (None, 9, False)]
)
def test_a_run_is_held_by_an_owner_until_the_lease_ends(
    owner: str | None, now: int, held: bool
) -> None:
    ownership = read_ownership(
        {
            "workflow_name": "w",
            "run_id": "r",
            "owner_id": owner,
            "generation": 7,
            "claimed_at": 5,
            "expires_at": 10,
            "now": now,
        }
    )

    assert ownership is not None
    assert (ownership.held, ownership.owner_id, ownership.generation) == (held, owner, 7)
    assert ownership.expires_at - ownership.claimed_at == timedelta(milliseconds=5)
    assert read_ownership(None) is None


def test_a_finished_run_is_not_resumed() -> None:
    assert set(RunStatus) - FINISHED == {"running", "suspended", "waiting", "pending", "paused"}


# --- threads ------------------------------------------------------------------------------------


def of_agent(thread: Any, status: Any = "suspended") -> dict[str, Any]:
    state = {"messageList": {"memoryInfo": {"threadId": thread}}}
    return {"status": status, "suspendPayload": {"__streamState": state}}


def started(thread: Any) -> dict[str, Any]:
    return {"messageListState": {"memoryInfo": {"threadId": thread}}}


@pytest.mark.parametrize(
    ("context", "found"),
    [
        ({}, set()),
        ({"input": started("a")}, {"a"}),
        ({"one": of_agent("a")}, {"a"}),
        ({"one": of_agent("a"), "two": of_agent("b"), "input": started("c")}, {"a", "b", "c"}),
        ({"one": of_agent("a", "success")}, set()),
        ({"one": of_agent("a", None), "two": of_agent("b", ["suspended"])}, set()),
        ({"one": started("a"), "input": of_agent("b")}, {"b"}),
        ({"one": of_agent(1), "two": of_agent(None), "input": started({"a": 1})}, set()),
        ({"one": {"status": "suspended", "suspendPayload": []}, "input": {"a": 1}}, set()),
        ({"one": None, "two": [of_agent("a")], "input": "a"}, set()),
        ([of_agent("a")], set()),
        (None, set()),
    ],
)
def test_threads_are_found_where_agents_put_them(context: Any, found: set[str]) -> None:
    assert thread_ids({"context": context}) == found


JSON = st.recursive(
    st.none() | st.sampled_from(["suspended", "t", 1]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["context", "input", "status", "suspendPayload", "messageListState"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["context", "status"]), JSON))
def test_no_snapshot_is_too_odd_to_look_into(snapshot: dict[str, Any]) -> None:
    assert thread_ids(snapshot) <= {"t", "suspended"}
