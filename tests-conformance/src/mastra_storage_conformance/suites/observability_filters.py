"""What lists of traces and branches are filtered by: every field that the interface names."""

from datetime import timedelta, timezone
from typing import Any

import pytest
from mastra_storage_core import (
    BranchFilter,
    DateRange,
    NewSpan,
    ObservabilityStorage,
    OrderBy,
    TraceFilter,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import span_ids, store_spans

__all__ = ["TestFiltersOfTraces"]

OLDEST = OrderBy("started_at", "asc")
TEXTS = sorted(
    name
    for name, field in BranchFilter.model_fields.items()
    if field.annotation == (str | None) and name != "span_type"
)
METADATA = [
    ({"a": 1}, "number float"),
    ({"a": 1.0}, "number float"),
    ({"a": "1"}, "text"),
    ({"a": True}, "true"),
    ({"a": None}, "null"),
    ({"o": {"p": {"q": 1}}}, "object wider"),
    ({"o": {}}, "object wider"),
    ({"l": [1, 2]}, "array"),
    ({"l": [2, 1]}, ""),
    ({"l": [1]}, ""),
    ({"a": 1, "b": "x"}, "float"),
    ({}, "absent array float null number object text true wider"),
]
STORED: dict[str, Any] = {
    "number": {"a": 1},
    "float": {"a": 1.0, "b": "x"},
    "text": {"a": "1"},
    "true": {"a": True},
    "null": {"a": None},
    "object": {"o": {"p": {"q": 1}}},
    "wider": {"o": {"p": {"q": 1, "r": 2}, "s": 3}},
    "array": {"l": [1, 2]},
    "absent": None,
}


async def traces(observability: ObservabilityStorage, **filters: Any) -> str:
    """Return the ids of the root spans that a list shows, and check its total."""
    page = await observability.list_traces(TraceFilter(**filters), per_page=None, order_by=OLDEST)
    counted = await observability.list_traces(TraceFilter(**filters), per_page=0)
    assert page.total == counted.total == len(page.spans)
    return " ".join(span_ids(page.spans))


async def branches(observability: ObservabilityStorage, **filters: Any) -> str:
    """Return the ids of the anchors that a list shows."""
    page = await observability.list_branches(
        BranchFilter(**filters), per_page=None, order_by=OLDEST
    )
    return " ".join(span_ids(page.branches))


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestFiltersOfTraces:
    """A list shows what meets all conditions."""

    @pytest.mark.parametrize("name", TEXTS)
    async def test_a_text_is_compared_to_the_letter(
        self, observability: ObservabilityStorage, make: Make, name: str
    ) -> None:
        """Of the root, not of its children; of an anchor, whatever its root says."""
        value = make.id("value")

        def span(**fields: Any) -> NewSpan:
            return make.span(**fields)

        root = span(**{"span_id": "root", "span_type": "agent_run", name: value})
        others = [
            span(**{"span_id": "other", "span_type": "agent_run", name: odd})
            for odd in (value.upper(), f"{value} ", value.replace("0", "_"))
        ]
        child = span(
            **{
                "trace_id": make.id("trace"),
                "span_id": "child",
                "parent_span_id": "gone",
                "span_type": "tool_call",
                name: value,
            }
        )
        await store_spans(observability, root, *others, child, make.span(span_type="agent_run"))

        assert await traces(observability, **{name: value}) == "root"
        assert sorted((await branches(observability, **{name: value})).split()) == ["child", "root"]
        assert await traces(observability, **{name: f"{value}%"}) == ""

    async def test_conditions_together_must_all_hold(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        service = make.id("service")
        names = ("user_id", "thread_id", "environment", "entity_id", "experiment_id")

        def bits(number: int) -> dict[str, Any]:
            return {name: f"{number >> place & 1}" for place, name in enumerate(names)}

        spans = [
            make.span(span_id=f"{number:05b}", at=number, service_name=service, **bits(number))
            for number in range(32)
        ]
        await store_spans(observability, *spans)

        all_of_them = dict.fromkeys(names, "1")
        some = dict.fromkeys(names[:4], "0")

        assert await traces(observability, service_name=service, **all_of_them) == "11111"
        assert await traces(observability, service_name=service, **some) == "00000 10000"

    @pytest.mark.parametrize(
        ("status", "expected"),
        [("running", "runs"), ("success", "ended"), ("error", "broke broke_early")],
    )
    async def test_the_status_is_the_derived_one(
        self, observability: ObservabilityStorage, make: Make, status: str, expected: str
    ) -> None:
        service, error = make.id("service"), {"message": "x"}
        common: dict[str, Any] = {"service_name": service, "span_type": "tool_call"}
        await store_spans(
            observability,
            make.span(span_id="runs", at=0, lasts=None, **common),
            make.span(span_id="ended", at=1, **common),
            make.span(span_id="broke", at=2, error=error, **common),
            make.span(span_id="broke_early", at=3, lasts=None, error=error, **common),
        )

        assert await traces(observability, service_name=service, status=status) == expected
        assert await branches(observability, service_name=service, status=status) == expected

    @pytest.mark.parametrize(("flag", "expected"), [(True, "own below"), (False, "none")])
    async def test_has_child_error_is_about_every_span_of_the_trace(
        self, observability: ObservabilityStorage, make: Make, flag: bool, expected: str
    ) -> None:
        """Its root included."""
        service = make.id("service")
        own = make.span(span_id="own", service_name=service, error={"message": "x"})
        below = make.span(span_id="below", service_name=service, at=1)
        none = make.span(span_id="none", service_name=service, at=2)
        children = [
            make.span(trace_id=below.trace_id, parent_span_id="below", error="x", at=1),
            make.span(trace_id=none.trace_id, parent_span_id="none", at=2),
        ]
        await store_spans(observability, own, below, none, *children)

        found = await traces(observability, service_name=service, has_child_error=flag)

        assert found == expected

    @pytest.mark.parametrize("field", ["started_at", "ended_at"])
    @pytest.mark.parametrize(
        ("dates", "expected"),
        [
            ({"start": 1}, "1 2 3"),
            ({"end": 2}, "0 1 2"),
            ({"start": 1, "end": 2}, "1 2"),
            ({"start": 1, "start_exclusive": True}, "2 3"),
            ({"end": 2, "end_exclusive": True}, "0 1"),
            ({"start": 1, "end": 2, "start_exclusive": True, "end_exclusive": True}, ""),
            ({"start": 1.001}, "2 3"),
            ({"start": 1.0009}, "1 2 3"),
            ({"start": 3, "end": 1}, ""),
            ({}, "0 1 2 3 open"),
        ],
    )
    async def test_ranges_are_inclusive_unless_told_otherwise(
        self,
        observability: ObservabilityStorage,
        make: Make,
        field: str,
        dates: dict[str, Any],
        expected: str,
    ) -> None:
        """Instants whatever their zone, at millisecond precision; what has not ended is in no
        range of ends.
        """
        service = make.id("service")
        common: dict[str, Any] = {"service_name": service, "span_type": "tool_call"}
        spans = [make.span(span_id=f"{n}", at=n, lasts=0, **common) for n in range(4)]
        spans.append(make.span(span_id="open", at=99, lasts=None, **common))
        await store_spans(observability, *spans)
        zone = timezone(timedelta(hours=-3, minutes=-30))
        given = {
            name: make.after(value).astimezone(zone) if name in ("start", "end") else value
            for name, value in dates.items()
        }
        if field == "started_at" and "start" in dates and "end" not in dates:
            expected += " open"

        wanted: dict[str, Any] = {field: DateRange(**given)}

        assert await traces(observability, service_name=service, **wanted) == expected
        assert await branches(observability, service_name=service, **wanted) == expected

    @pytest.mark.parametrize("field", ["metadata", "scope"])
    @pytest.mark.parametrize(("wanted", "expected"), METADATA)
    async def test_metadata_and_scope_are_typed(
        self,
        observability: ObservabilityStorage,
        make: Make,
        field: str,
        wanted: dict[str, Any],
        expected: str,
    ) -> None:
        """Rule 6: every pair must match; objects may hold more, arrays are equal."""
        service = make.id("service")
        common: dict[str, Any] = {"service_name": service, "span_type": "tool_call"}
        await store_spans(
            observability,
            *(
                make.span(span_id=name, **{field: value}, **common)
                for name, value in STORED.items()
            ),
        )

        for found in (traces, branches):
            names = await found(observability, service_name=service, **{field: wanted})
            assert sorted(names.split()) == sorted(expected.split())

    @pytest.mark.parametrize(
        ("tags", "expected"),
        [
            (["a"], "both one"),
            (["a", "b"], "both"),
            (["b", "a", "b"], "both"),
            (["A"], ""),
            (["a", "zzz"], ""),
            (["%"], ""),
            ([], "both none null one"),
        ],
    )
    async def test_tags_must_all_be_there(
        self, observability: ObservabilityStorage, make: Make, tags: list[str], expected: str
    ) -> None:
        service = make.id("service")
        stored = {"both": ["a", "b", "ab"], "one": ["a"], "none": [], "null": None}
        common: dict[str, Any] = {"service_name": service, "span_type": "tool_call"}
        await store_spans(
            observability,
            *(make.span(span_id=name, tags=value, **common) for name, value in stored.items()),
        )

        for found in (traces, branches):
            names = await found(observability, service_name=service, tags=tags)
            assert sorted(names.split()) == expected.split()
