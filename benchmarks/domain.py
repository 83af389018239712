"""What is measured of a domain: its workloads, the rows they find, and who takes part."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from mastra_storage_core.store import Store

from benchmarks.contender import Contender, Job, Tables
from benchmarks.mastra import Client, Original
from benchmarks.raw_postgres import RawPostgres
from benchmarks.raw_sqlite import RawSqlite

Kind: TypeAlias = Literal["point read", "point write", "batch", "list", "whole"]
Peer: TypeAlias = Callable[[str], Awaitable[Contender]]
"""Opens a peer on an empty database by its URL, and fills it with what the workloads are about."""


@dataclass(frozen=True)
class Workload:
    name: str
    kind: Kind
    prepare: Callable[[Any], Job]
    """Make the input of one call by a contender of the domain; what it returns is timed."""
    calls: int
    """How often in each round."""
    items: int = 1
    """How many messages a call is about, where its time is told for each."""
    at_once: int = 1
    """How many callers there are."""
    large: bool = False
    """Whether it finds the large tables."""
    flat: str = ""
    """The workload on small tables that takes as long, or should."""


@dataclass(frozen=True)
class Domain:
    name: str
    workloads: Sequence[Workload]
    tables: Callable[[int | None], Tables]
    """The small tables, or the large ones with so many rows."""
    ours: Callable[[Store], Contender]
    raw_sqlite: type[RawSqlite]
    raw_postgres: type[RawPostgres]
    mastra: Callable[[Client], Original]
    peers: Mapping[str, str] = field(default_factory=dict)
    """What else keeps the same thing, by its name: the modules whose `open_peer` is a `Peer`. They
    are imported when they take part, for some import for seconds.
    """
