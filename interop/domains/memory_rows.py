"""Rows of the memory domain: threads, messages of both generations, resources, observations."""

from typing import Any

from interop.domains.values import (
    BEFORE_1970,
    FAR_AHEAD,
    HARD,
    HARDEST,
    LONG_AGO,
    MOMENT,
    later,
)
from interop.values import ABSENT


def thread(id: str, at: Any = MOMENT, **fields: Any) -> dict[str, Any]:
    """Return a thread."""
    return {"id": id, "resourceId": "ada", "title": id, "createdAt": at, "updatedAt": at} | fields


def message(id: str, thread_id: str, at: Any, content: Any, **fields: Any) -> dict[str, Any]:
    """Return a message."""
    common = {"id": id, "threadId": thread_id, "resourceId": "ada", "role": "user"}
    return common | {"content": content, "createdAt": at} | fields


def said(text: str, **fields: Any) -> dict[str, Any]:
    """Return content of the second generation."""
    return {"format": 2, "parts": [{"type": "text", "text": text}]} | fields


THREADS = [
    thread("plain", metadata={"topic": "travel", "n": 1}),
    thread("empty title", later(1), title="", metadata={}),
    thread("no metadata", later(2)),
    thread("undefined metadata", later(3), metadata=ABSENT),
    thread("hard", later(4), title="Grüße 日本語 👩‍👩‍👧 'x'\n", metadata=HARD),
    thread("like JSON", later(5), title='{"a": 1}', metadata={"topic": None}),
    thread("before 1970", BEFORE_1970, metadata={"topic": "travel", "n": 2}),
    thread("long ago", LONG_AGO),
    thread("far ahead", FAR_AHEAD, resourceId="grace"),
    thread("tie b", later(6)),
    thread("tie a", later(6)),
    thread("moved", later(7), resourceId="nobody"),
    thread("gone", later(8)),
]
HARDEST_THREAD = thread("hardest", later(9), metadata=HARDEST)

HARD_TEXT = "NUL \0, lone \ud800, " + HARD["unicode"]
CALL = {"type": "tool-call", "toolCallId": "c1", "toolName": "search", "args": {"q": "Rome"}}
RESULT = {"type": "tool-result", "toolCallId": "c1", "toolName": "search", "result": {"n": 3}}
INVOCATION = {
    "type": "tool-invocation",
    "toolInvocation": {"state": "result", "args": {"q": 1}, "result": [None, {}]}
    | {"toolCallId": "c2", "toolName": "count"},
}
MESSAGES = [
    message("m1", "plain", later(10), said("Where should I go in May?", metadata={"n": 1})),
    message("m2", "plain", later(11), said(HARD_TEXT, metadata=HARD), role="assistant"),
    message("m3", "plain", later(12), {"format": 2, "parts": [INVOCATION]}, role="assistant"),
    message("m4", "plain", later(13), said("", content="flat", metadata={"n": None})),
    message("m5", "plain", later(14), said("hidden"), role="system"),
    message("m6", "plain", later(15), said("long " * 20_000), resourceId="grace"),
    message("m7", "plain", BEFORE_1970, said("before 1970", metadata={"n": "1"})),
    message("gone", "plain", later(16), said("gone")),
    message("changed", "plain", later(17), said("first", metadata={"kept": 1, "other": [1]})),
    message("moved", "plain", later(18), said("to another thread")),
    *(message(f"tie {id}", "tie a", later(20), said(id)) for id in "9371826450"),
]
LEGACY = [
    message("v1 text", "no metadata", later(30), "plain text", type="text"),
    message("v1 JSON", "no metadata", later(31), '["not", "parsed"', type="text"),
    message("v1 parts", "no metadata", later(32), [{"type": "text", "text": "a part"}]),
    message("v1 call", "no metadata", later(33), [CALL], role="assistant", type="tool-call"),
    message("v1 result", "no metadata", later(34), [RESULT], role="tool", type="tool-result"),
]
RESOURCES: list[dict[str, Any]] = [
    {"id": "ada", "workingMemory": "# Ada\n- likes Rome", "metadata": HARD},
    {"id": "empty", "workingMemory": "", "metadata": {}},
    {"id": "bare"},
    {"id": "compact", "workingMemory": '{"name":"Grace"}', "metadata": HARDEST},
]
DATED = [each | {"createdAt": BEFORE_1970, "updatedAt": MOMENT} for each in RESOURCES]

RECORD: dict[str, Any] = {
    "id": "record 1",
    "scope": "thread",
    "threadId": "plain",
    "resourceId": "ada",
    "createdAt": MOMENT,
    "updatedAt": MOMENT,
    "lastObservedAt": BEFORE_1970,
    "originType": "initial",
    "generationCount": 0,
    "activeObservations": "- likes Rome 日本",
    "totalTokensObserved": 10,
    "observationTokenCount": 5,
    "pendingMessageTokens": 3,
    "isReflecting": False,
    "isObserving": False,
    "isBufferingObservation": False,
    "isBufferingReflection": False,
    "lastBufferedAtTokens": 0,
    "lastBufferedAtTime": None,
    "config": {"observer": {"limit": 1.5}, "list": [1, None]},
    "metadata": {"a": None},
    "observedMessageIds": ["m1", "日"],
    "observedTimezone": "Europe/Berlin",
}


def chunk(cycle: str) -> dict[str, Any]:
    """Return observations that wait in the buffer."""
    return {
        "cycleId": cycle,
        "observations": f"- saw {cycle} 日本",
        "tokenCount": 7,
        "messageIds": ["m1"],
        "messageTokens": 100,
        "lastObservedAt": MOMENT,
        "currentTask": "plan",
    }
