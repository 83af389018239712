"""What lists of traces and branches can be asked for. Data for `every_statement`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from mastra_storage_core.domains.observability.requests import EVERYTHING, SpanQuery
from mastra_storage_core.ids import now
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy, PageRequest

NOW = now()
CONDITIONS: dict[str, dict[str, Any]] = {
    "": {},
    "of a trace": {"texts": {"trace_id": "trace"}},
    "of a thread": {"texts": {"thread_id": "thread"}},
    "of a user and an entity": {"texts": {"user_id": "user", "entity_id": "entity"}},
    "failed": {"status": "error"},
    "running": {"status": "running"},
    "ended well": {"status": "success"},
    "started from a time": {"started": DateRange(start=NOW)},
    "started before a time": {"started": DateRange(end=NOW, end_exclusive=True)},
    "ended in a range": {"ended": DateRange(start=NOW, start_exclusive=True, end=NOW)},
    "filtered by scope": {"scope": {"key": "value"}},
    "filtered by metadata": {"metadata": {"key": "value"}},
    "with tags": {"tags": ("tag",)},
    "with an error below": {"has_child_error": True},
    "without an error below": {"has_child_error": False},
}
LISTS = {"": (False, False), "previews": (False, True), "branches": (True, False)}
ORDERS = {
    "": OrderBy("started_at", "desc"),
    "oldest first": OrderBy("started_at", "asc"),
    "last ended first": OrderBy("ended_at", "desc"),
    "last ended last": OrderBy("ended_at", "asc"),
}
CHANGES = [("ended_at", "output"), ("attributes", "ended_at", "error"), ("started_at",)]
"""Fields that one change of a span sets."""

Pages = Sequence[tuple[tuple[str, ...], PageRequest]]


def span_queries(pages: Pages) -> Iterator[tuple[tuple[str, ...], SpanQuery]]:
    """Yield queries, each with what a reader calls it.

    Conditions and orders do not meet in a statement: each is shown with the other as usual.
    """
    for conditions, orders, some in (
        ({"": {}}, ORDERS, pages),
        (CONDITIONS, {"": ORDERS[""]}, pages[::2]),
    ):
        for kind, condition, order, (page_labels, page) in product(LISTS, conditions, orders, some):
            labels = tuple(filter(None, (kind, condition, order)))
            branches, preview = LISTS[kind]
            wanted = replace(EVERYTHING, **CONDITIONS[condition])
            query = SpanQuery(branches, wanted, ORDERS[order], page, preview)
            yield (*labels, *page_labels), query
