"""Databases that are newer, older, half made, or changed while both languages use them."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer

from interop.domains import DOMAINS
from interop.domains.domain import Domain, compare, write
from interop.hammer import crowd, hammer, problems_of, workers_of
from interop.layout import contents, droppable, execute, layout, qualified
from interop.places import NAMES, Place
from interop.side import Side, initialise

pytestmark = [pytest.mark.asyncio(loop_scope="session")]
for_the_table = pytest.mark.shows("schema")
each_domain = pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)
GOLDEN = Path(__file__).parents[2] / "tests-conformance" / "golden" / "public"
TABLES = [table for domain in DOMAINS for table in domain.tables]


def of_the_future(place: Place, domain: Domain) -> list[str]:
    """Return what a newer Mastra might do: a column in each table, with values, and a table."""
    tables = [qualified(place, table) for table in domain.tables]
    return [
        *(f"ALTER TABLE {table} ADD COLUMN \"laterField\" TEXT DEFAULT 'kept'" for table in tables),
        f"CREATE TABLE {qualified(place, 'mastra_later')} (id TEXT)",
        f"INSERT INTO {qualified(place, 'mastra_later')} VALUES ('kept')",
    ]


@for_the_table
@each_domain
async def test_a_newer_database_is_kept_and_read(
    domain: Domain, place: Place, python: Side, typescript: Side
) -> None:
    original = await typescript.open(place)
    await write(original, domain)
    await execute(place, *of_the_future(place, domain))
    tables = [*domain.tables, "mastra_later"]
    before = await contents(place, tables)

    ours = await python.open(place)

    assert await contents(place, tables) == before
    assert "\n".join(await compare(ours, original, domain)) == ""
    await ours.close()
    await original.close()


async def test_one_warning_names_what_is_newer(
    place: Place, typescript: Side, caplog: pytest.LogCaptureFixture
) -> None:
    await initialise(typescript, place)
    async with place.open():
        assert caplog.messages == []
    await execute(place, *of_the_future(place, DOMAINS[0]))
    await execute(place, f"CREATE TABLE {qualified(place, 'of_the_user')} (id TEXT)")

    async with place.open():
        (warning,) = caplog.messages

    named = sorted(["mastra_later", *(f"{name}.laterField" for name in DOMAINS[0].tables)])
    assert f"not know: {', '.join(map(repr, named))};" in warning


@for_the_table
@each_domain
async def test_an_older_database_is_brought_to_one_state_by_both(
    domain: Domain, new_place: Callable[[], Place], python: Side, typescript: Side
) -> None:
    one, other = new_place(), new_place()
    for place in (one, other):
        await initialise(typescript, place)
        await execute(place, *(age(place, *column) for column in domain.young))

    await initialise(python, one)
    await initialise(typescript, other)

    assert await layout(one, domain.tables) == await layout(other, domain.tables)


@for_the_table
@each_domain
async def test_what_an_older_database_holds_is_read_alike(
    domain: Domain, place: Place, python: Side, typescript: Side
) -> None:
    original = await typescript.open(place)
    await write(original, domain)
    await original.close()
    await execute(place, *(age(place, *column) for column in domain.young))

    ours, original = await python.open(place), await typescript.open(place)

    lost = replace(domain, reads=tuple(replace(read, expected=None) for read in domain.reads))
    assert "\n".join(await compare(ours, original, lost)) == ""
    await ours.close()
    await original.close()


def age(place: Place, table: str, column: str) -> str:
    """Return what takes a column away; a mirror, which SQLite does not have, is left."""
    if place.kind == "libsql" and column.endswith("Z"):
        return "SELECT 1"
    return f'ALTER TABLE {qualified(place, table)} DROP COLUMN "{column}"'


HALVES = {"the first half": TABLES[0::2], "the other half": TABLES[1::2]}


@for_the_table
@pytest.mark.parametrize("missing", HALVES.values(), ids=HALVES)
async def test_half_a_migration_is_finished_by_both_alike(
    missing: list[str], new_place: Callable[[], Place], python: Side, typescript: Side
) -> None:
    one, other = new_place(), new_place()
    for place in (one, other):
        await initialise(typescript, place)
        await execute(place, *(f"DROP TABLE {qualified(place, name)}" for name in missing))

    await initialise(python, one)
    await initialise(typescript, other)

    assert await layout(one, TABLES) == await layout(other, TABLES)


@for_the_table
async def test_the_original_may_initialise_at_the_same_moment(
    new_place: Callable[[], Place], python: Side, typescript: Side
) -> None:
    alone = new_place()
    await initialise(typescript, alone)
    expected = await layout(alone)
    for _ in range(4):
        place = new_place()
        await asyncio.gather(initialise(typescript, place), initialise(python, place))
        assert await layout(place) == expected


@pytest.fixture(params=NAMES[:2])
def golden(
    request: pytest.FixtureRequest, tmp_path: Path, server: PostgresServer
) -> Callable[[], Place]:
    """Makes copies of a database that the original wrote."""

    def copy() -> Place:
        if request.param == NAMES[0]:
            path = tmp_path / f"golden{len(list(tmp_path.iterdir()))}.db"
            shutil.copy(GOLDEN / "mastra.sqlite", path)
            return Place(NAMES[0], "libsql", f"file:{path}")
        url = server.create_database("golden", dump=GOLDEN / "postgres.dump.sql")
        return Place(NAMES[1], "pg", url, "public")

    return copy


async def test_a_golden_database_is_left_by_both_alike(
    golden: Callable[[], Place], python: Side, typescript: Side
) -> None:
    one, other = golden(), golden()

    await initialise(python, one)
    await initialise(typescript, other)

    assert await layout(one, TABLES) == await layout(other, TABLES)
    assert await contents(one, TABLES) == await contents(other, TABLES)


async def test_tables_may_change_while_both_write(place: Place) -> None:
    workloads = [domain.load() for domain in DOMAINS]
    async with crowd(place, processes=1) as clients:
        workers = workers_of(clients)
        changing = asyncio.create_task(change(place))
        await hammer(workers, workloads, seconds=3)
        assert not changing.done(), "a change failed"
        changing.cancel()
        await asyncio.wait([changing])
        problems = await problems_of(clients, workloads)

    assert [error for worker in workers for error in worker.errors] == []
    assert problems == []


async def change(place: Place) -> None:
    """Change tables again and again, as a newer original might: columns, indexes, types."""
    drops = [f'DROP INDEX "{name}"' for name in await droppable(place, TABLES)]
    if place.schema:
        drops = [sql.replace('INDEX "', f'INDEX "{place.schema}"."') for sql in drops]
    for number in count():
        for sql in (*changes(place, number), *drops[number : number + 1]):
            await execute(place, sql)
            await asyncio.sleep(0.05)


def changes(place: Place, number: int) -> Iterator[str]:
    """Return what adds a column to each table; on PostgreSQL columns change their type as well."""
    for table in TABLES:
        yield f'ALTER TABLE {qualified(place, table)} ADD COLUMN "later{number}" TEXT'
    if place.kind == "pg":
        kind = f"varchar({500 + number})"
        for table, column in RETYPED:
            yield f'ALTER TABLE {qualified(place, table)} ALTER COLUMN "{column}" TYPE {kind}'


RETYPED = (("mastra_threads", "resourceId"), ("mastra_messages", "resourceId"))
