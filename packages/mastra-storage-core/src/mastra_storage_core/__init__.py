"""What storage is: stores, domains, values, errors. Backends implement it, users import it."""

from mastra_storage_core.lazy import exports as _exports

__all__, __getattr__, __dir__ = _exports(
    __name__,
    {
        "_version": "__version__",
        "capabilities": "Capabilities Domain Feature",
        "composite": "CompositeStore DefaultStorage MastraCompositeStore MastraStorage",
        "composition": "compose",
        "domain": "Limits StorageDomain",
        "domains.datasets.interface": "DatasetsStorage",
        "domains.datasets.models": (
            "Dataset DatasetItem DatasetPage DatasetVersion DatasetVersionPage IdentityConflict "
            "ImportReport ItemPage ItemsAdded ItemVersion LineFailure NewItem TargetType "
            "TransferProgress"
        ),
        "domains.experiments.interface": "ExperimentsStorage",
        "domains.experiments.models": (
            "Experiment ExperimentPage ExperimentResult ExperimentResultPage ExperimentStatus "
            "ResultStatus ReviewSummary"
        ),
        "domains.favorites.interface": "FavoritesStorage",
        "domains.favorites.models": "FavoriteState",
        "domains.memory.interface": "MemoryStorage",
        "domains.memory.legacy": "MessageV1",
        "domains.memory.models": (
            "ActivatedChunk Activation Include Message MessagePage MessageUpdate NewMessage "
            "ObservationalMemory ObservationChunk Resource Thread ThreadClone ThreadCopy "
            "ThreadPage"
        ),
        "domains.observability.aggregation": (
            "Aggregate Aggregation Breakdown BreakdownGroup ComparePeriod Interval Percentiles "
            "PercentileSeries Series SeriesPoint TimeSeries"
        ),
        "domains.observability.filters": "BranchFilter TraceFilter",
        "domains.observability.ingestion.buffer": "SpanBuffer",
        "domains.observability.interface": "ObservabilityStorage",
        "domains.observability.kinds": "BRANCH_TYPES EntityType SpanType",
        "domains.observability.lists": "STARTED_AT_DESC",
        "domains.observability.models": (
            "BatchResult BranchPage LightSpan LightTrace LightTracePage NewSpan Rejected Span "
            "SpanStatus SpanUpdate Trace TracePage TracePreview"
        ),
        "domains.observability.signal_filters": (
            "FeedbackFilter LogFilter MetricFilter SpanScoreFilter"
        ),
        "domains.observability.signal_models": (
            "FeedbackPage FeedbackRecord LogLevel LogPage LogRecord MetricPage MetricRecord "
            "ReviewStatus SpanScore SpanScorePage"
        ),
        "domains.observability.signal_storage": "TIMESTAMP_DESC",
        "domains.scores.interface": "ScoresStorage",
        "domains.scores.legacy_models": "LegacyEval LegacyEvalPage LegacyTrace LegacyTracePage",
        "domains.scores.models": "NewScore Score ScorePage ScoreSource",
        "domains.versioned.diff": "FieldChange VersionDiff",
        "domains.versioned.interface": "VersionedStorage",
        "domains.versioned.kinds.agents": "Agent AgentConfig AgentsStorage",
        "domains.versioned.kinds.mcp_clients": "McpClient McpClientConfig McpClientsStorage",
        "domains.versioned.kinds.mcp_servers": "McpServer McpServerConfig McpServersStorage",
        "domains.versioned.kinds.prompt_blocks": (
            "PromptBlock PromptBlockConfig PromptBlocksStorage"
        ),
        "domains.versioned.kinds.scorer_definitions": (
            "ScorerDefinition ScorerDefinitionConfig ScorerDefinitionsStorage"
        ),
        "domains.versioned.kinds.skills": "Skill SkillConfig SkillsStorage",
        "domains.versioned.kinds.workspaces": "Workspace WorkspaceConfig WorkspacesStorage",
        "domains.versioned.models": (
            "EntityPage EntityStatus Resolved Version VersionPage Visibility"
        ),
        "domains.workflows.interface": "WorkflowsStorage",
        "domains.workflows.models": "RunOwnership RunStatus WorkflowRun WorkflowRunPage",
        "errors": (
            "BusyError ClosedError ConfigurationError ConflictError CorruptDataError "
            "InvalidInputError NotFoundError StorageError UnavailableError UnsupportedError"
        ),
        "health": ("Health HealthCode HealthReason HealthStatus PoolHealth TimesHealth Vitals"),
        "model": "DateRange",
        "paging": "CREATED_AT_ASC CREATED_AT_DESC OrderBy",
        "progress": "progress_bar",
        "registry": "open_store",
        "retention": (
            "MemoryRetention ObservabilityRetention Policy PruneReport Retention ScoreRetention "
            "WorkflowRetention"
        ),
        "store": "Store",
        "unset": "UNSET",
        "watch": "Observer Operation",
    },
)
