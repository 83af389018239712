"""What the statements of versioned entities can be asked for. Data for `every_statement`."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from mastra_storage_core.domains.versioned.kind import Kept, Kind
from mastra_storage_core.domains.versioned.requests import EntityQuery, VersionQuery, Which
from mastra_storage_core.paging import CREATED_AT_ASC, CREATED_AT_DESC, OrderBy, PageRequest

KINDS = (EntityQuery, VersionQuery, Which)
Labelled = tuple[tuple[str, ...], Any]

PAGES: list[Labelled] = [
    ((), PageRequest(0, 100, include_total=True)),
    (("a later page",), PageRequest(1, 100, include_total=True)),
    (("without total",), PageRequest(0, 100, include_total=False)),
    (("everything",), PageRequest(0, None, include_total=True)),
]
ORDERS: list[Labelled] = [
    ((), CREATED_AT_DESC),
    (("oldest first",), CREATED_AT_ASC),
    (("last updated first",), OrderBy("updated_at", "desc")),
    (("last updated last",), OrderBy("updated_at", "asc")),
]
VERSION_ORDERS: list[Labelled] = [
    ((), OrderBy("version_number", "desc")),
    (("lowest first",), OrderBy("version_number", "asc")),
    (("last made first",), CREATED_AT_DESC),
    (("last made last",), CREATED_AT_ASC),
]
BESIDE: list[Labelled] = [
    ((), None),
    (("beside the active version",), Which()),
    (("beside the latest version",), Which(latest=True)),
]
PLAIN: dict[str, Any] = {
    "equal": {},
    "metadata": {},
    "ids": None,
    "pinned_for": None,
    "favorites_only": False,
    "unversioned": False,
}


def of(argument: type, kind: Kind[Any, Any]) -> Iterator[Labelled]:
    """Yield the choices of an argument for a kind."""
    if argument is Which:
        yield (), Which()
        yield ("the latest",), Which(latest=True)
        yield ("one by its id",), Which(version_id="v")
    elif argument is VersionQuery:
        for (order, order_by), (size, page) in product(VERSION_ORDERS, PAGES):
            yield (*order, *size), VersionQuery("entity", order_by, page)
    else:
        yield from _entity_queries(kind)


def _entity_queries(kind: Kind[Any, Any]) -> Iterator[Labelled]:
    """Everything in every order, with all that can stand beside; what meets a condition, with one
    of these at a time.
    """
    everything, *conditions = _conditions(kind)
    sizes, besides, orders = PAGES[:1], BESIDE[:1], ORDERS[:1]
    for choices in (
        product([everything], BESIDE, ORDERS, PAGES),
        product(conditions, besides, orders, PAGES),
        product(conditions, BESIDE, orders, sizes),
        product(conditions, besides, ORDERS, sizes),
    ):
        for (asked, chosen), (beside, which), (order, order_by), (size, page) in choices:
            yield (
                (*asked, *beside, *order, *size),
                EntityQuery(**{**PLAIN, **chosen}, which=which, order_by=order_by, page=page),
            )


def _conditions(kind: Kind[Any, Any]) -> Iterator[Labelled]:
    yield (), {}
    author = {"author_id": "a"}
    yield ("of one author",), {"equal": author}
    for name in ("status", *(each.name for each in kind.details if each.kept is Kept.TEXT)):
        yield (f"of one {name}",), {"equal": {name: "x"}}
        yield (f"of one {name}", "of one author"), {"equal": {name: "x", **author}}
    if kind.has("metadata"):
        yield ("filtered by metadata",), {"metadata": {"key": "value"}}
    yield ("of some ids",), {"ids": ("one", "other")}
    yield ("without a version",), {"unversioned": True}
    if kind.favorite:
        yield ("favorites first",), {"pinned_for": "user"}
        yield ("favorites alone",), {"pinned_for": "user", "favorites_only": True}
