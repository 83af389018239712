-- The experiments domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_experiments (
    id TEXT NOT NULL,
    name TEXT,
    description TEXT,
    metadata JSONB,
    provenance JSONB,
    "runnerAttestation" JSONB,
    "experimentSetId" TEXT,
    "comparisonId" TEXT,
    "variantId" TEXT,
    "trialIndex" INTEGER,
    "datasetId" TEXT,
    "datasetVersion" INTEGER,
    "targetType" TEXT,
    "targetId" TEXT,
    "scorerIds" JSONB,
    status TEXT NOT NULL,
    "totalItems" INTEGER NOT NULL,
    "succeededCount" INTEGER NOT NULL,
    "failedCount" INTEGER NOT NULL,
    "skippedCount" INTEGER NOT NULL,
    "startedAt" TIMESTAMP,
    "completedAt" TIMESTAMP,
    "agentVersion" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "startedAtZ" TIMESTAMPTZ DEFAULT now(),
    "completedAtZ" TIMESTAMPTZ DEFAULT now(),
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_experiment_results (
    id TEXT NOT NULL,
    "experimentId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemDatasetVersion" INTEGER,
    input JSONB NOT NULL,
    output JSONB,
    "groundTruth" JSONB,
    metadata JSONB,
    error JSONB,
    "startedAt" TIMESTAMP NOT NULL,
    "completedAt" TIMESTAMP NOT NULL,
    "retryCount" INTEGER NOT NULL,
    attempt INTEGER,
    "traceId" TEXT,
    status TEXT,
    tags JSONB,
    comment TEXT,
    "toolMockReport" JSONB,
    "organizationId" TEXT,
    "projectId" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "startedAtZ" TIMESTAMPTZ DEFAULT now(),
    "completedAtZ" TIMESTAMPTZ DEFAULT now(),
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
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
CREATE INDEX IF NOT EXISTS idx_experiment_results_tags_gin ON mastra_experiment_results USING gin (tags);

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_experiments_created_idx ON mastra_experiments ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_experiment_results_idx ON mastra_experiment_results ("experimentId",
    "startedAt", (id COLLATE "C"));

-- experiments.create_experiment
-- Insert; return nothing where the id exists.
-- parameters: id, name, description, metadata, provenance, runner_attestation, experiment_set_id,
--     comparison_id, variant_id, trial_index, dataset_id, dataset_version, target_type, target_id,
--     scorer_ids, status, total_items, succeeded_count, failed_count, skipped_count, started_at,
--     completed_at, agent_version, organization_id, project_id, created_at, updated_at, started_at,
--     completed_at, created_at, updated_at
INSERT INTO mastra_experiments (id, name, description, metadata, provenance, "runnerAttestation",
    "experimentSetId", "comparisonId", "variantId", "trialIndex", "datasetId", "datasetVersion",
    "targetType", "targetId", "scorerIds", status, "totalItems", "succeededCount", "failedCount",
    "skippedCount", "startedAt", "completedAt", "agentVersion", "organizationId", "projectId",
    "createdAt", "updatedAt", "startedAtZ", "completedAtZ", "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, CAST($4::TEXT AS JSONB), CAST($5::TEXT AS JSONB), CAST($6::TEXT AS JSONB), $7,
    $8, $9, $10, $11, $12, $13, $14, CAST($15::TEXT AS JSONB), $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26, $27, $28, $29, $30, $31)
ON CONFLICT (id)
DO NOTHING
RETURNING mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt";

-- experiments.get_experiment
-- An experiment by id, if it is of that organization and project.
-- parameters: experiment
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = $1;

-- experiments.get_experiment: of one project
-- parameters: experiment, organization, project
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = $1
  AND mastra_experiments."organizationId" = $2
  AND mastra_experiments."projectId" = $3;

-- experiments.get_experiment: of one organization
-- parameters: experiment, organization
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = $1
  AND mastra_experiments."organizationId" = $2;

-- experiments.lock_experiment
-- As `get_experiment`, and nobody else changes it, or its results, until the transaction
-- ends.
-- parameters: experiment
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = $1
FOR UPDATE;

-- experiments.lock_experiment: of one project
-- parameters: experiment, organization, project
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = $1
  AND mastra_experiments."organizationId" = $2
  AND mastra_experiments."projectId" = $3
FOR UPDATE;

-- experiments.lock_experiment: of one organization
-- parameters: experiment, organization
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
WHERE mastra_experiments.id = $1
  AND mastra_experiments."organizationId" = $2
FOR UPDATE;

-- experiments.update_experiment: nothing
-- Replace some columns, and the time of the last change.
-- parameters: updated_at, updated_at, experiment
UPDATE mastra_experiments
SET "updatedAt"=$1, "updatedAtZ"=$2
WHERE mastra_experiments.id = $3
RETURNING mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt";

-- experiments.update_experiment: metadata
-- parameters: metadata, updated_at, updated_at, experiment
UPDATE mastra_experiments
SET metadata=CAST($1::TEXT AS JSONB), "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_experiments.id = $4
RETURNING mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt";

-- experiments.update_experiment: times
-- parameters: status, started_at, completed_at, updated_at, started_at, completed_at, updated_at,
--     experiment
UPDATE mastra_experiments
SET status=$1, "startedAt"=$2, "completedAt"=$3, "updatedAt"=$4, "startedAtZ"=$5, "completedAtZ"=$6,
    "updatedAtZ"=$7
WHERE mastra_experiments.id = $8
RETURNING mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt";

-- experiments.update_experiment: 6 shapes with several of these; their fingerprint:
-- 90a1414af9a9b2e3da1835f898394dd71bab088f170c1e75ae75cbaecf9ee3eb

-- experiments.delete_experiment
-- Delete an experiment that is locked.
-- parameters: experiment
DELETE FROM mastra_experiments
WHERE mastra_experiments.id = $1;

-- experiments.count_results
-- Set the counts of an experiment that is locked to what the last attempt of each item
-- says.
-- parameters: experiment, updated_at, updated_at
UPDATE mastra_experiments
SET "succeededCount"=(
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
      AND NOT coalesce(jsonb_typeof(mastra_experiment_results.error) != 'null', false)
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
    WHERE mastra_experiment_results."experimentId" = $1
      AND jsonb_typeof(mastra_experiment_results.error) != 'null'
      AND NOT (EXISTS (
        SELECT later.id
        FROM mastra_experiment_results AS later
        WHERE later."experimentId" = mastra_experiment_results."experimentId"
          AND later."itemId" = mastra_experiment_results."itemId"
          AND coalesce(later.attempt, 0) > coalesce(mastra_experiment_results.attempt, 0)
    ))
), "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_experiments.id = $1
RETURNING mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt";

-- experiments.list_experiments
-- A page, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
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
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- experiments.list_experiments: a later page
-- parameters: limit, offset
SELECT page.id, page.name, page.description, page.metadata::TEXT AS metadata,
    page.provenance::TEXT AS provenance, page."runnerAttestation"::TEXT AS "runnerAttestation",
    page."experimentSetId", page."comparisonId", page."variantId", page."trialIndex",
    page."datasetId", page."datasetVersion", page."targetType", page."targetId",
    page."scorerIds"::TEXT AS "scorerIds", page.status, page."totalItems", page."succeededCount",
    page."failedCount", page."skippedCount", page."startedAt", page."completedAt",
    page."agentVersion", page."organizationId", page."projectId", page."createdAt", page."updatedAt",
    counted."total of all pages"
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
    ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
    LIMIT $1 OFFSET $2
) AS page ON true
ORDER BY page."createdAt" DESC, page.id COLLATE "C" DESC;

-- experiments.list_experiments: without total
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- experiments.list_experiments: everything
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt"
FROM mastra_experiments
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC;

-- experiments.list_experiments: oldest first
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
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
ORDER BY mastra_experiments."createdAt", mastra_experiments.id COLLATE "C"
LIMIT $1 OFFSET $2;

-- experiments.list_experiments: by status
-- parameters: limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
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
ORDER BY mastra_experiments.status COLLATE "C", mastra_experiments.id COLLATE "C"
LIMIT $1 OFFSET $2;

-- experiments.list_experiments: on a data set
-- parameters: dataset_id, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."datasetId" = $1
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."datasetId" = $1
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- experiments.list_experiments: of a set
-- parameters: experiment_set_id, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."experimentSetId" = $1
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."experimentSetId" = $1
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- experiments.list_experiments: of a status
-- parameters: status, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments.status = $1
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments.status = $1
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- experiments.list_experiments: of a trial
-- parameters: comparison_id, experiment_set_id, trial_index, variant_id, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."comparisonId" = $1
      AND mastra_experiments."experimentSetId" = $2
      AND mastra_experiments."trialIndex" = $3
      AND mastra_experiments."variantId" = $4
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."comparisonId" = $1
  AND mastra_experiments."experimentSetId" = $2
  AND mastra_experiments."trialIndex" = $3
  AND mastra_experiments."variantId" = $4
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
LIMIT $5 OFFSET $6;

-- experiments.list_experiments: of one project
-- parameters: organization, project, limit, offset
SELECT mastra_experiments.id, mastra_experiments.name, mastra_experiments.description,
    mastra_experiments.metadata::TEXT AS metadata, mastra_experiments.provenance::TEXT AS provenance,
    mastra_experiments."runnerAttestation"::TEXT AS "runnerAttestation",
    mastra_experiments."experimentSetId", mastra_experiments."comparisonId",
    mastra_experiments."variantId", mastra_experiments."trialIndex", mastra_experiments."datasetId",
    mastra_experiments."datasetVersion", mastra_experiments."targetType",
    mastra_experiments."targetId", mastra_experiments."scorerIds"::TEXT AS "scorerIds",
    mastra_experiments.status, mastra_experiments."totalItems", mastra_experiments."succeededCount",
    mastra_experiments."failedCount", mastra_experiments."skippedCount",
    mastra_experiments."startedAt" AS "startedAt", mastra_experiments."completedAt" AS "completedAt",
    mastra_experiments."agentVersion", mastra_experiments."organizationId",
    mastra_experiments."projectId", mastra_experiments."createdAt" AS "createdAt",
    mastra_experiments."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiments
    WHERE mastra_experiments."organizationId" = $1
      AND mastra_experiments."projectId" = $2
) AS "total of all pages"
FROM mastra_experiments
WHERE mastra_experiments."organizationId" = $1
  AND mastra_experiments."projectId" = $2
ORDER BY mastra_experiments."createdAt" DESC, mastra_experiments.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- experiments.list_experiments: 109 shapes with several of these; their fingerprint:
-- d94d3749fcadf72f38a89b2d813c97b2426bbca50df4a87f02f2e561afce21ad

-- experiments.find_result
-- The result of an item and an attempt. Rows of older tables have none, which is the
-- first.
-- parameters: experiment, item, attempt
SELECT mastra_experiment_results.id
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
  AND mastra_experiment_results."itemId" = $2
  AND coalesce(mastra_experiment_results.attempt, 0) = $3;

-- experiments.insert_result
-- Insert; return nothing where the id exists.
-- parameters: id, experiment_id, item_id, item_dataset_version, input, output, ground_truth,
--     metadata, error, started_at, completed_at, retry_count, attempt, trace_id, status, tags,
--     comment, tool_mock_report, organization_id, project_id, created_at, started_at, completed_at,
--     created_at
INSERT INTO mastra_experiment_results (id, "experimentId", "itemId", "itemDatasetVersion", input,
    output, "groundTruth", metadata, error, "startedAt", "completedAt", "retryCount", attempt,
    "traceId", status, tags, comment, "toolMockReport", "organizationId", "projectId", "createdAt",
    "startedAtZ", "completedAtZ", "createdAtZ")
VALUES ($1, $2, $3, $4, CAST($5::TEXT AS JSONB), CAST($6::TEXT AS JSONB), CAST($7::TEXT AS JSONB),
    CAST($8::TEXT AS JSONB), CAST($9::TEXT AS JSONB), $10, $11, $12, $13, $14, $15,
    CAST($16::TEXT AS JSONB), $17, CAST($18::TEXT AS JSONB), $19, $20, $21, $22, $23, $24)
ON CONFLICT (id)
DO NOTHING
RETURNING mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt";

-- experiments.replace_result
-- Replace all columns of a result but those that stay.
-- parameters: experiment_id, item_id, item_dataset_version, input, output, ground_truth, metadata,
--     error, started_at, completed_at, retry_count, attempt, trace_id, status, tags,
--     tool_mock_report, organization_id, project_id, started_at, completed_at, result
UPDATE mastra_experiment_results
SET "experimentId"=$1, "itemId"=$2, "itemDatasetVersion"=$3, input=CAST($4::TEXT AS JSONB),
    output=CAST($5::TEXT AS JSONB), "groundTruth"=CAST($6::TEXT AS JSONB),
    metadata=CAST($7::TEXT AS JSONB), error=CAST($8::TEXT AS JSONB), "startedAt"=$9,
    "completedAt"=$10, "retryCount"=$11, attempt=$12, "traceId"=$13, status=$14,
    tags=CAST($15::TEXT AS JSONB), "toolMockReport"=CAST($16::TEXT AS JSONB), "organizationId"=$17,
    "projectId"=$18, "startedAtZ"=$19, "completedAtZ"=$20
WHERE mastra_experiment_results.id = $21
RETURNING mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt";

-- experiments.lock_result
-- A result by id, which nobody else changes until the transaction ends.
-- parameters: result
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = $1
FOR UPDATE;

-- experiments.lock_result: of one project
-- parameters: result, organization, project
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = $1
  AND mastra_experiment_results."organizationId" = $2
  AND mastra_experiment_results."projectId" = $3
FOR UPDATE;

-- experiments.lock_result: of one organization
-- parameters: result, organization
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = $1
  AND mastra_experiment_results."organizationId" = $2
FOR UPDATE;

-- experiments.review_result: status
-- Replace what a review says of a result that is locked.
-- parameters: status, result
UPDATE mastra_experiment_results
SET status=$1
WHERE mastra_experiment_results.id = $2
RETURNING mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt";

-- experiments.review_result: a review
-- parameters: status, tags, comment, result
UPDATE mastra_experiment_results
SET status=$1, tags=CAST($2::TEXT AS JSONB), comment=$3
WHERE mastra_experiment_results.id = $4
RETURNING mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt";

-- experiments.get_result
-- A result by id, if it is of that organization and project.
-- parameters: result
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = $1;

-- experiments.get_result: of one project
-- parameters: result, organization, project
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = $1
  AND mastra_experiment_results."organizationId" = $2
  AND mastra_experiment_results."projectId" = $3;

-- experiments.get_result: of one organization
-- parameters: result, organization
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results.id = $1
  AND mastra_experiment_results."organizationId" = $2;

-- experiments.delete_results
-- Delete the results of an experiment that is locked; return which there were.
-- parameters: experiment
DELETE FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
RETURNING mastra_experiment_results.id;

-- experiments.summaries
-- How many results each experiment has, and of which status.
SELECT mastra_experiments.id AS "experimentId", count(*) AS total,
    count(CASE WHEN (mastra_experiment_results.status = 'needs-review') THEN 1 END) AS "needsReview",
    count(CASE WHEN (mastra_experiment_results.status = 'reviewed') THEN 1 END) AS reviewed,
    count(CASE WHEN (mastra_experiment_results.status = 'complete') THEN 1 END) AS complete
FROM mastra_experiments
JOIN mastra_experiment_results ON mastra_experiment_results."experimentId" = mastra_experiments.id GROUP BY mastra_experiments.id
ORDER BY mastra_experiments.id COLLATE "C";

-- experiments.summaries: of one project
-- parameters: organization, project
SELECT mastra_experiments.id AS "experimentId", count(*) AS total,
    count(CASE WHEN (mastra_experiment_results.status = 'needs-review') THEN 1 END) AS "needsReview",
    count(CASE WHEN (mastra_experiment_results.status = 'reviewed') THEN 1 END) AS reviewed,
    count(CASE WHEN (mastra_experiment_results.status = 'complete') THEN 1 END) AS complete
FROM mastra_experiments
JOIN mastra_experiment_results ON mastra_experiment_results."experimentId" = mastra_experiments.id
WHERE mastra_experiments."organizationId" = $1
  AND mastra_experiments."projectId" = $2 GROUP BY mastra_experiments.id
ORDER BY mastra_experiments.id COLLATE "C";

-- experiments.summaries: of one organization
-- parameters: organization
SELECT mastra_experiments.id AS "experimentId", count(*) AS total,
    count(CASE WHEN (mastra_experiment_results.status = 'needs-review') THEN 1 END) AS "needsReview",
    count(CASE WHEN (mastra_experiment_results.status = 'reviewed') THEN 1 END) AS reviewed,
    count(CASE WHEN (mastra_experiment_results.status = 'complete') THEN 1 END) AS complete
FROM mastra_experiments
JOIN mastra_experiment_results ON mastra_experiment_results."experimentId" = mastra_experiments.id
WHERE mastra_experiments."organizationId" = $1 GROUP BY mastra_experiments.id
ORDER BY mastra_experiments.id COLLATE "C";

-- experiments.list_results
-- A page, with its total where wanted.
-- parameters: experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- experiments.list_results: with tags
-- parameters: experiment, tags, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
      AND (mastra_experiment_results.tags ?& $2)
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
  AND (mastra_experiment_results.tags ?& $2)
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- experiments.list_results: a later page
-- parameters: experiment, limit, offset
SELECT page.id, page."experimentId", page."itemId", page."itemDatasetVersion",
    page.input::TEXT AS input, page.output::TEXT AS output,
    page."groundTruth"::TEXT AS "groundTruth", page.metadata::TEXT AS metadata,
    page.error::TEXT AS error, page."startedAt", page."completedAt", page."retryCount", page.attempt,
    page."traceId", page.status, page.tags::TEXT AS tags, page.comment,
    page."toolMockReport"::TEXT AS "toolMockReport", page."organizationId", page."projectId",
    page."createdAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_experiment_results
        WHERE mastra_experiment_results."experimentId" = $1
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
    WHERE mastra_experiment_results."experimentId" = $1
    ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C"
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page."startedAt", page.id COLLATE "C";

-- experiments.list_results: without total
-- parameters: experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- experiments.list_results: everything
-- parameters: experiment
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C";

-- experiments.list_results: last begun first
-- parameters: experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
ORDER BY mastra_experiment_results."startedAt" DESC, mastra_experiment_results.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- experiments.list_results: first made first
-- parameters: experiment, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
ORDER BY mastra_experiment_results."createdAt", mastra_experiment_results.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- experiments.list_results: of a status
-- parameters: experiment, status, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
      AND mastra_experiment_results.status = $2
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
  AND mastra_experiment_results.status = $2
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- experiments.list_results: of a trace
-- parameters: experiment, trace, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
      AND mastra_experiment_results."traceId" = $2
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
  AND mastra_experiment_results."traceId" = $2
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- experiments.list_results: of one project
-- parameters: experiment, organization, project, limit, offset
SELECT mastra_experiment_results.id, mastra_experiment_results."experimentId",
    mastra_experiment_results."itemId", mastra_experiment_results."itemDatasetVersion",
    mastra_experiment_results.input::TEXT AS input, mastra_experiment_results.output::TEXT AS output,
    mastra_experiment_results."groundTruth"::TEXT AS "groundTruth",
    mastra_experiment_results.metadata::TEXT AS metadata,
    mastra_experiment_results.error::TEXT AS error,
    mastra_experiment_results."startedAt" AS "startedAt",
    mastra_experiment_results."completedAt" AS "completedAt", mastra_experiment_results."retryCount",
    mastra_experiment_results.attempt, mastra_experiment_results."traceId",
    mastra_experiment_results.status, mastra_experiment_results.tags::TEXT AS tags,
    mastra_experiment_results.comment,
    mastra_experiment_results."toolMockReport"::TEXT AS "toolMockReport",
    mastra_experiment_results."organizationId", mastra_experiment_results."projectId",
    mastra_experiment_results."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_experiment_results
    WHERE mastra_experiment_results."experimentId" = $1
      AND mastra_experiment_results."organizationId" = $2
      AND mastra_experiment_results."projectId" = $3
) AS "total of all pages"
FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" = $1
  AND mastra_experiment_results."organizationId" = $2
  AND mastra_experiment_results."projectId" = $3
ORDER BY mastra_experiment_results."startedAt", mastra_experiment_results.id COLLATE "C"
LIMIT $4 OFFSET $5;

-- experiments.list_results: 182 shapes with several of these; their fingerprint:
-- 50298ed419750a983731540f5cc579e5ec4e2e73c39b4fafc71e489aeef67fcd

-- experiments.hold_dataset
-- The version of a data set, which nobody changes or deletes until the transaction ends.
-- parameters: dataset
SELECT mastra_datasets.id, mastra_datasets.version
FROM mastra_datasets
WHERE mastra_datasets.id = $1 FOR SHARE;

-- experiments.hold_dataset_of
-- The data set of an experiment, in which nobody erases anything until the transaction
-- ends.
-- parameters: experiment
SELECT mastra_datasets.id
FROM mastra_datasets
JOIN mastra_experiments ON mastra_experiments."datasetId" = mastra_datasets.id
WHERE mastra_experiments.id = $1 FOR SHARE OF mastra_datasets;

-- experiments.item_metadata
-- The metadata of an item of a data set, which say whether its content was erased.
-- parameters: item, dataset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetVersion",
    mastra_dataset_items.metadata::TEXT AS metadata
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND mastra_dataset_items."datasetId" = $2
  AND mastra_dataset_items."validTo" IS NULL;
