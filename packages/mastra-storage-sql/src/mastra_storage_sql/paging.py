"""A page and its total in one statement, so that both describe one moment."""

from collections.abc import Callable, Sequence
from typing import Any

from mastra_storage_core.paging import PageRequest
from sqlalchemy import Select, Subquery, bindparam, select, true
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.statement import Row

TOTAL = "total of all pages"
"""A column name that no table has."""


def shape_of(page: PageRequest) -> tuple[bool, bool, bool]:
    """Return what of a page decides the text of a statement."""
    return page.fetch is not None, _counted(page), _first(page)


def paged(
    rows: Select[Any],
    page: PageRequest,
    total: Callable[[], ColumnElement[int]],
    order: Callable[[Subquery], Sequence[ColumnElement[Any]]],
) -> Select[Any]:
    """Cut rows in their order to a page, whose size and place are parameters, and put the total of
    all pages beside each row where it is wanted.

    A first page without rows has no total but 0. A later one without rows is one row of nulls with
    the total, which `split` removes; the join that makes it costs a quarter of a page.
    """
    if page.fetch is not None:
        rows = rows.limit(bindparam("limit")).offset(bindparam("offset"))
    if not _counted(page):
        return rows
    if _first(page):
        return rows.add_columns(total().label(TOTAL))
    counted = select(total().label(TOTAL)).subquery("counted")
    shown = rows.subquery("page")
    return (
        select(*shown.c, counted.c[TOTAL])
        .select_from(counted.outerjoin(shown, true()))
        .order_by(*order(shown))
    )


def split(rows: list[Row], page: PageRequest, *, key: str = "id") -> tuple[list[Row], int | None]:
    """Take the total off the rows of `paged`, which all have a `key`; everything on one page counts
    itself.
    """
    if not page.include_total:
        return rows, None
    if page.per_page is None or not rows:
        return rows, len(rows)
    total = rows[0][TOTAL]
    return ([] if rows[0][key] is None else rows), total


def _counted(page: PageRequest) -> bool:
    """Whether a page needs a total from the database."""
    return page.include_total and page.per_page is not None


def _first(page: PageRequest) -> bool:
    """Whether a page has a row if any page has one."""
    return _counted(page) and page.offset == 0 and page.per_page != 0


def window(page: PageRequest) -> dict[str, int]:
    """Return the values of the parameters that `paged` made."""
    return {} if page.fetch is None else {"limit": page.fetch, "offset": page.offset}
