"""What the normalisers of the memory domain take from earlier calls, and what not."""

from typing import Any

import pytest
from mastra_storage_conformance.replay.transcript import Call, Raised
from mastra_storage_core.errors import ConflictError
from normaliser_cases.case import Case
from normaliser_cases.memory import ALL, CASES, call, page


@pytest.mark.parametrize(
    "earlier",
    [
        (),
        (ALL, call("deleteMessages", ["a"], None)),
        (call("listMessages", {"threadId": "other"}, page([], 2)),),
        (call("listMessages", {"threadId": "t", "resourceId": "r"}, page([], 2)),),
        (call("listMessages", {"threadId": "t", "includeTotal": False}, page([], 2)),),
        (call("listMessagesByResourceId", {"threadId": "t"}, page([], 2)),),
        (call("listMessages", {"threadId": "t"}, Raised(ConflictError, "")),),
    ],
)
def test_a_total_is_known_only_from_the_same_question(earlier: tuple[Call, ...]) -> None:
    case = CASES["rule 5: per_page 0 has the true total"]

    assert Case(case.recorded, case.ours, [], earlier).explained(case.ours) == []


@pytest.mark.parametrize(
    "options",
    [
        {"threadId": "t", "filter": {"metadata": {"x": 1}}},
        {"threadId": "t", "perPage": 2},
        {"threadId": "other"},
    ],
)
def test_a_filtered_page_follows_only_from_the_whole(options: dict[str, Any]) -> None:
    case = CASES["rule 6: messages are filtered by objects and arrays too"]
    earlier = (call("listMessages", options, page([], 0)),)

    assert Case(case.recorded, case.ours, [], earlier).explained(page([], 0)) == []
