-- The scorer_definitions domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_scorer_definitions (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_scorer_definition_versions (
    id TEXT NOT NULL,
    "scorerDefinitionId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    type TEXT NOT NULL,
    model TEXT,
    instructions TEXT,
    "scoreRange" TEXT,
    "presetConfig" TEXT,
    "defaultSampling" TEXT,
    "changedFields" TEXT,
    "changeMessage" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_scorer_definition_versions_scorer_version ON mastra_scorer_definition_versions ("scorerDefinitionId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_scorer_definitions_created_idx ON mastra_scorer_definitions ("createdAt",
    id);
CREATE INDEX IF NOT EXISTS mastra_py_scorer_definitions_author_idx ON mastra_scorer_definitions ("authorId",
    "createdAt", id);

-- The statements are those of agents: 169 texts; their fingerprint:
-- 63333daca13cdd6eeff20c771940b052e9ee575811d952b8622fa1edf770c72c
