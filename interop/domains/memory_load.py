"""What the hammer does to the memory domain."""

from functools import partial
from typing import Any

from interop.domains.values import MOMENT
from interop.hammer import Worker, Workload, missing
from interop.side import Client

THREADS = ("one", "two", "merged")
KEYS = 40
"""How many keys a worker merges into metadata, again and again."""


class MemoryLoad(Workload):
    """Messages are appended to shared threads, replaced and deleted; threads are replaced; metadata
    and working memory are merged.
    """

    def __init__(self) -> None:
        self.messages: dict[str, dict[str, int]] = {thread: {} for thread in THREADS}
        self.titles: dict[str, str] = {}
        self.merged: dict[str, dict[str, int]] = {"merged": {}}
        self.memories: dict[str, str] = {}

    async def prepare(self, client: Client) -> None:
        for thread in THREADS:
            await client.call("memory", "saveThread", {"thread": _thread(thread, "shared")})

    async def act(self, worker: Worker, number: int) -> None:
        acts = (self.append, self.append, self.replace, self.delete, self.title, self.merge)
        await worker.random.choice((*acts, self.remember))(worker, number)

    async def append(self, worker: Worker, number: int) -> None:
        thread = worker.random.choice(THREADS)
        size = worker.random.randint(1, 5)
        ids = {f"{worker.name}-{number}-{index}": number for index in range(size)}
        if await self._save(worker, thread, ids):
            self.messages[thread] |= ids

    async def replace(self, worker: Worker, number: int) -> None:
        thread = THREADS[number % len(THREADS)]
        ids = {f"{worker.name}-{thread}": number}
        if await self._save(worker, thread, ids):
            self.messages[thread] |= ids

    async def delete(self, worker: Worker, number: int) -> None:
        thread = worker.random.choice(THREADS)
        own = [id for id in self.messages[thread] if id.startswith(f"{worker.name}-")]
        if own and await worker.write("memory", "deleteMessages", [own[0]]):
            del self.messages[thread][own[0]]

    async def title(self, worker: Worker, number: int) -> None:
        thread = _thread(worker.name, f"{number}")
        if await worker.write("memory", "saveThread", {"thread": thread}):
            self.titles[worker.name] = thread["title"]

    async def merge(self, worker: Worker, number: int) -> None:
        """Merge a key: into a thread that all workers in Python share, or into one's own."""
        thread = "merged" if worker.in_python else f"{worker.name}-merged"
        if thread not in self.merged:
            given = {"thread": _thread(thread, "")}
            if await worker.write("memory", "saveThread", given):
                self.merged[thread] = {}
            return
        change = {f"{worker.name}_{number % KEYS}": number}
        if await worker.write("memory", "updateThread", {"id": thread, "metadata": change}):
            self.merged[thread] |= change

    async def remember(self, worker: Worker, number: int) -> None:
        change = {"resourceId": worker.name, "workingMemory": f"note {number}"}
        if await worker.write("memory", "updateResource", change):
            self.memories[worker.name] = change["workingMemory"]

    async def check(self, client: Client) -> list[str]:
        call = partial(client.call, "memory")
        problems = []
        for thread, ids in self.messages.items():
            page = await call("listMessages", {"threadId": thread, "perPage": False})
            found = [(each["id"], _number(each)) for each in page["messages"]]
            problems += missing(f"message of {thread}", ids, dict(found))
            problems += [f"{thread} lists messages twice"] * (len(found) > len(dict(found)))
        listed = (await call("listThreads", {"perPage": False}))["threads"]
        titles = {each["id"]: each["title"] for each in listed if each["id"] in self.titles}
        problems += missing("title of", self.titles, titles)
        for thread, keys in self.merged.items():
            stored = (await call("getThreadById", {"threadId": thread}))["metadata"]
            problems += missing(f"key of {thread}", keys, stored or {})
        for id in self.memories:
            resource = await call("getResourceById", {"resourceId": id})
            remembered = {id: resource and resource["workingMemory"]}
            problems += missing("memory of", {id: self.memories[id]}, remembered)
        return problems

    async def _save(self, worker: Worker, thread: str, ids: dict[str, int]) -> bool:
        messages = [_message(id, thread, number) for id, number in ids.items()]
        return await worker.write("memory", "saveMessages", {"messages": messages})


def _thread(id: str, title: str) -> dict[str, Any]:
    times = {"createdAt": MOMENT, "updatedAt": MOMENT}
    return {"id": id, "resourceId": "ada", "title": title, "metadata": {}, **times}


def _message(id: str, thread: str, number: int) -> dict[str, Any]:
    content = {"format": 2, "parts": [{"type": "text", "text": "said"}], "metadata": {"n": number}}
    fields = {"threadId": thread, "resourceId": "ada", "role": "user", "createdAt": MOMENT}
    return {"id": id, "content": content, **fields}


def _number(message: dict[str, Any]) -> Any:
    return message["content"]["metadata"]["n"]
