"""What two runs of one example have in common: everything but ids, names and times."""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from mastra_storage_core.ids import milliseconds
from pydantic import BaseModel

from mastra_storage_conformance.examples.example import Names

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_GIVEN = 2024
"""Up to this year times are given by examples, and later ones come from the clock."""

_DAY = 86_400_000


class _Teller:
    def __init__(self, names: Names, since: datetime) -> None:
        self._owners = sorted({names.whose, *names.instead.values()}, key=len, reverse=True)
        self._since = since
        self._recent = range(milliseconds(since) - _DAY, milliseconds(since) + _DAY)
        self._made: dict[str, str] = {}

    def tell(self, value: Any) -> Any:
        if value is None or isinstance(value, (bool, float)):
            return value
        if isinstance(value, str):
            return value.value if isinstance(value, Enum) else self._text(value)
        if isinstance(value, BaseModel):
            return {name: self.tell(each) for name, each in value if each is not None}
        if isinstance(value, Mapping):
            return {self.tell(key): self.tell(each) for key, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.tell(each) for each in value]
        if isinstance(value, datetime):
            return self._time(value)
        if isinstance(value, (set, frozenset)):
            return sorted(self.tell(each) for each in value)
        return "a time in milliseconds" if value in self._recent else value

    def _time(self, moment: datetime) -> object:
        if moment >= self._since:
            return f"{(moment - self._since).seconds // 60} minutes since then"
        return moment if moment.year <= _GIVEN else "a time before"

    def _text(self, text: str) -> str:
        # First ids: the name of whose things these are may stand within one.
        text = _UUID.sub(lambda found: self._id(found.group()), text)
        text = _ISO.sub(lambda found: str(self._time(datetime.fromisoformat(found.group()))), text)
        for owner in self._owners:
            text = text.replace(f"-{owner}", "")
        return text

    def _id(self, made: str) -> str:
        return self._made.setdefault(made, f"made {len(self._made)}")


def told(value: Any, names: Names, since: datetime) -> Any:
    """Return a value without what differs from run to run: whose it is, ids that were made, by
    their order, and times of the clock, which are known apart only as before and after `since`.
    """
    return _Teller(names, since).tell(value)
