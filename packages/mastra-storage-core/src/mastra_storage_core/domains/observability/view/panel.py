"""What a span did, below its line on the page: who, what went in, what came out, what failed."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Any

from mastra_storage_core.domains.observability.view.timeline import Line
from mastra_storage_core.domains.observability.view.words import clean, message_of

LONGEST = 20_000
"""Characters of one value that are shown: a page of megabytes opens, one of gigabytes does not."""

_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)|(?P<string>"(?:[^"\\]|\\.)*")'
    r"|(?P<number>-?\d[\d.eE+-]*|\b(?:true|false|null)\b)"
)
_CLASSES = {"key": "k", "string": "s", "number": "n"}

_FACTS = (
    ("type", "span_type"),
    ("span", "span_id"),
    ("parent", "parent_span_id"),
    ("started", "started_at"),
    ("ended", "ended_at"),
    ("entity", "entity_name"),
    ("entity id", "entity_id"),
    ("thread", "thread_id"),
    ("resource", "resource_id"),
    ("run", "run_id"),
    ("session", "session_id"),
    ("user", "user_id"),
    ("service", "service_name"),
)
_VALUES = (
    ("Input", "input"),
    ("Output", "output"),
    ("Attributes", "attributes"),
    ("Metadata", "metadata"),
    ("Request context", "request_context"),
    ("Scope", "scope"),
    ("Links", "links"),
)


def panel(line: Line) -> str:
    """Return the details of a span."""
    return (
        f'<div class="panel"><dl>{"".join(_facts(line))}</dl>'
        f'<div class="values">{"".join(_values(line))}</div></div>'
    )


def _facts(line: Line) -> Iterator[str]:
    for name, field in _FACTS:
        value = getattr(line.span, field, None)
        if value is not None:
            text = _moment(value) if isinstance(value, datetime) else str(value)
            yield f"<div><dt>{name}</dt><dd>{escape(clean(text[:LONGEST]))}</dd></div>"


def _values(line: Line) -> Iterator[str]:
    error = line.span.error
    if error is not None:
        stack = error.get("stack") if isinstance(error, dict) else None
        said = f"{message_of(error)}\n\n{stack}" if stack else message_of(error)
        yield _section("Error", said, "wide")
    for name, field in _VALUES:
        value = getattr(line.span, field, None)
        if value is not None and value != {} and value != []:
            yield _section(name, value)


def _section(name: str, value: Any, kind: str = "") -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
    cut = ""
    if len(text) > LONGEST:
        cut = f'<p class="cut">The first {LONGEST:,} of {len(text):,} characters</p>'
        text = text[:LONGEST]
    drawn = escape(clean(text)) if isinstance(value, str) else _coloured(clean(text))
    return f'<section class="{kind}"><h3>{name}</h3><pre>{drawn}</pre>{cut}</section>'


def _coloured(text: str) -> str:
    """Return JSON with a class around its keys, texts and numbers."""
    parts: list[str] = []
    end = 0
    for token in _TOKEN.finditer(text):
        kind = _CLASSES[token.lastgroup or "string"]
        parts += [escape(text[end : token.start()])]
        parts += [f'<span class="{kind}">{escape(token[0])}</span>']
        end = token.end()
    return "".join([*parts, escape(text[end:])])


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03}"
