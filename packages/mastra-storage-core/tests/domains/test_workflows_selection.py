"""Runs as a backend without SQL has them: which a query is about, and those that are damaged."""

from typing import Any

import pytest
from mastra_storage_core import CorruptDataError, DateRange
from mastra_storage_core.backend import PageRequest, now
from mastra_storage_core.backend.workflows import (
    RunChange,
    RunKey,
    RunQuery,
    changed_run,
    decoded_run,
    is_finished,
    run_matches,
)

KEY = RunKey("refund", "r1", None)


def stored(snapshot: str) -> dict[str, Any]:
    row = {"workflow_name": "refund", "run_id": "r1", "resourceId": "ada", "snapshot": snapshot}
    return {**row, "createdAt": now(), "updatedAt": now()}


def query(**conditions: Any) -> RunQuery:
    values = dict.fromkeys(["workflow_name", "resource_id", "status", "thread_id"]) | conditions
    return RunQuery(**values, dates=DateRange(), page=PageRequest.check(0, None, True))


@pytest.mark.parametrize(
    ("conditions", "matches"),
    [
        ({}, True),
        ({"workflow_name": "refund", "resource_id": "ada", "status": "success"}, True),
        ({"workflow_name": "order"}, False),
        ({"resource_id": "eve"}, False),
        ({"status": "failed"}, False),
        ({"thread_id": "t"}, False),
    ],
)
def test_a_run_meets_every_condition(conditions: dict[str, Any], matches: bool) -> None:
    assert run_matches(stored('{"status": "success"}'), query(**conditions)) is matches


def test_a_snapshot_that_is_no_object_has_no_status() -> None:
    assert not run_matches(stored("[]"), query(status="success"))
    assert not is_finished(stored("[]"))


def test_only_the_members_that_are_asked_for_are_given_out() -> None:
    row = decoded_run(stored('{"status": "success", "context": {}}'), ["status", "result"])

    assert row["snapshot"] == {"status": "success"}


def test_a_damaged_snapshot_is_named_and_not_shown() -> None:
    change = RunChange(KEY, lambda old: (old, "{}"), missing=None, at=now(), fence=None)
    row = stored('{"secret": ')
    for read in (
        lambda: decoded_run(row),
        lambda: is_finished(row),
        lambda: run_matches(row, query(status="success")),
        lambda: changed_run(change, row),
    ):
        with pytest.raises(CorruptDataError, match="run 'r1'") as caught:
            read()

        assert "secret" not in str(caught.value)
