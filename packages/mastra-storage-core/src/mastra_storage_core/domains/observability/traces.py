"""Traces: the public methods that read and delete them whole."""

from abc import abstractmethod
from collections.abc import Sequence

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.observability.models import LightTrace, Span, Trace
from mastra_storage_core.domains.observability.requests import Owner, Row, SpanKey
from mastra_storage_core.domains.observability.rows import (
    branch_of,
    read_light_spans,
    read_span,
    read_spans,
)


class TraceStorage(StorageDomain):
    """A trace is the spans of one `trace_id`; its root is the span without a parent, of several the
    one that started first.
    """

    @operation
    async def get_trace(self, trace_id: str) -> Trace | None:
        """Return all spans of a trace, ordered by `started_at`, then by `span_id`; `None` where
        there are none.
        """
        rows = await self._get_trace(checks.identifier(trace_id, "trace_id"), light=False)
        return Trace(trace_id=trace_id, spans=read_spans(rows)) if rows else None

    @operation
    async def get_trace_light(self, trace_id: str) -> LightTrace | None:
        """Return a trace as `get_trace` does, with only what a timeline shows of each span."""
        rows = await self._get_trace(checks.identifier(trace_id, "trace_id"), light=True)
        return LightTrace(trace_id=trace_id, spans=read_light_spans(rows)) if rows else None

    get_structure = get_trace_light
    """The original's other name for `get_trace_light`."""

    @operation
    async def get_root_span(self, trace_id: str) -> Span | None:
        """Return the root of a trace, or `None`: of several spans without a parent the one that
        started first, then by `span_id`.
        """
        return read_span(await self._get_root_span(checks.identifier(trace_id, "trace_id")))

    @operation
    async def get_branch(
        self, *, trace_id: str, span_id: str, depth: int | None = None
    ) -> Trace | None:
        """Return a span and its descendants, in the order of `get_trace`; `None` where there is no
        such span.

        `depth` is how many levels of descendants: 0 is the span alone, `None` all of them. Parents
        that go in circles are followed once.
        """
        key = SpanKey(
            checks.identifier(trace_id, "trace_id"), checks.identifier(span_id, "span_id")
        )
        levels = None if depth is None else checks.count(depth, "depth")
        rows = branch_of(await self._get_branch(key), span_id, levels)
        return Trace(trace_id=trace_id, spans=read_spans(rows)) if rows else None

    @operation
    async def batch_delete_traces(
        self,
        trace_ids: Sequence[str],
        *,
        organization_id: str | None = None,
        resource_id: str | None = None,
    ) -> int:
        """Delete traces whole, all or none, with the logs, metrics, scores and feedback that name
        them; return how many traces there were. Unknown ids are not an error.

        With `organization_id` or `resource_id`, a trace of another tenant is as absent as one that
        never existed. Whose a trace is, its root span says, or the span that started first where it
        has no root. A log, metric, score or piece of feedback that says whose it is goes only with
        that tenant.
        """
        ids = checks.identifiers(trace_ids, "trace_ids")
        owner = Owner(
            checks.optional_identifier(organization_id, "organization_id"),
            checks.optional_identifier(resource_id, "resource_id"),
        )
        return await self._delete_traces(ids, owner) if ids else 0

    @abstractmethod
    async def _get_trace(self, trace_id: str, *, light: bool) -> list[Row]:
        """Return the rows by `startedAt`, then by `spanId`."""

    @abstractmethod
    async def _get_root_span(self, trace_id: str) -> Row | None: ...

    @abstractmethod
    async def _get_branch(self, key: SpanKey) -> list[Row]:
        """Return the span and all of its descendants, by `startedAt`, then by `spanId`."""

    @abstractmethod
    async def _delete_traces(self, trace_ids: list[str], owner: Owner) -> int: ...
