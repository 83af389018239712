"""Whether an answer of ours and a recorded one say the same.

Objects are equal key by key, whatever their order. In fields of the API absent, null and `None` are
one (rule 9); inside a caller's JSON absent and null stay different. Numbers compare by value, and
never equal a boolean.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from mastra_storage_core.model import iso

from mastra_storage_conformance.replay.transcript import Answer, Made, Raised, Returned, Template

CALLERS_JSON = frozenset(
    {
        "additionalContext",
        "analyzeStepResult",
        "attributes",
        "config",
        "content",
        "entity",
        "error",
        "expectedTrajectory",
        "groundTruth",
        "groundTruthSchema",
        "extractStepResult",
        "input",
        "inputSchema",
        "metadata",
        "output",
        "provenance",
        "requestContext",
        "requestContextSchema",
        "runnerAttestation",
        "preprocessStepResult",
        "scope",
        "scorer",
        "snapshot",
        "source",
        "toolMockReport",
        "toolMocks",
        "links",
    }
)
"""The fields that hold a caller's JSON."""

RETURN_CALLERS_JSON = frozenset(
    {"loadWorkflowSnapshot", "updateWorkflowResults", "updateWorkflowState"}
)
"""The methods whose answer is a caller's JSON as a whole."""

_SPELLED_NONE: dict[str, tuple[Any, ...]] = {"perPage": (False,), "type": ("v2",)}
"""The original's words for what is `None` here: everything on one page; no type of its own."""


class Window(NamedTuple):
    """From the moment before a call to the moment after it, both included."""

    start: datetime
    end: datetime


@dataclass(slots=True)
class Comparison:
    """One comparison: what differs, and what the placeholders of the transcript stand for."""

    clock: Mapping[int, Window]
    """When our calls were made, by `seq`."""
    ids: dict[int, str]
    """What is known of the ids in this transcript; the comparison adds what it learns."""
    certain: dict[int, str] = field(default_factory=dict)
    """Of what it learned, the ids outside lists: they hold even if the answers differ otherwise."""
    differences: list[str] = field(default_factory=list)

    def answers(self, ours: Answer, recorded: Answer, method: str = "") -> bool:
        """Compare two answers to a method. Errors are equal if they are of one class of ours."""
        match ours, recorded:
            case Returned(), Returned():
                opaque = method in RETURN_CALLERS_JSON
                self.values(ours.value, recorded.value, opaque=opaque)
            case Raised(), Raised():
                if not _same_class(ours, recorded):
                    self.differences.append(f"{_named(ours)} instead of {_named(recorded)}")
            case _:
                self.differences.append(f"{_summary(ours)} instead of {_summary(recorded)}")
        return not self.differences

    def values(self, ours: Any, recorded: Any, path: str = "", *, opaque: bool = False) -> None:
        """Compare two values; `opaque` inside a caller's JSON."""
        if isinstance(recorded, Made | Template):
            if not self._stands_for(ours, recorded, certain="[" not in path):
                self._differ(path, ours, recorded)
        elif isinstance(ours, dict) and isinstance(recorded, dict):
            self._objects(ours, recorded, path, opaque)
        elif isinstance(ours, list) and isinstance(recorded, list):
            if len(ours) != len(recorded):
                self._differ(f"{path}.length", len(ours), len(recorded))
            for index, (mine, theirs) in enumerate(zip(ours, recorded, strict=False)):
                self.values(mine, theirs, f"{path}[{index}]", opaque=opaque)
        elif not _same_scalar(ours, recorded):
            self._differ(path, ours, recorded)

    def _objects(
        self, ours: dict[str, Any], recorded: dict[Any, Any], path: str, opaque: bool
    ) -> None:
        theirs = {self._key(key, ours): value for key, value in recorded.items()}
        for key in dict.fromkeys((*ours, *theirs)):
            place = f"{path}.{key}"
            if opaque and (key not in ours or key not in theirs):
                self._differ(place, ours.get(key, "absent"), theirs.get(key, "absent"))
                continue
            wanted = theirs.get(key)
            if not opaque and any(
                _same_scalar(wanted, word) for word in _SPELLED_NONE.get(key, ())
            ):
                wanted = None
            self.values(ours.get(key), wanted, place, opaque=opaque or key in CALLERS_JSON)

    def _key(self, key: str | Template, ours: dict[str, Any]) -> str:
        """Return the key of ours that a key with placeholders stands for."""
        if isinstance(key, str):
            return key
        return next(
            (mine for mine in ours if self._stands_for(mine, key, certain=False)), repr(key)
        )

    def _stands_for(self, ours: Any, placeholder: Made | Template, *, certain: bool) -> bool:
        if isinstance(placeholder, Made):
            return self._made(ours, placeholder, certain)
        pattern = "".join(
            re.escape(piece) if isinstance(piece, str) else "(.+?)" for piece in placeholder.pieces
        )
        found = re.fullmatch(pattern, ours, re.DOTALL) if isinstance(ours, str) else None
        return found is not None and all(
            self._made(text, made, certain)
            for text, made in zip(found.groups(), placeholder.pieces[1::2], strict=True)
            if isinstance(made, Made)
        )

    def _made(self, ours: Any, made: Made, certain: bool) -> bool:
        if made.kind == "uuid":
            return isinstance(made.number, int) and self._id(ours, made.number, certain)
        moment = _moment(ours, made.kind)
        if moment is None:
            return False
        if made.number is None:
            return True
        window = self.clock.get(made.number)
        later = timedelta(milliseconds=made.plus_ms)
        return window is not None and window.start <= moment <= window.end + later

    def _id(self, ours: Any, number: int, certain: bool) -> bool:
        if number in self.ids:
            return bool(self.ids[number] == ours)
        if not isinstance(ours, str) or ours in self.ids.values():
            return False
        self.ids[number] = ours
        if certain:
            self.certain[number] = ours
        return True

    def _differ(self, path: str, ours: Any, recorded: Any) -> None:
        self.differences.append(
            f"{path or 'the result'}: {_short(ours)} instead of {_short(recorded)}"
        )


def _same_class(ours: Raised, recorded: Raised) -> bool:
    return (
        ours.kind is not None and recorded.kind is not None and issubclass(ours.kind, recorded.kind)
    )


def _same_scalar(ours: Any, recorded: Any) -> bool:
    if isinstance(ours, StrEnum):
        ours = ours.value
    if isinstance(ours, bool) or isinstance(recorded, bool):
        return ours is recorded
    if isinstance(ours, int | float) and isinstance(recorded, int | float):
        return ours == recorded
    return type(ours) is type(recorded) and bool(ours == recorded)


def _moment(ours: Any, kind: str) -> datetime | None:
    """Return the moment that ours is, if it is of that kind."""
    if kind == "date":
        return ours if isinstance(ours, datetime) and ours.tzinfo is not None else None
    if kind == "ms":
        return datetime.fromtimestamp(ours / 1000, UTC) if isinstance(ours, int) else None
    try:
        moment = datetime.fromisoformat(ours)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None and iso(moment) == ours else None


def _named(error: Raised) -> str:
    return f"{error.kind.__name__ if error.kind else 'no class of ours'} ({_short(error.text)})"


def _summary(answer: Answer) -> str:
    return _named(answer) if isinstance(answer, Raised) else f"a result ({_short(answer.value)})"


def _short(value: Any) -> str:
    text = value.isoformat() if isinstance(value, datetime) else repr(value)
    return text if len(text) <= 160 else text[:159] + "…"
