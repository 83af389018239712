"""A database that we make is one that the original makes, and neither changes the other's."""

from collections.abc import Callable

import pytest

from interop.domains import DOMAINS
from interop.domains.domain import Domain
from interop.layout import ADDITION, everything, layout
from interop.places import Place
from interop.side import Side, initialise

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.shows("schema")]
each_domain = pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)


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

    # Tables that only the original makes are its own affair.
    made = {line.split()[1] for line in before}
    assert before == await everything(place, made)


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
