"""A trace in a terminal: a tree, and beside it when each span ran. The only module here that needs
`rich`.
"""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Column, Table
from rich.text import Text

from mastra_storage_core.domains.observability.view.figures import duration_text
from mastra_storage_core.domains.observability.view.timeline import Line, lay_out
from mastra_storage_core.domains.observability.view.tree import AnySpan
from mastra_storage_core.domains.observability.view.words import kind_of, message_of, one_line

COLOURS = {
    "agent": "magenta",
    "model": "bright_blue",
    "tool": "yellow",
    "workflow": "cyan",
    "memory": "green",
    "score": "bright_magenta",
    "other": "white",
}
NARROW = 60
"""Below so many columns there is no room for bars."""

_NAME, _ERROR = 120, 240


class TraceView:
    """A trace, ready to be printed: `rich.print(trace.render())`."""

    def __init__(self, trace_id: str, spans: Sequence[AnySpan]) -> None:
        self._trace_id = trace_id
        self._timeline = lay_out(spans)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw as wide as the terminal is."""
        yield self._heading()
        yield self._table(options)

    def _heading(self) -> RenderableType:
        timeline = self._timeline
        spans = len(timeline.lines)
        words = [f"{spans} span{'s' * (spans != 1)}", duration_text(timeline.duration)]
        words += [f"{timeline.usage.tokens} tokens"] * bool(timeline.usage.tokens)
        words += [timeline.usage.price] * bool(timeline.usage.price)
        text = Text.assemble(("trace ", "dim"), one_line(self._trace_id, _NAME), "  ")
        text.append(" · ".join(words), "dim")
        if timeline.errors:
            failed = f"{timeline.errors} error{'s' * (timeline.errors != 1)}"
            text.append_text(Text.assemble((" · ", "dim"), (failed, "bold red")))
        return text

    def _table(self, options: ConsoleOptions) -> Table:
        has_bars = options.max_width >= NARROW
        lines = self._timeline.lines
        columns = [Column(ratio=3, no_wrap=True, overflow="ellipsis")]
        columns += [Column(ratio=2)] * has_bars
        columns += [Column(justify="right", no_wrap=True)]
        extras = [
            [getattr(line.usage, name) for line in lines]
            for name in ("tokens", "price")
            if has_bars and any(getattr(line.usage, name) for line in lines)
        ]
        columns += [Column(justify="right", no_wrap=True) for _ in extras]
        table = Table.grid(*columns, expand=True, padding=(0, 0, 0, 2))
        for index, line in enumerate(lines):
            figures = [Text(extra[index], "dim") for extra in extras]
            bars = [Bar(line)] * has_bars
            table.add_row(_name(line, options.ascii_only), *bars, _duration(line), *figures)
        return table


class Bar:
    """When a span ran, to half a column."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the time of the whole trace, and in it that of the span."""
        line, width = self._line, options.max_width
        full, left, right, rest, point = (
            ("=", "=", "=", ".", "*") if options.ascii_only else ("━", "╸", "╺", "┈", "◆")
        )
        begin = min(int(line.start * 2 * width), 2 * width - 1)
        end = max(begin + 1, min(round((line.start + line.length) * 2 * width), 2 * width))
        if line.span.is_event:
            drawn, cell = point, begin // 2
        else:
            drawn = right * (begin % 2) + full * (end // 2 - (begin + 1) // 2) + left * (end % 2)
            cell = begin // 2
            if begin // 2 == end // 2:  # within one column
                drawn = left if begin % 2 == 0 else right
        text = Text.assemble(
            (rest * cell, "dim"),
            (drawn, _colour(line)),
            (rest * (width - cell - len(drawn)), "dim"),
        )
        yield text

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Take what there is."""
        return Measurement(8, options.max_width)


def _name(line: Line, ascii_only: bool) -> RenderableType:
    place, failed = line.place, line.has_failed
    bar, tee, corner, blank = (
        ("|  ", "|- ", "`- ", "   ") if ascii_only else ("│  ", "├─ ", "╰─ ", "   ")
    )
    before = "".join(bar if more else blank for more in place.guides)
    elbow = "" if not place.depth else corner if place.is_last else tee
    text = Text.assemble((before + elbow, "dim"))
    text.append(
        one_line(line.span.name, _NAME) or "(no name)",
        f"{'bold ' * (not place.depth)}{_colour(line)}",
    )
    if place.note:
        text.append(f"  {place.note}", "yellow italic")
    if not failed:
        return text
    under = before + ("" if not place.depth else blank if place.is_last else bar)
    said = Text(
        one_line(message_of(line.span.error), _ERROR), "red", no_wrap=True, overflow="ellipsis"
    )
    return Group(text, Text.assemble((under, "dim"), said))


def _duration(line: Line) -> Text:
    if line.span.is_event:
        return Text()
    running = "…" if line.is_running else ""
    return Text(duration_text(line.duration) + running, "red" if line.has_failed else "")


def _colour(line: Line) -> str:
    return "red" if line.has_failed else COLOURS[kind_of(line.span.span_type)]
