-- The datasets domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_datasets (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    metadata TEXT,
    "inputSchema" TEXT,
    "groundTruthSchema" TEXT,
    "requestContextSchema" TEXT,
    tags TEXT,
    "targetType" TEXT,
    "targetIds" TEXT,
    "scorerIds" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    "candidateKey" TEXT,
    "candidateId" TEXT,
    version INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
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
    "isDeleted" INTEGER NOT NULL,
    input TEXT NOT NULL,
    "groundTruth" TEXT,
    "requestContext" TEXT,
    metadata TEXT,
    source TEXT,
    "expectedTrajectory" TEXT,
    "toolMocks" TEXT,
    "unmockedToolPolicy" TEXT,
    "scorerIds" TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS mastra_dataset_versions (
    id TEXT NOT NULL,
    "datasetId" TEXT NOT NULL,
    version INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
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
CREATE INDEX IF NOT EXISTS idx_dataset_items_dataset_externalid_version ON mastra_dataset_items ("datasetId",
    "externalId", "datasetVersion");
CREATE INDEX IF NOT EXISTS idx_datasets_tenancy_createdat ON mastra_datasets ("organizationId",
    "projectId", "createdAt", id);
CREATE INDEX IF NOT EXISTS idx_datasets_tenancy_candidate ON mastra_datasets ("organizationId",
    "projectId", "candidateKey", "candidateId");
CREATE INDEX IF NOT EXISTS idx_dataset_items_tenancy_list ON mastra_dataset_items ("organizationId",
    "projectId", "datasetId", "validTo", "isDeleted");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_datasets_created_idx ON mastra_datasets ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_dataset_items_created_idx ON mastra_dataset_items ("datasetId",
    "createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_dataset_items_id_idx ON mastra_dataset_items (id,
    "datasetVersion");

-- datasets.create_dataset
-- Insert; return nothing where the id exists.
-- parameters: id, name, description, metadata, input_schema, ground_truth_schema,
--     request_context_schema, tags, target_type, target_ids, scorer_ids, organization_id,
--     project_id, candidate_key, candidate_id, version, created_at, updated_at
INSERT INTO mastra_datasets (id, name, description, metadata, "inputSchema", "groundTruthSchema",
    "requestContextSchema", tags, "targetType", "targetIds", "scorerIds", "organizationId",
    "projectId", "candidateKey", "candidateId", version, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO NOTHING
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof("inputSchema") WHEN 'blob' THEN json("inputSchema") ELSE "inputSchema" END AS "inputSchema",
    CASE typeof("groundTruthSchema") WHEN 'blob' THEN json("groundTruthSchema") ELSE "groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof("requestContextSchema") WHEN 'blob' THEN json("requestContextSchema") ELSE "requestContextSchema" END AS "requestContextSchema",
    CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, "targetType",
    CASE typeof("targetIds") WHEN 'blob' THEN json("targetIds") ELSE "targetIds" END AS "targetIds",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    "organizationId", "projectId", "candidateKey", "candidateId", version,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- datasets.get_dataset
-- A data set by id, if it is of that organization and project.
-- parameters: dataset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = ?;

-- datasets.get_dataset: of one project
-- parameters: dataset, organization, project
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = ?
  AND mastra_datasets."organizationId" = ?
  AND mastra_datasets."projectId" = ?;

-- datasets.get_dataset: of one organization
-- parameters: dataset, organization
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = ?
  AND mastra_datasets."organizationId" = ?;

-- datasets.lock_dataset
-- As `get_dataset`, and nobody else changes the data set, or its items, until the
-- transaction ends.
-- parameters: dataset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = ?;

-- datasets.lock_dataset: of one project
-- parameters: dataset, organization, project
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = ?
  AND mastra_datasets."organizationId" = ?
  AND mastra_datasets."projectId" = ?;

-- datasets.lock_dataset: of one organization
-- parameters: dataset, organization
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
WHERE mastra_datasets.id = ?
  AND mastra_datasets."organizationId" = ?;

-- datasets.update_dataset: nothing
-- Replace some columns, and the time of the last change.
-- parameters: updated_at, dataset
UPDATE mastra_datasets
SET "updatedAt"=?
WHERE mastra_datasets.id = ?
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof("inputSchema") WHEN 'blob' THEN json("inputSchema") ELSE "inputSchema" END AS "inputSchema",
    CASE typeof("groundTruthSchema") WHEN 'blob' THEN json("groundTruthSchema") ELSE "groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof("requestContextSchema") WHEN 'blob' THEN json("requestContextSchema") ELSE "requestContextSchema" END AS "requestContextSchema",
    CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, "targetType",
    CASE typeof("targetIds") WHEN 'blob' THEN json("targetIds") ELSE "targetIds" END AS "targetIds",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    "organizationId", "projectId", "candidateKey", "candidateId", version,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- datasets.update_dataset: metadata
-- parameters: metadata, updated_at, dataset
UPDATE mastra_datasets
SET metadata=?, "updatedAt"=?
WHERE mastra_datasets.id = ?
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof("inputSchema") WHEN 'blob' THEN json("inputSchema") ELSE "inputSchema" END AS "inputSchema",
    CASE typeof("groundTruthSchema") WHEN 'blob' THEN json("groundTruthSchema") ELSE "groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof("requestContextSchema") WHEN 'blob' THEN json("requestContextSchema") ELSE "requestContextSchema" END AS "requestContextSchema",
    CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, "targetType",
    CASE typeof("targetIds") WHEN 'blob' THEN json("targetIds") ELSE "targetIds" END AS "targetIds",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    "organizationId", "projectId", "candidateKey", "candidateId", version,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- datasets.update_dataset: input schema
-- parameters: input_schema, updated_at, dataset
UPDATE mastra_datasets
SET "inputSchema"=?, "updatedAt"=?
WHERE mastra_datasets.id = ?
RETURNING id, name, description,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof("inputSchema") WHEN 'blob' THEN json("inputSchema") ELSE "inputSchema" END AS "inputSchema",
    CASE typeof("groundTruthSchema") WHEN 'blob' THEN json("groundTruthSchema") ELSE "groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof("requestContextSchema") WHEN 'blob' THEN json("requestContextSchema") ELSE "requestContextSchema" END AS "requestContextSchema",
    CASE typeof(tags) WHEN 'blob' THEN json(tags) ELSE tags END AS tags, "targetType",
    CASE typeof("targetIds") WHEN 'blob' THEN json("targetIds") ELSE "targetIds" END AS "targetIds",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    "organizationId", "projectId", "candidateKey", "candidateId", version,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- datasets.delete_dataset
-- Delete a data set that is locked.
-- parameters: dataset
DELETE FROM mastra_datasets
WHERE mastra_datasets.id = ?;

-- datasets.list_datasets
-- A page, with its total where wanted.
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: a later page
-- parameters: limit, offset
SELECT page.id, page.name, page.description,
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    CASE typeof(page."inputSchema") WHEN 'blob' THEN json(page."inputSchema") ELSE page."inputSchema" END AS "inputSchema",
    CASE typeof(page."groundTruthSchema") WHEN 'blob' THEN json(page."groundTruthSchema") ELSE page."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(page."requestContextSchema") WHEN 'blob' THEN json(page."requestContextSchema") ELSE page."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(page.tags) WHEN 'blob' THEN json(page.tags) ELSE page.tags END AS tags,
    page."targetType",
    CASE typeof(page."targetIds") WHEN 'blob' THEN json(page."targetIds") ELSE page."targetIds" END AS "targetIds",
    CASE typeof(page."scorerIds") WHEN 'blob' THEN json(page."scorerIds") ELSE page."scorerIds" END AS "scorerIds",
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
    ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt" DESC, page.id DESC;

-- datasets.list_datasets: without total
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: everything
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC;

-- datasets.list_datasets: oldest first
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets."createdAt", mastra_datasets.id
LIMIT ? OFFSET ?;

-- datasets.list_datasets: last updated first
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets."updatedAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: by name
-- parameters: limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
) AS "total of all pages"
FROM mastra_datasets
ORDER BY mastra_datasets.name, mastra_datasets.id
LIMIT ? OFFSET ?;

-- datasets.list_datasets: of a name
-- parameters: part, part, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE instr(lower(mastra_datasets.name), ?) > 0
) AS "total of all pages"
FROM mastra_datasets
WHERE instr(lower(mastra_datasets.name), ?) > 0
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: with targets
-- parameters: targets, targets, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE EXISTS (
        SELECT 1
        FROM json_each(mastra_datasets."targetIds") AS member
        WHERE member.value IN (
            SELECT anon_1.value
            FROM json_each(?) AS anon_1
        )
    )
) AS "total of all pages"
FROM mastra_datasets
WHERE EXISTS (
    SELECT 1
    FROM json_each(mastra_datasets."targetIds") AS member
    WHERE member.value IN (
        SELECT anon_2.value
        FROM json_each(?) AS anon_2
    )
)
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: for agents
-- parameters: target_type, target_type, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE mastra_datasets."targetType" = ?
) AS "total of all pages"
FROM mastra_datasets
WHERE mastra_datasets."targetType" = ?
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: of a candidate
-- parameters: candidate_key, candidate_id, candidate_key, candidate_id, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE mastra_datasets."candidateKey" = ?
      AND mastra_datasets."candidateId" = ?
) AS "total of all pages"
FROM mastra_datasets
WHERE mastra_datasets."candidateKey" = ?
  AND mastra_datasets."candidateId" = ?
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: of one project
-- parameters: organization, project, organization, project, limit, offset
SELECT mastra_datasets.id, mastra_datasets.name, mastra_datasets.description,
    CASE typeof(mastra_datasets.metadata) WHEN 'blob' THEN json(mastra_datasets.metadata) ELSE mastra_datasets.metadata END AS metadata,
    CASE typeof(mastra_datasets."inputSchema") WHEN 'blob' THEN json(mastra_datasets."inputSchema") ELSE mastra_datasets."inputSchema" END AS "inputSchema",
    CASE typeof(mastra_datasets."groundTruthSchema") WHEN 'blob' THEN json(mastra_datasets."groundTruthSchema") ELSE mastra_datasets."groundTruthSchema" END AS "groundTruthSchema",
    CASE typeof(mastra_datasets."requestContextSchema") WHEN 'blob' THEN json(mastra_datasets."requestContextSchema") ELSE mastra_datasets."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_datasets.tags) WHEN 'blob' THEN json(mastra_datasets.tags) ELSE mastra_datasets.tags END AS tags,
    mastra_datasets."targetType",
    CASE typeof(mastra_datasets."targetIds") WHEN 'blob' THEN json(mastra_datasets."targetIds") ELSE mastra_datasets."targetIds" END AS "targetIds",
    CASE typeof(mastra_datasets."scorerIds") WHEN 'blob' THEN json(mastra_datasets."scorerIds") ELSE mastra_datasets."scorerIds" END AS "scorerIds",
    mastra_datasets."organizationId", mastra_datasets."projectId", mastra_datasets."candidateKey",
    mastra_datasets."candidateId", mastra_datasets.version,
    mastra_datasets."createdAt" AS "createdAt", mastra_datasets."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_datasets
    WHERE mastra_datasets."organizationId" = ?
      AND mastra_datasets."projectId" = ?
) AS "total of all pages"
FROM mastra_datasets
WHERE mastra_datasets."organizationId" = ?
  AND mastra_datasets."projectId" = ?
ORDER BY mastra_datasets."createdAt" DESC, mastra_datasets.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_datasets: 500 shapes with several of these; their fingerprint:
-- 0e5bae1f36090c1cfca5bd3a234c84900fffe3353c07918e329d5e78fbe84772

-- datasets.advance
-- Set the version of a data set that is locked. When it was changed itself stays.
-- parameters: version, dataset
UPDATE mastra_datasets
SET version=?
WHERE mastra_datasets.id = ?;

-- datasets.record_version
-- Insert a version of a data set that is locked.
-- parameters: id, dataset_id, version, created_at
INSERT INTO mastra_dataset_versions (id, "datasetId", version, "createdAt")
VALUES (?, ?, ?, ?);

-- datasets.find_version
-- A version of a data set, if it is recorded.
-- parameters: dataset, version
SELECT mastra_dataset_versions.id
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = ?
  AND mastra_dataset_versions.version = ?;

-- datasets.delete_versions
-- Delete the versions of a data set.
-- parameters: dataset
DELETE FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = ?;

-- datasets.list_versions
-- A page, the newest first, with its total where wanted.
-- parameters: dataset, dataset, limit, offset
SELECT mastra_dataset_versions.id, mastra_dataset_versions."datasetId",
    mastra_dataset_versions.version, mastra_dataset_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_dataset_versions
    WHERE mastra_dataset_versions."datasetId" = ?
) AS "total of all pages"
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = ?
ORDER BY mastra_dataset_versions.version DESC
LIMIT ? OFFSET ?;

-- datasets.list_versions: a later page
-- parameters: dataset, dataset, limit, offset
SELECT page.id, page."datasetId", page.version, page."createdAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_dataset_versions
        WHERE mastra_dataset_versions."datasetId" = ?
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_dataset_versions.id AS id, mastra_dataset_versions."datasetId" AS "datasetId",
        mastra_dataset_versions.version AS version,
        mastra_dataset_versions."createdAt" AS "createdAt"
    FROM mastra_dataset_versions
    WHERE mastra_dataset_versions."datasetId" = ?
    ORDER BY mastra_dataset_versions.version DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page.version DESC;

-- datasets.list_versions: without total
-- parameters: dataset, limit, offset
SELECT mastra_dataset_versions.id, mastra_dataset_versions."datasetId",
    mastra_dataset_versions.version, mastra_dataset_versions."createdAt" AS "createdAt"
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = ?
ORDER BY mastra_dataset_versions.version DESC
LIMIT ? OFFSET ?;

-- datasets.list_versions: everything
-- parameters: dataset
SELECT mastra_dataset_versions.id, mastra_dataset_versions."datasetId",
    mastra_dataset_versions.version, mastra_dataset_versions."createdAt" AS "createdAt"
FROM mastra_dataset_versions
WHERE mastra_dataset_versions."datasetId" = ?
ORDER BY mastra_dataset_versions.version DESC;

-- datasets.insert_item
-- Insert a row of an item.
-- parameters: id, dataset_id, dataset_version, external_id, organization_id, project_id, valid_to,
--     is_deleted, input, ground_truth, request_context, metadata, source, expected_trajectory,
--     tool_mocks, unmocked_tool_policy, scorer_ids, created_at, updated_at
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- datasets.known_items
-- The first and the newest row of each item of a data set that has one of some external
-- ids.
-- parameters: dataset, external_ids
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."externalId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND (mastra_dataset_items."validTo" IS NULL OR NOT (EXISTS (
    SELECT 1
    FROM mastra_dataset_items AS "before"
    WHERE "before"."datasetId" = mastra_dataset_items."datasetId"
      AND "before"."externalId" = mastra_dataset_items."externalId"
      AND "before"."datasetVersion" < mastra_dataset_items."datasetVersion"
)));

-- datasets.newest_row
-- What has to be known of an item to change it, be it deleted or not.
-- parameters: item
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", mastra_dataset_items."isDeleted",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND mastra_dataset_items."validTo" IS NULL;

-- datasets.close_items
-- Let the current rows of items of a data set end with a version; return which there
-- were.
-- parameters: version, items, dataset, deleted
UPDATE mastra_dataset_items
SET "validTo"=?
WHERE mastra_dataset_items.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND coalesce(mastra_dataset_items."datasetId" = ?, 0) = 1
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
RETURNING id;

-- datasets.renew_item: nothing
-- Insert the next row of an item whose current one has just ended, with some columns
-- replaced; return it.
-- parameters: version, valid_to, is_deleted, updated_at, items, dataset, version
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt")
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", ? AS anon_1,
    mastra_dataset_items."externalId", mastra_dataset_items."organizationId",
    mastra_dataset_items."projectId", ? AS anon_2, ? AS anon_3, mastra_dataset_items.input,
    mastra_dataset_items."groundTruth", mastra_dataset_items."requestContext",
    mastra_dataset_items.metadata, mastra_dataset_items.source,
    mastra_dataset_items."expectedTrajectory", mastra_dataset_items."toolMocks",
    mastra_dataset_items."unmockedToolPolicy", mastra_dataset_items."scorerIds",
    mastra_dataset_items."createdAt", ? AS anon_4
FROM mastra_dataset_items
WHERE mastra_dataset_items.id IN (
    SELECT anon_5.value
    FROM json_each(?) AS anon_5
)
  AND coalesce(mastra_dataset_items."datasetId" = ?, 0) = 1
  AND coalesce(mastra_dataset_items."validTo" = ?, 0) = 1
RETURNING id, "datasetId", "datasetVersion", "externalId", "organizationId", "projectId", "validTo",
    "isDeleted", CASE typeof(input) WHEN 'blob' THEN json(input) ELSE input END AS input,
    CASE typeof("groundTruth") WHEN 'blob' THEN json("groundTruth") ELSE "groundTruth" END AS "groundTruth",
    CASE typeof("requestContext") WHEN 'blob' THEN json("requestContext") ELSE "requestContext" END AS "requestContext",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(source) WHEN 'blob' THEN json(source) ELSE source END AS source,
    CASE typeof("expectedTrajectory") WHEN 'blob' THEN json("expectedTrajectory") ELSE "expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof("toolMocks") WHEN 'blob' THEN json("toolMocks") ELSE "toolMocks" END AS "toolMocks",
    "unmockedToolPolicy",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- datasets.renew_item: metadata
-- parameters: version, valid_to, is_deleted, metadata, updated_at, items, dataset, version
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt")
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", ? AS anon_1,
    mastra_dataset_items."externalId", mastra_dataset_items."organizationId",
    mastra_dataset_items."projectId", ? AS anon_2, ? AS anon_3, mastra_dataset_items.input,
    mastra_dataset_items."groundTruth", mastra_dataset_items."requestContext", ? AS anon_4,
    mastra_dataset_items.source, mastra_dataset_items."expectedTrajectory",
    mastra_dataset_items."toolMocks", mastra_dataset_items."unmockedToolPolicy",
    mastra_dataset_items."scorerIds", mastra_dataset_items."createdAt", ? AS anon_5
FROM mastra_dataset_items
WHERE mastra_dataset_items.id IN (
    SELECT anon_6.value
    FROM json_each(?) AS anon_6
)
  AND coalesce(mastra_dataset_items."datasetId" = ?, 0) = 1
  AND coalesce(mastra_dataset_items."validTo" = ?, 0) = 1
RETURNING id, "datasetId", "datasetVersion", "externalId", "organizationId", "projectId", "validTo",
    "isDeleted", CASE typeof(input) WHEN 'blob' THEN json(input) ELSE input END AS input,
    CASE typeof("groundTruth") WHEN 'blob' THEN json("groundTruth") ELSE "groundTruth" END AS "groundTruth",
    CASE typeof("requestContext") WHEN 'blob' THEN json("requestContext") ELSE "requestContext" END AS "requestContext",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    CASE typeof(source) WHEN 'blob' THEN json(source) ELSE source END AS source,
    CASE typeof("expectedTrajectory") WHEN 'blob' THEN json("expectedTrajectory") ELSE "expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof("toolMocks") WHEN 'blob' THEN json("toolMocks") ELSE "toolMocks" END AS "toolMocks",
    "unmockedToolPolicy",
    CASE typeof("scorerIds") WHEN 'blob' THEN json("scorerIds") ELSE "scorerIds" END AS "scorerIds",
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- datasets.bury_items
-- Insert the marks that items, whose current rows have just ended, were deleted.
-- parameters: version, valid_to, is_deleted, updated_at, items, dataset, version
INSERT INTO mastra_dataset_items (id, "datasetId", "datasetVersion", "externalId", "organizationId",
    "projectId", "validTo", "isDeleted", input, "groundTruth", "requestContext", metadata, source,
    "expectedTrajectory", "toolMocks", "unmockedToolPolicy", "scorerIds", "createdAt", "updatedAt")
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId", ? AS anon_1,
    mastra_dataset_items."externalId", mastra_dataset_items."organizationId",
    mastra_dataset_items."projectId", ? AS anon_2, ? AS anon_3, mastra_dataset_items.input,
    mastra_dataset_items."groundTruth", mastra_dataset_items."requestContext",
    mastra_dataset_items.metadata, mastra_dataset_items.source,
    mastra_dataset_items."expectedTrajectory", mastra_dataset_items."toolMocks",
    mastra_dataset_items."unmockedToolPolicy", mastra_dataset_items."scorerIds",
    mastra_dataset_items."createdAt", ? AS anon_4
FROM mastra_dataset_items
WHERE mastra_dataset_items.id IN (
    SELECT anon_5.value
    FROM json_each(?) AS anon_5
)
  AND coalesce(mastra_dataset_items."datasetId" = ?, 0) = 1
  AND coalesce(mastra_dataset_items."validTo" = ?, 0) = 1;

-- datasets.erase_item
-- Erase the content of every row of an item of a data set; return which there were.
-- parameters: input, ground_truth, request_context, metadata, source, expected_trajectory,
--     tool_mocks, unmocked_tool_policy, scorer_ids, item, dataset
UPDATE mastra_dataset_items
SET input=?, "groundTruth"=?, "requestContext"=?, metadata=?, source=?, "expectedTrajectory"=?,
    "toolMocks"=?, "unmockedToolPolicy"=?, "scorerIds"=?
WHERE mastra_dataset_items.id = ?
  AND coalesce(mastra_dataset_items."datasetId" = ?, 0) = 1
RETURNING id;

-- datasets.delete_items
-- Delete all rows of the items of a data set.
-- parameters: dataset
DELETE FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?;

-- datasets.get_item
-- An item, as it is or as it was at a version.
-- parameters: item, deleted
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?;

-- datasets.get_item: at version
-- parameters: item, version, version, deleted
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND coalesce(mastra_dataset_items."datasetVersion" <= ?, 0) = 1
  AND (mastra_dataset_items."validTo" IS NULL OR mastra_dataset_items."validTo" > ?)
  AND mastra_dataset_items."isDeleted" = ?;

-- datasets.get_item: of one project
-- parameters: item, deleted, organization, project
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
  AND mastra_dataset_items."organizationId" = ?
  AND mastra_dataset_items."projectId" = ?;

-- datasets.get_item: of one organization
-- parameters: item, deleted, organization
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
  AND mastra_dataset_items."organizationId" = ?;

-- datasets.get_item: 2 shapes with several of these; their fingerprint:
-- 0055e1a3f416c2c984c17fcdcdee140c685e20ce012d8cb854056d2ee2887aae

-- datasets.item_history
-- All rows of an item, the newest first.
-- parameters: item
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
ORDER BY mastra_dataset_items."datasetVersion" DESC;

-- datasets.item_history: of one project
-- parameters: item, organization, project
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND mastra_dataset_items."organizationId" = ?
  AND mastra_dataset_items."projectId" = ?
ORDER BY mastra_dataset_items."datasetVersion" DESC;

-- datasets.item_history: of one organization
-- parameters: item, organization
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    mastra_dataset_items."validTo", mastra_dataset_items."isDeleted",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items.id = ?
  AND mastra_dataset_items."organizationId" = ?
ORDER BY mastra_dataset_items."datasetVersion" DESC;

-- datasets.list_items
-- A page of the items of a data set, with its total where wanted.
-- parameters: dataset, deleted, dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = ?
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = ?
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_items: a later page
-- parameters: dataset, deleted, dataset, deleted, limit, offset
SELECT page.id, page."datasetId", page."datasetVersion", page."externalId", page."organizationId",
    page."projectId",
    CASE typeof(page.input) WHEN 'blob' THEN json(page.input) ELSE page.input END AS input,
    CASE typeof(page."groundTruth") WHEN 'blob' THEN json(page."groundTruth") ELSE page."groundTruth" END AS "groundTruth",
    CASE typeof(page."requestContext") WHEN 'blob' THEN json(page."requestContext") ELSE page."requestContext" END AS "requestContext",
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    CASE typeof(page.source) WHEN 'blob' THEN json(page.source) ELSE page.source END AS source,
    CASE typeof(page."expectedTrajectory") WHEN 'blob' THEN json(page."expectedTrajectory") ELSE page."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(page."toolMocks") WHEN 'blob' THEN json(page."toolMocks") ELSE page."toolMocks" END AS "toolMocks",
    page."unmockedToolPolicy",
    CASE typeof(page."scorerIds") WHEN 'blob' THEN json(page."scorerIds") ELSE page."scorerIds" END AS "scorerIds",
    page."createdAt", page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_dataset_items
        WHERE mastra_dataset_items."datasetId" = ?
          AND mastra_dataset_items."validTo" IS NULL
          AND mastra_dataset_items."isDeleted" = ?
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
    WHERE mastra_dataset_items."datasetId" = ?
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = ?
    ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt" DESC, page.id DESC;

-- datasets.list_items: without total
-- parameters: dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_items: everything
-- parameters: dataset, deleted
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id DESC;

-- datasets.list_items: oldest first
-- parameters: dataset, deleted, dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = ?
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = ?
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
ORDER BY mastra_dataset_items."createdAt", mastra_dataset_items.id
LIMIT ? OFFSET ?;

-- datasets.list_items: last updated first
-- parameters: dataset, deleted, dataset, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = ?
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = ?
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
ORDER BY mastra_dataset_items."updatedAt" DESC, mastra_dataset_items.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_items: of one project
-- parameters: dataset, deleted, organization, project, dataset, deleted, organization, project,
--     limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = ?
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = ?
      AND mastra_dataset_items."organizationId" = ?
      AND mastra_dataset_items."projectId" = ?
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
  AND mastra_dataset_items."organizationId" = ?
  AND mastra_dataset_items."projectId" = ?
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_items: with a text
-- parameters: dataset, deleted, search, search, dataset, deleted, search, search, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = ?
      AND mastra_dataset_items."validTo" IS NULL
      AND mastra_dataset_items."isDeleted" = ?
      AND ((EXISTS (
        SELECT 1
        FROM json_tree(mastra_dataset_items.input) AS member
        WHERE member.type = 'text'
          AND instr(lower(member.atom), ?) > 0
    )) OR (EXISTS (
        SELECT 1
        FROM json_tree(mastra_dataset_items."groundTruth") AS member
        WHERE member.type = 'text'
          AND instr(lower(member.atom), ?) > 0
    )))
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
  AND ((EXISTS (
    SELECT 1
    FROM json_tree(mastra_dataset_items.input) AS member
    WHERE member.type = 'text'
      AND instr(lower(member.atom), ?) > 0
)) OR (EXISTS (
    SELECT 1
    FROM json_tree(mastra_dataset_items."groundTruth") AS member
    WHERE member.type = 'text'
      AND instr(lower(member.atom), ?) > 0
)))
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_items: at a version
-- parameters: dataset, version, version, deleted, dataset, version, version, deleted, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt",
    (
    SELECT count(*) AS count_1
    FROM mastra_dataset_items
    WHERE mastra_dataset_items."datasetId" = ?
      AND coalesce(mastra_dataset_items."datasetVersion" <= ?, 0) = 1
      AND (mastra_dataset_items."validTo" IS NULL OR mastra_dataset_items."validTo" > ?)
      AND mastra_dataset_items."isDeleted" = ?
) AS "total of all pages"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND coalesce(mastra_dataset_items."datasetVersion" <= ?, 0) = 1
  AND (mastra_dataset_items."validTo" IS NULL OR mastra_dataset_items."validTo" > ?)
  AND mastra_dataset_items."isDeleted" = ?
ORDER BY mastra_dataset_items."createdAt" DESC, mastra_dataset_items.id DESC
LIMIT ? OFFSET ?;

-- datasets.list_items: behind another
-- parameters: dataset, deleted, after, after_id, limit, offset
SELECT mastra_dataset_items.id, mastra_dataset_items."datasetId",
    mastra_dataset_items."datasetVersion", mastra_dataset_items."externalId",
    mastra_dataset_items."organizationId", mastra_dataset_items."projectId",
    CASE typeof(mastra_dataset_items.input) WHEN 'blob' THEN json(mastra_dataset_items.input) ELSE mastra_dataset_items.input END AS input,
    CASE typeof(mastra_dataset_items."groundTruth") WHEN 'blob' THEN json(mastra_dataset_items."groundTruth") ELSE mastra_dataset_items."groundTruth" END AS "groundTruth",
    CASE typeof(mastra_dataset_items."requestContext") WHEN 'blob' THEN json(mastra_dataset_items."requestContext") ELSE mastra_dataset_items."requestContext" END AS "requestContext",
    CASE typeof(mastra_dataset_items.metadata) WHEN 'blob' THEN json(mastra_dataset_items.metadata) ELSE mastra_dataset_items.metadata END AS metadata,
    CASE typeof(mastra_dataset_items.source) WHEN 'blob' THEN json(mastra_dataset_items.source) ELSE mastra_dataset_items.source END AS source,
    CASE typeof(mastra_dataset_items."expectedTrajectory") WHEN 'blob' THEN json(mastra_dataset_items."expectedTrajectory") ELSE mastra_dataset_items."expectedTrajectory" END AS "expectedTrajectory",
    CASE typeof(mastra_dataset_items."toolMocks") WHEN 'blob' THEN json(mastra_dataset_items."toolMocks") ELSE mastra_dataset_items."toolMocks" END AS "toolMocks",
    mastra_dataset_items."unmockedToolPolicy",
    CASE typeof(mastra_dataset_items."scorerIds") WHEN 'blob' THEN json(mastra_dataset_items."scorerIds") ELSE mastra_dataset_items."scorerIds" END AS "scorerIds",
    mastra_dataset_items."createdAt" AS "createdAt", mastra_dataset_items."updatedAt" AS "updatedAt"
FROM mastra_dataset_items
WHERE mastra_dataset_items."datasetId" = ?
  AND mastra_dataset_items."validTo" IS NULL
  AND mastra_dataset_items."isDeleted" = ?
  AND (mastra_dataset_items."createdAt", mastra_dataset_items.id) > (?, ?)
ORDER BY mastra_dataset_items."createdAt", mastra_dataset_items.id
LIMIT ? OFFSET ?;

-- datasets.list_items: 88 shapes with several of these; their fingerprint:
-- 80360992ee26272d4caa2c41905f64ad24f9bb9ecfb68b750d742e6cc40696e6

-- datasets.results_table
-- One row if the tables of experiments are there.
SELECT sqlite_master.name
FROM sqlite_master
WHERE sqlite_master.type = 'table'
  AND sqlite_master.name = 'mastra_experiment_results';

-- datasets.delete_results
-- Delete the results of experiments on a data set.
-- parameters: dataset
DELETE FROM mastra_experiment_results
WHERE mastra_experiment_results."experimentId" IN (
    SELECT mastra_experiments.id
    FROM mastra_experiments
    WHERE mastra_experiments."datasetId" = ?
);

-- datasets.detach_experiments
-- Let experiments be on no data set.
-- parameters: None, None, dataset
UPDATE mastra_experiments
SET "datasetId"=?, "datasetVersion"=?
WHERE mastra_experiments."datasetId" = ?;

-- datasets.erase_results
-- Erase what experiments on a data set know of an item.
-- parameters: input, output, ground_truth, metadata, error, tags, comment, tool_mock_report, item,
--     dataset
UPDATE mastra_experiment_results
SET input=?, output=?, "groundTruth"=?, metadata=?, error=?, tags=?, comment=?, "toolMockReport"=?
WHERE mastra_experiment_results."itemId" = ?
  AND mastra_experiment_results."experimentId" IN (
    SELECT mastra_experiments.id
    FROM mastra_experiments
    WHERE mastra_experiments."datasetId" = ?
);
