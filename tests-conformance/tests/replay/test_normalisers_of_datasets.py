"""What the normalisers of the datasets domain take from earlier calls, and what not."""

from typing import Any

import pytest
from mastra_storage_conformance.replay.transcript import Call
from normaliser_cases.case import Case
from normaliser_cases.datasets import GONE, MADE, MISSING, PLACEHOLDER, added, call, deleted

DELETING = ["rule 13: deleting says whether there was an item or a data set"]


@pytest.mark.parametrize(
    ("recorded", "earlier", "there"),
    [
        (deleted("a"), (), False),
        (deleted("a"), (added("a"),), True),
        (deleted("a"), (added("b"),), False),
        (deleted("a"), (added("a"), deleted("a")), False),
        (deleted("a"), (added("a"), deleted("b")), True),
        (deleted("a"), (added("a", "batchInsertItems"),), True),
        (deleted("a"), (call("addItem", {"datasetId": "d"}, MISSING),), False),
        (deleted(PLACEHOLDER), (added(PLACEHOLDER),), True),
        (GONE, (), False),
        (GONE, (MADE,), True),
        (GONE, (MADE, GONE), False),
        (GONE, (MADE, GONE, MADE), True),
    ],
)
def test_what_was_there_follows_from_earlier_calls(
    recorded: Call, earlier: tuple[Call, ...], there: Any
) -> None:
    case = Case(recorded, there, [], earlier)

    assert case.explained(there) == DELETING
    assert case.explained(not there) == []
