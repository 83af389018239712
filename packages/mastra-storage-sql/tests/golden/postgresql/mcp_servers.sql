-- The mcp_servers domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_mcp_servers (
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

CREATE TABLE IF NOT EXISTS mastra_mcp_server_versions (
    id TEXT NOT NULL,
    "mcpServerId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    description TEXT,
    instructions TEXT,
    repository JSONB,
    "releaseDate" TEXT,
    "isLatest" BOOLEAN,
    "packageCanonical" TEXT,
    tools JSONB,
    agents JSONB,
    workflows JSONB,
    "changedFields" JSONB,
    "changeMessage" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_mcp_server_versions_server_version ON mastra_mcp_server_versions ("mcpServerId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_mcp_servers_created_idx ON mastra_mcp_servers ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_mcp_servers_author_idx ON mastra_mcp_servers ("authorId",
    "createdAt", (id COLLATE "C"));

-- The statements are those of agents: 133 texts; their fingerprint:
-- f633632a66f5467e19f057c99642b928b5ee65792e40f4178cfafc0c0c447afb
