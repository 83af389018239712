"""A trace in a terminal."""

import io
import re
import sys

import pytest
from mastra_storage_core import LightTrace, Trace, UnsupportedError
from rich.console import Console
from traces import HOSTILE, a_span, a_trace, an_answer


def drawn(trace: Trace | LightTrace, width: int = 100, **options: object) -> list[str]:
    console = Console(width=width, file=io.StringIO(), record=True, **options)  # type: ignore[arg-type]
    console.print(trace.render())
    return [line.rstrip() for line in console.export_text().splitlines()]


def test_a_tree_beside_a_waterfall() -> None:
    heading, *lines = drawn(an_answer(), 80)
    with_bars = [line for line in lines if re.search("[━┈]", line)]
    trees, bars = zip(
        *(re.split(r"(?<=\w) {2,}", line, maxsplit=1) for line in with_bars), strict=True
    )

    assert heading == "trace t  6 spans · 1.00 s · 1,000 → 2 tokens · $0.004 · 1 error"
    assert trees[:5] == ("run", "├─ ask", "│  ├─ step", "│  ╰─ token", "├─ book")
    assert [bar[0] == "┈" for bar in bars[:5]] == [False, False, False, True, True]
    assert bars[1].endswith("290 ms  1,000 → 2  $0.004")
    assert bars[3].count("◆") == 1


def test_what_fails_is_red_and_says_why() -> None:
    console = Console(width=100, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(an_answer().render())
    printed = console.file.getvalue()  # type: ignore[attr-defined]

    assert "\x1b[31mbook" in printed
    assert "\x1b[31mno table left" in printed


def test_every_line_fits() -> None:
    for width in (40, 61, 200):
        assert max(map(len, drawn(an_answer(), width))) <= width


def test_a_narrow_terminal_has_no_bars() -> None:
    assert "━" not in "".join(drawn(an_answer(), 50))


def test_a_terminal_of_ascii() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    console = Console(width=100, file=file)
    console.print(a_trace(a_span("run"), a_span("step", "run")).render())
    file.seek(0)

    assert "`- step" in file.read()


def test_what_spans_hold_does_not_steer_the_terminal() -> None:
    trace = a_trace(a_span("run", title=HOSTILE, error=HOSTILE, span_type=HOSTILE))
    printed = "\n".join(drawn(trace, 200))

    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert "\\u001b[2J\\u202e[red]&" in printed


def test_a_light_trace_is_drawn_as_well() -> None:
    light = LightTrace.model_validate(a_trace(a_span("run")).model_dump())

    assert drawn(light)[0] == "trace t  1 span · 10 ms"


def test_without_rich_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "rich"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(
        sys.modules, "mastra_storage_core.domains.observability.view.terminal", raising=False
    )

    with pytest.raises(UnsupportedError, match=r'pip install "mastra-storage-core\[rich\]"'):
        an_answer().render()
