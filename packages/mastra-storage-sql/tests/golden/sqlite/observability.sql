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
    SELECT count(DISTINCT mastra_ai_spans."traceId") AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
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
        SELECT count(DISTINCT mastra_ai_spans."traceId") AS count_1
        FROM mastra_ai_spans
        WHERE mastra_ai_spans."parentSpanId" IS NULL
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
    SELECT count(DISTINCT mastra_ai_spans."traceId") AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
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
    SELECT count(DISTINCT mastra_ai_spans."traceId") AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
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
    SELECT count(DISTINCT mastra_ai_spans."traceId") AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
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
    SELECT count(DISTINCT mastra_ai_spans."traceId") AS count_1
    FROM mastra_ai_spans
    WHERE mastra_ai_spans."parentSpanId" IS NULL
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
-- de5c5ee09f29bf655ed1a60c7bcb6625470441a5c6337582e51466d5c008980c

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
