"""What the datasets domain means, as plain lists: what random programs are held to.

A model keeps every state that a data set was ever in; that is all that versions are.
"""

from dataclasses import dataclass, field
from typing import Any

from mastra_storage_core import ConflictError, NotFoundError
from mastra_storage_core.matching import equal

State = dict[str, Any]
"""The items that a data set shows: their inputs, by their ids."""


@dataclass
class Model:
    """One data set."""

    states: list[State] = field(default_factory=lambda: [{}])
    """What it was at each version."""
    accepted: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """The item that has an external id, and the input that was accepted first."""

    @property
    def version(self) -> int:
        return len(self.states) - 1

    @property
    def now(self) -> State:
        return self.states[-1]

    def add(self, given: list[tuple[Any, str | None]]) -> Any:
        """Return what becomes of each: `None` for a new item, the id of one that is there."""
        outcomes: list[str | None] = []
        first: dict[str, Any] = {}
        for value, name in given:
            if name is None or (name not in self.accepted and name not in first):
                outcomes.append(None)
                if name is not None:
                    first[name] = value
            elif name in first:
                if not equal(first[name], value):
                    return ConflictError
                outcomes.append(name)
            else:
                item, accepted = self.accepted[name]
                if item not in self.now or not equal(accepted, value):
                    return ConflictError
                outcomes.append(item)
        return outcomes

    def added(self, items: list[tuple[str, Any, str | None]]) -> None:
        """Note the items that were inserted."""
        self.states.append(self.now | {item: value for item, value, _ in items})
        for item, value, name in items:
            if name is not None:
                self.accepted[name] = (item, value)

    def update(self, item: str, value: Any) -> Any:
        """Replace an input."""
        if item not in self.now:
            return NotFoundError
        self.states.append(self.now | {item: value})
        return None

    def delete(self, items: list[str]) -> int:
        """Delete items; return how many there were."""
        gone = self.now.keys() & set(items)
        if gone:
            self.states.append({k: v for k, v in self.now.items() if k not in gone})
        return len(gone)
