"""How the demo draws threads, messages and working memory. Nothing here talks to a store.

What a database holds is shown as text: its markup is not followed, nor are its control characters.
"""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from mastra_storage_core import Message, Resource, Thread
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

console = Console(highlight=False)
ROLES = {"user": "green", "assistant": "cyan", "system": "yellow"}
CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")
del CONTROLS[ord("\n")]


def clean(text: str, limit: int = 200) -> str:
    """Return stored text fit for a terminal: without control characters, and cut if it is long."""
    if len(text) > limit:
        text = f"{text[:limit].rstrip()}… ({len(text):,} characters)"
    return text.translate(CONTROLS)


def heading(title: str, call: str = "") -> None:
    """Print what comes next, and the method that does it."""
    method = f"  {call}" if call else ""
    console.print("\n", Text(clean(title), "bold"), Text(method, "dim"), sep="")


def verdict(good: bool, text: str) -> None:
    """Print what came of it all."""
    console.print("\n", Text(f"  {text}", "bold green" if good else "bold red"), sep="")


def draw_threads(threads: Sequence[Thread], messages: Sequence[Message]) -> None:
    """Print a table of threads; `messages` are those of all of them, to be counted."""
    said = Counter(message.thread_id for message in messages)
    table = Table(box=None, padding=(0, 0, 0, 2), header_style="dim")
    table.add_column("title")
    for column in ("owner", "messages", "active"):
        table.add_column(column, justify="right" if column == "messages" else "left", no_wrap=True)
    for thread in threads:
        title = Text(clean(thread.title), no_wrap=True, overflow="ellipsis")
        table.add_row(
            title if thread.title else Text("untitled", "dim italic"),
            Text(clean(thread.resource_id), "magenta"),
            str(said[thread.id]),
            moment(thread.updated_at),
        )
    console.print(table)


def draw_messages(messages: Sequence[Message], marked: str = "") -> None:
    """Print messages below their days; the one with the id `marked` gets an arrow."""
    owner = messages[0].resource_id
    width = max(draw_speaker(message, owner).cell_len for message in messages)
    for day, group in groupby(messages, lambda message: message.created_at.astimezone().date()):
        console.print(Text(f"  {day:%a} {day.day} {day:%b %Y}", "dim"))
        table = Table.grid(Column(), Column(), Column(min_width=width), Column(overflow="fold"))
        table.padding = (0, 1, 0, 0)
        for message in group:
            arrow = "→" if message.id == marked else " "
            time = Text(f"{message.created_at.astimezone():%H:%M}", "dim")
            parts = [drawn for part in message.content["parts"] if (drawn := draw_part(part))]
            table.add_row(arrow, time, draw_speaker(message, owner), Text("\n").join(parts))
        console.print(table)


def draw_speaker(message: Message, owner: str | None) -> Text:
    """Return the role of a message, and whose it is if that is not the `owner`."""
    speaker = Text(clean(message.role), ROLES.get(message.role, ""))
    if message.resource_id != owner:
        speaker.append(f" {clean(str(message.resource_id))}", "magenta")
    return speaker


def draw_part(part: dict[str, Any]) -> Text | None:
    """Return one part of a message, short; `None` for what no reader misses."""
    match part:
        case {"type": "text", "text": str(text)}:
            return Text(clean(text))
        case {"type": "reasoning", "reasoning": str(text)}:
            return Text(clean(text), "dim italic")
        case {"type": "tool-invocation", "toolInvocation": dict(call)}:
            return draw_call(call)
        case {"type": "step-start"}:
            return None
        case _:
            return Text(f"[{clean(str(part.get('type')))}]", "dim")


def draw_call(call: dict[str, Any]) -> Text:
    """Return a call of a tool with what it returned."""
    given = ", ".join(f"{key}={compact(value)}" for key, value in (call.get("args") or {}).items())
    name = clean(str(call.get("toolName")))
    result = f" = {compact(call['result'])}" if "result" in call else " …"
    return Text.assemble((name, "yellow"), f"({clean(given)})", (result, "dim"))


def compact(value: object) -> str:
    """Return a JSON value on one line, cut if it is long."""
    return clean(json.dumps(value, ensure_ascii=False), limit=80)


def draw_working_memory(owner: Resource | None) -> None:
    """Print what is remembered of an owner."""
    remembered = (owner and owner.working_memory) or "nothing"
    for line in clean(remembered).splitlines():
        console.print(Text(f"  {line}", "italic"))


def moment(time: datetime) -> str:
    """Return a time as a reader here would say it."""
    local = time.astimezone()
    today = local.date() == datetime.now().astimezone().date()
    return f"today {local:%H:%M}" if today else f"{local:%Y-%m-%d}"


def draw_places(places: Sequence[tuple[str, str, str]]) -> None:
    """Print which backend keeps which domain, and where."""
    table = Table(box=None, padding=(0, 0, 0, 2), header_style="dim")
    for column in ("domain", "store", "database"):
        table.add_column(column, no_wrap=True, overflow="ellipsis")
    for place in places:
        table.add_row(*(Text(clean(each)) for each in place))
    console.print(table)
    console.print()


def draw_steps(snapshot: dict[str, Any]) -> None:
    """Print the steps of a run: how each stands, who wrote it, and what came of it."""
    table = Table(box=None, padding=(0, 0, 0, 2), header_style="dim")
    for column in ("step", "status", "written by"):
        table.add_column(column, no_wrap=True)
    table.add_column("output", overflow="fold")
    for name, step in snapshot["context"].items():
        if name != "input":
            output = json.dumps(step.get("output"), ensure_ascii=False)
            who = Text(step["metadata"]["worker"], "magenta")
            table.add_row(name, Text(step["status"], "green"), who, Text(clean(output), "dim"))
    console.print(table)


def draw_refusal(who: str, error: Exception) -> None:
    """Print what an error says to somebody."""
    console.print(Text.assemble(f"  {who}: ", (clean(str(error)), "bold red")))


def draw_page(path: Path) -> None:
    """Print where a page is, whole on its line, to be opened."""
    console.print("\n  as a page: ", path.as_uri(), sep="", markup=False, soft_wrap=True)


def draw_hints(fate: str, hints: dict[str, str]) -> None:
    """Print where things are, and what to try; each command is whole on its line, to be copied."""
    console.print("\n", Text(fate, "bold"), "\nTry next:", sep="", soft_wrap=True)
    for command, effect in hints.items():
        console.print(Text.assemble("  ", command, (f"  # {effect}", "dim")), soft_wrap=True)
