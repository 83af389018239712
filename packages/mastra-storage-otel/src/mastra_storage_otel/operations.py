"""Metrics and spans of what a store does, by the semantic conventions for databases.
https://opentelemetry.io/docs/specs/semconv/database/
"""

import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from time import perf_counter

from mastra_storage_core import Observer, Operation, PoolHealth, Store
from opentelemetry import metrics, trace

# The SDK has no public name for this, by which its own processors keep exporters from being traced.
from opentelemetry.context import _SUPPRESS_INSTRUMENTATION_KEY, get_value
from opentelemetry.metrics import CallbackOptions, Meter, MeterProvider, Observation
from opentelemetry.trace import SpanKind, Status, StatusCode, TracerProvider

from mastra_storage_otel._version import __version__

SYSTEMS = {"LIBSQL": "sqlite", "PG": "postgresql"}
"""What the conventions call the databases of stores; any other goes by the name of its store."""
BUCKETS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0)
"""Seconds, as the conventions advise."""
_SCOPE = "mastra_storage_otel"


def instrument(
    store: Store,
    *,
    name: str | None = None,
    tracer_provider: TracerProvider | None = None,
    meter_provider: MeterProvider | None = None,
) -> Callable[[], None]:
    """Make a span and a measurement of every operation of a store, and figures of its connections;
    return a function that ends this.

    Of a composite this is done for each of its backends, once, whoever asks: a second call replaces
    the first. An operation within another one is a part of it. What is done while OpenTelemetry
    exports is left out, so that a store that traces are written to may be instrumented.

    `name` tells pools apart, where a program has several of one kind. Without providers those of
    the program are used. Nothing holds contents, ids, addresses or the words of an error.
    """
    tracer = trace.get_tracer(_SCOPE, __version__, tracer_provider)
    meter = metrics.get_meter(_SCOPE, __version__, meter_provider)
    observers = {backend: _Operations(backend, tracer, meter) for backend in store.backends}
    for backend, observer in observers.items():
        backend.watch.observers = (*_others(backend), observer)
        _observe_pool(meter, backend, observer, name)

    def end() -> None:
        for backend, observer in observers.items():
            kept = tuple(each for each in backend.watch.observers if each is not observer)
            backend.watch.observers = kept

    return end


class _Operations:
    """Watches the operations of one backend."""

    def __init__(self, backend: Store, tracer: trace.Tracer, meter: Meter) -> None:
        self._system = SYSTEMS.get(backend.name, backend.name.lower())
        self._tracer = tracer
        self._duration = meter.create_histogram(
            "db.client.operation.duration",
            unit="s",
            description="Duration of operations of a store.",
            explicit_bucket_boundaries_advisory=BUCKETS,
        )

    @contextmanager
    def __call__(self, operation: Operation) -> Iterator[None]:
        if get_value(_SUPPRESS_INSTRUMENTATION_KEY):
            yield
            return
        name = f"{operation.domain}.{operation.method}"
        facts = {"db.system.name": self._system, "db.operation.name": name}
        started = perf_counter()
        with self._tracer.start_as_current_span(
            name,
            kind=SpanKind.CLIENT,
            attributes=facts,
            record_exception=False,  # it would hold ids, and a driver's words
            set_status_on_exception=False,
        ) as span:
            try:
                yield
            except BaseException as error:
                facts["error.type"] = type(error).__name__
                span.set_attributes(facts)
                span.set_status(Status(StatusCode.ERROR))
                raise
            finally:
                self._duration.record(perf_counter() - started, facts)


def _others(backend: Store) -> Iterable[Observer]:
    return (each for each in backend.watch.observers if not isinstance(each, _Operations))


FIGURES: dict[str, tuple[str, Callable[[PoolHealth], dict[str, int]]]] = {
    "count": ("{connection}", lambda pool: {"idle": pool.idle, "used": pool.size - pool.idle}),
    "pending_requests": ("{request}", lambda pool: {"": pool.waiting}),
    "max": ("{connection}", lambda pool: {"": pool.limit}),
}
"""The metrics of connections, `db.client.connection.…`: unit, and value for each state."""


def _observe_pool(meter: Meter, backend: Store, observer: _Operations, name: str | None) -> None:
    """Let the meter ask for the connections of a backend, as long as it is watched and alive."""
    reference = weakref.ref(backend)
    facts = {"db.client.connection.pool.name": name or backend.name.lower()}

    def values(
        read: Callable[[PoolHealth], dict[str, int]], options: CallbackOptions
    ) -> Iterator[Observation]:
        found = reference()
        if found is not None and observer in found.watch.observers and found.pool is not None:
            for state, value in read(found.pool).items():
                states = {"db.client.connection.state": state} if state else {}
                yield Observation(value, facts | states)

    for figure, (unit, read) in FIGURES.items():
        metric = f"db.client.connection.{figure}"
        meter.create_observable_up_down_counter(metric, [partial(values, read)], unit=unit)
