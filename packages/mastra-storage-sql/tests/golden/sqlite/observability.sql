-- The observability domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_ai_spans (
    "traceId" TEXT NOT NULL,
    "spanId" TEXT NOT NULL,
    name TEXT NOT NULL,
    "spanType" TEXT NOT NULL,
    "isEvent" INTEGER NOT NULL,
    "startedAt" TEXT NOT NULL,
    "parentSpanId" TEXT,
    "entityType" TEXT,
    "entityId" TEXT,
    "entityName" TEXT,
    "parentEntityType" TEXT,
    "parentEntityId" TEXT,
    "parentEntityName" TEXT,
    "rootEntityType" TEXT,
    "rootEntityId" TEXT,
    "rootEntityName" TEXT,
    "userId" TEXT,
    "organizationId" TEXT,
    "resourceId" TEXT,
    "runId" TEXT,
    "sessionId" TEXT,
    "threadId" TEXT,
    "requestId" TEXT,
    environment TEXT,
    "serviceName" TEXT,
    scope TEXT,
    "entityVersionId" TEXT,
    "parentEntityVersionId" TEXT,
    "rootEntityVersionId" TEXT,
    "experimentId" TEXT,
    source TEXT,
    metadata TEXT,
    tags TEXT,
    attributes TEXT,
    links TEXT,
    input TEXT,
    output TEXT,
    error TEXT,
    "endedAt" TEXT,
    "requestContext" TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT,
    UNIQUE ("spanId", "traceId")
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS mastra_ai_spans_spanid_traceid_idx ON mastra_ai_spans ("spanId",
    "traceId");
CREATE INDEX IF NOT EXISTS mastra_ai_spans_roots_started_at_idx ON mastra_ai_spans ("startedAt" DESC)
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_ai_spans_trace_started_at_idx ON mastra_ai_spans ("traceId",
    "startedAt");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_trace_idx ON mastra_ai_spans ("traceId", "startedAt",
    "spanId")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_ended_idx ON mastra_ai_spans (coalesce("endedAt",
    '~'), "traceId", "spanId")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_organization_id_idx ON mastra_ai_spans ("organizationId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_user_id_idx ON mastra_ai_spans ("userId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_resource_id_idx ON mastra_ai_spans ("resourceId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_thread_id_idx ON mastra_ai_spans ("threadId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_run_id_idx ON mastra_ai_spans ("runId", "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_session_id_idx ON mastra_ai_spans ("sessionId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_request_id_idx ON mastra_ai_spans ("requestId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_entity_id_idx ON mastra_ai_spans ("entityId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_entity_name_idx ON mastra_ai_spans ("entityName",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_experiment_id_idx ON mastra_ai_spans ("experimentId",
    "startedAt")
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_anchor_started_idx ON mastra_ai_spans ("startedAt")
WHERE "spanType" IN ('agent_run', 'mcp_server_request', 'mcp_tool_call', 'processor_run',
    'provider_tool_call', 'rag_ingestion', 'scorer_run', 'tool_call', 'workflow_run');

-- Indexes of ours that the first `prune` of a table makes.
CREATE INDEX IF NOT EXISTS mastra_py_spans_started_idx ON mastra_ai_spans (trim("startedAt", '"'));

-- Ours, made at the first use of logs.
CREATE TABLE IF NOT EXISTS mastra_py_log_events (
    "logId" TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    level TEXT NOT NULL,
    message TEXT NOT NULL,
    data TEXT,
    "traceId" TEXT,
    "spanId" TEXT,
    "experimentId" TEXT,
    "entityType" TEXT,
    "entityId" TEXT,
    "entityName" TEXT,
    "entityVersionId" TEXT,
    "parentEntityType" TEXT,
    "parentEntityId" TEXT,
    "parentEntityName" TEXT,
    "parentEntityVersionId" TEXT,
    "rootEntityType" TEXT,
    "rootEntityId" TEXT,
    "rootEntityName" TEXT,
    "rootEntityVersionId" TEXT,
    "userId" TEXT,
    "organizationId" TEXT,
    "resourceId" TEXT,
    "runId" TEXT,
    "sessionId" TEXT,
    "threadId" TEXT,
    "requestId" TEXT,
    environment TEXT,
    "executionSource" TEXT,
    "serviceName" TEXT,
    tags TEXT,
    metadata TEXT,
    scope TEXT,
    PRIMARY KEY ("logId")
);
CREATE INDEX IF NOT EXISTS mastra_py_log_time_idx ON mastra_py_log_events (timestamp, "logId");
CREATE INDEX IF NOT EXISTS mastra_py_log_trace_idx ON mastra_py_log_events ("traceId", timestamp,
    "logId");
CREATE INDEX IF NOT EXISTS mastra_py_log_level_idx ON mastra_py_log_events (level, timestamp,
    "logId");

-- Ours, made at the first use of metrics.
CREATE TABLE IF NOT EXISTS mastra_py_metric_events (
    "metricId" TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    name TEXT NOT NULL,
    value REAL NOT NULL,
    provider TEXT,
    model TEXT,
    "estimatedCost" REAL,
    "costUnit" TEXT,
    labels TEXT NOT NULL,
    "costMetadata" TEXT,
    "traceId" TEXT,
    "spanId" TEXT,
    "experimentId" TEXT,
    "entityType" TEXT,
    "entityId" TEXT,
    "entityName" TEXT,
    "entityVersionId" TEXT,
    "parentEntityType" TEXT,
    "parentEntityId" TEXT,
    "parentEntityName" TEXT,
    "parentEntityVersionId" TEXT,
    "rootEntityType" TEXT,
    "rootEntityId" TEXT,
    "rootEntityName" TEXT,
    "rootEntityVersionId" TEXT,
    "userId" TEXT,
    "organizationId" TEXT,
    "resourceId" TEXT,
    "runId" TEXT,
    "sessionId" TEXT,
    "threadId" TEXT,
    "requestId" TEXT,
    environment TEXT,
    "executionSource" TEXT,
    "serviceName" TEXT,
    tags TEXT,
    metadata TEXT,
    scope TEXT,
    PRIMARY KEY ("metricId")
);
CREATE INDEX IF NOT EXISTS mastra_py_metric_time_idx ON mastra_py_metric_events (timestamp,
    "metricId");
CREATE INDEX IF NOT EXISTS mastra_py_metric_trace_idx ON mastra_py_metric_events ("traceId",
    timestamp, "metricId");
CREATE INDEX IF NOT EXISTS mastra_py_metric_name_idx ON mastra_py_metric_events (name, timestamp,
    "metricId");

-- Ours, made at the first use of scores.
CREATE TABLE IF NOT EXISTS mastra_py_score_events (
    "scoreId" TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    "scorerId" TEXT NOT NULL,
    "scorerName" TEXT,
    "scorerVersion" TEXT,
    "scoreSource" TEXT,
    score REAL NOT NULL,
    reason TEXT,
    "scoreTraceId" TEXT,
    "traceId" TEXT,
    "spanId" TEXT,
    "experimentId" TEXT,
    "entityType" TEXT,
    "entityId" TEXT,
    "entityName" TEXT,
    "entityVersionId" TEXT,
    "parentEntityType" TEXT,
    "parentEntityId" TEXT,
    "parentEntityName" TEXT,
    "parentEntityVersionId" TEXT,
    "rootEntityType" TEXT,
    "rootEntityId" TEXT,
    "rootEntityName" TEXT,
    "rootEntityVersionId" TEXT,
    "userId" TEXT,
    "organizationId" TEXT,
    "resourceId" TEXT,
    "runId" TEXT,
    "sessionId" TEXT,
    "threadId" TEXT,
    "requestId" TEXT,
    environment TEXT,
    "executionSource" TEXT,
    "serviceName" TEXT,
    tags TEXT,
    metadata TEXT,
    scope TEXT,
    PRIMARY KEY ("scoreId")
);
CREATE INDEX IF NOT EXISTS mastra_py_score_time_idx ON mastra_py_score_events (timestamp, "scoreId");
CREATE INDEX IF NOT EXISTS mastra_py_score_trace_idx ON mastra_py_score_events ("traceId", timestamp,
    "scoreId");
CREATE INDEX IF NOT EXISTS mastra_py_score_scorer_idx ON mastra_py_score_events ("scorerId",
    timestamp, "scoreId");
CREATE INDEX IF NOT EXISTS mastra_py_score_score_idx ON mastra_py_score_events (score, "scoreId");

-- Ours, made at the first use of feedback.
CREATE TABLE IF NOT EXISTS mastra_py_feedback_events (
    "feedbackId" TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    "feedbackSource" TEXT NOT NULL,
    "feedbackType" TEXT NOT NULL,
    "valueString" TEXT,
    "valueNumber" REAL,
    comment TEXT,
    "feedbackUserId" TEXT,
    "sourceId" TEXT,
    "reviewStatus" TEXT NOT NULL,
    "traceId" TEXT,
    "spanId" TEXT,
    "experimentId" TEXT,
    "entityType" TEXT,
    "entityId" TEXT,
    "entityName" TEXT,
    "entityVersionId" TEXT,
    "parentEntityType" TEXT,
    "parentEntityId" TEXT,
    "parentEntityName" TEXT,
    "parentEntityVersionId" TEXT,
    "rootEntityType" TEXT,
    "rootEntityId" TEXT,
    "rootEntityName" TEXT,
    "rootEntityVersionId" TEXT,
    "userId" TEXT,
    "organizationId" TEXT,
    "resourceId" TEXT,
    "runId" TEXT,
    "sessionId" TEXT,
    "threadId" TEXT,
    "requestId" TEXT,
    environment TEXT,
    "executionSource" TEXT,
    "serviceName" TEXT,
    tags TEXT,
    metadata TEXT,
    scope TEXT,
    PRIMARY KEY ("feedbackId")
);
CREATE INDEX IF NOT EXISTS mastra_py_feedback_time_idx ON mastra_py_feedback_events (timestamp,
    "feedbackId");
CREATE INDEX IF NOT EXISTS mastra_py_feedback_trace_idx ON mastra_py_feedback_events ("traceId",
    timestamp, "feedbackId");
CREATE INDEX IF NOT EXISTS mastra_py_feedback_type_idx ON mastra_py_feedback_events ("feedbackType",
    timestamp, "feedbackId");
CREATE INDEX IF NOT EXISTS mastra_py_feedback_status_idx ON mastra_py_feedback_events ("reviewStatus",
    timestamp, "feedbackId");

-- observability.put_span
-- Insert, or replace all but the first `createdAt`.
-- parameters: trace_id, span_id, name, span_type, is_event, started_at, parent_span_id, entity_type,
--     entity_id, entity_name, parent_entity_type, parent_entity_id, parent_entity_name,
--     root_entity_type, root_entity_id, root_entity_name, user_id, organization_id, resource_id,
--     run_id, session_id, thread_id, request_id, environment, service_name, scope,
--     entity_version_id, parent_entity_version_id, root_entity_version_id, experiment_id, source,
--     metadata, tags, attributes, links, input, output, error, ended_at, request_context,
--     created_at, updated_at
INSERT INTO mastra_ai_spans ("traceId", "spanId", name, "spanType", "isEvent", "startedAt",
    "parentSpanId", "entityType", "entityId", "entityName", "parentEntityType", "parentEntityId",
    "parentEntityName", "rootEntityType", "rootEntityId", "rootEntityName", "userId",
    "organizationId", "resourceId", "runId", "sessionId", "threadId", "requestId", environment,
    "serviceName", scope, "entityVersionId", "parentEntityVersionId", "rootEntityVersionId",
    "experimentId", source, metadata, tags, attributes, links, input, output, error, "endedAt",
    "requestContext", "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT ("traceId", "spanId")
DO UPDATE
SET name = excluded.name, "spanType" = excluded."spanType", "isEvent" = excluded."isEvent",
    "startedAt" = excluded."startedAt", "parentSpanId" = excluded."parentSpanId",
    "entityType" = excluded."entityType", "entityId" = excluded."entityId",
    "entityName" = excluded."entityName", "parentEntityType" = excluded."parentEntityType",
    "parentEntityId" = excluded."parentEntityId", "parentEntityName" = excluded."parentEntityName",
    "rootEntityType" = excluded."rootEntityType", "rootEntityId" = excluded."rootEntityId",
    "rootEntityName" = excluded."rootEntityName", "userId" = excluded."userId",
    "organizationId" = excluded."organizationId", "resourceId" = excluded."resourceId",
    "runId" = excluded."runId", "sessionId" = excluded."sessionId", "threadId" = excluded."threadId",
    "requestId" = excluded."requestId", environment = excluded.environment,
    "serviceName" = excluded."serviceName", scope = excluded.scope,
    "entityVersionId" = excluded."entityVersionId",
    "parentEntityVersionId" = excluded."parentEntityVersionId",
    "rootEntityVersionId" = excluded."rootEntityVersionId", "experimentId" = excluded."experimentId",
    source = excluded.source, metadata = excluded.metadata, tags = excluded.tags,
    attributes = excluded.attributes, links = excluded.links, input = excluded.input,
    output = excluded.output, error = excluded.error, "endedAt" = excluded."endedAt",
    "requestContext" = excluded."requestContext", "updatedAt" = excluded."updatedAt";

-- observability.lock_spans
-- When spans start and end, which nobody else changes until the transaction ends. They are
-- locked in one order for every caller, so that no two transactions wait for each other.
-- parameters: keys
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans."startedAt",
    mastra_ai_spans."endedAt"
FROM (
    SELECT json_extract(anon_1.value, '$[0]') AS trace_id, json_extract(anon_1.value,
        '$[1]') AS span_id
    FROM json_each(?) AS anon_1
) AS listed
JOIN mastra_ai_spans ON mastra_ai_spans."traceId" = listed.trace_id
  AND mastra_ai_spans."spanId" = listed.span_id
ORDER BY mastra_ai_spans."traceId", mastra_ai_spans."spanId";

-- observability.change_span
-- Set some fields of a span that is locked.
-- parameters: output, ended_at, updated_at, trace, span
UPDATE mastra_ai_spans
SET output=?, "endedAt"=?, "updatedAt"=?
WHERE mastra_ai_spans."traceId" = ?
  AND mastra_ai_spans."spanId" = ?;

-- observability.change_span: started_at
-- parameters: started_at, updated_at, trace, span
UPDATE mastra_ai_spans
SET "startedAt"=?, "updatedAt"=?
WHERE mastra_ai_spans."traceId" = ?
  AND mastra_ai_spans."spanId" = ?;

-- observability.change_span: 1 shapes with several of these; their fingerprint:
-- 096310a8ca07c04f7537921975301d036fc90c19cf7091be02a3165b607c0b9e

-- observability.get_spans
-- Spans of a trace by id.
-- parameters: trace, spans
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = ?
  AND mastra_ai_spans."spanId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- observability.get_trace
-- The spans of a trace in order; `light` leaves out the columns that may be large.
-- parameters: trace
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = ?
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId";

-- observability.get_trace: light
-- parameters: trace
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt", mastra_ai_spans."createdAt" AS "createdAt",
    mastra_ai_spans."updatedAt" AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = ?
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId";

-- observability.get_root_span
-- The first of the spans of a trace that have no parent.
-- parameters: trace, 1, 0
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = ?
  AND mastra_ai_spans."parentSpanId" IS NULL
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId"
LIMIT ? OFFSET ?;

-- observability.get_branch
-- A span and its descendants in order. Each is found once, so that parents in a circle come
-- to an end; and among the spans of the trace, which are read once.
-- parameters: trace, span, trace
WITH RECURSIVE family AS (
    SELECT mastra_ai_spans."spanId" AS "spanId", mastra_ai_spans."parentSpanId" AS "parentSpanId"
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."traceId" = ?
), branch("spanId") AS (
    SELECT family."spanId" AS "spanId"
    FROM family
    WHERE family."spanId" = ? UNION
    SELECT family."spanId" AS "spanId"
    FROM family
    JOIN branch ON family."parentSpanId" = branch."spanId"
)
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = ?
  AND mastra_ai_spans."spanId" IN (
    SELECT branch."spanId"
    FROM branch
)
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId";

-- observability.owners_of
-- Which of some traces there are, and whose: what the first root says, or the first span
-- where there is no root.
-- parameters: traces, 1
SELECT placed."traceId", placed."organizationId", placed."resourceId"
FROM (
    SELECT mastra_ai_spans."traceId" AS "traceId",
        mastra_ai_spans."organizationId" AS "organizationId",
        mastra_ai_spans."resourceId" AS "resourceId",
        row_number() OVER (PARTITION BY mastra_ai_spans."traceId" ORDER BY mastra_ai_spans."parentSpanId" IS NOT NULL,
        mastra_ai_spans."startedAt", mastra_ai_spans."spanId") AS place
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."traceId" IN (
        SELECT anon_1.value
        FROM json_each(?) AS anon_1
    )
) AS placed
WHERE placed.place = ?;

-- observability.delete_traces
-- Delete all spans of some traces.
-- parameters: traces
DELETE FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- observability.list_spans
-- A page of roots or of anchors, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM (
        SELECT DISTINCT mastra_ai_spans."traceId" AS "traceId"
        FROM mastra_ai_spans
        WHERE mastra_ai_spans."parentSpanId" IS NULL
        ORDER BY mastra_ai_spans."traceId"
    ) AS traces
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: a later page
-- parameters: limit, offset
SELECT page."traceId", page."spanId", page.name, page."spanType", page."isEvent", page."startedAt",
    page."parentSpanId", page."entityType", page."entityId", page."entityName",
    page."parentEntityType", page."parentEntityId", page."parentEntityName", page."rootEntityType",
    page."rootEntityId", page."rootEntityName", page."userId", page."organizationId",
    page."resourceId", page."runId", page."sessionId", page."threadId", page."requestId",
    page.environment, page."serviceName",
    CASE typeof(page.scope) WHEN 'blob' THEN json(page.scope) ELSE page.scope END AS scope,
    page."entityVersionId", page."parentEntityVersionId", page."rootEntityVersionId",
    page."experimentId", page.source,
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    CASE typeof(page.tags) WHEN 'blob' THEN json(page.tags) ELSE page.tags END AS tags,
    CASE typeof(page.attributes) WHEN 'blob' THEN json(page.attributes) ELSE page.attributes END AS attributes,
    CASE typeof(page.links) WHEN 'blob' THEN json(page.links) ELSE page.links END AS links,
    CASE typeof(page.input) WHEN 'blob' THEN json(page.input) ELSE page.input END AS input,
    CASE typeof(page.output) WHEN 'blob' THEN json(page.output) ELSE page.output END AS output,
    CASE typeof(page.error) WHEN 'blob' THEN json(page.error) ELSE page.error END AS error,
    page."endedAt",
    CASE typeof(page."requestContext") WHEN 'blob' THEN json(page."requestContext") ELSE page."requestContext" END AS "requestContext",
    page."createdAt", page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM (
            SELECT DISTINCT mastra_ai_spans."traceId" AS "traceId"
            FROM mastra_ai_spans
            WHERE mastra_ai_spans."parentSpanId" IS NULL
            ORDER BY mastra_ai_spans."traceId"
        ) AS traces
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_ai_spans."traceId" AS "traceId", mastra_ai_spans."spanId" AS "spanId",
        mastra_ai_spans.name AS name, mastra_ai_spans."spanType" AS "spanType",
        mastra_ai_spans."isEvent" AS "isEvent", mastra_ai_spans."startedAt" AS "startedAt",
        mastra_ai_spans."parentSpanId" AS "parentSpanId",
        mastra_ai_spans."entityType" AS "entityType", mastra_ai_spans."entityId" AS "entityId",
        mastra_ai_spans."entityName" AS "entityName",
        mastra_ai_spans."parentEntityType" AS "parentEntityType",
        mastra_ai_spans."parentEntityId" AS "parentEntityId",
        mastra_ai_spans."parentEntityName" AS "parentEntityName",
        mastra_ai_spans."rootEntityType" AS "rootEntityType",
        mastra_ai_spans."rootEntityId" AS "rootEntityId",
        mastra_ai_spans."rootEntityName" AS "rootEntityName", mastra_ai_spans."userId" AS "userId",
        mastra_ai_spans."organizationId" AS "organizationId",
        mastra_ai_spans."resourceId" AS "resourceId", mastra_ai_spans."runId" AS "runId",
        mastra_ai_spans."sessionId" AS "sessionId", mastra_ai_spans."threadId" AS "threadId",
        mastra_ai_spans."requestId" AS "requestId", mastra_ai_spans.environment AS environment,
        mastra_ai_spans."serviceName" AS "serviceName", mastra_ai_spans.scope AS scope,
        mastra_ai_spans."entityVersionId" AS "entityVersionId",
        mastra_ai_spans."parentEntityVersionId" AS "parentEntityVersionId",
        mastra_ai_spans."rootEntityVersionId" AS "rootEntityVersionId",
        mastra_ai_spans."experimentId" AS "experimentId", mastra_ai_spans.source AS source,
        mastra_ai_spans.metadata AS metadata, mastra_ai_spans.tags AS tags,
        mastra_ai_spans.attributes AS attributes, mastra_ai_spans.links AS links,
        mastra_ai_spans.input AS input, mastra_ai_spans.output AS output,
        mastra_ai_spans.error AS error, mastra_ai_spans."endedAt" AS "endedAt",
        mastra_ai_spans."requestContext" AS "requestContext",
        mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt"
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
    ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
        mastra_ai_spans."spanId" DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."startedAt" DESC, page."traceId" DESC, page."spanId" DESC;

-- observability.list_spans: without total
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: everything
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC;

-- observability.list_spans: oldest first
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM (
        SELECT DISTINCT mastra_ai_spans."traceId" AS "traceId"
        FROM mastra_ai_spans
        WHERE mastra_ai_spans."parentSpanId" IS NULL
        ORDER BY mastra_ai_spans."traceId"
    ) AS traces
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."traceId", mastra_ai_spans."spanId"
LIMIT ? OFFSET ?;

-- observability.list_spans: last ended first
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM (
        SELECT DISTINCT mastra_ai_spans."traceId" AS "traceId"
        FROM mastra_ai_spans
        WHERE mastra_ai_spans."parentSpanId" IS NULL
        ORDER BY mastra_ai_spans."traceId"
    ) AS traces
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
ORDER BY coalesce(mastra_ai_spans."endedAt", '~') DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: last ended last
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM (
        SELECT DISTINCT mastra_ai_spans."traceId" AS "traceId"
        FROM mastra_ai_spans
        WHERE mastra_ai_spans."parentSpanId" IS NULL
        ORDER BY mastra_ai_spans."traceId"
    ) AS traces
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
ORDER BY coalesce(mastra_ai_spans."endedAt", '~'), mastra_ai_spans."traceId",
    mastra_ai_spans."spanId"
LIMIT ? OFFSET ?;

-- observability.list_spans: previews
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt", mastra_ai_spans."createdAt" AS "createdAt",
    mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM (
        SELECT DISTINCT mastra_ai_spans."traceId" AS "traceId"
        FROM mastra_ai_spans
        WHERE mastra_ai_spans."parentSpanId" IS NULL
        ORDER BY mastra_ai_spans."traceId"
    ) AS traces
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: branches
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."spanType" IN ('agent_run', 'mcp_server_request', 'mcp_tool_call',
        'processor_run', 'provider_tool_call', 'rag_ingestion', 'scorer_run', 'tool_call',
        'workflow_run')
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."spanType" IN ('agent_run', 'mcp_server_request', 'mcp_tool_call',
    'processor_run', 'provider_tool_call', 'rag_ingestion', 'scorer_run', 'tool_call',
    'workflow_run')
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: of a trace
-- parameters: trace_id, trace_id, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans."traceId" = ?
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans."traceId" = ?
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: of a thread
-- parameters: thread_id, thread_id, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans."threadId" = ?
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans."threadId" = ?
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: of a user and an entity
-- parameters: entity_id, user_id, entity_id, user_id, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans."entityId" = ?
      AND mastra_ai_spans."userId" = ?
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans."entityId" = ?
  AND mastra_ai_spans."userId" = ?
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: failed
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans.error IS NOT NULL
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans.error IS NOT NULL
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: running
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans.error IS NULL
      AND mastra_ai_spans."endedAt" IS NULL
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans.error IS NULL
  AND mastra_ai_spans."endedAt" IS NULL
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: ended well
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans.error IS NULL
      AND mastra_ai_spans."endedAt" IS NOT NULL
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans.error IS NULL
  AND mastra_ai_spans."endedAt" IS NOT NULL
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: started from a time
-- parameters: started_start, started_start, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans."startedAt" >= ?
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans."startedAt" >= ?
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: started before a time
-- parameters: started_end, started_end, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans."startedAt" < ?
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans."startedAt" < ?
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: ended in a range
-- parameters: ended_start, ended_end, ended_start, ended_end, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_ai_spans."endedAt" > ?
      AND mastra_ai_spans."endedAt" <= ?
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_ai_spans."endedAt" > ?
  AND mastra_ai_spans."endedAt" <= ?
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: filtered by scope
-- parameters: in_scope, in_scope, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_matches(mastra_ai_spans.scope, ?) = 1
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_matches(mastra_ai_spans.scope, ?) = 1
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: filtered by metadata
-- parameters: in_metadata, in_metadata, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_matches(mastra_ai_spans.metadata, ?) = 1
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_matches(mastra_ai_spans.metadata, ?) = 1
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: with tags
-- parameters: with_tags, with_tags, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND mastra_has_all(mastra_ai_spans.tags, ?) = 1
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND mastra_has_all(mastra_ai_spans.tags, ?) = 1
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: with an error below
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS child
        WHERE child."traceId" = mastra_ai_spans."traceId"
          AND child.error IS NOT NULL
    ))
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS child
    WHERE child."traceId" = mastra_ai_spans."traceId"
      AND child.error IS NOT NULL
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: without an error below
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName",
    CASE typeof(mastra_ai_spans.scope) WHEN 'blob' THEN json(mastra_ai_spans.scope) ELSE mastra_ai_spans.scope END AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    CASE typeof(mastra_ai_spans.metadata) WHEN 'blob' THEN json(mastra_ai_spans.metadata) ELSE mastra_ai_spans.metadata END AS metadata,
    CASE typeof(mastra_ai_spans.tags) WHEN 'blob' THEN json(mastra_ai_spans.tags) ELSE mastra_ai_spans.tags END AS tags,
    CASE typeof(mastra_ai_spans.attributes) WHEN 'blob' THEN json(mastra_ai_spans.attributes) ELSE mastra_ai_spans.attributes END AS attributes,
    CASE typeof(mastra_ai_spans.links) WHEN 'blob' THEN json(mastra_ai_spans.links) ELSE mastra_ai_spans.links END AS links,
    CASE typeof(mastra_ai_spans.input) WHEN 'blob' THEN json(mastra_ai_spans.input) ELSE mastra_ai_spans.input END AS input,
    CASE typeof(mastra_ai_spans.output) WHEN 'blob' THEN json(mastra_ai_spans.output) ELSE mastra_ai_spans.output END AS output,
    CASE typeof(mastra_ai_spans.error) WHEN 'blob' THEN json(mastra_ai_spans.error) ELSE mastra_ai_spans.error END AS error,
    mastra_ai_spans."endedAt" AS "endedAt",
    CASE typeof(mastra_ai_spans."requestContext") WHEN 'blob' THEN json(mastra_ai_spans."requestContext") ELSE mastra_ai_spans."requestContext" END AS "requestContext",
    mastra_ai_spans."createdAt" AS "createdAt", mastra_ai_spans."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
    ))
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS child
        WHERE child."traceId" = mastra_ai_spans."traceId"
          AND child.error IS NOT NULL
    ))
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR other."spanId" < mastra_ai_spans."spanId")
))
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS child
    WHERE child."traceId" = mastra_ai_spans."traceId"
      AND child.error IS NOT NULL
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" DESC,
    mastra_ai_spans."spanId" DESC
LIMIT ? OFFSET ?;

-- observability.list_spans: 109 shapes with several of these; their fingerprint:
-- 7e6278b126456082d17ecbd12600237c99c00ea30bedd94c4408b8a3f13e8eeb

-- observability.old_rows
-- The traces whose last span is the oldest before a moment; that span nobody else changes
-- until the transaction ends. A trace whose last span somebody holds is passed over.
-- parameters: before, limit, 0
SELECT mastra_ai_spans."traceId", trim(mastra_ai_spans."startedAt", '"') AS at
FROM mastra_ai_spans
WHERE trim(mastra_ai_spans."startedAt", '"') < ?
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS later
    WHERE later."traceId" = mastra_ai_spans."traceId"
      AND (later."startedAt" > mastra_ai_spans."startedAt" OR later."startedAt" = mastra_ai_spans."startedAt" AND later."spanId" > mastra_ai_spans."spanId")
))
ORDER BY trim(mastra_ai_spans."startedAt", '"')
LIMIT ? OFFSET ?;

-- observability.old_rows: later
-- parameters: before, since, limit, 0
SELECT mastra_ai_spans."traceId", trim(mastra_ai_spans."startedAt", '"') AS at
FROM mastra_ai_spans
WHERE trim(mastra_ai_spans."startedAt", '"') < ?
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS later
    WHERE later."traceId" = mastra_ai_spans."traceId"
      AND (later."startedAt" > mastra_ai_spans."startedAt" OR later."startedAt" = mastra_ai_spans."startedAt" AND later."spanId" > mastra_ai_spans."spanId")
))
  AND trim(mastra_ai_spans."startedAt", '"') >= ?
ORDER BY trim(mastra_ai_spans."startedAt", '"')
LIMIT ? OFFSET ?;

-- observability.old_rows: logs
-- parameters: before, limit, 0
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp AS at
FROM mastra_py_log_events
WHERE mastra_py_log_events.timestamp < ?
ORDER BY mastra_py_log_events.timestamp
LIMIT ? OFFSET ?;

-- observability.old_rows: metrics
-- parameters: before, limit, 0
SELECT mastra_py_metric_events."metricId", mastra_py_metric_events.timestamp AS at
FROM mastra_py_metric_events
WHERE mastra_py_metric_events.timestamp < ?
ORDER BY mastra_py_metric_events.timestamp
LIMIT ? OFFSET ?;

-- observability.old_rows: scores
-- parameters: before, limit, 0
SELECT mastra_py_score_events."scoreId", mastra_py_score_events.timestamp AS at
FROM mastra_py_score_events
WHERE mastra_py_score_events.timestamp < ?
ORDER BY mastra_py_score_events.timestamp
LIMIT ? OFFSET ?;

-- observability.old_rows: feedback
-- parameters: before, limit, 0
SELECT mastra_py_feedback_events."feedbackId", mastra_py_feedback_events.timestamp AS at
FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events.timestamp < ?
ORDER BY mastra_py_feedback_events.timestamp
LIMIT ? OFFSET ?;

-- observability.old_rows: 4 shapes with several of these; their fingerprint:
-- bd44cade4061f96b48facea040bf8dd3d4181e756b8b9c85720371aa2d0da7d4

-- observability.count_old_rows
-- How many traces there are whose last span lies before a moment.
-- parameters: before
SELECT count(*) AS total
FROM mastra_ai_spans
WHERE trim(mastra_ai_spans."startedAt", '"') < ?
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS later
    WHERE later."traceId" = mastra_ai_spans."traceId"
      AND (later."startedAt" > mastra_ai_spans."startedAt" OR later."startedAt" = mastra_ai_spans."startedAt" AND later."spanId" > mastra_ai_spans."spanId")
));

-- observability.count_old_rows: logs
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_log_events
WHERE mastra_py_log_events.timestamp < ?;

-- observability.count_old_rows: metrics
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_metric_events
WHERE mastra_py_metric_events.timestamp < ?;

-- observability.count_old_rows: scores
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_score_events
WHERE mastra_py_score_events.timestamp < ?;

-- observability.count_old_rows: feedback
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events.timestamp < ?;

-- observability.signals_there
-- The names of the signals whose tables are there, which their first uses make.
SELECT there.name
FROM (
    SELECT 'logs' AS name
    WHERE EXISTS (
        SELECT sqlite_master.name
        FROM sqlite_master
        WHERE sqlite_master.type = 'table'
          AND sqlite_master.name = 'mastra_py_log_events'
    )
    UNION ALL
    SELECT 'metrics' AS name
    WHERE EXISTS (
        SELECT sqlite_master.name
        FROM sqlite_master
        WHERE sqlite_master.type = 'table'
          AND sqlite_master.name = 'mastra_py_metric_events'
    )
    UNION ALL
    SELECT 'scores' AS name
    WHERE EXISTS (
        SELECT sqlite_master.name
        FROM sqlite_master
        WHERE sqlite_master.type = 'table'
          AND sqlite_master.name = 'mastra_py_score_events'
    )
    UNION ALL
    SELECT 'feedback' AS name
    WHERE EXISTS (
        SELECT sqlite_master.name
        FROM sqlite_master
        WHERE sqlite_master.type = 'table'
          AND sqlite_master.name = 'mastra_py_feedback_events'
    )
) AS there;

-- observability.put_signal
-- Insert, or replace.
-- parameters: log_id, timestamp, level, message, data, trace_id, span_id, experiment_id,
--     entity_type, entity_id, entity_name, entity_version_id, parent_entity_type, parent_entity_id,
--     parent_entity_name, parent_entity_version_id, root_entity_type, root_entity_id,
--     root_entity_name, root_entity_version_id, user_id, organization_id, resource_id, run_id,
--     session_id, thread_id, request_id, environment, execution_source, service_name, tags,
--     metadata, scope
INSERT INTO mastra_py_log_events ("logId", timestamp, level, message, data, "traceId", "spanId",
    "experimentId", "entityType", "entityId", "entityName", "entityVersionId", "parentEntityType",
    "parentEntityId", "parentEntityName", "parentEntityVersionId", "rootEntityType", "rootEntityId",
    "rootEntityName", "rootEntityVersionId", "userId", "organizationId", "resourceId", "runId",
    "sessionId", "threadId", "requestId", environment, "executionSource", "serviceName", tags,
    metadata, scope)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?)
ON CONFLICT ("logId")
DO UPDATE
SET timestamp = excluded.timestamp, level = excluded.level, message = excluded.message,
    data = excluded.data, "traceId" = excluded."traceId", "spanId" = excluded."spanId",
    "experimentId" = excluded."experimentId", "entityType" = excluded."entityType",
    "entityId" = excluded."entityId", "entityName" = excluded."entityName",
    "entityVersionId" = excluded."entityVersionId", "parentEntityType" = excluded."parentEntityType",
    "parentEntityId" = excluded."parentEntityId", "parentEntityName" = excluded."parentEntityName",
    "parentEntityVersionId" = excluded."parentEntityVersionId",
    "rootEntityType" = excluded."rootEntityType", "rootEntityId" = excluded."rootEntityId",
    "rootEntityName" = excluded."rootEntityName",
    "rootEntityVersionId" = excluded."rootEntityVersionId", "userId" = excluded."userId",
    "organizationId" = excluded."organizationId", "resourceId" = excluded."resourceId",
    "runId" = excluded."runId", "sessionId" = excluded."sessionId", "threadId" = excluded."threadId",
    "requestId" = excluded."requestId", environment = excluded.environment,
    "executionSource" = excluded."executionSource", "serviceName" = excluded."serviceName",
    tags = excluded.tags, metadata = excluded.metadata, scope = excluded.scope;

-- observability.put_signal: metrics
-- parameters: metric_id, timestamp, name, value, provider, model, estimated_cost, cost_unit, labels,
--     cost_metadata, trace_id, span_id, experiment_id, entity_type, entity_id, entity_name,
--     entity_version_id, parent_entity_type, parent_entity_id, parent_entity_name,
--     parent_entity_version_id, root_entity_type, root_entity_id, root_entity_name,
--     root_entity_version_id, user_id, organization_id, resource_id, run_id, session_id, thread_id,
--     request_id, environment, execution_source, service_name, tags, metadata, scope
INSERT INTO mastra_py_metric_events ("metricId", timestamp, name, value, provider, model,
    "estimatedCost", "costUnit", labels, "costMetadata", "traceId", "spanId", "experimentId",
    "entityType", "entityId", "entityName", "entityVersionId", "parentEntityType", "parentEntityId",
    "parentEntityName", "parentEntityVersionId", "rootEntityType", "rootEntityId", "rootEntityName",
    "rootEntityVersionId", "userId", "organizationId", "resourceId", "runId", "sessionId",
    "threadId", "requestId", environment, "executionSource", "serviceName", tags, metadata, scope)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT ("metricId")
DO UPDATE
SET timestamp = excluded.timestamp, name = excluded.name, value = excluded.value,
    provider = excluded.provider, model = excluded.model, "estimatedCost" = excluded."estimatedCost",
    "costUnit" = excluded."costUnit", labels = excluded.labels,
    "costMetadata" = excluded."costMetadata", "traceId" = excluded."traceId",
    "spanId" = excluded."spanId", "experimentId" = excluded."experimentId",
    "entityType" = excluded."entityType", "entityId" = excluded."entityId",
    "entityName" = excluded."entityName", "entityVersionId" = excluded."entityVersionId",
    "parentEntityType" = excluded."parentEntityType", "parentEntityId" = excluded."parentEntityId",
    "parentEntityName" = excluded."parentEntityName",
    "parentEntityVersionId" = excluded."parentEntityVersionId",
    "rootEntityType" = excluded."rootEntityType", "rootEntityId" = excluded."rootEntityId",
    "rootEntityName" = excluded."rootEntityName",
    "rootEntityVersionId" = excluded."rootEntityVersionId", "userId" = excluded."userId",
    "organizationId" = excluded."organizationId", "resourceId" = excluded."resourceId",
    "runId" = excluded."runId", "sessionId" = excluded."sessionId", "threadId" = excluded."threadId",
    "requestId" = excluded."requestId", environment = excluded.environment,
    "executionSource" = excluded."executionSource", "serviceName" = excluded."serviceName",
    tags = excluded.tags, metadata = excluded.metadata, scope = excluded.scope;

-- observability.put_signal: scores
-- parameters: score_id, timestamp, scorer_id, scorer_name, scorer_version, score_source, score,
--     reason, score_trace_id, trace_id, span_id, experiment_id, entity_type, entity_id, entity_name,
--     entity_version_id, parent_entity_type, parent_entity_id, parent_entity_name,
--     parent_entity_version_id, root_entity_type, root_entity_id, root_entity_name,
--     root_entity_version_id, user_id, organization_id, resource_id, run_id, session_id, thread_id,
--     request_id, environment, execution_source, service_name, tags, metadata, scope
INSERT INTO mastra_py_score_events ("scoreId", timestamp, "scorerId", "scorerName", "scorerVersion",
    "scoreSource", score, reason, "scoreTraceId", "traceId", "spanId", "experimentId", "entityType",
    "entityId", "entityName", "entityVersionId", "parentEntityType", "parentEntityId",
    "parentEntityName", "parentEntityVersionId", "rootEntityType", "rootEntityId", "rootEntityName",
    "rootEntityVersionId", "userId", "organizationId", "resourceId", "runId", "sessionId",
    "threadId", "requestId", environment, "executionSource", "serviceName", tags, metadata, scope)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?, ?, ?, ?)
ON CONFLICT ("scoreId")
DO UPDATE
SET timestamp = excluded.timestamp, "scorerId" = excluded."scorerId",
    "scorerName" = excluded."scorerName", "scorerVersion" = excluded."scorerVersion",
    "scoreSource" = excluded."scoreSource", score = excluded.score, reason = excluded.reason,
    "scoreTraceId" = excluded."scoreTraceId", "traceId" = excluded."traceId",
    "spanId" = excluded."spanId", "experimentId" = excluded."experimentId",
    "entityType" = excluded."entityType", "entityId" = excluded."entityId",
    "entityName" = excluded."entityName", "entityVersionId" = excluded."entityVersionId",
    "parentEntityType" = excluded."parentEntityType", "parentEntityId" = excluded."parentEntityId",
    "parentEntityName" = excluded."parentEntityName",
    "parentEntityVersionId" = excluded."parentEntityVersionId",
    "rootEntityType" = excluded."rootEntityType", "rootEntityId" = excluded."rootEntityId",
    "rootEntityName" = excluded."rootEntityName",
    "rootEntityVersionId" = excluded."rootEntityVersionId", "userId" = excluded."userId",
    "organizationId" = excluded."organizationId", "resourceId" = excluded."resourceId",
    "runId" = excluded."runId", "sessionId" = excluded."sessionId", "threadId" = excluded."threadId",
    "requestId" = excluded."requestId", environment = excluded.environment,
    "executionSource" = excluded."executionSource", "serviceName" = excluded."serviceName",
    tags = excluded.tags, metadata = excluded.metadata, scope = excluded.scope;

-- observability.put_signal: feedback
-- parameters: feedback_id, timestamp, feedback_source, feedback_type, value_string, value_number,
--     comment, feedback_user_id, source_id, review_status, trace_id, span_id, experiment_id,
--     entity_type, entity_id, entity_name, entity_version_id, parent_entity_type, parent_entity_id,
--     parent_entity_name, parent_entity_version_id, root_entity_type, root_entity_id,
--     root_entity_name, root_entity_version_id, user_id, organization_id, resource_id, run_id,
--     session_id, thread_id, request_id, environment, execution_source, service_name, tags,
--     metadata, scope
INSERT INTO mastra_py_feedback_events ("feedbackId", timestamp, "feedbackSource", "feedbackType",
    "valueString", "valueNumber", comment, "feedbackUserId", "sourceId", "reviewStatus", "traceId",
    "spanId", "experimentId", "entityType", "entityId", "entityName", "entityVersionId",
    "parentEntityType", "parentEntityId", "parentEntityName", "parentEntityVersionId",
    "rootEntityType", "rootEntityId", "rootEntityName", "rootEntityVersionId", "userId",
    "organizationId", "resourceId", "runId", "sessionId", "threadId", "requestId", environment,
    "executionSource", "serviceName", tags, metadata, scope)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT ("feedbackId")
DO UPDATE
SET timestamp = excluded.timestamp, "feedbackSource" = excluded."feedbackSource",
    "feedbackType" = excluded."feedbackType", "valueString" = excluded."valueString",
    "valueNumber" = excluded."valueNumber", comment = excluded.comment,
    "feedbackUserId" = excluded."feedbackUserId", "sourceId" = excluded."sourceId",
    "traceId" = excluded."traceId", "spanId" = excluded."spanId",
    "experimentId" = excluded."experimentId", "entityType" = excluded."entityType",
    "entityId" = excluded."entityId", "entityName" = excluded."entityName",
    "entityVersionId" = excluded."entityVersionId", "parentEntityType" = excluded."parentEntityType",
    "parentEntityId" = excluded."parentEntityId", "parentEntityName" = excluded."parentEntityName",
    "parentEntityVersionId" = excluded."parentEntityVersionId",
    "rootEntityType" = excluded."rootEntityType", "rootEntityId" = excluded."rootEntityId",
    "rootEntityName" = excluded."rootEntityName",
    "rootEntityVersionId" = excluded."rootEntityVersionId", "userId" = excluded."userId",
    "organizationId" = excluded."organizationId", "resourceId" = excluded."resourceId",
    "runId" = excluded."runId", "sessionId" = excluded."sessionId", "threadId" = excluded."threadId",
    "requestId" = excluded."requestId", environment = excluded.environment,
    "executionSource" = excluded."executionSource", "serviceName" = excluded."serviceName",
    tags = excluded.tags, metadata = excluded.metadata, scope = excluded.scope;

-- observability.get_signal
-- A record by its key.
-- parameters: key
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope
FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" = ?;

-- observability.get_signal: metrics
-- parameters: key
SELECT mastra_py_metric_events."metricId", mastra_py_metric_events.timestamp,
    mastra_py_metric_events.name, mastra_py_metric_events.value, mastra_py_metric_events.provider,
    mastra_py_metric_events.model, mastra_py_metric_events."estimatedCost",
    mastra_py_metric_events."costUnit",
    CASE typeof(mastra_py_metric_events.labels) WHEN 'blob' THEN json(mastra_py_metric_events.labels) ELSE mastra_py_metric_events.labels END AS labels,
    CASE typeof(mastra_py_metric_events."costMetadata") WHEN 'blob' THEN json(mastra_py_metric_events."costMetadata") ELSE mastra_py_metric_events."costMetadata" END AS "costMetadata",
    mastra_py_metric_events."traceId", mastra_py_metric_events."spanId",
    mastra_py_metric_events."experimentId", mastra_py_metric_events."entityType",
    mastra_py_metric_events."entityId", mastra_py_metric_events."entityName",
    mastra_py_metric_events."entityVersionId", mastra_py_metric_events."parentEntityType",
    mastra_py_metric_events."parentEntityId", mastra_py_metric_events."parentEntityName",
    mastra_py_metric_events."parentEntityVersionId", mastra_py_metric_events."rootEntityType",
    mastra_py_metric_events."rootEntityId", mastra_py_metric_events."rootEntityName",
    mastra_py_metric_events."rootEntityVersionId", mastra_py_metric_events."userId",
    mastra_py_metric_events."organizationId", mastra_py_metric_events."resourceId",
    mastra_py_metric_events."runId", mastra_py_metric_events."sessionId",
    mastra_py_metric_events."threadId", mastra_py_metric_events."requestId",
    mastra_py_metric_events.environment, mastra_py_metric_events."executionSource",
    mastra_py_metric_events."serviceName",
    CASE typeof(mastra_py_metric_events.tags) WHEN 'blob' THEN json(mastra_py_metric_events.tags) ELSE mastra_py_metric_events.tags END AS tags,
    CASE typeof(mastra_py_metric_events.metadata) WHEN 'blob' THEN json(mastra_py_metric_events.metadata) ELSE mastra_py_metric_events.metadata END AS metadata,
    CASE typeof(mastra_py_metric_events.scope) WHEN 'blob' THEN json(mastra_py_metric_events.scope) ELSE mastra_py_metric_events.scope END AS scope
FROM mastra_py_metric_events
WHERE mastra_py_metric_events."metricId" = ?;

-- observability.get_signal: scores
-- parameters: key
SELECT mastra_py_score_events."scoreId", mastra_py_score_events.timestamp,
    mastra_py_score_events."scorerId", mastra_py_score_events."scorerName",
    mastra_py_score_events."scorerVersion", mastra_py_score_events."scoreSource",
    mastra_py_score_events.score, mastra_py_score_events.reason,
    mastra_py_score_events."scoreTraceId", mastra_py_score_events."traceId",
    mastra_py_score_events."spanId", mastra_py_score_events."experimentId",
    mastra_py_score_events."entityType", mastra_py_score_events."entityId",
    mastra_py_score_events."entityName", mastra_py_score_events."entityVersionId",
    mastra_py_score_events."parentEntityType", mastra_py_score_events."parentEntityId",
    mastra_py_score_events."parentEntityName", mastra_py_score_events."parentEntityVersionId",
    mastra_py_score_events."rootEntityType", mastra_py_score_events."rootEntityId",
    mastra_py_score_events."rootEntityName", mastra_py_score_events."rootEntityVersionId",
    mastra_py_score_events."userId", mastra_py_score_events."organizationId",
    mastra_py_score_events."resourceId", mastra_py_score_events."runId",
    mastra_py_score_events."sessionId", mastra_py_score_events."threadId",
    mastra_py_score_events."requestId", mastra_py_score_events.environment,
    mastra_py_score_events."executionSource", mastra_py_score_events."serviceName",
    CASE typeof(mastra_py_score_events.tags) WHEN 'blob' THEN json(mastra_py_score_events.tags) ELSE mastra_py_score_events.tags END AS tags,
    CASE typeof(mastra_py_score_events.metadata) WHEN 'blob' THEN json(mastra_py_score_events.metadata) ELSE mastra_py_score_events.metadata END AS metadata,
    CASE typeof(mastra_py_score_events.scope) WHEN 'blob' THEN json(mastra_py_score_events.scope) ELSE mastra_py_score_events.scope END AS scope
FROM mastra_py_score_events
WHERE mastra_py_score_events."scoreId" = ?;

-- observability.get_signal: feedback
-- parameters: key
SELECT mastra_py_feedback_events."feedbackId", mastra_py_feedback_events.timestamp,
    mastra_py_feedback_events."feedbackSource", mastra_py_feedback_events."feedbackType",
    mastra_py_feedback_events."valueString", mastra_py_feedback_events."valueNumber",
    mastra_py_feedback_events.comment, mastra_py_feedback_events."feedbackUserId",
    mastra_py_feedback_events."sourceId", mastra_py_feedback_events."reviewStatus",
    mastra_py_feedback_events."traceId", mastra_py_feedback_events."spanId",
    mastra_py_feedback_events."experimentId", mastra_py_feedback_events."entityType",
    mastra_py_feedback_events."entityId", mastra_py_feedback_events."entityName",
    mastra_py_feedback_events."entityVersionId", mastra_py_feedback_events."parentEntityType",
    mastra_py_feedback_events."parentEntityId", mastra_py_feedback_events."parentEntityName",
    mastra_py_feedback_events."parentEntityVersionId", mastra_py_feedback_events."rootEntityType",
    mastra_py_feedback_events."rootEntityId", mastra_py_feedback_events."rootEntityName",
    mastra_py_feedback_events."rootEntityVersionId", mastra_py_feedback_events."userId",
    mastra_py_feedback_events."organizationId", mastra_py_feedback_events."resourceId",
    mastra_py_feedback_events."runId", mastra_py_feedback_events."sessionId",
    mastra_py_feedback_events."threadId", mastra_py_feedback_events."requestId",
    mastra_py_feedback_events.environment, mastra_py_feedback_events."executionSource",
    mastra_py_feedback_events."serviceName",
    CASE typeof(mastra_py_feedback_events.tags) WHEN 'blob' THEN json(mastra_py_feedback_events.tags) ELSE mastra_py_feedback_events.tags END AS tags,
    CASE typeof(mastra_py_feedback_events.metadata) WHEN 'blob' THEN json(mastra_py_feedback_events.metadata) ELSE mastra_py_feedback_events.metadata END AS metadata,
    CASE typeof(mastra_py_feedback_events.scope) WHEN 'blob' THEN json(mastra_py_feedback_events.scope) ELSE mastra_py_feedback_events.scope END AS scope
FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events."feedbackId" = ?;

-- observability.list_signals
-- A page, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
) AS "total of all pages"
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: earliest first
-- parameters: limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
) AS "total of all pages"
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp, mastra_py_log_events."logId"
LIMIT ? OFFSET ?;

-- observability.list_signals: a later page
-- parameters: limit, offset
SELECT page."logId", page.timestamp, page.level, page.message,
    CASE typeof(page.data) WHEN 'blob' THEN json(page.data) ELSE page.data END AS data,
    page."traceId", page."spanId", page."experimentId", page."entityType", page."entityId",
    page."entityName", page."entityVersionId", page."parentEntityType", page."parentEntityId",
    page."parentEntityName", page."parentEntityVersionId", page."rootEntityType",
    page."rootEntityId", page."rootEntityName", page."rootEntityVersionId", page."userId",
    page."organizationId", page."resourceId", page."runId", page."sessionId", page."threadId",
    page."requestId", page.environment, page."executionSource", page."serviceName",
    CASE typeof(page.tags) WHEN 'blob' THEN json(page.tags) ELSE page.tags END AS tags,
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    CASE typeof(page.scope) WHEN 'blob' THEN json(page.scope) ELSE page.scope END AS scope,
    counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_py_log_events
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_py_log_events."logId" AS "logId", mastra_py_log_events.timestamp AS timestamp,
        mastra_py_log_events.level AS level, mastra_py_log_events.message AS message,
        mastra_py_log_events.data AS data, mastra_py_log_events."traceId" AS "traceId",
        mastra_py_log_events."spanId" AS "spanId",
        mastra_py_log_events."experimentId" AS "experimentId",
        mastra_py_log_events."entityType" AS "entityType",
        mastra_py_log_events."entityId" AS "entityId",
        mastra_py_log_events."entityName" AS "entityName",
        mastra_py_log_events."entityVersionId" AS "entityVersionId",
        mastra_py_log_events."parentEntityType" AS "parentEntityType",
        mastra_py_log_events."parentEntityId" AS "parentEntityId",
        mastra_py_log_events."parentEntityName" AS "parentEntityName",
        mastra_py_log_events."parentEntityVersionId" AS "parentEntityVersionId",
        mastra_py_log_events."rootEntityType" AS "rootEntityType",
        mastra_py_log_events."rootEntityId" AS "rootEntityId",
        mastra_py_log_events."rootEntityName" AS "rootEntityName",
        mastra_py_log_events."rootEntityVersionId" AS "rootEntityVersionId",
        mastra_py_log_events."userId" AS "userId",
        mastra_py_log_events."organizationId" AS "organizationId",
        mastra_py_log_events."resourceId" AS "resourceId", mastra_py_log_events."runId" AS "runId",
        mastra_py_log_events."sessionId" AS "sessionId",
        mastra_py_log_events."threadId" AS "threadId",
        mastra_py_log_events."requestId" AS "requestId",
        mastra_py_log_events.environment AS environment,
        mastra_py_log_events."executionSource" AS "executionSource",
        mastra_py_log_events."serviceName" AS "serviceName", mastra_py_log_events.tags AS tags,
        mastra_py_log_events.metadata AS metadata, mastra_py_log_events.scope AS scope
    FROM mastra_py_log_events
    ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page.timestamp DESC, page."logId" DESC;

-- observability.list_signals: without total
-- parameters: limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: everything
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC;

-- observability.list_signals: between two times
-- parameters: start, end, start, end, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_py_log_events.timestamp >= ?
      AND mastra_py_log_events.timestamp <= ?
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_py_log_events.timestamp >= ?
  AND mastra_py_log_events.timestamp <= ?
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: of a trace
-- parameters: trace_id, trace_id, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_py_log_events."traceId" = ?
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" = ?
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: of some traces
-- parameters: trace_id, trace_id, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_py_log_events."traceId" IN (
        SELECT anon_1.value
        FROM json_each(?) AS anon_1
    )
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" IN (
    SELECT anon_2.value
    FROM json_each(?) AS anon_2
)
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: with tags
-- parameters: tags, tags, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_has_all(mastra_py_log_events.tags, ?) = 1
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_has_all(mastra_py_log_events.tags, ?) = 1
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: filtered by metadata
-- parameters: metadata, metadata, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message,
    CASE typeof(mastra_py_log_events.data) WHEN 'blob' THEN json(mastra_py_log_events.data) ELSE mastra_py_log_events.data END AS data,
    mastra_py_log_events."traceId", mastra_py_log_events."spanId",
    mastra_py_log_events."experimentId", mastra_py_log_events."entityType",
    mastra_py_log_events."entityId", mastra_py_log_events."entityName",
    mastra_py_log_events."entityVersionId", mastra_py_log_events."parentEntityType",
    mastra_py_log_events."parentEntityId", mastra_py_log_events."parentEntityName",
    mastra_py_log_events."parentEntityVersionId", mastra_py_log_events."rootEntityType",
    mastra_py_log_events."rootEntityId", mastra_py_log_events."rootEntityName",
    mastra_py_log_events."rootEntityVersionId", mastra_py_log_events."userId",
    mastra_py_log_events."organizationId", mastra_py_log_events."resourceId",
    mastra_py_log_events."runId", mastra_py_log_events."sessionId", mastra_py_log_events."threadId",
    mastra_py_log_events."requestId", mastra_py_log_events.environment,
    mastra_py_log_events."executionSource", mastra_py_log_events."serviceName",
    CASE typeof(mastra_py_log_events.tags) WHEN 'blob' THEN json(mastra_py_log_events.tags) ELSE mastra_py_log_events.tags END AS tags,
    CASE typeof(mastra_py_log_events.metadata) WHEN 'blob' THEN json(mastra_py_log_events.metadata) ELSE mastra_py_log_events.metadata END AS metadata,
    CASE typeof(mastra_py_log_events.scope) WHEN 'blob' THEN json(mastra_py_log_events.scope) ELSE mastra_py_log_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_matches(mastra_py_log_events.metadata, ?) = 1
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_matches(mastra_py_log_events.metadata, ?) = 1
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: metrics
-- parameters: limit, offset
SELECT mastra_py_metric_events."metricId", mastra_py_metric_events.timestamp,
    mastra_py_metric_events.name, mastra_py_metric_events.value, mastra_py_metric_events.provider,
    mastra_py_metric_events.model, mastra_py_metric_events."estimatedCost",
    mastra_py_metric_events."costUnit",
    CASE typeof(mastra_py_metric_events.labels) WHEN 'blob' THEN json(mastra_py_metric_events.labels) ELSE mastra_py_metric_events.labels END AS labels,
    CASE typeof(mastra_py_metric_events."costMetadata") WHEN 'blob' THEN json(mastra_py_metric_events."costMetadata") ELSE mastra_py_metric_events."costMetadata" END AS "costMetadata",
    mastra_py_metric_events."traceId", mastra_py_metric_events."spanId",
    mastra_py_metric_events."experimentId", mastra_py_metric_events."entityType",
    mastra_py_metric_events."entityId", mastra_py_metric_events."entityName",
    mastra_py_metric_events."entityVersionId", mastra_py_metric_events."parentEntityType",
    mastra_py_metric_events."parentEntityId", mastra_py_metric_events."parentEntityName",
    mastra_py_metric_events."parentEntityVersionId", mastra_py_metric_events."rootEntityType",
    mastra_py_metric_events."rootEntityId", mastra_py_metric_events."rootEntityName",
    mastra_py_metric_events."rootEntityVersionId", mastra_py_metric_events."userId",
    mastra_py_metric_events."organizationId", mastra_py_metric_events."resourceId",
    mastra_py_metric_events."runId", mastra_py_metric_events."sessionId",
    mastra_py_metric_events."threadId", mastra_py_metric_events."requestId",
    mastra_py_metric_events.environment, mastra_py_metric_events."executionSource",
    mastra_py_metric_events."serviceName",
    CASE typeof(mastra_py_metric_events.tags) WHEN 'blob' THEN json(mastra_py_metric_events.tags) ELSE mastra_py_metric_events.tags END AS tags,
    CASE typeof(mastra_py_metric_events.metadata) WHEN 'blob' THEN json(mastra_py_metric_events.metadata) ELSE mastra_py_metric_events.metadata END AS metadata,
    CASE typeof(mastra_py_metric_events.scope) WHEN 'blob' THEN json(mastra_py_metric_events.scope) ELSE mastra_py_metric_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_metric_events
) AS "total of all pages"
FROM mastra_py_metric_events
ORDER BY mastra_py_metric_events.timestamp DESC, mastra_py_metric_events."metricId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: scores
-- parameters: limit, offset
SELECT mastra_py_score_events."scoreId", mastra_py_score_events.timestamp,
    mastra_py_score_events."scorerId", mastra_py_score_events."scorerName",
    mastra_py_score_events."scorerVersion", mastra_py_score_events."scoreSource",
    mastra_py_score_events.score, mastra_py_score_events.reason,
    mastra_py_score_events."scoreTraceId", mastra_py_score_events."traceId",
    mastra_py_score_events."spanId", mastra_py_score_events."experimentId",
    mastra_py_score_events."entityType", mastra_py_score_events."entityId",
    mastra_py_score_events."entityName", mastra_py_score_events."entityVersionId",
    mastra_py_score_events."parentEntityType", mastra_py_score_events."parentEntityId",
    mastra_py_score_events."parentEntityName", mastra_py_score_events."parentEntityVersionId",
    mastra_py_score_events."rootEntityType", mastra_py_score_events."rootEntityId",
    mastra_py_score_events."rootEntityName", mastra_py_score_events."rootEntityVersionId",
    mastra_py_score_events."userId", mastra_py_score_events."organizationId",
    mastra_py_score_events."resourceId", mastra_py_score_events."runId",
    mastra_py_score_events."sessionId", mastra_py_score_events."threadId",
    mastra_py_score_events."requestId", mastra_py_score_events.environment,
    mastra_py_score_events."executionSource", mastra_py_score_events."serviceName",
    CASE typeof(mastra_py_score_events.tags) WHEN 'blob' THEN json(mastra_py_score_events.tags) ELSE mastra_py_score_events.tags END AS tags,
    CASE typeof(mastra_py_score_events.metadata) WHEN 'blob' THEN json(mastra_py_score_events.metadata) ELSE mastra_py_score_events.metadata END AS metadata,
    CASE typeof(mastra_py_score_events.scope) WHEN 'blob' THEN json(mastra_py_score_events.scope) ELSE mastra_py_score_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_score_events
) AS "total of all pages"
FROM mastra_py_score_events
ORDER BY mastra_py_score_events.timestamp DESC, mastra_py_score_events."scoreId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: feedback
-- parameters: limit, offset
SELECT mastra_py_feedback_events."feedbackId", mastra_py_feedback_events.timestamp,
    mastra_py_feedback_events."feedbackSource", mastra_py_feedback_events."feedbackType",
    mastra_py_feedback_events."valueString", mastra_py_feedback_events."valueNumber",
    mastra_py_feedback_events.comment, mastra_py_feedback_events."feedbackUserId",
    mastra_py_feedback_events."sourceId", mastra_py_feedback_events."reviewStatus",
    mastra_py_feedback_events."traceId", mastra_py_feedback_events."spanId",
    mastra_py_feedback_events."experimentId", mastra_py_feedback_events."entityType",
    mastra_py_feedback_events."entityId", mastra_py_feedback_events."entityName",
    mastra_py_feedback_events."entityVersionId", mastra_py_feedback_events."parentEntityType",
    mastra_py_feedback_events."parentEntityId", mastra_py_feedback_events."parentEntityName",
    mastra_py_feedback_events."parentEntityVersionId", mastra_py_feedback_events."rootEntityType",
    mastra_py_feedback_events."rootEntityId", mastra_py_feedback_events."rootEntityName",
    mastra_py_feedback_events."rootEntityVersionId", mastra_py_feedback_events."userId",
    mastra_py_feedback_events."organizationId", mastra_py_feedback_events."resourceId",
    mastra_py_feedback_events."runId", mastra_py_feedback_events."sessionId",
    mastra_py_feedback_events."threadId", mastra_py_feedback_events."requestId",
    mastra_py_feedback_events.environment, mastra_py_feedback_events."executionSource",
    mastra_py_feedback_events."serviceName",
    CASE typeof(mastra_py_feedback_events.tags) WHEN 'blob' THEN json(mastra_py_feedback_events.tags) ELSE mastra_py_feedback_events.tags END AS tags,
    CASE typeof(mastra_py_feedback_events.metadata) WHEN 'blob' THEN json(mastra_py_feedback_events.metadata) ELSE mastra_py_feedback_events.metadata END AS metadata,
    CASE typeof(mastra_py_feedback_events.scope) WHEN 'blob' THEN json(mastra_py_feedback_events.scope) ELSE mastra_py_feedback_events.scope END AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_feedback_events
) AS "total of all pages"
FROM mastra_py_feedback_events
ORDER BY mastra_py_feedback_events.timestamp DESC, mastra_py_feedback_events."feedbackId" DESC
LIMIT ? OFFSET ?;

-- observability.list_signals: 50 shapes with several of these; their fingerprint:
-- 03f635bdc57deab50b4e33e0601e27ffbe0c38ce4d7ba4905aad15bb5ab04e1a

-- observability.delete_signals
-- Delete records of some keys, and of a tenant where one is named; return their keys.
-- parameters: keys
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
RETURNING "logId";

-- observability.delete_signals: of an organization
-- parameters: keys, organization_id
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND mastra_py_log_events."organizationId" = ?
RETURNING "logId";

-- observability.delete_signals: of a resource
-- parameters: keys, resource_id
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND mastra_py_log_events."resourceId" = ?
RETURNING "logId";

-- observability.delete_signals: metrics
-- parameters: keys
DELETE FROM mastra_py_metric_events
WHERE mastra_py_metric_events."metricId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
RETURNING "metricId";

-- observability.delete_signals: scores
-- parameters: keys
DELETE FROM mastra_py_score_events
WHERE mastra_py_score_events."scoreId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
RETURNING "scoreId";

-- observability.delete_signals: feedback
-- parameters: keys
DELETE FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events."feedbackId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
RETURNING "feedbackId";

-- observability.delete_signals: 6 shapes with several of these; their fingerprint:
-- f85bf3e03eac0c89adb725a18dfd026f30960614a2082cc88382bf1125fc315e

-- observability.drop_signals
-- Delete what names some traces. Where a tenant is named, what is of another one stays, and
-- what is of nobody goes only with a trace that was deleted.
-- parameters: traces
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- observability.drop_signals: of an organization
-- parameters: traces, organization_id, deleted
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND (mastra_py_log_events."organizationId" = ? OR mastra_py_log_events."organizationId" IS NULL AND mastra_py_log_events."traceId" IN (
    SELECT anon_2.value
    FROM json_each(?) AS anon_2
));

-- observability.drop_signals: of a resource
-- parameters: traces, resource_id, deleted
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND (mastra_py_log_events."resourceId" = ? OR mastra_py_log_events."resourceId" IS NULL AND mastra_py_log_events."traceId" IN (
    SELECT anon_2.value
    FROM json_each(?) AS anon_2
));

-- observability.drop_signals: metrics
-- parameters: traces
DELETE FROM mastra_py_metric_events
WHERE mastra_py_metric_events."traceId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- observability.drop_signals: scores
-- parameters: traces
DELETE FROM mastra_py_score_events
WHERE mastra_py_score_events."traceId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- observability.drop_signals: feedback
-- parameters: traces
DELETE FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events."traceId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- observability.drop_signals: 6 shapes with several of these; their fingerprint:
-- cdfbf3a61feded594fad46db87c341c17c44e30ca4791b9804700037064c109e

-- observability.review_feedback
-- Set whether somebody has looked at feedback, and return it.
-- parameters: status, key
UPDATE mastra_py_feedback_events
SET "reviewStatus"=?
WHERE mastra_py_feedback_events."feedbackId" = ?
RETURNING "feedbackId", timestamp, "feedbackSource", "feedbackType", "valueString", "valueNumber",
    comment, "feedbackUserId", "sourceId", "reviewStatus", "traceId", "spanId", "experimentId",
    "entityType", "entityId", "entityName", "entityVersionId", "parentEntityType", "parentEntityId",
    "parentEntityName", "parentEntityVersionId", "rootEntityType", "rootEntityId", "rootEntityName",
    "rootEntityVersionId", "userId", "organizationId", "resourceId", "runId", "sessionId",
    "threadId", "requestId", environment, "executionSource", "serviceName",
    CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(scope) WHEN 'blob' THEN json(scope) ELSE scope END AS scope;

-- observability.aggregate
-- A number, or one for each group: of words, labels, and intervals of time.
-- parameters: name
SELECT mastra_total(measured.number) AS value, mastra_total(measured.cost) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured;

-- observability.aggregate: for each interval
-- parameters: interval, interval, interval, name
SELECT measured.bucket, mastra_total(measured.number) AS value, mastra_total(measured.cost) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT CAST(strftime('%s', mastra_py_metric_events.timestamp) AS INTEGER) - (CAST(strftime('%s',
        mastra_py_metric_events.timestamp) AS INTEGER) % ? + ?) % ? AS bucket,
        mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured GROUP BY measured.bucket
ORDER BY measured.bucket ASC NULLS FIRST;

-- observability.aggregate: for groups in each interval
-- parameters: label_1, interval, interval, interval, name
SELECT measured.group_0, measured.group_1, measured.bucket, mastra_total(measured.number) AS value,
    mastra_total(measured.cost) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.model AS group_0, (
        SELECT member.value
        FROM json_each(mastra_py_metric_events.labels) AS member
        WHERE member."key" = ?
    ) AS group_1, CAST(strftime('%s',
        mastra_py_metric_events.timestamp) AS INTEGER) - (CAST(strftime('%s',
        mastra_py_metric_events.timestamp) AS INTEGER) % ? + ?) % ? AS bucket,
        mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured GROUP BY measured.group_0, measured.group_1, measured.bucket
ORDER BY measured.group_0 ASC NULLS FIRST, measured.group_1 ASC NULLS FIRST,
    measured.bucket ASC NULLS FIRST;

-- observability.aggregate: for groups by value
-- parameters: label_1, name
SELECT measured.group_0, measured.group_1, mastra_total(measured.number) AS value,
    mastra_total(measured.cost) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.model AS group_0, (
        SELECT member.value
        FROM json_each(mastra_py_metric_events.labels) AS member
        WHERE member."key" = ?
    ) AS group_1, mastra_py_metric_events.value AS number,
        mastra_py_metric_events."estimatedCost" AS cost, mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured GROUP BY measured.group_0, measured.group_1
ORDER BY value DESC, measured.group_0 ASC NULLS FIRST, measured.group_1 ASC NULLS FIRST;

-- observability.aggregate: for the first groups
-- parameters: label_1, name, limit, 0
SELECT measured.group_0, measured.group_1, mastra_total(measured.number) AS value,
    mastra_total(measured.cost) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.model AS group_0, (
        SELECT member.value
        FROM json_each(mastra_py_metric_events.labels) AS member
        WHERE member."key" = ?
    ) AS group_1, mastra_py_metric_events.value AS number,
        mastra_py_metric_events."estimatedCost" AS cost, mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured GROUP BY measured.group_0, measured.group_1
ORDER BY value ASC, measured.group_0 ASC NULLS FIRST, measured.group_1 ASC NULLS FIRST
LIMIT ? OFFSET ?;

-- observability.aggregate: avg
-- parameters: name
SELECT mastra_total(measured.number) / count(*) AS value, mastra_total(measured.cost) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured;

-- observability.aggregate: min
-- parameters: name
SELECT min(measured.number) AS value, mastra_total(measured.cost) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured;

-- observability.aggregate: max
-- parameters: name
SELECT max(measured.number) AS value, mastra_total(measured.cost) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured;

-- observability.aggregate: count
-- parameters: name
SELECT count(*) AS value, mastra_total(measured.cost) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured;

-- observability.aggregate: count_distinct
-- parameters: name
SELECT count(DISTINCT measured.counted) AS value, mastra_total(measured.cost) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events.model AS counted,
        mastra_py_metric_events."estimatedCost" AS cost, mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS measured;

-- observability.aggregate: last
-- parameters: name
SELECT max(CASE WHEN (in_turn.turn = 1) THEN in_turn.number END) AS value,
    mastra_total(in_turn.cost) AS cost, min(in_turn.unit) AS lowest_unit,
    max(in_turn.unit) AS highest_unit
FROM (
    SELECT measured.number AS number, measured.cost AS cost, measured.unit AS unit,
        measured.at AS at, measured.named AS named, row_number() OVER (ORDER BY measured.at DESC,
        measured.named DESC) AS turn
    FROM (
        SELECT mastra_py_metric_events.value AS number,
            mastra_py_metric_events."estimatedCost" AS cost,
            mastra_py_metric_events."costUnit" AS unit, mastra_py_metric_events.timestamp AS at,
            mastra_py_metric_events."metricId" AS named
        FROM mastra_py_metric_events
        WHERE mastra_py_metric_events.name = ?
    ) AS measured
) AS in_turn;

-- observability.aggregate: between two times
-- parameters: start, end, name
SELECT mastra_total(measured.number) AS value, mastra_total(measured.cost) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.timestamp >= ?
      AND mastra_py_metric_events.timestamp <= ?
      AND mastra_py_metric_events.name = ?
) AS measured;

-- observability.aggregate: scores
-- parameters: scorer_id
SELECT mastra_total(measured.number) / count(*) AS value
FROM (
    SELECT mastra_py_score_events.score AS number
    FROM mastra_py_score_events
    WHERE mastra_py_score_events."scorerId" = ?
) AS measured;

-- observability.aggregate: feedback
-- parameters: feedback_type
SELECT mastra_total(measured.number) / count(*) AS value
FROM (
    SELECT mastra_py_feedback_events."valueNumber" AS number
    FROM mastra_py_feedback_events
    WHERE mastra_py_feedback_events."feedbackType" = ?
      AND mastra_py_feedback_events."valueNumber" IS NOT NULL
) AS measured;

-- observability.aggregate: 24 shapes with several of these; their fingerprint:
-- 3fec22d5905f4f6ab3176aba493b1561ea733245c90b4532522664bbd23a3831

-- observability.percentiles
-- The number at a place, among those of an interval in their order, for each percentile.
-- parameters: shares, interval, interval, interval, name
SELECT CAST(listed.share AS BIGINT) AS share, ranked.bucket, ranked.value
FROM (
    SELECT json_extract(anon_1.value, '$[0]') AS share
    FROM json_each(?) AS anon_1
) AS listed
JOIN (
    SELECT measured.bucket AS bucket, measured.value AS value,
        row_number() OVER (PARTITION BY measured.bucket ORDER BY measured.value) - 1 AS place,
        count(*) OVER (PARTITION BY measured.bucket) AS many
    FROM (
        SELECT CAST(strftime('%s',
            mastra_py_metric_events.timestamp) AS INTEGER) - (CAST(strftime('%s',
            mastra_py_metric_events.timestamp) AS INTEGER) % ? + ?) % ? AS bucket,
            mastra_py_metric_events.value AS value
        FROM mastra_py_metric_events
        WHERE mastra_py_metric_events.name = ?
    ) AS measured
) AS ranked ON ranked.place = CASE WHEN ((CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 < ranked.many) THEN (CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 ELSE ranked.many - 1 END
ORDER BY share, ranked.bucket;

-- observability.percentiles: scores
-- parameters: shares, interval, interval, interval, scorer_id
SELECT CAST(listed.share AS BIGINT) AS share, ranked.bucket, ranked.value
FROM (
    SELECT json_extract(anon_1.value, '$[0]') AS share
    FROM json_each(?) AS anon_1
) AS listed
JOIN (
    SELECT measured.bucket AS bucket, measured.value AS value,
        row_number() OVER (PARTITION BY measured.bucket ORDER BY measured.value) - 1 AS place,
        count(*) OVER (PARTITION BY measured.bucket) AS many
    FROM (
        SELECT CAST(strftime('%s',
            mastra_py_score_events.timestamp) AS INTEGER) - (CAST(strftime('%s',
            mastra_py_score_events.timestamp) AS INTEGER) % ? + ?) % ? AS bucket,
            mastra_py_score_events.score AS value
        FROM mastra_py_score_events
        WHERE mastra_py_score_events."scorerId" = ?
    ) AS measured
) AS ranked ON ranked.place = CASE WHEN ((CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 < ranked.many) THEN (CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 ELSE ranked.many - 1 END
ORDER BY share, ranked.bucket;

-- observability.percentiles: feedback
-- parameters: shares, interval, interval, interval, feedback_type
SELECT CAST(listed.share AS BIGINT) AS share, ranked.bucket, ranked.value
FROM (
    SELECT json_extract(anon_1.value, '$[0]') AS share
    FROM json_each(?) AS anon_1
) AS listed
JOIN (
    SELECT measured.bucket AS bucket, measured.value AS value,
        row_number() OVER (PARTITION BY measured.bucket ORDER BY measured.value) - 1 AS place,
        count(*) OVER (PARTITION BY measured.bucket) AS many
    FROM (
        SELECT CAST(strftime('%s',
            mastra_py_feedback_events.timestamp) AS INTEGER) - (CAST(strftime('%s',
            mastra_py_feedback_events.timestamp) AS INTEGER) % ? + ?) % ? AS bucket,
            mastra_py_feedback_events."valueNumber" AS value
        FROM mastra_py_feedback_events
        WHERE mastra_py_feedback_events."feedbackType" = ?
          AND mastra_py_feedback_events."valueNumber" IS NOT NULL
    ) AS measured
) AS ranked ON ranked.place = CASE WHEN ((CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 < ranked.many) THEN (CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 ELSE ranked.many - 1 END
ORDER BY share, ranked.bucket;

-- observability.metric_names
-- The names of metrics in their order, found one after the other in an index: as often as
-- there are names, not as there are observations.
-- parameters: prefix, prefix, prefix, prefix, prefix
WITH RECURSIVE walk(name) AS (
    SELECT min(mastra_py_metric_events.name) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name >= ?
    UNION ALL
    SELECT (
        SELECT min(mastra_py_metric_events.name) AS min_1
        FROM mastra_py_metric_events
        WHERE mastra_py_metric_events.name > walk.name
    ) AS anon_1
    FROM walk
    WHERE substr(walk.name, 1, length(?)) = ?
)
SELECT walk.name
FROM walk
WHERE substr(walk.name, 1, length(?)) = ?
ORDER BY walk.name;

-- observability.metric_names: the first
-- parameters: prefix, prefix, prefix, prefix, prefix, limit, 0
WITH RECURSIVE walk(name) AS (
    SELECT min(mastra_py_metric_events.name) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name >= ?
    UNION ALL
    SELECT (
        SELECT min(mastra_py_metric_events.name) AS min_1
        FROM mastra_py_metric_events
        WHERE mastra_py_metric_events.name > walk.name
    ) AS anon_1
    FROM walk
    WHERE substr(walk.name, 1, length(?)) = ?
)
SELECT walk.name
FROM walk
WHERE substr(walk.name, 1, length(?)) = ?
ORDER BY walk.name
LIMIT ? OFFSET ?;

-- observability.label_keys
-- The names of the labels of a metric.
-- parameters: metric
SELECT DISTINCT member."key" AS name
FROM mastra_py_metric_events
JOIN json_each(mastra_py_metric_events.labels) AS member ON 1 = 1
WHERE mastra_py_metric_events.name = ?;

-- observability.label_values
-- The values of a label of a metric in their order.
-- parameters: label, metric, prefix, prefix
SELECT labelled.name
FROM (
    SELECT DISTINCT (
        SELECT member.value
        FROM json_each(mastra_py_metric_events.labels) AS member
        WHERE member."key" = ?
    ) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS labelled
WHERE labelled.name IS NOT NULL
  AND substr(labelled.name, 1, length(?)) = ?
ORDER BY labelled.name;

-- observability.label_values: the first
-- parameters: label, metric, prefix, prefix, limit, 0
SELECT labelled.name
FROM (
    SELECT DISTINCT (
        SELECT member.value
        FROM json_each(mastra_py_metric_events.labels) AS member
        WHERE member."key" = ?
    ) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = ?
) AS labelled
WHERE labelled.name IS NOT NULL
  AND substr(labelled.name, 1, length(?)) = ?
ORDER BY labelled.name
LIMIT ? OFFSET ?;

-- observability.different: spans
-- The values of a column of a signal, or of spans, or the tags in it; of one type of
-- entities where it is named.
SELECT DISTINCT mastra_ai_spans."serviceName" AS name
FROM mastra_ai_spans;

-- observability.different
SELECT DISTINCT mastra_py_log_events."serviceName" AS name
FROM mastra_py_log_events;

-- observability.different: of one type
-- parameters: entity_type
SELECT DISTINCT mastra_py_log_events."entityName" AS name
FROM mastra_py_log_events
WHERE mastra_py_log_events."entityType" = ?;

-- observability.different: tags
SELECT DISTINCT item.value AS name
FROM mastra_py_log_events
JOIN json_each(CASE WHEN (json_type(mastra_py_log_events.tags) = 'array') THEN mastra_py_log_events.tags ELSE '[]' END) AS item ON 1 = 1;

-- observability.different: metrics
SELECT DISTINCT mastra_py_metric_events."serviceName" AS name
FROM mastra_py_metric_events;

-- observability.different: scores
SELECT DISTINCT mastra_py_score_events."serviceName" AS name
FROM mastra_py_score_events;

-- observability.different: feedback
SELECT DISTINCT mastra_py_feedback_events."serviceName" AS name
FROM mastra_py_feedback_events;

-- observability.different: 8 shapes with several of these; their fingerprint:
-- 5b7b19559ca50058bf71d9eb659054d0c8ab3b722fbfd0c4a3de6dc46b81059c
