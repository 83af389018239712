"""Rows made into models, for every domain: what does not fit is corrupt, and is named."""

import gc
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from mastra_storage_core.errors import CorruptDataError, named

T = TypeVar("T")

_MANY = 1_000


def at_once(rows: int, make: Callable[[], T]) -> T:
    """Make something of so many rows; where they are many, without the garbage collector.

    All that is made is in use, yet it would look through it every few hundred objects, and now and
    then through all there is: in a process of 300,000 objects that was half of the time of reading
    10,000 messages. It is off for a while in which nothing waits; who has switched it off finds it
    off.
    """
    if rows < _MANY or not gc.isenabled():
        return make()
    gc.disable()
    try:
        return make()
    finally:
        gc.enable()


def models_of(
    adapter: TypeAdapter[list[T]],
    rows: Sequence[Mapping[str, Any]],
    table: str,
    *,
    what: str = "row",
    key: Sequence[str] = ("id",),
) -> list[T]:
    """Make models of rows, all at once, in the same order.

    `CorruptDataError` says which of the rows does not fit its model, by the columns of its `key`,
    and where; never what it holds. `what` is how a row is called.
    """
    try:
        return at_once(len(rows), lambda: adapter.validate_python(rows))
    except ValidationError as error:
        place = error.errors(include_input=False, include_url=False)[0]["loc"]
        names = [rows[int(place[0])].get(column) for column in key]
        name = "/".join(map(str, names)) if len(names) > 1 else names[0]
        raise CorruptDataError(
            f"the {what} {named(name)} of {table} does not fit its model at "
            f"{'.'.join(map(str, place[1:]))}",
            table=table,
            key=name,
        ) from None
