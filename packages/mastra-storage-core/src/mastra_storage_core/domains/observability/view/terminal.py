"""A trace in a terminal: a tree, and beside it when each span ran. The only module here that needs
`rich`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from mastra_storage_core.domains.observability.view.figures import duration_text
from mastra_storage_core.domains.observability.view.timeline import Line, Timeline, lay_out
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
LONGEST = 300
"""Characters of a name, or of what an error says, at most."""
NARROW = 60
"""Below so many columns there is no room for bars, nor for figures."""


class Marks(NamedTuple):
    """What trees and bars are drawn with."""

    guide: str
    tee: str
    corner: str
    blank: str
    full: str
    left: str
    right: str
    empty: str
    point: str


LINES = Marks("│  ", "├─ ", "╰─ ", "   ", "━", "╸", "╺", "┈", "◆")
ASCII = Marks("|  ", "|- ", "`- ", "   ", "=", "=", "=", ".", "*")


class TraceView:
    """A trace, ready to be printed: `rich.print(trace.render())`."""

    def __init__(self, trace_id: str, spans: Sequence[AnySpan]) -> None:
        self._trace_id = trace_id
        self._timeline = lay_out(spans)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw as wide as the terminal is."""
        width = options.max_width
        marks = ASCII if options.ascii_only else LINES
        yield _heading(self._trace_id, self._timeline)
        for line, text in zip(
            self._timeline.lines, _rows(self._timeline.lines, width, marks), strict=True
        ):
            yield text
            if line.has_failed:
                yield _error(line, width, marks)


def _heading(trace_id: str, timeline: Timeline) -> Text:
    spans, errors, usage = len(timeline.lines), timeline.errors, timeline.usage
    words = [f"{spans:,} span{'s' * (spans != 1)}", duration_text(timeline.duration)]
    words += [f"{usage.tokens} tokens"] * bool(usage.tokens) + [usage.price] * bool(usage.price)
    text = Text.assemble(("trace ", "dim"), one_line(trace_id, LONGEST), "  ")
    text.append(" · ".join(words), "dim")
    if errors:
        text.append(" · ", "dim").append(f"{errors:,} error{'s' * (errors != 1)}", "bold red")
    return text


def _rows(lines: Sequence[Line], width: int, marks: Marks) -> Iterator[Text]:
    """Yield a text for each line, all of the same width: name, bar, figures."""
    durations = [_duration(line) for line in lines]
    columns = [durations]
    if width >= NARROW:
        columns += [[line.usage.tokens for line in lines], [line.usage.price for line in lines]]
    columns = [column for column in columns if any(column)]
    names = [_name(line, marks) for line in lines]
    room = width - sum(2 + max(map(len, column)) for column in columns)
    share = 0.6 if width >= NARROW else 1
    name_width = min(max(name.cell_len for name in names), int(room * share))
    for index, (line, name) in enumerate(zip(lines, names, strict=True)):
        name.truncate(name_width if width >= NARROW else room, overflow="ellipsis", pad=True)
        if width >= NARROW:
            name.append("  ").append_text(_bar(line, room - name_width - 2, marks))
        for column in columns:
            style = "" if column is durations else "dim"
            figure = column[index].rjust(max(map(len, column)))
            name.append("  ").append(figure, "red" if line.has_failed else style)
        yield name


def _name(line: Line, marks: Marks) -> Text:
    place = line.place
    text = Text(no_wrap=True).append(_before(line, marks), "dim")
    if place.depth:
        text.append(marks.corner if place.is_last else marks.tee, "dim")
    style = f"{'' if place.depth else 'bold '}{_colour(line)}"
    text.append(one_line(line.span.name, LONGEST) or "(no name)", style)
    if place.note:
        text.append(f"  {place.note}", "yellow italic")
    return text


def _bar(line: Line, width: int, marks: Marks) -> Text:
    """Draw when the span ran, to half a column."""
    begin = min(int(line.start * 2 * width), 2 * width - 1)
    end = max(begin + 1, min(round((line.start + line.length) * 2 * width), 2 * width))
    first = begin // 2
    if line.span.is_event:
        drawn = marks.point
    elif first == (end - 1) // 2:  # within one column
        drawn = marks.full if end - begin == 2 else marks.right if begin % 2 else marks.left
    else:
        whole = end // 2 - (begin + 1) // 2
        drawn = marks.right * (begin % 2) + marks.full * whole + marks.left * (end % 2)
    after = width - first - len(drawn)
    return Text.assemble(
        (marks.empty * first, "dim"), (drawn, _colour(line)), (marks.empty * after, "dim")
    )


def _error(line: Line, width: int, marks: Marks) -> Text:
    """Return what a span says of its failure, as wide as the terminal is."""
    place = line.place
    text = Text(no_wrap=True).append(_before(line, marks), "dim")
    if place.depth:
        text.append(marks.blank if place.is_last else marks.guide, "dim")
    text.append(marks.guide if place.has_children else marks.blank, "dim")
    text.append(one_line(message_of(line.span.error), LONGEST), "red")
    text.truncate(width, overflow="ellipsis")
    return text


def _before(line: Line, marks: Marks) -> str:
    return "".join(marks.guide if more else marks.blank for more in line.place.guides)


def _duration(line: Line) -> str:
    if line.span.is_event:
        return ""
    return duration_text(line.duration) + "…" * line.is_running


def _colour(line: Line) -> str:
    return "red" if line.has_failed else COLOURS[kind_of(line.span.span_type)]
