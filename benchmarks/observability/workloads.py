"""The workloads of the observability domain: the same on every backend and for every contender."""

from collections.abc import Callable

from benchmarks.contender import Job
from benchmarks.domain import Domain, Workload
from benchmarks.observability.contender import Page, TraceContender
from benchmarks.observability.contents import LARGE, new_batch, tables
from benchmarks.observability.mastra import OriginalTraces
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


FIRST = "list_traces first page"
WORKLOADS = [
    Workload("batch_create_spans 500", "batch", ingest, calls=4, items=BATCH),
    Workload("get_trace 500", "whole", trace, calls=5),
    Workload(FIRST, "list", page(Page(0)), calls=10),
    Workload(f"{FIRST}, total", "list", page(Page(0, total=True)), calls=10),
    Workload("list_traces 100th page", "list", page(Page(99)), calls=10),
    Workload(f"{FIRST} of a user", "list", page(Page(0, user="user-7")), calls=10),
    Workload(f"{FIRST}, failed", "list", page(Page(0, failed=True)), calls=10),
    Workload(f"{FIRST}, large", "list", page(Page(0)), calls=10, large=True, flat=FIRST),
    Workload(f"{FIRST}, large, total", "list", page(Page(0, total=True)), calls=2, large=True),
]

OBSERVABILITY = Domain(
    "observability",
    WORKLOADS,
    tables,
    OurTraces,
    RawSqliteTraces,
    RawPostgresTraces,
    OriginalTraces,
)
