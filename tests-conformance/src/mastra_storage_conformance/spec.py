"""What the suite asks, as data: its version, its cases, and which grade each of them counts for."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from mastra_storage_core import Domain, Feature

from mastra_storage_conformance._version import __version__

SPEC = ".".join(__version__.split(".")[:2])
"""The version of the contract: that of this package without its patch."""

FIRST = "0.1"
"""The version that every case has been in since, unless a mark `mastra_since` says a later one."""

REQUIRED_DOMAINS = frozenset({Domain.MEMORY, Domain.WORKFLOWS})
"""Without these there is no grade; cases of the other domains count where they are declared."""


class Grade(StrEnum):
    """What a backend has shown. Each is all or nothing, and all stand on `core`."""

    CORE = "core"
    """Every promise of memory, of workflows and of each further domain that is declared."""
    DURABLE = "durable"
    """Acknowledged writes survive closing, other processes, crowds, cancellation and a kill."""
    COMPATIBLE = "compatible"
    """Answers are those that Mastra itself was recorded to give, but for documented rules."""
    SCALABLE = "scalable"
    """The number of trips to the database does not grow with what is stored or passed."""


GRADES: Mapping[str, Grade] = {
    "cancellation": Grade.DURABLE,
    "cancellation_everywhere": Grade.DURABLE,
    "concurrency": Grade.DURABLE,
    "datasets_concurrency": Grade.DURABLE,
    "economy": Grade.SCALABLE,
    "experiments_concurrency": Grade.DURABLE,
    "memory_formats": Grade.COMPATIBLE,
    "replayed": Grade.COMPATIBLE,
    "scores_legacy": Grade.COMPATIBLE,
    "scores_legacy_traces": Grade.COMPATIBLE,
    "versioned_concurrency": Grade.DURABLE,
    "workflows_concurrency": Grade.DURABLE,
}
"""The grades of suites. Those that are not in here count for `core`; a case that needs the feature
`durable` counts for the grade of that name, wherever it is."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the suite, without the parameters that it may run with."""

    name: str
    """Such as `TestClose.test_closing_twice_does_nothing`."""
    grade: Grade
    since: str
    domains: tuple[str, ...]
    promise: str
    """What is promised, in one line: the name as words."""
    why: str
    """What it is about, and why it matters where the case says so: a rule, a known bug."""


@cache
def cases() -> Mapping[str, Case]:
    """Return every case of the suite by its name."""
    from mastra_storage_conformance import suites  # not earlier: its asserts are rewritten

    classes = [getattr(suites, name) for name in suites.__all__]
    return {case.name: case for owner in classes for case in _cases_of(owner)}


def _cases_of(owner: type) -> Iterator[Case]:
    suite = owner.__module__.rpartition(".")[2]
    for name in filter(lambda name: name.startswith("test_"), dir(owner)):
        function = getattr(owner, name)
        marks = [*_marks(owner), *_marks(function)]
        durable = Feature.DURABLE in _named(marks, "mastra_feature")
        since = _named(marks, "mastra_since")
        yield Case(
            name=f"{owner.__name__}.{name}",
            grade=Grade.DURABLE if durable else GRADES.get(suite, Grade.CORE),
            since=since[-1] if since else FIRST,
            domains=_named(marks, "mastra_domain"),
            promise=name.removeprefix("test_").replace("_", " "),
            why=" ".join(filter(None, map(_text, (owner, function)))),
        )


def _marks(thing: object) -> list[Any]:
    return list(getattr(thing, "pytestmark", ()))


def _named(marks: list[Any], name: str) -> tuple[str, ...]:
    return tuple(str(value) for mark in marks if mark.name == name for value in mark.args)


def _text(thing: object) -> str:
    return " ".join((inspect.getdoc(thing) or "").split())
