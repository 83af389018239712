"""The lines of a trace: its spans as a tree, each with its place in time. Nothing is drawn here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mastra_storage_core.domains.observability.models import SpanStatus
from mastra_storage_core.domains.observability.view.figures import Usage, usage_of
from mastra_storage_core.domains.observability.view.tree import AnySpan, Place, walk


@dataclass(frozen=True, slots=True)
class Line:
    """One span, where it stands in the tree and in time."""

    place: Place
    start: float
    """When it starts, from 0 to 1 of the whole trace."""
    length: float
    """How long it takes, on the same scale; to the end of the trace if it runs still."""
    duration: timedelta
    usage: Usage

    @property
    def span(self) -> AnySpan:
        """The span itself."""
        return self.place.span

    @property
    def is_running(self) -> bool:
        """Whether the span has no end yet."""
        return _is_open(self.span)

    @property
    def has_failed(self) -> bool:
        """Whether the span has an error."""
        return self.span.status is SpanStatus.ERROR


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lines of a trace, from top to bottom, and what holds for the whole."""

    lines: list[Line]
    started_at: datetime
    duration: timedelta
    errors: int
    usage: Usage
    """The sum, in which a span counts that no span above it counts already."""

    @property
    def longest(self) -> Line:
        """The line that takes longest of those below a top, or of all if there are none."""
        below = [line for line in self.lines if line.place.depth]
        return max(below or self.lines, key=lambda line: line.duration)


def lay_out(spans: Sequence[AnySpan]) -> Timeline:
    """Return the timeline of the spans of a trace, of which there is one at least."""
    started = min(span.started_at for span in spans)
    ended = max(_last(span) for span in spans)
    lines: list[Line] = []
    total = Usage()
    counted = [False]  # for each level above, whether a span of it or above it counts
    for place in walk(spans):
        usage = usage_of(getattr(place.span, "attributes", None))
        del counted[place.depth + 1 :]
        if usage and not counted[-1]:
            total += usage
        counted.append(counted[-1] or bool(usage))
        until = ended if _is_open(place.span) else _last(place.span)
        start, duration = place.span.started_at - started, until - place.span.started_at
        lines.append(
            Line(
                place,
                _share(start, ended - started),
                _share(duration, ended - started),
                duration,
                usage,
            )
        )
    errors = sum(line.has_failed for line in lines)
    return Timeline(lines, started, ended - started, errors, total)


def _is_open(span: AnySpan) -> bool:
    return span.ended_at is None and not span.is_event


def _last(span: AnySpan) -> datetime:
    """Return the last moment that is known of a span: never one before it started."""
    return max(span.started_at, span.ended_at or span.started_at)


def _share(part: timedelta, whole: timedelta) -> float:
    return part / whole if whole else 0.0
