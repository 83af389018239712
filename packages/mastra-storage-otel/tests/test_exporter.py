"""The exporter with the real SDK: from any thread, with any processor, whatever happens."""

import asyncio
import logging
import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from mastra_storage_core import (
    ConfigurationError,
    NewSpan,
    Store,
    Trace,
    UnavailableError,
    UnsupportedError,
    open_store,
)
from mastra_storage_otel import MastraSpanExporter
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    SimpleSpanProcessor,
    SpanExportResult,
)
from recording import Recording


def processing(exporter: MastraSpanExporter, *, simple: bool = False) -> TracerProvider:
    provider = TracerProvider()
    processor: SpanProcessor = (
        SimpleSpanProcessor(exporter) if simple else BatchSpanProcessor(exporter)
    )
    provider.add_span_processor(processor)
    return provider


def stored(url: str) -> list[Trace]:
    """Return all traces that a database holds."""

    async def read() -> list[Trace]:
        async with open_store(url) as store:
            page = await store.observability.list_traces(per_page=100)
            found = [await store.observability.get_trace(root.trace_id) for root in page.spans]
            return [trace for trace in found if trace]

    return asyncio.run(read())


@pytest.fixture
def exporter(url: str) -> Iterator[MastraSpanExporter]:
    exporter = MastraSpanExporter(url)
    yield exporter
    exporter.shutdown()


@pytest.mark.parametrize("simple", [True, False], ids=["simple", "batch"])
def test_a_trace_lands_in_the_tables_of_mastra(url: str, simple: bool) -> None:
    provider = processing(MastraSpanExporter(url), simple=simple)
    tracer = provider.get_tracer("tests")
    with tracer.start_as_current_span("answer"), tracer.start_as_current_span("think"):
        pass

    assert provider.force_flush()
    with closing(sqlite3.connect(url.removeprefix("file:"))) as file:
        rows = file.execute('SELECT name, "spanType" FROM mastra_ai_spans ORDER BY name').fetchall()
    assert rows == [("answer", "generic"), ("think", "generic")]
    provider.shutdown()


def test_an_export_returns_when_its_spans_are_stored(
    exporter: MastraSpanExporter, recording: Recording
) -> None:
    assert exporter.export([recording.made({})]) is SpanExportResult.SUCCESS
    assert exporter.buffer is not None
    assert (exporter.buffer.stored, exporter.buffer.pending) == (1, 0)


def test_all_threads_and_a_running_loop_may_export(url: str) -> None:
    provider = processing(MastraSpanExporter(url))
    tracer = provider.get_tracer("tests")

    def work() -> None:
        for _ in range(20):
            tracer.start_span("step").end()

    async def work_on_a_loop() -> None:
        work()
        provider.force_flush()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    asyncio.run(work_on_a_loop())
    for thread in threads:
        thread.join()
    provider.shutdown()

    assert len(stored(url)) == 100


class Away:
    """A store whose database is away, until it is back."""

    def __init__(self, url: str) -> None:
        self.url, self.back = url, False

    def open(self) -> Store:
        store = open_store(self.url)
        put = store.observability.batch_create_spans

        async def batch_create_spans(spans: list[NewSpan]) -> object:
            if not self.back:
                raise UnavailableError
            return await put(spans)

        store.observability.batch_create_spans = batch_create_spans  # type: ignore[method-assign, assignment]
        return store


class TestAnOutage:
    def test_spans_wait_for_the_database_and_the_program_does_not(
        self, url: str, recording: Recording, caplog: pytest.LogCaptureFixture
    ) -> None:
        away = Away(url)
        exporter = MastraSpanExporter(away.open, export_timeout=0.2, longest_retry=0.01)
        began = time.monotonic()
        results = [exporter.export([recording.made({})]) for _ in range(50)]

        assert set(results) == {SpanExportResult.SUCCESS}
        assert time.monotonic() - began < 9
        (warning,) = [record.getMessage() for record in caplog.records]
        assert warning.startswith("the database is away, and spans wait for it: ")
        away.back = True
        assert exporter.force_flush()
        exporter.shutdown()
        assert len(stored(url)) == 50

    def test_a_full_buffer_is_a_failure_that_is_said(
        self, url: str, recording: Recording, caplog: pytest.LogCaptureFixture
    ) -> None:
        exporter = MastraSpanExporter(Away(url).open, export_timeout=0, max_batch=2, max_spans=2)
        with caplog.at_level(logging.WARNING):
            result = exporter.export([recording.made({}) for _ in range(3)])

        assert result is SpanExportResult.FAILURE
        assert not exporter.force_flush(10)
        exporter.shutdown(10)
        assert "were not stored" in caplog.text


class TestItsEnd:
    def test_after_shutdown_nothing_is_exported(
        self, exporter: MastraSpanExporter, recording: Recording
    ) -> None:
        exporter.export([recording.made({})])
        exporter.shutdown()
        exporter.shutdown()

        assert exporter.export([recording.made({})]) is SpanExportResult.FAILURE
        assert "mastra-storage-otel" not in {thread.name for thread in threading.enumerate()}

    def test_a_shutdown_before_the_first_export(self, url: str) -> None:
        exporter = MastraSpanExporter(url)
        exporter.shutdown()

        assert exporter.force_flush()

    PROGRAM = """
        import os, sys
        from mastra_storage_otel import MastraSpanExporter
        from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        provider = TracerProvider()
        provider.add_span_processor(BatchSpanProcessor(MastraSpanExporter(sys.argv[1])))
        tracer = provider.get_tracer("tests")
        tracer.start_span("parent").end()
    """

    def run(self, url: str, more: str = "") -> None:
        program = textwrap.dedent(self.PROGRAM) + textwrap.dedent(more)
        # Python warns of a fork where there are threads; OpenTelemetry has one of its own anyway.
        quiet = ["-W", "error", "-W", "ignore:This process:DeprecationWarning"]
        command = [sys.executable, *quiet, "-c", program, url]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")

    def test_a_program_that_ends_at_once_loses_nothing(self, url: str) -> None:
        self.run(url)

        assert [trace.spans[0].name for trace in stored(url)] == ["parent"]

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
    def test_a_child_of_a_fork_exports_by_itself(self, url: str) -> None:
        self.run(
            url,
            """
            provider.force_flush()
            child = os.fork()
            if child == 0:
                tracer.start_span("child").end()
                provider.shutdown()
                os._exit(0)
            assert os.waitpid(child, 0)[1] == 0
            tracer.start_span("parent again").end()
            """,
        )

        names = {trace.spans[0].name for trace in stored(url)}
        assert names == {"parent", "child", "parent again"}


class TestWhatIsWrongFromTheStart:
    def test_a_url_that_no_package_knows(self) -> None:
        with pytest.raises(UnsupportedError):
            MastraSpanExporter("redis://localhost")

    def test_settings_that_make_no_sense(self, url: str) -> None:
        with pytest.raises(ConfigurationError, match="max_batch"):
            MastraSpanExporter(url, max_batch=0)


class TestWhatGoesWrongLater:
    def test_a_store_that_cannot_be_opened_again(
        self, url: str, recording: Recording, caplog: pytest.LogCaptureFixture
    ) -> None:
        stores = iter([open_store(url)])
        exporter = MastraSpanExporter(lambda: next(stores))
        exporter.shutdown()
        exporter._restart()  # as in the child of a fork

        assert exporter.export([recording.made({})]) is SpanExportResult.FAILURE
        assert "spans could not be exported: StopIteration" in caplog.text

    def test_a_span_that_cannot_be_read_keeps_no_other_from_being_stored(
        self, url: str, recording: Recording
    ) -> None:
        exporter = MastraSpanExporter(url)
        broken: object = object()

        result = exporter.export([broken, recording.made({})])  # type: ignore[list-item]
        exporter.shutdown()

        assert result is SpanExportResult.FAILURE
        assert len(stored(url)) == 1
