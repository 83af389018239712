"""What storage is: stores, domains, values, errors. Backends implement it, users import it."""

from mastra_storage_core._version import __version__
from mastra_storage_core.capabilities import Capabilities, Domain, Feature
from mastra_storage_core.composite import (
    CompositeStore,
    DefaultStorage,
    MastraCompositeStore,
    MastraStorage,
)
from mastra_storage_core.composition import compose
from mastra_storage_core.domain import Limits, StorageDomain
from mastra_storage_core.domains.favorites.interface import FavoritesStorage
from mastra_storage_core.domains.favorites.models import FavoriteState
from mastra_storage_core.domains.memory.interface import MemoryStorage
from mastra_storage_core.domains.memory.legacy import MessageV1
from mastra_storage_core.domains.memory.models import (
    ActivatedChunk,
    Activation,
    Include,
    Message,
    MessagePage,
    MessageUpdate,
    NewMessage,
    ObservationalMemory,
    ObservationChunk,
    Resource,
    Thread,
    ThreadClone,
    ThreadCopy,
    ThreadPage,
)
from mastra_storage_core.domains.versioned.diff import FieldChange, VersionDiff
from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kinds.agents import (
    Agent,
    AgentConfig,
    AgentsStorage,
)
from mastra_storage_core.domains.versioned.kinds.mcp_clients import (
    McpClient,
    McpClientConfig,
    McpClientsStorage,
)
from mastra_storage_core.domains.versioned.kinds.mcp_servers import (
    McpServer,
    McpServerConfig,
    McpServersStorage,
)
from mastra_storage_core.domains.versioned.kinds.prompt_blocks import (
    PromptBlock,
    PromptBlockConfig,
    PromptBlocksStorage,
)
from mastra_storage_core.domains.versioned.kinds.scorer_definitions import (
    ScorerDefinition,
    ScorerDefinitionConfig,
    ScorerDefinitionsStorage,
)
from mastra_storage_core.domains.versioned.kinds.skills import (
    Skill,
    SkillConfig,
    SkillsStorage,
)
from mastra_storage_core.domains.versioned.kinds.workspaces import (
    Workspace,
    WorkspaceConfig,
    WorkspacesStorage,
)
from mastra_storage_core.domains.versioned.models import (
    EntityPage,
    EntityStatus,
    Resolved,
    Version,
    VersionPage,
    Visibility,
)
from mastra_storage_core.domains.workflows.interface import WorkflowsStorage
from mastra_storage_core.domains.workflows.models import (
    RunOwnership,
    RunStatus,
    WorkflowRun,
    WorkflowRunPage,
)
from mastra_storage_core.errors import (
    BusyError,
    ClosedError,
    ConfigurationError,
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    NotFoundError,
    StorageError,
    UnavailableError,
    UnsupportedError,
)
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import CREATED_AT_ASC, CREATED_AT_DESC, OrderBy
from mastra_storage_core.registry import open_store
from mastra_storage_core.retention import (
    MemoryRetention,
    Policy,
    PruneReport,
    Retention,
    WorkflowRetention,
)
from mastra_storage_core.store import Store
from mastra_storage_core.unset import UNSET

__all__ = [
    "CREATED_AT_ASC",
    "CREATED_AT_DESC",
    "UNSET",
    "ActivatedChunk",
    "Activation",
    "Agent",
    "AgentConfig",
    "AgentsStorage",
    "BusyError",
    "Capabilities",
    "ClosedError",
    "CompositeStore",
    "ConfigurationError",
    "ConflictError",
    "CorruptDataError",
    "DateRange",
    "DefaultStorage",
    "Domain",
    "EntityPage",
    "EntityStatus",
    "FavoriteState",
    "FavoritesStorage",
    "Feature",
    "FieldChange",
    "Include",
    "InvalidInputError",
    "Limits",
    "MastraCompositeStore",
    "MastraStorage",
    "McpClient",
    "McpClientConfig",
    "McpClientsStorage",
    "McpServer",
    "McpServerConfig",
    "McpServersStorage",
    "MemoryRetention",
    "MemoryStorage",
    "Message",
    "MessagePage",
    "MessageUpdate",
    "MessageV1",
    "NewMessage",
    "NotFoundError",
    "ObservationChunk",
    "ObservationalMemory",
    "OrderBy",
    "Policy",
    "PromptBlock",
    "PromptBlockConfig",
    "PromptBlocksStorage",
    "PruneReport",
    "Resolved",
    "Resource",
    "Retention",
    "RunOwnership",
    "RunStatus",
    "ScorerDefinition",
    "ScorerDefinitionConfig",
    "ScorerDefinitionsStorage",
    "Skill",
    "SkillConfig",
    "SkillsStorage",
    "StorageDomain",
    "StorageError",
    "Store",
    "Thread",
    "ThreadClone",
    "ThreadCopy",
    "ThreadPage",
    "UnavailableError",
    "UnsupportedError",
    "Version",
    "VersionDiff",
    "VersionPage",
    "VersionedStorage",
    "Visibility",
    "WorkflowRetention",
    "WorkflowRun",
    "WorkflowRunPage",
    "WorkflowsStorage",
    "Workspace",
    "WorkspaceConfig",
    "WorkspacesStorage",
    "__version__",
    "compose",
    "open_store",
]
