-- The observability domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_ai_spans (
    "traceId" TEXT NOT NULL,
    "spanId" TEXT NOT NULL,
    name TEXT NOT NULL,
    "spanType" TEXT NOT NULL,
    "isEvent" BOOLEAN NOT NULL,
    "startedAt" TIMESTAMP NOT NULL,
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
    scope JSONB,
    "entityVersionId" TEXT,
    "parentEntityVersionId" TEXT,
    "rootEntityVersionId" TEXT,
    "experimentId" TEXT,
    source TEXT,
    metadata JSONB,
    tags JSONB,
    attributes JSONB,
    links JSONB,
    input JSONB,
    output JSONB,
    error JSONB,
    "endedAt" TIMESTAMP,
    "requestContext" JSONB,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP,
    "startedAtZ" TIMESTAMPTZ DEFAULT now(),
    "endedAtZ" TIMESTAMPTZ DEFAULT now(),
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now()
);

ALTER TABLE mastra_ai_spans ADD CONSTRAINT public_mastra_ai_spans_traceid_spanid_pk PRIMARY KEY ("traceId", "spanId");

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS mastra_ai_spans_traceid_startedat_idx ON mastra_ai_spans ("traceId",
    "startedAt" DESC);
CREATE INDEX IF NOT EXISTS mastra_ai_spans_parentspanid_startedat_idx ON mastra_ai_spans ("parentSpanId",
    "startedAt" DESC);
CREATE INDEX IF NOT EXISTS mastra_ai_spans_name_idx ON mastra_ai_spans (name);
CREATE INDEX IF NOT EXISTS mastra_ai_spans_spantype_startedat_idx ON mastra_ai_spans ("spanType",
    "startedAt" DESC);
CREATE INDEX IF NOT EXISTS mastra_ai_spans_root_spans_idx ON mastra_ai_spans ("startedAt" DESC)
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_ai_spans_entitytype_entityid_idx ON mastra_ai_spans ("entityType",
    "entityId");
CREATE INDEX IF NOT EXISTS mastra_ai_spans_entitytype_entityname_idx ON mastra_ai_spans ("entityType",
    "entityName");
CREATE INDEX IF NOT EXISTS mastra_ai_spans_orgid_userid_idx ON mastra_ai_spans ("organizationId",
    "userId");
CREATE INDEX IF NOT EXISTS mastra_ai_spans_metadata_gin_idx ON mastra_ai_spans USING gin (metadata);
CREATE INDEX IF NOT EXISTS mastra_ai_spans_tags_gin_idx ON mastra_ai_spans USING gin (tags);

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_trace_idx ON mastra_ai_spans ("traceId", "startedAt",
    ("spanId" COLLATE "C"))
WHERE "parentSpanId" IS NULL;
CREATE INDEX IF NOT EXISTS mastra_py_spans_root_ended_idx ON mastra_ai_spans ("endedAt",
    ("traceId" COLLATE "C"), ("spanId" COLLATE "C"))
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
CREATE INDEX IF NOT EXISTS mastra_py_spans_started_idx ON mastra_ai_spans (date_trunc('milliseconds',
    "startedAt"));

-- Ours, made at the first use of logs.
CREATE TABLE IF NOT EXISTS mastra_py_log_events (
    "logId" TEXT COLLATE "C" NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    level TEXT COLLATE "C" NOT NULL,
    message TEXT COLLATE "C" NOT NULL,
    data JSONB,
    "traceId" TEXT COLLATE "C",
    "spanId" TEXT COLLATE "C",
    "experimentId" TEXT COLLATE "C",
    "entityType" TEXT COLLATE "C",
    "entityId" TEXT COLLATE "C",
    "entityName" TEXT COLLATE "C",
    "entityVersionId" TEXT COLLATE "C",
    "parentEntityType" TEXT COLLATE "C",
    "parentEntityId" TEXT COLLATE "C",
    "parentEntityName" TEXT COLLATE "C",
    "parentEntityVersionId" TEXT COLLATE "C",
    "rootEntityType" TEXT COLLATE "C",
    "rootEntityId" TEXT COLLATE "C",
    "rootEntityName" TEXT COLLATE "C",
    "rootEntityVersionId" TEXT COLLATE "C",
    "userId" TEXT COLLATE "C",
    "organizationId" TEXT COLLATE "C",
    "resourceId" TEXT COLLATE "C",
    "runId" TEXT COLLATE "C",
    "sessionId" TEXT COLLATE "C",
    "threadId" TEXT COLLATE "C",
    "requestId" TEXT COLLATE "C",
    environment TEXT COLLATE "C",
    "executionSource" TEXT COLLATE "C",
    "serviceName" TEXT COLLATE "C",
    tags JSONB,
    metadata JSONB,
    scope JSONB,
    PRIMARY KEY ("logId")
);
CREATE INDEX IF NOT EXISTS mastra_py_log_time_idx ON mastra_py_log_events (timestamp, "logId");
CREATE INDEX IF NOT EXISTS mastra_py_log_trace_idx ON mastra_py_log_events ("traceId", timestamp,
    "logId");
CREATE INDEX IF NOT EXISTS mastra_py_log_level_idx ON mastra_py_log_events (level, timestamp,
    "logId");

-- Ours, made at the first use of metrics.
CREATE TABLE IF NOT EXISTS mastra_py_metric_events (
    "metricId" TEXT COLLATE "C" NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    value NUMERIC NOT NULL,
    provider TEXT COLLATE "C",
    model TEXT COLLATE "C",
    "estimatedCost" NUMERIC,
    "costUnit" TEXT COLLATE "C",
    labels JSONB NOT NULL,
    "costMetadata" JSONB,
    "traceId" TEXT COLLATE "C",
    "spanId" TEXT COLLATE "C",
    "experimentId" TEXT COLLATE "C",
    "entityType" TEXT COLLATE "C",
    "entityId" TEXT COLLATE "C",
    "entityName" TEXT COLLATE "C",
    "entityVersionId" TEXT COLLATE "C",
    "parentEntityType" TEXT COLLATE "C",
    "parentEntityId" TEXT COLLATE "C",
    "parentEntityName" TEXT COLLATE "C",
    "parentEntityVersionId" TEXT COLLATE "C",
    "rootEntityType" TEXT COLLATE "C",
    "rootEntityId" TEXT COLLATE "C",
    "rootEntityName" TEXT COLLATE "C",
    "rootEntityVersionId" TEXT COLLATE "C",
    "userId" TEXT COLLATE "C",
    "organizationId" TEXT COLLATE "C",
    "resourceId" TEXT COLLATE "C",
    "runId" TEXT COLLATE "C",
    "sessionId" TEXT COLLATE "C",
    "threadId" TEXT COLLATE "C",
    "requestId" TEXT COLLATE "C",
    environment TEXT COLLATE "C",
    "executionSource" TEXT COLLATE "C",
    "serviceName" TEXT COLLATE "C",
    tags JSONB,
    metadata JSONB,
    scope JSONB,
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
    "scoreId" TEXT COLLATE "C" NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    "scorerId" TEXT COLLATE "C" NOT NULL,
    "scorerName" TEXT COLLATE "C",
    "scorerVersion" TEXT COLLATE "C",
    "scoreSource" TEXT COLLATE "C",
    score NUMERIC NOT NULL,
    reason TEXT COLLATE "C",
    "scoreTraceId" TEXT COLLATE "C",
    "traceId" TEXT COLLATE "C",
    "spanId" TEXT COLLATE "C",
    "experimentId" TEXT COLLATE "C",
    "entityType" TEXT COLLATE "C",
    "entityId" TEXT COLLATE "C",
    "entityName" TEXT COLLATE "C",
    "entityVersionId" TEXT COLLATE "C",
    "parentEntityType" TEXT COLLATE "C",
    "parentEntityId" TEXT COLLATE "C",
    "parentEntityName" TEXT COLLATE "C",
    "parentEntityVersionId" TEXT COLLATE "C",
    "rootEntityType" TEXT COLLATE "C",
    "rootEntityId" TEXT COLLATE "C",
    "rootEntityName" TEXT COLLATE "C",
    "rootEntityVersionId" TEXT COLLATE "C",
    "userId" TEXT COLLATE "C",
    "organizationId" TEXT COLLATE "C",
    "resourceId" TEXT COLLATE "C",
    "runId" TEXT COLLATE "C",
    "sessionId" TEXT COLLATE "C",
    "threadId" TEXT COLLATE "C",
    "requestId" TEXT COLLATE "C",
    environment TEXT COLLATE "C",
    "executionSource" TEXT COLLATE "C",
    "serviceName" TEXT COLLATE "C",
    tags JSONB,
    metadata JSONB,
    scope JSONB,
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
    "feedbackId" TEXT COLLATE "C" NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    "feedbackSource" TEXT COLLATE "C" NOT NULL,
    "feedbackType" TEXT COLLATE "C" NOT NULL,
    "valueString" TEXT COLLATE "C",
    "valueNumber" NUMERIC,
    comment TEXT COLLATE "C",
    "feedbackUserId" TEXT COLLATE "C",
    "sourceId" TEXT COLLATE "C",
    "reviewStatus" TEXT COLLATE "C" NOT NULL,
    "traceId" TEXT COLLATE "C",
    "spanId" TEXT COLLATE "C",
    "experimentId" TEXT COLLATE "C",
    "entityType" TEXT COLLATE "C",
    "entityId" TEXT COLLATE "C",
    "entityName" TEXT COLLATE "C",
    "entityVersionId" TEXT COLLATE "C",
    "parentEntityType" TEXT COLLATE "C",
    "parentEntityId" TEXT COLLATE "C",
    "parentEntityName" TEXT COLLATE "C",
    "parentEntityVersionId" TEXT COLLATE "C",
    "rootEntityType" TEXT COLLATE "C",
    "rootEntityId" TEXT COLLATE "C",
    "rootEntityName" TEXT COLLATE "C",
    "rootEntityVersionId" TEXT COLLATE "C",
    "userId" TEXT COLLATE "C",
    "organizationId" TEXT COLLATE "C",
    "resourceId" TEXT COLLATE "C",
    "runId" TEXT COLLATE "C",
    "sessionId" TEXT COLLATE "C",
    "threadId" TEXT COLLATE "C",
    "requestId" TEXT COLLATE "C",
    environment TEXT COLLATE "C",
    "executionSource" TEXT COLLATE "C",
    "serviceName" TEXT COLLATE "C",
    tags JSONB,
    metadata JSONB,
    scope JSONB,
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
--     created_at, updated_at, started_at, ended_at, created_at, updated_at
INSERT INTO mastra_ai_spans ("traceId", "spanId", name, "spanType", "isEvent", "startedAt",
    "parentSpanId", "entityType", "entityId", "entityName", "parentEntityType", "parentEntityId",
    "parentEntityName", "rootEntityType", "rootEntityId", "rootEntityName", "userId",
    "organizationId", "resourceId", "runId", "sessionId", "threadId", "requestId", environment,
    "serviceName", scope, "entityVersionId", "parentEntityVersionId", "rootEntityVersionId",
    "experimentId", source, metadata, tags, attributes, links, input, output, error, "endedAt",
    "requestContext", "createdAt", "updatedAt", "startedAtZ", "endedAtZ", "createdAtZ",
    "updatedAtZ")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21, $22, $23, $24, $25, CAST($26::TEXT AS JSONB), $27, $28, $29, $30, $31,
    CAST($32::TEXT AS JSONB), CAST($33::TEXT AS JSONB), CAST($34::TEXT AS JSONB),
    CAST($35::TEXT AS JSONB), CAST($36::TEXT AS JSONB), CAST($37::TEXT AS JSONB),
    CAST($38::TEXT AS JSONB), $39, CAST($40::TEXT AS JSONB), $41, $42, $43, $44, $45, $46)
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
    "requestContext" = excluded."requestContext", "updatedAt" = excluded."updatedAt",
    "startedAtZ" = excluded."startedAtZ", "endedAtZ" = excluded."endedAtZ",
    "updatedAtZ" = excluded."updatedAtZ";

-- observability.lock_spans
-- When spans start and end, which nobody else changes until the transaction ends. They are
-- locked in one order for every caller, so that no two transactions wait for each other.
-- parameters: keys
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans."startedAt",
    mastra_ai_spans."endedAt"
FROM (
    SELECT anon_1.value ->> 0 AS trace_id, anon_1.value ->> 1 AS span_id
    FROM json_array_elements(CAST($1::TEXT AS JSON)) AS anon_1
) AS listed
JOIN mastra_ai_spans ON mastra_ai_spans."traceId" = listed.trace_id
  AND mastra_ai_spans."spanId" = listed.span_id
ORDER BY mastra_ai_spans."traceId" COLLATE "C", mastra_ai_spans."spanId" COLLATE "C"
FOR UPDATE OF mastra_ai_spans;

-- observability.change_span
-- Set some fields of a span that is locked.
-- parameters: output, ended_at, updated_at, ended_at, updated_at, trace, span
UPDATE mastra_ai_spans
SET output=CAST($1::TEXT AS JSONB), "endedAt"=$2, "updatedAt"=$3, "endedAtZ"=$4, "updatedAtZ"=$5
WHERE mastra_ai_spans."traceId" = $6
  AND mastra_ai_spans."spanId" = $7;

-- observability.change_span: started_at
-- parameters: started_at, updated_at, started_at, updated_at, trace, span
UPDATE mastra_ai_spans
SET "startedAt"=$1, "updatedAt"=$2, "startedAtZ"=$3, "updatedAtZ"=$4
WHERE mastra_ai_spans."traceId" = $5
  AND mastra_ai_spans."spanId" = $6;

-- observability.change_span: 1 shapes with several of these; their fingerprint:
-- c50048ee645df3b937fa6cdd48a0ecac8fc6040ce37d6565b217b30d596be03e

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = $1
  AND mastra_ai_spans."spanId" = ANY ($2);

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = $1
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId" COLLATE "C";

-- observability.get_trace: light
-- parameters: trace
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = $1
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId" COLLATE "C";

-- observability.get_root_span
-- The first of the spans of a trace that have no parent.
-- parameters: trace, 1
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = $1
  AND mastra_ai_spans."parentSpanId" IS NULL
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId" COLLATE "C"
LIMIT $2;

-- observability.get_branch
-- A span and its descendants in order. Each is found once, so that parents in a circle come
-- to an end; and among the spans of the trace, which are read once.
-- parameters: trace, span
WITH RECURSIVE family AS (
    SELECT mastra_ai_spans."spanId" AS "spanId", mastra_ai_spans."parentSpanId" AS "parentSpanId"
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."traceId" = $1
), branch("spanId") AS (
    SELECT family."spanId" AS "spanId"
    FROM family
    WHERE family."spanId" = $2 UNION
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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = $1
  AND mastra_ai_spans."spanId" IN (
    SELECT branch."spanId"
    FROM branch
)
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."spanId" COLLATE "C";

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
        mastra_ai_spans."startedAt", mastra_ai_spans."spanId" COLLATE "C") AS place
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."traceId" = ANY ($1)
) AS placed
WHERE placed.place = $2;

-- observability.delete_traces
-- Delete all spans of some traces.
-- parameters: traces
DELETE FROM mastra_ai_spans
WHERE mastra_ai_spans."traceId" = ANY ($1);

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- observability.list_spans: a later page
-- parameters: limit, offset
SELECT page."traceId", page."spanId", page.name, page."spanType", page."isEvent", page."startedAt",
    page."parentSpanId", page."entityType", page."entityId", page."entityName",
    page."parentEntityType", page."parentEntityId", page."parentEntityName", page."rootEntityType",
    page."rootEntityId", page."rootEntityName", page."userId", page."organizationId",
    page."resourceId", page."runId", page."sessionId", page."threadId", page."requestId",
    page.environment, page."serviceName", page.scope::TEXT AS scope, page."entityVersionId",
    page."parentEntityVersionId", page."rootEntityVersionId", page."experimentId", page.source,
    page.metadata::TEXT AS metadata, page.tags::TEXT AS tags, page.attributes::TEXT AS attributes,
    page.links::TEXT AS links, page.input::TEXT AS input, page.output::TEXT AS output,
    page.error::TEXT AS error, page."endedAt", page."requestContext"::TEXT AS "requestContext",
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
        mastra_ai_spans."requestContext" AS "requestContext", date_trunc('milliseconds',
        coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
        mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds',
        coalesce(timezone('UTC', mastra_ai_spans."updatedAtZ"),
        mastra_ai_spans."updatedAt")) AS "updatedAt"
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
    ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
        mastra_ai_spans."spanId" COLLATE "C" DESC
    LIMIT $1 OFFSET $2
) AS page ON true
ORDER BY page."startedAt" DESC, page."traceId" COLLATE "C" DESC, page."spanId" COLLATE "C" DESC;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY mastra_ai_spans."startedAt", mastra_ai_spans."traceId" COLLATE "C",
    mastra_ai_spans."spanId" COLLATE "C"
LIMIT $1 OFFSET $2;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY mastra_ai_spans."endedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY mastra_ai_spans."endedAt", mastra_ai_spans."traceId" COLLATE "C",
    mastra_ai_spans."spanId" COLLATE "C"
LIMIT $1 OFFSET $2;

-- observability.list_spans: previews
-- parameters: limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.input::TEXT AS input,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
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
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- observability.list_spans: of a trace
-- parameters: trace_id, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND mastra_ai_spans."traceId" = $1
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans."traceId" = $1
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- observability.list_spans: of a thread
-- parameters: thread_id, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND mastra_ai_spans."threadId" = $1
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans."threadId" = $1
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- observability.list_spans: of a user and an entity
-- parameters: entity_id, user_id, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND mastra_ai_spans."entityId" = $1
      AND mastra_ai_spans."userId" = $2
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans."entityId" = $1
  AND mastra_ai_spans."userId" = $2
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $3 OFFSET $4;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans.error IS NOT NULL
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans.error IS NULL
  AND mastra_ai_spans."endedAt" IS NULL
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans.error IS NULL
  AND mastra_ai_spans."endedAt" IS NOT NULL
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- observability.list_spans: started from a time
-- parameters: started_start, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND mastra_ai_spans."startedAt" >= $1
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans."startedAt" >= $1
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- observability.list_spans: started before a time
-- parameters: started_end, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND mastra_ai_spans."startedAt" < $1
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans."startedAt" < $1
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- observability.list_spans: ended in a range
-- parameters: ended_start, ended_end, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND mastra_ai_spans."endedAt" > $1
      AND mastra_ai_spans."endedAt" <= $2
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND mastra_ai_spans."endedAt" > $1
  AND mastra_ai_spans."endedAt" <= $2
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $3 OFFSET $4;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND (mastra_ai_spans.scope @> CAST($1::TEXT AS JSONB))
      AND NOT (EXISTS (
        SELECT 1
        FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
        WHERE (mastra_ai_spans.scope #> array((
            SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_1
        ))) IS DISTINCT FROM (listed.value -> 'value')
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND (mastra_ai_spans.scope @> CAST($1::TEXT AS JSONB))
  AND NOT (EXISTS (
    SELECT 1
    FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
    WHERE (mastra_ai_spans.scope #> array((
        SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_2
    ))) IS DISTINCT FROM (listed.value -> 'value')
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $3 OFFSET $4;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND (mastra_ai_spans.metadata @> CAST($1::TEXT AS JSONB))
      AND NOT (EXISTS (
        SELECT 1
        FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
        WHERE (mastra_ai_spans.metadata #> array((
            SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_1
        ))) IS DISTINCT FROM (listed.value -> 'value')
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND (mastra_ai_spans.metadata @> CAST($1::TEXT AS JSONB))
  AND NOT (EXISTS (
    SELECT 1
    FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
    WHERE (mastra_ai_spans.metadata #> array((
        SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_2
    ))) IS DISTINCT FROM (listed.value -> 'value')
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- observability.list_spans: with tags
-- parameters: with_tags, limit, offset
SELECT mastra_ai_spans."traceId", mastra_ai_spans."spanId", mastra_ai_spans.name,
    mastra_ai_spans."spanType", mastra_ai_spans."isEvent",
    mastra_ai_spans."startedAt" AS "startedAt", mastra_ai_spans."parentSpanId",
    mastra_ai_spans."entityType", mastra_ai_spans."entityId", mastra_ai_spans."entityName",
    mastra_ai_spans."parentEntityType", mastra_ai_spans."parentEntityId",
    mastra_ai_spans."parentEntityName", mastra_ai_spans."rootEntityType",
    mastra_ai_spans."rootEntityId", mastra_ai_spans."rootEntityName", mastra_ai_spans."userId",
    mastra_ai_spans."organizationId", mastra_ai_spans."resourceId", mastra_ai_spans."runId",
    mastra_ai_spans."sessionId", mastra_ai_spans."threadId", mastra_ai_spans."requestId",
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
    ))
      AND (mastra_ai_spans.tags @> CAST($1::TEXT AS JSONB))
) AS "total of all pages"
FROM mastra_ai_spans
WHERE mastra_ai_spans."parentSpanId" IS NULL
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS other
    WHERE other."traceId" = mastra_ai_spans."traceId"
      AND other."parentSpanId" IS NULL
      AND other."startedAt" <= mastra_ai_spans."startedAt"
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND (mastra_ai_spans.tags @> CAST($1::TEXT AS JSONB))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $2 OFFSET $3;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS child
    WHERE child."traceId" = mastra_ai_spans."traceId"
      AND child.error IS NOT NULL
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

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
    mastra_ai_spans.environment, mastra_ai_spans."serviceName", mastra_ai_spans.scope::TEXT AS scope,
    mastra_ai_spans."entityVersionId", mastra_ai_spans."parentEntityVersionId",
    mastra_ai_spans."rootEntityVersionId", mastra_ai_spans."experimentId", mastra_ai_spans.source,
    mastra_ai_spans.metadata::TEXT AS metadata, mastra_ai_spans.tags::TEXT AS tags,
    mastra_ai_spans.attributes::TEXT AS attributes, mastra_ai_spans.links::TEXT AS links,
    mastra_ai_spans.input::TEXT AS input, mastra_ai_spans.output::TEXT AS output,
    mastra_ai_spans.error::TEXT AS error, mastra_ai_spans."endedAt" AS "endedAt",
    mastra_ai_spans."requestContext"::TEXT AS "requestContext", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_ai_spans."createdAtZ"),
    mastra_ai_spans."createdAt")) AS "createdAt", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_ai_spans."updatedAtZ"), mastra_ai_spans."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
      AND NOT (EXISTS (
        SELECT 1
        FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId"
          AND other."parentSpanId" IS NULL
          AND other."startedAt" <= mastra_ai_spans."startedAt"
          AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
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
      AND (other."startedAt" < mastra_ai_spans."startedAt" OR (other."spanId" COLLATE "C") < (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS child
    WHERE child."traceId" = mastra_ai_spans."traceId"
      AND child.error IS NOT NULL
))
ORDER BY mastra_ai_spans."startedAt" DESC, mastra_ai_spans."traceId" COLLATE "C" DESC,
    mastra_ai_spans."spanId" COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- observability.list_spans: 109 shapes with several of these; their fingerprint:
-- 532d8e310ee16f7b0310f683bdff02e7f966984cc1219bcc2a52bc601479c9a3

-- observability.old_rows
-- The traces whose last span is the oldest before a moment; that span nobody else changes
-- until the transaction ends. A trace whose last span somebody holds is passed over.
-- parameters: before, limit
SELECT mastra_ai_spans."traceId", date_trunc('milliseconds', mastra_ai_spans."startedAt") AS at
FROM mastra_ai_spans
WHERE date_trunc('milliseconds', mastra_ai_spans."startedAt") < $1
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS later
    WHERE later."traceId" = mastra_ai_spans."traceId"
      AND (later."startedAt" > mastra_ai_spans."startedAt" OR later."startedAt" = mastra_ai_spans."startedAt" AND (later."spanId" COLLATE "C") > (mastra_ai_spans."spanId" COLLATE "C"))
))
ORDER BY date_trunc('milliseconds', mastra_ai_spans."startedAt")
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- observability.old_rows: later
-- parameters: before, since, limit
SELECT mastra_ai_spans."traceId", date_trunc('milliseconds', mastra_ai_spans."startedAt") AS at
FROM mastra_ai_spans
WHERE date_trunc('milliseconds', mastra_ai_spans."startedAt") < $1
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS later
    WHERE later."traceId" = mastra_ai_spans."traceId"
      AND (later."startedAt" > mastra_ai_spans."startedAt" OR later."startedAt" = mastra_ai_spans."startedAt" AND (later."spanId" COLLATE "C") > (mastra_ai_spans."spanId" COLLATE "C"))
))
  AND date_trunc('milliseconds', mastra_ai_spans."startedAt") >= $2
ORDER BY date_trunc('milliseconds', mastra_ai_spans."startedAt")
LIMIT $3
FOR UPDATE SKIP LOCKED;

-- observability.old_rows: logs
-- parameters: before, limit
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp AS at
FROM mastra_py_log_events
WHERE mastra_py_log_events.timestamp < $1
ORDER BY mastra_py_log_events.timestamp
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- observability.old_rows: metrics
-- parameters: before, limit
SELECT mastra_py_metric_events."metricId", mastra_py_metric_events.timestamp AS at
FROM mastra_py_metric_events
WHERE mastra_py_metric_events.timestamp < $1
ORDER BY mastra_py_metric_events.timestamp
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- observability.old_rows: scores
-- parameters: before, limit
SELECT mastra_py_score_events."scoreId", mastra_py_score_events.timestamp AS at
FROM mastra_py_score_events
WHERE mastra_py_score_events.timestamp < $1
ORDER BY mastra_py_score_events.timestamp
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- observability.old_rows: feedback
-- parameters: before, limit
SELECT mastra_py_feedback_events."feedbackId", mastra_py_feedback_events.timestamp AS at
FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events.timestamp < $1
ORDER BY mastra_py_feedback_events.timestamp
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- observability.old_rows: 4 shapes with several of these; their fingerprint:
-- 9e56ff7728686fa8b341d2ba100b9d4199bf56b7b17220984c6bfe234985913d

-- observability.count_old_rows
-- How many traces there are whose last span lies before a moment.
-- parameters: before
SELECT count(*) AS total
FROM mastra_ai_spans
WHERE date_trunc('milliseconds', mastra_ai_spans."startedAt") < $1
  AND NOT (EXISTS (
    SELECT 1
    FROM mastra_ai_spans AS later
    WHERE later."traceId" = mastra_ai_spans."traceId"
      AND (later."startedAt" > mastra_ai_spans."startedAt" OR later."startedAt" = mastra_ai_spans."startedAt" AND (later."spanId" COLLATE "C") > (mastra_ai_spans."spanId" COLLATE "C"))
));

-- observability.count_old_rows: logs
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_log_events
WHERE mastra_py_log_events.timestamp < $1;

-- observability.count_old_rows: metrics
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_metric_events
WHERE mastra_py_metric_events.timestamp < $1;

-- observability.count_old_rows: scores
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_score_events
WHERE mastra_py_score_events.timestamp < $1;

-- observability.count_old_rows: feedback
-- parameters: before
SELECT count(*) AS total
FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events.timestamp < $1;

-- observability.signals_there
-- The names of the signals whose tables are there, which their first uses make.
SELECT there.name
FROM (
    SELECT 'logs' AS name
    WHERE EXISTS (
        SELECT 1 AS found
        WHERE to_regclass('mastra_py_log_events') IS NOT NULL
    )
    UNION ALL
    SELECT 'metrics' AS name
    WHERE EXISTS (
        SELECT 1 AS found
        WHERE to_regclass('mastra_py_metric_events') IS NOT NULL
    )
    UNION ALL
    SELECT 'scores' AS name
    WHERE EXISTS (
        SELECT 1 AS found
        WHERE to_regclass('mastra_py_score_events') IS NOT NULL
    )
    UNION ALL
    SELECT 'feedback' AS name
    WHERE EXISTS (
        SELECT 1 AS found
        WHERE to_regclass('mastra_py_feedback_events') IS NOT NULL
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
VALUES ($1, $2, $3, $4, CAST($5::TEXT AS JSONB), $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
    $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, CAST($31::TEXT AS JSONB),
    CAST($32::TEXT AS JSONB), CAST($33::TEXT AS JSONB))
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
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CAST($9::TEXT AS JSONB), CAST($10::TEXT AS JSONB), $11, $12,
    $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31,
    $32, $33, $34, $35, CAST($36::TEXT AS JSONB), CAST($37::TEXT AS JSONB),
    CAST($38::TEXT AS JSONB))
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
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, CAST($35::TEXT AS JSONB),
    CAST($36::TEXT AS JSONB), CAST($37::TEXT AS JSONB))
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
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35,
    CAST($36::TEXT AS JSONB), CAST($37::TEXT AS JSONB), CAST($38::TEXT AS JSONB))
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
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope
FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" = $1;

-- observability.get_signal: metrics
-- parameters: key
SELECT mastra_py_metric_events."metricId", mastra_py_metric_events.timestamp,
    mastra_py_metric_events.name, mastra_py_metric_events.value, mastra_py_metric_events.provider,
    mastra_py_metric_events.model, mastra_py_metric_events."estimatedCost",
    mastra_py_metric_events."costUnit", mastra_py_metric_events.labels::TEXT AS labels,
    mastra_py_metric_events."costMetadata"::TEXT AS "costMetadata",
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
    mastra_py_metric_events."serviceName", mastra_py_metric_events.tags::TEXT AS tags,
    mastra_py_metric_events.metadata::TEXT AS metadata, mastra_py_metric_events.scope::TEXT AS scope
FROM mastra_py_metric_events
WHERE mastra_py_metric_events."metricId" = $1;

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
    mastra_py_score_events.tags::TEXT AS tags, mastra_py_score_events.metadata::TEXT AS metadata,
    mastra_py_score_events.scope::TEXT AS scope
FROM mastra_py_score_events
WHERE mastra_py_score_events."scoreId" = $1;

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
    mastra_py_feedback_events."serviceName", mastra_py_feedback_events.tags::TEXT AS tags,
    mastra_py_feedback_events.metadata::TEXT AS metadata,
    mastra_py_feedback_events.scope::TEXT AS scope
FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events."feedbackId" = $1;

-- observability.list_signals
-- A page, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
) AS "total of all pages"
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT $1 OFFSET $2;

-- observability.list_signals: earliest first
-- parameters: limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
) AS "total of all pages"
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp, mastra_py_log_events."logId"
LIMIT $1 OFFSET $2;

-- observability.list_signals: a later page
-- parameters: limit, offset
SELECT page."logId", page.timestamp, page.level, page.message, page.data::TEXT AS data,
    page."traceId", page."spanId", page."experimentId", page."entityType", page."entityId",
    page."entityName", page."entityVersionId", page."parentEntityType", page."parentEntityId",
    page."parentEntityName", page."parentEntityVersionId", page."rootEntityType",
    page."rootEntityId", page."rootEntityName", page."rootEntityVersionId", page."userId",
    page."organizationId", page."resourceId", page."runId", page."sessionId", page."threadId",
    page."requestId", page.environment, page."executionSource", page."serviceName",
    page.tags::TEXT AS tags, page.metadata::TEXT AS metadata, page.scope::TEXT AS scope,
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
    LIMIT $1 OFFSET $2
) AS page ON true
ORDER BY page.timestamp DESC, page."logId" DESC;

-- observability.list_signals: without total
-- parameters: limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT $1 OFFSET $2;

-- observability.list_signals: everything
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope
FROM mastra_py_log_events
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC;

-- observability.list_signals: between two times
-- parameters: start, end, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_py_log_events.timestamp >= $1
      AND mastra_py_log_events.timestamp <= $2
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_py_log_events.timestamp >= $1
  AND mastra_py_log_events.timestamp <= $2
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT $3 OFFSET $4;

-- observability.list_signals: of a trace
-- parameters: trace_id, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_py_log_events."traceId" = $1
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" = $1
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT $2 OFFSET $3;

-- observability.list_signals: of some traces
-- parameters: trace_id, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_py_log_events."traceId" = ANY ($1)
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" = ANY ($1)
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT $2 OFFSET $3;

-- observability.list_signals: with tags
-- parameters: tags, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE mastra_py_log_events.tags @> CAST($1::TEXT AS JSONB)
) AS "total of all pages"
FROM mastra_py_log_events
WHERE mastra_py_log_events.tags @> CAST($1::TEXT AS JSONB)
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT $2 OFFSET $3;

-- observability.list_signals: filtered by metadata
-- parameters: metadata, metadata, limit, offset
SELECT mastra_py_log_events."logId", mastra_py_log_events.timestamp, mastra_py_log_events.level,
    mastra_py_log_events.message, mastra_py_log_events.data::TEXT AS data,
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
    mastra_py_log_events.tags::TEXT AS tags, mastra_py_log_events.metadata::TEXT AS metadata,
    mastra_py_log_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_log_events
    WHERE (mastra_py_log_events.metadata @> CAST($1::TEXT AS JSONB))
      AND NOT (EXISTS (
        SELECT 1
        FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
        WHERE (mastra_py_log_events.metadata #> array((
            SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_1
        ))) IS DISTINCT FROM (listed.value -> 'value')
    ))
) AS "total of all pages"
FROM mastra_py_log_events
WHERE (mastra_py_log_events.metadata @> CAST($1::TEXT AS JSONB))
  AND NOT (EXISTS (
    SELECT 1
    FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
    WHERE (mastra_py_log_events.metadata #> array((
        SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_2
    ))) IS DISTINCT FROM (listed.value -> 'value')
))
ORDER BY mastra_py_log_events.timestamp DESC, mastra_py_log_events."logId" DESC
LIMIT $3 OFFSET $4;

-- observability.list_signals: metrics
-- parameters: limit, offset
SELECT mastra_py_metric_events."metricId", mastra_py_metric_events.timestamp,
    mastra_py_metric_events.name, mastra_py_metric_events.value, mastra_py_metric_events.provider,
    mastra_py_metric_events.model, mastra_py_metric_events."estimatedCost",
    mastra_py_metric_events."costUnit", mastra_py_metric_events.labels::TEXT AS labels,
    mastra_py_metric_events."costMetadata"::TEXT AS "costMetadata",
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
    mastra_py_metric_events."serviceName", mastra_py_metric_events.tags::TEXT AS tags,
    mastra_py_metric_events.metadata::TEXT AS metadata, mastra_py_metric_events.scope::TEXT AS scope,
    (
    SELECT count(*) AS count_1
    FROM mastra_py_metric_events
) AS "total of all pages"
FROM mastra_py_metric_events
ORDER BY mastra_py_metric_events.timestamp DESC, mastra_py_metric_events."metricId" DESC
LIMIT $1 OFFSET $2;

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
    mastra_py_score_events.tags::TEXT AS tags, mastra_py_score_events.metadata::TEXT AS metadata,
    mastra_py_score_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_score_events
) AS "total of all pages"
FROM mastra_py_score_events
ORDER BY mastra_py_score_events.timestamp DESC, mastra_py_score_events."scoreId" DESC
LIMIT $1 OFFSET $2;

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
    mastra_py_feedback_events."serviceName", mastra_py_feedback_events.tags::TEXT AS tags,
    mastra_py_feedback_events.metadata::TEXT AS metadata,
    mastra_py_feedback_events.scope::TEXT AS scope, (
    SELECT count(*) AS count_1
    FROM mastra_py_feedback_events
) AS "total of all pages"
FROM mastra_py_feedback_events
ORDER BY mastra_py_feedback_events.timestamp DESC, mastra_py_feedback_events."feedbackId" DESC
LIMIT $1 OFFSET $2;

-- observability.list_signals: 50 shapes with several of these; their fingerprint:
-- e2f64f22fb4655b4ceb657dc1577e4e51b06663b778614895273747bf3e67036

-- observability.delete_signals
-- Delete records of some keys, and of a tenant where one is named; return their keys.
-- parameters: keys
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" = ANY ($1)
RETURNING mastra_py_log_events."logId";

-- observability.delete_signals: of an organization
-- parameters: keys, organization_id
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" = ANY ($1)
  AND mastra_py_log_events."organizationId" = $2
RETURNING mastra_py_log_events."logId";

-- observability.delete_signals: of a resource
-- parameters: keys, resource_id
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."logId" = ANY ($1)
  AND mastra_py_log_events."resourceId" = $2
RETURNING mastra_py_log_events."logId";

-- observability.delete_signals: metrics
-- parameters: keys
DELETE FROM mastra_py_metric_events
WHERE mastra_py_metric_events."metricId" = ANY ($1)
RETURNING mastra_py_metric_events."metricId";

-- observability.delete_signals: scores
-- parameters: keys
DELETE FROM mastra_py_score_events
WHERE mastra_py_score_events."scoreId" = ANY ($1)
RETURNING mastra_py_score_events."scoreId";

-- observability.delete_signals: feedback
-- parameters: keys
DELETE FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events."feedbackId" = ANY ($1)
RETURNING mastra_py_feedback_events."feedbackId";

-- observability.delete_signals: 6 shapes with several of these; their fingerprint:
-- 431d872999c0e222145581d1efb331ea269ed62724f3a2c19023f36229a071ef

-- observability.drop_signals
-- Delete what names some traces. Where a tenant is named, what is of another one stays, and
-- what is of nobody goes only with a trace that was deleted.
-- parameters: traces
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" = ANY ($1);

-- observability.drop_signals: of an organization
-- parameters: traces, organization_id, deleted
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" = ANY ($1)
  AND (mastra_py_log_events."organizationId" = $2 OR mastra_py_log_events."organizationId" IS NULL AND mastra_py_log_events."traceId" = ANY ($3));

-- observability.drop_signals: of a resource
-- parameters: traces, resource_id, deleted
DELETE FROM mastra_py_log_events
WHERE mastra_py_log_events."traceId" = ANY ($1)
  AND (mastra_py_log_events."resourceId" = $2 OR mastra_py_log_events."resourceId" IS NULL AND mastra_py_log_events."traceId" = ANY ($3));

-- observability.drop_signals: metrics
-- parameters: traces
DELETE FROM mastra_py_metric_events
WHERE mastra_py_metric_events."traceId" = ANY ($1);

-- observability.drop_signals: scores
-- parameters: traces
DELETE FROM mastra_py_score_events
WHERE mastra_py_score_events."traceId" = ANY ($1);

-- observability.drop_signals: feedback
-- parameters: traces
DELETE FROM mastra_py_feedback_events
WHERE mastra_py_feedback_events."traceId" = ANY ($1);

-- observability.drop_signals: 6 shapes with several of these; their fingerprint:
-- 9da899d97e97db9903908382fbf91f1bdfd63d79eb52167a4677292d3424b89e

-- observability.review_feedback
-- Set whether somebody has looked at feedback, and return it.
-- parameters: status, key
UPDATE mastra_py_feedback_events
SET "reviewStatus"=$1
WHERE mastra_py_feedback_events."feedbackId" = $2
RETURNING mastra_py_feedback_events."feedbackId", mastra_py_feedback_events.timestamp,
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
    mastra_py_feedback_events."serviceName", mastra_py_feedback_events.tags::TEXT AS tags,
    mastra_py_feedback_events.metadata::TEXT AS metadata,
    mastra_py_feedback_events.scope::TEXT AS scope;

-- observability.aggregate
-- A number, or one for each group: of words, labels, and intervals of time.
-- parameters: name
SELECT CAST(sum(measured.number) AS DOUBLE PRECISION) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $1
) AS measured;

-- observability.aggregate: for each interval
-- parameters: interval, name
SELECT measured.bucket, CAST(sum(measured.number) AS DOUBLE PRECISION) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT CAST(floor(EXTRACT(epoch FROM mastra_py_metric_events.timestamp)) AS BIGINT) - (CAST(floor(EXTRACT(epoch FROM mastra_py_metric_events.timestamp)) AS BIGINT) % $1 + $1) % $1 AS bucket,
        mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $2
) AS measured GROUP BY measured.bucket
ORDER BY measured.bucket ASC NULLS FIRST;

-- observability.aggregate: for groups in each interval
-- parameters: label_1, interval, name
SELECT measured.group_0, measured.group_1, measured.bucket,
    CAST(sum(measured.number) AS DOUBLE PRECISION) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.model AS group_0,
        (mastra_py_metric_events.labels ->> CAST($1 AS TEXT)) COLLATE "C" AS group_1,
        CAST(floor(EXTRACT(epoch FROM mastra_py_metric_events.timestamp)) AS BIGINT) - (CAST(floor(EXTRACT(epoch FROM mastra_py_metric_events.timestamp)) AS BIGINT) % $2 + $2) % $2 AS bucket,
        mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $3
) AS measured GROUP BY measured.group_0, measured.group_1, measured.bucket
ORDER BY measured.group_0 ASC NULLS FIRST, measured.group_1 ASC NULLS FIRST,
    measured.bucket ASC NULLS FIRST;

-- observability.aggregate: for groups by value
-- parameters: label_1, name
SELECT measured.group_0, measured.group_1, CAST(sum(measured.number) AS DOUBLE PRECISION) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.model AS group_0,
        (mastra_py_metric_events.labels ->> CAST($1 AS TEXT)) COLLATE "C" AS group_1,
        mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $2
) AS measured GROUP BY measured.group_0, measured.group_1
ORDER BY value DESC, measured.group_0 ASC NULLS FIRST, measured.group_1 ASC NULLS FIRST;

-- observability.aggregate: for the first groups
-- parameters: label_1, name, limit
SELECT measured.group_0, measured.group_1, CAST(sum(measured.number) AS DOUBLE PRECISION) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.model AS group_0,
        (mastra_py_metric_events.labels ->> CAST($1 AS TEXT)) COLLATE "C" AS group_1,
        mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $2
) AS measured GROUP BY measured.group_0, measured.group_1
ORDER BY value ASC, measured.group_0 ASC NULLS FIRST, measured.group_1 ASC NULLS FIRST
LIMIT $3;

-- observability.aggregate: avg
-- parameters: name
SELECT CAST(sum(measured.number) AS DOUBLE PRECISION) / count(*) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $1
) AS measured;

-- observability.aggregate: min
-- parameters: name
SELECT min(measured.number) AS value, CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $1
) AS measured;

-- observability.aggregate: max
-- parameters: name
SELECT max(measured.number) AS value, CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $1
) AS measured;

-- observability.aggregate: count
-- parameters: name
SELECT count(*) AS value, CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost,
    min(measured.unit) AS lowest_unit, max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $1
) AS measured;

-- observability.aggregate: count_distinct
-- parameters: name
SELECT count(DISTINCT measured.counted) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events.model AS counted,
        mastra_py_metric_events."estimatedCost" AS cost, mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $1
) AS measured;

-- observability.aggregate: last
-- parameters: name
SELECT max(CASE WHEN (in_turn.turn = 1) THEN in_turn.number END) AS value,
    CAST(sum(in_turn.cost) AS DOUBLE PRECISION) AS cost, min(in_turn.unit) AS lowest_unit,
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
        WHERE mastra_py_metric_events.name = $1
    ) AS measured
) AS in_turn;

-- observability.aggregate: between two times
-- parameters: start, end, name
SELECT CAST(sum(measured.number) AS DOUBLE PRECISION) AS value,
    CAST(sum(measured.cost) AS DOUBLE PRECISION) AS cost, min(measured.unit) AS lowest_unit,
    max(measured.unit) AS highest_unit
FROM (
    SELECT mastra_py_metric_events.value AS number, mastra_py_metric_events."estimatedCost" AS cost,
        mastra_py_metric_events."costUnit" AS unit
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.timestamp >= $1
      AND mastra_py_metric_events.timestamp <= $2
      AND mastra_py_metric_events.name = $3
) AS measured;

-- observability.aggregate: scores
-- parameters: scorer_id
SELECT CAST(sum(measured.number) AS DOUBLE PRECISION) / count(*) AS value
FROM (
    SELECT mastra_py_score_events.score AS number
    FROM mastra_py_score_events
    WHERE mastra_py_score_events."scorerId" = $1
) AS measured;

-- observability.aggregate: feedback
-- parameters: feedback_type
SELECT CAST(sum(measured.number) AS DOUBLE PRECISION) / count(*) AS value
FROM (
    SELECT mastra_py_feedback_events."valueNumber" AS number
    FROM mastra_py_feedback_events
    WHERE mastra_py_feedback_events."feedbackType" = $1
      AND mastra_py_feedback_events."valueNumber" IS NOT NULL
) AS measured;

-- observability.aggregate: 24 shapes with several of these; their fingerprint:
-- df20b88b00eaa3923dd485a4a12bdbb9b46be7805a14dd235bddf20bf99b3642

-- observability.percentiles
-- The number at a place, among those of an interval in their order, for each percentile.
-- parameters: shares, interval, name
SELECT CAST(listed.share AS BIGINT) AS share, ranked.bucket, ranked.value
FROM (
    SELECT anon_1.value ->> 0 AS share
    FROM json_array_elements(CAST($1::TEXT AS JSON)) AS anon_1
) AS listed
JOIN (
    SELECT measured.bucket AS bucket, measured.value AS value,
        row_number() OVER (PARTITION BY measured.bucket ORDER BY measured.value) - 1 AS place,
        count(*) OVER (PARTITION BY measured.bucket) AS many
    FROM (
        SELECT CAST(floor(EXTRACT(epoch FROM mastra_py_metric_events.timestamp)) AS BIGINT) - (CAST(floor(EXTRACT(epoch FROM mastra_py_metric_events.timestamp)) AS BIGINT) % $2 + $2) % $2 AS bucket,
            mastra_py_metric_events.value AS value
        FROM mastra_py_metric_events
        WHERE mastra_py_metric_events.name = $3
    ) AS measured
) AS ranked ON ranked.place = CASE WHEN ((CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 < ranked.many) THEN (CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 ELSE ranked.many - 1 END
ORDER BY share, ranked.bucket;

-- observability.percentiles: scores
-- parameters: shares, interval, scorer_id
SELECT CAST(listed.share AS BIGINT) AS share, ranked.bucket, ranked.value
FROM (
    SELECT anon_1.value ->> 0 AS share
    FROM json_array_elements(CAST($1::TEXT AS JSON)) AS anon_1
) AS listed
JOIN (
    SELECT measured.bucket AS bucket, measured.value AS value,
        row_number() OVER (PARTITION BY measured.bucket ORDER BY measured.value) - 1 AS place,
        count(*) OVER (PARTITION BY measured.bucket) AS many
    FROM (
        SELECT CAST(floor(EXTRACT(epoch FROM mastra_py_score_events.timestamp)) AS BIGINT) - (CAST(floor(EXTRACT(epoch FROM mastra_py_score_events.timestamp)) AS BIGINT) % $2 + $2) % $2 AS bucket,
            mastra_py_score_events.score AS value
        FROM mastra_py_score_events
        WHERE mastra_py_score_events."scorerId" = $3
    ) AS measured
) AS ranked ON ranked.place = CASE WHEN ((CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 < ranked.many) THEN (CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 ELSE ranked.many - 1 END
ORDER BY share, ranked.bucket;

-- observability.percentiles: feedback
-- parameters: shares, interval, feedback_type
SELECT CAST(listed.share AS BIGINT) AS share, ranked.bucket, ranked.value
FROM (
    SELECT anon_1.value ->> 0 AS share
    FROM json_array_elements(CAST($1::TEXT AS JSON)) AS anon_1
) AS listed
JOIN (
    SELECT measured.bucket AS bucket, measured.value AS value,
        row_number() OVER (PARTITION BY measured.bucket ORDER BY measured.value) - 1 AS place,
        count(*) OVER (PARTITION BY measured.bucket) AS many
    FROM (
        SELECT CAST(floor(EXTRACT(epoch FROM mastra_py_feedback_events.timestamp)) AS BIGINT) - (CAST(floor(EXTRACT(epoch FROM mastra_py_feedback_events.timestamp)) AS BIGINT) % $2 + $2) % $2 AS bucket,
            mastra_py_feedback_events."valueNumber" AS value
        FROM mastra_py_feedback_events
        WHERE mastra_py_feedback_events."feedbackType" = $3
          AND mastra_py_feedback_events."valueNumber" IS NOT NULL
    ) AS measured
) AS ranked ON ranked.place = CASE WHEN ((CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 < ranked.many) THEN (CAST(listed.share AS BIGINT) * ranked.many) / 1000000000 ELSE ranked.many - 1 END
ORDER BY share, ranked.bucket;

-- observability.metric_names
-- The names of metrics in their order, found one after the other in an index: as often as
-- there are names, not as there are observations.
-- parameters: prefix
WITH RECURSIVE walk(name) AS (
    SELECT min(mastra_py_metric_events.name) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name >= $1
    UNION ALL
    SELECT (
        SELECT min(mastra_py_metric_events.name) AS min_1
        FROM mastra_py_metric_events
        WHERE mastra_py_metric_events.name > walk.name
    ) AS anon_1
    FROM walk
    WHERE substr(walk.name, 1, length($1)) = $1
)
SELECT walk.name
FROM walk
WHERE substr(walk.name, 1, length($1)) = $1
ORDER BY walk.name;

-- observability.metric_names: the first
-- parameters: prefix, limit
WITH RECURSIVE walk(name) AS (
    SELECT min(mastra_py_metric_events.name) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name >= $1
    UNION ALL
    SELECT (
        SELECT min(mastra_py_metric_events.name) AS min_1
        FROM mastra_py_metric_events
        WHERE mastra_py_metric_events.name > walk.name
    ) AS anon_1
    FROM walk
    WHERE substr(walk.name, 1, length($1)) = $1
)
SELECT walk.name
FROM walk
WHERE substr(walk.name, 1, length($1)) = $1
ORDER BY walk.name
LIMIT $2;

-- observability.label_keys
-- The names of the labels of a metric.
-- parameters: metric
SELECT DISTINCT member AS name
FROM mastra_py_metric_events
JOIN jsonb_object_keys(mastra_py_metric_events.labels) AS member ON true
WHERE mastra_py_metric_events.name = $1;

-- observability.label_values
-- The values of a label of a metric in their order.
-- parameters: label, metric, prefix
SELECT labelled.name
FROM (
    SELECT DISTINCT mastra_py_metric_events.labels ->> CAST($1 AS TEXT) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $2
) AS labelled
WHERE labelled.name IS NOT NULL
  AND substr(labelled.name, 1, length($3)) = $3
ORDER BY labelled.name COLLATE "C";

-- observability.label_values: the first
-- parameters: label, metric, prefix, limit
SELECT labelled.name
FROM (
    SELECT DISTINCT mastra_py_metric_events.labels ->> CAST($1 AS TEXT) AS name
    FROM mastra_py_metric_events
    WHERE mastra_py_metric_events.name = $2
) AS labelled
WHERE labelled.name IS NOT NULL
  AND substr(labelled.name, 1, length($3)) = $3
ORDER BY labelled.name COLLATE "C"
LIMIT $4;

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
WHERE mastra_py_log_events."entityType" = $1;

-- observability.different: tags
SELECT DISTINCT item AS name
FROM mastra_py_log_events
JOIN jsonb_array_elements_text(CASE WHEN (jsonb_typeof(mastra_py_log_events.tags) = 'array') THEN mastra_py_log_events.tags ELSE '[]'::jsonb END) AS item ON true;

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
-- 5835e9b8ab84922f2cf09a494a6b1feb410f0b0a77425408dd7e6aed505b3cb2
