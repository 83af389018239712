"""The value of an argument that was not given, where `None` would mean "clear it"."""

from enum import Enum
from typing import Final


class Unset(Enum):
    """Has one member, so that type checkers can tell it apart."""

    UNSET = "UNSET"

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
