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

-- Of Mastra before 1.0, made by the first evaluation saved.
CREATE TABLE IF NOT EXISTS mastra_evals (
    input TEXT NOT NULL,
    output TEXT NOT NULL,
    result JSONB NOT NULL,
    agent_name TEXT NOT NULL,
    metric_name TEXT NOT NULL,
    instructions TEXT NOT NULL,
    test_info JSONB,
    global_run_id TEXT NOT NULL,
    run_id TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    "createdAt" TIMESTAMP,
    "created_atZ" TIMESTAMPTZ DEFAULT now(),
    "createdAtZ" TIMESTAMPTZ DEFAULT now()
);
CREATE INDEX IF NOT EXISTS mastra_py_evals_agent_created_idx ON mastra_evals (agent_name, created_at,
    (run_id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_evals_created_idx ON mastra_evals (created_at,
    (run_id COLLATE "C"));

-- Of Mastra before 1.0, made by the first trace saved.
CREATE TABLE IF NOT EXISTS mastra_traces (
    id TEXT NOT NULL,
    "parentSpanId" TEXT,
    name TEXT NOT NULL,
    "traceId" TEXT NOT NULL,
    scope TEXT NOT NULL,
    kind INTEGER NOT NULL,
    attributes JSONB,
    status JSONB,
    events JSONB,
    links JSONB,
    other TEXT,
    "startTime" BIGINT NOT NULL,
    "endTime" BIGINT NOT NULL,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS mastra_py_traces_start_idx ON mastra_traces ("startTime",
    (id COLLATE "C"));

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

-- scores.evals_exist
-- Whether there is a table of evaluations.
SELECT 1 AS found
WHERE to_regclass('mastra_evals') IS NOT NULL;

-- scores.traces_exist
-- Whether there is a table of spans.
SELECT 1 AS found
WHERE to_regclass('mastra_traces') IS NOT NULL;

-- scores.save_eval
-- Insert an evaluation; there is no key to replace it by.
-- parameters: input, output, result, agent_name, metric_name, instructions, test_info,
--     global_run_id, run_id, created_at, created_at_again, created_at, created_at_again
INSERT INTO mastra_evals (input, output, result, agent_name, metric_name, instructions, test_info,
    global_run_id, run_id, created_at, "createdAt", "created_atZ", "createdAtZ")
VALUES ($1, $2, CAST($3::TEXT AS JSONB), $4, $5, $6, CAST($7::TEXT AS JSONB), $8, $9, $10, $11, $12,
    $13);

-- scores.save_trace
-- Insert a span, or replace the one of its id.
-- parameters: id, parent_span_id, name, trace_id, scope, kind, attributes, status, events, links,
--     other, start_time, end_time, created_at, created_at
INSERT INTO mastra_traces (id, "parentSpanId", name, "traceId", scope, kind, attributes, status,
    events, links, other, "startTime", "endTime", "createdAt", "createdAtZ")
VALUES ($1, $2, $3, $4, $5, $6, CAST($7::TEXT AS JSONB), CAST($8::TEXT AS JSONB),
    CAST($9::TEXT AS JSONB), CAST($10::TEXT AS JSONB), $11, $12, $13, $14, $15)
ON CONFLICT (id)
DO UPDATE
SET "parentSpanId" = excluded."parentSpanId", name = excluded.name, "traceId" = excluded."traceId",
    scope = excluded.scope, kind = excluded.kind, attributes = excluded.attributes,
    status = excluded.status, events = excluded.events, links = excluded.links,
    other = excluded.other, "startTime" = excluded."startTime", "endTime" = excluded."endTime",
    "createdAt" = excluded."createdAt", "createdAtZ" = excluded."createdAtZ";

-- scores.list_evals
-- A page in the total order, with its total where wanted.
-- parameters: agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = $1
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = $1
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_evals: a later page
-- parameters: agent_name, limit, offset
SELECT page.input, page.output, page.result::TEXT AS result, page.agent_name, page.metric_name,
    page.instructions, page.test_info::TEXT AS test_info, page.global_run_id, page.run_id,
    page.created_at, counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_evals
        WHERE mastra_evals.agent_name = $1
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_evals.input AS input, mastra_evals.output AS output, mastra_evals.result AS result,
        mastra_evals.agent_name AS agent_name, mastra_evals.metric_name AS metric_name,
        mastra_evals.instructions AS instructions, mastra_evals.test_info AS test_info,
        mastra_evals.global_run_id AS global_run_id, mastra_evals.run_id AS run_id,
        mastra_evals.created_at AS created_at
    FROM mastra_evals
    WHERE mastra_evals.agent_name = $1
    ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
        mastra_evals.metric_name COLLATE "C" DESC
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page.created_at DESC, page.run_id COLLATE "C" DESC, page.metric_name COLLATE "C" DESC;

-- scores.list_evals: without total
-- parameters: agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at
FROM mastra_evals
WHERE mastra_evals.agent_name = $1
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_evals: everything
-- parameters: agent_name
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at
FROM mastra_evals
WHERE mastra_evals.agent_name = $1
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC;

-- scores.list_evals: oldest first
-- parameters: agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = $1
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = $1
ORDER BY mastra_evals.created_at, mastra_evals.run_id COLLATE "C",
    mastra_evals.metric_name COLLATE "C"
LIMIT $2 OFFSET $3;

-- scores.list_evals: up to a time
-- parameters: end, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.created_at <= $1
      AND mastra_evals.agent_name = $2
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.created_at <= $1
  AND mastra_evals.agent_name = $2
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_evals: from a time
-- parameters: start, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.created_at >= $1
      AND mastra_evals.agent_name = $2
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.created_at >= $1
  AND mastra_evals.agent_name = $2
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_evals: tests
-- parameters: agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = $1
      AND (CAST(mastra_evals.test_info AS JSONB) ->> 'testPath') IS NOT NULL
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = $1
  AND (CAST(mastra_evals.test_info AS JSONB) ->> 'testPath') IS NOT NULL
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_evals: live ones
-- parameters: agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = $1
      AND (CAST(mastra_evals.test_info AS JSONB) ->> 'testPath') IS NULL
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = $1
  AND (CAST(mastra_evals.test_info AS JSONB) ->> 'testPath') IS NULL
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_evals: of all agents
-- parameters: limit, offset
SELECT mastra_evals.input, mastra_evals.output, mastra_evals.result::TEXT AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    mastra_evals.test_info::TEXT AS test_info, mastra_evals.global_run_id, mastra_evals.run_id,
    mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
) AS "total of all pages"
FROM mastra_evals
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id COLLATE "C" DESC,
    mastra_evals.metric_name COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- scores.list_evals: 182 shapes with several of these; their fingerprint:
-- bbdffa88459947b0148d00ede3ba4e64b257a6c3d37ff61098a686a61336c8f1

-- scores.list_traces
-- A page, the latest start first, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
) AS "total of all pages"
FROM mastra_traces
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- scores.list_traces: a later page
-- parameters: limit, offset
SELECT page.id, page."parentSpanId", page.name, page."traceId", page.scope, page.kind,
    page.attributes::TEXT AS attributes, page.status::TEXT AS status, page.events::TEXT AS events,
    page.links::TEXT AS links, page.other, page."startTime", page."endTime", page."createdAt",
    counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_traces
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_traces.id AS id, mastra_traces."parentSpanId" AS "parentSpanId",
        mastra_traces.name AS name, mastra_traces."traceId" AS "traceId",
        mastra_traces.scope AS scope, mastra_traces.kind AS kind,
        mastra_traces.attributes AS attributes, mastra_traces.status AS status,
        mastra_traces.events AS events, mastra_traces.links AS links, mastra_traces.other AS other,
        mastra_traces."startTime" AS "startTime", mastra_traces."endTime" AS "endTime",
        date_trunc('milliseconds', coalesce(timezone('UTC', mastra_traces."createdAtZ"),
        mastra_traces."createdAt")) AS "createdAt"
    FROM mastra_traces
    ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
    LIMIT $1 OFFSET $2
) AS page ON true
ORDER BY page."startTime" DESC, page.id COLLATE "C" DESC;

-- scores.list_traces: without total
-- parameters: limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt"
FROM mastra_traces
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- scores.list_traces: everything
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt"
FROM mastra_traces
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC;

-- scores.list_traces: up to a time
-- parameters: end, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_traces."createdAtZ"),
        mastra_traces."createdAt")) <= $1
) AS "total of all pages"
FROM mastra_traces
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_traces."createdAtZ"),
    mastra_traces."createdAt")) <= $1
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_traces: from a time
-- parameters: start, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_traces."createdAtZ"),
        mastra_traces."createdAt")) >= $1
) AS "total of all pages"
FROM mastra_traces
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_traces."createdAtZ"),
    mastra_traces."createdAt")) >= $1
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_traces: with attributes
-- parameters: attributes, attributes, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE (mastra_traces.attributes @> CAST($1::TEXT AS JSONB))
      AND NOT (EXISTS (
        SELECT 1
        FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
        WHERE (mastra_traces.attributes #> array((
            SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_1
        ))) IS DISTINCT FROM (listed.value -> 'value')
    ))
) AS "total of all pages"
FROM mastra_traces
WHERE (mastra_traces.attributes @> CAST($1::TEXT AS JSONB))
  AND NOT (EXISTS (
    SELECT 1
    FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
    WHERE (mastra_traces.attributes #> array((
        SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_2
    ))) IS DISTINCT FROM (listed.value -> 'value')
))
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- scores.list_traces: of one scope
-- parameters: scope, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE mastra_traces.scope = $1
) AS "total of all pages"
FROM mastra_traces
WHERE mastra_traces.scope = $1
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- scores.list_traces: of some names
-- parameters: 1, begins, 1, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind, mastra_traces.attributes::TEXT AS attributes,
    mastra_traces.status::TEXT AS status, mastra_traces.events::TEXT AS events,
    mastra_traces.links::TEXT AS links, mastra_traces.other, mastra_traces."startTime",
    mastra_traces."endTime", date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_traces."createdAtZ"), mastra_traces."createdAt")) AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE substr(mastra_traces.name, $1, length($2)) = $2
) AS "total of all pages"
FROM mastra_traces
WHERE substr(mastra_traces.name, $3, length($2)) = $2
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id COLLATE "C" DESC
LIMIT $4 OFFSET $5;

-- scores.list_traces: 119 shapes with several of these; their fingerprint:
-- 3229ee8775915c3016a4679eee5da4fb1b5403460fc4ce5ba107264d69f32106

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
