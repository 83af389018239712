"""What tracing means, as a plain dictionary: what random programs are held to."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from mastra_storage_core import BRANCH_TYPES, NewSpan
from mastra_storage_core.domains.observability.models import status_of
from mastra_storage_core.matching import matches

NEVER = datetime.max.replace(tzinfo=UTC)


def position(span: NewSpan) -> tuple[Any, ...]:
    """Return where a span stands in its trace."""
    return span.started_at, span.span_id


class TracesModel:
    """Spans by trace and id."""

    def __init__(self) -> None:
        self.spans: dict[tuple[str, str], NewSpan] = {}

    def create(self, spans: Iterable[NewSpan]) -> None:
        """Store spans, the last one of each key."""
        self.spans |= {(span.trace_id, span.span_id): span for span in spans}

    def update(self, changes: Iterable[tuple[tuple[str, str], dict[str, Any]]]) -> list[int]:
        """Make changes one after the other; return the positions of those that cannot be made."""
        refused = []
        for place, (key, values) in enumerate(changes):
            changed = self.spans[key].model_copy(update=values) if key in self.spans else None
            if changed is None or (changed.ended_at and changed.ended_at < changed.started_at):
                refused.append(place)
            else:
                self.spans[key] = changed
        return refused

    def trace(self, trace_id: str) -> list[NewSpan]:
        """Return the spans of a trace in order."""
        return sorted((s for s in self.spans.values() if s.trace_id == trace_id), key=position)

    def branch(self, trace_id: str, span_id: str, depth: int | None) -> list[NewSpan]:
        """Return a span and its descendants: those of which some ancestor is the span."""
        spans, found = self.trace(trace_id), {span_id}
        for _ in range(len(spans) if depth is None else depth):
            found |= {each.span_id for each in spans if each.parent_span_id in found}
        return [each for each in spans if each.span_id in found]

    def roots(self) -> list[NewSpan]:
        """Return the first root of each trace."""
        found: dict[str, NewSpan] = {}
        for span in sorted(self.spans.values(), key=position, reverse=True):
            if span.parent_span_id is None:
                found[span.trace_id] = span
        return list(found.values())

    def anchors(self) -> list[NewSpan]:
        """Return the spans that anchor a branch."""
        return [span for span in self.spans.values() if span.span_type in BRANCH_TYPES]

    def select(self, spans: list[NewSpan], field: str, given: dict[str, Any]) -> list[NewSpan]:
        """Return those that meet all conditions, by their start or end, ascending."""
        met = [each for each in spans if all(self._meets(each, *pair) for pair in given.items())]
        return sorted(
            met, key=lambda each: (getattr(each, field) or NEVER, each.trace_id, each.span_id)
        )

    def _meets(self, span: NewSpan, name: str, value: Any) -> bool:
        match name:
            case "status":
                return bool(status_of(span.error, span.ended_at) == value)
            case "has_child_error":
                errors = [each.error is not None for each in self.trace(span.trace_id)]
                return any(errors) is value
            case "metadata":
                return not value or matches(span.metadata, value)
            case "tags":
                return set(value) <= set(span.tags or ())
            case "started_at":
                return bool(value.start <= span.started_at < value.end)
        return bool(getattr(span, name) == value)
