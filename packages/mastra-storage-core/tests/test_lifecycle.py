"""When a store opens and closes, whoever asks and whoever goes away meanwhile."""

import asyncio
import gc

import pytest
from mastra_storage_core.errors import ClosedError, UnavailableError
from mastra_storage_core.lifecycle import Lifecycle

pytestmark = pytest.mark.asyncio


class Engine:
    """Counts its starts and stops. A start waits for `go`, and fails as often as told."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.stop_fails = False
        self.events: list[str] = []
        self.go = asyncio.Event()
        self.lifecycle = Lifecycle(self._start, self._stop)

    async def _start(self) -> None:
        self.events.append("start")
        await self.go.wait()
        if self.failures:
            self.failures -= 1
            raise UnavailableError
        self.events.append("started")

    async def _stop(self) -> None:
        await asyncio.sleep(0)
        self.events.append("stop")
        if self.stop_fails:
            raise UnavailableError

    async def open_in_background(self, callers: int = 1) -> list[asyncio.Task[None]]:
        tasks = [asyncio.create_task(self.lifecycle.open()) for _ in range(callers)]
        await asyncio.sleep(0.001)
        return tasks


async def test_callers_at_the_same_moment_share_one_start() -> None:
    engine = Engine()
    callers = await engine.open_in_background(20)

    engine.go.set()
    await asyncio.gather(*callers, engine.lifecycle.open())

    assert engine.events == ["start", "started"]
    assert engine.lifecycle.ready


async def test_a_failure_reaches_all_who_wait_and_the_next_call_tries_again() -> None:
    engine = Engine(failures=1)
    callers = await engine.open_in_background(3)

    engine.go.set()
    results = await asyncio.gather(*callers, return_exceptions=True)
    assert [type(result) for result in results] == [UnavailableError] * 3
    await engine.lifecycle.open()

    assert engine.events == ["start", "start", "started"]


async def test_a_caller_that_is_cancelled_does_not_stop_the_start_for_others() -> None:
    engine = Engine()
    impatient, patient = await engine.open_in_background(2)

    impatient.cancel()
    await asyncio.sleep(0)
    engine.go.set()
    await patient

    assert impatient.cancelled()
    assert engine.events == ["start", "started"]


async def test_a_start_that_fails_when_everybody_has_left_is_no_noise() -> None:
    noise: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: noise.append(context))
    engine = Engine(failures=1)
    (caller,) = await engine.open_in_background()

    caller.cancel()
    await asyncio.sleep(0)
    engine.go.set()
    await asyncio.sleep(0.001)
    await engine.lifecycle.open()

    assert noise == []


async def test_a_close_waits_for_the_start_that_is_under_way() -> None:
    engine = Engine()
    (caller,) = await engine.open_in_background()
    closing = asyncio.create_task(engine.lifecycle.close())
    await asyncio.sleep(0.001)

    engine.go.set()
    await closing

    assert engine.events == ["start", "started", "stop"]
    with pytest.raises(ClosedError):
        await caller


async def test_a_close_survives_a_start_that_fails() -> None:
    engine = Engine(failures=1)
    (caller,) = await engine.open_in_background()
    closing = asyncio.create_task(engine.lifecycle.close())
    await asyncio.sleep(0.001)

    engine.go.set()
    await closing

    assert engine.events == ["start", "stop"]
    with pytest.raises(UnavailableError):
        await caller


@pytest.mark.parametrize("opened", [True, False])
async def test_after_a_close_every_use_is_refused_and_closing_again_is_fine(opened: bool) -> None:
    engine = Engine()
    engine.go.set()
    if opened:
        await engine.lifecycle.open()

    await asyncio.gather(engine.lifecycle.close(), engine.lifecycle.close())
    await engine.lifecycle.close()

    assert engine.events.count("stop") == 1
    assert not engine.lifecycle.ready
    with pytest.raises(ClosedError, match="closed"):
        await engine.lifecycle.open()


async def test_a_close_that_is_cancelled_still_closes() -> None:
    engine = Engine()
    await engine.open_in_background()
    closing = asyncio.create_task(engine.lifecycle.close())
    await asyncio.sleep(0.001)

    closing.cancel()
    await asyncio.sleep(0)
    engine.go.set()
    await engine.lifecycle.close()

    assert engine.events == ["start", "started", "stop"]


async def test_a_close_that_fails_reaches_all_who_wait_and_is_not_tried_again() -> None:
    engine = Engine()
    engine.stop_fails = True

    calls = [engine.lifecycle.close() for _ in range(2)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    await engine.lifecycle.close()

    assert [type(result) for result in results] == [UnavailableError] * 2
    assert engine.events == ["stop"]


async def test_a_close_that_fails_when_everybody_has_left_is_no_noise() -> None:
    noise: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: noise.append(context))
    engine = Engine()
    engine.stop_fails = True
    closing = asyncio.create_task(engine.lifecycle.close())
    await asyncio.sleep(0)

    closing.cancel()
    await asyncio.sleep(0.001)
    del engine, closing
    gc.collect()

    assert noise == []
