"""Many writers at once: numbers of versions are unique and without gaps, and nothing is lost."""

from collections.abc import Callable
from itertools import cycle
from typing import TypeAlias

import pytest
from mastra_storage_core import AgentsStorage, ConflictError, Feature, Store

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._versioned import an_agent, config_of, new, version
from mastra_storage_conformance.suites.concurrency import CROWD, at_once, ends_of

OpenStore: TypeAlias = Callable[[], Store]


@pytest.mark.mastra_domain("agents")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentVersions:
    """Whoever makes a version at the same moment gets another number."""

    async def test_32_instances_get_32_numbers(
        self, open_fresh: OpenStore, backend: Backend, make: Make
    ) -> None:
        """On the original's databases two agents' versions had one number."""
        durable = Feature.DURABLE in backend.capabilities.features
        stores = [open_fresh() for _ in range(CROWD if durable else 1)]
        await at_once(store.init() for store in stores)
        agent_id = await new(stores[0].agents, make)

        await at_once(
            version(store.agents, agent_id, f"{n}")
            for store, n in zip(cycle(stores), range(CROWD), strict=False)
        )

        page = await stores[0].agents.list_versions(agent_id, per_page=None)
        numbers = [each.version_number for each in page.versions]
        assert numbers == list(range(CROWD + 1, 0, -1))
        assert {each.config.name for each in page.versions[:-1]} == {f"{n}" for n in range(CROWD)}

    async def test_of_many_who_ask_for_one_number_one_gets_it(
        self, agent_writers: list[AgentsStorage], make: Make
    ) -> None:
        agent_id = await new(agent_writers[0], make)

        ends = await ends_of(
            agents.create_version(agent_id, an_agent(f"{n}"), version_number=2)
            for agents, n in zip(cycle(agent_writers), range(CROWD), strict=False)
        )

        conflicts = [end for end in ends if isinstance(end, ConflictError)]
        assert (len(ends), len(conflicts)) == (CROWD, CROWD - 1)
        assert await agent_writers[0].count_versions(agent_id) == 2

    async def test_of_many_who_create_one_agent_one_does(
        self, agent_writers: list[AgentsStorage], make: Make
    ) -> None:
        agent_id = make.id()

        ends = await ends_of(
            agents.create(agent_id, an_agent(f"{n}"))
            for agents, n in zip(cycle(agent_writers), range(CROWD), strict=False)
        )

        conflicts = [end for end in ends if isinstance(end, ConflictError)]
        assert len(conflicts) == CROWD - 1
        assert await agent_writers[0].count_versions(agent_id) == 1

    async def test_keys_of_metadata_and_fields_all_survive(
        self, agent_writers: list[AgentsStorage], make: Make
    ) -> None:
        agent_id = await new(agent_writers[0], make)

        await at_once(
            agents.update(agent_id, metadata={f"{n}": n}, config={"tools": {f"{n}": n}})
            for agents, n in zip(cycle(agent_writers), range(CROWD), strict=False)
        )

        agent = await agent_writers[0].get_by_id(agent_id)
        assert agent is not None
        assert agent.metadata == {f"{n}": n for n in range(CROWD)}
        assert await agent_writers[0].count_versions(agent_id) == CROWD + 1

    async def test_what_is_published_is_not_deleted_and_the_other_way_round(
        self, agent_writers: list[AgentsStorage], make: Make
    ) -> None:
        one, other = agent_writers[0], agent_writers[-1]
        agent_id = await new(one, make)
        for step in (1, -1) * 4:
            second = await version(one, agent_id)

            await ends_of(
                [one.publish(agent_id, version_id=second.id), other.delete_version(second.id)][
                    ::step
                ]
            )

            agent = await one.get_by_id(agent_id)
            assert agent is not None
            found = await one.get_version(second.id)
            assert (agent.active_version_id == second.id) == (found is not None)
            await one.update(agent_id, active_version_id=None)

    async def test_a_deleted_agent_leaves_no_version_behind(
        self, agent_writers: list[AgentsStorage], make: Make
    ) -> None:
        one, other = agent_writers[0], agent_writers[-1]
        for _ in range(8):
            agent_id = await new(one, make)

            await ends_of(
                [one.delete(agent_id), other.create_version(agent_id, config_of(one.kind))]
            )

            assert await one.count_versions(agent_id) == 0
