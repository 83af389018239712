"""What the suites of versioned entities say in the same words. No case lives here."""

from typing import Any, TypeAlias

import pytest
from mastra_storage_core import AgentConfig, AgentsStorage, Version, VersionedStorage
from mastra_storage_core.domains.versioned.kinds.every import EVERY

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.make_versioned import config_of as config_of

Entities: TypeAlias = VersionedStorage[Any, Any]

KINDS = [each.domain for each in EVERY]


def marked(domain: str) -> Any:
    """Return a parameter that needs its domain."""
    return pytest.param(domain, marks=pytest.mark.mastra_domain(domain))


each_kind = pytest.mark.parametrize("entities", list(map(marked, KINDS)), indirect=True)
"""Run a case for every kind that there is."""


def an_agent(name: str = "An agent", **fields: Any) -> AgentConfig:
    """Return the configuration of an agent."""
    values = {"instructions": "Be kind.", "model": {"provider": "p", "name": "m"}, **fields}
    return AgentConfig(name=name, **values)


async def new(entities: Entities, make: Make, **options: Any) -> str:
    """Create an entity; return its id."""
    entity = await entities.create(make.id("entity"), config_of(entities.kind), **options)
    created: str = entity.id
    return created


async def version(
    agents: AgentsStorage, agent_id: str, name: str = "Next", **fields: Any
) -> Version[AgentConfig]:
    """Make the next version of an agent."""
    return await agents.create_version(agent_id, an_agent(name, **fields))
