"""Random programs of traces against the model: what one case at a time does not find."""

from functools import partial
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st
from mastra_storage_core import (
    BranchFilter,
    DateRange,
    NewSpan,
    ObservabilityStorage,
    OrderBy,
    TraceFilter,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._programs import Programs, StorageMachine, initialize, rule
from mastra_storage_conformance.suites._runs_values import json_values
from mastra_storage_conformance.suites._support import as_given
from mastra_storage_conformance.suites._traces_model import TracesModel

__all__ = ["TestRandomProgramsOfTraces"]

traces = st.sampled_from(["A", "b", "é"])
names = st.sampled_from(["B", "a", "😀", "r"])
moments = st.integers(0, 3).map(Make().after)
maybe = st.none()
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "parent_span_id": maybe | names,
    "started_at": moments,
    "ended_at": maybe | moments,
    "span_type": st.sampled_from(["generic", "tool_call", "agent_run"]),
    "user_id": maybe | st.sampled_from(["u", "v"]),
    "error": maybe | st.just({"message": "x"}),
    "metadata": maybe | st.dictionaries(st.sampled_from("mn"), json_values, max_size=2),
    "tags": maybe | st.lists(st.sampled_from("xy"), max_size=2),
    "output": json_values,
}
spans = st.tuples(traces, names, st.fixed_dictionaries(FIELDS))
changes = st.tuples(traces, names, st.fixed_dictionaries({}, optional=FIELDS))
conditions = st.fixed_dictionaries(
    {},
    optional={
        "user_id": st.just("u"),
        "status": st.sampled_from(["running", "success", "error"]),
        "tags": st.just(["x"]),
        "metadata": st.dictionaries(st.sampled_from("mn"), json_values, max_size=1),
        "started_at": st.just(
            DateRange(start=Make().after(1), end=Make().after(3), end_exclusive=True)
        ),
    },
)


class TracesMachine(StorageMachine):
    """Spans of a few traces."""

    @property
    def storage(self) -> ObservabilityStorage:
        return self._next().observability

    def __init__(self) -> None:
        super().__init__()
        self._model = TracesModel()
        self._service = self._id("service")

    def _span(self, trace: str, name: str, fields: dict[str, Any]) -> dict[str, Any]:
        named = {"trace_id": self._id(trace), "span_id": name, "service_name": self._service}
        return {"name": f"span {name}", **named, **fields}

    @rule(values=st.lists(spans, max_size=4))
    def create(self, values: list[Any]) -> None:
        records = [self._span(*each) for each in values]
        bad = {
            place
            for place, each in enumerate(records)
            if each["ended_at"] and each["ended_at"] < each["started_at"]
        }

        result = self._run(self.storage.batch_create_spans(records))

        assert [each.position for each in result.rejected] == sorted(bad)
        good = [NewSpan(**each) for place, each in enumerate(records) if place not in bad]
        self._model.create(good)

    @initialize(values=st.lists(spans, min_size=5, max_size=9))
    def start_with_spans(self, values: list[Any]) -> None:
        self.create(values)

    @rule(values=st.lists(changes, min_size=1, max_size=4))
    def update(self, values: list[Any]) -> None:
        keyed = [((self._id(trace), name), fields) for trace, name, fields in values]
        records = [
            {"trace_id": trace, "span_id": name, **fields} for (trace, name), fields in keyed
        ]
        inside = [_ends_early(fields) for _, fields in keyed]

        result = self._run(self.storage.batch_update_spans(records))

        tried = [place for place, early in enumerate(inside) if not early]
        refused = {tried[place] for place in self._model.update([keyed[n] for n in tried])}
        refused |= {place for place, early in enumerate(inside) if early}
        assert [each.position for each in result.rejected] == sorted(refused)

    @rule(chosen=st.lists(traces, max_size=2, unique=True))
    def delete(self, chosen: list[str]) -> None:
        ids = [self._id(each) for each in chosen]
        there = {key[0] for key in self._model.spans if key[0] in ids}

        assert self._run(self.storage.batch_delete_traces(ids)) == len(there)
        kept = {key: each for key, each in self._model.spans.items() if key[0] not in there}
        self._model.spans = kept

    @rule(trace=traces, name=names, depth=st.none() | st.integers(0, 2))
    def read(self, trace: str, name: str, depth: int | None) -> None:
        trace_id = self._id(trace)
        whole = self._run(self.storage.get_trace(trace_id))
        key = {"trace_id": trace_id, "span_id": name}
        branch = self._run(self.storage.get_branch(**key, depth=depth))
        span = self._run(self.storage.get_span(**key))

        expected = self._model.trace(trace_id)
        known = self._model.spans.get((trace_id, name))
        below = self._model.branch(trace_id, name, depth) if known else []
        assert list(map(as_given, whole.spans if whole else ())) == expected
        assert list(map(as_given, branch.spans if branch else ())) == below
        assert (span and as_given(span)) == known

    @rule(
        given=conditions,
        child_error=st.none() | st.booleans(),
        field=st.sampled_from(["started_at", "ended_at"]),
        descending=st.booleans(),
        branches=st.booleans(),
    )
    def list_them(
        self, given: dict[str, Any], child_error: Any, field: str, descending: bool, branches: bool
    ) -> None:
        if child_error is not None and not branches:
            given = {**given, "has_child_error": child_error}
        among = self._model.anchors() if branches else self._model.roots()
        expected = self._model.select(among, field, given)
        order = OrderBy(field, "desc" if descending else "asc")
        wanted: Any = (BranchFilter if branches else TraceFilter)(
            service_name=self._service, **given
        )
        method: Any = self.storage.list_branches if branches else self.storage.list_traces
        for size in (2, None):
            read = partial(method, wanted, order_by=order, per_page=size)
            walked: list[NewSpan] = []
            for number in count():
                page = self._run(read(page=number, include_total=size is None))
                walked += map(as_given, page.branches if branches else page.spans)
                if not page.has_more:
                    break
            assert walked == (expected[::-1] if descending else expected)


def _ends_early(fields: dict[str, Any]) -> bool:
    started, ended = fields.get("started_at"), fields.get("ended_at")
    return bool(started and ended and ended < started)


@pytest.mark.mastra_domain("observability")
class TestRandomProgramsOfTraces:
    """Whatever the program, the store says what the model says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(TracesMachine)
