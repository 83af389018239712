-- The skills domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_skills (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    visibility TEXT,
    "favoriteCount" INTEGER,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
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
    compatibility JSONB,
    source JSONB,
    "references" JSONB,
    scripts JSONB,
    assets JSONB,
    files JSONB,
    metadata JSONB,
    tree JSONB,
    "changedFields" JSONB,
    "changeMessage" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE UNIQUE INDEX IF NOT EXISTS idx_skill_versions_skill_version ON mastra_skill_versions ("skillId",
    "versionNumber");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_skills_created_idx ON mastra_skills ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_skills_author_idx ON mastra_skills ("authorId", "createdAt",
    (id COLLATE "C"));

-- The statements are those of agents: 162 texts; their fingerprint:
-- 55092957ea3021cb3fa181bba392979b38e67d1fe2a3a2d8a60832e37bd77983
