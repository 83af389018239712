"""Traces deleted whole."""

from typing import Any

import pytest
from mastra_storage_core import ObservabilityStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import store_spans

__all__ = ["TestBatchDeleteTraces"]


async def traces_of(observability: ObservabilityStorage, make: Make, **owner: Any) -> str:
    """Store a trace of two spans, of which the root is of an owner; return its id."""
    root = make.span(**owner)
    child = make.span(
        trace_id=root.trace_id, parent_span_id=root.span_id, at=-1, organization_id="of a child"
    )
    await store_spans(observability, child, root)
    return root.trace_id


async def left(observability: ObservabilityStorage, *traces: str) -> list[str]:
    """Return the traces that are there, if whole."""
    found = [await observability.get_trace(trace) for trace in traces]
    assert all(each is None or len(each.spans) == 2 for each in found)
    return [each.trace_id for each in found if each]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestBatchDeleteTraces:
    """`batch_delete_traces` deletes traces whole."""

    async def test_all_spans_of_the_traces_go_and_no_others(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """Unknown ids are not an error, and one that stands twice counts once."""
        one, other, stays = [await traces_of(observability, make) for _ in range(3)]

        deleted = await observability.batch_delete_traces([one, "unknown", other, one])

        assert deleted == 2
        assert await left(observability, one, other, stays) == [stays]
        assert await observability.batch_delete_traces([one, other]) == 0

    async def test_no_ids_delete_nothing(self, observability: ObservabilityStorage) -> None:
        assert await observability.batch_delete_traces([]) == 0

    @pytest.mark.parametrize(
        ("scope", "gone"),
        [
            ({}, "abcd"),
            ({"organization_id": "o1"}, "ab"),
            ({"resource_id": "r1"}, "ac"),
            ({"organization_id": "o1", "resource_id": "r1"}, "a"),
            ({"organization_id": "of a child"}, ""),
        ],
    )
    async def test_a_trace_of_another_tenant_is_absent(
        self, observability: ObservabilityStorage, make: Make, scope: dict[str, str], gone: str
    ) -> None:
        """Its root span says whose it is."""
        owners: dict[str, dict[str, str]] = {
            "a": {"organization_id": "o1", "resource_id": "r1"},
            "b": {"organization_id": "o1", "resource_id": "r2"},
            "c": {"organization_id": "o2", "resource_id": "r1"},
            "d": {},
        }
        named = {
            name: await traces_of(observability, make, **owner) for name, owner in owners.items()
        }

        deleted = await observability.batch_delete_traces(list(named.values()), **scope)

        stay = [trace for name, trace in named.items() if name not in gone]
        assert deleted == len(gone)
        assert await left(observability, *named.values()) == stay

    async def test_a_trace_without_a_root_is_of_whom_its_first_span_says(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        first = make.span(parent_span_id="gone", organization_id="o1")
        second = make.span(
            trace_id=first.trace_id, parent_span_id="gone", at=1, organization_id="o2"
        )
        await store_spans(observability, second, first)
        ids = [first.trace_id]

        assert await observability.batch_delete_traces(ids, organization_id="o2") == 0
        assert await observability.batch_delete_traces(ids, organization_id="o1") == 1
        assert await observability.get_trace(first.trace_id) is None
