"""Agents."""

from typing import Annotated, Any

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kept, Kind
from mastra_storage_core.domains.versioned.models import Config, Entity, FavoriteCount, Json
from mastra_storage_core.model import JsonObject


class AgentConfig(Config):
    """What a version of an agent keeps."""

    parent_key = "agentId"

    name: str
    description: str | None = None
    instructions: Annotated[str | list[Any], Kept.BLOCKS]
    """Text, or blocks: `{"type": "text", …}`, `{"type": "prompt_block_ref", "id": …}`."""
    model: Json
    """Provider, name, and settings."""
    tools: Json | None = None
    default_options: Json | None = None
    workflows: Json | None = None
    agents: Json | None = None
    integration_tools: Json | None = None
    tool_providers: Json | None = None
    input_processors: Json | None = None
    output_processors: Json | None = None
    memory: Json | None = None
    scorers: Json | None = None
    mcp_clients: Json | None = None
    request_context_schema: Json | None = None
    workspace: Json | None = None
    skills: Json | None = None
    skills_format: str | None = None
    """`xml`, `json` or `markdown`."""
    durable: bool | Json | None = None
    browser: bool | Json | None = None


class Agent(Entity):
    """An agent, whatever its version."""

    visibility: str | None = None
    """A `Visibility`; `private` where an author is given and it is not."""
    metadata: JsonObject | None = None
    favorite_count: FavoriteCount = 0


AGENTS = Kind(
    domain="agents",
    noun="agent",
    entity=Agent,
    config=AgentConfig,
    table="mastra_agents",
    version_table="mastra_agent_versions",
    favorite="agent",
)


class AgentsStorage(VersionedStorage[Agent, AgentConfig]):
    """Agents, and their versions."""

    kind = AGENTS

    create_agent = VersionedStorage.create
    """What older documentation calls `create`."""
    get_agent_by_id = VersionedStorage.get_by_id
    """What older documentation calls `get_by_id`."""
    get_agent_by_id_resolved = VersionedStorage.get_by_id_resolved
    """What older documentation calls `get_by_id_resolved`."""
    update_agent = VersionedStorage.update
    """What older documentation calls `update`."""
    delete_agent = VersionedStorage.delete
    """What older documentation calls `delete`."""
    list_agents = VersionedStorage.list
    """What older documentation calls `list`."""
    list_agents_resolved = VersionedStorage.list_resolved
    """What older documentation calls `list_resolved`."""
