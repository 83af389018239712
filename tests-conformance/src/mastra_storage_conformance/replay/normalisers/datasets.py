"""The datasets domain: how its rules rewrite what was recorded."""

from itertools import groupby
from typing import Any

from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer, Call, Returned


def ties_follow_the_order(seen: Seen) -> Answer | None:
    """Items of one time are sorted by id in the direction of the list; the original sorts them
    upwards in lists that go down.
    """
    direction = (seen.call.options.get("orderBy") or {}).get("direction", "DESC")
    if seen.call.method not in ("listItems", "getItemsByVersion") or direction != "DESC":
        return None
    if seen.call.method == "listItems" and isinstance(seen.value, dict):
        return Returned({**seen.value, "items": _ties_reversed(seen.value["items"])})
    return Returned(_ties_reversed(seen.value)) if isinstance(seen.value, list) else None


def deletion_reported(seen: Seen) -> Answer | None:
    """Deleting says whether there was such an item or data set; the original returns nothing."""
    if seen.call.answer != Returned(None):
        return None
    if seen.call.method == "deleteDataset":
        return Returned(_has_dataset(seen, seen.call.options["id"]))
    if seen.call.method == "deleteItem":
        return Returned(_has_item(seen, seen.call.options["id"]))
    return None


NORMALISERS = (
    Normaliser(2, "items of one time follow the order of the list", ties_follow_the_order),
    Normaliser(13, "deleting says whether there was an item or a data set", deletion_reported),
)
"""Those of this domain, in the order in which they are applied."""


def _ties_reversed(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    groups = groupby(items, key=lambda item: item["createdAt"])
    return [item for _, tied in groups for item in reversed(list(tied))]


def _has_dataset(seen: Seen, dataset_id: Any) -> bool:
    """Whether earlier calls made a data set, and none deleted it since."""
    there = False
    for call in seen.earlier:
        if call.method == "createDataset" and dataset_id in _ids(call):
            there = True
        elif call.method == "deleteDataset" and call.options["id"] == dataset_id:
            there = False
    return there


def _has_item(seen: Seen, item_id: Any) -> bool:
    """Whether earlier calls added an item, and none deleted it since."""
    there = False
    for call in seen.earlier:
        if call.method in ("addItem", "batchInsertItems") and item_id in _ids(call):
            there = True
        elif call.method == "deleteItem" and call.options["id"] == item_id:
            there = False
    return there


def _ids(call: Call) -> list[Any]:
    """Return the ids of what a call made."""
    if not isinstance(call.answer, Returned):
        return []
    value = call.answer.value
    return [each.get("id") for each in (value if isinstance(value, list) else [value])]
