"""Every kind of versioned entity: what a store promises of all of them, asked of each."""

from typing import Any

import pytest
from mastra_storage_core import ConflictError, InvalidInputError, NotFoundError
from mastra_storage_core.ids import now

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._versioned import (
    Entities,
    config_of,
    each_kind,
    new,
)


@each_kind
@pytest.mark.asyncio(loop_scope="session")
class TestEveryKind:
    """A kind is data: what one does, all do."""

    async def test_a_draft_is_made_with_its_first_version(
        self, entities: Entities, make: Make
    ) -> None:
        """Every field comes back as it was given."""
        given = config_of(entities.kind, full=True)
        before = now()

        entity = await entities.create(make.id(), given, author_id="ada")

        assert (entity.status, entity.active_version_id) == ("draft", None)
        assert before <= entity.created_at == entity.updated_at <= now()
        assert await entities.get_by_id(entity.id) == entity
        (first,) = (await entities.list_versions(entity.id)).versions
        assert (first.parent_id, first.version_number, first.config) == (entity.id, 1, given)
        assert first.change_message == "Initial version"

    async def test_a_configuration_without_what_is_optional(
        self, entities: Entities, make: Make
    ) -> None:
        given = config_of(entities.kind)

        entity = await entities.create(make.id(), given.model_dump(exclude_unset=True))

        first = await entities.get_latest_version(entity.id)
        assert first is not None
        assert first.config == given
        required = [field.column for field in entities.kind.fields if field.required]
        assert first.changed_fields == required

    async def test_an_id_that_exists_is_a_conflict_and_destroys_nothing(
        self, entities: Entities, make: Make
    ) -> None:
        """The original overwrote it on SQLite, and deleted it on PostgreSQL."""
        entity_id = await new(entities, make, author_id="ada")
        before = await entities.get_by_id_resolved(entity_id)

        with pytest.raises(ConflictError):
            await entities.create(entity_id, config_of(entities.kind, name="Another"))

        assert await entities.get_by_id_resolved(entity_id) == before
        assert await entities.count_versions(entity_id) == 1

    async def test_the_published_version_the_draft_and_any_other(
        self, entities: Entities, make: Make
    ) -> None:
        entity_id = await new(entities, make)
        first = await entities.get_version_by_number(entity_id, 1)
        second = await entities.create_version(entity_id, config_of(entities.kind, name="2"))
        assert first is not None
        entity = await entities.publish(entity_id, version_id=first.id)

        published = await entities.get_by_id_resolved(entity_id)
        draft = await entities.get_by_id_resolved(entity_id, status="draft")
        named = await entities.get_by_id_resolved(entity_id, version_id=second.id)

        assert (entity.status, entity.active_version_id) == ("published", first.id)
        assert published is not None
        assert (published.entity, published.version) == (entity, first)
        assert draft == named
        assert draft is not None
        assert (draft.entity, draft.version) == (entity, second)

    async def test_a_changed_configuration_is_a_new_version_and_an_equal_one_is_none(
        self, entities: Entities, make: Make
    ) -> None:
        """The original does so for workspaces and skills, and forgets it for the others."""
        entity_id = await new(entities, make)

        for _ in range(2):
            await entities.update(entity_id, config={"name": "Renamed"})

        (second, first) = (await entities.list_versions(entity_id)).versions
        assert second.config == first.config.model_copy(update={"name": "Renamed"})
        assert (second.changed_fields, second.change_message) == (["name"], "Updated name")
        assert (await entities.diff_versions(first.id, second.id)).changed_fields == ["name"]

    async def test_an_older_version_is_restored_as_the_next(
        self, entities: Entities, make: Make
    ) -> None:
        entity_id = await new(entities, make)
        first = await entities.get_latest_version(entity_id)
        await entities.create_version(entity_id, config_of(entities.kind, name="Worse"))
        assert first is not None

        third = await entities.restore_version(entity_id, first.id)

        assert (third.version_number, third.config) == (3, first.config)
        assert third.changed_fields == ["name"]
        assert third.change_message == "Restored from version 1"
        assert await entities.get_latest_version(entity_id) == third

    async def test_a_number_that_is_not_the_next_is_a_conflict(
        self, entities: Entities, make: Make
    ) -> None:
        """A reused number replaced the old version on the original's SQLite."""
        entity_id = await new(entities, make)
        config = config_of(entities.kind)

        for number in (1, 3):
            with pytest.raises(ConflictError) as caught:
                await entities.create_version(entity_id, config, version_number=number)
            assert (caught.value.constraint, caught.value.current) == ("version_number", 1)

        second = await entities.create_version(entity_id, config, version_number=2)
        assert second.version_number == 2
        assert await entities.count_versions(entity_id) == 2

    async def test_a_version_of_another_entity_is_not_published(
        self, entities: Entities, make: Make
    ) -> None:
        one, other = await new(entities, make), await new(entities, make)
        foreign = await entities.get_latest_version(other)
        before = await entities.get_by_id(one)
        assert foreign is not None

        with pytest.raises(NotFoundError):
            await entities.publish(one, version_id=foreign.id)
        with pytest.raises(NotFoundError):
            await entities.update(one, active_version_id=foreign.id, author_id="eve")

        assert await entities.get_by_id(one) == before

    async def test_an_entity_goes_with_its_versions_and_no_others(
        self, entities: Entities, make: Make
    ) -> None:
        gone, kept = await new(entities, make), await new(entities, make)

        assert [await entities.delete(gone) for _ in range(2)] == [True, False]

        assert await entities.get_by_id(gone) is None
        assert await entities.count_versions(gone) == 0
        assert await entities.count_versions(kept) == 1

    async def test_a_list_shows_what_has_a_status_and_an_author(
        self, entities: Entities, make: Make
    ) -> None:
        """Without a status it is all of them; the original had a default for some kinds."""
        first, second, third = [await new(entities, make, author_id=make.owner) for _ in range(3)]
        await entities.publish(second)
        await entities.archive(third)
        await new(entities, make)

        async def listed(**conditions: Any) -> set[str]:
            page = await entities.list(author_id=make.owner, **conditions)
            resolved = await entities.list_resolved(author_id=make.owner, **conditions)
            assert [item.entity for item in resolved.items] == page.items
            assert all(item.version is not None for item in resolved.items)
            return {item.id for item in page.items}

        assert await listed() == {first, second, third}
        assert await listed(status="draft") == {first}
        assert await listed(status="published") == {second}
        assert await listed(status="archived") == {third}

    async def test_a_field_that_nobody_knows_is_named_with_the_nearest(
        self, entities: Entities, make: Make
    ) -> None:
        entity_id = make.id()
        given = {**config_of(entities.kind).model_dump(), "nmae": "x"}

        with pytest.raises(InvalidInputError, match="'nmae'; the nearest is 'name'"):
            await entities.create(entity_id, given)

        assert await entities.get_by_id(entity_id) is None
