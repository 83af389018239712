"""Working memory: what an agent knows of its user in every conversation, kept in `app.db`.

The text is replaced as a whole; metadata is merged key by key, so that writers of different keys
do not overwrite each other, be they on one event loop or in several processes.
"""

import asyncio

from mastra_storage_core import open_store


async def main() -> None:
    """Write working memory, let three writers merge metadata at once, read it all in one go."""
    async with open_store("file:app.db") as store:
        memory = store.memory
        await memory.update_resource("ada", working_memory="- name: Ada\n- lives in: London")
        await asyncio.gather(
            memory.update_resource("ada", metadata={"language": "en"}),
            memory.update_resource("ada", metadata={"units": "metric"}),
            memory.update_resource("ada", metadata={"plan": "pro"}),
        )
        ada = await memory.get_resource_by_id("ada")
        assert ada is not None
        print(ada.working_memory)
        for key, value in sorted((ada.metadata or {}).items()):
            print(f"{key} = {value}")


asyncio.run(main())
