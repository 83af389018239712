"""A trace as a page: whole, by itself, and safe whatever the spans hold."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mastra_storage_core import LightTrace, Trace
from traces import HOSTILE, a_span, a_trace, an_answer


class Page(HTMLParser):
    """What a browser would find: elements, their attributes, and texts."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.html = path.read_text(encoding="utf-8")
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def lines(self) -> list[dict[str, str | None]]:
        return [given for tag, given in self.tags if tag == "details"]


def page(trace: Trace | LightTrace, folder: Path) -> Page:
    return Page(trace.to_html(folder / "trace.html"))


def test_every_span_is_a_line_in_its_place(tmp_path: Path) -> None:
    found = page(an_answer(), tmp_path)
    styles = [str(line["style"]) for line in found.lines()]

    assert [line["data-depth"] for line in found.lines()] == ["0", "1", "2", "2", "1", "1"]
    assert styles[4] == "--x:31.000%;--w:59.000%;--d:1"
    assert found.open == []


def test_the_longest_and_the_failed_span_are_marked(tmp_path: Path) -> None:
    classes = {
        str(line["data-words"]).split()[0]: (str(line["class"]).split(), "data-longest" in line)
        for line in page(an_answer(), tmp_path).lines()
    }

    assert classes["book"] == (["span", "tool", "failed"], True)
    assert classes["score"] == (["span", "score", "open"], False)
    assert classes["token"] == (["span", "other", "event"], False)


def test_figures_and_contents_are_shown(tmp_path: Path) -> None:
    text = page(an_answer(), tmp_path).text

    for shown in ("1.00 s", "1,000 → 2", "$0.004", "no table left", "th-1", '"model"', "longest"):
        assert shown in text


def test_it_needs_no_network_and_runs_no_script_but_its_own(tmp_path: Path) -> None:
    found = page(an_answer(), tmp_path)
    (script,) = re.findall(r"<script>(.*?)</script>", found.html, re.DOTALL)
    policy = next(str(given["content"]) for _, given in found.tags if "http-equiv" in given)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"(?:src|href)=|url\(|@import|https?://", found.html)


def test_whatever_spans_hold_is_text(tmp_path: Path) -> None:
    deep = {HOSTILE: [HOSTILE, {"a": HOSTILE}]}
    texts = ("title", "span_type", "entity_name", "thread_id", "service_name")
    values = ("input", "output", "attributes", "metadata", "request_context", "scope")
    more: dict[str, Any] = {**dict.fromkeys(texts, HOSTILE), **dict.fromkeys(values, deep)}
    trace = a_trace(
        a_span("run", error={"message": HOSTILE, "stack": HOSTILE}, tags=[HOSTILE], **more)
    )
    found = page(trace.model_copy(update={"trace_id": HOSTILE}), tmp_path)

    assert [tag for tag, _ in found.tags].count("script") == 1
    assert {name for _, given in found.tags for name in given if name.startswith("on")} == set()
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", found.html)
    assert "alert(1)" in found.text


def test_circles_and_orphans_are_shown_with_the_reason(tmp_path: Path) -> None:
    trace = a_trace(a_span("a", "b"), a_span("b", "a"), a_span("o", "gone"))
    found = page(trace, tmp_path)

    assert len(found.lines()) == 3
    assert "its parents go in a circle" in found.text
    assert "its parent is not in this trace" in found.text


def test_of_a_long_value_the_beginning_is_shown(tmp_path: Path) -> None:
    path = a_trace(a_span("run", input="é" * 10**6, output=["x" * 10**6])).to_html(tmp_path / "p")

    assert path.stat().st_size < 150_000
    assert "The first 20,000 of 1,000,000 characters" in path.read_text(encoding="utf-8")


def test_lone_surrogates_can_be_written(tmp_path: Path) -> None:
    assert "\\ud800" in page(a_trace(a_span("run", input={"\ud800": "\ud800"})), tmp_path).text


def test_a_light_trace_has_a_page_as_well(tmp_path: Path) -> None:
    light = LightTrace.model_validate(an_answer().model_dump())

    assert len(page(light, tmp_path).lines()) == 6
