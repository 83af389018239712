"""Bad values, and calls with them, for any domain. No case lives here."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

import pytest
from mastra_storage_core import InvalidInputError
from mastra_storage_core.errors import named

Domain = TypeVar("Domain")

NAIVE = datetime(2024, 3, 1, 12)  # noqa: DTZ001 - naive on purpose
NUL = ("a\0b", "a\ud800")
TOO_LONG = ("é" * 513,)
BLANK = ("", " ", "\n\t")
NO_COUNT = (-1, 1.5, True, "1", 10**30)

Call: TypeAlias = Callable[[Domain], Awaitable[object]]
CallWith: TypeAlias = Callable[[Domain, Any], Awaitable[object]]


def grid(
    values: Iterable[object], calls: Mapping[str, CallWith[Domain]]
) -> dict[str, Call[Domain]]:
    """Return every call with every value, by names that say which."""

    def given(call: CallWith[Domain], value: object) -> Call[Domain]:
        return lambda domain: call(domain, value)

    return {
        f"{name} {named(value):.40}": given(call, value)
        for name, call in calls.items()
        for value in values
    }


async def refused(call: Call[Domain], domain: Domain) -> None:
    """Check that a call is refused, in a few words."""
    with pytest.raises(InvalidInputError) as caught:
        await call(domain)

    assert len(str(caught.value)) < 500
