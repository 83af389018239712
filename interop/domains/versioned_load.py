"""What the hammer does to entities with versions."""

from collections.abc import Mapping
from typing import Any

from mastra_storage_core.domains.versioned.kind import Kept, Kind
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from pydantic.alias_generators import to_camel

from interop.hammer import Worker, Workload, missing
from interop.side import Client

VERSIONS = 10
"""How many versions an entity gets before it is deleted, and made anew."""
SMALLEST: dict[Kept, Any] = {Kept.JSON: {"provider": "p"}, Kept.FLAG: False}


def config(kind: Kind[Any, Any]) -> dict[str, Any]:
    """Return a configuration that has only what a version of a kind must have, and flags: where one
    is absent the original may have false.
    """
    return {
        field.column: SMALLEST.get(field.kept, field.column)
        for field in kind.fields
        if field.required or field.kept is Kept.FLAG
    }


def created(
    kind: Kind[Any, Any], id: str, fields: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the argument that makes an entity."""
    return {to_camel(kind.domain.removesuffix("s")): {"id": id} | config(kind) | dict(fields or {})}


class VersionedLoad(Workload):
    """Entities of one's own, one of each kind, are made, get versions, are changed, and deleted:
    the original lets two writers take one number, and replaces what exists.
    """

    def __init__(self) -> None:
        self.versions: dict[tuple[str, str], list[str]] = {}
        """The versions of each entity but the first, by its domain and id."""
        self.authors: dict[tuple[str, str], str] = {}

    async def prepare(self, client: Client) -> None:
        """Nothing is shared."""

    async def act(self, worker: Worker, number: int) -> None:
        kind = worker.random.choice(EVERY).kind
        key = (kind.domain, worker.name)
        if key not in self.versions:
            if await worker.write(kind.domain, "create", created(kind, worker.name)):
                self.versions[key] = []
        elif len(self.versions[key]) == VERSIONS:
            if await worker.write(kind.domain, "delete", worker.name):
                self.versions.pop(key)
                self.authors.pop(key, None)
        elif worker.random.choice((True, False)):
            await self.edit(worker, kind, number)
        elif await worker.write(
            kind.domain, "update", {"id": worker.name, "authorId": f"{number}"}
        ):
            self.authors[key] = f"{number}"

    async def edit(self, worker: Worker, kind: Kind[Any, Any], number: int) -> None:
        versions = self.versions[kind.domain, worker.name]
        head = {"id": f"{worker.name} {number}", kind.parent: worker.name}
        version = head | {"versionNumber": len(versions) + 2} | config(kind)
        if await worker.write(kind.domain, "createVersion", version):
            versions.append(version["id"])

    async def check(self, client: Client) -> list[str]:
        problems = []
        for (domain, name), versions in self.versions.items():
            latest = await client.call(domain, "getLatestVersion", name)
            expected = {"author": self.authors.get((domain, name)), "count": len(versions) + 1}
            found = {
                "author": (await client.call(domain, "getById", name)).get("authorId"),
                "count": await client.call(domain, "countVersions", name),
            }
            if versions:
                expected["latest"], found["latest"] = versions[-1], latest["id"]
            problems += missing(f"{domain} {name},", expected, found)
        return problems
