"""How a store is: `health` tells, at a bounded cost, and never fails because the store does."""

from collections.abc import Callable
from typing import Any

import pytest
from mastra_storage_core import HealthStatus, InvalidInputError, Store
from pydantic import ValidationError

from mastra_storage_conformance.make import Make


@pytest.mark.asyncio(loop_scope="session")
class TestHealth:
    """`health` reports how a store is."""

    async def test_a_store_that_works_is_ok(self, store: Store, make: Make) -> None:
        health = await store.health(timeout=60)

        assert (health.status, health.reasons) == (HealthStatus.OK, ())
        assert health.store == store.name
        assert health.pending == ()

    async def test_it_takes_a_time_to_answer(self, store: Store, make: Make) -> None:
        health = await store.health(timeout=60)

        assert health.round_trip_ms is None or health.round_trip_ms > 0
        assert health.round_trip_ms is not None or not store.capabilities.domains

    async def test_a_store_that_was_closed_is_down_and_raises_nothing(
        self, open_fresh: Callable[[], Store]
    ) -> None:
        opened = open_fresh()
        await opened.close()

        health = await opened.health(timeout=60)

        assert health.status == HealthStatus.DOWN
        assert {reason.code for reason in health.reasons} == {"CLOSED"}

    @pytest.mark.mastra_domain("memory")
    async def test_rows_that_are_looked_at_agree_and_do_not_change(
        self, empty_store: Store, make: Make
    ) -> None:
        threads = [await make.thread(empty_store.memory) for _ in range(3)]

        health = await empty_store.health(sample=2, timeout=60)

        parts = [each.times for each in (health, *health.backends) if each.times is not None]
        assert all(times.disagreeing == 0 for times in parts)
        for thread in threads:
            assert await empty_store.memory.get_thread_by_id(thread.id) == thread

    async def test_a_composite_is_as_the_worst_of_its_backends(
        self, store: Store, make: Make
    ) -> None:
        health = await store.health(timeout=60)

        kept = [each.name for each in store.backends if each is not store]
        assert [each.store for each in health.backends] == kept
        assert all(each.status == HealthStatus.OK for each in health.backends)

    async def test_a_report_cannot_be_changed(self, store: Store, make: Make) -> None:
        health = await store.health(timeout=60)

        with pytest.raises(ValidationError):
            health.status = HealthStatus.DOWN  # type: ignore[misc] # which is what is tested

    @pytest.mark.parametrize(
        "options",
        [
            {"sample": -1},
            {"sample": True},
            {"sample": 1.5},
            {"sample": 10**9},
            {"timeout": 0},
            {"timeout": -1},
            {"timeout": float("nan")},
            {"timeout": "1"},
            {"timeout": 10**6},
        ],
        ids=repr,
    )
    async def test_an_option_that_does_not_fit_is_refused(
        self, store: Store, make: Make, options: dict[str, Any]
    ) -> None:
        with pytest.raises(InvalidInputError):
            await store.health(**options)
