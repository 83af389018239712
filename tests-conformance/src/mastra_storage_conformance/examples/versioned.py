"""Examples of every kind of versioned entities: a draft with two versions."""

from typing import Any

from mastra_storage_core import Store, VersionedStorage
from mastra_storage_core.domains.versioned.kinds.every import EVERY

from mastra_storage_conformance.examples.example import Call, Example, Names
from mastra_storage_conformance.make_versioned import config_of


def _of_kind(interface: type[VersionedStorage[Any, Any]]) -> Example:
    """Return the example of one kind."""
    kind = interface.kind
    config = config_of(kind)
    changed = config.model_copy(update={"name": "Another"})

    async def seed(store: Store, n: Names) -> None:
        entities: VersionedStorage[Any, Any] = getattr(store, kind.domain)
        await entities.create(n("entity"), config)
        first = await entities.get_latest_version(n("entity"))
        assert first is not None
        n.made[n.whose, "version"] = first.id
        await entities.create_version(n("entity"), changed, id=n("version 2"))

    def calls(n: Names) -> list[Call]:
        found = [*_of_entities(n, config, changed), *_of_versions(n, changed)]
        older = [Call(name, *call.args, **call.kwargs) for name, call in _older(interface, found)]
        return found + older

    async def probe(store: Store, n: Names) -> Any:
        entities: VersionedStorage[Any, Any] = getattr(store, kind.domain)
        found: list[Any] = []
        for entity in (n("entity"), n("new entity")):
            page = await entities.list_versions(entity, per_page=None)
            found += [await entities.get_by_id(entity), page.versions]
        return found

    return Example(kind.domain, interface, seed, calls, probe)


def _of_entities(n: Names, config: Any, changed: Any) -> list[Call]:
    entity = n("entity")
    return [
        Call("create", n("new entity"), config),
        Call("get_by_id", entity),
        Call("get_by_id_resolved", entity),
        Call("update", entity, config=changed.model_copy(update={"name": "A third"})),
        Call("publish", entity, version_id=n("version")),
        Call("archive", entity),
        Call("delete", entity),
        Call("list", entity_ids=[entity], per_page=10),
        Call("list_resolved", entity_ids=[entity]),
        Call("list_unversioned"),
    ]


def _of_versions(n: Names, changed: Any) -> list[Call]:
    entity, version = n("entity"), n("version")
    third = changed.model_copy(update={"name": "A third"})
    return [
        Call("create_version", entity, third, id=n("new version")),
        Call("restore_version", entity, version),
        Call("get_version", version),
        Call("get_versions", [version, n("version 2")]),
        Call("get_version_by_number", entity, 1),
        Call("get_latest_version", entity),
        Call("list_versions", entity),
        Call("count_versions", entity),
        Call("diff_versions", version, n("version 2")),
        Call("delete_version", n("version 2")),
        Call("delete_versions_by_parent_id", entity),
    ]


def _older(interface: type[Any], calls: list[Call]) -> list[tuple[str, Call]]:
    """Return the calls by older names of methods, such as `create_agent`."""
    by_method = {getattr(interface, call.method): call for call in calls}
    return [
        (name, by_method[method])
        for name, method in vars(interface).items()
        if callable(method) and method in by_method
    ]


KINDS = [_of_kind(interface) for interface in EVERY]
