"""The names that `__init__.py` loads when they are first used, for type checkers."""

from mastra_storage_core._version import __version__ as __version__
from mastra_storage_core.capabilities import (
    Capabilities as Capabilities,
    Domain as Domain,
    Feature as Feature,
)
from mastra_storage_core.composite import (
    CompositeStore as CompositeStore,
    DefaultStorage as DefaultStorage,
    MastraCompositeStore as MastraCompositeStore,
    MastraStorage as MastraStorage,
)
from mastra_storage_core.composition import compose as compose
from mastra_storage_core.domain import (
    Limits as Limits,
    StorageDomain as StorageDomain,
)
from mastra_storage_core.domains.datasets.interface import DatasetsStorage as DatasetsStorage
from mastra_storage_core.domains.datasets.models import (
    Dataset as Dataset,
    DatasetItem as DatasetItem,
    DatasetPage as DatasetPage,
    DatasetVersion as DatasetVersion,
    DatasetVersionPage as DatasetVersionPage,
    IdentityConflict as IdentityConflict,
    ImportReport as ImportReport,
    ItemPage as ItemPage,
    ItemsAdded as ItemsAdded,
    ItemVersion as ItemVersion,
    LineFailure as LineFailure,
    NewItem as NewItem,
    TargetType as TargetType,
    TransferProgress as TransferProgress,
)
from mastra_storage_core.domains.experiments.interface import (
    ExperimentsStorage as ExperimentsStorage,
)
from mastra_storage_core.domains.experiments.models import (
    Experiment as Experiment,
    ExperimentPage as ExperimentPage,
    ExperimentResult as ExperimentResult,
    ExperimentResultPage as ExperimentResultPage,
    ExperimentStatus as ExperimentStatus,
    ResultStatus as ResultStatus,
    ReviewSummary as ReviewSummary,
)
from mastra_storage_core.domains.favorites.interface import FavoritesStorage as FavoritesStorage
from mastra_storage_core.domains.favorites.models import FavoriteState as FavoriteState
from mastra_storage_core.domains.memory.interface import MemoryStorage as MemoryStorage
from mastra_storage_core.domains.memory.legacy import MessageV1 as MessageV1
from mastra_storage_core.domains.memory.models import (
    ActivatedChunk as ActivatedChunk,
    Activation as Activation,
    Include as Include,
    Message as Message,
    MessagePage as MessagePage,
    MessageUpdate as MessageUpdate,
    NewMessage as NewMessage,
    ObservationalMemory as ObservationalMemory,
    ObservationChunk as ObservationChunk,
    Resource as Resource,
    Thread as Thread,
    ThreadClone as ThreadClone,
    ThreadCopy as ThreadCopy,
    ThreadPage as ThreadPage,
)
from mastra_storage_core.domains.observability.aggregation import (
    Aggregate as Aggregate,
    Aggregation as Aggregation,
    Breakdown as Breakdown,
    BreakdownGroup as BreakdownGroup,
    ComparePeriod as ComparePeriod,
    Interval as Interval,
    Percentiles as Percentiles,
    PercentileSeries as PercentileSeries,
    Series as Series,
    SeriesPoint as SeriesPoint,
    TimeSeries as TimeSeries,
)
from mastra_storage_core.domains.observability.filters import (
    BranchFilter as BranchFilter,
    TraceFilter as TraceFilter,
)
from mastra_storage_core.domains.observability.ingestion.buffer import SpanBuffer as SpanBuffer
from mastra_storage_core.domains.observability.interface import (
    ObservabilityStorage as ObservabilityStorage,
)
from mastra_storage_core.domains.observability.kinds import (
    BRANCH_TYPES as BRANCH_TYPES,
    EntityType as EntityType,
    SpanType as SpanType,
)
from mastra_storage_core.domains.observability.lists import STARTED_AT_DESC as STARTED_AT_DESC
from mastra_storage_core.domains.observability.models import (
    BatchResult as BatchResult,
    BranchPage as BranchPage,
    LightSpan as LightSpan,
    LightTrace as LightTrace,
    LightTracePage as LightTracePage,
    NewSpan as NewSpan,
    Rejected as Rejected,
    Span as Span,
    SpanStatus as SpanStatus,
    SpanUpdate as SpanUpdate,
    Trace as Trace,
    TracePage as TracePage,
    TracePreview as TracePreview,
)
from mastra_storage_core.domains.observability.signal_filters import (
    FeedbackFilter as FeedbackFilter,
    LogFilter as LogFilter,
    MetricFilter as MetricFilter,
    SpanScoreFilter as SpanScoreFilter,
)
from mastra_storage_core.domains.observability.signal_models import (
    FeedbackPage as FeedbackPage,
    FeedbackRecord as FeedbackRecord,
    LogLevel as LogLevel,
    LogPage as LogPage,
    LogRecord as LogRecord,
    MetricPage as MetricPage,
    MetricRecord as MetricRecord,
    ReviewStatus as ReviewStatus,
    SpanScore as SpanScore,
    SpanScorePage as SpanScorePage,
)
from mastra_storage_core.domains.observability.signal_storage import (
    TIMESTAMP_DESC as TIMESTAMP_DESC,
)
from mastra_storage_core.domains.scores.interface import ScoresStorage as ScoresStorage
from mastra_storage_core.domains.scores.legacy_models import (
    LegacyEval as LegacyEval,
    LegacyEvalPage as LegacyEvalPage,
    LegacyTrace as LegacyTrace,
    LegacyTracePage as LegacyTracePage,
)
from mastra_storage_core.domains.scores.models import (
    NewScore as NewScore,
    Score as Score,
    ScorePage as ScorePage,
    ScoreSource as ScoreSource,
)
from mastra_storage_core.domains.versioned.diff import (
    FieldChange as FieldChange,
    VersionDiff as VersionDiff,
)
from mastra_storage_core.domains.versioned.interface import VersionedStorage as VersionedStorage
from mastra_storage_core.domains.versioned.kinds.agents import (
    Agent as Agent,
    AgentConfig as AgentConfig,
    AgentsStorage as AgentsStorage,
)
from mastra_storage_core.domains.versioned.kinds.mcp_clients import (
    McpClient as McpClient,
    McpClientConfig as McpClientConfig,
    McpClientsStorage as McpClientsStorage,
)
from mastra_storage_core.domains.versioned.kinds.mcp_servers import (
    McpServer as McpServer,
    McpServerConfig as McpServerConfig,
    McpServersStorage as McpServersStorage,
)
from mastra_storage_core.domains.versioned.kinds.prompt_blocks import (
    PromptBlock as PromptBlock,
    PromptBlockConfig as PromptBlockConfig,
    PromptBlocksStorage as PromptBlocksStorage,
)
from mastra_storage_core.domains.versioned.kinds.scorer_definitions import (
    ScorerDefinition as ScorerDefinition,
    ScorerDefinitionConfig as ScorerDefinitionConfig,
    ScorerDefinitionsStorage as ScorerDefinitionsStorage,
)
from mastra_storage_core.domains.versioned.kinds.skills import (
    Skill as Skill,
    SkillConfig as SkillConfig,
    SkillsStorage as SkillsStorage,
)
from mastra_storage_core.domains.versioned.kinds.workspaces import (
    Workspace as Workspace,
    WorkspaceConfig as WorkspaceConfig,
    WorkspacesStorage as WorkspacesStorage,
)
from mastra_storage_core.domains.versioned.models import (
    EntityPage as EntityPage,
    EntityStatus as EntityStatus,
    Resolved as Resolved,
    Version as Version,
    VersionPage as VersionPage,
    Visibility as Visibility,
)
from mastra_storage_core.domains.workflows.interface import WorkflowsStorage as WorkflowsStorage
from mastra_storage_core.domains.workflows.models import (
    RunOwnership as RunOwnership,
    RunStatus as RunStatus,
    WorkflowRun as WorkflowRun,
    WorkflowRunPage as WorkflowRunPage,
)
from mastra_storage_core.errors import (
    BusyError as BusyError,
    ClosedError as ClosedError,
    ConfigurationError as ConfigurationError,
    ConflictError as ConflictError,
    CorruptDataError as CorruptDataError,
    InvalidInputError as InvalidInputError,
    NotFoundError as NotFoundError,
    StorageError as StorageError,
    UnavailableError as UnavailableError,
    UnsupportedError as UnsupportedError,
)
from mastra_storage_core.health import (
    Health as Health,
    HealthCode as HealthCode,
    HealthReason as HealthReason,
    HealthStatus as HealthStatus,
    PoolHealth as PoolHealth,
    TimesHealth as TimesHealth,
    Vitals as Vitals,
)
from mastra_storage_core.model import DateRange as DateRange
from mastra_storage_core.paging import (
    CREATED_AT_ASC as CREATED_AT_ASC,
    CREATED_AT_DESC as CREATED_AT_DESC,
    OrderBy as OrderBy,
)
from mastra_storage_core.progress import progress_bar as progress_bar
from mastra_storage_core.registry import open_store as open_store
from mastra_storage_core.retention import (
    MemoryRetention as MemoryRetention,
    ObservabilityRetention as ObservabilityRetention,
    Policy as Policy,
    PruneReport as PruneReport,
    Retention as Retention,
    ScoreRetention as ScoreRetention,
    WorkflowRetention as WorkflowRetention,
)
from mastra_storage_core.store import Store as Store
from mastra_storage_core.unset import UNSET as UNSET
from mastra_storage_core.watch import (
    Observer as Observer,
    Operation as Operation,
)
