"""What people say to agents: threads and messages with contents of 400 to 900 bytes of JSON."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
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


OWNERS = 100
THREADS = list(threads(10_000, OWNERS))
LONG, BUSY, SHORT, HUGE = THREADS[:4]
"""The thread of 10,000 messages, the one that messages are saved to, the one of 10 messages, and
the one of a million, which is in the large tables only.
"""
CROWD = THREADS[4:68]
"""The threads of as many callers, each of which saves to its own."""
PAGE, THREADS_PAGE = 40, 20
HUGE_SIZE = 1_000_000


def rows_of_threads(size: int) -> Iterator[Json]:
    """Make the rows of all threads."""
    for thread in threads(size, OWNERS):
        yield {
            "id": thread["id"],
            "resourceId": thread["resource_id"],
            "title": thread["title"],
            "metadata": to_json(thread["metadata"]).decode(),
            "createdAt": thread["created_at"],
            "updatedAt": thread["updated_at"],
        }


def rows_of_messages() -> Iterator[Json]:
    """Make the rows of the messages of a long thread and a short one."""
    for message in messages(10_000, LONG, timed=True) + messages(10, SHORT, timed=True):
        yield _row(message, to_json(message["content"]).decode())


def rows_of_huge(size: int) -> Iterator[Json]:
    """Make the rows of the longest thread; a thousand contents come again and again."""
    made = messages(1_000, HUGE, timed=True)
    contents = [to_json(each["content"]).decode() for each in made]
    for number in range(size):
        message = made[number % len(made)]
        at = HUGE["created_at"] + timedelta(seconds=number)
        named = {"id": f"huge-{number}", "created_at": at}
        yield _row(message | named, contents[number % len(made)])


def _row(message: Json, content: str) -> Json:
    return {
        "id": message["id"],
        "thread_id": message["thread_id"],
        "content": content,
        "role": message["role"],
        "type": "v2",
        "createdAt": message["created_at"],
        "resourceId": message["resource_id"],
    }


def tables(size: int | None) -> Tables:
    """Return the small tables, or large ones with so many threads, one of which is huge."""
    if size is None:
        rows = partial(rows_of_threads, len(THREADS))
        return {"mastra_threads": rows, "mastra_messages": rows_of_messages}
    return {
        "mastra_threads": partial(rows_of_threads, size),
        "mastra_messages": partial(rows_of_huge, min(size, HUGE_SIZE)),
    }
