"""What versioned entities mean, as plain lists: what random programs are held to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mastra_storage_core import NotFoundError, Version
from mastra_storage_core.domains.versioned.kind import Kept, Kind
from mastra_storage_core.domains.versioned.models import Entity
from mastra_storage_core.matching import equal

VALUES: dict[Kept, list[Any]] = {
    Kept.TEXT: ["", "x", "é😀", "null", "[1]", "\n"],
    Kept.INTEGER: [0, 1, 2**31 - 1],
    Kept.FLAG: [True, False],
    Kept.JSON: [{}, [], {"a": 1}, {"a": True}, {"a": 1.0}, {"": [None, {}, 10**30]}, [[]]],
    Kept.ANY_JSON: ["", "[1]", "x", {}, [], {"a": "1"}, {"a": 1}],
    Kept.BLOCKS: ["", "[1]", "x", [], [{"type": "text", "content": "é"}]],
}


def fields_of(kind: Kind[Any, Any], given: list[tuple[int, int]]) -> dict[str, Any]:
    """Return values of some fields, by the numbers of both; optional ones may be empty."""
    found = {}
    for number, value in given:
        chosen = kind.fields[number % len(kind.fields)]
        values = VALUES[chosen.kept] + ([] if chosen.required else [None])
        found[chosen.name] = values[value % len(values)]
    return found


def differing(kind: Kind[Any, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> Any:
    """Return the columns that are different."""
    return [
        each.column
        for each in kind.fields
        if not equal(before.get(each.name), after.get(each.name))
    ]


@dataclass
class Thing:
    """An entity and its versions, the oldest first."""

    entity: Any
    versions: list[Version[Any]] = field(default_factory=list)

    @property
    def config(self) -> dict[str, Any]:
        """What the latest version keeps."""
        return dict(self.versions[-1].config.model_dump()) if self.versions else {}

    @property
    def number(self) -> int:
        return self.versions[-1].version_number if self.versions else 0

    @property
    def active(self) -> Version[Any] | None:
        """The version that is published."""
        active = self.entity.active_version_id
        return next((each for each in self.versions if each.id == active), None)

    def chosen(self, place: int | None) -> Version[Any] | type[NotFoundError]:
        """Return one of the versions, or the latest."""
        if not self.versions:
            return NotFoundError
        return self.versions[-1 if place is None else place % len(self.versions)]

    def changed(self, **changes: Any) -> Entity:
        """Return the entity with other values."""
        entity: Entity = self.entity.model_copy(update=changes)
        return entity
