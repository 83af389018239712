"""Texts of a trace, made fit to be shown. They come from users, models and tools, and may try to
steer what shows them.
"""

import re
from collections.abc import Mapping
from typing import Any

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)
"""Controls of terminals, marks that turn the direction of writing, what cannot be seen or written;
but for the tab and the end of a line.
"""


def clean(text: str) -> str:
    """Return text in which everything that steers is spelled out by its number."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(text: str, limit: int) -> str:
    """Return text on one line, cut where it is long."""
    words = " ".join(clean(text[: 4 * limit]).split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def message_of(error: Any) -> str:
    """Return what an error says, whatever form it has."""
    if isinstance(error, Mapping):
        name, message = error.get("name"), error.get("message")
        words = [str(each) for each in (name, message) if each is not None]
        return ": ".join(words) or str(dict(error))
    return str(error)


_KINDS = {
    "agent": ("agent_run", "agent_signal"),
    "model": ("model_generation", "model_step", "model_inference", "model_chunk"),
    "tool": ("tool_call", "mcp_tool_call", "client_tool_call", "provider_tool_call"),
    "workflow": ("workflow_run", "workflow_step", "processor_run"),
    "memory": ("memory_operation", "rag_ingestion", "rag_embedding", "rag_vector_operation"),
    "score": ("scorer_run", "scorer_step", "classifier_evaluation"),
}
_KIND_OF = {span_type: kind for kind, types in _KINDS.items() for span_type in types}
_PREFIXES = {"workflow_": "workflow", "rag_": "memory", "model_": "model", "mcp_": "tool"}

KINDS = (*_KINDS, "other")
"""The kinds of spans that have a colour, in the order of a legend."""


def kind_of(span_type: str) -> str:
    """Return which of `KINDS` a type of span is, those of tomorrow by how they begin."""
    for prefix, kind in _PREFIXES.items():
        if span_type.startswith(prefix):
            return _KIND_OF.get(span_type, kind)
    return _KIND_OF.get(span_type, "other")
