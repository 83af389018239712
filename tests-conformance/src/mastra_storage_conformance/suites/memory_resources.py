"""Resources: what is remembered of an owner across threads."""

from typing import Any

import pytest
from mastra_storage_core import UNSET, MemoryStorage, Resource

from mastra_storage_conformance.make import Make


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSaveResource:
    """`save_resource` inserts or replaces by id; `get_resource_by_id` reads."""

    async def test_an_unknown_resource_is_none(self, memory: MemoryStorage, make: Make) -> None:
        assert await memory.get_resource_by_id(make.id("unknown")) is None

    @pytest.mark.parametrize("working_memory", [None, "", "# Notes\n- one", '{"x":  1}'])
    @pytest.mark.parametrize("metadata", [None, {}, {"a": [1, {"b": None}]}])
    async def test_a_saved_resource_is_read_back_equal(
        self,
        memory: MemoryStorage,
        make: Make,
        working_memory: str | None,
        metadata: dict[str, Any] | None,
    ) -> None:
        """Rule 9. Working memory is text to the letter; the original loses the blanks of JSON."""
        resource = Resource(
            id=make.owner,
            working_memory=working_memory,
            metadata=metadata,
            created_at=make.noon,
            updated_at=make.after(60),
        )

        assert await memory.save_resource(resource) == resource

        assert await memory.get_resource_by_id(make.owner) == resource

    async def test_a_resource_is_replaced_with_the_times_it_is_given(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The original's PostgreSQL adapter fails on the second save."""
        await memory.save_resource(
            Resource(id=make.owner, working_memory="Old", metadata={"old": 1})
        )
        new = Resource(id=make.owner, metadata={"new": 1}, created_at=make.noon)

        await memory.save_resource(new)

        assert await memory.get_resource_by_id(make.owner) == new


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateResource:
    """`update_resource` replaces the working memory, merges metadata, or both (rule 7)."""

    @pytest.mark.parametrize(
        ("change", "expected_memory", "expected_metadata"),
        [
            ({}, "Old", {"a": {"b": 1}, "c": 2}),
            ({"working_memory": "New"}, "New", {"a": {"b": 1}, "c": 2}),
            ({"working_memory": ""}, "", {"a": {"b": 1}, "c": 2}),
            ({"working_memory": None}, None, {"a": {"b": 1}, "c": 2}),
            ({"working_memory": UNSET}, "Old", {"a": {"b": 1}, "c": 2}),
            ({"metadata": {}}, "Old", {"a": {"b": 1}, "c": 2}),
            ({"metadata": {"a": {"x": 1}}}, "Old", {"a": {"x": 1}, "c": 2}),
            (
                {"working_memory": "New", "metadata": {"c": None, "d": []}},
                "New",
                {"a": {"b": 1}, "c": None, "d": []},
            ),
        ],
    )
    async def test_what_is_not_given_is_left_alone(
        self,
        memory: MemoryStorage,
        make: Make,
        change: dict[str, Any],
        expected_memory: str | None,
        expected_metadata: dict[str, Any],
    ) -> None:
        """`None` clears the working memory."""
        old = await memory.save_resource(
            Resource(
                id=make.owner,
                working_memory="Old",
                metadata={"a": {"b": 1}, "c": 2},
                created_at=make.noon,
            )
        )

        updated = await memory.update_resource(make.owner, **change)

        assert (updated.working_memory, updated.metadata) == (expected_memory, expected_metadata)
        assert updated.created_at == old.created_at
        assert updated.updated_at > old.updated_at
        assert await memory.get_resource_by_id(make.owner) == updated

    async def test_a_resource_is_made_if_there_was_none(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        made = await memory.update_resource(make.owner, working_memory="Notes", metadata={"a": 1})

        assert (made.id, made.working_memory, made.metadata) == (make.owner, "Notes", {"a": 1})
        assert made.created_at == made.updated_at > make.noon
        assert await memory.get_resource_by_id(make.owner) == made

    async def test_a_resource_that_is_made_without_metadata_has_an_empty_object(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """As in the original; one that was saved without metadata still has none."""
        saved = Resource(id=make.id("saved"))
        await memory.save_resource(saved)

        made = await memory.update_resource(make.owner, working_memory="Notes")
        kept = await memory.update_resource(saved.id, working_memory="Notes")

        assert (made.metadata, kept.metadata) == ({}, None)

    async def test_metadata_is_merged_into_a_resource_that_has_none(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        await memory.save_resource(Resource(id=make.owner, working_memory="Kept"))

        updated = await memory.update_resource(make.owner, metadata={"a": 1})

        assert (updated.working_memory, updated.metadata) == ("Kept", {"a": 1})

    async def test_updated_at_never_falls(self, memory: MemoryStorage, make: Make) -> None:
        future = make.noon.replace(year=2999)
        await memory.save_resource(Resource(id=make.owner, created_at=make.noon, updated_at=future))

        updated = await memory.update_resource(make.owner, working_memory="New")

        assert updated.updated_at == future
