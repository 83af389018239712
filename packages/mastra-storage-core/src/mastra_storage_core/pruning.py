"""Deleting what is too old: the loop over batches, its bounds and its reports, the same for every
domain and every backend.
"""

import asyncio
import inspect
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar, NamedTuple, TypeAlias

from mastra_storage_core import checks
from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.errors import InvalidInputError, StorageError, named
from mastra_storage_core.ids import now
from mastra_storage_core.retention import Policy, PruneReport, TablePolicies

Progress: TypeAlias = Callable[[PruneReport], object]
"""Told after each batch what has become of its table so far. What it raises ends the call."""


_LONGEST_PAUSE = 86_400
"""A day: who waits longer between two batches calls twice."""


class Batch(NamedTuple):
    """What one batch did."""

    deleted: int
    last: datetime | None
    """The time of the last row that was looked at, from which the next batch goes on; `None` where
    nothing is left.
    """


@dataclass(frozen=True, slots=True)
class PruneOptions:
    """The checked options of a call of `prune`."""

    dry_run: bool
    max_batches: int | None
    max_rows: int | None
    pause: float
    progress: Progress | None

    @classmethod
    def check(
        cls,
        dry_run: object,
        max_batches: object,
        max_rows: object,
        pause: object,
        progress: object,
    ) -> "PruneOptions":
        """Check what a caller passed; `InvalidInputError` otherwise."""
        seconds = isinstance(pause, (int, float)) and not isinstance(pause, bool)
        if not seconds or not 0 <= pause <= _LONGEST_PAUSE:  # type: ignore[operator] # a number
            raise InvalidInputError(
                f"pause must be a number of seconds from 0 to {_LONGEST_PAUSE}, not {named(pause)}"
            )
        if inspect.iscoroutinefunction(progress) or not (progress is None or callable(progress)):
            raise InvalidInputError("progress must be a plain function: it is not awaited")
        return cls(
            checks.flag(dry_run, "dry_run"),
            None if max_batches is None else checks.count(max_batches, "max_batches"),
            None if max_rows is None else checks.count(max_rows, "max_rows"),
            pause,  # type: ignore[arg-type] # as above
            progress,
        )

    def limit(self, batch_size: int, batches: int, deleted: int) -> int:
        """Return how many rows the next batch may delete: 0 where a bound is reached."""
        if self.max_batches is not None and batches >= self.max_batches:
            return 0
        return batch_size if self.max_rows is None else min(batch_size, self.max_rows - deleted)

    def most(self, batch_size: int) -> int | None:
        """Return how many rows a table may lose in all, or `None` where no bound says."""
        by_batches = None if self.max_batches is None else self.max_batches * batch_size
        return min((n for n in (by_batches, self.max_rows) if n is not None), default=None)


class PrunableDomain(StorageDomain):
    """A domain with tables that can be pruned.

    Which tables is said by a class of policies (`mastra_storage_core.retention`). A backend
    implements two methods for them, and tells tables apart by the names of the fields.
    """

    prunable: ClassVar[type[TablePolicies]]
    """The class whose fields are the tables."""

    @operation
    async def prune(
        self,
        policies: TablePolicies | Mapping[str, Any],
        *,
        dry_run: bool = False,
        max_batches: int | None = None,
        max_rows: int | None = None,
        pause: float = 0.02,
        progress: Progress | None = None,
    ) -> list[PruneReport]:
        """Delete rows of this domain that are too old, as `Store.prune` does; return one report for
        each table of the policies.
        """
        given = self.prunable.check(policies).given()
        options = PruneOptions.check(dry_run, max_batches, max_rows, pause, progress)
        at, domain = now(), Domain(self.domain)
        reports = {
            table: PruneReport(
                domain=domain, table=table, cutoff=at - policy.max_age, dry_run=options.dry_run
            )
            for table, policy in given
        }
        try:
            for table, policy in given:
                await self._prune_table(reports, table, policy, options)
        except StorageError as error:
            attach(error, reports.values())
            raise
        return list(reports.values())

    async def _prune_table(
        self, reports: dict[str, PruneReport], table: str, policy: Policy, options: PruneOptions
    ) -> None:
        """Delete, or count, until nothing is left or a bound is reached; keep the report."""
        report = reports[table]

        def tell(deleted: int, *, done: bool) -> None:
            changes = {"deleted": deleted, "done": done}
            reports[table] = told = report.model_copy(update=changes)
            if options.progress is not None:
                options.progress(told)

        if options.dry_run:
            count, most = (
                await self._count_prunable(table, report.cutoff),
                options.most(policy.batch_size),
            )
            tell(count if most is None else min(count, most), done=most is None or count < most)
            return
        deleted, batches, since = 0, 0, None
        while limit := options.limit(policy.batch_size, batches, deleted):
            if batches:
                await asyncio.sleep(options.pause)
            batch = await self._prune_batch(table, report.cutoff, limit, since)
            deleted, batches, since = deleted + batch.deleted, batches + 1, batch.last
            tell(deleted, done=since is None)
            if since is None:
                return

    @abstractmethod
    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        """Delete at most `limit` rows with all that they own, in one transaction: the oldest ones
        of those whose time lies before `before`, and not before `since` where that is given. Where
        there were so many, the batch names the time of the last of them.
        """

    @abstractmethod
    async def _count_prunable(self, table: str, before: datetime) -> int:
        """Count the rows whose time lies before `before`."""


def attach(error: BaseException, reports: Iterable[PruneReport]) -> None:
    """Tell in notes of an error what was done before it."""
    for report in reports:
        ended = "done" if report.done else "not done"
        error.add_note(
            f"prune of {report.domain}.{report.table}: {report.deleted:,} deleted, {ended}"
        )


async def prune_domains(
    wanted: Sequence[tuple[PrunableDomain, TablePolicies]], options: PruneOptions
) -> list[PruneReport]:
    """Prune domains, those of one store one after the other, and stores at the same time.

    Where some fail, the first failure is raised once the others are done. What `progress` raises
    stops all of them, between two batches or in one that is rolled back.
    """
    reports: list[list[PruneReport]] = [[] for _ in wanted]
    failures: list[StorageError] = []

    async def prune_store(places: list[int]) -> None:
        for place in places:
            domain, policies = wanted[place]
            try:
                reports[place] = await domain.prune(policies, **asdict(options))
            except StorageError as error:
                failures.append(error)

    stores = [domain.store for domain, _ in wanted]
    try:
        async with asyncio.TaskGroup() as group:
            for store in dict.fromkeys(stores):
                places = [place for place, each in enumerate(stores) if each is store]
                group.create_task(prune_store(places))
    except BaseExceptionGroup as stopped:
        raise stopped.exceptions[0] from None
    found = [report for each in reports for report in each]
    if failures:
        attach(failures[0], found)
        raise failures[0]
    return found
