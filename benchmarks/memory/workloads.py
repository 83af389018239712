"""The workloads of the memory domain: the same on every backend and for every contender."""

from collections.abc import Callable

from benchmarks.domain import Domain, Job, Workload
from benchmarks.memory.contender import MemoryContender
from benchmarks.memory.contents import BUSY, LONG, TABLES, THREADS, messages
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


def save_messages(size: int) -> Callable[[MemoryContender], Job]:
    """Save new messages, whose times are left to the store."""

    def prepare(contender: MemoryContender) -> Job:
        made = contender.messages(messages(size, BUSY, timed=False))
        return lambda: contender.save_messages(made)

    return prepare


def last_messages(contender: MemoryContender) -> Job:
    """Read the last page of a long thread, with its total."""
    return lambda: contender.last_messages(LONG["id"], 40)


def all_messages(contender: MemoryContender) -> Job:
    """Read a long thread whole."""
    return lambda: contender.all_messages(LONG["id"])


def threads_of(contender: MemoryContender) -> Job:
    """Read the first page of an owner's threads, with their total."""
    return lambda: contender.threads_of(THREADS[0]["resource_id"])


WORKLOADS = [
    Workload("save_thread", save_thread, calls=100),
    Workload("get_thread", get_thread, calls=100, recorded={"libsql": 58, "pg": 307}),
    Workload("save_message_1", save_messages(1), calls=50, recorded={"libsql": 229, "pg": 2_072}),
    Workload(
        "save_messages_100",
        save_messages(100),
        calls=10,
        items=100,
        recorded={"libsql": 63, "pg": 66},
    ),
    Workload(
        "list_messages_last_40 of 10k",
        last_messages,
        calls=20,
        recorded={"libsql": 1_168, "pg": 3_006},
    ),
    Workload(
        "list_messages_all_10k",
        all_messages,
        calls=4,
        items=10_000,
        recorded={"libsql": 852, "pg": 790},
    ),
    Workload("list_threads_by_resource", threads_of, calls=20),
]

MEMORY = Domain("memory", WORKLOADS, TABLES, OurMemory, RawSqliteMemory, RawPostgresMemory)
