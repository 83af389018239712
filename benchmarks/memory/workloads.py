"""The workloads of the memory domain: the same on every backend and for every contender."""

from collections.abc import Callable, Sequence
from itertools import cycle

from benchmarks.contender import Job, Json
from benchmarks.domain import Domain, Workload
from benchmarks.memory.contender import MemoryContender
from benchmarks.memory.contents import BUSY, CROWD, HUGE, LONG, SHORT, THREADS, messages, tables
from benchmarks.memory.mastra import OriginalMemory
from benchmarks.memory.ours import OurMemory
from benchmarks.memory.raw_postgres import RawPostgresMemory
from benchmarks.memory.raw_sqlite import RawSqliteMemory


def save_thread(contender: MemoryContender) -> Job:
    """Replace a thread that exists."""
    thread = contender.thread(THREADS[7])
    return lambda: contender.save_thread(thread)


def get_thread(contender: MemoryContender) -> Job:
    """Get a thread by its id."""
    return lambda: contender.get_thread("thread-7")


def save_messages(size: int, threads: Sequence[Json] = (BUSY,)) -> Callable[[MemoryContender], Job]:
    """Save new messages, whose times are left to the store's clock, to each thread in turn."""
    turns = cycle(threads)

    def prepare(contender: MemoryContender) -> Job:
        made = contender.messages(messages(size, next(turns), timed=False))
        return lambda: contender.save_messages(made)

    return prepare


def last_messages(thread: Json, *, total: bool = False) -> Callable[[MemoryContender], Job]:
    """Read the last 40 messages of a thread."""
    return lambda contender: lambda: contender.last_messages(thread["id"], total=total)


def all_messages(contender: MemoryContender) -> Job:
    """Read a long thread whole."""
    return lambda: contender.all_messages(LONG["id"])


def threads_of(*, total: bool) -> Callable[[MemoryContender], Job]:
    """Read the first page of an owner's threads."""
    owner = THREADS[0]["resource_id"]
    return lambda contender: lambda: contender.threads_of(owner, total=total)


LAST, SAVE = "list_messages_last_40", "save_message_1"
WORKLOADS = [
    Workload("save_thread", "point write", save_thread, calls=100),
    Workload("get_thread", "point read", get_thread, calls=100),
    Workload("get_thread, 8 callers", "point read", get_thread, calls=256, at_once=8),
    Workload("get_thread, 64 callers", "point read", get_thread, calls=256, at_once=64),
    Workload(SAVE, "point write", save_messages(1), calls=50),
    Workload(f"{SAVE}, 8 callers", "point write", save_messages(1, CROWD), calls=64, at_once=8),
    Workload(f"{SAVE}, 64 callers", "point write", save_messages(1, CROWD), calls=128, at_once=64),
    Workload(
        f"{SAVE}, 64 callers, one thread", "point write", save_messages(1), calls=64, at_once=64
    ),
    Workload("save_messages_100", "batch", save_messages(100), calls=10, items=100),
    Workload(f"{LAST} of 10", "list", last_messages(SHORT), calls=40),
    Workload(f"{LAST} of 10k", "list", last_messages(LONG), calls=20),
    Workload(f"{LAST}, 8 callers", "list", last_messages(LONG), calls=64, at_once=8),
    Workload(f"{LAST}, 64 callers", "list", last_messages(LONG), calls=64, at_once=64),
    Workload(f"{LAST} of 10k, total", "list", last_messages(LONG, total=True), calls=20),
    Workload(
        f"{LAST}, large", "list", last_messages(HUGE), calls=20, large=True, flat=f"{LAST} of 10k"
    ),
    Workload(f"{LAST}, large, total", "list", last_messages(HUGE, total=True), calls=2, large=True),
    Workload("list_messages_all_10k", "whole", all_messages, calls=1, items=10_000),
    Workload("list_threads 20 of 10k", "list", threads_of(total=False), calls=20),
    Workload("list_threads 20 of 10k, total", "list", threads_of(total=True), calls=20),
    Workload(
        "list_threads 20, large",
        "list",
        threads_of(total=False),
        calls=20,
        large=True,
        flat="list_threads 20 of 10k",
    ),
    Workload("list_threads 20, large, total", "list", threads_of(total=True), calls=5, large=True),
]

MEMORY = Domain(
    "memory",
    WORKLOADS,
    tables,
    OurMemory,
    RawSqliteMemory,
    RawPostgresMemory,
    OriginalMemory,
    {"OpenAI Agents SDK": "benchmarks.memory.openai_agents"},
)
