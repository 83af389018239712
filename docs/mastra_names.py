"""The names of Mastra 1.71: the methods of its storage, domain by domain, with their arguments."""

STORE = "getStore stores init close prune"

MEMORY = {
    "getThreadById": "threadId resourceId",
    "saveThread": "thread",
    "updateThread": "id title metadata",
    "patchThread": "id title metadata",
    "updateThreadMetadata": "id resourceId update",
    "updateThreadResourceId": "threadId resourceId",
    "deleteThread": "threadId",
    "listThreads": "filter.resourceId filter.metadata page perPage orderBy",
    "saveMessages": "messages",
    "listMessages": (
        "threadId resourceId include filter.dateRange filter.metadata page perPage orderBy "
        "includeTotal"
    ),
    "listMessagesByResourceId": (
        "resourceId include filter.dateRange filter.metadata page perPage orderBy"
    ),
    "listMessagesById": "messageIds",
    "updateMessages": "messages",
    "deleteMessages": "messageIds",
    "copyThread": (
        "sourceThreadId newThreadId resourceId title metadata options.messageLimit "
        "options.messageFilter.startDate options.messageFilter.endDate "
        "options.messageFilter.messageIds"
    ),
    "cloneThread": (
        "sourceThreadId newThreadId resourceId title metadata options.messageLimit "
        "options.messageFilter.startDate options.messageFilter.endDate "
        "options.messageFilter.messageIds"
    ),
    "getResourceById": "resourceId",
    "saveResource": "resource",
    "updateResource": "resourceId workingMemory metadata",
    "getObservationalMemory": "threadId resourceId",
    "getObservationalMemoryHistory": (
        "threadId resourceId limit options.from options.to options.offset"
    ),
    "initializeObservationalMemory": "threadId resourceId scope config observedTimezone",
    "insertObservationalMemoryRecord": "record",
    "updateActiveObservations": (
        "id observations tokenCount lastObservedAt observedMessageIds observedTimezone"
    ),
    "updateBufferedObservations": "id chunk lastBufferedAtTime",
    "swapBufferedToActive": (
        "id activationRatio messageTokensThreshold currentPendingTokens forceMaxActivation "
        "lastObservedAt bufferedChunks"
    ),
    "updateBufferedReflection": (
        "id reflection tokenCount inputTokenCount reflectedObservationLineCount"
    ),
    "swapBufferedReflectionToActive": "currentRecord tokenCount",
    "createReflectionGeneration": "currentRecord reflection tokenCount",
    "setReflectingFlag": "id isReflecting",
    "setObservingFlag": "id isObserving",
    "setBufferingObservationFlag": "id isBuffering lastBufferedAtTokens",
    "setBufferingReflectionFlag": "id isBuffering",
    "setPendingMessageTokens": "id tokenCount",
    "updateObservationalMemoryConfig": "id config",
    "clearObservationalMemory": "threadId resourceId",
    "dangerouslyClearAll": "",
    "prune": "policies options.maxBatches options.maxRows options.pauseMs",
}
"""The methods of the memory domain, each with its arguments, in the order of Mastra's."""

WORKFLOWS = {
    "supportsConcurrentUpdates": "",
    "persistWorkflowSnapshot": "workflowName runId resourceId snapshot createdAt updatedAt",
    "loadWorkflowSnapshot": "workflowName runId",
    "updateWorkflowResults": "workflowName runId stepId result requestContext",
    "updateWorkflowState": (
        "workflowName runId opts.status opts.result opts.error opts.suspendedPaths "
        "opts.waitingPaths opts.resumeLabels opts.activePaths opts.activeStepsPath "
        "opts.tracingContext opts.expectedStatus"
    ),
    "getWorkflowRunById": "runId workflowName",
    "listWorkflowRuns": "workflowName fromDate toDate status resourceId threadId page perPage",
    "deleteWorkflowRunById": "runId workflowName",
    "dangerouslyClearAll": "",
    "prune": "policies options.maxBatches options.maxRows options.pauseMs",
}
"""The same of the workflows domain."""

_CONTENT = (
    "input groundTruth expectedTrajectory toolMocks unmockedToolPolicy scorerIds requestContext "
    "metadata source"
)
_OF_DATASET = (
    "name description metadata inputSchema groundTruthSchema requestContextSchema targetType "
    "targetIds scorerIds"
)
_TENANT = "filters.organizationId filters.projectId"
_PAGE = "pagination.page pagination.perPage"

DATASETS = {
    "createDataset": f"id {_OF_DATASET} organizationId projectId candidateKey candidateId",
    "getDatasetById": f"id {_TENANT}",
    "updateDataset": f"id {_OF_DATASET} tags {_TENANT}",
    "deleteDataset": f"id {_TENANT}",
    "listDatasets": (
        f"{_TENANT} filters.candidateKey filters.candidateId filters.targetType filters.targetIds "
        f"filters.name orderBy {_PAGE}"
    ),
    "addItem": f"datasetId {_CONTENT} externalId {_TENANT}",
    "batchInsertItems": f"datasetId items {_TENANT}",
    "updateItem": f"id datasetId {_CONTENT} {_TENANT}",
    "deleteItem": f"id datasetId {_TENANT}",
    "purgeItem": f"id datasetId {_TENANT}",
    "batchDeleteItems": f"datasetId itemIds {_TENANT}",
    "getItemById": "id datasetVersion",
    "getItemsByVersion": "datasetId version",
    "getItemHistory": "itemId",
    "listItems": f"datasetId version search {_TENANT} orderBy {_PAGE}",
    "createDatasetVersion": "datasetId version",
    "listDatasetVersions": f"datasetId {_PAGE}",
    "dangerouslyClearAll": "",
}
"""The same of the datasets domain."""

_OUTCOME = (
    "experimentId itemId itemDatasetVersion input output groundTruth metadata error startedAt "
    "completedAt retryCount attempt traceId status tags toolMockReport organizationId projectId"
)

EXPERIMENTS = {
    "createExperiment": (
        "id name description metadata provenance runnerAttestation experimentSetId comparisonId "
        "variantId trialIndex datasetId datasetVersion targetType targetId scorerIds totalItems "
        "agentVersion organizationId projectId"
    ),
    "updateExperiment": (
        "id name description metadata status totalItems succeededCount failedCount skippedCount "
        "startedAt completedAt"
    ),
    "getExperimentById": f"id {_TENANT}",
    "listExperiments": (
        "datasetId targetType targetId agentVersion status experimentSetId comparisonId variantId "
        f"trialIndex {_TENANT} orderBy {_PAGE}"
    ),
    "deleteExperiment": f"id {_TENANT}",
    "addExperimentResult": f"id {_OUTCOME}",
    "upsertExperimentResult": _OUTCOME,
    "updateExperimentResult": "id experimentId status tags comment",
    "getExperimentResultById": f"id {_TENANT}",
    "listExperimentResults": f"experimentId traceId status tags {_TENANT} orderBy {_PAGE}",
    "deleteExperimentResults": f"experimentId {_TENANT}",
    "getReviewSummary": "",
    "dangerouslyClearAll": "",
    "prune": "policies options.maxBatches options.maxRows options.pauseMs",
}
"""The same of the experiments domain."""

OBSERVABILITY = {
    "createSpan": "span",
    "batchCreateSpans": "records",
    "updateSpan": "traceId spanId updates",
    "batchUpdateSpans": "records",
    "getSpan": "traceId spanId",
    "getSpans": "traceId spanIds",
    "getRootSpan": "traceId",
    "getTrace": "traceId",
    "getTraceLight": "traceId",
    "getStructure": "traceId",
    "getBranch": "traceId spanId depth",
    "listTraces": "filters pagination.page pagination.perPage orderBy",
    "listTracesLight": "filters pagination.page pagination.perPage orderBy",
    "listBranches": "filters pagination.page pagination.perPage orderBy",
    "batchDeleteTraces": "traceIds organizationId resourceId",
    "batchCreateLogs": "logs",
    "listLogs": "filters pagination.page pagination.perPage orderBy",
    "batchCreateMetrics": "metrics",
    "listMetrics": "filters pagination.page pagination.perPage orderBy",
    "getMetricAggregate": "name aggregation distinctColumn filters comparePeriod",
    "getMetricBreakdown": "name groupBy aggregation distinctColumn filters limit orderDirection",
    "getMetricTimeSeries": "name interval aggregation distinctColumn filters groupBy",
    "getMetricPercentiles": "name percentiles interval filters",
    "getMetricNames": "prefix limit",
    "getMetricLabelKeys": "metricName",
    "getMetricLabelValues": "metricName labelKey prefix limit",
    "getEntityTypes": "",
    "getEntityNames": "entityType",
    "getServiceNames": "",
    "getEnvironments": "",
    "getTags": "entityType",
    "createScore": "score",
    "batchCreateScores": "scores",
    "listScores": "filters pagination.page pagination.perPage orderBy",
    "getScoreById": "scoreId",
    "getScoreAggregate": "scorerId scoreSource aggregation filters comparePeriod",
    "getScoreBreakdown": "scorerId scoreSource groupBy aggregation filters",
    "getScoreTimeSeries": "scorerId scoreSource interval aggregation filters groupBy",
    "getScorePercentiles": "scorerId scoreSource percentiles interval filters",
    "deleteScores": "scoreIds organizationId resourceId",
    "createFeedback": "feedback",
    "batchCreateFeedback": "feedbacks",
    "listFeedback": "filters pagination.page pagination.perPage orderBy",
    "updateFeedbackReviewStatus": "feedbackId reviewStatus",
    "getFeedbackAggregate": "feedbackType feedbackSource aggregation filters comparePeriod",
    "getFeedbackBreakdown": "feedbackType feedbackSource groupBy aggregation filters",
    "getFeedbackTimeSeries": "feedbackType feedbackSource interval aggregation filters groupBy",
    "getFeedbackPercentiles": "feedbackType feedbackSource percentiles interval filters",
    "deleteFeedback": "feedbackIds organizationId resourceId",
    "queryTraces": "plan",
    "getTraceQueryObservedFields": "plan",
    "getTraceQueryValues": "plan",
    "queryThreads": "plan",
    "dangerouslyClearAll": "",
    "prune": "policies options.maxBatches options.maxRows options.pauseMs",
}
"""The same of the observability domain."""

SCORES = {
    "saveScore": "score",
    "getScoreById": "id",
    "listScoresByScorerId": (
        "scorerId entityId entityType source filters.organizationId filters.projectId "
        "pagination.page pagination.perPage"
    ),
    "listScoresByRunId": (
        "runId filters.organizationId filters.projectId pagination.page pagination.perPage"
    ),
    "listScoresByEntityId": (
        "entityId entityType filters.organizationId filters.projectId pagination.page "
        "pagination.perPage"
    ),
    "listScoresBySpan": (
        "traceId spanId filters.organizationId filters.projectId pagination.page pagination.perPage"
    ),
    "dangerouslyClearAll": "",
    "prune": "policies options.maxBatches options.maxRows options.pauseMs",
}
"""The same of the scores domain."""

OLDER = {
    "createWorkflowSnapshot": "persistWorkflowSnapshot",
    "saveWorkflowRun": "persistWorkflowSnapshot",
    "getWorkflowSnapshot": "loadWorkflowSnapshot",
    "createAgent": "create",
    "getAgentById": "getById",
    "getAgentByIdResolved": "getByIdResolved",
    "updateAgent": "update",
    "deleteAgent": "delete",
    "listAgents": "list",
    "listAgentsResolved": "listResolved",
}
"""Names that Mastra's older documentation has, each with the one of today."""

AGENTS = {
    "create": "agent.id agent.authorId agent.metadata agent.visibility agent.*",
    "getById": "id",
    "getByIdResolved": "id options.status options.versionId",
    "update": "id authorId metadata status activeVersionId visibility",
    "delete": "id",
    "list": (
        "status authorId metadata visibility entityIds pinFavoritedFor favoritedOnly page perPage "
        "orderBy"
    ),
    "listResolved": (
        "status authorId metadata visibility entityIds pinFavoritedFor favoritedOnly page perPage "
        "orderBy"
    ),
    "createVersion": "id agentId versionNumber * changedFields changeMessage",
    "getVersion": "id",
    "getVersions": "ids",
    "getVersionByNumber": "agentId versionNumber",
    "getLatestVersion": "agentId",
    "listVersions": "agentId page perPage orderBy",
    "deleteVersion": "id",
    "deleteVersionsByParentId": "entityId",
    "countVersions": "agentId",
    "dangerouslyClearAll": "",
}
"""The same of agents; `*` is every field of a version. Those of the other kinds of versioned
entities are these, with another name for `agent`.
"""

FAVORITES = {
    "favorite": "userId entityType entityId",
    "unfavorite": "userId entityType entityId",
    "isFavorited": "userId entityType entityId",
    "isFavoritedBatch": "userId entityType entityIds",
    "listFavoritedIds": "userId entityType",
    "deleteFavoritesForEntity": "entityType entityId",
    "dangerouslyClearAll": "",
}
"""The same of the favorites domain."""

OTHERS = {
    "workflowDefinitions": "upsert get list delete",
    "blobs": "put putMany get getMany has delete",
    "backgroundTasks": (
        "createTask updateTask getTask listTasks deleteTask deleteTasks getRunningCount "
        "getRunningCountByAgent"
    ),
    "schedules": (
        "createSchedule getSchedule listSchedules listDueSchedules updateSchedule "
        "updateScheduleNextFire deleteSchedule recordTrigger listTriggers"
    ),
    "channels": (
        "saveInstallation getInstallation getInstallationByWebhookId getInstallationByAgent "
        "listInstallations deleteInstallation saveConfig getConfig deleteConfig"
    ),
    "harness": "loadSession saveSession listSessions updateSession",
    "toolProviderConnections": (
        "upsertConnection getConnectionById listConnectionsByAuthor deleteConnection"
    ),
    "notifications": (
        "createNotification listNotifications listDueNotifications getNotification "
        "updateNotification updateNotificationsStatus"
    ),
    "threadState": "getState setState deleteState",
    "knowledge": (
        "createNode getNode getNodeByName resolveNode listNodes updateNode mergeNodes "
        "appendKnowledge getKnowledge removeKnowledge restoreKnowledge search"
    ),
}
"""The chief methods of the other domains."""
