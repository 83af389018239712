"""What is different between two versions, in a form that people read."""

from collections.abc import Iterator
from difflib import unified_diff
from enum import StrEnum
from typing import Any

from mastra_storage_core.domains.versioned.models import C, Version
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.matching import equal
from mastra_storage_core.model import StorageModel

_WIDE = 160
"""What a line shows of a value that is not text of several lines."""
_NO_LIMIT = 2**63


class How(StrEnum):
    """What became of a place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class FieldChange(StorageModel):
    """One place at which two versions are different."""

    path: str
    """In the names of Mastra, such as `defaultOptions.maxSteps` or `tools[0]`."""
    how: How
    before: Any = None
    after: Any = None

    def __str__(self) -> str:
        return "\n".join(_lines(self))


class VersionDiff(StorageModel):
    """What is different between two versions. `print` shows it line by line."""

    before: int
    """The number of the one version."""
    after: int
    changes: list[FieldChange]
    """In the order in which the kind has its fields."""

    @property
    def changed_fields(self) -> list[str]:
        """The fields with a change in them, in the names of Mastra."""
        fields = (change.path.partition(".")[0].partition("[")[0] for change in self.changes)
        return list(dict.fromkeys(fields))

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.changes)

    def __str__(self) -> str:
        title = f"version {self.before} → version {self.after}"
        return "\n".join([title, *(map(str, self.changes) if self.changes else ["no difference"])])


def diff(before: Version[C], after: Version[C]) -> VersionDiff:
    """Compare two versions, of one entity or of two. What is empty counts as not there."""
    left, right = (_plain(version) for version in (before, after))
    return VersionDiff(
        before=before.version_number,
        after=after.version_number,
        changes=list(_different("", left, right)),
    )


def _plain(version: Version[C]) -> dict[str, Any]:
    fields = version.config.model_dump(by_alias=True)
    return {name: value for name, value in fields.items() if value is not None}


def _different(path: str, before: Any, after: Any) -> Iterator[FieldChange]:
    """Yield the deepest places that are different: members of objects, items of arrays."""
    if equal(before, after):
        return
    pairs = _inside(path, before, after)
    if pairs is None:
        yield FieldChange(path=path, how=How.CHANGED, before=before, after=after)
        return
    for place, left, right in pairs:
        if left is _NOTHING:
            yield FieldChange(path=place, how=How.ADDED, after=right)
        elif right is _NOTHING:
            yield FieldChange(path=place, how=How.REMOVED, before=left)
        else:
            yield from _different(place, left, right)


_NOTHING: Any = object()


def _inside(path: str, before: Any, after: Any) -> list[tuple[str, Any, Any]] | None:
    """Pair what two objects, or two arrays, have inside; `None` for anything else."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [
            (f"{path}.{key}" if path else key, before.get(key, _NOTHING), after.get(key, _NOTHING))
            for key in _keys(before, after)
        ]
    if isinstance(before, list) and isinstance(after, list):
        length = max(len(before), len(after))
        left = [*before, *[_NOTHING] * (length - len(before))]
        right = [*after, *[_NOTHING] * (length - len(after))]
        pairs = enumerate(zip(left, right, strict=True))
        return [(f"{path}[{index}]", one, other) for index, (one, other) in pairs]
    return None


def _keys(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [*before, *(key for key in after if key not in before)]


def _lines(change: FieldChange) -> Iterator[str]:
    before, after = change.before, change.after
    if change.how is How.ADDED:
        yield f"+ {change.path}: {_short(after)}"
    elif change.how is How.REMOVED:
        yield f"- {change.path}: {_short(before)}"
    elif isinstance(before, str) and isinstance(after, str) and "\n" in before + after:
        yield f"~ {change.path}:"
        _, _, *lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
        yield from (f"    {line}" for line in lines)
    else:
        yield f"~ {change.path}: {_short(before)} → {_short(after)}"


def _short(value: Any) -> str:
    text = encode(value, "a value", _NO_LIMIT).text
    return text if len(text) <= _WIDE else f"{text[: _WIDE - 1]}…"
