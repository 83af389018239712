"""A first store: a thread, two messages, and all of it read back from the file `app.db`."""

import asyncio

from mastra_storage_core import NewMessage, open_store


async def main() -> None:
    """Save a short conversation, then print it."""
    async with open_store("file:app.db") as store:
        thread = await store.memory.create_thread(resource_id="ada", title="Travel plans")
        said = {"user": "Where to go in May?", "assistant": "To Lisbon: warm, not crowded."}
        messages = [
            NewMessage(
                thread_id=thread.id,
                resource_id="ada",
                role=role,
                content={"format": 2, "parts": [{"type": "text", "text": text}]},
            )
            for role, text in said.items()
        ]
        await store.memory.save_messages(messages)
        page = await store.memory.list_messages(thread.id)
        for message in page.messages:
            print(f"{message.role}: {message.content['parts'][0]['text']}")


asyncio.run(main())
