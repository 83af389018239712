"""How a status is made of what a backend measured, and what a check never does: fail."""

import asyncio
from typing import Any

import pytest
from fakes import FakeStore, OtherStore, a_store
from mastra_storage_core import (
    CompositeStore,
    Health,
    HealthStatus,
    PoolHealth,
    TimesHealth,
    UnavailableError,
    Vitals,
)
from mastra_storage_core.health import LARGE_WAL
from pydantic import ValidationError

FULL = PoolHealth(size=2, idle=0, waiting=3, limit=2)


class Measured(FakeStore):
    """A store that measures what it is told to."""

    measured: Vitals | Exception = Vitals(round_trip_ms=1.5)
    connections: PoolHealth | None = None

    async def _measure(self, sample: int) -> Vitals:
        if isinstance(self.measured, Exception):
            raise self.measured
        return self.measured

    @property
    def pool(self) -> PoolHealth | None:
        return self.connections


def codes(health: Health) -> list[str]:
    return [reason.code for reason in health.reasons]


@pytest.mark.asyncio
class TestStatus:
    """A store is `ok` exactly when there are no reasons."""

    async def test_a_store_that_answers_is_ok(self) -> None:
        health = await Measured().health()

        assert (health.status, health.reasons, health.round_trip_ms) == ("ok", (), 1.5)
        assert health.store == "FAKE"

    @pytest.mark.parametrize(
        ("vitals", "code"),
        [
            ({"pending": ("mastra_threads",)}, "SCHEMA_PENDING"),
            ({"read_only": True}, "READ_ONLY"),
            ({"wal_bytes": LARGE_WAL + 1}, "WAL_LARGE"),
            ({"times": TimesHealth(rows=9, disagreeing=1, tables={"t": 1})}, "TIMES_DISAGREE"),
        ],
    )
    async def test_what_needs_attention_degrades_it(
        self, vitals: dict[str, Any], code: str
    ) -> None:
        store = Measured()
        store.measured = Vitals(**vitals)

        health = await store.health()

        assert (health.status, codes(health)) == ("degraded", [code])

    @pytest.mark.parametrize(
        "vitals",
        [
            {"newer": ("mastra_new",)},
            {"pending_indexes": ("an_index",)},
            {"wal_bytes": LARGE_WAL},
            {"times": TimesHealth(rows=9, disagreeing=0, tables={})},
        ],
    )
    async def test_what_does_no_harm_does_not(self, vitals: dict[str, Any]) -> None:
        store = Measured()
        store.measured = Vitals(**vitals)

        assert (await store.health()).status == "ok"

    async def test_a_pool_that_calls_wait_for_degrades_it(self) -> None:
        store = Measured()
        for store.connections in (FULL, FULL.model_copy(update={"waiting": 0})):
            health = await store.health()
            assert health.pool == store.connections
            assert codes(health) == ["POOL_EXHAUSTED"] * (store.connections.waiting > 0)

    async def test_a_report_cannot_be_changed(self) -> None:
        health = await Measured().health()

        with pytest.raises(ValidationError):
            health.status = HealthStatus.DOWN  # type: ignore[misc] # which is what is tested


@pytest.mark.asyncio
class TestSickStores:
    """One that is sick is reported and raises nothing."""

    async def test_an_error_is_a_reason_with_its_code_and_words(self) -> None:
        store = Measured()
        store.fails["open"] = UnavailableError("the disk failed")
        store.connections = FULL

        health = await store.health()

        (reason,) = health.reasons
        assert (health.status, health.pool) == ("down", FULL)
        assert (reason.code, reason.message, reason.retryable) == (
            "UNAVAILABLE",
            "the disk failed",
            True,
        )

    async def test_an_error_of_others_is_a_reason_without_its_words(self) -> None:
        store = Measured()
        store.measured = ValueError("password=hunter2")

        health = await store.health()

        assert (health.status, codes(health)) == ("down", ["FAILED"])
        assert "hunter2" not in repr(health)

    async def test_one_that_does_not_answer_in_time_is_down(self) -> None:
        store = Measured()
        store.others = asyncio.Barrier(2)

        health = await store.health(timeout=0.01)

        assert (health.status, codes(health)) == ("down", ["TIMEOUT"])
        store.others = None

    async def test_a_composite_is_as_the_worst_of_its_backends(self) -> None:
        well, sick = a_store("memory"), a_store("workflows", kind=OtherStore)
        sick.fails["open"] = UnavailableError()

        health = await CompositeStore(id="app", default=well, domains={"workflows": sick}).health()

        assert (health.store, health.status) == ("COMPOSITE", "down")
        assert [(each.store, each.status) for each in health.backends] == [
            ("FAKE", "down"),
            ("OTHER", "down"),
        ]
        assert [reason.store for reason in health.reasons] == ["FAKE", "OTHER"]
