-- The datasets domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_datasets (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    metadata JSONB,
    "inputSchema" JSONB,
    "groundTruthSchema" JSONB,
    "requestContextSchema" JSONB,
    tags JSONB,
    "targetType" TEXT,
    "targetIds" JSONB,
    "scorerIds" JSONB,
    "organizationId" TEXT,
    "projectId" TEXT,
    "candidateKey" TEXT,
    "candidateId" TEXT,
    version INTEGER NOT NULL,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_dataset_items (
    id TEXT NOT NULL,
    "datasetId" TEXT NOT NULL,
    "datasetVersion" INTEGER NOT NULL,
    "externalId" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    "validTo" INTEGER,
    "isDeleted" BOOLEAN NOT NULL,
    input JSONB NOT NULL,
    "groundTruth" JSONB,
    "requestContext" JSONB,
    metadata JSONB,
    source JSONB,
    "expectedTrajectory" JSONB,
    "toolMocks" JSONB,
    "unmockedToolPolicy" TEXT,
    "scorerIds" JSONB,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id, "datasetVersion")
);

CREATE TABLE IF NOT EXISTS mastra_dataset_versions (
    id TEXT NOT NULL,
    "datasetId" TEXT NOT NULL,
    version INTEGER NOT NULL,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS idx_dataset_items_dataset_validto ON mastra_dataset_items ("datasetId",
    "validTo");
CREATE INDEX IF NOT EXISTS idx_dataset_items_dataset_version ON mastra_dataset_items ("datasetId",
    "datasetVersion");
CREATE INDEX IF NOT EXISTS idx_dataset_items_dataset_validto_deleted ON mastra_dataset_items ("datasetId",
    "validTo", "isDeleted");
CREATE INDEX IF NOT EXISTS idx_dataset_versions_dataset_version ON mastra_dataset_versions ("datasetId",
    version);
CREATE UNIQUE INDEX IF NOT EXISTS idx_dataset_versions_dataset_version_unique ON mastra_dataset_versions ("datasetId",
    version);
CREATE INDEX IF NOT EXISTS idx_dataset_items_external_id_history ON mastra_dataset_items ("datasetId",
    "externalId", "datasetVersion");
CREATE INDEX IF NOT EXISTS idx_datasets_org_project ON mastra_datasets ("organizationId",
    "projectId");
CREATE INDEX IF NOT EXISTS idx_datasets_candidate ON mastra_datasets ("candidateKey", "candidateId");
CREATE INDEX IF NOT EXISTS idx_dataset_items_org_project ON mastra_dataset_items ("organizationId",
    "projectId");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_datasets_created_idx ON mastra_datasets ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_dataset_items_created_idx ON mastra_dataset_items ("datasetId",
    "createdAt", (id COLLATE "C"));

-- datasets.create_dataset
-- Insert; return nothing where the id exists.
-- parameters: id, name, description, metadata, input_schema, ground_truth_schema,
--     request_context_schema, tags, target_type, target_ids, scorer_ids, organization_id,
--     project_id, candidate_key, candidate_id, version, created_at, updated_at, created_at,
--     updated_at
INSERT INTO mastra_datasets (id, name, description, metadata, "inputSchema", "groundTruthSchema",
    "requestContextSchema", tags, "targetType", "targetIds", "scorerIds", "organizationId",
    "projectId", "candidateKey", "candidateId", version, "createdAt", "updatedAt", "createdAtZ",
    "updatedAtZ")
VALUES ($1, $2, $3, CAST($4::TEXT AS JSONB), CAST($5::TEXT AS JSONB), CAST($6::TEXT AS JSONB),
    CAST($7::TEXT AS JSONB), CAST($8::TEXT AS JSONB), $9, CAST($10::TEXT AS JSONB),
    CAST($11::TEXT AS JSONB), $12, $13, $14, $15, $16, $17, $18, $19, $20)
ON CONFLICT (id)
DO NOTHING
RETURNING mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt";

-- datasets.get_dataset
-- A data set by id, if it is of that organization and project.
-- parameters: dataset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = $1;

-- datasets.get_dataset: of one project
-- parameters: dataset, organization, project
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = $1
  AND mastra_datasets."organizationId" = $2
  AND mastra_datasets."projectId" = $3;

-- datasets.get_dataset: of one organization
-- parameters: dataset, organization
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = $1
  AND mastra_datasets."organizationId" = $2;

-- datasets.lock_dataset
-- As `get_dataset`, and nobody else changes the data set, or its items, until the
-- transaction ends.
-- parameters: dataset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = $1
FOR UPDATE;

-- datasets.lock_dataset: of one project
-- parameters: dataset, organization, project
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = $1
  AND mastra_datasets."organizationId" = $2
  AND mastra_datasets."projectId" = $3
FOR UPDATE;

-- datasets.lock_dataset: of one organization
-- parameters: dataset, organization
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = $1
  AND mastra_datasets."organizationId" = $2
FOR UPDATE;

-- datasets.update_dataset: nothing
-- Replace some columns, and the time of the last change.
-- parameters: updated_at, updated_at, dataset
UPDATE mastra_datasets
SET "updatedAt"=$1, "updatedAtZ"=$2
WHERE mastra_datasets.id = $3
RETURNING mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt";

-- datasets.update_dataset: metadata
-- parameters: metadata, updated_at, updated_at, dataset
UPDATE mastra_datasets
SET metadata=CAST($1::TEXT AS JSONB), "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_datasets.id = $4
RETURNING mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt";

-- datasets.update_dataset: input schema
-- parameters: input_schema, updated_at, updated_at, dataset
UPDATE mastra_datasets
SET "inputSchema"=CAST($1::TEXT AS JSONB), "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_datasets.id = $4
RETURNING mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt";

-- datasets.delete_dataset
-- Delete a data set that is locked.
-- parameters: dataset
DELETE FROM mastra_datasets
WHERE mastra_datasets.id = $1;

-- datasets.list_datasets
-- A page, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- datasets.list_datasets: a later page
-- parameters: limit, offset
SELECT page.id, page.name, page.description, page.metadata::TEXT AS metadata,
    page."inputSchema"::TEXT AS "inputSchema", page."groundTruthSchema"::TEXT AS "groundTruthSchema",
    page."requestContextSchema"::TEXT AS "requestContextSchema", page.tags::TEXT AS tags,
    page."targetType", page."targetIds"::TEXT AS "targetIds", page."scorerIds"::TEXT AS "scorerIds",
    page."organizationId", page."projectId", page."candidateKey", page."candidateId", page.version,
    page."createdAt", page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_datasets
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_datasets.id AS id, mastra_datasets.name AS name,
        mastra_datasets.description AS description, mastra_datasets.metadata AS metadata,
        mastra_datasets."inputSchema" AS "inputSchema",
        mastra_datasets."groundTruthSchema" AS "groundTruthSchema",
        mastra_datasets."requestContextSchema" AS "requestContextSchema",
        mastra_datasets.tags AS tags, mastra_datasets."targetType" AS "targetType",
        mastra_datasets."targetIds" AS "targetIds", mastra_datasets."scorerIds" AS "scorerIds",
        mastra_datasets."organizationId" AS "organizationId",
        mastra_datasets."projectId" AS "projectId", mastra_datasets."candidateKey" AS "candidateKey",
        mastra_datasets."candidateId" AS "candidateId", mastra_datasets.version AS version,
        mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
    FROM mastra_datasets
    ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
    LIMIT $1 OFFSET $2
) AS page ON true
ORDER BY page."createdAt" DESC, page.id COLLATE "C" DESC;

-- datasets.list_datasets: without total
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- datasets.list_datasets: everything
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC;

-- datasets.list_datasets: oldest first
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt", mastra_datasets.id COLLATE "C"
LIMIT $1 OFFSET $2;

-- datasets.list_datasets: last updated first
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets."updatedAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- datasets.list_datasets: by name
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets.name COLLATE "C", mastra_datasets.id COLLATE "C"
LIMIT $1 OFFSET $2;

-- datasets.list_datasets: of a name
-- parameters: part, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE strpos(lower(mastra_datasets.name COLLATE "C"), $1) > 0
) AS "total of all pages"
FROM mastra_datasets
WHERE strpos(lower(mastra_datasets.name COLLATE "C"), $1) > 0
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- datasets.list_datasets: with targets
-- parameters: targets, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE mastra_datasets."targetIds" ?| $1
) AS "total of all pages"
FROM mastra_datasets
WHERE mastra_datasets."targetIds" ?| $1
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- datasets.list_datasets: for agents
-- parameters: target_type, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE mastra_datasets."targetType" = $1
) AS "total of all pages"
FROM mastra_datasets
WHERE mastra_datasets."targetType" = $1
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- datasets.list_datasets: of a candidate
-- parameters: candidate_key, candidate_id, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE mastra_datasets."candidateKey" = $1
      AND mastra_datasets."candidateId" = $2
) AS "total of all pages"
FROM mastra_datasets
WHERE mastra_datasets."candidateKey" = $1
  AND mastra_datasets."candidateId" = $2
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- datasets.list_datasets: of one project
-- parameters: organization, project, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    mastra_datasets.metadata::TEXT AS metadata, mastra_datasets."inputSchema"::TEXT AS "inputSchema",
    mastra_datasets."groundTruthSchema"::TEXT AS "groundTruthSchema",
    mastra_datasets."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_datasets.tags::TEXT AS tags, mastra_datasets."targetType",
    mastra_datasets."targetIds"::TEXT AS "targetIds",
    mastra_datasets."scorerIds"::TEXT AS "scorerIds", mastra_datasets."organizationId",
    mastra_datasets."projectId", mastra_datasets."candidateKey", mastra_datasets."candidateId",
    mastra_datasets.version, mastra_datasets."createdAt" AS "createdAt",
    mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE mastra_datasets."organizationId" = $1
      AND mastra_datasets."projectId" = $2
) AS "total of all pages"
FROM mastra_datasets
WHERE mastra_datasets."organizationId" = $1
  AND mastra_datasets."projectId" = $2
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- datasets.list_datasets: 500 shapes with several of these; their fingerprint:
-- 7abb4183c4e5bc576eb0230e30a28719ca9fefed6edfe8d6dd04ae04d719cdae

-- datasets.advance
-- Set the version of a data set that is locked. When it was changed itself stays.
-- parameters: version, dataset
UPDATE mastra_datasets
SET version=$1
WHERE mastra_datasets.id = $2;

-- datasets.record_version
-- Insert a version of a data set that is locked.
-- parameters: id, dataset_id, version, created_at, created_at
INSERT INTO mastra_dataset_versions (id, "datasetId", version, "createdAt", "createdAtZ")
VALUES ($1, $2, $3, $4, $5);

-- datasets.find_version
-- A version of a data set, if it is recorded.
-- parameters: dataset, version
SELECT mastra_dataset_versions.id
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = $1
  AND mastra_dataset_versions.version = $2;

-- datasets.delete_versions
-- Delete the versions of a data set.
-- parameters: dataset
DELETE FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = $1;

-- datasets.list_versions
-- A page, the newest first, with its total where wanted.
-- parameters: dataset, limit, offset
SELECT mastra_dataset_versions.id, mastra_dataset_versions."datasetId",
    mastra_dataset_versions.version, mastra_dataset_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_dataset_versions
    WHERE mastra_dataset_versions."datasetId" = $1
) AS "total of all pages"
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = $1
ORDER BY mastra_dataset_versions.version DESC
LIMIT $2 OFFSET $3;

-- datasets.list_versions: a later page
-- parameters: dataset, limit, offset
SELECT page.id, page."datasetId", page.version, page."createdAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_dataset_versions
        WHERE mastra_dataset_versions."datasetId" = $1
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_dataset_versions.id AS id, mastra_dataset_versions."datasetId" AS "datasetId",
        mastra_dataset_versions.version AS version,
        mastra_dataset_versions."createdAt" AS "createdAt"
    FROM mastra_dataset_versions
    WHERE mastra_dataset_versions."datasetId" = $1
    ORDER BY mastra_dataset_versions.version DESC
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page.version DESC;

-- datasets.list_versions: without total
-- parameters: dataset, limit, offset
SELECT mastra_dataset_versions.id, mastra_dataset_versions."datasetId",
    mastra_dataset_versions.version, mastra_dataset_versions."createdAt" AS "createdAt"
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = $1
ORDER BY mastra_dataset_versions.version DESC
LIMIT $2 OFFSET $3;

-- datasets.list_versions: everything
-- parameters: dataset
SELECT mastra_dataset_versions.id, mastra_dataset_versions."datasetId",
    mastra_dataset_versions.version, mastra_dataset_versions."createdAt" AS "createdAt"
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = $1
ORDER BY mastra_dataset_versions.version DESC;

-- datasets.insert_item
-- Insert a row of an item.
-- parameters: id, dataset_id, dataset_version, external_id, organization_id, project_id, valid_to,
--     is_deleted, input, ground_truth, request_context, metadata, source, expected_trajectory,
--     tool_mocks, unmocked_tool_policy, scorer_ids, created_at, updated_at, created_at, updated_at
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt",
    "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CAST($9::TEXT AS JSONB), CAST($10::TEXT AS JSONB),
    CAST($11::TEXT AS JSONB), CAST($12::TEXT AS JSONB), CAST($13::TEXT AS JSONB),
    CAST($14::TEXT AS JSONB), CAST($15::TEXT AS JSONB), $16, CAST($17::TEXT AS JSONB), $18, $19, $20,
    $21);

-- datasets.known_items
-- The first and the newest row of each item of a data set that has one of some external
-- ids.
-- parameters: dataset, external_ids
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."externalId" = ANY ($2)
  AND (mastra_dataset_items."validTo" IS NULL OR NOT (EXISTS (
    SELECT 1
    FROM mastra_dataset_items AS before
    WHERE before."datasetId" = mastra_dataset_items."datasetId"
      AND before."externalId" = mastra_dataset_items."externalId"
      AND before."datasetVersion" < mastra_dataset_items."datasetVersion"
)));

-- datasets.newest_row
-- What has to be known of an item to change it, be it deleted or not.
-- parameters: item
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", mastra_dataset_items."isDeleted",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items."organizationId",
    mastra_dataset_items."projectId"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND mastra_dataset_items."validTo" IS NULL;

-- datasets.close_items
-- Let the current rows of items of a data set end with a version; return which there
-- were.
-- parameters: version, items, dataset, deleted
UPDATE mastra_dataset_items
SET "validTo"=$1
WHERE mastra_dataset_items.id = ANY ($2)
  AND coalesce(mastra_dataset_items."datasetId" = $3, false)
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $4
RETURNING mastra_dataset_items.id;

-- datasets.renew_item: nothing
-- Insert the next row of an item whose current one has just ended, with some columns
-- replaced; return it.
-- parameters: version, valid_to, is_deleted, updated_at, updated_at, items, dataset
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt",
    "createdAtZ", "updatedAtZ")
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", $1 AS anon_1,
    mastra_dataset_items."externalId", mastra_dataset_items."organizationId",
    mastra_dataset_items."projectId", $2 AS anon_2, $3 AS anon_3, mastra_dataset_items.input,
    mastra_dataset_items."groundTruth", mastra_dataset_items."requestContext",
    mastra_dataset_items.metadata, mastra_dataset_items.source,
    mastra_dataset_items."expectedTrajectory", mastra_dataset_items."toolMocks",
    mastra_dataset_items."unmockedToolPolicy", mastra_dataset_items."scorerIds",
    mastra_dataset_items."createdAt", $4 AS anon_4, mastra_dataset_items."createdAtZ", $5 AS anon_5
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ANY ($6)
  AND coalesce(mastra_dataset_items."datasetId" = $7, false)
  AND coalesce(mastra_dataset_items."validTo" = $1, false)
RETURNING mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt";

-- datasets.renew_item: metadata
-- parameters: version, valid_to, is_deleted, metadata, updated_at, updated_at, items, dataset
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt",
    "createdAtZ", "updatedAtZ")
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", $1 AS anon_1,
    mastra_dataset_items."externalId", mastra_dataset_items."organizationId",
    mastra_dataset_items."projectId", $2 AS anon_2, $3 AS anon_3, mastra_dataset_items.input,
    mastra_dataset_items."groundTruth", mastra_dataset_items."requestContext",
    CAST($4::TEXT AS JSONB) AS anon_4, mastra_dataset_items.source,
    mastra_dataset_items."expectedTrajectory", mastra_dataset_items."toolMocks",
    mastra_dataset_items."unmockedToolPolicy", mastra_dataset_items."scorerIds",
    mastra_dataset_items."createdAt", $5 AS anon_5, mastra_dataset_items."createdAtZ", $6 AS anon_6
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ANY ($7)
  AND coalesce(mastra_dataset_items."datasetId" = $8, false)
  AND coalesce(mastra_dataset_items."validTo" = $1, false)
RETURNING mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt";

-- datasets.bury_items
-- Insert the marks that items, whose current rows have just ended, were deleted.
-- parameters: version, valid_to, is_deleted, updated_at, updated_at, items, dataset
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt",
    "createdAtZ", "updatedAtZ")
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", $1 AS anon_1,
    mastra_dataset_items."externalId", mastra_dataset_items."organizationId",
    mastra_dataset_items."projectId", $2 AS anon_2, $3 AS anon_3, mastra_dataset_items.input,
    mastra_dataset_items."groundTruth", mastra_dataset_items."requestContext",
    mastra_dataset_items.metadata, mastra_dataset_items.source,
    mastra_dataset_items."expectedTrajectory", mastra_dataset_items."toolMocks",
    mastra_dataset_items."unmockedToolPolicy", mastra_dataset_items."scorerIds",
    mastra_dataset_items."createdAt", $4 AS anon_4, mastra_dataset_items."createdAtZ", $5 AS anon_5
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ANY ($6)
  AND coalesce(mastra_dataset_items."datasetId" = $7, false)
  AND coalesce(mastra_dataset_items."validTo" = $1, false);

-- datasets.erase_item
-- Erase the content of every row of an item of a data set; return which there were.
-- parameters: input, ground_truth, request_context, metadata, source, expected_trajectory,
--     tool_mocks, unmocked_tool_policy, scorer_ids, item, dataset
UPDATE mastra_dataset_items
SET input=CAST($1::TEXT AS JSONB), "groundTruth"=CAST($2::TEXT AS JSONB),
    "requestContext"=CAST($3::TEXT AS JSONB), metadata=CAST($4::TEXT AS JSONB),
    source=CAST($5::TEXT AS JSONB), "expectedTrajectory"=CAST($6::TEXT AS JSONB),
    "toolMocks"=CAST($7::TEXT AS JSONB), "unmockedToolPolicy"=$8,
    "scorerIds"=CAST($9::TEXT AS JSONB)
WHERE mastra_dataset_items.id = $10
  AND coalesce(mastra_dataset_items."datasetId" = $11, false)
RETURNING mastra_dataset_items.id;

-- datasets.delete_items
-- Delete all rows of the items of a data set.
-- parameters: dataset
DELETE FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1;

-- datasets.get_item
-- An item, as it is or as it was at a version.
-- parameters: item, deleted
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2;

-- datasets.get_item: at version
-- parameters: item, version, deleted
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND coalesce(mastra_dataset_items."datasetVersion" <= $2, false)
  AND (mastra_dataset_items."validTo" IS NULL OR mastra_dataset_items."validTo" > $2)
  AND mastra_dataset_items."isDeleted" = $3;

-- datasets.get_item: of one project
-- parameters: item, deleted, organization, project
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
  AND mastra_dataset_items."organizationId" = $3
  AND mastra_dataset_items."projectId" = $4;

-- datasets.get_item: of one organization
-- parameters: item, deleted, organization
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
  AND mastra_dataset_items."organizationId" = $3;

-- datasets.get_item: 2 shapes with several of these; their fingerprint:
-- aaf207958830343f2ce035f3af66b8d2e3a36c61fa02224f39ba271a6512d8ce

-- datasets.item_history
-- All rows of an item, the newest first.
-- parameters: item
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
ORDER BY mastra_dataset_items."datasetVersion" DESC;

-- datasets.item_history: of one project
-- parameters: item, organization, project
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND mastra_dataset_items."organizationId" = $2
  AND mastra_dataset_items."projectId" = $3
ORDER BY mastra_dataset_items."datasetVersion" DESC;

-- datasets.item_history: of one organization
-- parameters: item, organization
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = $1
  AND mastra_dataset_items."organizationId" = $2
ORDER BY mastra_dataset_items."datasetVersion" DESC;

-- datasets.list_items
-- A page of the items of a data set, with its total where wanted.
-- parameters: dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = $1
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = $2
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- datasets.list_items: a later page
-- parameters: dataset, deleted, limit, offset
SELECT page.id, page."datasetId", page."datasetVersion", page."externalId", page."organizationId",
    page."projectId", page.input::TEXT AS input, page."groundTruth"::TEXT AS "groundTruth",
    page."requestContext"::TEXT AS "requestContext", page.metadata::TEXT AS metadata,
    page.source::TEXT AS source, page."expectedTrajectory"::TEXT AS "expectedTrajectory",
    page."toolMocks"::TEXT AS "toolMocks", page."unmockedToolPolicy",
    page."scorerIds"::TEXT AS "scorerIds", page."createdAt", page."updatedAt",
    counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_dataset_items
        WHERE mastra_dataset_items."datasetId" = $1
          AND mastra_dataset_items."validTo" IS NULL
          AND mastra_dataset_items."isDeleted" = $2
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_dataset_items.id AS id, mastra_dataset_items."datasetId" AS "datasetId",
        mastra_dataset_items."datasetVersion" AS "datasetVersion",
        mastra_dataset_items."externalId" AS "externalId",
        mastra_dataset_items."organizationId" AS "organizationId",
        mastra_dataset_items."projectId" AS "projectId", mastra_dataset_items.input AS input,
        mastra_dataset_items."groundTruth" AS "groundTruth",
        mastra_dataset_items."requestContext" AS "requestContext",
        mastra_dataset_items.metadata AS metadata, mastra_dataset_items.source AS source,
        mastra_dataset_items."expectedTrajectory" AS "expectedTrajectory",
        mastra_dataset_items."toolMocks" AS "toolMocks",
        mastra_dataset_items."unmockedToolPolicy" AS "unmockedToolPolicy",
        mastra_dataset_items."scorerIds" AS "scorerIds",
        mastra_dataset_items."createdAt" AS "createdAt",
        mastra_dataset_items."updatedAt" AS "updatedAt"
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = $1
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = $2
    ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id COLLATE "C" DESC
    LIMIT $3 OFFSET $4
) AS page ON true
ORDER BY page."createdAt" DESC, page.id COLLATE "C" DESC;

-- datasets.list_items: without total
-- parameters: dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- datasets.list_items: everything
-- parameters: dataset, deleted
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id COLLATE "C" DESC;

-- datasets.list_items: oldest first
-- parameters: dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = $1
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = $2
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
ORDER BY mastra_dataset_items."createdAt", mastra_dataset_items.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- datasets.list_items: last updated first
-- parameters: dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = $1
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = $2
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
ORDER BY mastra_dataset_items."updatedAt" DESC, mastra_dataset_items.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- datasets.list_items: of one project
-- parameters: dataset, deleted, organization, project, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = $1
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = $2
      AND mastra_dataset_items."organizationId" = $3
      AND mastra_dataset_items."projectId" = $4
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
  AND mastra_dataset_items."organizationId" = $3
  AND mastra_dataset_items."projectId" = $4
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id COLLATE "C" DESC
LIMIT $5 OFFSET $6;

-- datasets.list_items: with a text
-- parameters: dataset, deleted, search, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = $1
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = $2
      AND ((EXISTS (
        SELECT 1
        FROM jsonb_path_query(mastra_dataset_items.input,
            'strict $.** ? (@.type() == "string")'::jsonpath) AS anon_1(value)
        WHERE strpos(lower((anon_1.value #>> '{}') COLLATE "C"), $3) > 0
    )) OR (EXISTS (
        SELECT 1
        FROM jsonb_path_query(mastra_dataset_items."groundTruth",
            'strict $.** ? (@.type() == "string")'::jsonpath) AS anon_2(value)
        WHERE strpos(lower((anon_2.value #>> '{}') COLLATE "C"), $3) > 0
    )))
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
  AND ((EXISTS (
    SELECT 1
    FROM jsonb_path_query(mastra_dataset_items.input,
        'strict $.** ? (@.type() == "string")'::jsonpath) AS anon_3(value)
    WHERE strpos(lower((anon_3.value #>> '{}') COLLATE "C"), $3) > 0
)) OR (EXISTS (
    SELECT 1
    FROM jsonb_path_query(mastra_dataset_items."groundTruth",
        'strict $.** ? (@.type() == "string")'::jsonpath) AS anon_4(value)
    WHERE strpos(lower((anon_4.value #>> '{}') COLLATE "C"), $3) > 0
)))
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id COLLATE "C" DESC
LIMIT $4 OFFSET $5;

-- datasets.list_items: at a version
-- parameters: dataset, version, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = $1
      AND coalesce(mastra_dataset_items."datasetVersion" <= $2, false)
      AND (mastra_dataset_items."validTo" IS NULL OR mastra_dataset_items."validTo" > $2)
      AND mastra_dataset_items."isDeleted" = $3
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND coalesce(mastra_dataset_items."datasetVersion" <= $2, false)
  AND (mastra_dataset_items."validTo" IS NULL OR mastra_dataset_items."validTo" > $2)
  AND mastra_dataset_items."isDeleted" = $3
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id COLLATE "C" DESC
LIMIT $4 OFFSET $5;

-- datasets.list_items: behind another
-- parameters: dataset, deleted, after, after_id, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items.input::TEXT AS input,
    mastra_dataset_items."groundTruth"::TEXT AS "groundTruth",
    mastra_dataset_items."requestContext"::TEXT AS "requestContext",
    mastra_dataset_items.metadata::TEXT AS metadata, mastra_dataset_items.source::TEXT AS source,
    mastra_dataset_items."expectedTrajectory"::TEXT AS "expectedTrajectory",
    mastra_dataset_items."toolMocks"::TEXT AS "toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds"::TEXT AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = $1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = $2
  AND (mastra_dataset_items."createdAt", mastra_dataset_items.id COLLATE "C") > ($3, $4)
ORDER BY mastra_dataset_items."createdAt", mastra_dataset_items.id COLLATE "C"
LIMIT $5 OFFSET $6;

-- datasets.list_items: 88 shapes with several of these; their fingerprint:
-- dff1259582a6dbcc20d40bf690ab4d58e26c281c8224283e6eaba75f2f3cf18e

-- datasets.results_table
-- One row if the tables of experiments are there.
SELECT 1 AS found
WHERE to_regclass('mastra_experiment_results') IS NOT NULL;

-- datasets.delete_results
-- Delete the results of experiments on a data set.
-- parameters: dataset
DELETE FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" IN (
    SELECT mastra_experiments.id
    FROM mastra_experiments
    WHERE mastra_experiments."datasetId" = $1
);

-- datasets.detach_experiments
-- Let experiments be on no data set.
-- parameters: None, None, dataset
UPDATE mastra_experiments
SET "datasetId"=$1, "datasetVersion"=$2
WHERE mastra_experiments."datasetId" = $3;

-- datasets.erase_results
-- Erase what experiments on a data set know of an item.
-- parameters: input, output, ground_truth, metadata, error, tags, comment, tool_mock_report, item,
--     dataset
UPDATE mastra_experiment_results
SET input=CAST($1::TEXT AS JSONB), output=CAST($2::TEXT AS JSONB),
    "groundTruth"=CAST($3::TEXT AS JSONB), metadata=CAST($4::TEXT AS JSONB),
    error=CAST($5::TEXT AS JSONB), tags=CAST($6::TEXT AS JSONB), comment=$7,
    "toolMockReport"=CAST($8::TEXT AS JSONB)
WHERE mastra_experiment_results."itemId" = $9
  AND mastra_experiment_results."experimentId" IN (
    SELECT mastra_experiments.id
    FROM mastra_experiments
    WHERE mastra_experiments."datasetId" = $10
);
