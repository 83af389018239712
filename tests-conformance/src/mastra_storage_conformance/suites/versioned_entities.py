"""Entities whatever their version: made and changed. Asked of agents."""

from typing import Any

import pytest
from mastra_storage_core import (
    AgentsStorage,
    InvalidInputError,
    NotFoundError,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._versioned import an_agent, config_of, new, version


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestCreateAgent:
    """`create` makes a draft and its first version, both or none."""

    async def test_all_that_is_given_comes_back(self, agents: AgentsStorage, make: Make) -> None:
        agent = await agents.create(
            make.id(), an_agent(), author_id="ada", metadata={"team": "x"}, visibility="public"
        )

        found = await agents.get_by_id(agent.id)
        assert found == agent
        assert (agent.author_id, agent.metadata) == ("ada", {"team": "x"})
        assert (agent.visibility, agent.favorite_count) == ("public", 0)

    @pytest.mark.parametrize(("author", "visibility"), [("ada", "private"), (None, None)])
    async def test_what_has_an_author_is_private_unless_told(
        self, agents: AgentsStorage, make: Make, author: str | None, visibility: str | None
    ) -> None:
        agent = await agents.create(make.id(), an_agent(), author_id=author)

        assert agent.visibility == visibility

    @pytest.mark.parametrize(
        "instructions",
        [
            "",
            "Plain",
            "12",
            '{"a": 1}',
            "[1, 2]",
            ' ["x"]',
            "[broken",
            [],
            ["x"],
            [{"type": "text", "content": "a"}],
        ],
    )
    async def test_instructions_are_text_or_blocks(
        self, agents: AgentsStorage, make: Make, instructions: Any
    ) -> None:
        """Text that reads like an array came back as one."""
        agent = await agents.create(make.id(), an_agent(instructions=instructions))

        found = await agents.get_by_id_resolved(agent.id)

        assert found is not None
        assert found.config.instructions == instructions

    @pytest.mark.parametrize("durable", [False, True, {"a": 0}, [0], {}, []])
    async def test_what_is_false_or_empty_is_kept(
        self, agents: AgentsStorage, make: Make, durable: Any
    ) -> None:
        """The original's PostgreSQL made it nothing."""
        agent = await agents.create(make.id(), an_agent(durable=durable, browser=durable))

        found = await agents.get_by_id_resolved(agent.id)

        assert found is not None
        assert (found.config.durable, found.config.browser) == (durable, durable)
        assert type(found.config.durable) is type(durable)

    async def test_details_that_a_kind_lacks_are_refused(self, store: Store, make: Make) -> None:
        blocks = store.prompt_blocks
        config = config_of(blocks.kind)

        for detail in ("visibility", "organization_id", "project_id"):
            given: Any = {detail: "public"}
            with pytest.raises(InvalidInputError, match=f"a prompt block has no {detail}"):
                await blocks.create(make.id(), config, **given)

    async def test_what_is_passed_and_returned_is_the_callers(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        model: dict[str, Any] = {"name": "m"}
        metadata: dict[str, Any] = {"tags": ["a"]}
        agent = await agents.create(make.id(), an_agent(model=model), metadata=metadata)

        model["name"] = "changed"
        metadata["tags"].append("changed")
        found = await agents.get_by_id_resolved(agent.id)
        assert found is not None
        found.config.model["more"] = 1  # type: ignore[call-overload]
        found.entity.metadata["tags"].clear()  # type: ignore[index]

        again = await agents.get_by_id_resolved(agent.id)
        assert again is not None
        assert (again.config.model, again.entity.metadata) == ({"name": "m"}, {"tags": ["a"]})

    async def test_the_object_of_typescript_is_flat(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent = await agents.create(make.id(), an_agent())
        found = await agents.get_by_id_resolved(agent.id)
        assert found is not None
        assert found.version is not None

        flat, flat_version = (value.model_dump(by_alias=True) for value in (found, found.version))

        assert (flat["id"], flat["name"], flat["favoriteCount"]) == (agent.id, "An agent", 0)
        assert flat["resolvedVersionId"] == found.version.id
        assert (flat_version["agentId"], flat_version["versionNumber"]) == (agent.id, 1)


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateAgent:
    """`update` touches what it names."""

    async def test_what_is_not_named_stays_and_updated_at_rises(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent = await agents.create(make.id(), an_agent(), author_id="ada", metadata={"a": 1})

        updated = await agents.update(agent.id, visibility="public")

        changed = {"visibility": "public", "updated_at": updated.updated_at}
        assert updated == agent.model_copy(update=changed)
        assert updated.updated_at >= agent.updated_at
        assert await agents.get_by_id(agent.id) == updated
        assert await agents.count_versions(agent.id) == 1

    async def test_metadata_are_merged_and_none_clears(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        """The original's PostgreSQL replaced those of agents."""
        agent = await agents.create(make.id(), an_agent(), metadata={"a": 1, "b": {"c": 1}})

        merged = await agents.update(agent.id, metadata={"b": {"d": 2}, "e": None})
        cleared = await agents.update(agent.id, metadata=None, author_id=None)

        assert merged.metadata == {"a": 1, "b": {"d": 2}, "e": None}
        assert (cleared.metadata, cleared.author_id) == (None, None)

    async def test_an_active_version_alone_leaves_the_status(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        second = await version(agents, agent_id)

        active = await agents.update(agent_id, active_version_id=second.id)
        none = await agents.update(agent_id, active_version_id=None)

        assert (active.status, active.active_version_id) == ("draft", second.id)
        assert none.active_version_id is None

    async def test_several_fields_are_one_version_and_the_entity_may_change_with_them(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)

        updated = await agents.update(
            agent_id, config={"defaultOptions": {"a": 1}, "name": "N"}, author_id="ada"
        )

        second = await agents.get_latest_version(agent_id)
        assert second is not None
        assert updated.author_id == "ada"
        assert second.changed_fields == ["name", "defaultOptions"]
        assert second.change_message == "Updated name, defaultOptions"
        assert second.config.instructions == config_of(agents.kind).instructions

    async def test_none_clears_a_field_that_may_be_empty_and_no_other(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent = await agents.create(make.id(), an_agent(tools={"a": {}}))

        with pytest.raises(InvalidInputError, match="name"):
            await agents.update(agent.id, config={"name": None})
        await agents.update(agent.id, config={"tools": None})

        second = await agents.get_latest_version(agent.id)
        assert second is not None
        assert (second.version_number, second.config.tools) == (2, None)

    async def test_types_count_where_a_configuration_is_compared(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent = await agents.create(make.id(), an_agent(tools={"a": 1, "b": [2]}))

        await agents.update(agent.id, config={"tools": {"b": [2.0], "a": 1.0}})
        assert await agents.count_versions(agent.id) == 1
        await agents.update(agent.id, config={"tools": {"a": True, "b": [2]}})
        assert await agents.count_versions(agent.id) == 2

    async def test_an_unknown_agent_is_not_found(self, agents: AgentsStorage, make: Make) -> None:
        for call in (
            agents.update(make.id(), author_id="a"),
            agents.publish(make.id()),
            agents.archive(make.id()),
            agents.create_version(make.id(), an_agent()),
            agents.restore_version(make.id(), make.id()),
        ):
            with pytest.raises(NotFoundError, match="no agent"):
                await call
