"""Which threads of the memory domain a run works on. The one definition; backends that ask in a
database are held to it.
"""

from typing import Any

from mastra_storage_core.domains.workflows.requests import Snapshot

SUSPENDED_AT = ("suspendPayload", "__streamState", "messageList", "memoryInfo", "threadId")
"""Where an agent that is suspended keeps its thread, below its step in the context."""
STARTED_AT = ("input", "messageListState", "memoryInfo", "threadId")
"""Where an agent that was started finds its thread, below the context."""


def thread_ids(snapshot: Snapshot) -> set[str]:
    """Return the threads that a snapshot names: those of suspended steps, and that of the input."""
    context = snapshot.get("context")
    if not isinstance(context, dict):
        return set()
    suspended = (
        step
        for step in context.values()
        if isinstance(step, dict) and step.get("status") == "suspended"
    )
    found = [_at(step, SUSPENDED_AT) for step in suspended]
    return {each for each in (*found, _at(context, STARTED_AT)) if isinstance(each, str)}


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value
