-- The prompt_blocks domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_prompt_blocks (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_prompt_block_versions (
    id TEXT NOT NULL,
    "blockId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    content TEXT NOT NULL,
    rules TEXT,
    "requestContextSchema" TEXT,
    "changedFields" TEXT,
    "changeMessage" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_prompt_block_versions_block_version ON mastra_prompt_block_versions ("blockId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_prompt_blocks_created_idx ON mastra_prompt_blocks ("createdAt",
    id);
CREATE INDEX IF NOT EXISTS mastra_py_prompt_blocks_author_idx ON mastra_prompt_blocks ("authorId",
    "createdAt", id);

-- The statements are those of agents: 133 texts; their fingerprint:
-- 814ff42c3004f841ff3f5c6c9890597f18f6f101477ab5b33527db615fc3da5f
