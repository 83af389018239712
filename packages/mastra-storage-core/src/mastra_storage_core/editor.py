"""What people write in an editor: typed attributes of a store, for the domains of agents, of what
they use, and of favorites.
"""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, cast

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domain import StorageDomain

if TYPE_CHECKING:  # A store imports the domains that are used, and no others.
    from mastra_storage_core.domains.favorites.interface import FavoritesStorage
    from mastra_storage_core.domains.versioned.kinds.agents import AgentsStorage
    from mastra_storage_core.domains.versioned.kinds.mcp_clients import McpClientsStorage
    from mastra_storage_core.domains.versioned.kinds.mcp_servers import McpServersStorage
    from mastra_storage_core.domains.versioned.kinds.prompt_blocks import PromptBlocksStorage
    from mastra_storage_core.domains.versioned.kinds.scorer_definitions import (
        ScorerDefinitionsStorage,
    )
    from mastra_storage_core.domains.versioned.kinds.skills import SkillsStorage
    from mastra_storage_core.domains.versioned.kinds.workspaces import WorkspacesStorage


class EditorDomains(ABC):
    """A part of `Store`."""

    @abstractmethod
    def _require(self, domain: Domain) -> StorageDomain:
        """Return a domain; `UnsupportedError` where this store lacks it."""

    @property
    def agents(self) -> "AgentsStorage":
        """Agents that are edited without a deployment, and their versions."""
        return cast("AgentsStorage", self._require(Domain.AGENTS))

    @property
    def prompt_blocks(self) -> "PromptBlocksStorage":
        """Parts of prompts, and their versions."""
        return cast("PromptBlocksStorage", self._require(Domain.PROMPT_BLOCKS))

    @property
    def scorer_definitions(self) -> "ScorerDefinitionsStorage":
        """Definitions of scorers, and their versions."""
        return cast("ScorerDefinitionsStorage", self._require(Domain.SCORER_DEFINITIONS))

    @property
    def mcp_clients(self) -> "McpClientsStorage":
        """MCP clients, and their versions."""
        return cast("McpClientsStorage", self._require(Domain.MCP_CLIENTS))

    @property
    def mcp_servers(self) -> "McpServersStorage":
        """MCP servers, and their versions."""
        return cast("McpServersStorage", self._require(Domain.MCP_SERVERS))

    @property
    def workspaces(self) -> "WorkspacesStorage":
        """Workspaces of agents, and their versions."""
        return cast("WorkspacesStorage", self._require(Domain.WORKSPACES))

    @property
    def skills(self) -> "SkillsStorage":
        """Skills of agents, and their versions."""
        return cast("SkillsStorage", self._require(Domain.SKILLS))

    @property
    def favorites(self) -> "FavoritesStorage":
        """Which agents and skills a user has as favorites."""
        return cast("FavoritesStorage", self._require(Domain.FAVORITES))
