"""The names that `__init__.py` loads when they are first used, for type checkers."""

from mastra_storage_core._version import __version__ as __version__
from mastra_storage_core.capabilities import (
    Capabilities as Capabilities,
)
from mastra_storage_core.capabilities import (
    Domain as Domain,
)
from mastra_storage_core.capabilities import (
    Feature as Feature,
)
from mastra_storage_core.composite import (
    CompositeStore as CompositeStore,
)
from mastra_storage_core.composite import (
    DefaultStorage as DefaultStorage,
)
from mastra_storage_core.composite import (
    MastraCompositeStore as MastraCompositeStore,
)
from mastra_storage_core.composite import (
    MastraStorage as MastraStorage,
)
from mastra_storage_core.composition import compose as compose
from mastra_storage_core.domain import (
    Limits as Limits,
)
from mastra_storage_core.domain import (
    StorageDomain as StorageDomain,
)
from mastra_storage_core.domains.datasets.interface import DatasetsStorage as DatasetsStorage
from mastra_storage_core.domains.datasets.models import (
    Dataset as Dataset,
)
from mastra_storage_core.domains.datasets.models import (
    DatasetItem as DatasetItem,
)
from mastra_storage_core.domains.datasets.models import (
    DatasetPage as DatasetPage,
)
from mastra_storage_core.domains.datasets.models import (
    DatasetVersion as DatasetVersion,
)
from mastra_storage_core.domains.datasets.models import (
    DatasetVersionPage as DatasetVersionPage,
)
from mastra_storage_core.domains.datasets.models import (
    IdentityConflict as IdentityConflict,
)
from mastra_storage_core.domains.datasets.models import (
    ImportReport as ImportReport,
)
from mastra_storage_core.domains.datasets.models import (
    ItemPage as ItemPage,
)
from mastra_storage_core.domains.datasets.models import (
    ItemsAdded as ItemsAdded,
)
from mastra_storage_core.domains.datasets.models import (
    ItemVersion as ItemVersion,
)
from mastra_storage_core.domains.datasets.models import (
    LineFailure as LineFailure,
)
from mastra_storage_core.domains.datasets.models import (
    NewItem as NewItem,
)
from mastra_storage_core.domains.datasets.models import (
    TargetType as TargetType,
)
from mastra_storage_core.domains.datasets.models import (
    TransferProgress as TransferProgress,
)
from mastra_storage_core.domains.experiments.interface import (
    ExperimentsStorage as ExperimentsStorage,
)
from mastra_storage_core.domains.experiments.models import (
    Experiment as Experiment,
)
from mastra_storage_core.domains.experiments.models import (
    ExperimentPage as ExperimentPage,
)
from mastra_storage_core.domains.experiments.models import (
    ExperimentResult as ExperimentResult,
)
from mastra_storage_core.domains.experiments.models import (
    ExperimentResultPage as ExperimentResultPage,
)
from mastra_storage_core.domains.experiments.models import (
    ExperimentStatus as ExperimentStatus,
)
from mastra_storage_core.domains.experiments.models import (
    ResultStatus as ResultStatus,
)
from mastra_storage_core.domains.experiments.models import (
    ReviewSummary as ReviewSummary,
)
from mastra_storage_core.domains.favorites.interface import FavoritesStorage as FavoritesStorage
from mastra_storage_core.domains.favorites.models import FavoriteState as FavoriteState
from mastra_storage_core.domains.memory.interface import MemoryStorage as MemoryStorage
from mastra_storage_core.domains.memory.legacy import MessageV1 as MessageV1
from mastra_storage_core.domains.memory.models import (
    ActivatedChunk as ActivatedChunk,
)
from mastra_storage_core.domains.memory.models import (
    Activation as Activation,
)
from mastra_storage_core.domains.memory.models import (
    Include as Include,
)
from mastra_storage_core.domains.memory.models import (
    Message as Message,
)
from mastra_storage_core.domains.memory.models import (
    MessagePage as MessagePage,
)
from mastra_storage_core.domains.memory.models import (
    MessageUpdate as MessageUpdate,
)
from mastra_storage_core.domains.memory.models import (
    NewMessage as NewMessage,
)
from mastra_storage_core.domains.memory.models import (
    ObservationalMemory as ObservationalMemory,
)
from mastra_storage_core.domains.memory.models import (
    ObservationChunk as ObservationChunk,
)
from mastra_storage_core.domains.memory.models import (
    Resource as Resource,
)
from mastra_storage_core.domains.memory.models import (
    Thread as Thread,
)
from mastra_storage_core.domains.memory.models import (
    ThreadClone as ThreadClone,
)
from mastra_storage_core.domains.memory.models import (
    ThreadCopy as ThreadCopy,
)
from mastra_storage_core.domains.memory.models import (
    ThreadPage as ThreadPage,
)
from mastra_storage_core.domains.observability.aggregation import (
    Aggregate as Aggregate,
)
from mastra_storage_core.domains.observability.aggregation import (
    Aggregation as Aggregation,
)
from mastra_storage_core.domains.observability.aggregation import (
    Breakdown as Breakdown,
)
from mastra_storage_core.domains.observability.aggregation import (
    BreakdownGroup as BreakdownGroup,
)
from mastra_storage_core.domains.observability.aggregation import (
    ComparePeriod as ComparePeriod,
)
from mastra_storage_core.domains.observability.aggregation import (
    Interval as Interval,
)
from mastra_storage_core.domains.observability.aggregation import (
    Percentiles as Percentiles,
)
from mastra_storage_core.domains.observability.aggregation import (
    PercentileSeries as PercentileSeries,
)
from mastra_storage_core.domains.observability.aggregation import (
    Series as Series,
)
from mastra_storage_core.domains.observability.aggregation import (
    SeriesPoint as SeriesPoint,
)
from mastra_storage_core.domains.observability.aggregation import (
    TimeSeries as TimeSeries,
)
from mastra_storage_core.domains.observability.filters import (
    BranchFilter as BranchFilter,
)
from mastra_storage_core.domains.observability.filters import (
    TraceFilter as TraceFilter,
)
from mastra_storage_core.domains.observability.ingestion.buffer import SpanBuffer as SpanBuffer
from mastra_storage_core.domains.observability.interface import (
    ObservabilityStorage as ObservabilityStorage,
)
from mastra_storage_core.domains.observability.kinds import (
    BRANCH_TYPES as BRANCH_TYPES,
)
from mastra_storage_core.domains.observability.kinds import (
    EntityType as EntityType,
)
from mastra_storage_core.domains.observability.kinds import (
    SpanType as SpanType,
)
from mastra_storage_core.domains.observability.lists import STARTED_AT_DESC as STARTED_AT_DESC
from mastra_storage_core.domains.observability.models import (
    BatchResult as BatchResult,
)
from mastra_storage_core.domains.observability.models import (
    BranchPage as BranchPage,
)
from mastra_storage_core.domains.observability.models import (
    LightSpan as LightSpan,
)
from mastra_storage_core.domains.observability.models import (
    LightTrace as LightTrace,
)
from mastra_storage_core.domains.observability.models import (
    LightTracePage as LightTracePage,
)
from mastra_storage_core.domains.observability.models import (
    NewSpan as NewSpan,
)
from mastra_storage_core.domains.observability.models import (
    Rejected as Rejected,
)
from mastra_storage_core.domains.observability.models import (
    Span as Span,
)
from mastra_storage_core.domains.observability.models import (
    SpanStatus as SpanStatus,
)
from mastra_storage_core.domains.observability.models import (
    SpanUpdate as SpanUpdate,
)
from mastra_storage_core.domains.observability.models import (
    Trace as Trace,
)
from mastra_storage_core.domains.observability.models import (
    TracePage as TracePage,
)
from mastra_storage_core.domains.observability.models import (
    TracePreview as TracePreview,
)
from mastra_storage_core.domains.observability.signal_filters import (
    FeedbackFilter as FeedbackFilter,
)
from mastra_storage_core.domains.observability.signal_filters import (
    LogFilter as LogFilter,
)
from mastra_storage_core.domains.observability.signal_filters import (
    MetricFilter as MetricFilter,
)
from mastra_storage_core.domains.observability.signal_filters import (
    SpanScoreFilter as SpanScoreFilter,
)
from mastra_storage_core.domains.observability.signal_models import (
    FeedbackPage as FeedbackPage,
)
from mastra_storage_core.domains.observability.signal_models import (
    FeedbackRecord as FeedbackRecord,
)
from mastra_storage_core.domains.observability.signal_models import (
    LogLevel as LogLevel,
)
from mastra_storage_core.domains.observability.signal_models import (
    LogPage as LogPage,
)
from mastra_storage_core.domains.observability.signal_models import (
    LogRecord as LogRecord,
)
from mastra_storage_core.domains.observability.signal_models import (
    MetricPage as MetricPage,
)
from mastra_storage_core.domains.observability.signal_models import (
    MetricRecord as MetricRecord,
)
from mastra_storage_core.domains.observability.signal_models import (
    ReviewStatus as ReviewStatus,
)
from mastra_storage_core.domains.observability.signal_models import (
    SpanScore as SpanScore,
)
from mastra_storage_core.domains.observability.signal_models import (
    SpanScorePage as SpanScorePage,
)
from mastra_storage_core.domains.observability.signal_storage import (
    TIMESTAMP_DESC as TIMESTAMP_DESC,
)
from mastra_storage_core.domains.scores.interface import ScoresStorage as ScoresStorage
from mastra_storage_core.domains.scores.legacy_models import (
    LegacyEval as LegacyEval,
)
from mastra_storage_core.domains.scores.legacy_models import (
    LegacyEvalPage as LegacyEvalPage,
)
from mastra_storage_core.domains.scores.legacy_models import (
    LegacyTrace as LegacyTrace,
)
from mastra_storage_core.domains.scores.legacy_models import (
    LegacyTracePage as LegacyTracePage,
)
from mastra_storage_core.domains.scores.models import (
    NewScore as NewScore,
)
from mastra_storage_core.domains.scores.models import (
    Score as Score,
)
from mastra_storage_core.domains.scores.models import (
    ScorePage as ScorePage,
)
from mastra_storage_core.domains.scores.models import (
    ScoreSource as ScoreSource,
)
from mastra_storage_core.domains.versioned.diff import (
    FieldChange as FieldChange,
)
from mastra_storage_core.domains.versioned.diff import (
    VersionDiff as VersionDiff,
)
from mastra_storage_core.domains.versioned.interface import VersionedStorage as VersionedStorage
from mastra_storage_core.domains.versioned.kinds.agents import (
    Agent as Agent,
)
from mastra_storage_core.domains.versioned.kinds.agents import (
    AgentConfig as AgentConfig,
)
from mastra_storage_core.domains.versioned.kinds.agents import (
    AgentsStorage as AgentsStorage,
)
from mastra_storage_core.domains.versioned.kinds.mcp_clients import (
    McpClient as McpClient,
)
from mastra_storage_core.domains.versioned.kinds.mcp_clients import (
    McpClientConfig as McpClientConfig,
)
from mastra_storage_core.domains.versioned.kinds.mcp_clients import (
    McpClientsStorage as McpClientsStorage,
)
from mastra_storage_core.domains.versioned.kinds.mcp_servers import (
    McpServer as McpServer,
)
from mastra_storage_core.domains.versioned.kinds.mcp_servers import (
    McpServerConfig as McpServerConfig,
)
from mastra_storage_core.domains.versioned.kinds.mcp_servers import (
    McpServersStorage as McpServersStorage,
)
from mastra_storage_core.domains.versioned.kinds.prompt_blocks import (
    PromptBlock as PromptBlock,
)
from mastra_storage_core.domains.versioned.kinds.prompt_blocks import (
    PromptBlockConfig as PromptBlockConfig,
)
from mastra_storage_core.domains.versioned.kinds.prompt_blocks import (
    PromptBlocksStorage as PromptBlocksStorage,
)
from mastra_storage_core.domains.versioned.kinds.scorer_definitions import (
    ScorerDefinition as ScorerDefinition,
)
from mastra_storage_core.domains.versioned.kinds.scorer_definitions import (
    ScorerDefinitionConfig as ScorerDefinitionConfig,
)
from mastra_storage_core.domains.versioned.kinds.scorer_definitions import (
    ScorerDefinitionsStorage as ScorerDefinitionsStorage,
)
from mastra_storage_core.domains.versioned.kinds.skills import (
    Skill as Skill,
)
from mastra_storage_core.domains.versioned.kinds.skills import (
    SkillConfig as SkillConfig,
)
from mastra_storage_core.domains.versioned.kinds.skills import (
    SkillsStorage as SkillsStorage,
)
from mastra_storage_core.domains.versioned.kinds.workspaces import (
    Workspace as Workspace,
)
from mastra_storage_core.domains.versioned.kinds.workspaces import (
    WorkspaceConfig as WorkspaceConfig,
)
from mastra_storage_core.domains.versioned.kinds.workspaces import (
    WorkspacesStorage as WorkspacesStorage,
)
from mastra_storage_core.domains.versioned.models import (
    EntityPage as EntityPage,
)
from mastra_storage_core.domains.versioned.models import (
    EntityStatus as EntityStatus,
)
from mastra_storage_core.domains.versioned.models import (
    Resolved as Resolved,
)
from mastra_storage_core.domains.versioned.models import (
    Version as Version,
)
from mastra_storage_core.domains.versioned.models import (
    VersionPage as VersionPage,
)
from mastra_storage_core.domains.versioned.models import (
    Visibility as Visibility,
)
from mastra_storage_core.domains.workflows.interface import WorkflowsStorage as WorkflowsStorage
from mastra_storage_core.domains.workflows.models import (
    RunOwnership as RunOwnership,
)
from mastra_storage_core.domains.workflows.models import (
    RunStatus as RunStatus,
)
from mastra_storage_core.domains.workflows.models import (
    WorkflowRun as WorkflowRun,
)
from mastra_storage_core.domains.workflows.models import (
    WorkflowRunPage as WorkflowRunPage,
)
from mastra_storage_core.errors import (
    BusyError as BusyError,
)
from mastra_storage_core.errors import (
    ClosedError as ClosedError,
)
from mastra_storage_core.errors import (
    ConfigurationError as ConfigurationError,
)
from mastra_storage_core.errors import (
    ConflictError as ConflictError,
)
from mastra_storage_core.errors import (
    CorruptDataError as CorruptDataError,
)
from mastra_storage_core.errors import (
    InvalidInputError as InvalidInputError,
)
from mastra_storage_core.errors import (
    NotFoundError as NotFoundError,
)
from mastra_storage_core.errors import (
    StorageError as StorageError,
)
from mastra_storage_core.errors import (
    UnavailableError as UnavailableError,
)
from mastra_storage_core.errors import (
    UnsupportedError as UnsupportedError,
)
from mastra_storage_core.health import (
    Health as Health,
)
from mastra_storage_core.health import (
    HealthCode as HealthCode,
)
from mastra_storage_core.health import (
    HealthReason as HealthReason,
)
from mastra_storage_core.health import (
    HealthStatus as HealthStatus,
)
from mastra_storage_core.health import (
    PoolHealth as PoolHealth,
)
from mastra_storage_core.health import (
    TimesHealth as TimesHealth,
)
from mastra_storage_core.health import (
    Vitals as Vitals,
)
from mastra_storage_core.model import DateRange as DateRange
from mastra_storage_core.paging import (
    CREATED_AT_ASC as CREATED_AT_ASC,
)
from mastra_storage_core.paging import (
    CREATED_AT_DESC as CREATED_AT_DESC,
)
from mastra_storage_core.paging import (
    OrderBy as OrderBy,
)
from mastra_storage_core.progress import progress_bar as progress_bar
from mastra_storage_core.registry import open_store as open_store
from mastra_storage_core.retention import (
    MemoryRetention as MemoryRetention,
)
from mastra_storage_core.retention import (
    ObservabilityRetention as ObservabilityRetention,
)
from mastra_storage_core.retention import (
    Policy as Policy,
)
from mastra_storage_core.retention import (
    PruneReport as PruneReport,
)
from mastra_storage_core.retention import (
    Retention as Retention,
)
from mastra_storage_core.retention import (
    ScoreRetention as ScoreRetention,
)
from mastra_storage_core.retention import (
    WorkflowRetention as WorkflowRetention,
)
from mastra_storage_core.store import Store as Store
from mastra_storage_core.unset import UNSET as UNSET
from mastra_storage_core.watch import (
    Observer as Observer,
)
from mastra_storage_core.watch import (
    Operation as Operation,
)
