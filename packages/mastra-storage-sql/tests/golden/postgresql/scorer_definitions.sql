-- The scorer_definitions domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_scorer_definitions (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    "organizationId" TEXT,
    "projectId" TEXT,
    metadata JSONB,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_scorer_definition_versions (
    id TEXT NOT NULL,
    "scorerDefinitionId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    type TEXT NOT NULL,
    model JSONB,
    instructions TEXT,
    "scoreRange" JSONB,
    "presetConfig" JSONB,
    "defaultSampling" JSONB,
    "changedFields" JSONB,
    "changeMessage" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_scorer_definition_versions_def_version ON mastra_scorer_definition_versions ("scorerDefinitionId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_scorer_definitions_created_idx ON mastra_scorer_definitions ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_scorer_definitions_author_idx ON mastra_scorer_definitions ("authorId",
    "createdAt", (id COLLATE "C"));

-- The statements are those of agents: 169 texts; their fingerprint:
-- 7ab2dafaf434f7a6ad53819d10b51b5c0166e940fd5df8c6a0436ecf29077177
