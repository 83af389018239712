"""Signals on a server: their tables are made when they are first used, and by nothing else."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, MetricFilter
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
OURS = r"SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'mastra\_py\_%'"
LOG: Any = {"level": "info", "message": "m"}


async def test_the_first_use_of_a_signal_makes_its_table_and_no_other(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    connection = await connect(url)
    signals = open_store(url).observability
    assert await signals.get_environments() == []
    assert await signals.batch_delete_traces(["t"]) == 0
    assert await connection.fetch(OURS) == []

    await signals.batch_create_logs([LOG])
    assert await connection.fetch(OURS) == [("mastra_py_log_events",)]


async def test_with_disable_init_a_signal_needs_somebody_to_make_its_table(
    url: str, open_store: OpenStore
) -> None:
    maker = open_store(url)
    await maker.init()
    signals = open_store(url, disable_init=True).observability

    assert await signals.get_service_names() == []
    with pytest.raises(ConfigurationError, match="mastra_py_metric_events"):
        await signals.list_metrics()
    await maker.observability.list_metrics()
    assert (await signals.list_metrics()).total == 0


async def test_many_stores_may_use_a_signal_for_the_first_time_at_one_moment(
    url: str, open_store: OpenStore
) -> None:
    stores = [open_store(url).observability for _ in range(4)]

    await asyncio.gather(*(each.batch_create_logs([LOG]) for each in stores))

    assert (await stores[0].list_logs()).total == 4


async def test_sums_do_not_depend_on_how_the_server_shows_numbers(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """A role may be set to show fifteen digits, and a database to sort as a language does."""
    connection = await connect(url)
    name = await connection.fetchval("SELECT current_database()")
    await connection.execute(f'ALTER DATABASE "{name}" SET extra_float_digits = 0')
    signals = open_store(url).observability
    values = [0.3333333333333333, -0.333333333333333]
    await signals.batch_create_metrics([{"name": "n", "value": value} for value in values])

    total = await signals.get_metric_aggregate(name="n", aggregation="sum")
    page = await signals.list_metrics(MetricFilter(name="n"))

    assert total.value == 3e-16
    assert sorted(each.value for each in page.metrics) == sorted(values)
