"""Builders for cases: fixed clocks, and ids that no other case, and no other run, has."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from secrets import token_hex
from typing import Any, ClassVar, TypedDict

from mastra_storage_core import (
    MemoryStorage,
    NewMessage,
    NewScore,
    NewSpan,
    Score,
    ScoresStorage,
    Thread,
    WorkflowRun,
    WorkflowsStorage,
)

from mastra_storage_conformance.make_datasets import MakesDatasets

STARTED = 1_709_294_400_000
"""Noon, as the steps of a workflow write it."""
PENDING = {"__mastra_pending__": True}
"""What clears a slot of a foreach, for another try."""


def said(text: str, metadata: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the content of a message that says a text."""
    content: dict[str, Any] = {"format": 2, "parts": [{"type": "text", "text": text}]}
    return content if metadata is None else {**content, "metadata": dict(metadata)}


def succeeded(output: Any = None, **fields: Any) -> dict[str, Any]:
    """Return the result of a step that came to its end."""
    ended = {"status": "success", "output": output, "startedAt": STARTED, "endedAt": STARTED + 5}
    return {**ended, "payload": {}, **fields}


def foreach(*slots: Any, **fields: Any) -> dict[str, Any]:
    """Return the result of a step that is done for each of several items."""
    return succeeded(list(slots), **fields)


def suspended(thread_id: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return the result of a step that waits: of an agent, if it names a thread."""
    state = {"messageList": {"memoryInfo": {"threadId": thread_id}}}
    waits = {"status": "suspended", "payload": {}, "startedAt": STARTED, "suspendedAt": STARTED}
    return {**waits, "suspendPayload": {"__streamState": state} if thread_id else {}, **fields}


def started(thread_id: str) -> dict[str, Any]:
    """Return the input of a run that an agent started, which works on a thread."""
    return {"messageListState": {"memoryInfo": {"threadId": thread_id}}}


class Key(TypedDict):
    """What names a run."""

    workflow_name: str
    run_id: str


class Make(MakesDatasets):
    """Builds the values of one case. Threads and messages belong to `owner`, runs are of `workflow`
    and belong to nobody, scores are of `scorer`, unless told otherwise.
    """

    noon: ClassVar[datetime] = datetime(2024, 3, 1, 12, tzinfo=UTC)

    def __init__(self) -> None:
        self._case = token_hex(6)
        self._numbers = count()
        self.owner = self.id("owner")
        self.workflow = self.id("workflow")
        self.scorer = self.id("scorer")

    def id(self, name: str = "id") -> str:
        """Return a new id that begins with a name, by which ids of one case are sorted."""
        return f"{name}-{next(self._numbers):03}-{self._case}"

    def after(self, seconds: float) -> datetime:
        """Return a time so many seconds after noon."""
        return self.noon + timedelta(seconds=seconds)

    def new_thread(
        self,
        *,
        thread_id: str | None = None,
        owner: str | None = None,
        title: str = "A title",
        metadata: Mapping[str, Any] | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
    ) -> Thread:
        """Return a thread that is not saved."""
        at = created_at or self.noon
        return Thread(
            id=thread_id or self.id("thread"),
            resource_id=owner or self.owner,
            title=title,
            metadata=None if metadata is None else dict(metadata),
            created_at=at,
            updated_at=updated_at or at,
        )

    async def thread(
        self,
        memory: MemoryStorage,
        *,
        thread_id: str | None = None,
        owner: str | None = None,
        title: str = "A title",
        metadata: Mapping[str, Any] | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
    ) -> Thread:
        """Save a thread and return it."""
        return await memory.save_thread(
            self.new_thread(
                thread_id=thread_id,
                owner=owner,
                title=title,
                metadata=metadata,
                created_at=created_at,
                updated_at=updated_at,
            )
        )

    def message(
        self,
        thread: Thread,
        content: Any = "Hello",
        *,
        message_id: str | None = None,
        owner: str | None = None,
        role: str = "user",
        kind: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        created_at: datetime | None = None,
    ) -> NewMessage:
        """Return a message of a thread, not saved; text becomes content in today's format."""
        return NewMessage(
            id=message_id or self.id("message"),
            thread_id=thread.id,
            resource_id=owner or thread.resource_id,
            role=role,
            type=kind,
            content=said(content, metadata) if isinstance(content, str) else content,
            created_at=created_at,
        )

    def messages(
        self,
        thread: Thread,
        number: int,
        *,
        ids: Sequence[str] | None = None,
        created_at: datetime | None = None,
    ) -> list[NewMessage]:
        """Return messages in their order: a second apart from noon on, or all of one time."""
        return [
            self.message(
                thread,
                f"Text {index}",
                message_id=ids[index] if ids else None,
                created_at=created_at or self.after(index),
            )
            for index in range(number)
        ]

    def key(self, name: str = "run") -> Key:
        """Return the name of a run that there is not yet."""
        return {"workflow_name": self.workflow, "run_id": self.id(name)}

    def snapshot(self, *, status: str = "running", **members: Any) -> dict[str, Any]:
        """Return the state of a run as Mastra writes it, with members of the caller's."""
        step = {"type": "step", "step": {"id": "one", "description": "The first"}}
        return {
            "runId": "run",
            "status": status,
            "value": {},
            "context": {"input": {"question": "Why?"}},
            "activePaths": [],
            "activeStepsPath": {},
            "serializedStepGraph": [step, {"type": "sleep", "id": "two", "duration": 1.5}],
            "suspendedPaths": {},
            "waitingPaths": {},
            "resumeLabels": {},
            "requestContext": {},
            "timestamp": STARTED,
            **members,
        }

    async def run(
        self,
        workflows: WorkflowsStorage,
        snapshot: Mapping[str, Any] | None = None,
        *,
        run_id: str | None = None,
        workflow: str | None = None,
        owner: str | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
    ) -> WorkflowRun:
        """Persist a run, of noon unless told otherwise; return it as it is to be read."""
        run = WorkflowRun(
            workflow_name=workflow or self.workflow,
            run_id=run_id or self.id("run"),
            resource_id=owner,
            snapshot=self.snapshot() if snapshot is None else dict(snapshot),
            created_at=created_at or self.noon,
            updated_at=updated_at or created_at or self.noon,
        )
        await workflows.persist_workflow_snapshot(
            workflow_name=run.workflow_name,
            run_id=run.run_id,
            resource_id=run.resource_id,
            snapshot=run.snapshot,
            created_at=run.created_at,
            updated_at=run.updated_at,
        )
        return run

    def span(
        self,
        *,
        trace_id: str | None = None,
        span_id: str | None = None,
        at: float = 0,
        lasts: float | None = 1,
        **fields: Any,
    ) -> NewSpan:
        """Return a span that is not stored: so many seconds after noon, and long; it runs still if
        it lasts `None`. It is the root of a trace of its own unless told otherwise.
        """
        return NewSpan(
            trace_id=trace_id or self.id("trace"),
            span_id=span_id or self.id("span"),
            started_at=self.after(at),
            ended_at=None if lasts is None else self.after(at + lasts),
            **({"name": "A step", "span_type": "generic"} | fields),
        )

    def new_score(self, **fields: Any) -> NewScore:
        """Return a score that is not saved, of noon unless told otherwise."""
        values = {
            "id": self.id("score"),
            "scorer_id": self.scorer,
            "run_id": "run",
            "entity_id": "agent",
            "entity_type": "AGENT",
            "source": "LIVE",
            "score": 0.5,
            "scorer": {"id": self.scorer, "name": "A scorer"},
            "entity": {"id": "agent"},
            "output": {"text": "Because."},
            "created_at": self.noon,
        }
        return NewScore(**(values | fields))

    async def score(self, scores: ScoresStorage, **fields: Any) -> Score:
        """Save a score and return it."""
        return await scores.save_score(self.new_score(**fields))
