"""A page and its total in one statement, so that both describe one moment."""

from collections.abc import Callable, Sequence
from typing import Any

from mastra_storage_core.paging import PageRequest
from sqlalchemy import Select, Subquery, bindparam, select, true
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.statement import Row

TOTAL = "total of all pages"
"""A column name that no table has."""


def limited(query: Select[Any], limit: bool) -> Select[Any]:
    """Cut a query to a page, whose size and place are parameters."""
    return query.limit(bindparam("limit")).offset(bindparam("offset")) if limit else query


def with_total(
    page: Select[Any],
    total: ColumnElement[int],
    order: Callable[[Subquery], Sequence[ColumnElement[Any]]],
) -> Select[Any]:
    """Put the total beside each row of a page. A page without rows is one row of nulls, which
    `split` removes.
    """
    counted = select(total.label(TOTAL)).subquery("counted")
    rows = page.subquery("page")
    return (
        select(*rows.c, counted.c[TOTAL])
        .select_from(counted.outerjoin(rows, true()))
        .order_by(*order(rows))
    )


def split(rows: list[Row], page: PageRequest) -> tuple[list[Row], int | None]:
    """Take the total off the rows of `with_total`; everything on one page counts itself."""
    if not page.include_total:
        return rows, None
    if page.per_page is None:
        return rows, len(rows)
    total = rows[0][TOTAL]
    return ([] if rows[0]["id"] is None else rows), total


def counted(page: PageRequest) -> bool:
    """Whether a page needs a total from the database."""
    return page.include_total and page.per_page is not None


def window(page: PageRequest) -> dict[str, int]:
    """Return the values of the parameters that `limited` made."""
    return {} if page.fetch is None else {"limit": page.fetch, "offset": page.offset}
