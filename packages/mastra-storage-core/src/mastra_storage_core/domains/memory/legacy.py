"""Messages of the first generation, for callers that still expect them.

The way forward, from the first generation to the second, is in `formats`.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated, Literal, TypeAlias

from pydantic import SkipValidation, TypeAdapter

from mastra_storage_core.domains.memory.formats import Json, call_id, objects, renamed
from mastra_storage_core.domains.memory.models import Message
from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime

Kind: TypeAlias = Literal["text", "tool-call", "tool-result"]
Piece: TypeAlias = tuple[str, Kind, str | list[Json]]
"""The role, the type and the content of one message of the first generation."""


class MessageV1(StorageModel):
    """A message of the first generation, or a piece of a message of the second."""

    id: str
    """The message's own id for its first piece, then `<id>__split-1`, `<id>__split-2` and so on."""
    thread_id: str
    resource_id: str | None = None
    role: str
    type: Kind
    content: Annotated[str | list[Json], SkipValidation]
    """Text, or a list of parts."""
    created_at: UtcDatetime
    content_fields: JsonObject | None = None
    """What a content has besides its parts, such as `metadata`; on the first piece only."""


def to_v1(messages: Iterable[Message]) -> list[MessageV1]:
    """Return messages in the form of the first generation, in the same order, each by itself.

    Neighbouring parts that are no tool invocations become a message of type `text`; its content is
    plain text where it is a single text, else a list of parts. Neighbouring tool invocations become
    one `tool-call` of the assistant and, where any has a result, one `tool-result` of role `tool`.
    `step-start` is dropped. Parts that the first generation does not know stay in the text's list
    as they are, and fields that it does not know stay on their part.

    What `to_v2` made of a message comes back as it was, except that tool parts and other parts no
    longer share a message; that a result brings its call along, with the arguments, unless the call
    stands in the same message; that a list of one plain text is that text, and empty texts are
    gone; that `mimeType` alone tells pictures from files, and may come from a data URI; that
    `providerMetadata` is `providerOptions`; that a missing result is an empty text; and that role
    `tool` is the assistant wherever it gave no result.
    """
    return _MESSAGES.validate_python([piece for message in messages for piece in _split(message)])


_MESSAGES = TypeAdapter(list[MessageV1])
_PLACED = {"format", "parts", "content", "toolInvocations", "experimental_attachments"}
"""The fields of a content that the pieces stand for."""
_ATTACHMENT = {"url": "data", "contentType": "mimeType", "name": "filename"}


def _split(message: Message) -> Iterator[Json]:
    content = message.content
    fields = {name: value for name, value in content.items() if name not in _PLACED}
    for index, (role, kind, body) in enumerate(_pieces(message.role, content)):
        yield {
            "id": f"{message.id}__split-{index}" if index else message.id,
            "thread_id": message.thread_id,
            "resource_id": message.resource_id,
            "role": role,
            "type": kind,
            "content": body,
            "created_at": message.created_at,
            "content_fields": None if index else fields or None,
        }


def _pieces(role: str, content: Json) -> Iterator[Piece]:
    parts = [*content["parts"], *_attachments(content), *_unplaced(content)]
    said = [part for part in parts if part.get("type") != "step-start"]
    calls = _ids(part for part in said if _is_tool(part) and not _is_result(part))
    for is_tool, run in groupby(said, key=_is_tool):
        if is_tool:
            yield from _tool_pieces(list(run), calls)
        else:
            yield role, "text", _text([new for part in run for new in _part_to_v1(part)])
    if not said:
        flat = content.get("content")
        yield role, "text", flat if isinstance(flat, str) else []


def _attachments(content: Json) -> list[Json]:
    return [
        {_ATTACHMENT.get(name, name): value for name, value in each.items()} | {"type": "file"}
        for each in objects(content.get("experimental_attachments"))
    ]


def _unplaced(content: Json) -> list[Json]:
    """Return, as parts, the invocations beside the parts: calls and results that no part has."""
    placed = [part for part in content["parts"] if _is_tool(part)]
    known, finished = _ids(placed), _ids(part for part in placed if _is_result(part))
    beside: list[Json] = [
        {"type": "tool-invocation", "toolInvocation": each}
        for each in objects(content.get("toolInvocations"))
    ]
    return [
        part for part in beside if not _ids([part]) <= (finished if _is_result(part) else known)
    ]


def _ids(tool_parts: Iterable[Json]) -> set[str]:
    return {call_id(part["toolInvocation"]) for part in tool_parts}


def _is_tool(part: Json) -> bool:
    return part.get("type") == "tool-invocation" and isinstance(part.get("toolInvocation"), dict)


def _is_result(part: Json) -> bool:
    return bool(part["toolInvocation"].get("state") == "result")


def _tool_pieces(parts: list[Json], own_calls: set[str]) -> Iterator[Piece]:
    calls: list[Json] = []
    results: list[Json] = []
    for part in parts:
        call, result = _call_and_result(part)
        if result is None or call_id(call) not in own_calls:
            calls.append(call)
        if result is not None:
            results.append(result)
    if calls:
        yield "assistant", "tool-call", calls
    if results:
        yield "tool", "tool-result", results


def _call_and_result(part: Json) -> tuple[Json, Json | None]:
    """Return the call of a tool invocation, and its result, which takes the unknown fields."""
    fields = renamed(part, "providerMetadata", "providerOptions") | part["toolInvocation"]
    del fields["toolInvocation"], fields["type"]
    if fields.get("state") in ("call", "result"):
        del fields["state"]
    if not _is_result(part):
        return {"type": "tool-call", **fields}, None
    names = ("toolCallId", "toolName", "args", "providerOptions")
    call = {name: fields[name] for name in names if name in fields}
    fields.pop("args", None)
    return {"type": "tool-call", **call}, {"type": "tool-result", **fields}


def _text(parts: list[Json]) -> str | list[Json]:
    match parts:
        case [{"type": "text", "text": str(text), **rest}] if not rest:
            return text
    return parts


def _part_to_v1(part: Json) -> list[Json]:
    """Return a part of the second generation as parts of the first; any other part as it is."""
    new = renamed(part, "providerMetadata", "providerOptions")
    match new:
        case {"type": "reasoning", "details": [_, *_] as details, **rest}:
            thoughts = [thought for detail in objects(details) for thought in _thought(detail)]
            if len(thoughts) == len(details):
                rest.pop("reasoning", None)
                return [thoughts[0] | rest, *thoughts[1:]]
        case {"type": "reasoning", "reasoning": text, **rest} if "text" not in rest:
            if rest.pop("details", None):
                return [part]
            return [{"type": "reasoning", "text": text, **rest}]
        case {"type": "file", "data": data, "mimeType": str(kind), **rest}:
            if kind.startswith("image/") and "image" not in rest:
                return [{"type": "image", "image": data, "mimeType": kind, **rest}]
            return [new]
        case {"type": "text" | "file"}:
            return [new]
    return [part]


def _thought(detail: Json) -> list[Json]:
    match detail:
        case {"type": "text", "text": text, **rest}:
            return [{"type": "reasoning", "text": text, **rest}]
        case {"type": "redacted", "data": data, **rest}:
            return [{"type": "redacted-reasoning", "data": data, **rest}]
    return []
