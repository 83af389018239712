-- The mcp_servers domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_mcp_servers (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_mcp_server_versions (
    id TEXT NOT NULL,
    "mcpServerId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    description TEXT,
    instructions TEXT,
    repository TEXT,
    "releaseDate" TEXT,
    "isLatest" INTEGER,
    "packageCanonical" TEXT,
    tools TEXT,
    agents TEXT,
    workflows TEXT,
    "changedFields" TEXT,
    "changeMessage" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_mcp_server_versions_server_version ON mastra_mcp_server_versions ("mcpServerId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_mcp_servers_created_idx ON mastra_mcp_servers ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_mcp_servers_author_idx ON mastra_mcp_servers ("authorId",
    "createdAt", id);

-- The statements are those of agents: 133 texts; their fingerprint:
-- 14f58185f51d0cc3814c38e7b1dad15f1d6a2c2d45a979c1586d6780dcf7446d
