"""A trace as one page of HTML that needs nothing else: what it is, and when each span ran.

Everything that comes from a span goes through `shown`, and nothing of it is in a script. Should
something get through all the same, the policy of the page runs no script but ours, and loads
nothing.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from mastra_storage_core.domains.observability.view.figures import duration_text, ticks
from mastra_storage_core.domains.observability.view.panel import panel
from mastra_storage_core.domains.observability.view.timeline import Line, Timeline, lay_out
from mastra_storage_core.domains.observability.view.tree import MOST_LEVELS, AnySpan
from mastra_storage_core.domains.observability.view.words import KINDS, clean, kind_of, one_line

TITLE, NAME, TOOLTIP = 120, 300, 2000
"""Characters of a name that are shown at most."""

FAR_LEFT, FAR_RIGHT = 0.2, 0.8
"""Where a bar is so near to an edge that its duration would not fit beside it there."""


def page(trace_id: str, spans: Sequence[AnySpan]) -> str:
    """Return the page of a trace, of which there is one span at least."""
    timeline = lay_out(spans)
    top = timeline.lines[0].span
    style, script = _asset("trace.css"), _asset("trace.js")
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        f"script-src 'sha256-{_digest(script)}'"
    )
    body = [
        f"<header><h1>{shown(one_line(top.name, TITLE)) or '(no name)'}</h1>",
        f'<span class="pill {top.status}">{top.status}</span>',
        f'<dl class="about">{_fact("trace", trace_id)}{"".join(_about(timeline))}</dl></header>',
        f'<dl class="facts">{"".join(_figures(timeline))}</dl>',
        _tools(timeline),
        _lines(timeline),
        f"<script>{script}</script>",
    ]
    head = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{shown(one_line(top.name, TITLE))} · trace</title>",
        f"<style>\n{style}</style>\n</head>\n<body>",
    ]
    return "\n".join([*head, *body, "</body>\n</html>\n"])


def shown(value: object) -> str:
    """Return a value as text of the page, and of its attributes."""
    return escape(clean(str(value)))


def _about(timeline: Timeline) -> Iterator[str]:
    """Yield when the trace was made, and by whom."""
    top = timeline.lines[0].span
    yield _fact("started", f"{timeline.started_at:%Y-%m-%d %H:%M:%S} UTC")
    for name, field in (
        ("service", "service_name"),
        ("environment", "environment"),
        ("resource", "resource_id"),
        ("thread", "thread_id"),
        ("run", "run_id"),
    ):
        if value := getattr(top, field, None):
            yield _fact(name, value)
    if tags := getattr(top, "tags", None):
        yield _fact("tags", ", ".join(map(str, tags)))


def _figures(timeline: Timeline) -> Iterator[str]:
    """Yield what holds for the trace as a whole, in numbers."""
    yield _fact("Duration", duration_text(timeline.duration))
    yield _fact("Spans", f"{len(timeline.lines):,}")
    if timeline.errors:
        yield _fact("Errors", f"{timeline.errors:,}", "bad")
    if timeline.usage.tokens:
        yield _fact("Tokens in → out", timeline.usage.tokens)
    if timeline.usage.price:
        yield _fact("Cost", timeline.usage.price)


def _fact(name: str, value: str, kind: str = "") -> str:
    return f'<div class="{kind}"><dt>{name}</dt><dd>{shown(one_line(value, NAME))}</dd></div>'


def _tools(timeline: Timeline) -> str:
    """Return the legend, and what the script offers where it runs."""
    found = {kind_of(line.span.span_type) for line in timeline.lines if not line.has_failed}
    legend = [f'<span class="{kind}">{kind}</span>' for kind in KINDS if kind in found]
    legend += ['<span class="error">failed</span>'] * bool(timeline.errors)
    offered = (
        '<input id="filter" type="search" placeholder="Filter spans ( / )" hidden>'
        '<button id="failed" type="button" hidden>Next error</button>'
        '<button id="theme" type="button" hidden title="Dark or light">◐</button>'
    )
    return f'<div class="tools">{"".join(legend)}<div>{offered}</div></div>'


def _lines(timeline: Timeline) -> str:
    marks = ticks(timeline.duration)
    step = marks[1][0] if len(marks) > 1 else 1
    # The last one would stand over the edge.
    named = [f'<i style="--x:{x:.3%}">{name}</i>' for x, name in marks if x < 0.96]
    longest = timeline.longest
    rows = (_row(line, is_longest=line is longest) for line in timeline.lines)
    axis = f'<div class="axis"><b>Span</b><div>{"".join(named)}</div></div>'
    return f'<main style="--step:{step:.4%}">\n{axis}\n{"".join(rows)}</main>'


def _row(line: Line, *, is_longest: bool) -> str:
    span, place = line.span, line.place
    kinds = ["span", kind_of(span.span_type)]
    kinds += ["failed"] * line.has_failed + ["open"] * line.is_running + ["event"] * span.is_event
    name = shown(one_line(span.name, NAME)) or "(no name)"
    note = f"<em>{place.note}</em>" if place.note else ""
    fold = '<button type="button" aria-expanded="true" title="Fold" hidden>▼</button>'
    words = shown(one_line(f"{span.name} {span.span_type}", NAME))
    place_in_time = (
        f"--x:{line.start:.3%};--w:{line.length:.3%};--d:{min(place.depth, MOST_LEVELS)}"
    )
    return (
        f'<details class="{" ".join(kinds)}" style="{place_in_time}"'
        f' data-depth="{place.depth}" data-words="{words}"{" data-longest" * is_longest}><summary>'
        f'<span class="name">{fold * place.has_children}<i></i>'
        f'<b title="{shown(one_line(span.name, TOOLTIP))}">{name}</b>'
        f"<small>{_gist(line)}</small>{note}</span>"
        f'<span class="time"><i></i>{_label(line, is_longest=is_longest)}</span></summary>'
        f"{panel(line)}</details>\n"
    )


def _gist(line: Line) -> str:
    """Return the tokens and the cost, or else what the span is."""
    usage = line.usage
    figures = " · ".join(each for each in (usage.tokens, usage.price) if each)
    return figures or shown(one_line(line.span.span_type, 40))


def _label(line: Line, *, is_longest: bool) -> str:
    if line.span.is_event:
        return ""
    text = duration_text(line.duration) + " so far" * line.is_running
    text += "<em> · longest</em>" * is_longest
    end = line.start + line.length
    side = "after" if end < FAR_RIGHT else "before" if line.start > FAR_LEFT else "inside"
    return f'<span class="{side}">{text}</span>'


@cache
def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
