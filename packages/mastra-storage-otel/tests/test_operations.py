"""Metrics and spans of what a store does, made by the real SDK."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from mastra_storage_core import CompositeStore, InvalidInputError, Store, open_store
from mastra_storage_otel import MastraSpanExporter, instrument
from mastra_storage_otel.operations import BUCKETS
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

SECRET = "hunter2"


class Telemetry:
    """The providers of a program, and what they were told."""

    def __init__(self) -> None:
        self._reader = InMemoryMetricReader()
        self._kept = InMemorySpanExporter()
        self.meters = MeterProvider([self._reader])
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self._kept))

    def instrument(self, store: Store, **options: Any) -> Callable[[], None]:
        providers: Any = {"tracer_provider": self.tracers, "meter_provider": self.meters}
        return instrument(store, **providers, **options)

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        return self._kept.get_finished_spans()

    def points(self, name: str) -> list[Any]:
        """The data points of a metric."""
        data = self._reader.get_metrics_data()
        scopes = (
            [scope for each in data.resource_metrics for scope in each.scope_metrics]
            if data
            else []
        )
        found = [metric for scope in scopes for metric in scope.metrics if metric.name == name]
        return [point for metric in found for point in metric.data.data_points]


@pytest.fixture
def telemetry() -> Iterator[Telemetry]:
    made = Telemetry()
    yield made
    made.meters.shutdown()
    made.tracers.shutdown()


@pytest.mark.asyncio
class TestSpans:
    """Every operation is a span, and those within it are parts of it."""

    async def test_a_span_names_the_database_and_the_operation(
        self, telemetry: Telemetry, url: str
    ) -> None:
        async with open_store(url) as store:
            telemetry.instrument(store)
            await store.memory.list_threads()

        (span,) = telemetry.spans
        assert (span.name, span.kind) == ("memory.list_threads", SpanKind.CLIENT)
        assert dict(span.attributes or {}) == {
            "db.system.name": "sqlite",
            "db.operation.name": "memory.list_threads",
        }
        assert span.status.status_code is StatusCode.UNSET

    async def test_it_is_a_child_of_what_the_program_does(self, telemetry: Telemetry) -> None:
        async with open_store("memory:") as store:
            telemetry.instrument(store)
            with telemetry.tracers.get_tracer("tests").start_as_current_span("answer"):
                await asyncio.gather(
                    store.memory.list_threads(), store.workflows.list_workflow_runs()
                )

        *parts, answer = telemetry.spans
        assert {part.name for part in parts} == {
            "memory.list_threads",
            "workflows.list_workflow_runs",
        }
        assert {part.parent and part.parent.span_id for part in parts} == {answer.context.span_id}

    async def test_an_operation_within_another_is_a_part_of_it(self, telemetry: Telemetry) -> None:
        async with open_store("memory:") as store:
            telemetry.instrument(store)
            await store.memory.create_thread(resource_id="ada", title="Travel")

        assert [span.name for span in telemetry.spans] == ["memory.create_thread"]

    async def test_one_that_fails_says_how_and_not_in_whose_words(
        self, telemetry: Telemetry
    ) -> None:
        async with open_store("memory:") as store:
            telemetry.instrument(store)
            thread = await store.memory.create_thread(resource_id=SECRET, title=SECRET)
            with pytest.raises(InvalidInputError):
                await store.memory.save_thread(thread, resource_id="eve")

        span = telemetry.spans[-1]
        assert span.status.status_code is StatusCode.ERROR
        assert dict(span.attributes or {})["error.type"] == "InvalidInputError"
        assert SECRET not in "".join(each.to_json() for each in telemetry.spans)
        assert span.events == ()


@pytest.mark.asyncio
class TestMetrics:
    """Durations of operations are a histogram, and connections are counted."""

    async def test_durations_are_told_apart_by_operation_and_error(
        self, telemetry: Telemetry
    ) -> None:
        async with open_store("memory:") as store:
            telemetry.instrument(store)
            thread = await store.memory.create_thread(resource_id="ada", title="Travel")
            await store.memory.list_threads()
            await store.memory.list_threads()
            with pytest.raises(InvalidInputError):
                await store.memory.save_thread(thread, resource_id="eve")

        points = telemetry.points("db.client.operation.duration")
        counts = {
            (point.attributes["db.operation.name"], point.attributes.get("error.type")): point.count
            for point in points
        }
        assert counts == {
            ("memory.create_thread", None): 1,
            ("memory.list_threads", None): 2,
            ("memory.save_thread", "InvalidInputError"): 1,
        }
        assert tuple(points[0].explicit_bounds) == BUCKETS

    async def test_connections_are_counted_by_state(self, telemetry: Telemetry, url: str) -> None:
        async with open_store(url, readers=1) as store:
            telemetry.instrument(store, name="app")
            await store.memory.list_threads()
            counts = telemetry.points("db.client.connection.count")
            (limit,) = telemetry.points("db.client.connection.max")
            (waiting,) = telemetry.points("db.client.connection.pending_requests")

        by_state = {each.attributes["db.client.connection.state"]: each.value for each in counts}
        assert by_state == {"idle": 2, "used": 0}
        assert (limit.value, waiting.value) == (2, 0)
        assert limit.attributes == {"db.client.connection.pool.name": "app"}

    async def test_a_store_without_connections_has_no_figures_of_them(
        self, telemetry: Telemetry
    ) -> None:
        async with open_store("memory:") as store:
            telemetry.instrument(store)
            assert telemetry.points("db.client.connection.count") == []


@pytest.mark.asyncio
class TestInstrument:
    """A backend is watched once, until it is ended, and not while OpenTelemetry exports."""

    async def test_after_the_end_nothing_is_told(self, telemetry: Telemetry, url: str) -> None:
        async with open_store(url) as store:
            end = telemetry.instrument(store)
            end()
            await store.memory.list_threads()

            assert telemetry.spans == ()
            assert telemetry.points("db.client.connection.count") == []

    async def test_a_second_call_replaces_the_first(self, telemetry: Telemetry) -> None:
        async with open_store("memory:") as store:
            telemetry.instrument(store)
            telemetry.instrument(CompositeStore(id="app", default=store))
            await store.memory.list_threads()

        assert len(telemetry.spans) == 1

    async def test_the_backends_of_a_composite_are_told_apart(
        self, telemetry: Telemetry, url: str
    ) -> None:
        kept, passing = open_store(url), open_store("memory:")
        composite = CompositeStore(id="app", default=kept, domains={"workflows": passing})
        async with composite as store:
            telemetry.instrument(store)
            await store.memory.list_threads()
            await store.workflows.list_workflow_runs()

        systems = [dict(span.attributes or {})["db.system.name"] for span in telemetry.spans]
        assert systems == ["sqlite", "memory"]

    async def test_the_store_that_traces_are_written_to_is_not_traced(
        self, telemetry: Telemetry, url: str
    ) -> None:
        """Each batch would be the cause of another one."""

        def opened() -> Store:
            store = open_store(url)
            telemetry.instrument(store)
            return store

        exporter = MastraSpanExporter(opened)
        telemetry.tracers.add_span_processor(BatchSpanProcessor(exporter))
        for _ in range(3):
            telemetry.tracers.get_tracer("tests").start_span("answer").end()
            await asyncio.to_thread(telemetry.tracers.force_flush)
        await asyncio.to_thread(exporter.shutdown)

        assert [span.name for span in telemetry.spans] == ["answer"] * 3
        assert telemetry.points("db.client.operation.duration") == []
        async with open_store(url) as store:
            assert (await store.observability.list_traces()).total == 3
