"""Recall: an old message with its neighbours, on top of the latest messages of the thread.

A search finds ids; here it is a filter on metadata. `include` reads each of them with as many
neighbours as asked for, in the same call that reads the latest messages.
"""

import asyncio

from mastra_storage_core import CREATED_AT_DESC, Include, NewMessage, Thread, open_store

TALK = [
    "Good morning!",
    "Which train goes to Porto?",
    "The 9:39 from Santa Apolónia, track 4.",
    "Thank you.",
    *(f"Small talk, number {number}." for number in range(1, 32)),
    "When did it leave again?",
]


def said(thread: Thread, number: int, text: str) -> NewMessage:
    """Return a message of the talk; the one about the train says so in its metadata."""
    return NewMessage(
        thread_id=thread.id,
        resource_id=thread.resource_id,
        role="user" if number % 2 else "assistant",
        content={
            "format": 2,
            "parts": [{"type": "text", "text": text}],
            "metadata": {"topic": "train" if "Porto" in text else "other"},
        },
    )


async def main() -> None:
    """Print the last two messages and, before them, the train with a neighbour on either side."""
    async with open_store(":memory:") as store:
        memory = store.memory
        thread = await memory.create_thread(resource_id="ada", title="Trains")
        await memory.save_messages([said(thread, *line) for line in enumerate(TALK)])
        hits = await memory.list_messages(thread.id, metadata={"topic": "train"})
        page = await memory.list_messages(
            thread.id,
            per_page=2,
            order_by=CREATED_AT_DESC,
            include=[
                Include(id=hit.id, with_previous_messages=1, with_next_messages=1)
                for hit in hits.messages
            ],
        )
        for message in reversed(page.messages):
            print(f"{message.role}: {message.content['parts'][0]['text']}")
        print(f"({len(page.messages)} of {page.total} messages)")


asyncio.run(main())
