-- The workspaces domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_workspaces (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    metadata JSONB,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_workspace_versions (
    id TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    filesystem JSONB,
    sandbox JSONB,
    mounts JSONB,
    search JSONB,
    skills JSONB,
    tools JSONB,
    "autoSync" BOOLEAN,
    "operationTimeout" INTEGER,
    "changedFields" JSONB,
    "changeMessage" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_workspace_versions_workspace_version ON mastra_workspace_versions ("workspaceId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_workspaces_created_idx ON mastra_workspaces ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_workspaces_author_idx ON mastra_workspaces ("authorId",
    "createdAt", (id COLLATE "C"));

-- The statements are those of agents: 133 texts; their fingerprint:
-- 0c69d3e4a0f783d3cb91d21e6cb6e18cac9b51c7b19a06fd2f98bf16e71a6369
