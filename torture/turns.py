"""What a crowd does besides: it talks in one thread, and edits one agent."""

from collections import defaultdict
from typing import Any, cast

from mastra_storage_core import NewMessage, Store

from interop.hammer import Worker, Workload, missing
from interop.side import Client

_THREAD, _AGENT = "order", "of all"
_CONFIG: dict[str, Any] = {"name": "agent", "instructions": "do", "model": {"provider": "p"}}


def _store(client: Client) -> Store:
    return cast(Any, client).store  # type: ignore[no-any-return]


class TurnsLoad(Workload):
    """Messages get their time and id from the store, and stay in the order in which each worker
    wrote them; of the versions of one agent none is missing and none is there twice.
    """

    def __init__(self) -> None:
        self.said: dict[str, list[str]] = {}
        self.edits: set[str] = set()

    async def prepare(self, client: Client) -> None:
        store = _store(client)
        await store.memory.create_thread(thread_id=_THREAD, resource_id="ada")
        await store.agents.create(_AGENT, _CONFIG)

    async def act(self, worker: Worker, number: int) -> None:
        if worker.random.random() < 0.7:
            text = f"{worker.name} {number}"
            message = NewMessage(thread_id=_THREAD, resource_id="ada", role="user", content=text)
            given = {"messages": [message.model_dump(by_alias=True)]}
            if await worker.write("memory", "saveMessages", given):
                self.said.setdefault(worker.name, []).append(message.id)
        else:
            edit = f"{worker.name} {number}"
            version = {"id": edit, "agentId": _AGENT, **_CONFIG, "instructions": edit}
            if await worker.write("agents", "createVersion", version):
                self.edits.add(edit)

    async def check(self, client: Client) -> list[str]:
        store = _store(client)
        listed = (await store.memory.list_messages(_THREAD, per_page=None)).messages
        places = {message.id: place for place, message in enumerate(listed)}
        problems = missing("messages", {"n": len(places)}, {"n": len(listed)})
        problems += missing("said", {"n": sum(map(len, self.said.values()))}, {"n": len(listed)})
        keys = [(message.created_at, message.id) for message in listed]
        problems += ["the list is not in order"] * (keys != sorted(keys))
        for name, ids in self.said.items():
            found = [places.get(id, -1) for id in ids]
            problems += [f"{name}'s messages are out of order"] * (found != sorted(found))
        return problems + await self._check_pages(store, list(places)) + await self._edits(store)

    async def _check_pages(self, store: Store, ids: list[str]) -> list[str]:
        paged: list[str] = []
        for page in range(len(ids) // 100 + 1):
            found = await store.memory.list_messages(_THREAD, page=page, per_page=100)
            paged += [message.id for message in found.messages]
        return ["the pages are not the list"] * (paged != ids)

    async def _edits(self, store: Store) -> list[str]:
        page = await store.agents.list_versions(_AGENT, per_page=None)
        numbers = sorted(version.version_number for version in page.versions)
        count: dict[str, int] = defaultdict(int)
        for version in page.versions:
            count[str(version.config.instructions)] += 1
        del count[_CONFIG["instructions"]]
        problems = missing("edits", dict.fromkeys(self.edits, 1), count)
        gapless = numbers == list(range(1, len(numbers) + 1))
        return problems + ["the versions have gaps"] * (not gapless)
