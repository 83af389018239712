"""Draws the pictures of a trace, and checks on the way that a browser shows what matters.

A program records its run with OpenTelemetry into a file, the trace is read from there and written
as a page, and a headless Chromium opens that page. Run by `nox -s docs`,
with the folder of the examples on the path.
"""

import asyncio
import io
import re
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from _demo_trace import read, record
from browser import Browser, Size, browsing
from chromium import find
from mastra_storage_core import Trace
from opentelemetry.sdk.trace.id_generator import IdGenerator
from rich.console import Console

IMAGES = Path(__file__).parent / "images"

BEGAN = 1_777_623_123_000_000_000
"""Nanoseconds since 1970: a picture changes only if what it shows does."""

SIZE = Size(1200, 640)
LOOK = """
(() => [...document.querySelectorAll("[data-longest], .failed")].map((line) => {
    const bar = line.querySelector(".time i");
    const { left, top, width, height } = bar.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    const label = line.querySelector(".time span");
    return {
        name: line.querySelector("b").textContent,
        longest: "longest" in line.dataset,
        seen: !!found && (found === bar || bar.contains(found)),
        inside: left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight,
        width: width,
        colour: getComputedStyle(bar).backgroundColor,
        label: label.textContent,
    };
}))()
"""


class CountedIds(IdGenerator):
    """Ids that are the same each time."""

    def __init__(self) -> None:
        self._ids = count(0x5AE1_0000_0000_0001)

    def generate_span_id(self) -> int:
        return next(self._ids)

    def generate_trace_id(self) -> int:
        return 0x4BF9_2F35_77B3_4DA6_A3CE_929D_0E0E_4736


def traced(folder: Path) -> Trace:
    """Return the trace of a program, by way of a database."""
    url = f"file:{folder}/traces.db"
    return asyncio.run(read(url, record(url, BEGAN, CountedIds())))


def problems(browser: Browser) -> Iterator[str]:
    """Yield what is wrong with the page that the browser shows."""
    lines = browser.evaluate(LOOK)
    if sum(line["longest"] for line in lines) != 1:
        yield "no span is marked as the longest, or several are"
    if sum(is_red(line["colour"]) for line in lines) < 2:
        yield "the spans that failed are not red"
    for line in lines:
        if not (line["seen"] and line["inside"] and line["width"] > 100 and line["label"]):
            yield f"not to be seen: {line}"
    browser.evaluate("document.getElementById('failed').click()")
    if not browser.evaluate("document.querySelector('.failed').open"):
        yield "the button that leads to an error does not open it"
    for event in browser.events:
        yield from unexpected(event)


def unexpected(event: dict[str, Any]) -> Iterator[str]:
    """Yield what a page that needs nothing should not make a browser say."""
    method, params = event.get("method"), event.get("params", {})
    if method == "Network.requestWillBeSent" and not params["request"]["url"].startswith("file:"):
        yield f"it asks the network for {params['request']['url']}"
    if method in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
        yield f"the browser says: {params}"


def is_red(colour: str) -> bool:
    red, green, blue = map(float, re.findall(r"[\d.]+", colour)[:3])
    return red > 180 and red - max(green, blue) > 80


def save(name: str, picture: bytes) -> None:
    IMAGES.mkdir(exist_ok=True)
    (IMAGES / name).write_bytes(picture)
    print(f"docs/images/{name}: {len(picture):,} bytes")


def terminal(trace: Trace) -> str:
    """Return what a terminal shows of a trace, as a picture that needs no font from anywhere."""
    console = Console(width=100, record=True, file=io.StringIO(), force_terminal=True)
    console.print(trace.render())
    svg = console.export_svg(title="rich.print(trace.render())")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return f'<body style="margin:0">{svg}'


def main(cache: str) -> None:
    with TemporaryDirectory() as name, browsing(find(Path(cache).resolve())) as browser:
        folder = Path(name)
        trace = traced(folder)
        page = trace.to_html(folder / "trace.html")
        for scheme in ("light", "dark"):
            browser.show(page, SIZE, scheme)
            save(f"trace-{scheme}.png", browser.picture())
            wrong = list(problems(browser))
            if wrong:
                raise SystemExit("\n".join([f"the page of a trace, in {scheme}:", *wrong]))
        browser.show(page, Size(1200, 800), "light")
        browser.evaluate("document.querySelectorAll('.failed')[0].open = true")
        browser.evaluate("document.querySelectorAll('.failed')[0].scrollIntoView()")
        save("trace-error.png", browser.picture())
        drawn = folder / "terminal.html"
        drawn.write_text(terminal(trace), encoding="utf-8")
        browser.show(drawn, Size(1240, 344), "light")
        save("trace-terminal.png", browser.picture())


if __name__ == "__main__":
    main(sys.argv[1])
