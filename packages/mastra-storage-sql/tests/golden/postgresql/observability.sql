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
-- a1bb63ca3444c228e6baff6cdcffdd40cc85a5f40f6e09c74b81a21af9beb1f1

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
