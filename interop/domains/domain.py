"""What the proof needs to know of a domain: calls that write, calls that read, and its tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mastra_storage_conformance.replay.compare import RETURN_CALLERS_JSON, Comparison
from mastra_storage_conformance.replay.normalisers.explain import explain
from mastra_storage_conformance.replay.normalisers.normaliser import Seen
from mastra_storage_conformance.replay.transcript import Answer, Call, Raised, Returned

from interop.hammer import Workload
from interop.side import Client
from interop.values import in_javascript

OF_EVERY_DOMAIN = frozenset(
    {"__setLogger", "__setRawConfig", "createCustomIndexes", "createDefaultIndexes"}
    | {"dangerouslyClearAll", "ensureRetentionIndexes", "getDefaultIndexDefinitions", "init"}
    | {"prune", "toRawConfig"}
)
"""Methods of the original that are about tables, or the class itself, and not about rows."""


@dataclass(frozen=True, slots=True)
class Step:
    """One call, in the original's names."""

    method: str
    args: tuple[Any, ...]
    keep: str = ""
    """Under which name the result is kept for later steps."""
    expected: Any = None
    """What a read returns, as far as this says: it was given when it was written."""
    unordered: bool = False
    """Whether the original's order of this list is no order (rule 2)."""
    domain: str = ""
    """Which domain is called, if not the one that is proved."""
    misread: frozenset[str] = frozenset()
    """Times that the original reads otherwise than it wrote them."""
    hidden: int = 0
    """How many rows the original counts and does not show (rule 15)."""


def step(method: str, *args: Any, **more: Any) -> Step:
    """Return a call."""
    return Step(method, args, **more)


@dataclass(frozen=True, slots=True)
class Kept:
    """An argument: what an earlier step has returned, or something in it."""

    name: str
    field: str = ""
    """Which field of it, or the path to one: `items.0.id`."""


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain, as both languages have it."""

    name: str
    tables: tuple[str, ...]
    writes: tuple[Step, ...]
    """Together they call every method that changes something."""
    reads: tuple[Step, ...]
    """Together they call every method that reads, and reach every row."""
    load: Callable[[], Workload]
    """What the hammer does to it."""
    parts: tuple[str, ...] = ()
    """The domains of the original that are proved together here, if not one of this name."""
    internal: frozenset[str] = frozenset()
    """Further methods of the original's class that are none of its interface."""
    young: tuple[tuple[str, str], ...] = ()
    """Columns that tables of earlier releases lack: table and name."""

    def called(self, part: str) -> set[str]:
        """Return the methods of one domain of the original that are called."""
        steps = (*self.writes, *self.reads)
        return {each.method for each in steps if (each.domain or self.name) == part}


async def write(client: Client, domain: Domain) -> None:
    """Make all calls that write."""
    kept: dict[str, Any] = {}
    for each in domain.writes:
        called = each.domain or domain.name
        result = await client.call(called, each.method, *resolved(each.args, kept))
        if each.keep:
            kept[each.keep] = result


def resolved(value: Any, kept: Mapping[str, Any]) -> Any:
    """Return arguments with values for what was kept."""
    if isinstance(value, Kept):
        found = kept[value.name]
        for part in value.field.split(".") if value.field else ():
            found = found[int(part)] if isinstance(found, list) else found[part]
        return found
    if isinstance(value, list | tuple):
        return type(value)(resolved(item, kept) for item in value)
    if isinstance(value, dict):
        return {key: resolved(item, kept) for key, item in value.items()}
    return value


async def compare(
    ours: Client, original: Client, domain: Domain, *, ours_wrote: bool = False
) -> list[str]:
    """Make all calls that read on both sides; return where they differ, or differ from what was
    written. What the original misreads of its own it reads rightly where ours wrote.
    """
    differences = []
    kept: dict[str, Any] = {}
    for each in domain.reads:
        called, args = each.domain or domain.name, resolved(each.args, kept)
        mine = (await ours.ask(called, each.method, *args)).answer
        theirs = (await original.ask(called, each.method, *args)).answer
        if each.keep and isinstance(theirs, Returned):
            kept[each.keep] = theirs.value
        call = Call(0, called, each.method, args, _in_javascript(theirs))
        read = replace(each, misread=frozenset()) if ours_wrote else each
        found = _differences(read, _in_javascript(mine), call)
        differences += [f"{each.method}{each.args}: {text}" for text in found]
    return differences


def _differences(read: Step, ours: Answer, call: Call) -> list[str]:
    """Return where two answers differ, after what our rules explain of a read."""
    explained, _ = explain(Seen(call, ours, ()))
    comparison = Comparison({}, {})
    if read.unordered:
        ours, explained = _sorted(ours), _sorted(explained)
    if read.hidden and isinstance(explained, Returned):
        shown = explained.value["total"] - read.hidden
        explained = Returned(explained.value | {"total": shown})
    comparison.answers(_without(ours, read.misread), _without(explained, read.misread), read.method)
    if read.expected is not None and isinstance(ours, Returned):
        opaque = read.method in RETURN_CALLERS_JSON
        told = ours.value
        if not opaque and isinstance(told, dict):
            told = {key: told.get(key) for key in read.expected}
        comparison.values(told, in_javascript(read.expected), "as written", opaque=opaque)
    if isinstance(ours, Raised):
        comparison.differences.append(f"a read failed: {ours.text}")
    return comparison.differences


def _in_javascript(answer: Answer) -> Answer:
    return (
        replace(answer, value=in_javascript(answer.value))
        if isinstance(answer, Returned)
        else answer
    )


def _without(answer: Answer, times: frozenset[str]) -> Answer:
    """Return an answer without some times."""

    def told(value: Any) -> Any:
        if isinstance(value, list):
            return [told(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {
            key: told(item)
            for key, item in value.items()
            if key not in times or not isinstance(item, datetime)
        }

    return Returned(told(answer.value)) if isinstance(answer, Returned) else answer


def _sorted(answer: Answer) -> Answer:
    """Return a list in an order of ours: by the id of its rows."""
    if not isinstance(answer, Returned):
        return answer
    if isinstance(answer.value, list):
        return Returned(sorted(answer.value, key=_id))
    if not isinstance(answer.value, dict):
        return answer
    rows = {
        key: sorted(value, key=_id)
        for key, value in answer.value.items()
        if isinstance(value, list)
    }
    return Returned(answer.value | rows)


def _id(row: dict[str, Any]) -> str:
    return str(next(row[key] for key in ("id", "runId", "experimentId") if key in row))
