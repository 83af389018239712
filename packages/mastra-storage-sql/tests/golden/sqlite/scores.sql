-- The scores domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_scorers (
    id TEXT NOT NULL,
    "scorerId" TEXT,
    "traceId" TEXT,
    "spanId" TEXT,
    "runId" TEXT,
    scorer TEXT,
    "preprocessStepResult" TEXT,
    "extractStepResult" TEXT,
    "analyzeStepResult" TEXT,
    score REAL,
    reason TEXT,
    metadata TEXT,
    "preprocessPrompt" TEXT,
    "extractPrompt" TEXT,
    "generateScorePrompt" TEXT,
    "generateReasonPrompt" TEXT,
    "analyzePrompt" TEXT,
    "reasonPrompt" TEXT,
    input TEXT,
    output TEXT,
    "additionalContext" TEXT,
    "requestContext" TEXT,
    "entityType" TEXT,
    entity TEXT,
    "entityId" TEXT,
    source TEXT,
    "resourceId" TEXT,
    "threadId" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    "batchId" TEXT,
    "datasetId" TEXT,
    "datasetItemId" TEXT,
    "createdAt" TEXT,
    "updatedAt" TEXT,
    PRIMARY KEY (id)
);

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_scorers_scorer_created_idx ON mastra_scorers ("scorerId",
    "createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_scorers_scorer_entity_created_idx ON mastra_scorers ("scorerId",
    "entityId", "createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_scorers_run_created_idx ON mastra_scorers ("runId", "createdAt",
    id);
CREATE INDEX IF NOT EXISTS mastra_py_scorers_entity_created_idx ON mastra_scorers ("entityId",
    "createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_scorers_span_created_idx ON mastra_scorers ("traceId", "spanId",
    "createdAt", id);

-- Indexes of ours that the first `prune` of a table makes.
CREATE INDEX IF NOT EXISTS mastra_py_scorers_created_idx ON mastra_scorers (trim("createdAt", '"'));

-- scores.save_score
-- Insert, or replace all but the first time; return that time.
-- parameters: id, scorer_id, trace_id, span_id, run_id, scorer, preprocess_step_result,
--     extract_step_result, analyze_step_result, score, reason, metadata, preprocess_prompt,
--     extract_prompt, generate_score_prompt, generate_reason_prompt, analyze_prompt, reason_prompt,
--     input, output, additional_context, request_context, entity_type, entity, entity_id, source,
--     resource_id, thread_id, organization_id, project_id, batch_id, dataset_id, dataset_item_id,
--     created_at, updated_at
INSERT INTO mastra_scorers (id, "scorerId", "traceId", "spanId", "runId", scorer,
    "preprocessStepResult", "extractStepResult", "analyzeStepResult", score, reason, metadata,
    "preprocessPrompt", "extractPrompt", "generateScorePrompt", "generateReasonPrompt",
    "analyzePrompt", "reasonPrompt", input, output, "additionalContext", "requestContext",
    "entityType", entity, "entityId", source, "resourceId", "threadId", "organizationId",
    "projectId", "batchId", "datasetId", "datasetItemId", "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?, ?)
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
    "datasetItemId" = excluded."datasetItemId", "updatedAt" = excluded."updatedAt"
RETURNING "createdAt" AS "createdAt";

-- scores.get_score
-- A score by id.
-- parameters: score_id
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt"
FROM mastra_scorers
WHERE mastra_scorers.id = ?;

-- scores.list_scores
-- A page in the total order, with its total where wanted.
-- parameters: scorer_id, scorer_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: a later page
-- parameters: scorer_id, scorer_id, limit, offset
SELECT page.id, page."scorerId", page."traceId", page."spanId", page."runId",
    CASE typeof(page.scorer) WHEN 'blob' THEN json(page.scorer) ELSE page.scorer END AS scorer,
    CASE typeof(page."preprocessStepResult") WHEN 'blob' THEN json(page."preprocessStepResult") ELSE page."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(page."extractStepResult") WHEN 'blob' THEN json(page."extractStepResult") ELSE page."extractStepResult" END AS "extractStepResult",
    CASE typeof(page."analyzeStepResult") WHEN 'blob' THEN json(page."analyzeStepResult") ELSE page."analyzeStepResult" END AS "analyzeStepResult",
    page.score, page.reason,
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    page."preprocessPrompt", page."extractPrompt", page."generateScorePrompt",
    page."generateReasonPrompt", page."analyzePrompt", page."reasonPrompt",
    CASE typeof(page.input) WHEN 'blob' THEN json(page.input) ELSE page.input END AS input,
    CASE typeof(page.output) WHEN 'blob' THEN json(page.output) ELSE page.output END AS output,
    CASE typeof(page."additionalContext") WHEN 'blob' THEN json(page."additionalContext") ELSE page."additionalContext" END AS "additionalContext",
    CASE typeof(page."requestContext") WHEN 'blob' THEN json(page."requestContext") ELSE page."requestContext" END AS "requestContext",
    page."entityType",
    CASE typeof(page.entity) WHEN 'blob' THEN json(page.entity) ELSE page.entity END AS entity,
    page."entityId", page.source, page."resourceId", page."threadId", page."organizationId",
    page."projectId", page."batchId", page."datasetId", page."datasetItemId", page."createdAt",
    page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_scorers
        WHERE mastra_scorers."scorerId" = ?
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
    WHERE mastra_scorers."scorerId" = ?
    ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt" DESC, page.id DESC;

-- scores.list_scores: without total
-- parameters: scorer_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: everything
-- parameters: scorer_id
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC;

-- scores.list_scores: oldest first
-- parameters: scorer_id, scorer_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
ORDER BY mastra_scorers."createdAt", mastra_scorers.id
LIMIT ? OFFSET ?;

-- scores.list_scores: of one project
-- parameters: scorer_id, project_id, scorer_id, project_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = ?
      AND mastra_scorers."projectId" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
  AND mastra_scorers."projectId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: of one organization
-- parameters: scorer_id, organization_id, scorer_id, organization_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = ?
      AND mastra_scorers."organizationId" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
  AND mastra_scorers."organizationId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: of one source
-- parameters: scorer_id, source, scorer_id, source, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = ?
      AND mastra_scorers.source = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
  AND mastra_scorers.source = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: of one entity_type
-- parameters: scorer_id, entity_type, scorer_id, entity_type, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = ?
      AND mastra_scorers."entityType" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
  AND mastra_scorers."entityType" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: of one entity
-- parameters: scorer_id, entity_id, scorer_id, entity_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."scorerId" = ?
      AND mastra_scorers."entityId" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."scorerId" = ?
  AND mastra_scorers."entityId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: of a run
-- parameters: run_id, run_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."runId" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."runId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: of an entity
-- parameters: entity_id, entity_type, entity_id, entity_type, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."entityId" = ?
      AND mastra_scorers."entityType" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."entityId" = ?
  AND mastra_scorers."entityType" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: of a span
-- parameters: trace_id, span_id, trace_id, span_id, limit, offset
SELECT mastra_scorers.id, mastra_scorers."scorerId", mastra_scorers."traceId",
    mastra_scorers."spanId", mastra_scorers."runId",
    CASE typeof(mastra_scorers.scorer) WHEN 'blob' THEN json(mastra_scorers.scorer) ELSE mastra_scorers.scorer END AS scorer,
    CASE typeof(mastra_scorers."preprocessStepResult") WHEN 'blob' THEN json(mastra_scorers."preprocessStepResult") ELSE mastra_scorers."preprocessStepResult" END AS "preprocessStepResult",
    CASE typeof(mastra_scorers."extractStepResult") WHEN 'blob' THEN json(mastra_scorers."extractStepResult") ELSE mastra_scorers."extractStepResult" END AS "extractStepResult",
    CASE typeof(mastra_scorers."analyzeStepResult") WHEN 'blob' THEN json(mastra_scorers."analyzeStepResult") ELSE mastra_scorers."analyzeStepResult" END AS "analyzeStepResult",
    mastra_scorers.score, mastra_scorers.reason,
    CASE typeof(mastra_scorers.metadata) WHEN 'blob' THEN json(mastra_scorers.metadata) ELSE mastra_scorers.metadata END AS metadata,
    mastra_scorers."preprocessPrompt", mastra_scorers."extractPrompt",
    mastra_scorers."generateScorePrompt", mastra_scorers."generateReasonPrompt",
    mastra_scorers."analyzePrompt", mastra_scorers."reasonPrompt",
    CASE typeof(mastra_scorers.input) WHEN 'blob' THEN json(mastra_scorers.input) ELSE mastra_scorers.input END AS input,
    CASE typeof(mastra_scorers.output) WHEN 'blob' THEN json(mastra_scorers.output) ELSE mastra_scorers.output END AS output,
    CASE typeof(mastra_scorers."additionalContext") WHEN 'blob' THEN json(mastra_scorers."additionalContext") ELSE mastra_scorers."additionalContext" END AS "additionalContext",
    CASE typeof(mastra_scorers."requestContext") WHEN 'blob' THEN json(mastra_scorers."requestContext") ELSE mastra_scorers."requestContext" END AS "requestContext",
    mastra_scorers."entityType",
    CASE typeof(mastra_scorers.entity) WHEN 'blob' THEN json(mastra_scorers.entity) ELSE mastra_scorers.entity END AS entity,
    mastra_scorers."entityId", mastra_scorers.source, mastra_scorers."resourceId",
    mastra_scorers."threadId", mastra_scorers."organizationId", mastra_scorers."projectId",
    mastra_scorers."batchId", mastra_scorers."datasetId", mastra_scorers."datasetItemId",
    mastra_scorers."createdAt" AS "createdAt", mastra_scorers."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_scorers
    WHERE mastra_scorers."traceId" = ?
      AND mastra_scorers."spanId" = ?
) AS "total of all pages"
FROM mastra_scorers
WHERE mastra_scorers."traceId" = ?
  AND mastra_scorers."spanId" = ?
ORDER BY mastra_scorers."createdAt" DESC, mastra_scorers.id DESC
LIMIT ? OFFSET ?;

-- scores.list_scores: 339 shapes with several of these; their fingerprint:
-- 44aa10f99aa047fe6155085aed12496bca171346f01dcac84c63c0e59257857d

-- scores.old_rows
-- The oldest rows before a moment, which nobody else changes until the transaction ends.
-- 
-- A row that somebody holds is passed over.
-- parameters: before, limit, 0
SELECT mastra_scorers.id, trim(mastra_scorers."createdAt", '"') AS at
FROM mastra_scorers
WHERE trim(mastra_scorers."createdAt", '"') < ?
ORDER BY trim(mastra_scorers."createdAt", '"')
LIMIT ? OFFSET ?;

-- scores.old_rows: later
-- parameters: before, since, limit, 0
SELECT mastra_scorers.id, trim(mastra_scorers."createdAt", '"') AS at
FROM mastra_scorers
WHERE trim(mastra_scorers."createdAt", '"') < ?
  AND trim(mastra_scorers."createdAt", '"') >= ?
ORDER BY trim(mastra_scorers."createdAt", '"')
LIMIT ? OFFSET ?;

-- scores.count_old_rows
-- How many rows there are before a moment.
-- parameters: before
SELECT count(*) AS total
FROM mastra_scorers
WHERE trim(mastra_scorers."createdAt", '"') < ?;

-- scores.delete_scores
-- Delete scores by id.
-- parameters: ids
DELETE FROM mastra_scorers
WHERE mastra_scorers.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);
