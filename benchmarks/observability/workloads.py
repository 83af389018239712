"""The workloads of the observability domain: the same on every backend and for every contender."""

from collections.abc import Callable

from benchmarks.domain import Domain, Job, Workload
from benchmarks.observability.contender import Page, TraceContender
from benchmarks.observability.contents import LARGE, TABLES, new_batch
from benchmarks.observability.ours import OurTraces
from benchmarks.observability.raw_postgres import RawPostgresTraces
from benchmarks.observability.raw_sqlite import RawSqliteTraces

BATCH = 500


def ingest(contender: TraceContender) -> Job:
    """Store 500 spans that are new; the time is that of a span."""
    spans = contender.made(new_batch(BATCH))
    return lambda: contender.ingest(spans)


def trace(contender: TraceContender) -> Job:
    """Read a trace of 500 spans."""
    return lambda: contender.trace(LARGE)


def page(wanted: Page) -> Callable[[TraceContender], Job]:
    """Read a page of traces."""
    return lambda contender: lambda: contender.traces(wanted)


WORKLOADS = [
    Workload(
        "batch_create_spans 500",
        ingest,
        calls=4,
        items=BATCH,
        recorded={"libsql": 64, "pg": 77},
    ),
    Workload("get_trace 500", trace, calls=5, recorded={"libsql": 26_000, "pg": 7_500}),
    Workload(
        "list_traces first page, total",
        page(Page(0, total=True)),
        calls=20,
        recorded={"libsql": 1_000, "pg": 1_100},
    ),
    Workload("list_traces first page", page(Page(0)), calls=40),
    Workload("list_traces 100th page", page(Page(99)), calls=20),
    Workload("list_traces first page of a user", page(Page(0, user="user-7")), calls=40),
    Workload("list_traces first page, failed", page(Page(0, failed=True)), calls=40),
]

OBSERVABILITY = Domain(
    "observability", WORKLOADS, TABLES, OurTraces, RawSqliteTraces, RawPostgresTraces
)
