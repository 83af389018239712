"""Pages: the arithmetic that every list shares, against slices of a plain list."""

from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.paging import MAX_OFFSET, OrderBy, PageRequest

NOT_NUMBERS = [-1, 1.0, 0.5, True, False, 10**30, -(10**30), "1", b"1", [], float("nan")]


@given(st.integers(0, 30), st.integers(0, 12), st.integers(0, 12), st.booleans())
def test_a_page_is_a_slice_and_knows_whether_more_follows(
    size: int, page: int, per_page: int, include_total: bool
) -> None:
    rows = list(range(size))
    request = PageRequest.check(page, per_page, include_total)
    end = None if request.fetch is None else request.offset + request.fetch
    fetched = rows[request.offset : end]

    shown, has_more = request.cut(fetched, size if include_total else None)

    assert shown == rows[page * per_page : (page + 1) * per_page]
    assert has_more == bool(per_page and rows[(page + 1) * per_page :])


@given(st.integers(0, 30), st.booleans())
def test_everything_is_one_page_without_a_next(size: int, include_total: bool) -> None:
    request = PageRequest.check(0, None, include_total)

    assert (request.fetch, request.offset) == (None, 0)
    assert request.cut(list(range(size)), None) == (list(range(size)), False)


@pytest.mark.parametrize("value", NOT_NUMBERS)
def test_what_is_no_count_is_refused(value: Any) -> None:
    for page, per_page in ((value, 10), (0, value)):
        with pytest.raises(InvalidInputError, match="page"):
            PageRequest.check(page, per_page, True)


@pytest.mark.parametrize(
    ("page", "per_page", "include_total"),
    [(1, None, True), (None, 1, True), (MAX_OFFSET, 2, True), (0, 1, 1), (0, 1, None)],
)
def test_pages_that_cannot_be_are_refused(page: Any, per_page: Any, include_total: Any) -> None:
    with pytest.raises(InvalidInputError):
        PageRequest.check(page, per_page, include_total)


def test_the_last_row_that_javascript_counts_can_be_asked_for() -> None:
    assert PageRequest.check(MAX_OFFSET, 1, True).offset == MAX_OFFSET
    assert PageRequest.check(MAX_OFFSET, 0, True).offset == 0


@pytest.mark.parametrize(
    ("field", "direction"),
    [("title", "asc"), ("createdAt", "asc"), ("created_at; --", "asc"), ("created_at", "ASC")],
)
def test_an_unknown_order_is_refused(field: str, direction: Any) -> None:
    with pytest.raises(InvalidInputError):
        OrderBy(field, direction).check(("created_at", "updated_at"))


@pytest.mark.parametrize(("field", "direction"), [(None, "asc"), ([], "asc"), ("created_at", [])])
def test_an_order_of_another_type_is_refused(field: Any, direction: Any) -> None:
    with pytest.raises(InvalidInputError):
        OrderBy(field, direction).check(("created_at",))


@pytest.mark.parametrize(
    ("page", "per_page", "include_total", "taken"),
    [
        (1, 2, True, ([2, 3], 5)),
        (2, 2, True, ([4], 5)),
        (9, 2, True, ([], 5)),
        (0, 0, True, ([], 5)),
        (0, None, True, ([0, 1, 2, 3, 4], 5)),
        (1, 2, False, ([2, 3, 4], None)),
        (0, None, False, ([0, 1, 2, 3, 4], None)),
    ],
)
def test_a_page_is_taken_out_of_what_was_found(
    page: int, per_page: int | None, include_total: bool, taken: tuple[list[int], int | None]
) -> None:
    assert PageRequest.check(page, per_page, include_total).take(iter(range(5))) == taken


def test_without_a_total_no_more_is_read_than_the_page_needs() -> None:
    found = iter(range(100))

    PageRequest.check(1, 10, False).take(found)

    assert next(found) == 21
