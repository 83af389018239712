-- The experiments domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_experiments (
    id TEXT NOT NULL,
    name TEXT,
    description TEXT,
    metadata TEXT,
    provenance TEXT,
    "runnerAttestation" TEXT,
    "experimentSetId" TEXT,
    "comparisonId" TEXT,
    "variantId" TEXT,
    "trialIndex" INTEGER,
    "datasetId" TEXT,
    "datasetVersion" INTEGER,
    "targetType" TEXT,
    "targetId" TEXT,
    "scorerIds" TEXT,
    status TEXT NOT NULL,
    "totalItems" INTEGER NOT NULL,
    "succeededCount" INTEGER NOT NULL,
    "failedCount" INTEGER NOT NULL,
    "skippedCount" INTEGER NOT NULL,
    "startedAt" TEXT,
    "completedAt" TEXT,
    "agentVersion" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_experiment_results (
    id TEXT NOT NULL,
    "experimentId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemDatasetVersion" INTEGER,
    input TEXT NOT NULL,
    output TEXT,
    "groundTruth" TEXT,
    metadata TEXT,
    error TEXT,
    "startedAt" TEXT NOT NULL,
    "completedAt" TEXT NOT NULL,
    "retryCount" INTEGER NOT NULL,
    attempt INTEGER,
    "traceId" TEXT,
    status TEXT,
    tags TEXT,
    comment TEXT,
    "toolMockReport" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS idx_experiments_datasetid ON mastra_experiments ("datasetId");
CREATE INDEX IF NOT EXISTS idx_experiments_grouping ON mastra_experiments ("experimentSetId",
    "comparisonId", "variantId", "trialIndex");
CREATE INDEX IF NOT EXISTS idx_experiments_org_project ON mastra_experiments ("organizationId",
    "projectId");
CREATE INDEX IF NOT EXISTS idx_experiment_results_experimentid ON mastra_experiment_results ("experimentId");
CREATE UNIQUE INDEX IF NOT EXISTS idx_experiment_results_exp_item_attempt ON mastra_experiment_results ("experimentId",
    "itemId", attempt);
CREATE INDEX IF NOT EXISTS idx_experiment_results_org_project ON mastra_experiment_results ("organizationId",
    "projectId");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_experiments_created_idx ON mastra_experiments ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_experiment_results_idx ON mastra_experiment_results ("experimentId",
    "startedAt", id);

-- experiments.create_experiment
-- Insert; return nothing where the id exists.
-- parameters: id, name, description, metadata, provenance, runner_attestation, experiment_set_id,
--     comparison_id, variant_id, trial_index, dataset_id, dataset_version, target_type, target_id,
--     scorer_ids, status, total_items, succeeded_count, failed_count, skipped_count, started_at,
--     completed_at, agent_version, organization_id, project_id, created_at, updated_at
INSERT INTO mastra_experiments (id, name, description, metadata, provenance, "runnerAttestation",
    "experimentSetId", "comparisonId", "variantId", "trialIndex", "datasetId", "datasetVersion",
    "targetType", "targetId", "scorerIds", status, "totalItems", "succeededCount", "failedCount",
    "skippedCount", "startedAt", "completedAt", "agentVersion", "organizationId", "projectId",
    "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO NOTHING
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(provenance) WHEN 'blob' THEN json(provenance) ELSE provenance END AS provenance,
    CASE typeof("runnerAttestation") WHEN 'blob' THEN json("runnerAttestation") ELSE "runnerAttestation" END AS "runnerAttestation",
    "experimentSetId", "comparisonId", "variantId", "trialIndex", "datasetId", "datasetVersion",
    "targetType", "targetId",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    status, "totalItems", "succeededCount", "failedCount", "skippedCount",
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "agentVersion", "organizationId",
    "projectId", "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- experiments.get_experiment
-- An experiment by id, if it is of that organization and project.
-- parameters: experiment
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = ?;

-- experiments.get_experiment: of one project
-- parameters: experiment, organization, project
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = ?
  AND mastra_experiments."organizationId" = ?
  AND mastra_experiments."projectId" = ?;

-- experiments.get_experiment: of one organization
-- parameters: experiment, organization
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = ?
  AND mastra_experiments."organizationId" = ?;

-- experiments.lock_experiment
-- As `get_experiment`, and nobody else changes it, or its results, until the transaction
-- ends.
-- parameters: experiment
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = ?;

-- experiments.lock_experiment: of one project
-- parameters: experiment, organization, project
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = ?
  AND mastra_experiments."organizationId" = ?
  AND mastra_experiments."projectId" = ?;

-- experiments.lock_experiment: of one organization
-- parameters: experiment, organization
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = ?
  AND mastra_experiments."organizationId" = ?;

-- experiments.update_experiment: nothing
-- Replace some columns, and the time of the last change.
-- parameters: updated_at, experiment
UPDATE mastra_experiments
SET "updatedAt"=?
WHERE mastra_experiments.id = ?
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(provenance) WHEN 'blob' THEN json(provenance) ELSE provenance END AS provenance,
    CASE typeof("runnerAttestation") WHEN 'blob' THEN json("runnerAttestation") ELSE "runnerAttestation" END AS "runnerAttestation",
    "experimentSetId", "comparisonId", "variantId", "trialIndex", "datasetId", "datasetVersion",
    "targetType", "targetId",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    status, "totalItems", "succeededCount", "failedCount", "skippedCount",
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "agentVersion", "organizationId",
    "projectId", "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- experiments.update_experiment: metadata
-- parameters: metadata, updated_at, experiment
UPDATE mastra_experiments
SET metadata=?, "updatedAt"=?
WHERE mastra_experiments.id = ?
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(provenance) WHEN 'blob' THEN json(provenance) ELSE provenance END AS provenance,
    CASE typeof("runnerAttestation") WHEN 'blob' THEN json("runnerAttestation") ELSE "runnerAttestation" END AS "runnerAttestation",
    "experimentSetId", "comparisonId", "variantId", "trialIndex", "datasetId", "datasetVersion",
    "targetType", "targetId",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    status, "totalItems", "succeededCount", "failedCount", "skippedCount",
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "agentVersion", "organizationId",
    "projectId", "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- experiments.update_experiment: times
-- parameters: status, started_at, completed_at, updated_at, experiment
UPDATE mastra_experiments
SET status=?, "startedAt"=?, "completedAt"=?, "updatedAt"=?
WHERE mastra_experiments.id = ?
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(provenance) WHEN 'blob' THEN json(provenance) ELSE provenance END AS provenance,
    CASE typeof("runnerAttestation") WHEN 'blob' THEN json("runnerAttestation") ELSE "runnerAttestation" END AS "runnerAttestation",
    "experimentSetId", "comparisonId", "variantId", "trialIndex", "datasetId", "datasetVersion",
    "targetType", "targetId",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    status, "totalItems", "succeededCount", "failedCount", "skippedCount",
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "agentVersion", "organizationId",
    "projectId", "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- experiments.update_experiment: 6 shapes with several of these; their fingerprint:
-- b38866ae38cb75ffce8efb61c757e81153cade98fadf97b9e43f607d591b24f7

-- experiments.delete_experiment
-- Delete an experiment that is locked.
-- parameters: experiment
DELETE FROM mastra_experiments
WHERE mastra_experiments.id = ?;

-- experiments.count_results
-- Set the counts of an experiment that is locked to what the last attempt of each item
-- says.
-- parameters: experiment, experiment, updated_at, experiment
UPDATE mastra_experiments
SET "succeededCount"=(
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
      AND coalesce(json_type(mastra_experiment_results.error) != 'null', 0) = 0
      AND NOT (EXISTS (
        SELECT later.id
        FROM mastra_experiment_results AS later
        WHERE later."experimentId" = mastra_experiment_results."experimentId"
          AND later."itemId" = mastra_experiment_results."itemId"
          AND coalesce(later.attempt, 0) > coalesce(mastra_experiment_results.attempt, 0)
    ))
), "failedCount"=(
    SELECT count(*) AS count_2
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
      AND json_type(mastra_experiment_results.error) != 'null'
      AND NOT (EXISTS (
        SELECT later.id
        FROM mastra_experiment_results AS later
        WHERE later."experimentId" = mastra_experiment_results."experimentId"
          AND later."itemId" = mastra_experiment_results."itemId"
          AND coalesce(later.attempt, 0) > coalesce(mastra_experiment_results.attempt, 0)
    ))
), "updatedAt"=?
WHERE mastra_experiments.id = ?
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(provenance) WHEN 'blob' THEN json(provenance) ELSE provenance END AS provenance,
    CASE typeof("runnerAttestation") WHEN 'blob' THEN json("runnerAttestation") ELSE "runnerAttestation" END AS "runnerAttestation",
    "experimentSetId", "comparisonId", "variantId", "trialIndex", "datasetId", "datasetVersion",
    "targetType", "targetId",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    status, "totalItems", "succeededCount", "failedCount", "skippedCount",
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "agentVersion", "organizationId",
    "projectId", "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- experiments.list_experiments
-- A page, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
) AS "total of all pages"
FROM mastra_experiments
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_experiments: a later page
-- parameters: limit, offset
SELECT page.id, page.name, page.description,
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    CASE typeof(page.provenance) WHEN 'blob' THEN json(page.provenance) ELSE page.provenance END AS provenance,
    CASE typeof(page."runnerAttestation") WHEN 'blob' THEN json(page."runnerAttestation") ELSE page."runnerAttestation" END AS "runnerAttestation",
    page."experimentSetId", page."comparisonId", page."variantId", page."trialIndex",
    page."datasetId", page."datasetVersion", page."targetType", page."targetId",
    CASE typeof(page."scorerIds") WHEN 'blob' THEN json(page."scorerIds") ELSE page."scorerIds" END AS "scorerIds",
    page.status, page."totalItems", page."succeededCount", page."failedCount", page."skippedCount",
    page."startedAt", page."completedAt", page."agentVersion", page."organizationId",
    page."projectId", page."createdAt", page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_experiments
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_experiments.id AS id, mastra_experiments.name AS name,
        mastra_experiments.description AS description, mastra_experiments.metadata AS metadata,
        mastra_experiments.provenance AS provenance,
        mastra_experiments."runnerAttestation" AS "runnerAttestation",
        mastra_experiments."experimentSetId" AS "experimentSetId",
        mastra_experiments."comparisonId" AS "comparisonId",
        mastra_experiments."variantId" AS "variantId",
        mastra_experiments."trialIndex" AS "trialIndex",
        mastra_experiments."datasetId" AS "datasetId",
        mastra_experiments."datasetVersion" AS "datasetVersion",
        mastra_experiments."targetType" AS "targetType", mastra_experiments."targetId" AS "targetId",
        mastra_experiments."scorerIds" AS "scorerIds", mastra_experiments.status AS status,
        mastra_experiments."totalItems" AS "totalItems",
        mastra_experiments."succeededCount" AS "succeededCount",
        mastra_experiments."failedCount" AS "failedCount",
        mastra_experiments."skippedCount" AS "skippedCount",
        mastra_experiments."startedAt" AS "startedAt",
        mastra_experiments."completedAt" AS "completedAt",
        mastra_experiments."agentVersion" AS "agentVersion",
        mastra_experiments."organizationId" AS "organizationId",
        mastra_experiments."projectId" AS "projectId", mastra_experiments."createdAt" AS "createdAt",
        mastra_experiments."updatedAt" AS "updatedAt"
    FROM mastra_experiments
    ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt" DESC, page.id DESC;

-- experiments.list_experiments: without total
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_experiments: everything
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC;

-- experiments.list_experiments: oldest first
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
) AS "total of all pages"
FROM mastra_experiments
ORDER BY mastra_experiments."createdAt", mastra_experiments.id
LIMIT ? OFFSET ?;

-- experiments.list_experiments: by status
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
) AS "total of all pages"
FROM mastra_experiments
ORDER BY mastra_experiments.status, mastra_experiments.id
LIMIT ? OFFSET ?;

-- experiments.list_experiments: on a data set
-- parameters: dataset_id, dataset_id, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."datasetId" = ?
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."datasetId" = ?
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_experiments: of a set
-- parameters: experiment_set_id, experiment_set_id, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."experimentSetId" = ?
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."experimentSetId" = ?
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_experiments: of a status
-- parameters: status, status, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments.status = ?
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments.status = ?
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_experiments: of a trial
-- parameters: comparison_id, experiment_set_id, trial_index, variant_id, comparison_id,
--     experiment_set_id, trial_index, variant_id, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."comparisonId" = ?
      AND mastra_experiments."experimentSetId" = ?
      AND mastra_experiments."trialIndex" = ?
      AND mastra_experiments."variantId" = ?
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."comparisonId" = ?
  AND mastra_experiments."experimentSetId" = ?
  AND mastra_experiments."trialIndex" = ?
  AND mastra_experiments."variantId" = ?
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_experiments: of one project
-- parameters: organization, project, organization, project, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    CASE typeof(mastra_experiments.metadata) WHEN 'blob' THEN json(mastra_experiments.metadata) ELSE mastra_experiments.metadata END AS metadata,
    CASE typeof(mastra_experiments.provenance) WHEN 'blob' THEN json(mastra_experiments.provenance) ELSE mastra_experiments.provenance END AS provenance,
    CASE typeof(mastra_experiments."runnerAttestation") WHEN 'blob' THEN json(mastra_experiments."runnerAttestation") ELSE mastra_experiments."runnerAttestation" END AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId",
    CASE typeof(mastra_experiments."scorerIds") WHEN 'blob' THEN json(mastra_experiments."scorerIds") ELSE mastra_experiments."scorerIds" END AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."organizationId" = ?
      AND mastra_experiments."projectId" = ?
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."organizationId" = ?
  AND mastra_experiments."projectId" = ?
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_experiments: 109 shapes with several of these; their fingerprint:
-- 377616d03e3f344816d42a9da2fec3c2bc5b5981bfecdf741d5e4bea1848aedd

-- experiments.find_result
-- The result of an item and an attempt. Rows of older tables have none, which is the
-- first.
-- parameters: experiment, item, attempt
SELECT mastra_experiment_results.id
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
  AND mastra_experiment_results."itemId" = ?
  AND coalesce(mastra_experiment_results.attempt, 0) = ?;

-- experiments.insert_result
-- Insert; return nothing where the id exists.
-- parameters: id, experiment_id, item_id, item_dataset_version, input, output, ground_truth,
--     metadata, error, started_at, completed_at, retry_count, attempt, trace_id, status, tags,
--     comment, tool_mock_report, organization_id, project_id, created_at
INSERT INTO mastra_experiment_results (id, "experimentId", "itemId", "itemDatasetVersion", input,
    output, "groundTruth", metadata, error, "startedAt", "completedAt", "retryCount", attempt,
    "traceId", status, tags, comment, "toolMockReport", "organizationId", "projectId", "createdAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO NOTHING
RETURNING id, "experimentId", "itemId", "itemDatasetVersion",
    CASE typeof(input) WHEN 'blob' THEN json(input) ELSE input END AS input,
    CASE typeof(output) WHEN 'blob' THEN json(output) ELSE output END AS output,
    CASE typeof("groundTruth") WHEN 'blob' THEN json("groundTruth") ELSE "groundTruth" END AS "groundTruth",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(error) WHEN 'blob' THEN json(error) ELSE error END AS error,
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "retryCount", attempt, "traceId",
    status, CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, comment,
    CASE typeof("toolMockReport") WHEN 'blob' THEN json("toolMockReport") ELSE "toolMockReport" END AS "toolMockReport",
    "organizationId", "projectId", "createdAt" AS "createdAt";

-- experiments.replace_result
-- Replace all columns of a result but those that stay.
-- parameters: experiment_id, item_id, item_dataset_version, input, output, ground_truth, metadata,
--     error, started_at, completed_at, retry_count, attempt, trace_id, status, tags,
--     tool_mock_report, organization_id, project_id, result
UPDATE mastra_experiment_results
SET "experimentId"=?, "itemId"=?, "itemDatasetVersion"=?, input=?, output=?, "groundTruth"=?,
    metadata=?, error=?, "startedAt"=?, "completedAt"=?, "retryCount"=?, attempt=?, "traceId"=?,
    status=?, tags=?, "toolMockReport"=?, "organizationId"=?, "projectId"=?
WHERE mastra_experiment_results.id = ?
RETURNING id, "experimentId", "itemId", "itemDatasetVersion",
    CASE typeof(input) WHEN 'blob' THEN json(input) ELSE input END AS input,
    CASE typeof(output) WHEN 'blob' THEN json(output) ELSE output END AS output,
    CASE typeof("groundTruth") WHEN 'blob' THEN json("groundTruth") ELSE "groundTruth" END AS "groundTruth",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(error) WHEN 'blob' THEN json(error) ELSE error END AS error,
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "retryCount", attempt, "traceId",
    status, CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, comment,
    CASE typeof("toolMockReport") WHEN 'blob' THEN json("toolMockReport") ELSE "toolMockReport" END AS "toolMockReport",
    "organizationId", "projectId", "createdAt" AS "createdAt";

-- experiments.lock_result
-- A result by id, which nobody else changes until the transaction ends.
-- parameters: result
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = ?;

-- experiments.lock_result: of one project
-- parameters: result, organization, project
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = ?
  AND mastra_experiment_results."organizationId" = ?
  AND mastra_experiment_results."projectId" = ?;

-- experiments.lock_result: of one organization
-- parameters: result, organization
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = ?
  AND mastra_experiment_results."organizationId" = ?;

-- experiments.review_result: status
-- Replace what a review says of a result that is locked.
-- parameters: status, result
UPDATE mastra_experiment_results
SET status=?
WHERE mastra_experiment_results.id = ?
RETURNING id, "experimentId", "itemId", "itemDatasetVersion",
    CASE typeof(input) WHEN 'blob' THEN json(input) ELSE input END AS input,
    CASE typeof(output) WHEN 'blob' THEN json(output) ELSE output END AS output,
    CASE typeof("groundTruth") WHEN 'blob' THEN json("groundTruth") ELSE "groundTruth" END AS "groundTruth",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(error) WHEN 'blob' THEN json(error) ELSE error END AS error,
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "retryCount", attempt, "traceId",
    status, CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, comment,
    CASE typeof("toolMockReport") WHEN 'blob' THEN json("toolMockReport") ELSE "toolMockReport" END AS "toolMockReport",
    "organizationId", "projectId", "createdAt" AS "createdAt";

-- experiments.review_result: a review
-- parameters: status, tags, comment, result
UPDATE mastra_experiment_results
SET status=?, tags=?, comment=?
WHERE mastra_experiment_results.id = ?
RETURNING id, "experimentId", "itemId", "itemDatasetVersion",
    CASE typeof(input) WHEN 'blob' THEN json(input) ELSE input END AS input,
    CASE typeof(output) WHEN 'blob' THEN json(output) ELSE output END AS output,
    CASE typeof("groundTruth") WHEN 'blob' THEN json("groundTruth") ELSE "groundTruth" END AS "groundTruth",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(error) WHEN 'blob' THEN json(error) ELSE error END AS error,
    "startedAt" AS "startedAt", "completedAt" AS "completedAt", "retryCount", attempt, "traceId",
    status, CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, comment,
    CASE typeof("toolMockReport") WHEN 'blob' THEN json("toolMockReport") ELSE "toolMockReport" END AS "toolMockReport",
    "organizationId", "projectId", "createdAt" AS "createdAt";

-- experiments.get_result
-- A result by id, if it is of that organization and project.
-- parameters: result
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = ?;

-- experiments.get_result: of one project
-- parameters: result, organization, project
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = ?
  AND mastra_experiment_results."organizationId" = ?
  AND mastra_experiment_results."projectId" = ?;

-- experiments.get_result: of one organization
-- parameters: result, organization
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = ?
  AND mastra_experiment_results."organizationId" = ?;

-- experiments.delete_results
-- Delete the results of an experiment that is locked; return which there were.
-- parameters: experiment
DELETE FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
RETURNING id;

-- experiments.summaries
-- How many results each experiment has, and of which status.
SELECT mastra_experiments.id AS "experimentId", count(*) AS total,
    count(CASE WHEN (mastra_experiment_results.status = 'needs-review') THEN 1 END) AS "needsReview",
    count(CASE WHEN (mastra_experiment_results.status = 'reviewed') THEN 1 END) AS reviewed,
    count(CASE WHEN (mastra_experiment_results.status = 'complete') THEN 1 END) AS complete
FROM mastra_experiments
JOIN mastra_experiment_results ON mastra_experiment_results."experimentId" = mastra_experiments.id GROUP BY mastra_experiments.id
ORDER BY mastra_experiments.id;

-- experiments.summaries: of one project
-- parameters: organization, project
SELECT mastra_experiments.id AS "experimentId", count(*) AS total,
    count(CASE WHEN (mastra_experiment_results.status = 'needs-review') THEN 1 END) AS "needsReview",
    count(CASE WHEN (mastra_experiment_results.status = 'reviewed') THEN 1 END) AS reviewed,
    count(CASE WHEN (mastra_experiment_results.status = 'complete') THEN 1 END) AS complete
FROM mastra_experiments
JOIN mastra_experiment_results ON mastra_experiment_results."experimentId" = mastra_experiments.id
WHERE mastra_experiments."organizationId" = ?
  AND mastra_experiments."projectId" = ? GROUP BY mastra_experiments.id
ORDER BY mastra_experiments.id;

-- experiments.summaries: of one organization
-- parameters: organization
SELECT mastra_experiments.id AS "experimentId", count(*) AS total,
    count(CASE WHEN (mastra_experiment_results.status = 'needs-review') THEN 1 END) AS "needsReview",
    count(CASE WHEN (mastra_experiment_results.status = 'reviewed') THEN 1 END) AS reviewed,
    count(CASE WHEN (mastra_experiment_results.status = 'complete') THEN 1 END) AS complete
FROM mastra_experiments
JOIN mastra_experiment_results ON mastra_experiment_results."experimentId" = mastra_experiments.id
WHERE mastra_experiments."organizationId" = ? GROUP BY mastra_experiments.id
ORDER BY mastra_experiments.id;

-- experiments.list_results
-- A page, with its total where wanted.
-- parameters: experiment, experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id
LIMIT ? OFFSET ?;

-- experiments.list_results: with tags
-- parameters: experiment, tags, experiment, tags, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
      AND NOT (EXISTS (
        SELECT 1
        FROM json_each(?) AS anon_1
        WHERE NOT (EXISTS (
            SELECT 1
            FROM json_each(mastra_experiment_results.tags) AS member
            WHERE member.value = anon_1.value
        ))
    ))
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
  AND NOT (EXISTS (
    SELECT 1
    FROM json_each(?) AS anon_2
    WHERE NOT (EXISTS (
        SELECT 1
        FROM json_each(mastra_experiment_results.tags) AS member
        WHERE member.value = anon_2.value
    ))
))
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id
LIMIT ? OFFSET ?;

-- experiments.list_results: a later page
-- parameters: experiment, experiment, limit, offset
SELECT page.id, page."experimentId", page."itemId", page."itemDatasetVersion",
    CASE typeof(page.input) WHEN 'blob' THEN json(page.input) ELSE page.input END AS input,
    CASE typeof(page.output) WHEN 'blob' THEN json(page.output) ELSE page.output END AS output,
    CASE typeof(page."groundTruth") WHEN 'blob' THEN json(page."groundTruth") ELSE page."groundTruth" END AS "groundTruth",
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    CASE typeof(page.error) WHEN 'blob' THEN json(page.error) ELSE page.error END AS error,
    page."startedAt", page."completedAt", page."retryCount", page.attempt, page."traceId",
    page.status, CASE typeof(page.tags) WHEN 'blob' THEN json(page.tags) ELSE page.tags END AS tags,
    page.comment,
    CASE typeof(page."toolMockReport") WHEN 'blob' THEN json(page."toolMockReport") ELSE page."toolMockReport" END AS "toolMockReport",
    page."organizationId", page."projectId", page."createdAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_experiment_results
        WHERE mastra_experiment_results."experimentId" = ?
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_experiment_results.id AS id,
        mastra_experiment_results."experimentId" AS "experimentId",
        mastra_experiment_results."itemId" AS "itemId",
        mastra_experiment_results."itemDatasetVersion" AS "itemDatasetVersion",
        mastra_experiment_results.input AS input, mastra_experiment_results.output AS output,
        mastra_experiment_results."groundTruth" AS "groundTruth",
        mastra_experiment_results.metadata AS metadata, mastra_experiment_results.error AS error,
        mastra_experiment_results."startedAt" AS "startedAt",
        mastra_experiment_results."completedAt" AS "completedAt",
        mastra_experiment_results."retryCount" AS "retryCount",
        mastra_experiment_results.attempt AS attempt,
        mastra_experiment_results."traceId" AS "traceId", mastra_experiment_results.status AS status,
        mastra_experiment_results.tags AS tags, mastra_experiment_results.comment AS comment,
        mastra_experiment_results."toolMockReport" AS "toolMockReport",
        mastra_experiment_results."organizationId" AS "organizationId",
        mastra_experiment_results."projectId" AS "projectId",
        mastra_experiment_results."createdAt" AS "createdAt"
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
    ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."startedAt", page.id;

-- experiments.list_results: without total
-- parameters: experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id
LIMIT ? OFFSET ?;

-- experiments.list_results: everything
-- parameters: experiment
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id;

-- experiments.list_results: last begun first
-- parameters: experiment, experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
ORDER BY mastra_experiment_results."startedAt" DESC, mastra_experiment_results.id DESC
LIMIT ? OFFSET ?;

-- experiments.list_results: first made first
-- parameters: experiment, experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
ORDER BY mastra_experiment_results."createdAt", mastra_experiment_results.id
LIMIT ? OFFSET ?;

-- experiments.list_results: of a status
-- parameters: experiment, status, experiment, status, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
      AND mastra_experiment_results.status = ?
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
  AND mastra_experiment_results.status = ?
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id
LIMIT ? OFFSET ?;

-- experiments.list_results: of a trace
-- parameters: experiment, trace, experiment, trace, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
      AND mastra_experiment_results."traceId" = ?
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
  AND mastra_experiment_results."traceId" = ?
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id
LIMIT ? OFFSET ?;

-- experiments.list_results: of one project
-- parameters: experiment, organization, project, experiment, organization, project, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    CASE typeof(mastra_experiment_results.input) WHEN 'blob' THEN json(mastra_experiment_results.input) ELSE mastra_experiment_results.input END AS input,
    CASE typeof(mastra_experiment_results.output) WHEN 'blob' THEN json(mastra_experiment_results.output) ELSE mastra_experiment_results.output END AS output,
    CASE typeof(mastra_experiment_results."groundTruth") WHEN 'blob' THEN json(mastra_experiment_results."groundTruth") ELSE mastra_experiment_results."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_experiment_results.metadata) WHEN 'blob' THEN json(mastra_experiment_results.metadata) ELSE mastra_experiment_results.metadata END AS metadata,
    CASE typeof(mastra_experiment_results.error) WHEN 'blob' THEN json(mastra_experiment_results.error) ELSE mastra_experiment_results.error END AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status,
    CASE typeof(mastra_experiment_results.tags) WHEN 'blob' THEN json(mastra_experiment_results.tags) ELSE mastra_experiment_results.tags END AS tags,
    mastra_experiment_results.comment,
    CASE typeof(mastra_experiment_results."toolMockReport") WHEN 'blob' THEN json(mastra_experiment_results."toolMockReport") ELSE mastra_experiment_results."toolMockReport" END AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = ?
      AND mastra_experiment_results."organizationId" = ?
      AND mastra_experiment_results."projectId" = ?
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = ?
  AND mastra_experiment_results."organizationId" = ?
  AND mastra_experiment_results."projectId" = ?
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id
LIMIT ? OFFSET ?;

-- experiments.list_results: 182 shapes with several of these; their fingerprint:
-- 9b25d2ead2bd393dcda5f97a36e1aab8a7995e2fbc274663357ef93a2b7c090a

-- experiments.hold_dataset
-- The version of a data set, which nobody changes or deletes until the transaction ends.
-- parameters: dataset
SELECT mastra_datasets.id, mastra_datasets.version
FROM mastra_datasets
WHERE mastra_datasets.id = ?;

-- experiments.hold_dataset_of
-- The data set of an experiment, in which nobody erases anything until the transaction
-- ends.
-- parameters: experiment
SELECT mastra_datasets.id
FROM mastra_datasets
JOIN mastra_experiments ON mastra_experiments."datasetId" = mastra_datasets.id
WHERE mastra_experiments.id = ?;

-- experiments.item_metadata
-- The metadata of an item of a data set, which say whether its content was erased.
-- parameters: item, dataset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetVersion",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL;
