"""What people say to agents: threads and messages with contents of 400 to 900 bytes of JSON."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from random import Random

from pydantic_core import to_json

from benchmarks.contender import Json, Tables
from benchmarks.prose import BEGIN, WORDS, text

_numbers = count()


def content(random: Random) -> Json:
    """Make a content of the second generation: a text, now and then after a tool call."""
    parts: list[Json] = [{"type": "text", "text": text(random, random.randint(70, 150))}]
    if random.random() < 0.3:
        call = {
            "state": "result",
            "toolCallId": f"call_{random.getrandbits(64):016x}",
            "toolName": "search",
            "args": {"query": text(random, 6), "limit": 5},
            "result": [{"id": random.randint(1, 10**6), "score": round(random.random(), 6)}],
        }
        parts = [
            {"type": "step-start"},
            {"type": "tool-invocation", "toolInvocation": call},
            {"type": "text", "text": text(random, random.randint(35, 90))},
        ]
    return {"format": 2, "parts": parts, "metadata": {"turn": random.randint(1, 400)}}


def threads(size: int, owners: int) -> Iterator[Json]:
    """Make threads that are spread over owners."""
    random = Random(1)
    for number in range(size):
        at = BEGIN + timedelta(minutes=number)
        yield {
            "id": f"thread-{number}",
            "resource_id": f"owner-{number % owners}",
            "title": text(random, 5),
            "metadata": {"topic": random.choice(WORDS), "pinned": number % 9 == 0},
            "created_at": at,
            "updated_at": at + timedelta(hours=number % 50),
        }


def messages(size: int, thread: Json, *, timed: bool) -> list[Json]:
    """Make messages of a thread, with times of their own or left to the store's clock."""
    random = Random(size)
    return [
        {
            "id": f"message-{next(_numbers)}",
            "thread_id": thread["id"],
            "resource_id": thread["resource_id"],
            "role": "assistant" if number % 2 else "user",
            "content": content(random),
            "created_at": thread["created_at"] + timedelta(seconds=number) if timed else None,
        }
        for number in range(size)
    ]


THREADS = list(threads(2_000, owners=20))
LONG, BUSY = THREADS[0], THREADS[1]
"""The thread of 10,000 messages, and the one that messages are saved to."""


def rows_of_threads() -> Iterator[Json]:
    """Make the rows of all threads."""
    for thread in THREADS:
        yield {
            "id": thread["id"],
            "resourceId": thread["resource_id"],
            "title": thread["title"],
            "metadata": to_json(thread["metadata"]).decode(),
            "createdAt": thread["created_at"],
            "updatedAt": thread["updated_at"],
        }


def rows_of_messages() -> Iterator[Json]:
    """Make the rows of the long thread's messages."""
    for message in messages(10_000, LONG, timed=True):
        yield {
            "id": message["id"],
            "thread_id": message["thread_id"],
            "content": to_json(message["content"]).decode(),
            "role": message["role"],
            "type": "v2",
            "createdAt": message["created_at"],
            "resourceId": message["resource_id"],
        }


TABLES: Tables = {"mastra_threads": rows_of_threads, "mastra_messages": rows_of_messages}
