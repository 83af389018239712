"""What each package offers: exactly these names, which a change of the list makes visible."""

import importlib
import re
from types import ModuleType

import pytest

OFFERED = {
    "mastra_storage_core": [
        "BRANCH_TYPES",
        "CREATED_AT_ASC",
        "CREATED_AT_DESC",
        "STARTED_AT_DESC",
        "TIMESTAMP_DESC",
        "UNSET",
        "ActivatedChunk",
        "Activation",
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
        "EntityType",
        "Feature",
        "FeedbackFilter",
        "FeedbackPage",
        "FeedbackRecord",
        "Include",
        "Interval",
        "InvalidInputError",
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
        "PruneReport",
        "Rejected",
        "Resource",
        "Retention",
        "ReviewStatus",
        "RunOwnership",
        "RunStatus",
        "Series",
        "SeriesPoint",
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
        "WorkflowRetention",
        "WorkflowRun",
        "WorkflowRunPage",
        "WorkflowsStorage",
        "__version__",
        "compose",
        "open_store",
    ],
    "mastra_storage_sql": [
        "Additions",
        "Call",
        "Database",
        "Dialect",
        "DomainTables",
        "Flow",
        "MemoryStatements",
        "MemoryTables",
        "ObservabilityStatements",
        "ObservabilityTables",
        "Row",
        "SqlMemory",
        "SqlObservability",
        "SqlWorkflows",
        "Statement",
        "WorkflowStatements",
        "WorkflowTables",
        "__version__",
        "memory_statements",
        "memory_tables",
        "observability_statements",
        "observability_tables",
        "workflow_statements",
        "workflow_tables",
    ],
    "mastra_storage_libsql": ["LibSQLConfig", "LibSQLStore", "__version__", "open_url"],
    "mastra_storage_pg": ["PostgresConfig", "PostgresStore", "__version__", "open_url"],
    "mastra_storage_memory": ["InMemoryStore", "__version__", "open_url"],
    "mastra_storage_otel": ["MastraSpanExporter", "__version__", "to_span"],
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
