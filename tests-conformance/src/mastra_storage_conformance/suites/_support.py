"""What several suites say in the same words. No case lives here."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol

from mastra_storage_core import (
    Dataset,
    DatasetsStorage,
    LightSpan,
    MemoryStorage,
    Message,
    NewMessage,
    NewSpan,
    ObservabilityStorage,
    ObservationalMemory,
    ObservationChunk,
    Score,
    ScoresStorage,
    Span,
    StorageDomain,
    Thread,
    WorkflowRun,
    WorkflowsStorage,
)
from mastra_storage_core.ids import now

from mastra_storage_conformance.make import Key, Make


def next_millisecond() -> datetime:
    """Wait until what is written now has a later time than what is stored; return that time."""
    before = now()
    while (moment := now()) == before:
        pass
    return moment


def moment_between() -> Callable[[datetime], None]:
    """Return a check that a moment lies between now and then. The time of what was stored before
    is not between.
    """
    start = next_millisecond()

    def check(moment: datetime) -> None:
        assert start <= moment <= now()

    return check


async def version_of(datasets: DatasetsStorage, dataset: Dataset) -> int:
    """Return the version of a data set, which its records of versions must agree with."""
    found = await datasets.get_dataset_by_id(dataset.id)
    assert found is not None
    page = await datasets.list_dataset_versions(dataset.id, per_page=None)
    assert [each.version for each in page.versions] == list(range(found.version, 0, -1))
    return found.version


class Identified(Protocol):
    """Anything that has an id."""

    @property
    def id(self) -> str: ...


def keeper(domain: StorageDomain) -> str:
    """Return the name of the store that a domain is part of, also where a composite joins it."""
    assert domain.store is not None
    return domain.store.name


def ids(values: Iterable[Identified]) -> list[str]:
    """Return the ids of values, in their order."""
    return [value.id for value in values]


def texts(messages: Sequence[Message]) -> list[str]:
    """Return what messages of one text say."""
    return [message.content["parts"][0]["text"] for message in messages]


async def reread(memory: MemoryStorage, thread: Thread) -> Thread:
    """Return a thread as it is now."""
    found = await memory.get_thread_by_id(thread.id)
    assert found is not None
    return found


async def save(memory: MemoryStorage, *messages: NewMessage) -> list[Message]:
    """Save messages in one call."""
    return await memory.save_messages(messages)


async def content_of(memory: MemoryStorage, message_id: str) -> dict[str, Any]:
    """Return the content of a message as it is now."""
    (message,) = await memory.list_messages_by_id([message_id], include_system=True)
    return message.content


def chunk(make: Make, cycle: str, **fields: Any) -> ObservationChunk:
    """Return a chunk of observations that waits in a buffer."""
    values: dict[str, Any] = {
        "cycle_id": cycle,
        "observations": f"Saw {cycle}",
        "token_count": 7,
        "message_ids": [f"of {cycle}"],
        "message_tokens": 10,
        "last_observed_at": make.noon,
        "created_at": make.noon,
    }
    return ObservationChunk(**(values | fields))


async def observe(memory: MemoryStorage, make: Make, **fields: Any) -> ObservationalMemory:
    """Insert the first record of a thread and return it."""
    values: dict[str, Any] = {
        "scope": "thread",
        "thread_id": make.id("thread"),
        "resource_id": make.owner,
        "created_at": make.noon,
    }
    record = ObservationalMemory(**(values | fields))
    await memory.insert_observational_memory_record(record)
    return record


async def record_of(memory: MemoryStorage, record: ObservationalMemory) -> ObservationalMemory:
    """Return a record, of any generation, as it is now."""
    history = await memory.get_observational_memory_history(
        record.thread_id, resource_id=record.resource_id, limit=None
    )
    return next(each for each in history if each.id == record.id)


def key(run: WorkflowRun) -> Key:
    """Return what names a run."""
    return {"workflow_name": run.workflow_name, "run_id": run.run_id}


def run_ids(runs: Iterable[WorkflowRun]) -> list[str]:
    """Return the ids of runs, in their order."""
    return [run.run_id for run in runs]


async def run_now(workflows: WorkflowsStorage, named: Key) -> WorkflowRun:
    """Return a run as it is now."""
    found = await workflows.get_workflow_run_by_id(
        named["run_id"], workflow_name=named["workflow_name"]
    )
    assert found is not None
    return found


def span_ids(spans: Iterable[NewSpan | LightSpan]) -> list[str]:
    """Return the ids of spans, in their order."""
    return [span.span_id for span in spans]


def trace_ids(spans: Iterable[NewSpan | LightSpan]) -> list[str]:
    """Return the traces of spans, in their order."""
    return [span.trace_id for span in spans]


def as_given(span: NewSpan) -> NewSpan:
    """Return what was given of a stored span, to compare."""
    return NewSpan(**{name: getattr(span, name) for name in NewSpan.model_fields})


async def store_spans(observability: ObservabilityStorage, *spans: NewSpan) -> None:
    """Store spans in one call, all of them."""
    result = await observability.batch_create_spans(spans)
    assert (result.stored, result.rejected) == (len(spans), [])


async def span_now(observability: ObservabilityStorage, span: NewSpan) -> Span:
    """Return a span as it is now."""
    found = await observability.get_span(trace_id=span.trace_id, span_id=span.span_id)
    assert found is not None
    return found


async def score_now(scores: ScoresStorage, score_id: str) -> Score:
    """Return a score as it is now."""
    found = await scores.get_score_by_id(score_id)
    assert found is not None
    return found
