"""Faults of the domains of versioned entities."""

import asyncio
from dataclasses import replace
from typing import Any

from mastra_storage_core import AgentsStorage, EntityPage, VersionDiff
from mastra_storage_core.domains.versioned.changes import is_active
from mastra_storage_core.domains.versioned.requests import (
    Change,
    EntityQuery,
    Found,
    FoundPairs,
    Held,
    NewEntity,
    Outcome,
    Pair,
    Row,
    VersionQuery,
    Which,
)
from mastra_storage_memory.domains.versioned.store import InMemoryVersioned
from mastra_storage_memory.domains.versioned.tables import OF_ENTITY
from mutants import found_by


class Agents(InMemoryVersioned, AgentsStorage):
    """Agents in memory, to go wrong."""


@found_by("TestEveryKind.test_an_id_that_exists_is_a_conflict_and_destroys_nothing")
class OverwritesAgents(Agents):
    async def _create(self, new: NewEntity) -> Row | None:
        self._entities.delete(new.values["id"])
        return await super()._create(new)


@found_by("TestConcurrentVersions.test_of_many_who_create_one_agent_one_does")
class LooksBeforeItCreates(Agents):
    async def _create(self, new: NewEntity) -> Row | None:
        found = await self._get(new.values["id"])
        await asyncio.sleep(0)
        if found is None:
            self._entities.delete(new.values["id"])
        return await super()._create(new)


@found_by("TestConcurrentVersions.test_32_instances_get_32_numbers")
class NumbersBeforeItLocks(Agents):
    async def _change(self, change: Change) -> Pair | None:
        latest = self._latest(change.entity_id)
        await asyncio.sleep(0)
        stale = replace(change, decide=lambda held: change.decide(replace(held, latest=latest)))
        return await super()._change(stale)


@found_by("TestEveryKind.test_a_number_that_is_not_the_next_is_a_conflict")
class TakesAnyNumber(Agents):
    async def create_version(self, *args: Any, version_number: Any = None, **options: Any) -> Any:
        return await super().create_version(*args, **options)


@found_by("TestEveryKind.test_a_version_of_another_entity_is_not_published")
class PublishesAnything(Agents):
    def _own(self, entity_id: str, version_id: str | None) -> Row | None:
        return self._versions.get(version_id)


@found_by("TestEveryKind.test_the_published_version_the_draft_and_any_other")
class ForgetsWhatIsActive(Agents):
    def _pair(self, entity: Row, which: Which | None) -> Pair:
        return super()._pair(entity, which and replace(which, latest=True))


@found_by("TestEveryKind.test_a_changed_configuration_is_a_new_version_and_an_equal_one_is_none")
class ForgetsConfigurations(Agents):
    async def update(self, id: str, *, config: Any = None, **options: Any) -> Any:
        return await super().update(id, **options)


@found_by("TestUpdateAgent.test_metadata_are_merged_and_none_clears")
class ReplacesMetadata(Agents):
    async def _change(self, change: Change) -> Pair | None:
        def decide(held: Held) -> Outcome:
            return change.decide(replace(held, entity={**held.entity, "metadata": None}))

        return await super()._change(replace(change, decide=decide))


@found_by("TestUpdateAgent.test_types_count_where_a_configuration_is_compared")
class ComparesLoosely(Agents):
    async def update(self, id: str, *, config: Any = None, **options: Any) -> Any:
        latest = self._latest(id)
        if config and latest and all(latest[key] == value for key, value in config.items()):
            config = None
        return await super().update(id, config=config, **options)


@found_by("TestUpdateAgent.test_what_is_not_named_stays_and_updated_at_rises")
class MakesAVersionOfEveryUpdate(Agents):
    async def update(self, id: str, **options: Any) -> Any:
        updated = await super().update(id, **options)
        latest = await self.get_latest_version(id)
        if latest is not None:
            await self.create_version(id, latest.config)
        return updated


@found_by("TestConcurrentVersions.test_keys_of_metadata_and_fields_all_survive")
class ReadsBeforeItMerges(Agents):
    async def _change(self, change: Change) -> Pair | None:
        entity = self._entities.get(change.entity_id)
        await asyncio.sleep(0)
        if entity is None:
            return None
        stale = replace(change, decide=lambda held: change.decide(replace(held, entity=entity)))
        return await super()._change(stale)


@found_by("TestDeletedVersions.test_the_active_version_stays")
class DeletesWhatIsInUse(Agents):
    async def _delete_versions(self, parent_id: str | None, version_id: str | None) -> int:
        found = [version_id] if version_id else list(self._versions.ids(OF_ENTITY, parent_id))
        return self._versions.delete(*found)


@found_by("TestConcurrentVersions.test_what_is_published_is_not_deleted_and_the_other_way_round")
class LooksBeforeItDeletes(Agents):
    async def _delete_versions(self, parent_id: str | None, version_id: str | None) -> int:
        version = self._versions.get(version_id)
        entity = self._entities.get(version["parent"]) if version else None
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        if entity and version_id and entity["activeVersionId"] == version_id:
            raise is_active(self.kind, version_id)
        return self._versions.delete(version_id)


@found_by("TestEveryKind.test_an_entity_goes_with_its_versions_and_no_others")
class LeavesVersions(Agents):
    async def _delete(self, entity_id: str) -> bool:
        return bool(self._entities.delete(entity_id))


@found_by("TestResolveAgent.test_an_agent_without_a_version_is_reported_and_can_be_mended")
class HidesWhatHasNoVersion(Agents):
    async def _list(self, query: EntityQuery) -> FoundPairs:
        found = await super()._list(query)
        pairs = [pair for pair in found.pairs if self._latest(pair.entity["id"])]
        return FoundPairs(pairs, len(pairs))


@found_by("TestListAgents.test_both_times_in_both_directions")
class ForgetsTheOrder(Agents):
    async def _list(self, query: EntityQuery) -> FoundPairs:
        found = await super()._list(query)
        return replace(found, pairs=sorted(found.pairs, key=lambda pair: str(pair.entity["id"])))


@found_by("TestReadVersions.test_listed_by_number_the_newest_first_unless_told")
class SortsNumbersAsText(Agents):
    async def _list_versions(self, query: VersionQuery) -> Found:
        found = await super()._list_versions(query)
        rows = sorted(found.rows, key=lambda row: str(row["versionNumber"]))
        return replace(found, rows=rows[::-1] if query.order_by.descending else rows)


@found_by("TestReadVersions.test_by_id_in_the_order_of_the_ids")
class ReturnsVersionsAsTheyCome(Agents):
    async def get_versions(self, version_ids: Any) -> Any:
        return await super().get_versions(sorted(version_ids))


@found_by("TestDiffVersions.test_it_is_readable")
class ShowsWholeFields(Agents):
    async def diff_versions(self, before_id: str, after_id: str) -> VersionDiff:
        found = await super().diff_versions(before_id, after_id)
        changes = {change.path.split(".")[0]: change for change in found.changes}
        return found.model_copy(update={"changes": list(changes.values())})


@found_by("TestListAgents.test_resolved_drafts_have_their_latest_version_and_others_the_active_one")
class ResolvesDraftsAsPublished(Agents):
    async def list_resolved(self, **options: Any) -> EntityPage[Any]:
        status = options.pop("status", None)
        page = await super().list_resolved(**options)
        items = [item for item in page.items if status in (None, item.entity.status)]
        return page.model_copy(update={"items": items, "total": len(items)})


@found_by("TestCreateAgent.test_what_is_passed_and_returned_is_the_callers")
class SharesConfigurations(Agents):
    seen: Any = None

    async def get_by_id_resolved(self, id: str, **options: Any) -> Any:
        self.seen = self.seen or await super().get_by_id_resolved(id, **options)
        return self.seen


@found_by("TestCreateAgent.test_what_has_an_author_is_private_unless_told")
class ShowsEverythingToAll(Agents):
    async def create(self, id: str, config: Any, **options: Any) -> Any:
        return await super().create(id, config, **{"visibility": "public", **options})
