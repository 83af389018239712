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
from mastra_storage_core.domains.datasets.interface import DatasetsStorage
from mastra_storage_core.domains.datasets.models import (
    Dataset,
    DatasetItem,
    DatasetPage,
    DatasetVersion,
    DatasetVersionPage,
    IdentityConflict,
    ImportReport,
    ItemPage,
    ItemsAdded,
    ItemVersion,
    LineFailure,
    NewItem,
    TargetType,
    TransferProgress,
)
from mastra_storage_core.domains.experiments.interface import ExperimentsStorage
from mastra_storage_core.domains.experiments.models import (
    Experiment,
    ExperimentPage,
    ExperimentResult,
    ExperimentResultPage,
    ExperimentStatus,
    ResultStatus,
    ReviewSummary,
)
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
from mastra_storage_core.progress import progress_bar
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
    "BusyError",
    "Capabilities",
    "ClosedError",
    "CompositeStore",
    "ConfigurationError",
    "ConflictError",
    "CorruptDataError",
    "Dataset",
    "DatasetItem",
    "DatasetPage",
    "DatasetVersion",
    "DatasetVersionPage",
    "DatasetsStorage",
    "DateRange",
    "DefaultStorage",
    "Domain",
    "Experiment",
    "ExperimentPage",
    "ExperimentResult",
    "ExperimentResultPage",
    "ExperimentStatus",
    "ExperimentsStorage",
    "Feature",
    "IdentityConflict",
    "ImportReport",
    "Include",
    "InvalidInputError",
    "ItemPage",
    "ItemVersion",
    "ItemsAdded",
    "Limits",
    "LineFailure",
    "MastraCompositeStore",
    "MastraStorage",
    "MemoryRetention",
    "MemoryStorage",
    "Message",
    "MessagePage",
    "MessageUpdate",
    "MessageV1",
    "NewItem",
    "NewMessage",
    "NotFoundError",
    "ObservationChunk",
    "ObservationalMemory",
    "OrderBy",
    "Policy",
    "PruneReport",
    "Resource",
    "ResultStatus",
    "Retention",
    "ReviewSummary",
    "RunOwnership",
    "RunStatus",
    "StorageDomain",
    "StorageError",
    "Store",
    "TargetType",
    "Thread",
    "ThreadClone",
    "ThreadCopy",
    "ThreadPage",
    "TransferProgress",
    "UnavailableError",
    "UnsupportedError",
    "WorkflowRetention",
    "WorkflowRun",
    "WorkflowRunPage",
    "WorkflowsStorage",
    "__version__",
    "compose",
    "open_store",
    "progress_bar",
]
