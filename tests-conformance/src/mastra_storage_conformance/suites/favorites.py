"""Favorites: which agents and skills a user has as such."""

from itertools import cycle

import pytest
from mastra_storage_core import (
    AgentsStorage,
    FavoritesStorage,
    InvalidInputError,
    NotFoundError,
    SkillsStorage,
    Store,
)
from mastra_storage_core.domains.favorites.models import FavoriteState

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._versioned import config_of, new
from mastra_storage_conformance.suites.concurrency import CROWD, at_once


@pytest.mark.mastra_domain("favorites", "agents", "skills")
@pytest.mark.asyncio(loop_scope="session")
class TestFavorites:
    """A favorite is counted on its entity, once for each user."""

    async def test_once_more_changes_nothing_and_updated_at_stays(
        self, favorites: FavoritesStorage, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        before = await agents.get_by_id(agent_id)
        key = {"user_id": make.owner, "entity_type": "agent", "entity_id": agent_id}

        on = [await favorites.favorite(**key) for _ in range(2)]
        assert on == [FavoriteState(favorited=True, favorite_count=1)] * 2
        assert await favorites.is_favorited(**key)
        counted = await agents.get_by_id(agent_id)
        off = [await favorites.unfavorite(**key) for _ in range(2)]

        assert off == [FavoriteState(favorited=False, favorite_count=0)] * 2
        assert before is not None
        assert counted == before.model_copy(update={"favorite_count": 1})
        assert await agents.get_by_id(agent_id) == before

    async def test_favorites_of_a_user_by_time_and_among_some(
        self, favorites: FavoritesStorage, agents: AgentsStorage, make: Make
    ) -> None:
        made = [await new(agents, make) for _ in range(4)]
        for agent_id in made[:3]:
            await favorites.favorite(user_id=make.owner, entity_type="agent", entity_id=agent_id)

        listed = await favorites.list_favorited_ids(user_id=make.owner, entity_type="agent")
        among = await favorites.is_favorited_batch(
            user_id=make.owner, entity_type="agent", entity_ids=[made[0], made[3], make.id()]
        )

        assert sorted(listed) == sorted(made[:3])
        assert among == {made[0]}
        assert await favorites.list_favorited_ids(user_id=make.id(), entity_type="agent") == []
        none = {"user_id": make.owner, "entity_type": "skill"}
        assert await favorites.is_favorited_batch(**none, entity_ids=made) == set()
        assert await favorites.is_favorited_batch(**none, entity_ids=[]) == set()

    async def test_an_agent_and_a_skill_of_one_id_are_two(
        self, favorites: FavoritesStorage, store: Store, make: Make
    ) -> None:
        agents, skills = store.agents, store.skills
        both = await new(agents, make)
        await skills.create(both, config_of(SkillsStorage.kind))

        await favorites.favorite(user_id=make.owner, entity_type="skill", entity_id=both)

        agent, skill = await agents.get_by_id(both), await skills.get_by_id(both)
        assert agent is not None
        assert skill is not None
        assert (agent.favorite_count, skill.favorite_count) == (0, 1)

    async def test_all_of_an_entity_may_go(
        self, favorites: FavoritesStorage, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id, other = await new(agents, make), await new(agents, make)
        for user in ("ada", "grace"):
            for each in (agent_id, other):
                await favorites.favorite(user_id=user, entity_type="agent", entity_id=each)

        gone = await favorites.delete_favorites_for_entity(entity_type="agent", entity_id=agent_id)

        counts = [await agents.get_by_id(each) for each in (agent_id, other)]
        assert gone == 2
        assert [each.favorite_count for each in counts if each] == [0, 2]

    async def test_an_unknown_entity_is_not_found_and_an_unknown_kind_refused(
        self, favorites: FavoritesStorage, make: Make
    ) -> None:
        for call in (favorites.favorite, favorites.unfavorite):
            with pytest.raises(NotFoundError, match="no agent"):
                await call(user_id="ada", entity_type="agent", entity_id=make.id())
            with pytest.raises(InvalidInputError, match="agent, skill"):
                await call(user_id="ada", entity_type="workspace", entity_id=make.id())

    async def test_many_users_at_once_are_all_counted(
        self, stores: list[Store], make: Make
    ) -> None:
        agent_id = await new(stores[0].agents, make)

        await at_once(
            store.favorites.favorite(user_id=f"{n % 16}", entity_type="agent", entity_id=agent_id)
            for store, n in zip(cycle(stores), range(CROWD), strict=False)
        )

        agent = await stores[0].agents.get_by_id(agent_id)
        assert agent is not None
        assert agent.favorite_count == 16
