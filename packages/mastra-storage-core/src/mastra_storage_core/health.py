"""What `Store.health` reports, and how a status is made of what was measured."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from mastra_storage_core import checks
from mastra_storage_core.errors import InvalidInputError, StorageError, named
from mastra_storage_core.ids import now
from mastra_storage_core.model import StorageModel, UtcDatetime

LARGE_WAL = 256 * 1024 * 1024
"""Bytes. SQLite empties its log whenever it has grown by 4 MB; one that is this large is held back
by a reader that does not end, and slows down every read.
"""
_LARGEST_SAMPLE = 1_000_000
_LONGEST = 3600
_SHOWN = 5
"""How many names a message holds."""


class HealthStatus(StrEnum):
    """How a store is, from best to worst."""

    OK = "ok"
    """It answers, and nothing was found."""
    DEGRADED = "degraded"
    """It answers, and something needs somebody's attention: see the reasons."""
    DOWN = "down"
    """It did not answer: a call would fail now."""


class HealthCode(StrEnum):
    """Why a store is not `ok`. Of one that is down it may also be the code of an error, such as
    `UNAVAILABLE`.
    """

    TIMEOUT = "TIMEOUT"
    """It did not answer in time."""
    SCHEMA_PENDING = "SCHEMA_PENDING"
    """Something is missing that `init` would make."""
    READ_ONLY = "READ_ONLY"
    """It can be read, and not written."""
    POOL_EXHAUSTED = "POOL_EXHAUSTED"
    """Every connection is in use, and calls wait for one."""
    WAL_LARGE = "WAL_LARGE"
    """SQLite's log has grown beyond 256 MB."""
    TIMES_DISAGREE = "TIMES_DISAGREE"
    """A time says another instant than its mirror, in some of the rows that were looked at."""


class HealthReason(StorageModel):
    """One thing that is wrong."""

    code: str
    """A `HealthCode`, or the code of an error."""
    message: str
    """What it is, in words of ours: no contents, no secrets, nothing of a driver's."""
    retryable: bool = False
    """Whether it may pass by itself."""
    store: str
    """The backend, such as `PG`."""


class PoolHealth(StorageModel):
    """Connections, as they are at this moment. To look costs no I/O."""

    size: int
    """How many are open."""
    idle: int
    """How many of these nobody uses."""
    waiting: int
    """How many calls wait for one."""
    limit: int
    """How many there may be."""


class TimesHealth(StorageModel):
    """How times agree with their mirrors, the columns whose names end in `Z`, in rows taken at
    random.
    """

    rows: int
    """How many rows were looked at."""
    disagreeing: int
    """In how many of them a time and its mirror are different instants. A mirror that is empty does
    not count.
    """
    tables: dict[str, int]
    """The same for each table that has any."""


class Vitals(StorageModel):
    """What a backend measures of itself; what it cannot is `None`, or empty."""

    round_trip_ms: float | None = None
    """From the call to the first answer, waiting for a connection included."""
    engine: str | None = None
    """The database and its version, such as `SQLite 3.45.1`."""
    settings: Mapping[str, str] = Field(default_factory=dict)
    """Settings of the database that decide what outlives a crash; see Durability."""
    mastra_version: str | None = None
    """Of which Mastra the tables are that this version of the package makes."""
    pending: tuple[str, ...] = ()
    """Tables, columns, constraints and triggers that `init` would make. Empty when it has run."""
    pending_indexes: tuple[str, ...] = ()
    """Indexes that are missing. No method needs them, but lists may be slow: `build_indexes`."""
    newer: tuple[str, ...] = ()
    """Tables and columns that this version does not know; a newer Mastra may have added them. They
    are kept, and nothing reads them.
    """
    pool: PoolHealth | None = None
    wal_bytes: int | None = None
    """How large SQLite's log is beside its file."""
    read_only: bool | None = None
    """Whether it can be read only: a replica, or a file that may not be written."""
    times: TimesHealth | None = None
    """`None` unless rows were asked for, and where times have no mirrors."""


class Health(Vitals):
    """How a store was when it was asked."""

    store: str
    """The backend, such as `LIBSQL`."""
    status: HealthStatus
    """`ok` exactly when there are no reasons."""
    reasons: tuple[HealthReason, ...] = ()
    checked_at: UtcDatetime
    backends: tuple["Health", ...] = ()
    """Of a composite, how each of its backends is. It is itself as the worst of them."""


@dataclass(frozen=True, slots=True)
class HealthOptions:
    """The checked options of a call of `health`."""

    sample: int
    timeout: float

    @classmethod
    def check(cls, sample: object, timeout: object) -> "HealthOptions":
        """Check what a caller passed; `InvalidInputError` otherwise."""
        seconds = checks.number(timeout, "timeout")
        if not 0 < seconds <= _LONGEST:
            raise InvalidInputError(
                f"timeout must be a number of seconds above 0, {_LONGEST} at the most, "
                f"not {named(timeout)}"
            )
        return cls(checks.count(sample, "sample", _LARGEST_SAMPLE), seconds)


async def examine(
    store: str,
    measure: Callable[[], Awaitable[Vitals]],
    pool: Callable[[], PoolHealth | None],
    seconds: float,
) -> Health:
    """Measure a store, whatever becomes of it."""
    try:
        async with asyncio.timeout(seconds):
            vitals = await measure()
    except TimeoutError:
        late = f"no answer within {seconds:g} seconds"
        return _down(store, pool(), HealthCode.TIMEOUT, late, retryable=True)
    except StorageError as error:
        return _down(store, pool(), error.code, Exception.__str__(error), retryable=error.retryable)
    except Exception as error:  # noqa: BLE001 - a check must not be what fails
        return _down(store, pool(), StorageError.code, f"it raised {type(error).__name__}")
    reasons = tuple(
        HealthReason(code=code, message=message, retryable=passes, store=store)
        for code, message, passes in _found(vitals)
    )
    status = HealthStatus.DEGRADED if reasons else HealthStatus.OK
    measured = dict(vitals)
    return Health(store=store, status=status, reasons=reasons, checked_at=now(), **measured)


def joined(store: str, backends: tuple[Health, ...]) -> Health:
    """Return how a store is that is made of others: as the worst of them."""
    worst = max((each.status for each in backends), key=list(HealthStatus).index)
    trips = [each.round_trip_ms for each in backends if each.round_trip_ms is not None]
    return Health(
        store=store,
        status=worst,
        reasons=tuple(reason for each in backends for reason in each.reasons),
        checked_at=now(),
        round_trip_ms=max(trips, default=None),
        backends=backends,
    )


def _down(
    store: str, pool: PoolHealth | None, code: str, message: str, *, retryable: bool = False
) -> Health:
    reason = HealthReason(code=code, message=message, retryable=retryable, store=store)
    down = HealthStatus.DOWN
    return Health(store=store, status=down, reasons=(reason,), checked_at=now(), pool=pool)


def _found(vitals: Vitals) -> list[tuple[HealthCode, str, bool]]:
    """Return what is wrong with a store that answers: a code, words, whether it may pass."""
    found = []
    if vitals.pending:
        names = ", ".join(vitals.pending[:_SHOWN])
        rest = len(vitals.pending) - _SHOWN
        more = f" and {rest} more" if rest > 0 else ""
        found.append((HealthCode.SCHEMA_PENDING, f"init() would make {names}{more}", False))
    if vitals.read_only:
        found.append((HealthCode.READ_ONLY, "the database can only be read", False))
    if (pool := vitals.pool) and pool.waiting and not pool.idle and pool.size >= pool.limit:
        words = f"all {pool.size} connections are in use, and {pool.waiting} calls wait"
        found.append((HealthCode.POOL_EXHAUSTED, words, True))
    if (size := vitals.wal_bytes or 0) > LARGE_WAL:
        words = f"the log beside the file has {size:,} bytes: a reader may hold it"
        found.append((HealthCode.WAL_LARGE, words, True))
    if (times := vitals.times) and times.disagreeing:
        words = f"{times.disagreeing:,} of {times.rows:,} rows disagree with their mirrors"
        found.append((HealthCode.TIMES_DISAGREE, words, False))
    return found
