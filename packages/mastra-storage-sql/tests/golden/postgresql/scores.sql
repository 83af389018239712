-- The scores domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_scorers (
    id TEXT NOT NULL,
    "scorerId" TEXT NOT NULL,
    "traceId" TEXT,
    "spanId" TEXT,
    "runId" TEXT NOT NULL,
    scorer JSONB NOT NULL,
    "preprocessStepResult" JSONB,
    "extractStepResult" JSONB,
    "analyzeStepResult" JSONB,
    score DOUBLE PRECISION NOT NULL,
    reason TEXT,
    metadata JSONB,
    "preprocessPrompt" TEXT,
    "extractPrompt" TEXT,
    "generateScorePrompt" TEXT,
    "generateReasonPrompt" TEXT,
    "analyzePrompt" TEXT,
    "reasonPrompt" TEXT,
    input JSONB NOT NULL,
    output JSONB NOT NULL,
    "additionalContext" JSONB,
    "requestContext" JSONB,
    "entityType" TEXT,
    entity JSONB,
    "entityId" TEXT,
    source TEXT NOT NULL,
    "resourceId" TEXT,
    "threadId" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    "batchId" TEXT,
    "datasetId" TEXT,
    "datasetItemId" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS mastra_scores_trace_id_span_id_created_at_idx ON mastra_scorers ("traceId",
    "spanId", "createdAt" DESC);

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_scorers_scorer_created_idx ON mastra_scorers ("scorerId",
    "createdAt", (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_scorers_scorer_entity_created_idx ON mastra_scorers ("scorerId",
    "entityId", "createdAt");
CREATE INDEX IF NOT EXISTS mastra_py_scorers_run_created_idx ON mastra_scorers ("runId", "createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_scorers_entity_created_idx ON mastra_scorers ("entityId",
    "createdAt", (id COLLATE "C"));

-- Indexes of ours that the first `prune` of a table makes.
CREATE INDEX IF NOT EXISTS mastra_py_scorers_created_idx ON mastra_scorers (date_trunc('milliseconds',
    "createdAt"));

-- scores.save_score
-- Insert, or replace all but the first time; return that time.
-- parameters: id, scorer_id, trace_id, span_id, run_id, scorer, preprocess_step_result,
--     extract_step_result, analyze_step_result, score, reason, metadata, preprocess_prompt,
--     extract_prompt, generate_score_prompt, generate_reason_prompt, analyze_prompt, reason_prompt,
--     input, output, additional_context, request_context, entity_type, entity, entity_id, source,
--     resource_id, thread_id, organization_id, project_id, batch_id, dataset_id, dataset_item_id,
--     created_at, updated_at, created_at, updated_at
INSERT INTO mastra_scorers (id, "scorerId", "traceId", "spanId", "runId", scorer,
    "preprocessStepResult", "extractStepResult", "analyzeStepResult", score, reason, metadata,
    "preprocessPrompt", "extractPrompt", "generateScorePrompt", "generateReasonPrompt",
    "analyzePrompt", "reasonPrompt", input, output, "additionalContext", "requestContext",
    "entityType", entity, "entityId", source, "resourceId", "threadId", "organizationId",
    "projectId", "batchId", "datasetId", "datasetItemId", "createdAt", "updatedAt", "createdAtZ",
    "updatedAtZ")
VALUES ($1, $2, $3, $4, $5, CAST($6::TEXT AS JSONB), CAST($7::TEXT AS JSONB),
    CAST($8::TEXT AS JSONB), CAST($9::TEXT AS JSONB), $10, $11, CAST($12::TEXT AS JSONB), $13, $14,
    $15, $16, $17, $18, coalesce(CAST($19::TEXT AS JSONB), CAST('null' AS JSONB)),
    coalesce(CAST($20::TEXT AS JSONB), CAST('null' AS JSONB)), CAST($21::TEXT AS JSONB),
    CAST($22::TEXT AS JSONB), $23, CAST($24::TEXT AS JSONB), $25, $26, $27, $28, $29, $30, $31, $32,
    $33, $34, $35, $36, $37)
ON CONFLICT (id)
DO UPDATE
SET "scorerId" = excluded."scorerId", "traceId" = excluded."traceId", "spanId" = excluded."spanId",
    "runId" = excluded."runId", scorer = excluded.scorer,
    "preprocessStepResult" = excluded."preprocessStepResult",
    "extractStepResult" = excluded."extractStepResult",
    "analyzeStepResult" = excluded."analyzeStepResult", score = excluded.score,
    reason = excluded.reason, metadata = excluded.metadata,
    "preprocessPrompt" = excluded."preprocessPrompt", "extractPrompt" = excluded."extractPrompt",
    "generateScorePrompt" = excluded."generateScorePrompt",
    "generateReasonPrompt" = excluded."generateReasonPrompt",
    "analyzePrompt" = excluded."analyzePrompt", "reasonPrompt" = excluded."reasonPrompt",
    input = excluded.input, output = excluded.output,
    "additionalContext" = excluded."additionalContext", "requestContext" = excluded."requestContext",
    "entityType" = excluded."entityType", entity = excluded.entity, "entityId" = excluded."entityId",
    source = excluded.source, "resourceId" = excluded."resourceId", "threadId" = excluded."threadId",
    "organizationId" = excluded."organizationId", "projectId" = excluded."projectId",
    "batchId" = excluded."batchId", "datasetId" = excluded."datasetId",
    "datasetItemId" = excluded."datasetItemId", "updatedAt" = excluded."updatedAt",
    "updatedAtZ" = excluded."updatedAtZ"
RETURNING mastra_scorers."createdAt" AS "createdAt";

-- scores.get_score
-- A score by id.
-- parameters: score_id
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt"
FROM mastra_scorers
WHERE mastra_scorers.id = $1;

-- scores.list_scores
-- A page in the total order, with its total where wanted.
-- parameters: scorer_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_scores: a later page
-- parameters: scorer_id, limit, offset
SELECT page.id, page."scorerId", page."traceId", page."spanId", page."runId",
    page.scorer::TEXT AS scorer, page."preprocessStepResult"::TEXT AS "preprocessStepResult",
    page."extractStepResult"::TEXT AS "extractStepResult",
    page."analyzeStepResult"::TEXT AS "analyzeStepResult", page.score, page.reason,
    page.metadata::TEXT AS metadata, page."preprocessPrompt", page."extractPrompt",
    page."generateScorePrompt", page."generateReasonPrompt", page."analyzePrompt",
    page."reasonPrompt", page.input::TEXT AS input, page.output::TEXT AS output,
    page."additionalContext"::TEXT AS "additionalContext",
    page."requestContext"::TEXT AS "requestContext", page."entityType", page.entity::TEXT AS entity,
    page."entityId", page.source, page."resourceId", page."threadId", page."organizationId",
    page."projectId", page."batchId", page."datasetId", page."datasetItemId", page."createdAt",
    page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_scorers
        WHERE mastra_scorers."scorerId" = $1
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_scorers.id AS id, mastra_scorers."scorerId" AS "scorerId",
        mastra_scorers."traceId" AS "traceId", mastra_scorers."spanId" AS "spanId",
        mastra_scorers."runId" AS "runId", mastra_scorers.scorer AS scorer,
        mastra_scorers."preprocessStepResult" AS "preprocessStepResult",
        mastra_scorers."extractStepResult" AS "extractStepResult",
        mastra_scorers."analyzeStepResult" AS "analyzeStepResult", mastra_scorers.score AS score,
        mastra_scorers.reason AS reason, mastra_scorers.metadata AS metadata,
        mastra_scorers."preprocessPrompt" AS "preprocessPrompt",
        mastra_scorers."extractPrompt" AS "extractPrompt",
        mastra_scorers."generateScorePrompt" AS "generateScorePrompt",
        mastra_scorers."generateReasonPrompt" AS "generateReasonPrompt",
        mastra_scorers."analyzePrompt" AS "analyzePrompt",
        mastra_scorers."reasonPrompt" AS "reasonPrompt", mastra_scorers.input AS input,
        mastra_scorers.output AS output, mastra_scorers."additionalContext" AS "additionalContext",
        mastra_scorers."requestContext" AS "requestContext",
        mastra_scorers."entityType" AS "entityType", mastra_scorers.entity AS entity,
        mastra_scorers."entityId" AS "entityId", mastra_scorers.source AS source,
        mastra_scorers."resourceId" AS "resourceId", mastra_scorers."threadId" AS "threadId",
        mastra_scorers."organizationId" AS "organizationId",
        mastra_scorers."projectId" AS "projectId", mastra_scorers."batchId" AS "batchId",
        mastra_scorers."datasetId" AS "datasetId", mastra_scorers."datasetItemId" AS "datasetItemId",
        mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt"
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
    ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page."createdAt" DESC, page.id COLLATE "C" DESC;

-- scores.list_scores: without total
-- parameters: scorer_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_scores: everything
-- parameters: scorer_id
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC;

-- scores.list_scores: oldest first
-- parameters: scorer_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
ORDER BY mastra_scorers."createdAt", mastra_scorers.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- scores.list_scores: of one project
-- parameters: scorer_id, project_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
      AND mastra_scorers."projectId" = $2
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
  AND mastra_scorers."projectId" = $2
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_scores: of one organization
-- parameters: scorer_id, organization_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
      AND mastra_scorers."organizationId" = $2
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
  AND mastra_scorers."organizationId" = $2
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_scores: of one source
-- parameters: scorer_id, source, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
      AND mastra_scorers.source = $2
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
  AND mastra_scorers.source = $2
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_scores: of one entity_type
-- parameters: scorer_id, entity_type, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
      AND mastra_scorers."entityType" = $2
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
  AND mastra_scorers."entityType" = $2
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_scores: of one entity
-- parameters: scorer_id, entity_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = $1
      AND mastra_scorers."entityId" = $2
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = $1
  AND mastra_scorers."entityId" = $2
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_scores: of a run
-- parameters: run_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."runId" = $1
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."runId" = $1
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_scores: of an entity
-- parameters: entity_id, entity_type, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."entityId" = $1
      AND mastra_scorers."entityType" = $2
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."entityId" = $1
  AND mastra_scorers."entityType" = $2
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_scores: of a span
-- parameters: trace_id, span_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId", mastra_scorers.scorer::TEXT AS scorer,
    mastra_scorers."preprocessStepResult"::TEXT AS "preprocessStepResult",
    mastra_scorers."extractStepResult"::TEXT AS "extractStepResult",
    mastra_scorers."analyzeStepResult"::TEXT AS "analyzeStepResult", mastra_scorers.score,
    mastra_scorers.reason, mastra_scorers.metadata::TEXT AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    mastra_scorers.input::TEXT AS input, mastra_scorers.output::TEXT AS output,
    mastra_scorers."additionalContext"::TEXT AS "additionalContext",
    mastra_scorers."requestContext"::TEXT AS "requestContext", mastra_scorers."entityType",
    mastra_scorers.entity::TEXT AS entity, mastra_scorers."entityId", mastra_scorers.source,
    mastra_scorers."resourceId", mastra_scorers."threadId", mastra_scorers."organizationId",
    mastra_scorers."projectId", mastra_scorers."batchId", mastra_scorers."datasetId",
    mastra_scorers."datasetItemId", mastra_scorers."createdAt" AS "createdAt",
    mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."traceId" = $1
      AND mastra_scorers."spanId" = $2
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."traceId" = $1
  AND mastra_scorers."spanId" = $2
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_scores: 339 shapes with several of these; their fingerprint:
-- 403da5856e35aed29ac89e9d12836a7008346316dd97328f0007308344e3f032

-- scores.old_rows
-- The oldest rows before a moment, which nobody else changes until the transaction ends.
-- 
-- A row that somebody holds is passed over.
-- parameters: before, limit
SELECT mastra_scorers.id, date_trunc('milliseconds', mastra_scorers."createdAt") AS at
FROM mastra_scorers
WHERE date_trunc('milliseconds', mastra_scorers."createdAt") < $1
ORDER BY date_trunc('milliseconds', mastra_scorers."createdAt")
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- scores.old_rows: later
-- parameters: before, since, limit
SELECT mastra_scorers.id, date_trunc('milliseconds', mastra_scorers."createdAt") AS at
FROM mastra_scorers
WHERE date_trunc('milliseconds', mastra_scorers."createdAt") < $1
  AND date_trunc('milliseconds', mastra_scorers."createdAt") >= $2
ORDER BY date_trunc('milliseconds', mastra_scorers."createdAt")
LIMIT $3
FOR UPDATE SKIP LOCKED;

-- scores.count_old_rows
-- How many rows there are before a moment.
-- parameters: before
SELECT count(*) AS total
FROM mastra_scorers
WHERE date_trunc('milliseconds', mastra_scorers."createdAt") < $1;

-- scores.delete_scores
-- Delete scores by id.
-- parameters: ids
DELETE FROM mastra_scorers
WHERE mastra_scorers.id = ANY ($1);
