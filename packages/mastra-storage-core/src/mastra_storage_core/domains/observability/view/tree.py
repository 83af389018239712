"""The spans of a trace as a tree, in the order in which its lines are drawn.

A trace comes from a database that others write to, too: a parent may be missing, and parents may go
in a circle. Every span has its place all the same, once.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mastra_storage_core.domains.observability.models import LightSpan, Span

AnySpan = Span | LightSpan

ORPHAN = "its parent is not in this trace"
CIRCLE = "its parents go in a circle"

MOST_LEVELS = 24
"""Levels that are drawn as such: with more of them a tree is a wall."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands."""

    span: AnySpan
    depth: int
    guides: tuple[bool, ...]
    """For the levels between the top and the one above, whether another span of it follows; for
    `MOST_LEVELS` at most.
    """
    is_last: bool
    """Whether no sibling follows."""
    has_children: bool
    note: str
    """Why it stands at the top though it has a parent."""


def walk(spans: Sequence[AnySpan]) -> Iterator[Place]:
    """Yield every span below its parent, siblings by `started_at`, then by `span_id`."""
    parents = {span.span_id: span.parent_span_id for span in spans}
    tops = _tops(spans, parents)
    children: defaultdict[str | None, list[AnySpan]] = defaultdict(list)
    for span in sorted(spans, key=_order):
        if span.span_id not in tops:
            children[span.parent_span_id].append(span)
    heads = [span for span in sorted(spans, key=_order) if span.span_id in tops]
    # The next place is at the end; a trace may be deeper than Python calls itself.
    stack = [
        Place(span, 0, (), span is heads[-1], span.span_id in children, tops[span.span_id])
        for span in reversed(heads)
    ]
    while stack:
        place = stack.pop()
        yield place
        below = children[place.span.span_id]
        guides = (*place.guides, not place.is_last) if place.depth else ()
        stack += [
            Place(
                span,
                place.depth + 1,
                guides[:MOST_LEVELS],
                span is below[-1],
                span.span_id in children,
                "",
            )
            for span in reversed(below)
        ]


def _order(span: AnySpan) -> tuple[datetime, str]:
    return span.started_at, span.span_id


def _tops(spans: Sequence[AnySpan], parents: dict[str, str | None]) -> dict[str, str]:
    """Return the ids that stand at the top, each with why: roots, spans whose parent is missing,
    and of each circle the span that started first.
    """
    tops = {
        span.span_id: ORPHAN if span.parent_span_id else ""
        for span in spans
        if span.parent_span_id not in parents
    }
    started = {span.span_id: _order(span) for span in spans}
    known = set(tops)
    for span in spans:
        path: dict[str, None] = {}
        current = span.span_id
        while current not in known and current not in path:
            path[current] = None
            current = parents[current] or ""
        if current in path:
            way = list(path)
            circle = way[way.index(current) :]
            tops[min(circle, key=lambda each: started[each])] = CIRCLE
        known |= path.keys()
    return tops
