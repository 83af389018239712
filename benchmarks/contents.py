"""What people say to agents: threads and messages with contents of 400 to 900 bytes of JSON."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

PROSE = """
the agent reads your notes before it answers and keeps what matters for later so that a question of
last week about trains to Lisbon still has its answer when you ask for a quieter hotel near the
river with a kitchen two rooms and good light to work please compare prices including breakfast
"""
WORDS = PROSE.split()
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)

_numbers = count()


def text(random: Random, words: int) -> str:
    """Make a sentence."""
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def content(random: Random) -> dict[str, Any]:
    """Make a content of the second generation: a text, now and then after a tool call."""
    parts: list[dict[str, Any]] = [{"type": "text", "text": text(random, random.randint(70, 150))}]
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


def threads(size: int, owners: int) -> Iterator[dict[str, Any]]:
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


def messages(size: int, thread: dict[str, Any], *, timed: bool) -> list[dict[str, Any]]:
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
