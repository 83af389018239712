"""The workloads of the memory domain: the same on every backend and for every contender."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from benchmarks import contents
from benchmarks.contender import Contender

THREADS = list(contents.threads(2_000, owners=20))
LONG, BUSY = THREADS[0], THREADS[1]
"""The thread of 10,000 messages, and the one that messages are saved to."""

Job = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Workload:
    name: str
    prepare: Callable[[Contender], Job]
    """Make the input of one call; what it returns is timed."""
    calls: int
    """How often in each round."""
    items: int = 1
    """How many messages a call is about, where its time is told for each."""


def save_thread(contender: Contender) -> Job:
    """Replace a thread that exists."""
    thread = contender.thread(THREADS[7])
    return lambda: contender.save_thread(thread)


def get_thread(contender: Contender) -> Job:
    """Get a thread by its id."""
    return lambda: contender.get_thread("thread-7")


def save_messages(size: int) -> Callable[[Contender], Job]:
    """Save new messages, whose times are left to the store."""

    def prepare(contender: Contender) -> Job:
        messages = contender.messages(contents.messages(size, BUSY, timed=False))
        return lambda: contender.save_messages(messages)

    return prepare


WORKLOADS = [
    Workload("save_thread", save_thread, calls=100),
    Workload("get_thread", get_thread, calls=100),
    Workload("save_message_1", save_messages(1), calls=50),
    Workload("save_messages_100", save_messages(100), calls=10, items=100),
    Workload(
        "list_messages_last_40 of 10k",
        lambda contender: lambda: contender.last_messages(LONG["id"], 40),
        calls=20,
    ),
    Workload(
        "list_messages_all_10k",
        lambda contender: lambda: contender.all_messages(LONG["id"]),
        calls=4,
        items=10_000,
    ),
    Workload(
        "list_threads_by_resource",
        lambda contender: lambda: contender.threads_of(THREADS[0]["resource_id"]),
        calls=20,
    ),
]

RECORDED_ELSEWHERE: dict[str, dict[str, int]] = {
    "libsql": {
        "get_thread": 58,
        "save_message_1": 229,
        "save_messages_100": 63,
        "list_messages_last_40 of 10k": 1_168,
        "list_messages_all_10k": 852,
    },
    "pg": {
        "get_thread": 307,
        "save_message_1": 2_072,
        "save_messages_100": 66,
        "list_messages_last_40 of 10k": 3_006,
        "list_messages_all_10k": 790,
    },
}
"""Microseconds of Mastra in TypeScript on another machine of two cores, for scale."""


async def fill(contender: Contender) -> None:
    """Save the threads, and the messages of the long one."""
    for thread in THREADS:
        await contender.save_thread(contender.thread(thread))
    messages: list[Any] = contents.messages(10_000, LONG, timed=True)
    for start in range(0, len(messages), 1_000):
        await contender.save_messages(contender.messages(messages[start : start + 1_000]))
