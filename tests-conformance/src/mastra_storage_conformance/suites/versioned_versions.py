"""Versions: made, read, compared. Asked of agents."""

from typing import Any

import pytest
from mastra_storage_core import AgentsStorage, ConflictError, Feature, NotFoundError, OrderBy

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._versioned import an_agent, new, version


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestCreateVersion:
    """`create_version` makes the next version of an entity."""

    async def test_it_is_the_next_and_the_entity_stays(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        before = await agents.get_by_id(agent_id)

        made = await agents.create_version(
            agent_id, an_agent("Two"), id=make.id(), change_message="Because"
        )

        assert (made.version_number, made.parent_id) == (2, agent_id)
        assert (made.config, made.change_message) == (an_agent("Two"), "Because")
        assert await agents.get_version(made.id) == made
        assert await agents.get_by_id(agent_id) == before

    async def test_what_changed_is_found_out_unless_it_is_given(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        config = an_agent("N", tools={"a": {}})

        found = await agents.create_version(agent_id, config)
        same = await agents.create_version(agent_id, config)
        given = await agents.create_version(agent_id, config, changed_fields=["mine"])
        none = await agents.create_version(agent_id, config, changed_fields=None)

        assert found.changed_fields == ["name", "instructions", "model", "tools"]
        assert (same.changed_fields, given.changed_fields) == ([], ["mine"])
        assert none.changed_fields is None

    async def test_an_id_that_exists_is_a_conflict_and_leaves_no_gap(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        """The original's SQLite replaced the version of that id, whosever it was."""
        one, other = await new(agents, make), await new(agents, make)
        taken = await version(agents, one)

        for agent_id in (one, other):
            with pytest.raises(ConflictError):
                await agents.create_version(agent_id, an_agent("Thief"), id=taken.id)

        assert await agents.get_version(taken.id) == taken
        assert (await version(agents, one)).version_number == 3
        assert (await version(agents, other)).version_number == 2

    async def test_a_restored_version_may_say_why(self, agents: AgentsStorage, make: Make) -> None:
        agent_id, other = await new(agents, make), await new(agents, make)
        foreign = await agents.get_latest_version(other)
        first = await agents.get_latest_version(agent_id)
        assert first is not None
        assert foreign is not None

        restored = await agents.restore_version(agent_id, first.id, change_message="Oops")

        assert (restored.change_message, restored.changed_fields) == ("Oops", [])
        with pytest.raises(NotFoundError):
            await agents.restore_version(agent_id, foreign.id)
        assert await agents.count_versions(agent_id) == 2


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestReadVersions:
    """Versions are found by id, by number, and as the latest."""

    async def test_by_id_in_the_order_of_the_ids(self, agents: AgentsStorage, make: Make) -> None:
        agent_id = await new(agents, make)
        versions = [await version(agents, agent_id, f"{n}") for n in range(3)]
        wanted = [versions[2].id, make.id(), versions[0].id, versions[2].id]

        assert await agents.get_versions(wanted) == [versions[2], versions[0]]
        assert await agents.get_versions([]) == []
        assert await agents.get_version(make.id()) is None

    async def test_by_number_and_the_latest(self, agents: AgentsStorage, make: Make) -> None:
        agent_id = await new(agents, make)
        second = await version(agents, agent_id)

        assert await agents.get_version_by_number(agent_id, 2) == second
        assert await agents.get_latest_version(agent_id) == second
        assert await agents.get_version_by_number(agent_id, 3) is None
        assert await agents.get_version_by_number(make.id(), 1) is None
        assert await agents.get_latest_version(make.id()) is None
        assert await agents.count_versions(make.id()) == 0

    async def test_listed_by_number_the_newest_first_unless_told(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        for n in range(10):
            await version(agents, agent_id, f"{n}")

        async def numbers(**options: Any) -> list[int]:
            page = await agents.list_versions(agent_id, **options)
            assert page.total == 11
            return [each.version_number for each in page.versions]

        assert await numbers() == list(range(11, 0, -1))
        assert await numbers(order_by=OrderBy("version_number")) == list(range(1, 12))
        assert await numbers(page=1, per_page=4) == [7, 6, 5, 4]

    async def test_listed_by_time_equal_times_by_id(
        self, agents: AgentsStorage, make: Make
    ) -> None:
        agent_id = await new(agents, make)
        for n in range(10):
            await version(agents, agent_id, f"{n}")
        page = await agents.list_versions(agent_id)
        expected = sorted(page.versions, key=lambda each: (each.created_at, each.id))

        oldest = await agents.list_versions(agent_id, order_by=OrderBy())
        newest = await agents.list_versions(agent_id, order_by=OrderBy(direction="desc"))

        assert oldest.versions == expected
        assert newest.versions == expected[::-1]


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestDiffVersions:
    """`diff_versions` says what is different, in a form that people read."""

    async def test_it_is_readable(self, agents: AgentsStorage, make: Make) -> None:
        one = {"instructions": "Be kind.\nBe brief.", "tools": {"calc": {}}, "durable": True}
        two = {"instructions": "Be kind.\nBe exact.", "tools": {"mail": {"to": "me"}}}
        first = an_agent("A", model={"name": "m", "temperature": 0.3}, **one)
        agent = await agents.create(make.id(), first)
        before = await agents.get_latest_version(agent.id)
        after = await version(agents, agent.id, "A", model={"name": "m", "temperature": 1}, **two)
        assert before is not None

        found = await agents.diff_versions(before.id, after.id)

        assert found.changed_fields == ["instructions", "model", "tools", "durable"]
        assert str(found) == (
            "version 1 → version 2\n"
            "~ instructions:\n"
            "    @@ -1,2 +1,2 @@\n"
            "     Be kind.\n"
            "    -Be brief.\n"
            "    +Be exact.\n"
            "~ model.temperature: 0.3 → 1\n"
            "- tools.calc: {}\n"
            '+ tools.mail: {"to":"me"}\n'
            "- durable: true"
        )

    async def test_backwards_and_with_itself(self, agents: AgentsStorage, make: Make) -> None:
        agent_id = await new(agents, make)
        second = await version(agents, agent_id, "B", tools=["a"])
        third = await version(agents, agent_id, "B", tools=["a", {"b": 1}])

        there = await agents.diff_versions(second.id, third.id)
        back = await agents.diff_versions(third.id, second.id)
        itself = await agents.diff_versions(third.id, third.id)

        assert [(each.path, each.how, each.after) for each in there.changes] == [
            ("tools[1]", "added", {"b": 1})
        ]
        assert [(each.path, each.how, each.before) for each in back.changes] == [
            ("tools[1]", "removed", {"b": 1})
        ]
        assert not itself
        assert str(itself) == "version 3 → version 3\nno difference"

    async def test_an_unknown_version_is_not_found(self, agents: AgentsStorage, make: Make) -> None:
        known = await version(agents, await new(agents, make))

        for pair in ((known.id, make.id()), (make.id(), known.id)):
            with pytest.raises(NotFoundError, match="no version"):
                await agents.diff_versions(*pair)


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestFeaturesOfConfigurations:
    """The features that are about JSON are about configurations, too: as in metadata."""

    async def test_json_is_kept_as_it_is_declared(
        self, agents: AgentsStorage, backend: Backend, make: Make
    ) -> None:
        value = {"zebra": [1e23, -0.0, 10**23], "b": 1, "a\0": "\ud800"}
        spelled = Feature.JSON_NUMBER_SPELLING in backend.capabilities.features
        nul = Feature.JSON_NUL in backend.capabilities.features
        numbers = [1e23, -0.0, 10**23] if spelled else [10**23, 0.0, 10**23]
        odd = {"a\0": "\ud800"} if nul else {"a\ufffd": "\ufffd"}

        agent = await agents.create(make.id(), an_agent(tools=value, memory=[value]))

        found = await agents.get_by_id_resolved(agent.id)
        assert found is not None
        tools: Any = found.config.tools
        assert tools == {"zebra": numbers, "b": 1, **odd}
        assert repr(tools["zebra"]) == repr(numbers)
        assert found.config.memory == [tools]
        if Feature.JSON_KEY_ORDER in backend.capabilities.features:
            assert list(tools) == ["zebra", "b", *odd]
