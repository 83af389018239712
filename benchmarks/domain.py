"""What is measured of a domain: its workloads, the rows they find, and who takes part."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from mastra_storage_core.store import Store

from benchmarks.contender import Contender, Tables
from benchmarks.raw_postgres import RawPostgres
from benchmarks.raw_sqlite import RawSqlite

Job: TypeAlias = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Workload:
    name: str
    prepare: Callable[[Any], Job]
    """Make the input of one call by a contender of the domain; what it returns is timed."""
    calls: int
    """How often in each round."""
    items: int = 1
    """How many messages a call is about, where its time is told for each."""
    recorded: Mapping[str, int] = field(default_factory=dict)
    """Microseconds of Mastra in TypeScript on another machine of two cores, by backend, for scale.
    """


@dataclass(frozen=True)
class Domain:
    name: str
    workloads: Sequence[Workload]
    tables: Tables
    ours: Callable[[Store], Contender]
    raw_sqlite: type[RawSqlite]
    raw_postgres: type[RawPostgres]
