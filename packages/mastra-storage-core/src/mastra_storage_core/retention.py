"""How long rows are kept: a policy for each table of a domain, and what `prune` says of it. Values
only.

A table that can be pruned is a field of its domain's class here; its name is the key in settings
and in reports.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeAlias

from pydantic import BeforeValidator, model_validator
from pydantic.alias_generators import to_camel

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.errors import ConfigurationError, named
from mastra_storage_core.model import StorageModel, UtcDatetime

Age: TypeAlias = timedelta | int | str
"""A `timedelta`, a whole number of milliseconds, or a number with a unit: `30d`, `1.5h`. The units
are ms, s, m, h, d and w.
"""

_UNITS = {
    "ms": "milliseconds",
    "s": "seconds",
    "m": "minutes",
    "h": "hours",
    "d": "days",
    "w": "weeks",
}
_AGE = re.compile(r"(\d+(?:\.\d+)?)(ms|[smhdw])", re.ASCII)
_LONGEST = timedelta(days=365_000)
"""A thousand years: no cutoff lies before the first year that a date can have."""
_LARGEST_BATCH = 2**31 - 1


def _age(value: object) -> timedelta:
    """Return an age as a duration."""
    try:
        age = _measured(value)
    except OverflowError:
        age = timedelta.max
    if age is None:
        raise ConfigurationError(
            f"invalid retention duration {_shown(value)}: give a timedelta, a whole number of "
            "milliseconds, or a number with a unit (ms, s, m, h, d, w), such as '30d'"
        )
    if not timedelta(0) < age <= _LONGEST:
        raise ConfigurationError(
            f"a retention duration is above 0 and at most a thousand years, not {named(value)}"
        )
    return age


def _measured(value: object) -> timedelta | None:
    if isinstance(value, timedelta):
        return value
    if isinstance(value, str) and (match := _AGE.fullmatch(value)):
        return timedelta(**{_UNITS[match[2]]: float(match[1])})
    if isinstance(value, int) and not isinstance(value, bool):
        return timedelta(milliseconds=value)
    return None


def _batch_size(value: object) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or not 0 < value <= _LARGEST_BATCH:  # type: ignore[operator] # it is an integer
        raise ConfigurationError(
            f"the batch_size of a retention policy is a positive whole number, not {_shown(value)}"
        )
    return value  # type: ignore[return-value] # as above


def _shown(value: object) -> str:
    return named(value) if isinstance(value, (str, int, float)) else type(value).__name__


class _Settings(StorageModel):
    """A mapping with known keys, in either spelling. What does not fit is `ConfigurationError`."""

    _kind: ClassVar[str]
    """What a key names."""

    @classmethod
    def check(cls, given: object) -> Self:
        """Return settings that may have been given as a plain mapping."""
        return cls.model_validate(given)

    @model_validator(mode="before")
    @classmethod
    def _known(cls, given: Any) -> Any:
        return given if isinstance(given, cls) else cls._by_field(cls._mapping(given))

    @classmethod
    def _mapping(cls, given: object) -> Mapping[Any, Any]:
        if not isinstance(given, Mapping):
            raise ConfigurationError(
                "retention is a mapping of domains to tables to policies; where it should name a "
                f"{cls._kind} there is a value of type {type(given).__name__}"
            )
        return given

    @classmethod
    def _by_field(cls, given: Mapping[Any, Any]) -> dict[str, Any]:
        fields = {spelled: name for name in cls.model_fields for spelled in (name, to_camel(name))}
        found: dict[str, Any] = {}
        for key, value in given.items():
            if key not in fields:
                (nearest,) = get_close_matches(str(key), cls.model_fields, n=1, cutoff=0)
                raise ConfigurationError(
                    f"retention knows no {cls._kind} {named(key)}; the nearest is {named(nearest)}"
                )
            if fields[key] in found:
                raise ConfigurationError(f"retention names the {cls._kind} {named(key)} twice")
            found[fields[key]] = value
        return found


class Policy(_Settings):
    """How long the rows of a table are kept, and how many of them one batch may delete.

    Where a policy is expected, a bare duration is one: `"30d"` is `Policy(max_age="30d")`.
    """

    _kind = "setting"

    max_age: Annotated[timedelta, BeforeValidator(_age)]
    """Rows that are older than this go. Above 0, and at most a thousand years."""
    batch_size: Annotated[int, BeforeValidator(_batch_size)] = 1000
    """A batch is one transaction: a smaller one lets other writers in more often."""

    if TYPE_CHECKING:
        # What type checkers let pass: an age has three spellings, and is read as one.
        def __init__(self, *, max_age: Age, batch_size: int = 1000) -> None: ...

    @classmethod
    def _mapping(cls, given: object) -> Mapping[Any, Any]:
        return given if isinstance(given, Mapping) else {"max_age": given}

    @classmethod
    def _by_field(cls, given: Mapping[Any, Any]) -> dict[str, Any]:
        found = super()._by_field(given)
        if "max_age" not in found:
            raise ConfigurationError("a retention policy needs a max_age")
        return found


class TablePolicies(_Settings):
    """The policies of one domain. Each field is a table that can be pruned."""

    _kind = "table"

    def given(self) -> list[tuple[str, Policy]]:
        """Return the tables that have a policy, in the order of the fields."""
        found = ((name, getattr(self, name)) for name in type(self).model_fields)
        return [(name, policy) for name, policy in found if policy is not None]


class MemoryRetention(TablePolicies):
    """The tables of the memory domain."""

    threads: Policy | None = None
    """By `updated_at`, which every saved message raises. A thread goes with everything it owns, as
    in `delete_thread`.
    """
    messages: Policy | None = None
    """By `created_at`. Their threads stay as they are."""
    resources: Policy | None = None
    """By `updated_at`. Threads and observational memory of the resource stay as they are."""


class WorkflowRetention(TablePolicies):
    """The tables of the workflows domain."""

    workflow_snapshot: Policy | None = None
    """Runs, by `updated_at`, that have come to an end. One that is suspended, running, waiting,
    pending or paused, or whose status nobody here knows, never goes.
    """


class ObservabilityRetention(TablePolicies):
    """The tables of the observability domain."""

    spans: Policy | None = None
    """Traces, whole: by the `started_at` of the span that started last, so that one to which
    something was added of late stays as it is.
    """
    logs: Policy | None = None
    """By `timestamp`. Each of these signals has a time of its own to stay: it stays when its trace
    is pruned, and its trace stays when it is.
    """
    metrics: Policy | None = None
    """As `logs`."""
    scores: Policy | None = None
    """As `logs`."""
    feedback: Policy | None = None
    """As `logs`."""


class ScoreRetention(TablePolicies):
    """The tables of the scores domain."""

    scorers: Policy | None = None
    """Scores, by `created_at`. What they are about stays as it is."""


class Retention(_Settings):
    """What is kept for how long: policies by domain and table.

    Wherever one is expected, a plain mapping is one: `{"memory": {"threads": "30d"}}`. Keys are in
    snake_case or in the original's camelCase. Anything else is `ConfigurationError`.
    """

    _kind = "domain"

    memory: MemoryRetention = MemoryRetention()
    workflows: WorkflowRetention = WorkflowRetention()
    observability: ObservabilityRetention = ObservabilityRetention()
    scores: ScoreRetention = ScoreRetention()

    def given(self) -> list[tuple[Domain, TablePolicies]]:
        """Return the domains with a policy for any of their tables, in the order of the fields."""
        found = ((Domain(to_camel(name)), getattr(self, name)) for name in type(self).model_fields)
        return [(domain, policies) for domain, policies in found if policies.given()]


class PruneReport(StorageModel):
    """What `prune` did to one table."""

    domain: Domain
    table: str
    """The key of the table in `Retention`, such as `threads`."""
    deleted: int = 0
    """How many rows of this table went: a thread counts as one, whatever went with it. With
    `dry_run`, how many would have gone, the table taken by itself.
    """
    done: bool = False
    """Whether nothing older is left; false where a bound or an error ended it."""
    cutoff: UtcDatetime
    """Rows before this moment go."""
    dry_run: bool = False
