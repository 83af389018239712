"""All kinds that Mastra has. A kind is a line here, a member of `Domain`, and an attribute of
`Store`; no backend names one.
"""

from typing import Any

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kinds.agents import AgentsStorage
from mastra_storage_core.domains.versioned.kinds.mcp_clients import McpClientsStorage
from mastra_storage_core.domains.versioned.kinds.mcp_servers import McpServersStorage
from mastra_storage_core.domains.versioned.kinds.prompt_blocks import PromptBlocksStorage
from mastra_storage_core.domains.versioned.kinds.scorer_definitions import (
    ScorerDefinitionsStorage,
)
from mastra_storage_core.domains.versioned.kinds.skills import SkillsStorage
from mastra_storage_core.domains.versioned.kinds.workspaces import WorkspacesStorage

EVERY: tuple[type[VersionedStorage[Any, Any]], ...] = (
    AgentsStorage,
    PromptBlocksStorage,
    ScorerDefinitionsStorage,
    McpClientsStorage,
    McpServersStorage,
    WorkspacesStorage,
    SkillsStorage,
)
