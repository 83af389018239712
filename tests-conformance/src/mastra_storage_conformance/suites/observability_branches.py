"""Branches of a trace: a span and what is below it."""

import pytest
from mastra_storage_core import ObservabilityStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import as_given, span_ids, store_spans

__all__ = ["TestGetBranch"]

TREE = {"root": None, "a": "root", "b": "root", "a1": "a", "a2": "a", "a11": "a1", "b1": "b"}
"""Parents by their children."""


async def tree(observability: ObservabilityStorage, make: Make) -> str:
    """Store a tree, the last spans first; return its trace."""
    trace = make.id("trace")
    spans = [
        make.span(trace_id=trace, span_id=name, parent_span_id=parent, at=-number)
        for number, (name, parent) in enumerate(TREE.items())
    ]
    await store_spans(observability, *spans, make.span(span_id="a3", parent_span_id="a"))
    return trace


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestGetBranch:
    """`get_branch` returns a span and its descendants."""

    @pytest.mark.parametrize(
        ("span_id", "depth", "expected"),
        [
            ("root", None, {*TREE}),
            ("root", 0, {"root"}),
            ("root", 1, {"root", "a", "b"}),
            ("root", 2, {*TREE} - {"a11"}),
            ("root", 99, {*TREE}),
            ("a", None, {"a", "a1", "a2", "a11"}),
            ("a", 1, {"a", "a1", "a2"}),
            ("a11", None, {"a11"}),
        ],
    )
    async def test_it_has_the_descendants_down_to_a_depth(
        self,
        observability: ObservabilityStorage,
        make: Make,
        span_id: str,
        depth: int | None,
        expected: set[str],
    ) -> None:
        """In the order of `get_trace`, never a span of another trace."""
        trace = await tree(observability, make)

        found = await observability.get_branch(trace_id=trace, span_id=span_id, depth=depth)

        assert found is not None
        ordered = [name for name in reversed(TREE) if name in expected]
        assert (found.trace_id, span_ids(found.spans)) == (trace, ordered)

    async def test_it_has_every_field_of_its_spans(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span(input={"a": 1}, output="x", parent_span_id="gone", tags=["a"])
        await observability.create_span(span)

        found = await observability.get_branch(trace_id=span.trace_id, span_id=span.span_id)

        assert found is not None
        assert list(map(as_given, found.spans)) == [span]

    async def test_without_such_a_span_it_is_none(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        trace = await tree(observability, make)

        assert await observability.get_branch(trace_id=trace, span_id="a3") is None
        assert await observability.get_branch(trace_id=make.id(), span_id="root") is None

    @pytest.mark.parametrize("depth", [None, 0, 1, 5, 2**31 - 1])
    async def test_parents_that_go_in_circles_are_followed_once(
        self, observability: ObservabilityStorage, make: Make, depth: int | None
    ) -> None:
        trace = make.id("trace")
        parents = {"a": "c", "b": "a", "c": "b", "own": "own", "leaf": "c"}
        await store_spans(
            observability,
            *(
                make.span(trace_id=trace, span_id=name, parent_span_id=parent)
                for name, parent in parents.items()
            ),
        )

        circle = await observability.get_branch(trace_id=trace, span_id="a", depth=depth)
        alone = await observability.get_branch(trace_id=trace, span_id="own", depth=depth)

        expected = {0: ["a"], 1: ["a", "b"]}.get(-1 if depth is None else depth)
        assert circle is not None
        assert alone is not None
        assert span_ids(circle.spans) == (expected or ["a", "b", "c", "leaf"])
        assert span_ids(alone.spans) == ["own"]
