"""Agents published, resolved and deleted, under their names of today and of before."""

import pytest
from mastra_storage_core import (
    AgentsStorage,
    ConflictError,
    CorruptDataError,
    FavoritesStorage,
    ScorerDefinitionsStorage,
    Store,
)
from mastra_storage_core.domains.versioned.models import Resolved

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._versioned import an_agent, config_of, new, version


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestPublishAgent:
    """`publish` makes a version the active one, `archive` puts an agent away."""

    async def test_the_latest_version_unless_another_is_named(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        second = await version(agents, agent_id)

        published = await agents.publish(agent_id)
        await version(agents, agent_id)

        assert (published.status, published.active_version_id) == ("published", second.id)
        found = await agents.get_by_id_resolved(agent_id)
        assert found is not None
        assert found.version == second, "a new version is not published by itself"

    async def test_rolling_back_is_publishing_an_older_one(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        first = await agents.get_latest_version(agent_id)
        await version(agents, agent_id)
        await agents.publish(agent_id)
        assert first is not None

        await agents.publish(agent_id, version_id=first.id)

        found = await agents.get_by_id_resolved(agent_id)
        assert found is not None
        assert found.config == first.config
        assert await agents.count_versions(agent_id) == 2

    async def test_archiving_keeps_the_versions_and_which_is_active(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        published = await agents.publish(agent_id)

        archived = await agents.archive(agent_id)

        assert archived.status == "archived"
        assert archived.active_version_id == published.active_version_id
        assert await agents.count_versions(agent_id) == 1


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestResolveAgent:
    """`get_by_id_resolved` puts an agent and one of its versions together."""

    async def test_an_unknown_agent_or_version_is_none(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        """A version of another agent was resolved all the same."""
        one, other = await new(agents, make), await new(agents, make)
        foreign = await agents.get_latest_version(other)
        assert foreign is not None

        assert await agents.get_by_id_resolved(make.id()) is None
        assert await agents.get_by_id_resolved(one, version_id=make.id()) is None
        assert await agents.get_by_id_resolved(one, version_id=foreign.id) is None

    async def test_without_an_active_version_it_is_the_latest(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        second = await version(agents, agent_id)

        for status in (None, "published", "archived", "draft"):
            found = await agents.get_by_id_resolved(agent_id, status=status)
            assert found is not None
            assert found.version == second

    async def test_an_agent_without_a_version_is_reported_and_can_be_mended(
        self, empty_store: Store, make: Make
    ) -> None:
        """A crash of the original leaves such records, which it then hides."""
        agents = empty_store.agents
        agent_id, whole = await new(agents, make), await new(agents, make)
        await agents.delete_versions_by_parent_id(agent_id)

        found = await agents.get_by_id_resolved(agent_id)
        reported = await agents.list_unversioned()
        listed = await agents.list_resolved()

        assert found == Resolved(entity=reported.items[0], version=None)
        with pytest.raises(CorruptDataError, match="has no version"):
            _ = found.config
        assert [agent.id for agent in reported.items] == [agent_id]
        assert {item.id for item in listed.items} == {agent_id, whole}
        assert (await agents.create_version(agent_id, an_agent())).version_number == 1
        assert (await agents.list_unversioned()).total == 0


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestDeleteAgent:
    """`delete` takes everything that an agent owns."""

    @pytest.mark.mastra_domain("favorites")
    async def test_favorites_go_as_well(
        self, agents: AgentsStorage, favorites: FavoritesStorage, make: Make
    ) -> None:
        """The original leaves them behind, for the next agent of that id."""
        agent_id = await new(agents, make)
        await favorites.favorite(user_id=make.owner, entity_type="agent", entity_id=agent_id)

        await agents.delete(agent_id)

        assert await favorites.list_favorited_ids(user_id=make.owner, entity_type="agent") == []

    async def test_an_id_can_be_used_again(self, agents: AgentsStorage, make: Make) -> None:
        agent_id = await new(agents, make)
        await version(agents, agent_id)
        await agents.delete(agent_id)

        await agents.create(agent_id, an_agent("Again"))

        found = await agents.get_by_id_resolved(agent_id)
        assert found is not None
        assert found.version is not None
        assert (found.config.name, found.version.version_number) == ("Again", 1)


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestOlderNames:
    """What older documentation calls the methods of agents, on the domain and on the store."""

    async def test_they_do_the_same(self, store: Store, make: Make) -> None:
        agent = await store.create_agent(make.id(), an_agent(), author_id=make.owner)

        assert await store.get_agent_by_id(agent.id) == agent
        assert await store.agents.get_agent_by_id(agent.id) == agent
        found = await store.get_agent_by_id_resolved(agent.id)
        assert (await store.list_agents_resolved(author_id=make.owner)).items == [found]
        updated = await store.update_agent(agent.id, visibility="public")
        assert (await store.list_agents(author_id=make.owner)).items == [updated]
        assert await store.delete_agent(agent.id)
        assert not await store.agents.delete_agent(agent.id)


@pytest.mark.mastra_domain("scorer_definitions")
@pytest.mark.asyncio(loop_scope="session")
class TestTenantsOfScorerDefinitions:
    """Scorer definitions have an organization and a project."""

    async def test_they_are_kept_changed_and_filtered_by(self, store: Store, make: Make) -> None:
        """The original's SQLite never stored them."""
        scorers: ScorerDefinitionsStorage = store.scorer_definitions
        config = config_of(scorers.kind)
        ours = await scorers.create(make.id(), config, organization_id=make.owner, project_id="p")
        await scorers.create(make.id(), config, organization_id=make.owner, project_id="q")

        page = await scorers.list(organization_id=make.owner, project_id="p")
        moved = await scorers.update(ours.id, project_id=None)

        assert page.items == [ours]
        assert (moved.organization_id, moved.project_id) == (make.owner, None)


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestDeletedVersions:
    """Versions can be deleted, but for the one that is in use."""

    async def test_the_active_version_stays(self, agents: AgentsStorage, make: Make) -> None:
        agent_id = await new(agents, make)
        first = await agents.get_latest_version(agent_id)
        second = await version(agents, agent_id)
        await agents.publish(agent_id, version_id=second.id)
        assert first is not None

        with pytest.raises(ConflictError) as caught:
            await agents.delete_version(second.id)
        with pytest.raises(ConflictError):
            await agents.delete_versions_by_parent_id(agent_id)

        assert caught.value.constraint == "active_version_id"
        assert await agents.count_versions(agent_id) == 2
        assert [await agents.delete_version(first.id) for _ in range(2)] == [True, False]
        assert await agents.get_version(second.id) == second

    async def test_all_of_a_draft_may_go(self, agents: AgentsStorage, make: Make) -> None:
        agent_id, other = await new(agents, make), await new(agents, make)
        await version(agents, agent_id)

        assert await agents.delete_versions_by_parent_id(agent_id) == 2
        assert await agents.delete_versions_by_parent_id(agent_id) == 0
        assert await agents.count_versions(other) == 1
