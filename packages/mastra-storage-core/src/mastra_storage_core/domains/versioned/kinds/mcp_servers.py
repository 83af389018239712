"""MCP servers."""

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import Config, Json, WithMetadata


class McpServerConfig(Config):
    """What a version of an MCP server keeps."""

    parent_key = "mcpServerId"

    name: str
    version: str
    """The version that the server announces: a text of the author's."""
    description: str | None = None
    instructions: str | None = None
    repository: Json | None = None
    """`url`, `type` and `directory`."""
    release_date: str | None = None
    is_latest: bool | None = None
    package_canonical: str | None = None
    tools: Json | None = None
    agents: Json | None = None
    workflows: Json | None = None


class McpServer(WithMetadata):
    """An MCP server, whatever its version."""


MCP_SERVERS = Kind(
    domain="mcp_servers",
    noun="MCP server",
    entity=McpServer,
    config=McpServerConfig,
    table="mastra_mcp_servers",
    version_table="mastra_mcp_server_versions",
)


class McpServersStorage(VersionedStorage[McpServer, McpServerConfig]):
    """MCP servers, and their versions."""

    kind = MCP_SERVERS
