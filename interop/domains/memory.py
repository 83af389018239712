"""The memory domain: how its rows are written, merged, cloned, observed and read."""

from interop.domains.domain import Domain, Kept, Step, step
from interop.domains.memory_load import MemoryLoad
from interop.domains.memory_rows import (
    DATED,
    HARDEST_THREAD,
    LEGACY,
    MESSAGES,
    RECORD,
    RESOURCES,
    THREADS,
    chunk,
    message,
    said,
)
from interop.domains.values import BEFORE_1970, HARD, later
from interop.values import Returning

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

DOMAIN = Domain(
    name="memory",
    tables=(
        "mastra_threads",
        "mastra_messages",
        "mastra_resources",
        "mastra_observational_memory",
    ),
    writes=WRITES,
    reads=READS,
    young=(
        ("mastra_threads", "createdAtZ"),
        ("mastra_messages", "createdAtZ"),
        ("mastra_resources", "updatedAtZ"),
        ("mastra_observational_memory", "metadata"),
        ("mastra_observational_memory", "isBufferingReflection"),
        ("mastra_observational_memory", "lastBufferedAtTokens"),
        ("mastra_observational_memory", "bufferedObservationChunks"),
    ),
    load=MemoryLoad,
    internal=frozenset(
        {"_getIncludedMessages", "_sortMessages", "deepMergeConfig", "getOMKey"}
        | {"normalizeMessageRow", "parseOMRow", "parseOrderBy", "parseRow"}
        | {"pruneOrphanedVectorRows", "validateMetadataKeys", "validatePagination"}
        | {"validatePaginationInput"}
    ),
)
