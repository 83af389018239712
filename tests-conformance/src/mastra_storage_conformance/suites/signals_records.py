"""Records of signals: what is kept of them, and what becomes of a batch with a bad one."""

from datetime import timedelta, timezone
from typing import Any

import pytest
from mastra_storage_core import InvalidInputError, ObservabilityStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._signals import (
    CONTEXT,
    FEEDBACK,
    LOGS,
    METRICS,
    SCORES,
    SIGNALS,
    Signal,
)
from mastra_storage_conformance.suites.isolation import spoil

each_signal = pytest.mark.parametrize("signal", SIGNALS.values(), ids=list(SIGNALS))


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestSignalRecords:
    """What is stored of a record is what was given."""

    @each_signal
    async def test_every_field_comes_back(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        full = signal.record(make, **signal.own, **CONTEXT)
        least = signal.record(make, timestamp=make.after(1))

        result = await signal.write(observability, full, least)

        assert (result.stored, result.rejected) == (2, [])
        assert await signal.read(observability, make) == [full, least]

    @each_signal
    async def test_a_record_may_be_a_mapping_in_the_names_of_either_language(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        one, other = (signal.record(make, **signal.own, **CONTEXT) for _ in range(2))

        await signal.write(observability, one.model_dump(), other.model_dump(by_alias=True))

        assert await signal.read(observability, make) == [one, other]

    @each_signal
    async def test_a_record_without_id_and_time_gets_both(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        bare = {**signal.least, "resource_id": make.owner}

        await signal.write(observability, bare, bare)

        one, other = await signal.read(observability, make)
        assert signal.ids([one]) < signal.ids([other])
        assert one.timestamp <= other.timestamp

    @each_signal
    async def test_a_record_of_an_id_that_is_there_replaces_it(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        """Its time as well, and what it does not say is gone."""
        first = signal.record(make, **signal.own, **CONTEXT)
        again = signal.record(
            make, timestamp=make.after(5), user_id="u-9", **{signal.key: signal.ids([first])[0]}
        )
        if signal is FEEDBACK:  # of which one field is kept
            again = again.model_copy(update={"review_status": "reviewed"})
        await signal.write(observability, first)

        for _ in range(2):
            await signal.write(observability, again)

        assert await signal.read(observability, make) == [again]

    @each_signal
    async def test_times_are_instants_in_utc_to_the_millisecond(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        zone = timezone(timedelta(hours=-3, minutes=-30))
        at = (make.noon + timedelta(microseconds=1_999)).astimezone(zone)

        await signal.write(observability, signal.record(make, timestamp=at))

        (found,) = await signal.read(observability, make)
        assert found.timestamp == make.after(0.001)
        assert found.timestamp.utcoffset() == timedelta(0)

    @each_signal
    async def test_an_empty_text_of_the_context_is_none(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        await signal.write(observability, signal.record(make, environment="", user_id=""))

        (found,) = await signal.read(observability, make)
        assert (found.environment, found.user_id) == (None, None)

    @each_signal
    async def test_what_is_passed_and_returned_is_the_callers(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        """Rule 12."""
        passed = signal.record(make, **signal.own, **CONTEXT)
        expected = passed.model_copy(deep=True)
        await signal.write(observability, passed)

        for record in (passed, *await signal.read(observability, make)):
            for value in (record.metadata, record.scope, record.tags):
                spoil(value)

        assert await signal.read(observability, make) == [expected]


def bad_records(signal: Signal, make: Make) -> list[Any]:
    """Return records that no backend stores, each for another reason."""
    lacking = signal.record(make).model_dump()
    del lacking[next(iter(signal.least))]
    return [
        lacking,
        signal.record(make, **{signal.key: " "}),
        signal.record(make, **{signal.key: "é" * 513}),
        signal.record(make, metadata={"a": {1, 2}}),
        signal.record(make, metadata={1: "a"}),
        signal.record(make, user_id="a\0b"),
        signal.record(make, environment="x" * 1025),
        signal.record(make).model_copy(update={"timestamp": "yesterday"}),
        signal.record(make).model_copy(update={"tags": ["a", 1]}),
        {**signal.record(make).model_dump(), "timestamp": "2024-03-01T12:00:00"},
        "no record",
        None,
    ]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestBatchesOfSignals:
    """A record that cannot be stored is reported, and keeps no other one from being stored."""

    @each_signal
    async def test_bad_records_are_reported_with_their_places(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        bad = bad_records(signal, make)
        good = [signal.record(make, timestamp=make.after(n)) for n in range(len(bad))]
        batch = [each for pair in zip(bad, good, strict=True) for each in pair]

        result = await signal.write(observability, *batch)

        assert result.stored == len(good)
        assert [each.position for each in result.rejected] == list(range(0, len(batch), 2))
        assert all(each.reason and len(each.reason) < 500 for each in result.rejected)
        assert result.rejected[3].key == signal.ids([bad[3]])[0]
        assert await signal.read(observability, make) == good

    @each_signal
    async def test_of_one_id_the_last_is_stored(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        twins = [
            signal.record(make, user_id=f"u-{n}", **{signal.key: f"twin-{make.owner}"})
            for n in range(3)
        ]

        result = await signal.write(observability, *twins)

        (found,) = await signal.read(observability, make)
        assert (result.stored, found.user_id) == (3, "u-2")

    @each_signal
    async def test_nothing_is_a_batch_too(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        result = await signal.write(observability)

        assert (result.stored, result.rejected) == (0, [])
        with pytest.raises(InvalidInputError):
            await getattr(observability, f"batch_create_{signal.name}")({"a": 1})


NO_NUMBERS = (float("nan"), float("inf"), -float("inf"), 1e300, 10**400, "1", None, [1])
NUMBERED = {"metrics": (METRICS, "value"), "scores": (SCORES, "score")}


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestNumbersOfSignals:
    """Numbers come back as they were given, if they are finite and of a size that can be added."""

    @pytest.mark.parametrize(("signal", "field"), NUMBERED.values(), ids=NUMBERED)
    async def test_numbers_come_back_to_the_last_digit(
        self, observability: ObservabilityStorage, make: Make, signal: Signal, field: str
    ) -> None:
        numbers = [0.1, -1 / 3, 2**53 + 2.0, 1e290, -1e290, 1e-290, 5e-324, -0.0, 7, 1e22, 123456.7]
        records = [
            signal.record(make, timestamp=make.after(at), **{field: number})
            for at, number in enumerate(numbers)
        ]

        await signal.write(observability, *records)

        found = [getattr(each, field) for each in await signal.read(observability, make)]
        assert list(map(repr, found)) == [
            *("0.1", "-0.3333333333333333", "9007199254740994.0", "1e+290", "-1e+290", "1e-290"),
            *("0.0", "0.0", "7.0", "1e+22", "123456.7"),
        ]

    @pytest.mark.parametrize("number", NO_NUMBERS, ids=lambda each: f"{each!s:.9}")
    async def test_what_is_no_finite_number_is_refused(
        self, observability: ObservabilityStorage, make: Make, number: Any
    ) -> None:
        metric, score = METRICS.record(make), SCORES.record(make)
        bad = metric.model_copy(update={"value": number})
        costly = metric.model_copy(update={"estimated_cost": float("nan")})

        result = await METRICS.write(observability, bad, costly)

        assert (result.stored, len(result.rejected)) == (0, 2)
        with pytest.raises(InvalidInputError):
            await observability.create_score(score.model_copy(update={"score": number}))
        assert await METRICS.read(observability, make) == []

    @pytest.mark.parametrize("labels", [{"a": 1}, {"": "x"}, {"a": ""}, {"a": None}, ["a"], "a"])
    async def test_labels_are_texts_with_names(
        self, observability: ObservabilityStorage, make: Make, labels: Any
    ) -> None:
        record = METRICS.record(make).model_copy(update={"labels": labels})

        result = await METRICS.write(observability, record)

        assert (result.stored, len(result.rejected)) == (0, 1)

    async def test_a_log_of_a_word_nobody_knows_is_kept(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        record = LOGS.record(make, level="notice", message="")

        await LOGS.write(observability, record)

        assert await LOGS.read(observability, make, level="notice") == [record]
