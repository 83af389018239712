-- The skills domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_skills (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    visibility TEXT,
    "favoriteCount" INTEGER,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_skill_versions (
    id TEXT NOT NULL,
    "skillId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    instructions TEXT NOT NULL,
    license TEXT,
    compatibility TEXT,
    source TEXT,
    "references" TEXT,
    scripts TEXT,
    assets TEXT,
    files TEXT,
    metadata TEXT,
    tree TEXT,
    "changedFields" TEXT,
    "changeMessage" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_skill_versions_skill_version ON mastra_skill_versions ("skillId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_skills_created_idx ON mastra_skills ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_skills_author_idx ON mastra_skills ("authorId", "createdAt",
    id);

-- The statements are those of agents: 162 texts; their fingerprint:
-- 4af98c050848b38e20d808f4920abb6568a64ee582edc380d4618c3f6e85b180
