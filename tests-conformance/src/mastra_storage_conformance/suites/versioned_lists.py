"""Lists of entities and of versions: what they show, in which order, and cut into pages."""

from functools import partial
from typing import Any

import pytest
from mastra_storage_core import AgentsStorage, FavoritesStorage, InvalidInputError, OrderBy, Store

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._support import ids
from mastra_storage_conformance.suites._versioned import Entities, an_agent, marked, new, version


async def of_agents(agents: AgentsStorage, make: Make, rows: int) -> Listing:
    """Agents of an author, the newest first."""
    made = [await agents.create(make.id(), an_agent(), author_id=make.owner) for _ in range(rows)]
    made.sort(key=lambda agent: (agent.created_at, agent.id), reverse=True)
    read = partial(agents.list, author_id=make.owner)
    return Listing(ids(made), read, lambda page: ids(page.items))


async def of_resolved(agents: AgentsStorage, make: Make, rows: int) -> Listing:
    """The same agents, each with its version."""
    listing = await of_agents(agents, make, rows)
    return listing._replace(read=partial(agents.list_resolved, author_id=make.owner))


async def of_versions(agents: AgentsStorage, make: Make, rows: int) -> Listing:
    """The versions of an agent, the newest first."""
    agent_id = await new(agents, make)
    await agents.delete_versions_by_parent_id(agent_id)
    versions = [await version(agents, agent_id, f"{n}") for n in range(rows)]
    read = partial(agents.list_versions, agent_id)
    return Listing(ids(versions[::-1]), read, lambda page: ids(page.versions))


@pytest.mark.parametrize("seed", [of_agents, of_resolved, of_versions])
@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfAgents(PagesOfAList):
    """Every list is cut into pages in the same way (rule 5)."""

    @pytest.fixture
    def domain(self, agents: AgentsStorage) -> AgentsStorage:
        return agents

    @pytest.mark.parametrize("per_page", [1, 2, 7])
    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self, agents: AgentsStorage, make: Make, seed: Seed, per_page: int, include_total: bool
    ) -> None:
        listing = await seed(agents, make, 7)

        pages = await walk(listing, per_page=per_page, include_total=include_total)

        assert [row for page in pages for row in listing.rows(page)] == listing.expected
        assert {page.total for page in pages} == {7 if include_total else None}


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestListAgents:
    """`list` shows what meets all conditions, in a total order."""

    async def test_both_times_in_both_directions(self, agents: AgentsStorage, make: Make) -> None:
        made = [await agents.create(make.id(), an_agent(), author_id=make.owner) for _ in range(6)]
        changed = [await agents.update(agent.id, metadata={}) for agent in made[3:] + made[:3]]

        for field in ("created_at", "updated_at"):
            expected = sorted(changed, key=lambda agent: (getattr(agent, field), agent.id))
            for direction, step in (("asc", 1), ("desc", -1)):
                order = OrderBy(field, direction)  # type: ignore[arg-type]
                page = await agents.list(author_id=make.owner, order_by=order)
                assert page.items == expected[::step]

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            ({"n": 1}, {"one", "both"}),
            ({"n": "1"}, {"text"}),
            ({"n": True}, set()),
            ({"team": {"a": [1]}}, {"both"}),
            ({"n": 1.0, "team": {"b": None}}, {"both"}),
            ({"team": None}, set()),
        ],
    )
    async def test_metadata_are_matched_with_their_types(
        self, agents: AgentsStorage, make: Make, wanted: dict[str, Any], found: set[str]
    ) -> None:
        """On the original's SQLite, numbers and booleans never matched."""
        both = {"n": 1, "team": {"a": [1], "b": None}}
        metadata = {"one": {"n": 1}, "text": {"n": "1"}, "both": both, "none": None}
        names = {}
        for name, value in metadata.items():
            agent_id = await new(agents, make, author_id=make.owner, metadata=value)
            names[agent_id] = name

        page = await agents.list(author_id=make.owner, metadata=wanted)

        assert {names[agent.id] for agent in page.items} == found
        assert page.total == len(found)

    async def test_of_some_ids(self, agents: AgentsStorage, make: Make) -> None:
        one, other = await new(agents, make), await new(agents, make)

        page = await agents.list(entity_ids=[one, make.id(), one])
        both = await agents.list_resolved(entity_ids=iter([one, other]))
        none = await agents.list(entity_ids=[])

        assert (ids(page.items), page.total) == ([one], 1)
        assert {item.id for item in both.items} == {one, other}
        assert (none.items, none.total) == ([], 0)

    async def test_resolved_drafts_have_their_latest_version_and_others_the_active_one(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        draft, published = [await new(agents, make, author_id=make.owner) for _ in range(2)]
        await agents.publish(published)
        latest = [await version(agents, each) for each in (draft, published)]
        await agents.update(draft, active_version_id=latest[0].id)
        newest = await version(agents, draft)

        drafts = await agents.list_resolved(author_id=make.owner, status="draft")
        every = await agents.list_resolved(author_id=make.owner)

        assert [item.version for item in drafts.items] == [newest]
        numbers = {item.id: item.version and item.version.version_number for item in every.items}
        assert numbers == {draft: 2, published: 1}

    async def test_of_one_visibility(self, agents: AgentsStorage, make: Make) -> None:
        public = await new(agents, make, author_id=make.owner, visibility="public")
        await new(agents, make, author_id=make.owner)

        page = await agents.list(author_id=make.owner, visibility="public")

        assert ids(page.items) == [public]

    @pytest.mark.mastra_domain("prompt_blocks", "skills", "workspaces")
    async def test_a_filter_for_what_a_kind_lacks_is_refused(
        self, mastra_selection: None, store: Store
    ) -> None:
        for call in (
            store.prompt_blocks.list(visibility="public"),
            store.skills.list(metadata={"a": 1}),
            store.workspaces.list(pin_favorited_for="ada"),
            store.agents.list(favorited_only=True),
            store.agents.list_resolved(organization_id="o"),
        ):
            with pytest.raises(InvalidInputError):
                await call


@pytest.mark.parametrize(
    ("entities", "kind"),
    [(*marked("agents").values, "agent"), (*marked("skills").values, "skill")],
    indirect=["entities"],
)
@pytest.mark.mastra_domain("agents", "skills", "favorites")
@pytest.mark.asyncio(loop_scope="session")
class TestListFavorites:
    """`pin_favorited_for` puts what a user has as a favorite first."""

    @pytest.mark.parametrize("direction", ["asc", "desc"])
    @pytest.mark.parametrize("per_page", [None, 2])
    async def test_favorites_come_first(
        self,
        entities: Entities,
        favorites: FavoritesStorage,
        make: Make,
        kind: str,
        direction: Any,
        per_page: int | None,
    ) -> None:
        made = [await new(entities, make, author_id=make.owner) for _ in range(5)]
        for entity_id in (made[1], made[3]):
            await favorites.favorite(user_id=make.owner, entity_type=kind, entity_id=entity_id)
        page = await entities.list(author_id=make.owner, order_by=OrderBy(direction=direction))
        plain = [item.id for item in page.items]
        pinned = [each for each in plain if each in (made[1], made[3])]
        read = partial(
            entities.list,
            author_id=make.owner,
            order_by=OrderBy(direction=direction),
            pin_favorited_for=make.owner,
            per_page=per_page,
        )

        pages = await walk(Listing([], read, ids))
        only = await read(favorited_only=True)

        found = [item.id for page in pages for item in page.items]  # type: ignore[attr-defined]
        assert found == pinned + [each for each in plain if each not in pinned]
        assert (ids(only.items), only.total) == (pinned, 2)
        assert {item.favorite_count for item in only.items} == {1}
