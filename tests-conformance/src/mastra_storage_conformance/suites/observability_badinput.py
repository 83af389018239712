"""Bad values for observability: refused on every backend alike, before any I/O."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    BranchFilter,
    InvalidInputError,
    ObservabilityStorage,
    OrderBy,
    Store,
    TraceFilter,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NAIVE,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    grid,
    refused,
)
from mastra_storage_conformance.suites.values import nested

__all__ = ["TestBadInputForTraces"]

TraceCall: TypeAlias = Call[ObservabilityStorage]

SPAN: dict[str, Any] = Make().span(trace_id="t", span_id="s").model_dump()
KEY: dict[str, Any] = {"trace_id": "t", "span_id": "s"}

METHODS: dict[str, Callable[..., TraceCall]] = {
    "create": lambda **x: lambda o: o.create_span({**SPAN, **x}),
    "update": lambda **x: lambda o: o.update_span({**KEY, **x}),
    "span": lambda **x: lambda o: o.get_span(**{**KEY, **x}),
    "spans": lambda **x: lambda o: o.get_spans(**{"trace_id": "t", "span_ids": ["s"], **x}),
    "branch": lambda **x: lambda o: o.get_branch(**{**KEY, **x}),
    "trace": lambda **x: lambda o: o.get_trace(x["trace_id"]),
    "light": lambda **x: lambda o: o.get_trace_light(x["trace_id"]),
    "root": lambda **x: lambda o: o.get_root_span(x["trace_id"]),
    "delete": lambda **x: lambda o: o.batch_delete_traces(**{"trace_ids": ["t"], **x}),
    "traces": lambda **x: lambda o: o.list_traces(**x),
    "previews": lambda **x: lambda o: o.list_traces_light(**x),
    "branches": lambda **x: lambda o: o.list_branches(**x),
    "filtered": lambda **x: lambda o: o.list_traces(TraceFilter(**x)),
    "filtered branches": lambda **x: lambda o: o.list_branches(BranchFilter(**x)),
}
"""A sound call of each method, but for the arguments that are given."""
LISTS = "traces,previews,branches"


def given(methods: str, argument: str, *values: object, **others: Any) -> dict[str, TraceCall]:
    """Return a call of each method with each value of an argument."""

    def with_value(method: str) -> Callable[[ObservabilityStorage, Any], Any]:
        return lambda o, x: METHODS[method](**{argument: x, **others})(o)

    calls = {f"{method} {argument}": with_value(method) for method in methods.split(",")}
    return grid(values, calls)


NO_ID = (*BLANK, *NUL, *TOO_LONG, 5, ["a"], None)
IDS = {
    **given("create,update,span,spans,branch,trace,light,root", "trace_id", *NO_ID),
    **given("span,spans,branch,trace,light,root", "trace_id", b"bytes"),
    **given("create,update,span,branch", "span_id", *NO_ID),
    **given("create,update", "parent_span_id", *NO_ID[:-1]),
    **given("spans", "span_ids", "s", b"s", 5, None, {"s": 1}, [*NUL], [""], [None], [["a"]]),
    **given("delete", "trace_ids", "t", b"t", 5, None, {"t": 1}, [*NUL], [""], [None]),
    **given("delete", "organization_id", *NO_ID[:-1]),
    **given("delete", "resource_id", *NO_ID[:-1]),
}
NO_TEXT: tuple[Any, ...] = (*NUL, *TOO_LONG, 5, ["a"], {})
TEXTS = {
    **given("create,update", "name", *NO_TEXT, None),
    **given("create,update", "span_type", *NO_TEXT, None),
    **given("create,update", "user_id", *NO_TEXT),
    **given("create,update", "root_entity_name", *NO_TEXT),
    **given("create,update", "tags", "a", [5], [None], {"a": 1}),
    **given("filtered,filtered branches", "tags", [*NUL]),
    **given("filtered,filtered branches", "user_id", *NUL),
    **given("filtered,filtered branches", "status", "", "RUNNING", "done", "error "),
}
NO_TIME: tuple[Any, ...] = (NAIVE, "yesterday", {}, ...)
BEFORE = Make().after(-1)
TIMES = {
    **given("create,update", "started_at", *NO_TIME, None),
    **given("create,update", "ended_at", *NO_TIME),
    **given("create", "ended_at", BEFORE),
    **given("update", "ended_at", BEFORE, started_at=SPAN["started_at"]),
}
NO_ORDER: tuple[Any, ...] = (
    OrderBy("name", "asc"),
    OrderBy("created_at", "desc"),
    OrderBy('"startedAt"; DROP TABLE mastra_ai_spans; --', "asc"),
    OrderBy("started_at", "asc; DROP TABLE mastra_ai_spans"),  # type: ignore[arg-type] # bad
    OrderBy("started_at", "ASC"),  # type: ignore[arg-type] # bad
    OrderBy(None, "asc"),  # type: ignore[arg-type] # bad
    "started_at",
    None,
)
PAGES = {
    **given(LISTS, "page", *NO_COUNT, None),
    **given(LISTS, "per_page", *NO_COUNT),
    **given(LISTS, "page", 1, per_page=None),
    **given(LISTS, "page", 2**53 - 1, per_page=2),
    **given(LISTS, "include_total", 1, None),
    **given(LISTS, "order_by", *NO_ORDER),
    **given("traces,previews", "filters", None, {}, "x", BranchFilter()),
    **given("branches", "filters", None, {}, "x"),
    **given("branch", "depth", *NO_COUNT),
}
NO_OBJECT: tuple[Any, ...] = (5, True, "text", "{}", [], [("a", 1)], b"{}", {1, 2}, ...)
NO_JSON = ({"k": ...}, {"k": {1}}, {"k": b"x"}, {"k": NAIVE}, {1: 2}, {"k": [{None: 1}]})
TOO_DEEP, TOO_MANY_DIGITS = {"k": nested(200)}, {"k": 10**4300}
VALUES: dict[str, TraceCall] = {}
for name in ("scope", "metadata", "attributes", "request_context"):
    VALUES |= given("create,update", name, *NO_OBJECT, *NO_JSON, TOO_DEEP, TOO_MANY_DIGITS)
for name in ("input", "output", "error"):
    VALUES |= given("create,update", name, *NO_JSON, TOO_DEEP, ..., {1}, b"x")
VALUES |= given("create,update", "links", 5, "text", {}, {"a": 1}, [{1}], [...])
for name in ("scope", "metadata"):
    keys = ("", "a.b", "a b", "$", "1a", "é", "a" * 129, "__proto__", "'; DROP TABLE x; --")
    VALUES |= given("filtered,filtered branches", name, *NO_JSON, *({key: 1} for key in keys))


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestBadInputForTraces:
    """What no backend stores is refused in the same way by all."""

    @pytest.mark.parametrize("group", [IDS, TEXTS, TIMES, PAGES, VALUES])
    async def test_it_is_refused_before_any_io(
        self, open_fresh: Callable[[], Store], group: dict[str, TraceCall]
    ) -> None:
        """Even by a store that is closed: there is nothing to ask it."""
        store = open_fresh()
        await store.close()

        for call in group.values():
            await refused(call, store.observability)

    async def test_what_is_no_json_is_named_by_its_path(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span(attributes={"usage": {"details": [0, {1, 2}]}})

        with pytest.raises(InvalidInputError, match=r"attributes\.usage\.details\[1\] is a set"):
            await observability.create_span(span)

        assert await observability.get_trace(span.trace_id) is None
