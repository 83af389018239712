-- The mcp_clients domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_mcp_clients (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_mcp_client_versions (
    id TEXT NOT NULL,
    "mcpClientId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    servers TEXT NOT NULL,
    "changedFields" TEXT,
    "changeMessage" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_mcp_client_versions_client_version ON mastra_mcp_client_versions ("mcpClientId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_mcp_clients_created_idx ON mastra_mcp_clients ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_mcp_clients_author_idx ON mastra_mcp_clients ("authorId",
    "createdAt", id);

-- The statements are those of agents: 133 texts; their fingerprint:
-- feb3867aaef202119a8099eb1e7253a766249f36b4f852bf621a8f0f9394aef8
