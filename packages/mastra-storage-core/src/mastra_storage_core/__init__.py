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
from mastra_storage_core.domains.observability.aggregation import (
    Aggregate,
    Aggregation,
    Breakdown,
    BreakdownGroup,
    ComparePeriod,
    Interval,
    Percentiles,
    PercentileSeries,
    Series,
    SeriesPoint,
    TimeSeries,
)
from mastra_storage_core.domains.observability.filters import BranchFilter, TraceFilter
from mastra_storage_core.domains.observability.ingestion.buffer import SpanBuffer
from mastra_storage_core.domains.observability.interface import ObservabilityStorage
from mastra_storage_core.domains.observability.kinds import BRANCH_TYPES, EntityType, SpanType
from mastra_storage_core.domains.observability.lists import STARTED_AT_DESC
from mastra_storage_core.domains.observability.models import (
    BatchResult,
    BranchPage,
    LightSpan,
    LightTrace,
    LightTracePage,
    NewSpan,
    Rejected,
    Span,
    SpanStatus,
    SpanUpdate,
    Trace,
    TracePage,
    TracePreview,
)
from mastra_storage_core.domains.observability.signal_filters import (
    FeedbackFilter,
    LogFilter,
    MetricFilter,
    SpanScoreFilter,
)
from mastra_storage_core.domains.observability.signal_models import (
    FeedbackPage,
    FeedbackRecord,
    LogLevel,
    LogPage,
    LogRecord,
    MetricPage,
    MetricRecord,
    ReviewStatus,
    SpanScore,
    SpanScorePage,
)
from mastra_storage_core.domains.observability.signal_storage import TIMESTAMP_DESC
from mastra_storage_core.domains.scores.interface import ScoresStorage
from mastra_storage_core.domains.scores.legacy_models import (
    LegacyEval,
    LegacyEvalPage,
    LegacyTrace,
    LegacyTracePage,
)
from mastra_storage_core.domains.scores.models import NewScore, Score, ScorePage, ScoreSource
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
    ObservabilityRetention,
    Policy,
    PruneReport,
    Retention,
    ScoreRetention,
    WorkflowRetention,
)
from mastra_storage_core.store import Store
from mastra_storage_core.unset import UNSET

__all__ = [
    "BRANCH_TYPES",
    "CREATED_AT_ASC",
    "CREATED_AT_DESC",
    "STARTED_AT_DESC",
    "TIMESTAMP_DESC",
    "UNSET",
    "ActivatedChunk",
    "Activation",
    "Agent",
    "AgentConfig",
    "AgentsStorage",
    "Aggregate",
    "Aggregation",
    "BatchResult",
    "BranchFilter",
    "BranchPage",
    "Breakdown",
    "BreakdownGroup",
    "BusyError",
    "Capabilities",
    "ClosedError",
    "ComparePeriod",
    "CompositeStore",
    "ConfigurationError",
    "ConflictError",
    "CorruptDataError",
    "DateRange",
    "DefaultStorage",
    "Domain",
    "EntityPage",
    "EntityStatus",
    "EntityType",
    "FavoriteState",
    "FavoritesStorage",
    "Feature",
    "FeedbackFilter",
    "FeedbackPage",
    "FeedbackRecord",
    "FieldChange",
    "Include",
    "Interval",
    "InvalidInputError",
    "LegacyEval",
    "LegacyEvalPage",
    "LegacyTrace",
    "LegacyTracePage",
    "LightSpan",
    "LightTrace",
    "LightTracePage",
    "Limits",
    "LogFilter",
    "LogLevel",
    "LogPage",
    "LogRecord",
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
    "MetricFilter",
    "MetricPage",
    "MetricRecord",
    "NewMessage",
    "NewScore",
    "NewSpan",
    "NotFoundError",
    "ObservabilityRetention",
    "ObservabilityStorage",
    "ObservationChunk",
    "ObservationalMemory",
    "OrderBy",
    "PercentileSeries",
    "Percentiles",
    "Policy",
    "PromptBlock",
    "PromptBlockConfig",
    "PromptBlocksStorage",
    "PruneReport",
    "Rejected",
    "Resolved",
    "Resource",
    "Retention",
    "ReviewStatus",
    "RunOwnership",
    "RunStatus",
    "Score",
    "ScorePage",
    "ScoreRetention",
    "ScoreSource",
    "ScorerDefinition",
    "ScorerDefinitionConfig",
    "ScorerDefinitionsStorage",
    "ScoresStorage",
    "Series",
    "SeriesPoint",
    "Skill",
    "SkillConfig",
    "SkillsStorage",
    "Span",
    "SpanBuffer",
    "SpanScore",
    "SpanScoreFilter",
    "SpanScorePage",
    "SpanStatus",
    "SpanType",
    "SpanUpdate",
    "StorageDomain",
    "StorageError",
    "Store",
    "Thread",
    "ThreadClone",
    "ThreadCopy",
    "ThreadPage",
    "TimeSeries",
    "Trace",
    "TraceFilter",
    "TracePage",
    "TracePreview",
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
