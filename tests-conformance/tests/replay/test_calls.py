"""Recorded calls become calls of our API, and what comes back becomes an answer."""

from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_conformance.replay.calls import arguments, perform
from mastra_storage_conformance.replay.shapes import SHAPES, Shape
from mastra_storage_conformance.replay.transcript import Call, Raised, Returned, Transcript
from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domains.memory.models import Include, MessageUpdate, NewMessage, Thread
from mastra_storage_core.domains.observability.filters import TraceFilter
from mastra_storage_core.errors import InvalidInputError, NotFoundError
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy
from mastra_storage_memory import InMemoryStore
from pydantic.alias_generators import to_snake

DAY = datetime(2024, 4, 1, tzinfo=UTC)
THREAD = {"id": "t", "resourceId": "r", "title": "T", "createdAt": DAY, "updatedAt": DAY}
META = {"camelCase": {"isData": 1}}
OF_T = {"thread_id": "t", "resource_id": "r"}
SOME = {"endDate": DAY, "messageIds": ["m"]}
DATES = {"start": DAY, "endExclusive": True}


RUN = {"workflow_name": "w", "run_id": "r"}
RECORDED_RUN = {"workflowName": "w", "runId": "r"}


@pytest.mark.parametrize(
    ("method", "args", "expected"),
    [
        ("getThreadById", [{"threadId": "t"}], {"thread_id": "t"}),
        ("listThreads", [], {}),
        ("listThreads", [{"perPage": False}], {"per_page": None}),
        ("listThreads", [{"perPage": 0}], {"per_page": 0}),
        (
            "listThreads",
            [{"filter": {"resourceId": "r", "metadata": META}, "orderBy": {"field": "updatedAt"}}],
            {"resource_id": "r", "metadata": META, "order_by": OrderBy("updated_at", "desc")},
        ),
        (
            "listMessages",
            [{"filter": {"dateRange": DATES}, "orderBy": {}, "include": [{"id": "m"}]}],
            {
                "date_range": DateRange(start=DAY, end_exclusive=True),
                "order_by": OrderBy("created_at", "asc"),
                "include": [Include(id="m")],
            },
        ),
        ("saveThread", [{"thread": THREAD}], {"thread": Thread(**THREAD)}),
        ("updateThread", [{"id": "t", "title": ""}], {"thread_id": "t", "title": ""}),
        (
            "saveMessages",
            [{"messages": [{"id": "m", "threadId": "t", "role": "user", "content": 1}]}],
            {"messages": [NewMessage(id="m", thread_id="t", role="user", content=1)]},
        ),
        (
            "updateMessages",
            [{"messages": [{"id": "m", "threadId": "t"}]}],
            {"messages": [MessageUpdate(id="m", thread_id="t")]},
        ),
        ("deleteMessages", [["m"]], {"message_ids": ["m"]}),
        (
            "cloneThread",
            [{"title": "T", "options": {"messageLimit": 3, "messageFilter": SOME}}],
            {
                "title": "T",
                "message_limit": 3,
                "message_ids": ["m"],
                "date_range": DateRange(end=DAY),
            },
        ),
        ("getObservationalMemory", [None, "r"], {"thread_id": None, "resource_id": "r"}),
        (
            "getObservationalMemoryHistory",
            ["t", "r", 5, {"from": DAY, "offset": 1}],
            {**OF_T, "limit": 5, "offset": 1, "date_range": DateRange(start=DAY)},
        ),
        ("setObservingFlag", ["o", True], {"record_id": "o", "is_observing": True}),
    ],
)
def test_arguments(method: str, args: list[Any], expected: dict[str, Any]) -> None:
    assert arguments(SHAPES.get(("memory", method), Shape()), tuple(args)) == expected


@pytest.mark.parametrize("method", ["updateItem", "deleteItem", "purgeItem"])
def test_arguments_name_an_item_of_a_data_set(method: str) -> None:
    args = ({"id": "i", "datasetId": "d", "filters": {"organizationId": "o"}},)

    given = arguments(SHAPES[("datasets", method)], args)

    assert given == {"item_id": "i", "dataset_id": "d", "organization_id": "o"}


@pytest.mark.parametrize(
    ("method", "args", "expected"),
    [
        ("listWorkflowRuns", [], {}),
        ("listWorkflowRuns", [{"perPage": False, "page": 0}], {"per_page": None, "page": 0}),
        ("listWorkflowRuns", [{"fromDate": DAY}], {"from_date": DAY}),
        (
            "persistWorkflowSnapshot",
            [{**RECORDED_RUN, "snapshot": {"activePaths": [], "perPage": False}}],
            {**RUN, "snapshot": {"activePaths": [], "perPage": False}},
        ),
        (
            "updateWorkflowResults",
            [{**RECORDED_RUN, "stepId": "s", "result": {"endedAt": 1}, "requestContext": META}],
            {**RUN, "step_id": "s", "result": {"endedAt": 1}, "request_context": META},
        ),
        (
            "updateWorkflowState",
            [{**RECORDED_RUN, "opts": {"status": "running", "suspendedPaths": {"aB": [0]}}}],
            {**RUN, "status": "running", "suspended_paths": {"aB": [0]}},
        ),
        (
            "updateWorkflowState",
            [{**RECORDED_RUN, "opts": {"status": "running", "expectedStatus": ["suspended"]}}],
            {**RUN, "status": "running", "expected_status": ["suspended"]},
        ),
        ("getWorkflowRunById", [{**RECORDED_RUN, "fields": ["result"]}], RUN),
        ("deleteWorkflowRunById", [RECORDED_RUN], RUN),
    ],
)
def test_arguments_about_runs(method: str, args: list[Any], expected: dict[str, Any]) -> None:
    assert arguments(SHAPES.get(("workflows", method), Shape()), tuple(args)) == expected


@pytest.mark.parametrize(
    ("method", "args", "expected"),
    [
        ("getTrace", {"traceId": "t"}, {"trace_id": "t"}),
        (
            "updateSpan",
            {"traceId": "t", "spanId": "s", "updates": {"endedAt": DAY}},
            {"update": {"trace_id": "t", "span_id": "s", "ended_at": DAY}},
        ),
        (
            "batchUpdateSpans",
            {"records": [{"traceId": "t", "spanId": "s", "updates": {"name": "n"}}]},
            {"updates": [{"traceId": "t", "spanId": "s", "name": "n"}]},
        ),
        (
            "listTraces",
            {
                "filters": {"traceId": "t"},
                "pagination": {"perPage": 5},
                "orderBy": {"field": "endedAt"},
            },
            {
                "filters": TraceFilter(trace_id="t"),
                "per_page": 5,
                "order_by": OrderBy("ended_at", "desc"),
            },
        ),
    ],
)
def test_arguments_about_traces(method: str, args: Any, expected: dict[str, Any]) -> None:
    assert arguments(SHAPES.get(("observability", method), Shape()), (args,)) == expected


CONFIG = {"name": "n", "defaultOptions": {"maxSteps": 1}}
NAMED = {"name": "n", "default_options": {"maxSteps": 1}}


@pytest.mark.parametrize(
    ("method", "args", "expected"),
    [
        (
            "create",
            [{"agent": {"id": "a", "authorId": "u", "metadata": {"aB": 1}, **CONFIG}}],
            {"id": "a", "author_id": "u", "metadata": {"aB": 1}, "config": NAMED},
        ),
        ("update", [{"id": "a", "status": "draft", **CONFIG}], {"id": "a", "status": "draft"}),
        (
            "createVersion",
            [{"id": "v", "agentId": "a", "versionNumber": 2, **CONFIG}],
            {
                "id": "v",
                "parent_id": "a",
                "version_number": 2,
                "changed_fields": None,
                "config": NAMED,
            },
        ),
        ("getByIdResolved", ["a", {"versionId": "v"}], {"id": "a", "version_id": "v"}),
        ("listVersions", [{"agentId": "a"}], {"parent_id": "a"}),
    ],
)
def test_arguments_about_agents(method: str, args: list[Any], expected: dict[str, Any]) -> None:
    """Without `changedFields` the original notes none; ours finds them out unless told so."""
    assert arguments(SHAPES["agents", method], tuple(args)) == expected


def test_every_shape_is_of_a_method_that_exists() -> None:
    store = InMemoryStore()
    missing = [key for key in SHAPES if not hasattr(store.get_store(key[0]), to_snake(key[1]))]

    assert missing == []


UNRECORDED = {Domain.SCORER_DEFINITIONS, Domain.MCP_SERVERS, Domain.WORKSPACES, Domain.SKILLS}
"""Kinds of which no calls were recorded: they have the methods of agents."""


@pytest.mark.parametrize("domain", Domain)
def test_every_recorded_method_exists(domain: str, transcripts: dict[str, Transcript]) -> None:
    ours = InMemoryStore().get_store(domain)
    methods = {call.method for call in transcripts["libsql"] if call.domain == domain}

    assert bool(methods) is (domain not in UNRECORDED)
    assert [name for name in methods if not hasattr(ours, to_snake(name))] == []


def call(method: str, domain: str = "memory") -> Call:
    return Call(0, domain, method, (), Returned(None))


@pytest.mark.asyncio
async def test_results_are_spelled_as_the_original_does() -> None:
    store = InMemoryStore()

    saved = await perform(store, call("saveThread"), ({"thread": THREAD},))
    listed = await perform(store, call("listThreads"), ())

    thread = {**THREAD, "metadata": None}
    page = {"threads": [thread], "total": 1, "page": 0, "perPage": 100, "hasMore": False}
    assert (saved, listed) == (Returned(thread), Returned(page))
    assert await perform(store, call("saveMessages"), ({"messages": []},)) == Returned(
        {"messages": []}
    )
    assert await perform(store, call("updateMessages"), ({"messages": []},)) == Returned([])


@pytest.mark.asyncio
async def test_runs_are_spelled_as_the_original_does() -> None:
    store = InMemoryStore()
    snapshot = {"status": "running", "some_key": None, "createdAt": "today"}
    times = {"createdAt": DAY, "updatedAt": DAY}
    asked = {**RECORDED_RUN, "resourceId": "r", "snapshot": snapshot, **times}

    await perform(store, call("persistWorkflowSnapshot", "workflows"), (asked,))
    run = await perform(store, call("getWorkflowRunById", "workflows"), ({"runId": "r"},))
    listed = await perform(store, call("listWorkflowRuns", "workflows"), ())

    page = {"runs": [asked], "total": 1, "page": 0, "perPage": None, "hasMore": False}
    assert (run, listed) == (Returned(asked), Returned(page))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "args", "kind"),
    [
        ("updateThread", ({"id": "none", "title": "x"},), NotFoundError),
        ("listThreads", ({"page": 1.5},), InvalidInputError),
        ("saveThread", ({"thread": {"id": "t"}},), InvalidInputError),
        ("listThreads", ({"unknown": 1},), None),
        ("doSomething", (), None),
    ],
)
async def test_failures_are_answers(method: str, args: tuple[Any, ...], kind: type | None) -> None:
    answer = await perform(InMemoryStore(), call(method), args)

    assert isinstance(answer, Raised)
    assert answer.kind is kind
