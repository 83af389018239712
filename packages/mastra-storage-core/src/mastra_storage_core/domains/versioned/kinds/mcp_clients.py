"""MCP clients."""

from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import Config, Json, WithMetadata


class McpClientConfig(Config):
    """What a version of an MCP client keeps."""

    parent_key = "mcpClientId"

    name: str
    description: str | None = None
    servers: Json
    """The servers that it connects to, by name."""


class McpClient(WithMetadata):
    """An MCP client, whatever its version."""


MCP_CLIENTS = Kind(
    domain="mcp_clients",
    noun="MCP client",
    entity=McpClient,
    config=McpClientConfig,
    table="mastra_mcp_clients",
    version_table="mastra_mcp_client_versions",
)


class McpClientsStorage(VersionedStorage[McpClient, McpClientConfig]):
    """MCP clients, and their versions."""

    kind = MCP_CLIENTS
