"""Runs transcripts against a store and sorts each call: same, other, rule or unexplained."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domains.scores.models import ScorePage
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_core.errors import ConfigurationError
from mastra_storage_core.ids import now
from mastra_storage_core.store import Store

from mastra_storage_conformance.replay.calls import perform
from mastra_storage_conformance.replay.compare import Comparison, Window
from mastra_storage_conformance.replay.normalisers.explain import explain
from mastra_storage_conformance.replay.normalisers.normaliser import Seen
from mastra_storage_conformance.replay.transcript import (
    Answer,
    Call,
    Made,
    Raised,
    Template,
    Transcript,
)

RECORDED_FROM = datetime(2025, 1, 1, tzinfo=UTC)
"""Where the original's clock stood at call 0; it went on by a second for each `seq`."""


class Status(StrEnum):
    """What became of a call."""

    SAME = "same"
    """Our answer equals that of the reference."""
    OTHER = "other"
    """It equals that of another backend of the original."""
    RULE = "rule"
    """It differs from all of them by rules of ours."""
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One call, sorted."""

    call: Call
    ours: Answer
    status: Status
    by: tuple[str, ...] = ()
    """The backend that answers alike, or the rules that explain the difference."""
    differences: tuple[str, ...] = ()
    """Where our answer differs from that of the reference, for what is unexplained."""


@dataclass(slots=True)
class Replay:
    """A replay, finished or under way."""

    store: str
    reference: str
    clock: dict[int, Window]
    """When each call was made, by `seq`."""
    verdicts: list[Verdict] = field(default_factory=list)
    left_out: int = 0
    """How many calls are of other domains."""

    @property
    def unexplained(self) -> list[Verdict]:
        return [each for each in self.verdicts if each.status is Status.UNEXPLAINED]


def choose_reference(store: Store, transcripts: Mapping[str, Transcript]) -> str:
    """Return the backend to compare with first: the store's namesake, or else the first."""
    name = store.name.lower()
    return name if name in transcripts else next(iter(transcripts))


async def replay(
    store: Store,
    transcripts: Mapping[str, Transcript],
    *,
    reference: str | None = None,
    domains: Collection[str] | None = None,
) -> Replay:
    """Make all calls, from the first, of the domains that the store declares.

    `domains` names fewer of them. A store that holds threads or runs already, as far as these are
    replayed, is `ConfigurationError`: the calls might overwrite them, and the answers would differ.
    """
    result = Replay(store.name, reference or choose_reference(store, transcripts), {})
    wanted = _wanted(store, domains)
    for domain in sorted(wanted):
        name, read = _CONTENTS[domain]
        if (await read(store)).total:
            raise ConfigurationError(f"a replay needs an empty store, and this one holds {name}")
    recorded = transcripts[result.reference]
    calls = [call for call in recorded if call.domain in wanted]
    result.left_out = len(recorded) - len(calls)
    await _run(store, transcripts, calls, result, live=True)
    return result


async def replay_final_reads(
    store: Store,
    transcripts: Mapping[str, Transcript],
    *,
    reference: str | None = None,
    domains: Collection[str] | None = None,
) -> Replay:
    """On a database that the original left, make the reading calls that came after all changes.

    The times that the original made up are known then, and have to be right to the millisecond.
    No rule about writing has a say: what the original wrote stands as it wrote it.
    """
    result = Replay(store.name, reference or choose_reference(store, transcripts), {})
    wanted = _wanted(store, domains)
    everything = transcripts[result.reference]
    changed = {call.domain: call.seq for call in everything if not call.reads}
    calls = [
        call
        for call in everything
        if call.domain in wanted and call.seq > changed.get(call.domain, -1)
    ]
    for seq in range(max((call.seq for call in calls), default=0) + 1):
        result.clock[seq] = Window(recorded_at(seq), recorded_at(seq))
    read = {call.seq for call in calls}
    reads = {
        name: [call for call in each if call.seq in read] for name, each in transcripts.items()
    }
    await _run(store, reads, calls, result, live=False)
    return result


def recorded_at(seq: int) -> datetime:
    """Return what the original's clock said, without moving, while a call was recorded."""
    return RECORDED_FROM + timedelta(seconds=seq)


async def _count_scores(store: Store) -> ScorePage:
    """Count scores, of which no list has all, as those that pruning would delete."""
    (report,) = await store.scores.prune({"scorers": 1}, dry_run=True)
    return ScorePage(scores=[], total=report.deleted, page=0, per_page=0, has_more=False)


def _entities(domain: str) -> tuple[str, Callable[[Store], Awaitable[Any]]]:
    """Return what a domain of versioned entities holds, and how to count it."""
    return domain.replace("_", " "), lambda store: getattr(store, domain).list(per_page=0)


_CONTENTS: Mapping[str, tuple[str, Callable[[Store], Awaitable[Any]]]] = {
    **{each.domain: _entities(each.domain) for each in EVERY},
    # Nothing lists all of them; they count on agents and skills.
    Domain.FAVORITES: _entities("agents"),
    Domain.MEMORY: ("threads", lambda store: store.memory.list_threads(per_page=0)),
    Domain.DATASETS: ("data sets", lambda store: store.datasets.list_datasets(per_page=0)),
    Domain.EXPERIMENTS: (
        "experiments",
        lambda store: store.experiments.list_experiments(per_page=0),
    ),
    Domain.OBSERVABILITY: ("traces", lambda store: store.observability.list_traces(per_page=0)),
    Domain.WORKFLOWS: ("runs", lambda store: store.workflows.list_workflow_runs(per_page=0)),
    Domain.SCORES: ("scores", _count_scores),
}
"""For each domain, what it holds, and how to count it."""


def _wanted(store: Store, domains: Collection[str] | None) -> set[str]:
    declared = {str(domain) for domain in store.capabilities.domains}
    return declared if domains is None else declared & set(domains)


async def _run(
    store: Store,
    transcripts: Mapping[str, Transcript],
    calls: Sequence[Call],
    result: Replay,
    *,
    live: bool,
) -> None:
    names = [result.reference, *(name for name in transcripts if name != result.reference)]
    sorter = _Sorter({name: transcripts[name] for name in names}, result.clock)
    end = now()
    for call in calls:
        start = await _later_than(end)
        try:
            ours = await perform(store, call, sorter.resolved(call.args))
        except KeyError as error:
            if not live:
                continue  # An id that a write returned: no read tells what it is.
            ours = Raised(None, f"an argument was never returned: {error.args[0]}")
        end = now()
        if live:
            result.clock[call.seq] = Window(start, end)
        result.verdicts.append(sorter.sort(call, ours))


async def _later_than(moment: datetime) -> datetime:
    """Wait for the next millisecond: no two calls share one, so a time tells its call."""
    while (at := now()) <= moment:  # noqa: ASYNC110 # no event tells that the clock has moved
        await asyncio.sleep(0.0005)
    return at


class _Sorter:
    """Compares answers with those of every backend, and learns what placeholders stand for."""

    def __init__(
        self, transcripts: Mapping[str, Sequence[Call]], clock: Mapping[int, Window]
    ) -> None:
        self._names = tuple(transcripts)
        self._calls = {
            name: {call.seq: call for call in calls} for name, calls in transcripts.items()
        }
        self._transcripts = transcripts
        self._clock = clock
        self._ids: dict[str, dict[int, str]] = {name: {} for name in transcripts}

    def sort(self, call: Call, ours: Answer) -> Verdict:
        # A backend that lacks a call has another one at its place now and then.
        recorded = {
            name: found
            for name in self._names
            if (found := self._calls[name].get(call.seq)) and found.method == call.method
        }
        raw = {name: self._compared(name, each, ours) for name, each in recorded.items()}
        for name, differences in raw.items():
            if not differences:
                status = Status.SAME if name == self._names[0] else Status.OTHER
                return Verdict(call, ours, status, (name,))
        for name, each in recorded.items():
            answer, used = explain(Seen(each, ours, self._earlier(name, each)))
            if used and not self._compared(name, replace(each, answer=answer), ours):
                return Verdict(call, ours, Status.RULE, tuple(rule.title for rule in used))
        return Verdict(call, ours, Status.UNEXPLAINED, (), tuple(raw[self._names[0]]))

    def _earlier(self, name: str, call: Call) -> list[Call]:
        return [
            each
            for each in self._transcripts[name]
            if each.domain == call.domain and each.seq < call.seq
        ]

    def _compared(self, name: str, recorded: Call, ours: Answer) -> list[str]:
        comparison = Comparison(self._clock, dict(self._ids[name]))
        equal = comparison.answers(ours, recorded.answer, recorded.method)
        self._ids[name] |= comparison.ids if equal else comparison.certain
        return comparison.differences

    def resolved(self, value: Any) -> Any:
        """Return arguments with values for their placeholders; `KeyError` if one has none."""
        if isinstance(value, tuple | list):
            return type(value)(map(self.resolved, value))
        if isinstance(value, dict):
            return {self.resolved(key): self.resolved(item) for key, item in value.items()}
        if isinstance(value, Template):
            return "".join(map(self.resolved, value.pieces))
        if not isinstance(value, Made):
            return value
        if value.number is None:
            raise KeyError(value)
        if value.kind == "uuid":
            return self._ids[self._names[0]][value.number]
        return self._clock[value.number].start
