"""The workloads of the workflows domain: the same on every backend and for every contender."""

from collections.abc import Callable
from random import Random

from benchmarks.contender import Job
from benchmarks.domain import Domain, Workload
from benchmarks.workflows.contender import WorkflowsContender
from benchmarks.workflows.contents import (
    BUSY,
    LARGE,
    LISTED,
    RUN,
    STEP,
    of_10_kb,
    step_result,
    tables,
)
from benchmarks.workflows.mastra import OriginalWorkflows
from benchmarks.workflows.ours import OurWorkflows
from benchmarks.workflows.raw_postgres import RawPostgresWorkflows
from benchmarks.workflows.raw_sqlite import RawSqliteWorkflows

_random = Random(2)


def persist(contender: WorkflowsContender) -> Job:
    """Replace the snapshot of a run that exists."""
    snapshot = of_10_kb(_random)
    return lambda: contender.persist(BUSY, RUN, snapshot)


def load(contender: WorkflowsContender) -> Job:
    """Load that snapshot."""
    return lambda: contender.load(BUSY, RUN)


def update_results(contender: WorkflowsContender) -> Job:
    """Merge one step's result of 500 bytes into it."""
    result = step_result(_random)
    return lambda: contender.update_results(BUSY, RUN, STEP, result)


def first_page(*, total: bool) -> Callable[[WorkflowsContender], Job]:
    """Read the 20 newest runs of a workflow."""
    return lambda contender: lambda: contender.runs_of(LISTED, 20, total=total)


def whole_run(contender: WorkflowsContender) -> Job:
    """Get a run whose snapshot has 1 MB."""
    return lambda: contender.run(BUSY, LARGE)


def status_of_run(contender: WorkflowsContender) -> Job:
    """Get nothing of that snapshot but its status.

    The driver's twin is the SQL for this one member: who writes by hand knows which it is.
    """
    return lambda: contender.status_of(BUSY, LARGE)


WORKLOADS = [
    Workload("persist_snapshot_10KB", "point write", persist, calls=50),
    Workload("load_snapshot_10KB", "point read", load, calls=100),
    Workload("update_workflow_results", "point write", update_results, calls=50),
    Workload("list_workflow_runs 20 of 100k", "list", first_page(total=False), calls=10),
    Workload("list_workflow_runs 20 of 100k, total", "list", first_page(total=True), calls=10),
    Workload("get_workflow_run_by_id 1MB", "point read", whole_run, calls=5),
    Workload("get_workflow_run_by_id 1MB, status", "point read", status_of_run, calls=10),
    Workload(
        "list_workflow_runs 20, large",
        "list",
        first_page(total=False),
        calls=10,
        large=True,
        flat="list_workflow_runs 20 of 100k",
    ),
    Workload(
        "list_workflow_runs 20, large, total", "list", first_page(total=True), calls=2, large=True
    ),
]

WORKFLOWS = Domain(
    "workflows",
    WORKLOADS,
    tables,
    OurWorkflows,
    RawSqliteWorkflows,
    RawPostgresWorkflows,
    OriginalWorkflows,
    {"LangGraph": "benchmarks.workflows.langgraph"},
)
