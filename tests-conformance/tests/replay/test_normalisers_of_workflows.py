"""What the normalisers of the workflows domain take from earlier calls, and what not."""

import pytest
from mastra_storage_conformance.replay.transcript import Call, Raised
from mastra_storage_core.errors import ConflictError
from normaliser_cases.case import AT, Case
from normaliser_cases.workflows import (
    CASES,
    DELETED,
    OTHER_RUN,
    OTHER_WORKFLOW,
    call,
    page,
    persisted,
    resulted,
    run,
    updated,
)

STATE = {"status": "success"}


@pytest.mark.parametrize(
    "earlier",
    [
        (),
        (persisted(),),
        (persisted(), updated(None)),
        (persisted(), updated(Raised(ConflictError, ""))),
        (updated(STATE), persisted()),
        (updated(STATE), DELETED),
        (updated(STATE, OTHER_WORKFLOW),),
        (updated(STATE, OTHER_RUN),),
    ],
)
def test_a_change_of_state_is_known_only_if_it_was_the_last(earlier: tuple[Call, ...]) -> None:
    case = CASES["rule 7: a change of state moves updated_at"]

    assert Case(case.recorded, case.ours, [], earlier).explained(case.ours) == []


@pytest.mark.parametrize(
    ("earlier", "there"),
    [
        ((), False),
        ((persisted(),), True),
        ((persisted(OTHER_RUN),), False),
        ((persisted(), DELETED), False),
        ((persisted(), DELETED, persisted()), True),
        ((resulted({"step": {}}),), True),
        ((resulted({}),), False),
        ((resulted(Raised(ConflictError, "")),), False),
    ],
)
def test_whether_a_run_was_there_follows_from_earlier_writes(
    earlier: tuple[Call, ...], there: bool
) -> None:
    case = Case(DELETED, there, [], earlier)

    assert case.explained(there) == ["rule 13: deleting says whether there was a run"]
    assert case.explained(not there) == []


def test_every_run_of_a_list_has_its_own_last_change() -> None:
    runs = [run(), run(key=OTHER_RUN)]
    ours = [run(AT), run(key=OTHER_RUN)]
    recorded = call("listWorkflowRuns", None, page(runs, 2, 0, None, False))

    case = Case(recorded, None, [], (updated(STATE),))

    assert case.explained(page(ours, 2, 0, None, False)) == [
        "rule 7: a change of state moves updated_at"
    ]
