-- The workspaces domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_workspaces (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_workspace_versions (
    id TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    filesystem TEXT,
    sandbox TEXT,
    mounts TEXT,
    search TEXT,
    skills TEXT,
    tools TEXT,
    "autoSync" INTEGER,
    "operationTimeout" INTEGER,
    "changedFields" TEXT,
    "changeMessage" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_workspace_versions_workspace_version ON mastra_workspace_versions ("workspaceId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_workspaces_created_idx ON mastra_workspaces ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_workspaces_author_idx ON mastra_workspaces ("authorId",
    "createdAt", id);

-- The statements are those of agents: 133 texts; their fingerprint:
-- 9c223fed769a1bdd34c9b06c37e5d6015ba198bc95421bfed21b9647ddbec2f4
