"""What is told of operations: one line for each that was slow or failed, and nothing of others."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fakes import Failing, FakeStore, a_store
from mastra_storage_core import (
    ConfigurationError,
    ConflictError,
    StorageError,
    UnavailableError,
)
from mastra_storage_core.domain import operation
from mastra_storage_core.watch import Operation, Watch

SECRET = "hunter2"


class Slow(Failing):
    """A domain that takes its time, by itself or within another method of its own."""

    seconds = 0.0
    """What its clock says."""

    @operation
    async def rest(self, seconds: float = 0.0) -> str:
        """Let time pass."""
        self.seconds += seconds
        await asyncio.sleep(0)
        return SECRET

    @operation
    async def wait(self) -> None:
        """Never end."""
        await asyncio.Future()

    @operation
    async def rest_twice(self, *seconds: float) -> None:
        """Let time pass in parts of this operation."""
        for each in seconds:
            await self.rest(each)

    @operation
    async def fail_within(self, error: Exception) -> None:
        """Fail in a part of this operation."""
        await self.list_messages(error, spoken=SECRET)


@pytest.fixture
def domain(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """A domain of which an operation is slow that takes a second, by a clock of its own."""
    found = Slow(store_name="FAKE")
    for module in ("domain", "watch"):
        clock = f"mastra_storage_core.{module}.perf_counter"
        monkeypatch.setattr(clock, lambda: found.seconds)
    return found


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str, str, str]]:
    return [
        (record.name.rpartition(".")[2], *(vars(record)[name] for name in Operation._fields))
        for record in caplog.records
    ]


@pytest.mark.asyncio
class TestSlowOperations:
    """One line tells of an operation that took as long as the store's `slow_ms`, or longer."""

    async def test_a_line_has_its_facts_as_fields(
        self, domain: Slow, caplog: pytest.LogCaptureFixture
    ) -> None:
        await domain.rest(1.25)

        (record,) = caplog.records
        assert (record.name, record.levelname) == ("mastra_storage_core.slow", "WARNING")
        assert record.getMessage() == "FAKE memory.rest took 1250 ms"
        assert vars(record)["milliseconds"] == 1250
        assert told(caplog) == [("slow", "FAKE", "memory", "rest")]

    @pytest.mark.parametrize(("slow_ms", "lines"), [(1000, 0), (500, 1), (0, 1), (None, 0)])
    async def test_a_fast_one_is_not_told_of(
        self, domain: Slow, slow_ms: float | None, lines: int, caplog: pytest.LogCaptureFixture
    ) -> None:
        domain.watch = Watch("FAKE", slow_ms)

        await domain.rest(0.5)

        assert len(caplog.records) == lines

    async def test_one_whose_slow_part_is_told_of_has_no_line_of_its_own(
        self, domain: Slow, caplog: pytest.LogCaptureFixture
    ) -> None:
        await domain.rest_twice(1.5, 0.5)
        await domain.rest(1.5)

        assert told(caplog) == [("slow", "FAKE", "memory", "rest")] * 2

    async def test_one_is_slow_by_itself_whose_parts_are_fast(
        self, domain: Slow, caplog: pytest.LogCaptureFixture
    ) -> None:
        await domain.rest_twice(0.75, 0.75)

        assert told(caplog) == [("slow", "FAKE", "memory", "rest_twice")]

    async def test_one_that_was_cancelled_says_so(
        self, domain: Slow, caplog: pytest.LogCaptureFixture
    ) -> None:
        waiting = asyncio.create_task(domain.wait())
        await asyncio.sleep(0)
        domain.seconds += 2
        waiting.cancel()
        await asyncio.wait([waiting])

        assert caplog.messages == ["FAKE memory.wait was cancelled after 2000 ms"]


@pytest.mark.asyncio
class TestFailedOperations:
    """One line tells of an operation that failed."""

    @pytest.mark.parametrize(
        ("error", "level", "retryable"),
        [
            (UnavailableError(), "WARNING", True),
            (StorageError(), "WARNING", False),
            (ValueError(SECRET), "WARNING", False),
            (ConflictError(), "DEBUG", False),
        ],
    )
    async def test_a_refusal_is_debug_and_trouble_is_a_warning(
        self, error: Exception, level: str, retryable: bool, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        with pytest.raises(type(error)):
            await Slow(store_name="FAKE").list_messages(error)

        (record,) = caplog.records
        assert (record.name, record.levelname) == ("mastra_storage_core.failed", level)
        assert vars(record)["error_type"] == type(error).__name__
        assert vars(record)["retryable"] is retryable

    async def test_it_is_told_of_once_as_the_error_names_it(
        self, domain: Slow, caplog: pytest.LogCaptureFixture
    ) -> None:
        with pytest.raises(UnavailableError):
            await domain.fail_within(UnavailableError())

        assert told(caplog) == [("failed", "FAKE", "memory", "list_messages")]

    async def test_a_line_holds_no_words_of_the_error_and_no_traceback(
        self, domain: Slow, caplog: pytest.LogCaptureFixture
    ) -> None:
        with pytest.raises(UnavailableError):
            await domain.fail_within(UnavailableError(f"no thread {SECRET}"))

        (record,) = caplog.records
        assert SECRET not in str(vars(record))
        assert record.exc_info is None

    async def test_a_store_that_cannot_be_opened_is_told_of(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        store = a_store("memory")
        store.fails["open"] = UnavailableError()
        with pytest.raises(UnavailableError):
            await store.init()

        assert told(caplog) == [("failed", "FAKE", "store", "init")]


@pytest.mark.asyncio
class TestObservers:
    """An observer is entered at the beginning of each operation, and left at its end."""

    async def test_it_sees_operations_and_their_errors_and_no_parts(self, domain: Slow) -> None:
        seen: list[object] = []

        @contextmanager
        def observe(operation: Operation) -> Iterator[None]:
            seen.append(operation)
            try:
                yield
            except StorageError as error:
                seen.append(error.operation)
                raise

        domain.watch.observers = (observe,)
        await domain.rest_twice(0, 0)
        with pytest.raises(UnavailableError):
            await domain.fail_within(UnavailableError())

        twice, failing = (Operation("FAKE", "memory", m) for m in ("rest_twice", "fail_within"))
        assert seen == [twice, failing, "memory.list_messages"]


@pytest.mark.parametrize("slow_ms", [-1, True, "1", float("nan")])
def test_a_threshold_that_is_no_number_of_milliseconds_is_refused(slow_ms: object) -> None:
    with pytest.raises(ConfigurationError, match="slow_ms"):
        Watch("FAKE", slow_ms)


def test_a_domain_is_watched_by_the_store_that_it_is_part_of() -> None:
    store: FakeStore = a_store("memory")

    assert store.memory.watch is store.watch


def test_the_library_prints_nothing_by_itself() -> None:
    """Not even as Python does for a program that has not set up logging: to stderr."""
    (silent,) = logging.getLogger("mastra_storage_core").handlers

    assert isinstance(silent, logging.NullHandler)
    for name in ("mastra_storage_core.slow", "mastra_storage_core.failed"):
        assert logging.getLogger(name).handlers == []
