"""What each package offers: exactly these names, which a change of the list makes visible."""

import importlib
import re
from types import ModuleType

import pytest

OFFERED = {
    "mastra_storage_core": [
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
    ],
    "mastra_storage_sql": [
        "Additions",
        "Call",
        "Database",
        "DatasetStatements",
        "DatasetTables",
        "Dialect",
        "DomainTables",
        "ExperimentStatements",
        "ExperimentTables",
        "Flow",
        "MemoryStatements",
        "MemoryTables",
        "Row",
        "SqlDatasets",
        "SqlExperiments",
        "SqlMemory",
        "SqlWorkflows",
        "Statement",
        "WorkflowStatements",
        "WorkflowTables",
        "__version__",
        "dataset_statements",
        "dataset_tables",
        "experiment_statements",
        "experiment_tables",
        "memory_statements",
        "memory_tables",
        "workflow_statements",
        "workflow_tables",
    ],
    "mastra_storage_libsql": ["LibSQLConfig", "LibSQLStore", "__version__", "open_url"],
    "mastra_storage_pg": ["PostgresConfig", "PostgresStore", "__version__", "open_url"],
    "mastra_storage_memory": ["InMemoryStore", "__version__", "open_url"],
    "mastra_storage_conformance": ["SHARED", "Backend", "Deviation", "__version__"],
}

pytestmark = pytest.mark.parametrize("package", OFFERED)


def test_a_package_offers_these_names_and_no_others(package: str) -> None:
    module = importlib.import_module(package)

    assert list(module.__all__) == OFFERED[package]
    assert sorted(_bound(module)) == sorted(OFFERED[package])


def test_a_package_says_its_version(package: str) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", importlib.import_module(package).__version__)


def _bound(module: ModuleType) -> list[str]:
    """Return the names that are there to be used: no modules, nothing private."""
    return [
        name
        for name, value in vars(module).items()
        if name == "__version__" or not (name.startswith("_") or isinstance(value, ModuleType))
    ]
