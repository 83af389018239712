-- The agents domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_agents (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    visibility TEXT,
    metadata JSONB,
    "favoriteCount" INTEGER,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_agent_versions (
    id TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    instructions TEXT NOT NULL,
    model JSONB NOT NULL,
    tools JSONB,
    "defaultOptions" JSONB,
    workflows JSONB,
    agents JSONB,
    "integrationTools" JSONB,
    "toolProviders" JSONB,
    "inputProcessors" JSONB,
    "outputProcessors" JSONB,
    memory JSONB,
    scorers JSONB,
    "mcpClients" JSONB,
    "requestContextSchema" JSONB,
    workspace JSONB,
    skills JSONB,
    "skillsFormat" TEXT,
    durable JSONB,
    browser JSONB,
    "changedFields" JSONB,
    "changeMessage" TEXT,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_agents_created_idx ON mastra_agents ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_agents_author_idx ON mastra_agents ("authorId", "createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_agents_number_idx ON mastra_agent_versions ("agentId",
    "versionNumber");

-- agents.get_entity
-- An entity by id.
-- parameters: entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
WHERE mastra_agents.id = $1;

-- agents.lock_entity
-- As `get_entity`, and nobody else changes the entity, or makes or deletes versions of it,
-- until the transaction ends.
-- parameters: entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
WHERE mastra_agents.id = $1
FOR UPDATE;

-- agents.get_pair
-- An entity beside one of its versions: the active one, or else the latest.
-- parameters: 1, entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model::TEXT AS "version model",
    mastra_agent_versions.tools::TEXT AS "version tools",
    mastra_agent_versions."defaultOptions"::TEXT AS "version defaultOptions",
    mastra_agent_versions.workflows::TEXT AS "version workflows",
    mastra_agent_versions.agents::TEXT AS "version agents",
    mastra_agent_versions."integrationTools"::TEXT AS "version integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "version toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "version inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "version outputProcessors",
    mastra_agent_versions.memory::TEXT AS "version memory",
    mastra_agent_versions.scorers::TEXT AS "version scorers",
    mastra_agent_versions."mcpClients"::TEXT AS "version mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "version requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS "version workspace",
    mastra_agent_versions.skills::TEXT AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable::TEXT AS "version durable",
    mastra_agent_versions.browser::TEXT AS "version browser",
    mastra_agent_versions."changedFields"::TEXT AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM mastra_agents
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id = ANY (array((
    SELECT coalesce((
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = mastra_agents.id
          AND pick.id = mastra_agents."activeVersionId"
    ), (
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = mastra_agents.id
        ORDER BY pick."versionNumber" DESC, pick.id COLLATE "C" DESC
        LIMIT $1
    )) AS coalesce_1
)))
WHERE mastra_agents.id = $2;

-- agents.get_pair: the latest
-- parameters: 1, entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model::TEXT AS "version model",
    mastra_agent_versions.tools::TEXT AS "version tools",
    mastra_agent_versions."defaultOptions"::TEXT AS "version defaultOptions",
    mastra_agent_versions.workflows::TEXT AS "version workflows",
    mastra_agent_versions.agents::TEXT AS "version agents",
    mastra_agent_versions."integrationTools"::TEXT AS "version integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "version toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "version inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "version outputProcessors",
    mastra_agent_versions.memory::TEXT AS "version memory",
    mastra_agent_versions.scorers::TEXT AS "version scorers",
    mastra_agent_versions."mcpClients"::TEXT AS "version mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "version requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS "version workspace",
    mastra_agent_versions.skills::TEXT AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable::TEXT AS "version durable",
    mastra_agent_versions.browser::TEXT AS "version browser",
    mastra_agent_versions."changedFields"::TEXT AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM mastra_agents
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id = ANY (array((
    SELECT pick.id
    FROM mastra_agent_versions AS pick
    WHERE pick."agentId" = mastra_agents.id
    ORDER BY pick."versionNumber" DESC, pick.id COLLATE "C" DESC
    LIMIT $1
)))
WHERE mastra_agents.id = $2;

-- agents.get_pair: one by its id
-- parameters: version, entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model::TEXT AS "version model",
    mastra_agent_versions.tools::TEXT AS "version tools",
    mastra_agent_versions."defaultOptions"::TEXT AS "version defaultOptions",
    mastra_agent_versions.workflows::TEXT AS "version workflows",
    mastra_agent_versions.agents::TEXT AS "version agents",
    mastra_agent_versions."integrationTools"::TEXT AS "version integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "version toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "version inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "version outputProcessors",
    mastra_agent_versions.memory::TEXT AS "version memory",
    mastra_agent_versions.scorers::TEXT AS "version scorers",
    mastra_agent_versions."mcpClients"::TEXT AS "version mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "version requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS "version workspace",
    mastra_agent_versions.skills::TEXT AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable::TEXT AS "version durable",
    mastra_agent_versions.browser::TEXT AS "version browser",
    mastra_agent_versions."changedFields"::TEXT AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM mastra_agents
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id = $1
  AND mastra_agent_versions."agentId" = mastra_agents.id
WHERE mastra_agents.id = $2;

-- agents.create_entity
-- Insert; return nothing where the id exists.
-- parameters: id, status, active_version_id, author_id, visibility, metadata, favorite_count,
--     created_at, updated_at, created_at, updated_at
INSERT INTO mastra_agents (id, status, "activeVersionId", "authorId", visibility, metadata,
    "favoriteCount", "createdAt", "updatedAt", "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, $4, $5, CAST($6::TEXT AS JSONB), $7, $8, $9, $10, $11)
ON CONFLICT (id)
DO NOTHING
RETURNING mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt";

-- agents.update_entity
-- Write what an entity that is locked has become.
-- parameters: status, active_version_id, author_id, visibility, metadata, updated_at, updated_at,
--     entity
UPDATE mastra_agents
SET status=$1, "activeVersionId"=$2, "authorId"=$3, visibility=$4, metadata=CAST($5::TEXT AS JSONB),
    "updatedAt"=$6, "updatedAtZ"=$7
WHERE mastra_agents.id = $8
RETURNING mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt";

-- agents.delete_entity
-- Delete; return nothing where there was none.
-- parameters: entity
DELETE FROM mastra_agents
WHERE mastra_agents.id = $1
RETURNING mastra_agents.id;

-- agents.list_entities
-- A page, with its total where wanted, and beside versions where they are wanted.
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- agents.list_entities: a later page
-- parameters: limit, offset
SELECT page.id, page.status, page."activeVersionId", page."authorId", page.visibility,
    page.metadata::TEXT AS metadata, page."favoriteCount", page."createdAt", page."updatedAt",
    counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_agents
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_agents.id AS id, mastra_agents.status AS status,
        mastra_agents."activeVersionId" AS "activeVersionId", mastra_agents."authorId" AS "authorId",
        mastra_agents.visibility AS visibility, mastra_agents.metadata AS metadata,
        mastra_agents."favoriteCount" AS "favoriteCount", mastra_agents."createdAt" AS "createdAt",
        mastra_agents."updatedAt" AS "updatedAt"
    FROM mastra_agents
    ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
    LIMIT $1 OFFSET $2
) AS page ON true
ORDER BY page."createdAt" DESC, page.id COLLATE "C" DESC;

-- agents.list_entities: without total
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- agents.list_entities: everything
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC;

-- agents.list_entities: oldest first
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."createdAt", mastra_agents.id COLLATE "C"
LIMIT $1 OFFSET $2;

-- agents.list_entities: last updated first
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."updatedAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- agents.list_entities: last updated last
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."updatedAt", mastra_agents.id COLLATE "C"
LIMIT $1 OFFSET $2;

-- agents.list_entities: beside the active version
-- parameters: limit, offset, 1
SELECT listed.id, listed.status, listed."activeVersionId", listed."authorId", listed.visibility,
    listed.metadata::TEXT AS metadata, listed."favoriteCount", listed."createdAt",
    listed."updatedAt", listed."total of all pages", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model::TEXT AS "version model",
    mastra_agent_versions.tools::TEXT AS "version tools",
    mastra_agent_versions."defaultOptions"::TEXT AS "version defaultOptions",
    mastra_agent_versions.workflows::TEXT AS "version workflows",
    mastra_agent_versions.agents::TEXT AS "version agents",
    mastra_agent_versions."integrationTools"::TEXT AS "version integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "version toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "version inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "version outputProcessors",
    mastra_agent_versions.memory::TEXT AS "version memory",
    mastra_agent_versions.scorers::TEXT AS "version scorers",
    mastra_agent_versions."mcpClients"::TEXT AS "version mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "version requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS "version workspace",
    mastra_agent_versions.skills::TEXT AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable::TEXT AS "version durable",
    mastra_agent_versions.browser::TEXT AS "version browser",
    mastra_agent_versions."changedFields"::TEXT AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM (
    SELECT mastra_agents.id AS id, mastra_agents.status AS status,
        mastra_agents."activeVersionId" AS "activeVersionId", mastra_agents."authorId" AS "authorId",
        mastra_agents.visibility AS visibility, mastra_agents.metadata AS metadata,
        mastra_agents."favoriteCount" AS "favoriteCount", mastra_agents."createdAt" AS "createdAt",
        mastra_agents."updatedAt" AS "updatedAt", (
        SELECT count(*) AS count_1
        FROM mastra_agents
    ) AS "total of all pages"
    FROM mastra_agents
    ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
    LIMIT $1 OFFSET $2
) AS listed
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id = ANY (array((
    SELECT coalesce((
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = listed.id
          AND pick.id = listed."activeVersionId"
    ), (
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = listed.id
        ORDER BY pick."versionNumber" DESC, pick.id COLLATE "C" DESC
        LIMIT $3
    )) AS coalesce_1
)))
ORDER BY listed."createdAt" DESC, listed.id COLLATE "C" DESC;

-- agents.list_entities: beside the latest version
-- parameters: limit, offset, 1
SELECT listed.id, listed.status, listed."activeVersionId", listed."authorId", listed.visibility,
    listed.metadata::TEXT AS metadata, listed."favoriteCount", listed."createdAt",
    listed."updatedAt", listed."total of all pages", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model::TEXT AS "version model",
    mastra_agent_versions.tools::TEXT AS "version tools",
    mastra_agent_versions."defaultOptions"::TEXT AS "version defaultOptions",
    mastra_agent_versions.workflows::TEXT AS "version workflows",
    mastra_agent_versions.agents::TEXT AS "version agents",
    mastra_agent_versions."integrationTools"::TEXT AS "version integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "version toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "version inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "version outputProcessors",
    mastra_agent_versions.memory::TEXT AS "version memory",
    mastra_agent_versions.scorers::TEXT AS "version scorers",
    mastra_agent_versions."mcpClients"::TEXT AS "version mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "version requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS "version workspace",
    mastra_agent_versions.skills::TEXT AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable::TEXT AS "version durable",
    mastra_agent_versions.browser::TEXT AS "version browser",
    mastra_agent_versions."changedFields"::TEXT AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM (
    SELECT mastra_agents.id AS id, mastra_agents.status AS status,
        mastra_agents."activeVersionId" AS "activeVersionId", mastra_agents."authorId" AS "authorId",
        mastra_agents.visibility AS visibility, mastra_agents.metadata AS metadata,
        mastra_agents."favoriteCount" AS "favoriteCount", mastra_agents."createdAt" AS "createdAt",
        mastra_agents."updatedAt" AS "updatedAt", (
        SELECT count(*) AS count_1
        FROM mastra_agents
    ) AS "total of all pages"
    FROM mastra_agents
    ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
    LIMIT $1 OFFSET $2
) AS listed
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id = ANY (array((
    SELECT pick.id
    FROM mastra_agent_versions AS pick
    WHERE pick."agentId" = listed.id
    ORDER BY pick."versionNumber" DESC, pick.id COLLATE "C" DESC
    LIMIT $3
)))
ORDER BY listed."createdAt" DESC, listed.id COLLATE "C" DESC;

-- agents.list_entities: of one author
-- parameters: author_id, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents."authorId" = $1
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents."authorId" = $1
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_entities: of one status
-- parameters: status, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents.status = $1
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents.status = $1
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_entities: of one visibility
-- parameters: visibility, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents.visibility = $1
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents.visibility = $1
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_entities: filtered by metadata
-- parameters: wanted, wanted, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE (mastra_agents.metadata @> CAST($1::TEXT AS JSONB))
      AND NOT (EXISTS (
        SELECT 1
        FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
        WHERE (mastra_agents.metadata #> array((
            SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_1
        ))) IS DISTINCT FROM (listed.value -> 'value')
    ))
) AS "total of all pages"
FROM mastra_agents
WHERE (mastra_agents.metadata @> CAST($1::TEXT AS JSONB))
  AND NOT (EXISTS (
    SELECT 1
    FROM jsonb_array_elements(CAST($2::TEXT AS JSONB)) AS listed
    WHERE (mastra_agents.metadata #> array((
        SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_2
    ))) IS DISTINCT FROM (listed.value -> 'value')
))
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- agents.list_entities: of some ids
-- parameters: ids, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents.id = ANY ($1)
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents.id = ANY ($1)
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_entities: without a version
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE NOT (EXISTS (
        SELECT "any".id
        FROM mastra_agent_versions AS "any"
        WHERE "any"."agentId" = mastra_agents.id
    ))
) AS "total of all pages"
FROM mastra_agents
WHERE NOT (EXISTS (
    SELECT "any".id
    FROM mastra_agent_versions AS "any"
    WHERE "any"."agentId" = mastra_agents.id
))
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- agents.list_entities: favorites first
-- parameters: user, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", CASE WHEN (EXISTS (
    SELECT 1
    FROM mastra_favorites
    WHERE mastra_favorites."userId" = $1
      AND mastra_favorites."entityType" = 'agent'
      AND mastra_favorites."entityId" = mastra_agents.id
)) THEN 1 ELSE 0 END AS "is a favorite", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY "is a favorite" DESC, mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_entities: favorites alone
-- parameters: user, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility, mastra_agents.metadata::TEXT AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", CASE WHEN (EXISTS (
    SELECT 1
    FROM mastra_favorites
    WHERE mastra_favorites."userId" = $1
      AND mastra_favorites."entityType" = 'agent'
      AND mastra_favorites."entityId" = mastra_agents.id
)) THEN 1 ELSE 0 END AS "is a favorite", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE EXISTS (
        SELECT 1
        FROM mastra_favorites
        WHERE mastra_favorites."userId" = $1
          AND mastra_favorites."entityType" = 'agent'
          AND mastra_favorites."entityId" = mastra_agents.id
    )
) AS "total of all pages"
FROM mastra_agents
WHERE EXISTS (
    SELECT 1
    FROM mastra_favorites
    WHERE mastra_favorites."userId" = $1
      AND mastra_favorites."entityType" = 'agent'
      AND mastra_favorites."entityId" = mastra_agents.id
)
ORDER BY "is a favorite" DESC, mastra_agents."createdAt" DESC, mastra_agents.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_entities: 121 shapes with several of these; their fingerprint:
-- 062b68354bd5dee26479c56ba486c935613bbc303342c5d0784416c00679d363

-- agents.insert_version
-- Insert a version of an entity that is locked; return nothing where its id exists.
-- parameters: id, parent_id, version_number, name, description, instructions, model, tools,
--     default_options, workflows, agents, integration_tools, tool_providers, input_processors,
--     output_processors, memory, scorers, mcp_clients, request_context_schema, workspace, skills,
--     skills_format, durable, browser, changed_fields, change_message, created_at, created_at
INSERT INTO mastra_agent_versions (id, "agentId", "versionNumber", name, description, instructions,
    model, tools, "defaultOptions", workflows, agents, "integrationTools", "toolProviders",
    "inputProcessors", "outputProcessors", memory, scorers, "mcpClients", "requestContextSchema",
    workspace, skills, "skillsFormat", durable, browser, "changedFields", "changeMessage",
    "createdAt", "createdAtZ")
VALUES ($1, $2, $3, $4, $5, $6, CAST($7::TEXT AS JSONB), CAST($8::TEXT AS JSONB),
    CAST($9::TEXT AS JSONB), CAST($10::TEXT AS JSONB), CAST($11::TEXT AS JSONB),
    CAST($12::TEXT AS JSONB), CAST($13::TEXT AS JSONB), CAST($14::TEXT AS JSONB),
    CAST($15::TEXT AS JSONB), CAST($16::TEXT AS JSONB), CAST($17::TEXT AS JSONB),
    CAST($18::TEXT AS JSONB), CAST($19::TEXT AS JSONB), CAST($20::TEXT AS JSONB),
    CAST($21::TEXT AS JSONB), $22, CAST($23::TEXT AS JSONB), CAST($24::TEXT AS JSONB),
    CAST($25::TEXT AS JSONB), $26, $27, $28)
ON CONFLICT (id)
DO NOTHING
RETURNING mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt";

-- agents.get_versions
-- Versions by their ids.
-- parameters: ids
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions.id = ANY ($1);

-- agents.find_version
-- The latest version of an entity, or the one with a number.
-- parameters: entity, 1
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id COLLATE "C" DESC
LIMIT $2;

-- agents.find_version: numbered
-- parameters: entity, number, 1
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
  AND mastra_agent_versions."versionNumber" = $2
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id COLLATE "C" DESC
LIMIT $3;

-- agents.count_versions
-- How many versions an entity has.
-- parameters: entity
SELECT count(*) AS total
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1;

-- agents.list_versions
-- A page, with its total where wanted.
-- parameters: entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = $1
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_versions: a later page
-- parameters: entity, limit, offset
SELECT page.id, page."agentId", page."versionNumber", page.name, page.description, page.instructions,
    page.model::TEXT AS model, page.tools::TEXT AS tools,
    page."defaultOptions"::TEXT AS "defaultOptions", page.workflows::TEXT AS workflows,
    page.agents::TEXT AS agents, page."integrationTools"::TEXT AS "integrationTools",
    page."toolProviders"::TEXT AS "toolProviders", page."inputProcessors"::TEXT AS "inputProcessors",
    page."outputProcessors"::TEXT AS "outputProcessors", page.memory::TEXT AS memory,
    page.scorers::TEXT AS scorers, page."mcpClients"::TEXT AS "mcpClients",
    page."requestContextSchema"::TEXT AS "requestContextSchema", page.workspace::TEXT AS workspace,
    page.skills::TEXT AS skills, page."skillsFormat", page.durable::TEXT AS durable,
    page.browser::TEXT AS browser, page."changedFields"::TEXT AS "changedFields",
    page."changeMessage", page."createdAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_agent_versions
        WHERE mastra_agent_versions."agentId" = $1
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_agent_versions.id AS id, mastra_agent_versions."agentId" AS "agentId",
        mastra_agent_versions."versionNumber" AS "versionNumber", mastra_agent_versions.name AS name,
        mastra_agent_versions.description AS description,
        mastra_agent_versions.instructions AS instructions, mastra_agent_versions.model AS model,
        mastra_agent_versions.tools AS tools,
        mastra_agent_versions."defaultOptions" AS "defaultOptions",
        mastra_agent_versions.workflows AS workflows, mastra_agent_versions.agents AS agents,
        mastra_agent_versions."integrationTools" AS "integrationTools",
        mastra_agent_versions."toolProviders" AS "toolProviders",
        mastra_agent_versions."inputProcessors" AS "inputProcessors",
        mastra_agent_versions."outputProcessors" AS "outputProcessors",
        mastra_agent_versions.memory AS memory, mastra_agent_versions.scorers AS scorers,
        mastra_agent_versions."mcpClients" AS "mcpClients",
        mastra_agent_versions."requestContextSchema" AS "requestContextSchema",
        mastra_agent_versions.workspace AS workspace, mastra_agent_versions.skills AS skills,
        mastra_agent_versions."skillsFormat" AS "skillsFormat",
        mastra_agent_versions.durable AS durable, mastra_agent_versions.browser AS browser,
        mastra_agent_versions."changedFields" AS "changedFields",
        mastra_agent_versions."changeMessage" AS "changeMessage",
        mastra_agent_versions."createdAt" AS "createdAt"
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = $1
    ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id COLLATE "C" DESC
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page."versionNumber" DESC, page.id COLLATE "C" DESC;

-- agents.list_versions: without total
-- parameters: entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_versions: everything
-- parameters: entity
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id COLLATE "C" DESC;

-- agents.list_versions: lowest first
-- parameters: entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = $1
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
ORDER BY mastra_agent_versions."versionNumber", mastra_agent_versions.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- agents.list_versions: last made first
-- parameters: entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = $1
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
ORDER BY mastra_agent_versions."createdAt" DESC, mastra_agent_versions.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- agents.list_versions: last made last
-- parameters: entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    mastra_agent_versions.model::TEXT AS model, mastra_agent_versions.tools::TEXT AS tools,
    mastra_agent_versions."defaultOptions"::TEXT AS "defaultOptions",
    mastra_agent_versions.workflows::TEXT AS workflows, mastra_agent_versions.agents::TEXT AS agents,
    mastra_agent_versions."integrationTools"::TEXT AS "integrationTools",
    mastra_agent_versions."toolProviders"::TEXT AS "toolProviders",
    mastra_agent_versions."inputProcessors"::TEXT AS "inputProcessors",
    mastra_agent_versions."outputProcessors"::TEXT AS "outputProcessors",
    mastra_agent_versions.memory::TEXT AS memory, mastra_agent_versions.scorers::TEXT AS scorers,
    mastra_agent_versions."mcpClients"::TEXT AS "mcpClients",
    mastra_agent_versions."requestContextSchema"::TEXT AS "requestContextSchema",
    mastra_agent_versions.workspace::TEXT AS workspace, mastra_agent_versions.skills::TEXT AS skills,
    mastra_agent_versions."skillsFormat", mastra_agent_versions.durable::TEXT AS durable,
    mastra_agent_versions.browser::TEXT AS browser,
    mastra_agent_versions."changedFields"::TEXT AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = $1
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
ORDER BY mastra_agent_versions."createdAt", mastra_agent_versions.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- agents.list_versions: 9 shapes with several of these; their fingerprint:
-- b7229351cfa8f2cfbbb773b364b55b2a8952ab3d247e9f7b9b80d5b4eca31342

-- agents.delete_version
-- Delete a version; return nothing where there was none.
-- parameters: version
DELETE FROM mastra_agent_versions
WHERE mastra_agent_versions.id = $1
RETURNING mastra_agent_versions.id;

-- agents.delete_versions
-- Delete all versions of an entity, and return their ids.
-- parameters: entity
DELETE FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = $1
RETURNING mastra_agent_versions.id;

-- agents.count_favorites
-- Write how many users have an entity that is locked as a favorite.
-- parameters: count, entity
UPDATE mastra_agents
SET "favoriteCount"=$1
WHERE mastra_agents.id = $2;

-- agents.forget_favorites
-- Delete what users have of an entity as a favorite.
-- parameters: kind, entity
DELETE FROM mastra_favorites
WHERE mastra_favorites."entityType" = $1
  AND mastra_favorites."entityId" = $2;
