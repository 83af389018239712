"""What a list shows of the input of a trace: the rule of Mastra's `inputPreview`."""

from typing import Any

from pydantic_core import to_json

from mastra_storage_core.jsoncodec import decode, decode_or_text

LENGTH = 100
"""Characters; JavaScript counts one beyond the basic plane twice, and cuts it in two."""


def preview(value: Any) -> str | None:
    """Return the beginning of an input: what its messages of role `user` say, else its text, else
    compact JSON; `None` where that is nothing.
    """
    if isinstance(value, str):
        value = _opened(value)
    if value is None:
        return None
    messages = value.get("messages") if isinstance(value, dict) else value
    if isinstance(messages, list):
        said = (_said(each.get("content")) for each in messages if _is_of_user(each))
        return _cut(" | ".join(filter(None, said)))
    return _cut(value if isinstance(value, str) else to_json(value).decode())


def _opened(text: str) -> Any:
    """Read a text that looks like JSON; such a text that is none, or a blank one, shows nothing."""
    trimmed = text.strip()
    if trimmed.startswith('"'):
        found = decode_or_text(trimmed)
        return text if found is trimmed else found
    if not trimmed.startswith(("{", "[")):
        return text if trimmed else None
    try:
        return decode(trimmed)
    except (ValueError, RecursionError):
        return None


def _is_of_user(message: Any) -> bool:
    return isinstance(message, dict) and message.get("role") == "user"


def _said(content: Any) -> str:
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else ()
    return " ".join(filter(None, map(_text_of, parts)))


def _text_of(part: Any) -> str:
    if isinstance(part, dict) and part.get("type") == "text":
        part = part.get("text")
    return part if isinstance(part, str) else ""


def _cut(text: str) -> str | None:
    if not text:
        return None
    return text if len(text) <= LENGTH else f"{text[:LENGTH]}…"
