"""One call of a program, and how it is made."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from mastra_storage_conformance.replay.calls import perform
from mastra_storage_conformance.replay.transcript import Call, Returned
from mastra_storage_core import Store

Row = dict[str, Any]
Kept = dict[str, Any]
Run = Callable[[Store, Kept], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Act:
    """One call."""

    name: str
    """The domain and the method, such as `memory.clone_thread`."""
    run: Run
    thing: Callable[[Row], object] | None = None
    """Where the call is several transactions, as `prune` says of itself: of which thing a row is a
    part. It may stop between two things, and no thing is half gone.
    """


async def call(store: Store, domain: str, method: str, *args: Any) -> Any:
    """Make a call by the original's name of it; what it raises is raised."""
    answer = await perform(store, Call(0, domain, method, args, Returned(None)), args)
    if isinstance(answer, Returned):
        return answer.value
    raise (answer.kind or RuntimeError)(f"{domain}.{method}: {answer.text}")
