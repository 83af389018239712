"""Message contents of both generations: what each looks like, and how the first becomes the second.

The second is `{"format": 2, "parts": […]}`; the first is text, or a list of parts of other kinds.
Pure functions over decoded JSON; nothing that is passed in is changed. The way back, for callers of
the first generation, is in `legacy`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias, TypeGuard

from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.jsoncodec import decode_or_text

Json: TypeAlias = dict[str, Any]
FindArgs: TypeAlias = Callable[[str], Any]

_TAKEN = {
    "tool-call": {"toolInvocation"},
    "tool-result": {"toolInvocation"},
    "reasoning": {"reasoning", "details"},
    "redacted-reasoning": {"reasoning", "details"},
    "image": {"data"},
}
"""The fields that a part of the first generation gets here. One that has them is left alone."""

_AROUND_INVOCATION = ("providerMetadata", "providerExecuted", "title", "preliminary", "createdAt")


def is_v2(content: object) -> TypeGuard[Json]:
    """Say whether a decoded content is of the second generation: an object with `format` 2."""
    return isinstance(content, dict) and content.get("format") == 2


def stored_content(text: str) -> Any:
    """Return the content that a column holds: decoded JSON, or the text itself.

    The first generation stored plain text as it was, so `12`, `null` or `{"a": 1}` are texts that
    happen to be JSON. A string, an object with `format` or `parts`, and a list of typed parts are
    contents; `to_v2` takes whatever this returns.
    """
    value = decode_or_text(text)
    if isinstance(value, dict):
        return value if "format" in value or "parts" in value else text
    if isinstance(value, list):
        typed = all(isinstance(part, dict) and isinstance(part.get("type"), str) for part in value)
        return value if typed else text
    return value if isinstance(value, str) else text


def normalise(messages: Iterable[Json]) -> list[Json]:
    """Return messages with their contents in the second generation, in the order they came.

    They come oldest first, because a tool result finds the arguments of its call in its own
    message, else in the nearest message of the assistant before it. Otherwise as `to_v2`.
    """
    done: list[Json] = []
    find_args = _EarlierArgs(done).find
    for message in messages:
        converted = to_v2(message, find_args)
        done.append(converted)
    return done


def to_v2(message: Json, find_args: FindArgs = lambda _: None) -> Json:
    """Return a message with its content in the second generation; itself, if that changes nothing.

    `find_args` gives the arguments of a tool call of another message by the id of the call. Fields,
    and objects among the parts, survive whether they are known or not; empty texts beside other
    parts do not. A message of the first generation loses its `type`, and role `tool` becomes
    `assistant`. `InvalidInputError` if the content is absent, null, a number or a boolean.
    """
    content = message.get("content")
    role = message.get("role")
    if is_v2(content):
        repaired = mended(content)
        return message if repaired is content else {**message, "content": repaired}
    converted: Json
    if isinstance(content, str):
        converted = {"format": 2, "parts": [{"type": "text", "text": content}], "content": content}
    elif isinstance(content, list):
        converted = _from_parts(objects(content), role, find_args)
    elif isinstance(content, dict):
        converted = {**content, "format": 2, "parts": objects(content.get("parts"))}
    else:
        raise InvalidInputError(
            f"the content of message {named(message.get('id'))} must be an object, text or a list "
            "of parts"
        )
    new_role = "assistant" if role == "tool" else role
    return {**message, "role": new_role, "type": None, "content": converted}


def renamed(part: Json, old: str, new: str) -> Json:
    """Return a part with a field renamed; itself, if it lacks that field or has the other."""
    if old not in part or new in part:
        return part
    return {new if name == old else name: value for name, value in part.items()}


class _EarlierArgs:
    """Finds the arguments of tool calls in the assistant's messages that are done.

    Reads each message once, and none unless asked: most lists have no message of the first kind.
    """

    def __init__(self, done: list[Json]) -> None:
        self._done = done
        self._read = 0
        self._args: dict[str, Any] = {}

    def find(self, call_id: str) -> Any:
        for message in self._done[self._read :]:
            if message.get("role") == "assistant":
                self._args |= _args_by_call(_invocations(message["content"]))
        self._read = len(self._done)
        return self._args.get(call_id)


def call_id(invocation: Json) -> str:
    """Return the id of a tool call, as text whatever it is."""
    return str(invocation.get("toolCallId"))


def _args_by_call(invocations: Sequence[Json]) -> Json:
    """Return the arguments of each call that has any; the first, where a call stands twice."""
    return {call_id(each): each["args"] for each in reversed(invocations) if each.get("args")}


def _invocations(content: Json) -> list[Json]:
    """Return every tool invocation of a content: those in the parts, then those beside them."""
    held = [part.get("toolInvocation") for part in content["parts"]]
    return [*objects(held), *objects(content.get("toolInvocations"))]


def objects(values: object) -> list[Json]:
    """Return what is an object in a list: the very list, if all of it is."""
    if not isinstance(values, list):
        return []
    for value in values:
        if not isinstance(value, dict):
            return [value for value in values if isinstance(value, dict)]
    return values


def mended(content: Json) -> Json:
    """Return a content as the original mends it on reading; itself, if it is sound."""
    parts = objects(content.get("parts"))
    if parts is not content.get("parts"):
        content = {**content, "parts": parts}
    beside = content.get("toolInvocations")
    if not beside or all(each.get("args") for each in objects(beside)):
        return content
    known = _args_by_call(objects([part.get("toolInvocation") for part in parts]))
    completed = [_completed(each, known) for each in beside]
    return content if completed == beside else {**content, "toolInvocations": completed}


def _completed(invocation: Any, known: Json) -> Any:
    """Return an invocation with the arguments that its part has, if it has none itself."""
    if not isinstance(invocation, dict) or invocation.get("args"):
        return invocation
    args = known.get(call_id(invocation))
    return {**invocation, "args": args} if args else invocation


def _from_parts(parts: list[Json], role: object, find_args: FindArgs) -> Json:
    own = _args_by_call([part for part in parts if part.get("type") == "tool-call"])
    converted: list[Json] = []
    results: list[Json] = []
    for part in parts:
        new = _part_to_v2(part)
        if role == "assistant" and converted and _opens_step(new, after=converted[-1]):
            converted.append({"type": "step-start"})
        converted.append(new)
        if part.get("type") == "tool-result" and new is not part:
            invocation = new["toolInvocation"]
            if not invocation.get("args"):
                invocation["args"] = own.get(call_id(part)) or find_args(call_id(part)) or {}
            results.append(dict(invocation))
    spoken = [part for part in converted if part != {"type": "text", "text": ""}]
    content: Json = {"format": 2, "parts": spoken or converted}
    return {**content, "toolInvocations": results} if results else content


def _opens_step(part: Json, after: Json) -> bool:
    return part.get("type") == "text" and after.get("type") == "tool-invocation"


def _part_to_v2(part: Json) -> Json:
    """Return a part of the first generation as one of the second; any other part as it is."""
    if not _TAKEN.get(str(part.get("type")), set()).isdisjoint(part):
        return part
    new = renamed(part, "providerOptions", "providerMetadata")
    match new:
        case {"type": "tool-call", **rest}:
            return _tool_invocation("call", rest)
        case {"type": "tool-result", **rest}:
            rest.setdefault("result", "")
            return _tool_invocation("result", rest)
        case {"type": "reasoning", "text": text, **rest}:
            detail = {"type": "text", "text": text, **_taken_out(rest, "signature")}
            return {"type": "reasoning", "reasoning": text, "details": [detail], **rest}
        case {"type": "redacted-reasoning", "data": data, **rest}:
            detail = {"type": "redacted", "data": data}
            return {"type": "reasoning", "reasoning": "", "details": [detail], **rest}
        case {"type": "image", "image": data, **rest} | {"type": "file", "data": data, **rest}:
            return {"type": "file", "data": data, **_mime_type(data), **rest}
        case {"type": "text"}:
            return new
    return part


def _tool_invocation(state: str, fields: Json) -> Json:
    """Return a tool part. Fields that we do not know describe the invocation."""
    around = _taken_out(fields, *_AROUND_INVOCATION)
    return {"type": "tool-invocation", "toolInvocation": {"state": state, **fields}, **around}


def _taken_out(fields: Json, *names: str) -> Json:
    """Move fields out of a dictionary of our own."""
    return {name: fields.pop(name) for name in names if name in fields}


def _mime_type(data: object) -> Json:
    """Return the type that a data URI names, for a part that does not name one."""
    if not isinstance(data, str) or not data.startswith("data:"):
        return {}
    named_type = data[5:].partition(",")[0].partition(";")[0]
    return {"mimeType": named_type} if named_type else {}
