"""The loop of `prune`: batches, bounds, pauses, reports, failures. The domains here only count."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest
from mastra_storage_core import (
    BusyError,
    Capabilities,
    ConfigurationError,
    Domain,
    InvalidInputError,
    MemoryRetention,
    Policy,
    PruneReport,
    Retention,
    Store,
    pruning as module,
)
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.pruning import Batch, PrunableDomain
from mastra_storage_core.retention import TablePolicies

pytestmark = pytest.mark.asyncio

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


class Rows(PrunableDomain):
    """A domain that has so many old rows of each table, all of one time."""

    domain: ClassVar[str] = "memory"
    prunable: ClassVar[type[TablePolicies]] = MemoryRetention

    def __init__(self, **old: int) -> None:
        super().__init__(store_name="FAKE")
        self.old = old
        self.asked: list[tuple[str, int, datetime | None]] = []
        self.cutoffs: set[datetime] = set()
        self.fails_at = -1

    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        if len(self.asked) == self.fails_at:
            raise BusyError
        self.asked.append((table, limit, since))
        self.cutoffs.add(before)
        deleted = min(limit, self.old[table])
        self.old[table] -= deleted
        return Batch(deleted, NOON if deleted == limit else None)

    async def _count_prunable(self, table: str, before: datetime) -> int:
        return self.old[table]


class Shelf(Store):
    """A store of any domains."""

    name: ClassVar[str] = "FAKE"
    capabilities = Capabilities(frozenset(), frozenset())

    def __init__(self, *domains: StorageDomain, retention: Any = None) -> None:
        async def nothing() -> None:
            """Open or close nothing."""

        found = {Domain(each.domain): each for each in domains}
        super().__init__(Lifecycle(nothing, nothing), found, retention=retention)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is always noon."""
    monkeypatch.setattr(module, "now", lambda: NOON)


def threads(batch_size: int = 10) -> dict[str, Any]:
    return {"memory": {"threads": Policy(max_age="1d", batch_size=batch_size)}}


def short(reports: list[PruneReport]) -> list[tuple[str, int, bool]]:
    return [(report.table, report.deleted, report.done) for report in reports]


async def test_batches_follow_one_another_until_one_is_short() -> None:
    rows = Rows(threads=25)

    reports = await Shelf(rows).prune(threads(), pause=0)

    assert short(reports) == [("threads", 25, True)]
    assert rows.asked == [("threads", 10, None), ("threads", 10, NOON), ("threads", 10, NOON)]


async def test_a_report_says_what_was_asked_and_what_came_of_it() -> None:
    (report,) = await Shelf(Rows(threads=3)).prune(threads())

    assert report == PruneReport(
        domain=Domain.MEMORY,
        table="threads",
        deleted=3,
        done=True,
        cutoff=NOON - timedelta(days=1),
        dry_run=False,
    )
    assert report.model_dump(mode="json", by_alias=True)["dryRun"] is False


async def test_the_retention_of_the_store_counts_unless_the_call_has_its_own() -> None:
    rows = Rows(threads=1, messages=1)
    store = Shelf(rows, retention={"memory": {"threads": "1d"}})

    assert short(await store.prune({"memory": {"messages": "1d"}})) == [("messages", 1, True)]
    assert short(await store.prune()) == [("threads", 1, True)]
    assert await store.prune({}) == await Shelf(rows).prune() == []


async def test_tables_have_a_fixed_order_and_one_moment() -> None:
    rows = Rows(threads=1, messages=1, resources=1)
    policies = dict.fromkeys(("resources", "messages", "threads"), "2h")

    reports = await Shelf(rows).prune({"memory": policies})

    assert [report.table for report in reports] == ["threads", "messages", "resources"]
    assert rows.cutoffs == {NOON - timedelta(hours=2)}


@pytest.mark.parametrize(
    ("bounds", "deleted", "done"),
    [
        ({"max_rows": 0}, 0, False),
        ({"max_rows": 7}, 7, False),
        ({"max_rows": 10}, 10, False),
        ({"max_rows": 25}, 25, False),
        ({"max_rows": 26}, 25, True),
        ({"max_batches": 0}, 0, False),
        ({"max_batches": 2}, 20, False),
        ({"max_batches": 3}, 25, True),
        ({"max_batches": 2, "max_rows": 12}, 12, False),
        ({"max_batches": 1, "max_rows": 12}, 10, False),
    ],
)
@pytest.mark.parametrize("dry_run", [False, True])
async def test_bounds_hold_for_each_table_and_a_dry_run_foresees_them(
    bounds: dict[str, Any], deleted: int, done: bool, dry_run: bool
) -> None:
    rows = Rows(threads=25, messages=25)
    policy = Policy(max_age="1d", batch_size=10)
    both = {"memory": {"threads": policy, "messages": policy}}

    reports = await Shelf(rows).prune(both, dry_run=dry_run, pause=0, **bounds)

    assert short(reports) == [("threads", deleted, done), ("messages", deleted, done)]
    assert rows.old["messages"] == (25 if dry_run else 25 - deleted)


async def test_progress_is_told_after_each_batch() -> None:
    told: list[PruneReport] = []

    reports = await Shelf(Rows(threads=15, messages=0)).prune(
        {"memory": {**threads()["memory"], "messages": "1d"}}, pause=0, progress=told.append
    )

    assert short(told) == [("threads", 10, False), ("threads", 15, True), ("messages", 0, True)]
    assert reports == told[1:]


async def test_what_progress_raises_ends_the_call_and_the_next_one_goes_on() -> None:
    rows = Rows(threads=25)

    def stop(report: PruneReport) -> None:
        raise KeyError(report.deleted)

    with pytest.raises(KeyError, match="10"):
        await Shelf(rows).prune(threads(), progress=stop)

    assert rows.old["threads"] == 15
    assert short(await Shelf(rows).prune(threads(), pause=0)) == [("threads", 15, True)]


async def test_between_batches_there_is_a_pause_and_a_cancellation_is_heard() -> None:
    rows = Rows(threads=25)
    pruning = asyncio.create_task(Shelf(rows).prune(threads(), pause=60))
    await asyncio.sleep(0.01)

    pruning.cancel()
    await asyncio.wait([pruning])

    assert pruning.cancelled()
    assert rows.old["threads"] == 15


async def test_without_a_pause_others_have_their_turn_all_the_same() -> None:
    rows = Rows(threads=1000)
    pruning = asyncio.create_task(Shelf(rows).prune(threads(1), pause=0))
    for _ in range(10):
        await asyncio.sleep(0)

    assert not pruning.done()
    await pruning


async def test_a_domain_that_a_store_lacks_is_left_out() -> None:
    class Other(StorageDomain):
        domain = "memory"

    retention = {"memory": {"threads": "1d"}}

    assert await Shelf(retention=retention).prune() == []
    assert await Shelf(Other(store_name="FAKE"), retention=retention).prune() == []


class Both(Retention):
    """A retention of two domains with the same tables."""

    workflows: Any = MemoryRetention()


class OtherRows(Rows):
    domain: ClassVar[str] = "workflows"


@pytest.mark.parametrize("fails", [0, 1])
async def test_a_domain_that_fails_does_not_stop_the_others(fails: int) -> None:
    domains = [Rows(threads=5), OtherRows(threads=7)]
    domains[fails].fails_at = 0
    policies = MemoryRetention(threads=Policy(max_age="1d"))

    with pytest.raises(BusyError) as caught:
        await Shelf(*domains).prune(Both(memory=policies, workflows=policies))

    assert [rows.old["threads"] for rows in domains] == [[5, 0], [0, 7]][fails]
    ended = ["5 deleted, done", "7 deleted, done"]
    ended[fails] = "0 deleted, not done"
    names = ["memory", "workflows"]
    notes = {f"prune of {name}.threads: {end}" for name, end in zip(names, ended, strict=True)}
    assert set(caught.value.__notes__) == notes
    assert caught.value.operation == f"{names[fails]}.prune"


async def test_of_two_failures_the_first_is_raised() -> None:
    domains = [Rows(threads=5), OtherRows(threads=5)]
    for rows in domains:
        rows.fails_at = 0
    policies = MemoryRetention(threads=Policy(max_age="1d"))

    with pytest.raises(BusyError, match=r"^memory\.prune"):
        await Shelf(*domains).prune(Both(memory=policies, workflows=policies))


async def test_a_failure_names_the_operation_and_tells_what_was_done_before() -> None:
    rows = Rows(threads=25, messages=5, resources=5)
    rows.fails_at = 4
    policies = {**threads()["memory"], "messages": "1d", "resources": "1d"}

    with pytest.raises(BusyError) as caught:
        await Shelf(rows).prune({"memory": policies}, pause=0)

    assert caught.value.mastra_id == "MASTRA_STORAGE_FAKE_PRUNE_BUSY"
    assert caught.value.__notes__ == [
        "prune of memory.threads: 25 deleted, done",
        "prune of memory.messages: 5 deleted, done",
        "prune of memory.resources: 0 deleted, not done",
    ]


WRONG_OPTIONS: list[dict[str, Any]] = [
    *({"dry_run": value} for value in (None, 1, "yes")),
    *({name: value} for name in ("max_batches", "max_rows") for value in (-1, 1.5, True, "1")),
    *({"pause": value} for value in (-1, float("nan"), float("inf"), True, "1", None, 10**400)),
    *({"progress": value} for value in (5, "print", asyncio.sleep)),
]


@pytest.mark.parametrize("options", WRONG_OPTIONS, ids=lambda options: f"{options!r:.25}")
@pytest.mark.parametrize("retention", [None, {"memory": {"threads": "1d"}}])
async def test_wrong_options_are_refused_before_anything_is_done(
    options: dict[str, Any], retention: Any
) -> None:
    rows = Rows(threads=1)

    with pytest.raises(InvalidInputError):
        await Shelf(rows).prune(retention, **options)
    if retention:
        with pytest.raises(InvalidInputError):
            await rows.prune(retention["memory"], **options)

    assert rows.old["threads"] == 1


async def test_a_wrong_retention_is_refused_where_it_is_given() -> None:
    wrong = {"memory": {"threads": "30 dayz"}}

    with pytest.raises(ConfigurationError):
        Shelf(retention=wrong)
    with pytest.raises(ConfigurationError, match=r"^prune: invalid retention duration"):
        await Shelf().prune(wrong)
