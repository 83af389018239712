"""A database that we make is one that the original makes, and neither changes the other's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from interop.domains import DOMAINS
from interop.domains.domain import Domain
from interop.layout import ADDITION, everything, execute, layout, qualified
from interop.places import Place
from interop.side import Side

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.shows("schema")]
each_domain = pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)
GOLDEN = Path(__file__).parents[2] / "tests-conformance" / "golden" / "public"
TABLES = [table for domain in DOMAINS for table in domain.tables]


async def initialise(side: Side, *places: Place) -> None:
    """Open places and close them again."""
    for place in places:
        await (await side.open(place)).close()


@each_domain
async def test_both_make_the_same(
    domain: Domain, new_place: Callable[[], Place], python: Side, typescript: Side
) -> None:
    ours, original = new_place(), new_place()

    await initialise(python, ours)
    await initialise(typescript, original)

    expected = await layout(original, domain.tables)
    assert expected
    assert await layout(ours, domain.tables) == expected


async def test_ours_after_the_original_adds_only_what_is_declared(
    place: Place, python: Side, typescript: Side
) -> None:
    await initialise(typescript, place)
    before = await everything(place)

    await initialise(python, place)

    after = await everything(place)
    assert before <= after
    assert {line.split()[0] for line in after - before} == {"index"}
    assert all(ADDITION in line for line in after - before)


async def test_the_original_after_ours_changes_nothing(
    place: Place, python: Side, typescript: Side
) -> None:
    await initialise(python, place)
    before = await everything(place)

    await initialise(typescript, place)

    assert before == await everything(place, TABLES)


async def test_the_table_of_claims_is_made_by_the_first_claim(
    place: Place, python: Side, typescript: Side
) -> None:
    await initialise(typescript, place)
    async with place.open() as store:
        before = await everything(place)
        await store.workflows.claim_run_ownership(
            workflow_name="trip", run_id="r", owner_id="w", lease_ms=1000
        )

    added = {line.split()[1] for line in await everything(place) - before}
    assert added == {f"{ADDITION}run_ownership"}


@each_domain
async def test_a_database_of_the_past_is_brought_to_one_state_by_both(
    domain: Domain, new_place: Callable[[], Place], python: Side, typescript: Side
) -> None:
    one, other = new_place(), new_place()
    for place in (one, other):
        await initialise(typescript, place)
        await execute(place, *(age(place, *column) for column in YOUNG_COLUMNS))

    await initialise(python, one)
    await initialise(typescript, other)

    assert await layout(one, domain.tables) == await layout(other, domain.tables)


YOUNG_COLUMNS = (
    ("mastra_threads", "createdAtZ"),
    ("mastra_messages", "createdAtZ"),
    ("mastra_resources", "updatedAtZ"),
    ("mastra_workflow_snapshot", "updatedAtZ"),
    ("mastra_workflow_snapshot", "resourceId"),
    ("mastra_ai_spans", "requestContext"),
    ("mastra_observational_memory", "metadata"),
    ("mastra_observational_memory", "isBufferingReflection"),
    ("mastra_observational_memory", "lastBufferedAtTokens"),
    ("mastra_observational_memory", "bufferedObservationChunks"),
)
"""What tables lack that an earlier release made."""


def age(place: Place, table: str, column: str) -> str:
    """Return what takes a column away; a mirror, which SQLite does not have, is left."""
    if place.kind == "libsql" and column.endswith("Z"):
        return "SELECT 1"
    return f'ALTER TABLE {qualified(place, table)} DROP COLUMN "{column}"'


HALVES = (
    ("mastra_messages", "mastra_observational_memory"),
    ("mastra_threads", "mastra_workflow_snapshot"),
)


@pytest.mark.parametrize("missing", HALVES, ids=" and ".join)
async def test_half_a_migration_is_finished_by_both_alike(
    missing: tuple[str, ...], new_place: Callable[[], Place], python: Side, typescript: Side
) -> None:
    one, other = new_place(), new_place()
    for place in (one, other):
        await initialise(typescript, place)
        await execute(place, *(f"DROP TABLE {qualified(place, name)}" for name in missing))

    await initialise(python, one)
    await initialise(typescript, other)

    assert await layout(one, TABLES) == await layout(other, TABLES)


async def test_the_original_may_initialise_at_the_same_moment(
    new_place: Callable[[], Place], python: Side, typescript: Side
) -> None:
    import asyncio

    alone = new_place()
    await initialise(typescript, alone)
    expected = await layout(alone)
    for _ in range(4):
        place = new_place()
        await asyncio.gather(initialise(typescript, place), initialise(python, place))
        assert await layout(place) == expected
