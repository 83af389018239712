"""The normalisers of the datasets domain: each with its difference, and what resembles it."""

from datetime import UTC, datetime
from typing import Any

from mastra_storage_conformance.replay.transcript import Call, Made, Raised, Returned
from mastra_storage_core.errors import NotFoundError
from normaliser_cases.case import Case

EARLY = datetime(2024, 4, 1, tzinfo=UTC)
LATE = datetime(2024, 5, 1, tzinfo=UTC)
MISSING = Raised(NotFoundError, "")


def call(method: str, options: Any, answer: Any = None, seq: int = 1) -> Call:
    wrapped = answer if isinstance(answer, Raised) else Returned(answer)
    return Call(seq, "datasets", method, (options,), wrapped)


def item(item_id: str, at: Any = EARLY) -> dict[str, Any]:
    return {"id": item_id, "input": {"a": None}, "createdAt": at}


def page(*items: dict[str, Any]) -> dict[str, Any]:
    described = {"total": 3, "page": 0, "perPage": 10, "hasMore": False}
    return {"items": list(items), "pagination": described}


def added(item_id: Any, method: str = "addItem") -> Call:
    answer: Any = item(item_id)
    return call(method, {"datasetId": "d"}, [answer] if method != "addItem" else answer)


def deleted(item_id: Any) -> Call:
    return call("deleteItem", {"id": item_id, "datasetId": "d"})


MADE = call("createDataset", {"name": "n"}, {"id": "d", "name": "n"})
GONE = call("deleteDataset", {"id": "d"})
LIST = {"datasetId": "d", "pagination": {"page": 0, "perPage": 10}}
UP = LIST | {"orderBy": {"field": "createdAt", "direction": "ASC"}}
TIED = page(item("c", LATE), item("a"), item("b"))

CASES = {
    "rule 2: items of one time follow the order of the list": Case(
        call("listItems", LIST, TIED),
        page(item("c", LATE), item("b"), item("a")),
        [
            page(item("b"), item("a"), item("c", LATE)),
            page(item("c", LATE), item("b")),
            page(item("c", LATE), item("b", LATE), item("a")),
            {**page(item("c", LATE), item("b"), item("a")), "pagination": {"total": 2}},
        ],
    ),
    "rule 13: deleting says whether there was an item or a data set": Case(
        deleted("a"), True, [False, 1, None, MISSING], (added("a"),)
    ),
}

EARLIER = (MADE, added("a"), deleted("a"), added("b", "batchInsertItems"))
"""The data set and one of its items are there."""

DOWN = page(item("b"), item("a"))
ELSEWHERE = [
    # The list goes up, or it is no list of items, or has no ties.
    ("rule 2: ", call("listItems", UP, page(item("a"), item("b"))), DOWN),
    ("rule 2: ", call("listDatasets", LIST, page(item("a"), item("b"))), DOWN),
    ("rule 2: ", call("listItems", LIST, page(item("a", LATE), item("b"))), DOWN),
    ("rule 2: ", call("listItems", LIST, MISSING), DOWN),
    # It is not there, or the original says more than nothing, or it is another deletion.
    ("rule 13: ", deleted("a"), True),
    ("rule 13: ", deleted("c"), True),
    ("rule 13: ", call("deleteItem", {"id": "b", "datasetId": "d"}, 1), True),
    ("rule 13: ", call("deleteDataset", {"id": "e"}), True),
    ("rule 13: ", call("purgeItem", {"id": "b", "datasetId": "d"}), True),
]

TOGETHER = (
    Case(call("getItemsByVersion", LIST, [item("a"), item("b")]), [item("b"), item("a")], []),
    ["rule 2: items of one time follow the order of the list"],
)
"""The same rule for a list without pages."""

PLACEHOLDER = Made("uuid", 3)
"""An id that the original made up."""
