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

-- Of Mastra before 1.0, made by the first evaluation saved.
CREATE TABLE IF NOT EXISTS mastra_evals (
    input TEXT,
    output TEXT,
    result TEXT,
    agent_name TEXT,
    metric_name TEXT,
    instructions TEXT,
    test_info TEXT,
    global_run_id TEXT,
    run_id TEXT,
    created_at TEXT,
    "createdAt" TEXT
);
CREATE INDEX IF NOT EXISTS mastra_py_evals_agent_created_idx ON mastra_evals (agent_name, created_at,
    run_id);
CREATE INDEX IF NOT EXISTS mastra_py_evals_created_idx ON mastra_evals (created_at, run_id);

-- Of Mastra before 1.0, made by the first trace saved.
CREATE TABLE IF NOT EXISTS mastra_traces (
    id TEXT NOT NULL,
    "parentSpanId" TEXT,
    name TEXT NOT NULL,
    "traceId" TEXT NOT NULL,
    scope TEXT NOT NULL,
    kind INTEGER NOT NULL,
    attributes TEXT,
    status TEXT,
    events TEXT,
    links TEXT,
    other TEXT,
    "startTime" INTEGER NOT NULL,
    "endTime" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS mastra_py_traces_start_idx ON mastra_traces ("startTime", id);

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

-- scores.evals_exist
-- Whether there is a table of evaluations.
SELECT sqlite_master.name
FROM sqlite_master
WHERE sqlite_master.type = 'table'
  AND sqlite_master.name = 'mastra_evals';

-- scores.traces_exist
-- Whether there is a table of spans.
SELECT sqlite_master.name
FROM sqlite_master
WHERE sqlite_master.type = 'table'
  AND sqlite_master.name = 'mastra_traces';

-- scores.save_eval
-- Insert an evaluation; there is no key to replace it by.
-- parameters: input, output, result, agent_name, metric_name, instructions, test_info,
--     global_run_id, run_id, created_at, created_at_again
INSERT INTO mastra_evals (input, output, result, agent_name, metric_name, instructions, test_info,
    global_run_id, run_id, created_at, "createdAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- scores.save_trace
-- Insert a span, or replace the one of its id.
-- parameters: id, parent_span_id, name, trace_id, scope, kind, attributes, status, events, links,
--     other, start_time, end_time, created_at
INSERT INTO mastra_traces (id, "parentSpanId", name, "traceId", scope, kind, attributes, status,
    events, links, other, "startTime", "endTime", "createdAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET "parentSpanId" = excluded."parentSpanId", name = excluded.name, "traceId" = excluded."traceId",
    scope = excluded.scope, kind = excluded.kind, attributes = excluded.attributes,
    status = excluded.status, events = excluded.events, links = excluded.links,
    other = excluded.other, "startTime" = excluded."startTime", "endTime" = excluded."endTime",
    "createdAt" = excluded."createdAt";

-- scores.list_evals
-- A page in the total order, with its total where wanted.
-- parameters: agent_name, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = ?
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = ?
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
LIMIT ? OFFSET ?;

-- scores.list_evals: a later page
-- parameters: agent_name, agent_name, limit, offset
SELECT page.input, page.output,
    CASE typeof(page.result) WHEN 'blob' THEN json(page.result) ELSE page.result END AS result,
    page.agent_name, page.metric_name, page.instructions,
    CASE typeof(page.test_info) WHEN 'blob' THEN json(page.test_info) ELSE page.test_info END AS test_info,
    page.global_run_id, page.run_id, page.created_at, counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_evals
        WHERE mastra_evals.agent_name = ?
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_evals.input AS input, mastra_evals.output AS output, mastra_evals.result AS result,
        mastra_evals.agent_name AS agent_name, mastra_evals.metric_name AS metric_name,
        mastra_evals.instructions AS instructions, mastra_evals.test_info AS test_info,
        mastra_evals.global_run_id AS global_run_id, mastra_evals.run_id AS run_id,
        mastra_evals.created_at AS created_at
    FROM mastra_evals
    WHERE mastra_evals.agent_name = ?
    ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page.created_at DESC, page.run_id DESC, page.metric_name DESC;

-- scores.list_evals: without total
-- parameters: agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at
FROM mastra_evals
WHERE mastra_evals.agent_name = ?
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
LIMIT ? OFFSET ?;

-- scores.list_evals: everything
-- parameters: agent_name
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at
FROM mastra_evals
WHERE mastra_evals.agent_name = ?
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC;

-- scores.list_evals: oldest first
-- parameters: agent_name, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = ?
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = ?
ORDER BY mastra_evals.created_at, mastra_evals.run_id, mastra_evals.metric_name
LIMIT ? OFFSET ?;

-- scores.list_evals: up to a time
-- parameters: end, agent_name, end, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.created_at <= ?
      AND mastra_evals.agent_name = ?
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.created_at <= ?
  AND mastra_evals.agent_name = ?
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
LIMIT ? OFFSET ?;

-- scores.list_evals: from a time
-- parameters: start, agent_name, start, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.created_at >= ?
      AND mastra_evals.agent_name = ?
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.created_at >= ?
  AND mastra_evals.agent_name = ?
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
LIMIT ? OFFSET ?;

-- scores.list_evals: tests
-- parameters: agent_name, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = ?
      AND json_extract(mastra_evals.test_info, '$."testPath"') IS NOT NULL
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = ?
  AND json_extract(mastra_evals.test_info, '$."testPath"') IS NOT NULL
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
LIMIT ? OFFSET ?;

-- scores.list_evals: live ones
-- parameters: agent_name, agent_name, limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
    WHERE mastra_evals.agent_name = ?
      AND json_extract(mastra_evals.test_info, '$."testPath"') IS NULL
) AS "total of all pages"
FROM mastra_evals
WHERE mastra_evals.agent_name = ?
  AND json_extract(mastra_evals.test_info, '$."testPath"') IS NULL
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
LIMIT ? OFFSET ?;

-- scores.list_evals: of all agents
-- parameters: limit, offset
SELECT mastra_evals.input, mastra_evals.output,
    CASE typeof(mastra_evals.result) WHEN 'blob' THEN json(mastra_evals.result) ELSE mastra_evals.result END AS result,
    mastra_evals.agent_name, mastra_evals.metric_name, mastra_evals.instructions,
    CASE typeof(mastra_evals.test_info) WHEN 'blob' THEN json(mastra_evals.test_info) ELSE mastra_evals.test_info END AS test_info,
    mastra_evals.global_run_id, mastra_evals.run_id, mastra_evals.created_at AS created_at, (
    SELECT count(*) AS count_1
    FROM mastra_evals
) AS "total of all pages"
FROM mastra_evals
ORDER BY mastra_evals.created_at DESC, mastra_evals.run_id DESC, mastra_evals.metric_name DESC
LIMIT ? OFFSET ?;

-- scores.list_evals: 182 shapes with several of these; their fingerprint:
-- 2716910bb34b8b58a42e98c1c87118394ac768f864e1002efadbede9d5c3021c

-- scores.list_traces
-- A page, the latest start first, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
) AS "total of all pages"
FROM mastra_traces
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
LIMIT ? OFFSET ?;

-- scores.list_traces: a later page
-- parameters: limit, offset
SELECT page.id, page."parentSpanId", page.name, page."traceId", page.scope, page.kind,
    CASE typeof(page.attributes) WHEN 'blob' THEN json(page.attributes) ELSE page.attributes END AS attributes,
    CASE typeof(page.status) WHEN 'blob' THEN json(page.status) ELSE page.status END AS status,
    CASE typeof(page.events) WHEN 'blob' THEN json(page.events) ELSE page.events END AS events,
    CASE typeof(page.links) WHEN 'blob' THEN json(page.links) ELSE page.links END AS links,
    page.other, page."startTime", page."endTime", page."createdAt", counted."total of all pages"
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
        mastra_traces."createdAt" AS "createdAt"
    FROM mastra_traces
    ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."startTime" DESC, page.id DESC;

-- scores.list_traces: without total
-- parameters: limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt"
FROM mastra_traces
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
LIMIT ? OFFSET ?;

-- scores.list_traces: everything
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt"
FROM mastra_traces
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC;

-- scores.list_traces: up to a time
-- parameters: end, end, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE mastra_traces."createdAt" <= ?
) AS "total of all pages"
FROM mastra_traces
WHERE mastra_traces."createdAt" <= ?
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
LIMIT ? OFFSET ?;

-- scores.list_traces: from a time
-- parameters: start, start, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE mastra_traces."createdAt" >= ?
) AS "total of all pages"
FROM mastra_traces
WHERE mastra_traces."createdAt" >= ?
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
LIMIT ? OFFSET ?;

-- scores.list_traces: with attributes
-- parameters: attributes, attributes, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE mastra_matches(mastra_traces.attributes, ?) = 1
) AS "total of all pages"
FROM mastra_traces
WHERE mastra_matches(mastra_traces.attributes, ?) = 1
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
LIMIT ? OFFSET ?;

-- scores.list_traces: of one scope
-- parameters: scope, scope, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE mastra_traces.scope = ?
) AS "total of all pages"
FROM mastra_traces
WHERE mastra_traces.scope = ?
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
LIMIT ? OFFSET ?;

-- scores.list_traces: of some names
-- parameters: 1, begins, begins, 1, begins, begins, limit, offset
SELECT mastra_traces.id, mastra_traces."parentSpanId", mastra_traces.name, mastra_traces."traceId",
    mastra_traces.scope, mastra_traces.kind,
    CASE typeof(mastra_traces.attributes) WHEN 'blob' THEN json(mastra_traces.attributes) ELSE mastra_traces.attributes END AS attributes,
    CASE typeof(mastra_traces.status) WHEN 'blob' THEN json(mastra_traces.status) ELSE mastra_traces.status END AS status,
    CASE typeof(mastra_traces.events) WHEN 'blob' THEN json(mastra_traces.events) ELSE mastra_traces.events END AS events,
    CASE typeof(mastra_traces.links) WHEN 'blob' THEN json(mastra_traces.links) ELSE mastra_traces.links END AS links,
    mastra_traces.other, mastra_traces."startTime", mastra_traces."endTime",
    mastra_traces."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_traces
    WHERE substr(mastra_traces.name, ?, length(?)) = ?
) AS "total of all pages"
FROM mastra_traces
WHERE substr(mastra_traces.name, ?, length(?)) = ?
ORDER BY mastra_traces."startTime" DESC, mastra_traces.id DESC
LIMIT ? OFFSET ?;

-- scores.list_traces: 119 shapes with several of these; their fingerprint:
-- 47a2b0164ccaab517eed02ce0c2fb8b43846aee39557353a42163d0ce29964d8

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
