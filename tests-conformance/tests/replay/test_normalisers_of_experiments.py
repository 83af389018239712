"""What the normalisers of the experiments domain take from earlier calls, and what not."""

import pytest
from mastra_storage_conformance.replay.transcript import Call
from normaliser_cases.case import Case
from normaliser_cases.experiments import REFUSED, deleted, made

DELETING = ["rule 13: deleting says whether there was an experiment"]


@pytest.mark.parametrize(
    ("earlier", "there"),
    [
        ((), False),
        ((made("a"),), True),
        ((made("b"),), False),
        ((REFUSED,), False),
        ((made("a"), deleted("a")), False),
        ((made("a"), deleted("b")), True),
        ((made("a"), deleted("a"), made("a")), True),
    ],
)
def test_whether_an_experiment_was_there_follows_from_earlier_calls(
    earlier: tuple[Call, ...], there: bool
) -> None:
    case = Case(deleted("a"), there, [], earlier)

    assert case.explained(there) == DELETING
    assert case.explained(not there) == []
