"""The content of items on its way in: checked, and written as JSON text."""

from collections.abc import Mapping
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domains.datasets.arguments import id_list, json_text, object_text
from mastra_storage_core.domains.datasets.models import PURGED
from mastra_storage_core.domains.datasets.requests import ItemDraft, Values
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.ids import new_id

FIELDS = (
    "input",
    "ground_truth",
    "expected_trajectory",
    "tool_mocks",
    "unmocked_tool_policy",
    "scorer_ids",
    "request_context",
    "metadata",
    "source",
)
"""What is in an item."""

JSON_FIELDS = tuple(name for name in FIELDS if name != "unmocked_tool_policy")
_OBJECTS = frozenset({"request_context", "metadata", "source"})


def payload(given: Mapping[str, Any], where: str, limit: int) -> Values:
    """Check fields of an item, which `where` names in errors; return them as they are stored.

    What is `None` is absent, but for the input, which is null then.
    """
    return {name: _field(name, value, f"{where}.{name}", limit) for name, value in given.items()}


def draft(given: Mapping[str, Any], external_id: object, where: str, limit: int) -> ItemDraft:
    """Check a new item, all fields of it, and give it an id."""
    name = checks.optional_identifier(external_id, f"{where}.external_id")
    return ItemDraft(new_id(), name, payload(given, where, limit))


def _field(name: str, value: object, what: str, limit: int) -> str | None:
    if name == "input":
        return json_text(value, what, limit)
    if value is None:
        return None
    if name == "unmocked_tool_policy":
        return checks.text(value, what, limit)
    if name == "scorer_ids":
        return id_list(value, what, limit)
    if name in _OBJECTS:
        if name == "metadata" and isinstance(value, Mapping) and PURGED in value:
            raise InvalidInputError(f"{what} has the key {PURGED!r}, which marks erased items")
        return object_text(value, what, limit)
    return json_text(value, what, limit)
