"""The memory domain: threads, messages of both generations, resources, observations, clones."""

from datetime import timedelta
from typing import Any

from interop.domains.domain import Domain, Kept, Step, step
from interop.domains.values import BEFORE_1970, FAR_AHEAD, HARD, HARDEST, LONG_AGO, MOMENT
from interop.values import ABSENT, Returning


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


def later(seconds: int) -> Any:
    """Return a moment after `MOMENT`."""
    return MOMENT + timedelta(seconds=seconds)


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


SWAP = {"activationRatio": 0.5, "messageTokensThreshold": 200, "currentPendingTokens": 200}
REFLECTION = {"reflection": "- a reflection", "tokenCount": 4, "inputTokenCount": 9}
OBSERVATIONS = (
    step("insertObservationalMemoryRecord", RECORD),
    step("setObservingFlag", "record 1", True),
    step("setReflectingFlag", "record 1", True),
    step("setBufferingObservationFlag", "record 1", True, 11),
    step("setBufferingReflectionFlag", "record 1", True),
    step("setPendingMessageTokens", "record 1", 42),
    step("updateObservationalMemoryConfig", {"id": "record 1", "config": {"observer": {"x": []}}}),
    step(
        "initializeObservationalMemory",
        {"threadId": None, "resourceId": "ada", "scope": "resource", "config": {"deep": HARD}},
        keep="record",
    ),
    step(
        "updateActiveObservations",
        {"id": Kept("record", "id"), "observations": "- line 1\n- line 2", "tokenCount": 6}
        | {"lastObservedAt": BEFORE_1970, "observedMessageIds": ["m1"]},
    ),
    *(
        step("updateBufferedObservations", {"id": Kept("record", "id"), "chunk": chunk(cycle)})
        for cycle in ("one", "two", "three")
    ),
    step("swapBufferedToActive", {"id": Kept("record", "id"), **SWAP}),
    step(
        "updateBufferedReflection",
        {"id": Kept("record", "id"), **REFLECTION, "reflectedObservationLineCount": 1},
    ),
    step("getObservationalMemory", None, "ada", keep="buffered"),
    step(
        "swapBufferedReflectionToActive",
        {"currentRecord": Kept("buffered"), "tokenCount": 4},
        keep="second",
    ),
    step(
        "createReflectionGeneration",
        {"currentRecord": Kept("second"), "reflection": "- less", "tokenCount": 1},
    ),
    step(
        "initializeObservationalMemory",
        {"threadId": "gone", "resourceId": "ada", "scope": "thread", "config": {}},
    ),
    step("clearObservationalMemory", "gone", "ada"),
)

WRITES = (
    *(step("saveThread", {"thread": each}) for each in (*THREADS, HARDEST_THREAD)),
    step("saveMessages", {"messages": MESSAGES}),
    step("saveMessages", {"messages": LEGACY}),
    step("saveMessages", {"messages": [message("m1", "plain", later(99), said("Again?"))]}),
    step(
        "updateMessages",
        {
            "messages": [
                {"id": "changed", "content": {"metadata": {"other": None, "new": HARD}}},
                {"id": "moved", "threadId": "tie b", "role": "assistant"},
            ]
        },
    ),
    step("deleteMessages", ["gone"]),
    step("updateThread", {"id": "plain", "title": "Renamed", "metadata": {"added": {"x": [None]}}}),
    step("patchThread", {"id": "tie b", "metadata": {"patched": 1}}),
    step(
        "updateThreadMetadata",
        {"id": "tie a", "update": Returning({"told": True}), "resourceId": "ada"},
    ),
    step("updateThreadResourceId", {"threadId": "moved", "resourceId": "grace"}),
    step("deleteThread", {"threadId": "gone"}),
    step(
        "cloneThread",
        {"sourceThreadId": "plain", "newThreadId": "clone", "metadata": {"mine": HARD}},
    ),
    step(
        "copyThread",
        {"sourceThreadId": "plain", "newThreadId": "copy", "resourceId": "grace", "title": "Copy"}
        | {"options": {"messageLimit": 3}},
    ),
    *(step("saveResource", {"resource": each}) for each in DATED),
    step("updateResource", {"resourceId": "bare", "workingMemory": "- added"}),
    step("updateResource", {"resourceId": "ada", "metadata": {"null": 1, "new": [{}]}}),
    step("updateResource", {"resourceId": "new", "metadata": {"made": "by update"}}),
    *OBSERVATIONS,
)

_RENAMED = {"title": "Renamed", "metadata": {"topic": "travel", "n": 1, "added": {"x": [None]}}}
_GIVEN = ("hard", "empty title", "before 1970", "long ago", "far ahead")


def _single_threads() -> list[Step]:
    given = {each["id"]: each for each in THREADS if each["id"] in _GIVEN}
    ids = [each["id"] for each in THREADS if each["id"] != "like JSON"]
    return [
        step("getThreadById", {"threadId": id}, expected=given.get(id))
        for id in (*ids, "hardest", "clone", "copy", "unknown")
    ]


ALL = {"perPage": False}
BY_AGE = {"orderBy": {"field": "createdAt", "direction": "ASC"}}
READS = (
    *_single_threads(),
    step("getThreadById", {"threadId": "plain"}, expected=_RENAMED),
    step("getThreadById", {"threadId": "plain", "resourceId": "grace"}),
    step("listThreads", ALL, unordered=True),
    step("listThreads", {**BY_AGE, "perPage": 3, "page": 1}),
    step("listThreads", {**ALL, "filter": {"resourceId": "grace"}}, unordered=True),
    step("listThreads", {**ALL, "filter": {"metadata": {"topic": "travel", "n": 2}}}),
    *(
        step("listMessages", {"threadId": id, **ALL}, unordered=True, hidden=1)
        for id in ("plain", "clone", "copy")
    ),
    *(
        step("listMessages", {"threadId": id, **ALL}, unordered=True)
        for id in ("no metadata", "tie a", "tie b", "unknown")
    ),
    step(
        "listMessages",
        {"threadId": ["plain", "no metadata"], "perPage": 4, "resourceId": "ada"},
        hidden=1,
    ),
    step("listMessages", {"threadId": "plain", **ALL, "filter": {"metadata": {"n": None}}}),
    step("listMessages", {"threadId": "plain", **ALL, "filter": {"metadata": {"n": "1"}}}),
    step(
        "listMessages",
        {"threadId": "plain", **ALL}
        | {"filter": {"dateRange": {"start": later(11), "end": later(13), "endExclusive": True}}},
    ),
    step(
        "listMessages",
        {"threadId": "tie b", **ALL}
        | {"include": [{"id": "m2", "withPreviousMessages": 1, "withNextMessages": 2}]},
    ),
    step("listMessagesByResourceId", {"resourceId": "grace", **ALL}, unordered=True, hidden=1),
    step("listMessagesById", {"messageIds": ["m3", "m1", "v1 call", "unknown"]}),
    *(
        step("getResourceById", {"resourceId": each["id"]}, expected=each)
        for each in RESOURCES
        if each["id"] == "empty"
    ),
    *(
        step("getResourceById", {"resourceId": id})
        for id in ("ada", "bare", "compact", "new", "unknown")
    ),
    step(
        "getResourceById",
        {"resourceId": "ada"},
        expected={"metadata": HARD | {"null": 1, "new": [{}]}},
    ),
    step(
        "getObservationalMemory",
        "plain",
        "ada",
        expected={"config": RECORD["config"] | {"observer": {"limit": 1.5, "x": []}}},
    ),
    step("getObservationalMemory", None, "ada"),
    step("getObservationalMemory", "gone", "ada"),
    step("getObservationalMemoryHistory", None, "ada", 10),
    step("getObservationalMemoryHistory", "plain", "ada", 10),
)

MEMORY = Domain(
    name="memory",
    tables=(
        "mastra_threads",
        "mastra_messages",
        "mastra_resources",
        "mastra_observational_memory",
    ),
    writes=WRITES,
    reads=READS,
    internal=frozenset(
        {"_getIncludedMessages", "_sortMessages", "createCustomIndexes", "createDefaultIndexes"}
        | {"dangerouslyClearAll", "deepMergeConfig", "getDefaultIndexDefinitions", "getOMKey"}
        | {"ensureRetentionIndexes", "init", "normalizeMessageRow", "parseOMRow", "parseOrderBy"}
        | {"parseRow", "prune", "pruneOrphanedVectorRows", "validateMetadataKeys"}
        | {"validatePagination", "validatePaginationInput"}
    ),
)
