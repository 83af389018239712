"""Pages and orders: one rule for every list of every domain (rule 5 of the contract)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeVar

from mastra_storage_core.errors import InvalidInputError, named

T = TypeVar("T")

MAX_OFFSET = 2**53 - 1
"""The largest row number that JavaScript counts exactly."""

Direction = Literal["asc", "desc"]


@dataclass(frozen=True, slots=True)
class OrderBy:
    """The sort key of a list and its direction. Equal keys are ordered by id, in the same
    direction.

    `field` is one of the times that the list can be sorted by, such as `created_at`. Anything else
    is `InvalidInputError`.
    """

    field: str = "created_at"
    direction: Direction = "asc"

    def check(self, allowed: tuple[str, ...]) -> "OrderBy":
        """Return the order if this list can be sorted by it."""
        if self.field not in allowed:
            raise InvalidInputError(
                f"cannot order by {named(self.field)}; allowed: {', '.join(allowed)}"
            )
        if self.direction not in ("asc", "desc"):
            raise InvalidInputError(
                f"the direction is 'asc' or 'desc', not {named(self.direction)}"
            )
        return self

    @property
    def descending(self) -> bool:
        return self.direction == "desc"


def checked_order(value: object, allowed: tuple[str, ...]) -> OrderBy:
    """Return the order of a list, if it is one and this list can be sorted by it."""
    if not isinstance(value, OrderBy):
        raise InvalidInputError(f"order_by must be an OrderBy, not {type(value).__name__}")
    return value.check(allowed)


CREATED_AT_ASC = OrderBy("created_at", "asc")
CREATED_AT_DESC = OrderBy("created_at", "desc")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A checked page: `page` counts from 0, `per_page=None` is everything on page 0."""

    page: int
    per_page: int | None
    include_total: bool

    @classmethod
    def check(cls, page: object, per_page: object, include_total: object) -> "PageRequest":
        """Check what a caller passed. Negative, fractional, boolean or huge values are
        `InvalidInputError`.
        """
        _check_number("page", page)
        if per_page is not None:
            _check_number("per_page", per_page)
        elif page != 0:
            raise InvalidInputError("page must be 0 when per_page is None, which is everything")
        if not isinstance(include_total, bool):
            raise InvalidInputError("include_total must be true or false")
        request = cls(page, per_page, include_total)  # type: ignore[arg-type] # checked above
        if request.offset > MAX_OFFSET:
            raise InvalidInputError("page is too large: page * per_page must stay below 2^53")
        return request

    @property
    def offset(self) -> int:
        return self.page * (self.per_page or 0)

    @property
    def fetch(self) -> int | None:
        """How many rows to read: one beyond the page where no total tells of more."""
        if self.per_page is None or self.include_total or self.per_page == 0:
            return self.per_page
        return self.per_page + 1

    def take(self, found: Iterable[T]) -> tuple[list[T], int | None]:
        """Return what the page needs of all that was found, in order, and how many there are where
        the page asks for a total. Else no more is read than the page needs.
        """
        end = None if self.fetch is None else self.offset + self.fetch
        if not self.include_total:
            return list(islice(found, self.offset, end)), None
        everything = list(found)
        return everything[self.offset : end], len(everything)

    def cut(self, rows: list[T], total: int | None) -> tuple[list[T], bool]:
        """Return the rows of the page, and whether the next page of this size would have one."""
        if self.per_page is None or self.per_page == 0:
            return rows[: self.per_page], False
        if total is not None:
            return rows, self.offset + self.per_page < total
        return rows[: self.per_page], len(rows) > self.per_page


def _check_number(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidInputError(f"{name} must be a whole number, not {named(value)}")
    if not 0 <= value <= MAX_OFFSET:
        raise InvalidInputError(f"{name} must lie between 0 and 2^53 - 1, not {named(value)}")
