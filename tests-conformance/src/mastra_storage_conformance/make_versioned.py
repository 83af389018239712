"""Builders of configurations of versioned entities."""

from typing import Any

from mastra_storage_core.domains.versioned.kind import Kept, Kind

_VALUES: dict[Kept, Any] = {
    Kept.TEXT: "Some text\nof two lines",
    Kept.INTEGER: 5_000,
    Kept.FLAG: True,
    Kept.JSON: {"a": [1, None, {"b": "c"}], "": {}, "d": False},
    Kept.ANY_JSON: "[1]",
    Kept.BLOCKS: [{"type": "text", "content": "Hello"}, {"type": "prompt_block_ref", "id": "b"}],
}


def config_of(kind: Kind[Any, Any], *, full: bool = False, **fields: Any) -> Any:
    """Return a configuration: what a kind requires, or all that it has."""
    wanted = (field for field in kind.fields if full or field.required)
    return kind.config(**{field.name: _VALUES[field.kept] for field in wanted} | fields)
