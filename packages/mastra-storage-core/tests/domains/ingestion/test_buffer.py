"""A buffer of spans: when it writes, what it drops, what it tries again."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from itertools import pairwise

import pytest
import pytest_asyncio
from mastra_storage_core import (
    BusyError,
    ClosedError,
    ConfigurationError,
    InvalidInputError,
    UnavailableError,
)
from mastra_storage_core.domains.observability.ingestion.buffer import SpanBuffer
from mastra_storage_core.domains.observability.models import NewSpan
from span_sinks import Sink, a_span

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def sink() -> AsyncIterator[Sink]:
    sink = Sink()
    yield sink
    sink.open.set()


def add(buffer: SpanBuffer, *numbers: int) -> list[bool]:
    return [buffer.add(a_span(number)) for number in numbers]


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(5000):
        if condition():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it did not happen in time")


async def settled(buffer: SpanBuffer) -> None:
    await until(lambda: not buffer.pending)


async def writing(sink: Sink) -> None:
    await until(lambda: bool(sink.attempts))


class TestWriting:
    async def test_a_full_batch_is_written_at_once(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=2, max_age=60)
        add(buffer, 1)
        await asyncio.sleep(0.01)
        assert sink.batches == []
        add(buffer, 2, 3)
        await writing(sink)

        assert (sink.batches, buffer.pending, buffer.stored) == ([["s1", "s2"]], 1, 2)
        await buffer.close()

    async def test_a_span_is_written_when_it_is_old_enough(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_age=0.2)
        add(buffer, 1)
        await asyncio.sleep(0.01)
        add(buffer, 2)

        assert sink.batches == []
        await settled(buffer)
        assert sink.batches == [["s1", "s2"]]

    async def test_flush_writes_in_batches_what_was_taken_before(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=3, max_age=60)
        add(buffer, 1, 2, 3, 4, 5)

        assert await buffer.flush()
        assert sink.batches == [["s1", "s2", "s3"], ["s4", "s5"]]

    async def test_flush_of_nothing_is_done(self, sink: Sink) -> None:
        assert await SpanBuffer(sink).flush(0)

    async def test_flush_does_not_wait_for_what_comes_after_it(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_age=60)
        sink.open.clear()
        add(buffer, 1)
        flush = asyncio.create_task(buffer.flush())
        await writing(sink)
        add(buffer, 2)
        sink.between = asyncio.Event().wait
        sink.open.set()

        assert await flush
        assert (sink.ids, buffer.pending) == (["s1"], 1)
        await buffer.close(0)

    async def test_flush_that_takes_too_long_loses_nothing(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink)
        sink.open.clear()
        add(buffer, 1)

        assert not await buffer.flush(0.01)
        sink.open.set()
        await settled(buffer)
        assert sink.ids == ["s1"]

    async def test_threads_may_add(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=7, max_spans=1000)
        with ThreadPoolExecutor(5) as threads:
            for first in range(0, 500, 100):
                threads.submit(add, buffer, *range(first, first + 100))

        assert await buffer.flush(5)
        assert (len(set(sink.ids)), buffer.dropped) == (500, 0)

    async def test_it_writes_in_the_context_in_which_it_was_made(self, sink: Sink) -> None:
        who = ContextVar("who", default="nobody")
        seen: list[str] = []

        async def look() -> None:
            seen.append(who.get())

        sink.between = look
        who.set("its maker")
        buffer = SpanBuffer(sink)
        who.set("its user")
        add(buffer, 1)

        assert await buffer.flush()
        assert seen == ["its maker"]

    async def test_a_span_that_is_rejected_is_counted_and_not_sent_again(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink)
        sink.refuses = {"s2"}
        add(buffer, 1, 2, 3)

        assert await buffer.flush()
        assert (buffer.stored, buffer.rejected, len(sink.attempts)) == (2, 1, 1)
        assert buffer.last_rejected is not None
        assert buffer.last_rejected.reason == "too large"


class TestRoom:
    async def test_where_there_is_no_room_the_newest_is_dropped(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=2, max_spans=2, max_age=60)
        sink.open.clear()

        assert add(buffer, 1, 2, 3) == [True, True, False]
        sink.open.set()
        await buffer.flush()
        assert (sink.ids, buffer.dropped) == (["s1", "s2"], 1)

    async def test_or_the_one_that_has_waited_longest_and_is_not_under_way(
        self, sink: Sink
    ) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_spans=3, when_full="drop_oldest")
        sink.open.clear()
        add(buffer, 1)
        await writing(sink)

        assert add(buffer, 2, 3, 4) == [True, True, True]
        sink.open.set()
        await buffer.flush()
        assert (sink.ids, buffer.dropped) == (["s1", "s3", "s4"], 1)

    async def test_flush_waits_for_what_is_under_way_though_later_ones_were_dropped(
        self, sink: Sink
    ) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_spans=2, when_full="drop_oldest")
        sink.open.clear()
        add(buffer, 1)
        await writing(sink)
        flush = asyncio.create_task(buffer.flush())
        await asyncio.sleep(0)
        add(buffer, 2, 3, 4, 5)
        closing = asyncio.create_task(buffer.close())
        await asyncio.sleep(0.01)

        assert not flush.done()
        sink.open.set()
        assert (await flush, await closing) == (True, True)

    async def test_put_waits_for_room(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_spans=1)
        sink.open.clear()
        puts = [asyncio.create_task(buffer.put(a_span(number))) for number in range(20)]
        await writing(sink)

        assert sum(put.done() for put in puts) == 1
        sink.open.set()
        await asyncio.wait_for(asyncio.gather(*puts), 5)
        await buffer.flush()
        assert (len(sink.ids), buffer.dropped) == (20, 0)

    async def test_a_put_that_is_cancelled_takes_no_room(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_spans=1)
        sink.open.clear()
        await buffer.put(a_span(1))
        late = asyncio.create_task(buffer.put(a_span(2)))
        await asyncio.sleep(0)
        late.cancel()
        await asyncio.wait([late])
        sink.open.set()

        assert await buffer.flush()
        assert sink.ids == ["s1"]


class TestRetries:
    async def test_an_error_that_is_worth_it_is_retried_after_growing_pauses(
        self, sink: Sink
    ) -> None:
        buffer = SpanBuffer(sink, max_age=0, first_retry=0.01, longest_retry=0.04)
        sink.fails = [UnavailableError() for _ in range(5)]
        add(buffer, 1)
        await settled(buffer)

        pauses = [late - early for early, late in pairwise(sink.attempts)]
        assert pauses[0] >= 0.005
        assert pauses[-1] >= 0.02
        assert (sink.ids, buffer.dropped, buffer.retries) == (["s1"], 0, 5)
        assert isinstance(buffer.last_error, UnavailableError)
        assert not buffer.failing

    async def test_what_comes_meanwhile_waits_for_its_turn(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_age=0, first_retry=0.02)
        sink.fails = [BusyError()]
        add(buffer, 1)
        await writing(sink)
        await asyncio.sleep(0)
        assert buffer.failing
        add(buffer, 2)

        assert await buffer.flush()
        assert sink.ids == ["s1", "s2"]

    async def test_flush_does_not_wait_for_the_end_of_a_pause(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_age=0, first_retry=60, longest_retry=60)
        sink.fails = [BusyError()]
        add(buffer, 1)
        await writing(sink)

        assert await asyncio.wait_for(buffer.flush(), 5)

    @pytest.mark.parametrize("error", [InvalidInputError("no"), TypeError("no"), ClosedError()])
    async def test_any_other_error_is_not_retried(self, sink: Sink, error: Exception) -> None:
        buffer = SpanBuffer(sink, max_batch=2)
        sink.fails = [error]
        add(buffer, 1, 2, 3)

        assert await buffer.flush()
        assert (sink.ids, buffer.dropped, buffer.last_error) == (["s3"], 2, error)
        assert (buffer.retries, buffer.failing) == (0, False)


class TestClosing:
    async def test_close_writes_what_is_held(self, sink: Sink) -> None:
        async with SpanBuffer(sink, max_age=60) as buffer:
            add(buffer, 1, 2)

        assert (sink.ids, buffer.pending) == (["s1", "s2"], 0)

    async def test_what_there_is_no_time_for_is_dropped_and_said(
        self, sink: Sink, caplog: pytest.LogCaptureFixture
    ) -> None:
        buffer = SpanBuffer(sink, max_batch=1)
        sink.fails = [BusyError() for _ in range(1000)]
        add(buffer, 1, 2, 3)

        with caplog.at_level(logging.WARNING):
            assert not await buffer.close(0.02)
        assert (buffer.dropped, buffer.pending) == (3, 0)
        assert "3 spans were not stored; the last error: a lock or a free" in caplog.text

    async def test_a_second_close_does_nothing(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink)

        assert [await buffer.close(), await buffer.close()] == [True, True]

    async def test_after_close_nothing_is_taken(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink)
        await buffer.close()

        assert add(buffer, 1) == [False]
        assert buffer.dropped == 1
        with pytest.raises(ClosedError):
            await buffer.put(a_span())

    async def test_while_it_closes_nothing_that_is_held_makes_room(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_spans=2, when_full="drop_oldest")
        sink.open.clear()
        add(buffer, 1, 2)
        closing = asyncio.create_task(buffer.close())
        await writing(sink)

        assert add(buffer, 3) == [False]
        sink.open.set()
        assert await closing
        assert (sink.ids, buffer.dropped) == (["s1", "s2"], 1)

    async def test_who_waits_for_room_when_it_closes_is_told(self, sink: Sink) -> None:
        buffer = SpanBuffer(sink, max_batch=1, max_spans=1)
        sink.open.clear()
        add(buffer, 1)
        late = asyncio.create_task(buffer.put(a_span(2)))
        await writing(sink)
        closing = asyncio.create_task(buffer.close())

        with pytest.raises(ClosedError):
            await late
        sink.open.set()
        assert await closing


class TestArguments:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"max_batch": 0},
            {"max_batch": True},
            {"max_spans": 499},
            {"max_age": -1},
            {"first_retry": float("nan")},
            {"exit_timeout": "1"},
            {"when_full": "wait"},
        ],
        ids=str,
    )
    async def test_settings_that_make_no_sense(self, sink: Sink, wrong: dict[str, object]) -> None:
        with pytest.raises(ConfigurationError, match=next(iter(wrong))):
            SpanBuffer(sink, **wrong)  # type: ignore[arg-type]

    async def test_what_is_no_span(self, sink: Sink) -> None:
        no_span: NewSpan = {"span_id": "s"}  # type: ignore[assignment]

        with pytest.raises(InvalidInputError, match="NewSpan values, not dict"):
            SpanBuffer(sink).add(no_span)
        with pytest.raises(InvalidInputError):
            await SpanBuffer(sink).put(no_span)
