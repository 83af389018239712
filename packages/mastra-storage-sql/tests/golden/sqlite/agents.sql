-- The agents domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_agents (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    "activeVersionId" TEXT,
    "authorId" TEXT,
    visibility TEXT,
    metadata TEXT,
    "favoriteCount" INTEGER,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_agent_versions (
    id TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    instructions TEXT NOT NULL,
    model TEXT NOT NULL,
    tools TEXT,
    "defaultOptions" TEXT,
    workflows TEXT,
    agents TEXT,
    "integrationTools" TEXT,
    "toolProviders" TEXT,
    "inputProcessors" TEXT,
    "outputProcessors" TEXT,
    memory TEXT,
    scorers TEXT,
    "mcpClients" TEXT,
    "requestContextSchema" TEXT,
    workspace TEXT,
    skills TEXT,
    "skillsFormat" TEXT,
    durable TEXT,
    browser TEXT,
    "changedFields" TEXT,
    "changeMessage" TEXT,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_agents_created_idx ON mastra_agents ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_agents_author_idx ON mastra_agents ("authorId", "createdAt",
    id);
CREATE INDEX IF NOT EXISTS mastra_py_agents_number_idx ON mastra_agent_versions ("agentId",
    "versionNumber");

-- agents.get_entity
-- An entity by id.
-- parameters: entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
WHERE mastra_agents.id = ?;

-- agents.lock_entity
-- As `get_entity`, and nobody else changes the entity, or makes or deletes versions of it,
-- until the transaction ends.
-- parameters: entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
WHERE mastra_agents.id = ?;

-- agents.get_pair
-- An entity beside one of its versions: the active one, or else the latest.
-- parameters: 1, 0, entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model AS "version model", mastra_agent_versions.tools AS "version tools",
    mastra_agent_versions."defaultOptions" AS "version defaultOptions",
    mastra_agent_versions.workflows AS "version workflows",
    mastra_agent_versions.agents AS "version agents",
    mastra_agent_versions."integrationTools" AS "version integrationTools",
    mastra_agent_versions."toolProviders" AS "version toolProviders",
    mastra_agent_versions."inputProcessors" AS "version inputProcessors",
    mastra_agent_versions."outputProcessors" AS "version outputProcessors",
    mastra_agent_versions.memory AS "version memory",
    mastra_agent_versions.scorers AS "version scorers",
    mastra_agent_versions."mcpClients" AS "version mcpClients",
    mastra_agent_versions."requestContextSchema" AS "version requestContextSchema",
    mastra_agent_versions.workspace AS "version workspace",
    mastra_agent_versions.skills AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable AS "version durable",
    mastra_agent_versions.browser AS "version browser",
    mastra_agent_versions."changedFields" AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM mastra_agents
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id IN (
    SELECT coalesce((
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = mastra_agents.id
          AND pick.id = mastra_agents."activeVersionId"
    ), (
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = mastra_agents.id
        ORDER BY pick."versionNumber" DESC, pick.id DESC
        LIMIT ? OFFSET ?
    )) AS coalesce_1
)
WHERE mastra_agents.id = ?;

-- agents.get_pair: the latest
-- parameters: 1, 0, entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model AS "version model", mastra_agent_versions.tools AS "version tools",
    mastra_agent_versions."defaultOptions" AS "version defaultOptions",
    mastra_agent_versions.workflows AS "version workflows",
    mastra_agent_versions.agents AS "version agents",
    mastra_agent_versions."integrationTools" AS "version integrationTools",
    mastra_agent_versions."toolProviders" AS "version toolProviders",
    mastra_agent_versions."inputProcessors" AS "version inputProcessors",
    mastra_agent_versions."outputProcessors" AS "version outputProcessors",
    mastra_agent_versions.memory AS "version memory",
    mastra_agent_versions.scorers AS "version scorers",
    mastra_agent_versions."mcpClients" AS "version mcpClients",
    mastra_agent_versions."requestContextSchema" AS "version requestContextSchema",
    mastra_agent_versions.workspace AS "version workspace",
    mastra_agent_versions.skills AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable AS "version durable",
    mastra_agent_versions.browser AS "version browser",
    mastra_agent_versions."changedFields" AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM mastra_agents
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id IN (
    SELECT pick.id
    FROM mastra_agent_versions AS pick
    WHERE pick."agentId" = mastra_agents.id
    ORDER BY pick."versionNumber" DESC, pick.id DESC
    LIMIT ? OFFSET ?
)
WHERE mastra_agents.id = ?;

-- agents.get_pair: one by its id
-- parameters: version, entity
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", mastra_agent_versions.id AS "version id",
    mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model AS "version model", mastra_agent_versions.tools AS "version tools",
    mastra_agent_versions."defaultOptions" AS "version defaultOptions",
    mastra_agent_versions.workflows AS "version workflows",
    mastra_agent_versions.agents AS "version agents",
    mastra_agent_versions."integrationTools" AS "version integrationTools",
    mastra_agent_versions."toolProviders" AS "version toolProviders",
    mastra_agent_versions."inputProcessors" AS "version inputProcessors",
    mastra_agent_versions."outputProcessors" AS "version outputProcessors",
    mastra_agent_versions.memory AS "version memory",
    mastra_agent_versions.scorers AS "version scorers",
    mastra_agent_versions."mcpClients" AS "version mcpClients",
    mastra_agent_versions."requestContextSchema" AS "version requestContextSchema",
    mastra_agent_versions.workspace AS "version workspace",
    mastra_agent_versions.skills AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable AS "version durable",
    mastra_agent_versions.browser AS "version browser",
    mastra_agent_versions."changedFields" AS "version changedFields",
    mastra_agent_versions."changeMessage" AS "version changeMessage",
    mastra_agent_versions."createdAt" AS "version createdAt"
FROM mastra_agents
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id = ?
  AND mastra_agent_versions."agentId" = mastra_agents.id
WHERE mastra_agents.id = ?;

-- agents.create_entity
-- Insert; return nothing where the id exists.
-- parameters: id, status, active_version_id, author_id, visibility, metadata, favorite_count,
--     created_at, updated_at
INSERT INTO mastra_agents (id, status, "activeVersionId", "authorId", visibility, metadata,
    "favoriteCount", "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO NOTHING
RETURNING id, status, "activeVersionId", "authorId", visibility,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "favoriteCount", "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- agents.update_entity
-- Write what an entity that is locked has become.
-- parameters: status, active_version_id, author_id, visibility, metadata, updated_at, entity
UPDATE mastra_agents
SET status=?, "activeVersionId"=?, "authorId"=?, visibility=?, metadata=?, "updatedAt"=?
WHERE mastra_agents.id = ?
RETURNING id, status, "activeVersionId", "authorId", visibility,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "favoriteCount", "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- agents.delete_entity
-- Delete; return nothing where there was none.
-- parameters: entity
DELETE FROM mastra_agents
WHERE mastra_agents.id = ?
RETURNING id;

-- agents.list_entities
-- A page, with its total where wanted, and beside versions where they are wanted.
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: a later page
-- parameters: limit, offset
SELECT page.id, page.status, page."activeVersionId", page."authorId", page.visibility,
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    page."favoriteCount", page."createdAt", page."updatedAt", counted."total of all pages"
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
    ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt" DESC, page.id DESC;

-- agents.list_entities: without total
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: everything
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt"
FROM mastra_agents
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC;

-- agents.list_entities: oldest first
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."createdAt", mastra_agents.id
LIMIT ? OFFSET ?;

-- agents.list_entities: last updated first
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."updatedAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: last updated last
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY mastra_agents."updatedAt", mastra_agents.id
LIMIT ? OFFSET ?;

-- agents.list_entities: beside the active version
-- parameters: limit, offset, 1, 0
SELECT listed.id, listed.status, listed."activeVersionId", listed."authorId", listed.visibility,
    CASE typeof(listed.metadata) WHEN 'blob' THEN json(listed.metadata) ELSE listed.metadata END AS metadata,
    listed."favoriteCount", listed."createdAt", listed."updatedAt", listed."total of all pages",
    mastra_agent_versions.id AS "version id", mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model AS "version model", mastra_agent_versions.tools AS "version tools",
    mastra_agent_versions."defaultOptions" AS "version defaultOptions",
    mastra_agent_versions.workflows AS "version workflows",
    mastra_agent_versions.agents AS "version agents",
    mastra_agent_versions."integrationTools" AS "version integrationTools",
    mastra_agent_versions."toolProviders" AS "version toolProviders",
    mastra_agent_versions."inputProcessors" AS "version inputProcessors",
    mastra_agent_versions."outputProcessors" AS "version outputProcessors",
    mastra_agent_versions.memory AS "version memory",
    mastra_agent_versions.scorers AS "version scorers",
    mastra_agent_versions."mcpClients" AS "version mcpClients",
    mastra_agent_versions."requestContextSchema" AS "version requestContextSchema",
    mastra_agent_versions.workspace AS "version workspace",
    mastra_agent_versions.skills AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable AS "version durable",
    mastra_agent_versions.browser AS "version browser",
    mastra_agent_versions."changedFields" AS "version changedFields",
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
    ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
    LIMIT ? OFFSET ?
) AS listed
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id IN (
    SELECT coalesce((
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = listed.id
          AND pick.id = listed."activeVersionId"
    ), (
        SELECT pick.id
        FROM mastra_agent_versions AS pick
        WHERE pick."agentId" = listed.id
        ORDER BY pick."versionNumber" DESC, pick.id DESC
        LIMIT ? OFFSET ?
    )) AS coalesce_1
)
ORDER BY listed."createdAt" DESC, listed.id DESC;

-- agents.list_entities: beside the latest version
-- parameters: limit, offset, 1, 0
SELECT listed.id, listed.status, listed."activeVersionId", listed."authorId", listed.visibility,
    CASE typeof(listed.metadata) WHEN 'blob' THEN json(listed.metadata) ELSE listed.metadata END AS metadata,
    listed."favoriteCount", listed."createdAt", listed."updatedAt", listed."total of all pages",
    mastra_agent_versions.id AS "version id", mastra_agent_versions."agentId" AS "version agentId",
    mastra_agent_versions."versionNumber" AS "version versionNumber",
    mastra_agent_versions.name AS "version name",
    mastra_agent_versions.description AS "version description",
    mastra_agent_versions.instructions AS "version instructions",
    mastra_agent_versions.model AS "version model", mastra_agent_versions.tools AS "version tools",
    mastra_agent_versions."defaultOptions" AS "version defaultOptions",
    mastra_agent_versions.workflows AS "version workflows",
    mastra_agent_versions.agents AS "version agents",
    mastra_agent_versions."integrationTools" AS "version integrationTools",
    mastra_agent_versions."toolProviders" AS "version toolProviders",
    mastra_agent_versions."inputProcessors" AS "version inputProcessors",
    mastra_agent_versions."outputProcessors" AS "version outputProcessors",
    mastra_agent_versions.memory AS "version memory",
    mastra_agent_versions.scorers AS "version scorers",
    mastra_agent_versions."mcpClients" AS "version mcpClients",
    mastra_agent_versions."requestContextSchema" AS "version requestContextSchema",
    mastra_agent_versions.workspace AS "version workspace",
    mastra_agent_versions.skills AS "version skills",
    mastra_agent_versions."skillsFormat" AS "version skillsFormat",
    mastra_agent_versions.durable AS "version durable",
    mastra_agent_versions.browser AS "version browser",
    mastra_agent_versions."changedFields" AS "version changedFields",
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
    ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
    LIMIT ? OFFSET ?
) AS listed
LEFT OUTER JOIN mastra_agent_versions ON mastra_agent_versions.id IN (
    SELECT pick.id
    FROM mastra_agent_versions AS pick
    WHERE pick."agentId" = listed.id
    ORDER BY pick."versionNumber" DESC, pick.id DESC
    LIMIT ? OFFSET ?
)
ORDER BY listed."createdAt" DESC, listed.id DESC;

-- agents.list_entities: of one author
-- parameters: author_id, author_id, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents."authorId" = ?
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents."authorId" = ?
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: of one status
-- parameters: status, status, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents.status = ?
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents.status = ?
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: of one visibility
-- parameters: visibility, visibility, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents.visibility = ?
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents.visibility = ?
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: filtered by metadata
-- parameters: wanted, wanted, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_matches(mastra_agents.metadata, ?) = 1
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_matches(mastra_agents.metadata, ?) = 1
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: of some ids
-- parameters: ids, ids, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE mastra_agents.id IN (
        SELECT anon_1.value
        FROM json_each(?) AS anon_1
    )
) AS "total of all pages"
FROM mastra_agents
WHERE mastra_agents.id IN (
    SELECT anon_2.value
    FROM json_each(?) AS anon_2
)
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: without a version
-- parameters: limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE NOT (EXISTS (
        SELECT any.id
        FROM mastra_agent_versions AS any
        WHERE any."agentId" = mastra_agents.id
    ))
) AS "total of all pages"
FROM mastra_agents
WHERE NOT (EXISTS (
    SELECT any.id
    FROM mastra_agent_versions AS any
    WHERE any."agentId" = mastra_agents.id
))
ORDER BY mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: favorites first
-- parameters: user, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", CASE WHEN (EXISTS (
    SELECT 1
    FROM mastra_favorites
    WHERE mastra_favorites."userId" = ?
      AND mastra_favorites."entityType" = 'agent'
      AND mastra_favorites."entityId" = mastra_agents.id
)) THEN 1 ELSE 0 END AS "is a favorite", (
    SELECT count(*) AS count_1
    FROM mastra_agents
) AS "total of all pages"
FROM mastra_agents
ORDER BY "is a favorite" DESC, mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: favorites alone
-- parameters: user, user, user, limit, offset
SELECT mastra_agents.id, mastra_agents.status, mastra_agents."activeVersionId",
    mastra_agents."authorId", mastra_agents.visibility,
    CASE typeof(mastra_agents.metadata) WHEN 'blob' THEN json(mastra_agents.metadata) ELSE mastra_agents.metadata END AS metadata,
    mastra_agents."favoriteCount", mastra_agents."createdAt" AS "createdAt",
    mastra_agents."updatedAt" AS "updatedAt", CASE WHEN (EXISTS (
    SELECT 1
    FROM mastra_favorites
    WHERE mastra_favorites."userId" = ?
      AND mastra_favorites."entityType" = 'agent'
      AND mastra_favorites."entityId" = mastra_agents.id
)) THEN 1 ELSE 0 END AS "is a favorite", (
    SELECT count(*) AS count_1
    FROM mastra_agents
    WHERE EXISTS (
        SELECT 1
        FROM mastra_favorites
        WHERE mastra_favorites."userId" = ?
          AND mastra_favorites."entityType" = 'agent'
          AND mastra_favorites."entityId" = mastra_agents.id
    )
) AS "total of all pages"
FROM mastra_agents
WHERE EXISTS (
    SELECT 1
    FROM mastra_favorites
    WHERE mastra_favorites."userId" = ?
      AND mastra_favorites."entityType" = 'agent'
      AND mastra_favorites."entityId" = mastra_agents.id
)
ORDER BY "is a favorite" DESC, mastra_agents."createdAt" DESC, mastra_agents.id DESC
LIMIT ? OFFSET ?;

-- agents.list_entities: 121 shapes with several of these; their fingerprint:
-- 8728e44f67ade9c2ebb51e70986bb84aa3faf8f1d234c0e06aa9129089178294

-- agents.insert_version
-- Insert a version of an entity that is locked; return nothing where its id exists.
-- parameters: id, parent_id, version_number, name, description, instructions, model, tools,
--     default_options, workflows, agents, integration_tools, tool_providers, input_processors,
--     output_processors, memory, scorers, mcp_clients, request_context_schema, workspace, skills,
--     skills_format, durable, browser, changed_fields, change_message, created_at
INSERT INTO mastra_agent_versions (id, "agentId", "versionNumber", name, description, instructions,
    model, tools, "defaultOptions", workflows, agents, "integrationTools", "toolProviders",
    "inputProcessors", "outputProcessors", memory, scorers, "mcpClients", "requestContextSchema",
    workspace, skills, "skillsFormat", durable, browser, "changedFields", "changeMessage",
    "createdAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO NOTHING
RETURNING id, "agentId", "versionNumber", name, description, instructions,
    CASE typeof(model) WHEN 'blob' THEN json(model) ELSE model END AS model,
    CASE typeof(tools) WHEN 'blob' THEN json(tools) ELSE tools END AS tools,
    CASE typeof("defaultOptions") WHEN 'blob' THEN json("defaultOptions") ELSE "defaultOptions" END AS "defaultOptions",
    CASE typeof(workflows) WHEN 'blob' THEN json(workflows) ELSE workflows END AS workflows,
    CASE typeof(agents) WHEN 'blob' THEN json(agents) ELSE agents END AS agents,
    CASE typeof("integrationTools") WHEN 'blob' THEN json("integrationTools") ELSE "integrationTools" END AS "integrationTools",
    CASE typeof("toolProviders") WHEN 'blob' THEN json("toolProviders") ELSE "toolProviders" END AS "toolProviders",
    CASE typeof("inputProcessors") WHEN 'blob' THEN json("inputProcessors") ELSE "inputProcessors" END AS "inputProcessors",
    CASE typeof("outputProcessors") WHEN 'blob' THEN json("outputProcessors") ELSE "outputProcessors" END AS "outputProcessors",
    CASE typeof(memory) WHEN 'blob' THEN json(memory) ELSE memory END AS memory,
    CASE typeof(scorers) WHEN 'blob' THEN json(scorers) ELSE scorers END AS scorers,
    CASE typeof("mcpClients") WHEN 'blob' THEN json("mcpClients") ELSE "mcpClients" END AS "mcpClients",
    CASE typeof("requestContextSchema") WHEN 'blob' THEN json("requestContextSchema") ELSE "requestContextSchema" END AS "requestContextSchema",
    CASE typeof(workspace) WHEN 'blob' THEN json(workspace) ELSE workspace END AS workspace,
    CASE typeof(skills) WHEN 'blob' THEN json(skills) ELSE skills END AS skills, "skillsFormat",
    CASE typeof(durable) WHEN 'blob' THEN json(durable) ELSE durable END AS durable,
    CASE typeof(browser) WHEN 'blob' THEN json(browser) ELSE browser END AS browser,
    CASE typeof("changedFields") WHEN 'blob' THEN json("changedFields") ELSE "changedFields" END AS "changedFields",
    "changeMessage", "createdAt" AS "createdAt";

-- agents.get_versions
-- Versions by their ids.
-- parameters: ids
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- agents.find_version
-- The latest version of an entity, or the one with a number.
-- parameters: entity, 1, 0
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id DESC
LIMIT ? OFFSET ?;

-- agents.find_version: numbered
-- parameters: entity, number, 1, 0
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
  AND mastra_agent_versions."versionNumber" = ?
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id DESC
LIMIT ? OFFSET ?;

-- agents.count_versions
-- How many versions an entity has.
-- parameters: entity
SELECT count(*) AS total
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?;

-- agents.list_versions
-- A page, with its total where wanted.
-- parameters: entity, entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = ?
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id DESC
LIMIT ? OFFSET ?;

-- agents.list_versions: a later page
-- parameters: entity, entity, limit, offset
SELECT page.id, page."agentId", page."versionNumber", page.name, page.description, page.instructions,
    CASE typeof(page.model) WHEN 'blob' THEN json(page.model) ELSE page.model END AS model,
    CASE typeof(page.tools) WHEN 'blob' THEN json(page.tools) ELSE page.tools END AS tools,
    CASE typeof(page."defaultOptions") WHEN 'blob' THEN json(page."defaultOptions") ELSE page."defaultOptions" END AS "defaultOptions",
    CASE typeof(page.workflows) WHEN 'blob' THEN json(page.workflows) ELSE page.workflows END AS workflows,
    CASE typeof(page.agents) WHEN 'blob' THEN json(page.agents) ELSE page.agents END AS agents,
    CASE typeof(page."integrationTools") WHEN 'blob' THEN json(page."integrationTools") ELSE page."integrationTools" END AS "integrationTools",
    CASE typeof(page."toolProviders") WHEN 'blob' THEN json(page."toolProviders") ELSE page."toolProviders" END AS "toolProviders",
    CASE typeof(page."inputProcessors") WHEN 'blob' THEN json(page."inputProcessors") ELSE page."inputProcessors" END AS "inputProcessors",
    CASE typeof(page."outputProcessors") WHEN 'blob' THEN json(page."outputProcessors") ELSE page."outputProcessors" END AS "outputProcessors",
    CASE typeof(page.memory) WHEN 'blob' THEN json(page.memory) ELSE page.memory END AS memory,
    CASE typeof(page.scorers) WHEN 'blob' THEN json(page.scorers) ELSE page.scorers END AS scorers,
    CASE typeof(page."mcpClients") WHEN 'blob' THEN json(page."mcpClients") ELSE page."mcpClients" END AS "mcpClients",
    CASE typeof(page."requestContextSchema") WHEN 'blob' THEN json(page."requestContextSchema") ELSE page."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(page.workspace) WHEN 'blob' THEN json(page.workspace) ELSE page.workspace END AS workspace,
    CASE typeof(page.skills) WHEN 'blob' THEN json(page.skills) ELSE page.skills END AS skills,
    page."skillsFormat",
    CASE typeof(page.durable) WHEN 'blob' THEN json(page.durable) ELSE page.durable END AS durable,
    CASE typeof(page.browser) WHEN 'blob' THEN json(page.browser) ELSE page.browser END AS browser,
    CASE typeof(page."changedFields") WHEN 'blob' THEN json(page."changedFields") ELSE page."changedFields" END AS "changedFields",
    page."changeMessage", page."createdAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_agent_versions
        WHERE mastra_agent_versions."agentId" = ?
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
    WHERE mastra_agent_versions."agentId" = ?
    ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."versionNumber" DESC, page.id DESC;

-- agents.list_versions: without total
-- parameters: entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id DESC
LIMIT ? OFFSET ?;

-- agents.list_versions: everything
-- parameters: entity
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
ORDER BY mastra_agent_versions."versionNumber" DESC, mastra_agent_versions.id DESC;

-- agents.list_versions: lowest first
-- parameters: entity, entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = ?
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
ORDER BY mastra_agent_versions."versionNumber", mastra_agent_versions.id
LIMIT ? OFFSET ?;

-- agents.list_versions: last made first
-- parameters: entity, entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = ?
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
ORDER BY mastra_agent_versions."createdAt" DESC, mastra_agent_versions.id DESC
LIMIT ? OFFSET ?;

-- agents.list_versions: last made last
-- parameters: entity, entity, limit, offset
SELECT mastra_agent_versions.id, mastra_agent_versions."agentId",
    mastra_agent_versions."versionNumber", mastra_agent_versions.name,
    mastra_agent_versions.description, mastra_agent_versions.instructions,
    CASE typeof(mastra_agent_versions.model) WHEN 'blob' THEN json(mastra_agent_versions.model) ELSE mastra_agent_versions.model END AS model,
    CASE typeof(mastra_agent_versions.tools) WHEN 'blob' THEN json(mastra_agent_versions.tools) ELSE mastra_agent_versions.tools END AS tools,
    CASE typeof(mastra_agent_versions."defaultOptions") WHEN 'blob' THEN json(mastra_agent_versions."defaultOptions") ELSE mastra_agent_versions."defaultOptions" END AS "defaultOptions",
    CASE typeof(mastra_agent_versions.workflows) WHEN 'blob' THEN json(mastra_agent_versions.workflows) ELSE mastra_agent_versions.workflows END AS workflows,
    CASE typeof(mastra_agent_versions.agents) WHEN 'blob' THEN json(mastra_agent_versions.agents) ELSE mastra_agent_versions.agents END AS agents,
    CASE typeof(mastra_agent_versions."integrationTools") WHEN 'blob' THEN json(mastra_agent_versions."integrationTools") ELSE mastra_agent_versions."integrationTools" END AS "integrationTools",
    CASE typeof(mastra_agent_versions."toolProviders") WHEN 'blob' THEN json(mastra_agent_versions."toolProviders") ELSE mastra_agent_versions."toolProviders" END AS "toolProviders",
    CASE typeof(mastra_agent_versions."inputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."inputProcessors") ELSE mastra_agent_versions."inputProcessors" END AS "inputProcessors",
    CASE typeof(mastra_agent_versions."outputProcessors") WHEN 'blob' THEN json(mastra_agent_versions."outputProcessors") ELSE mastra_agent_versions."outputProcessors" END AS "outputProcessors",
    CASE typeof(mastra_agent_versions.memory) WHEN 'blob' THEN json(mastra_agent_versions.memory) ELSE mastra_agent_versions.memory END AS memory,
    CASE typeof(mastra_agent_versions.scorers) WHEN 'blob' THEN json(mastra_agent_versions.scorers) ELSE mastra_agent_versions.scorers END AS scorers,
    CASE typeof(mastra_agent_versions."mcpClients") WHEN 'blob' THEN json(mastra_agent_versions."mcpClients") ELSE mastra_agent_versions."mcpClients" END AS "mcpClients",
    CASE typeof(mastra_agent_versions."requestContextSchema") WHEN 'blob' THEN json(mastra_agent_versions."requestContextSchema") ELSE mastra_agent_versions."requestContextSchema" END AS "requestContextSchema",
    CASE typeof(mastra_agent_versions.workspace) WHEN 'blob' THEN json(mastra_agent_versions.workspace) ELSE mastra_agent_versions.workspace END AS workspace,
    CASE typeof(mastra_agent_versions.skills) WHEN 'blob' THEN json(mastra_agent_versions.skills) ELSE mastra_agent_versions.skills END AS skills,
    mastra_agent_versions."skillsFormat",
    CASE typeof(mastra_agent_versions.durable) WHEN 'blob' THEN json(mastra_agent_versions.durable) ELSE mastra_agent_versions.durable END AS durable,
    CASE typeof(mastra_agent_versions.browser) WHEN 'blob' THEN json(mastra_agent_versions.browser) ELSE mastra_agent_versions.browser END AS browser,
    CASE typeof(mastra_agent_versions."changedFields") WHEN 'blob' THEN json(mastra_agent_versions."changedFields") ELSE mastra_agent_versions."changedFields" END AS "changedFields",
    mastra_agent_versions."changeMessage", mastra_agent_versions."createdAt" AS "createdAt", (
    SELECT count(*) AS count_1
    FROM mastra_agent_versions
    WHERE mastra_agent_versions."agentId" = ?
) AS "total of all pages"
FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
ORDER BY mastra_agent_versions."createdAt", mastra_agent_versions.id
LIMIT ? OFFSET ?;

-- agents.list_versions: 9 shapes with several of these; their fingerprint:
-- eeeee0b6708796e45dcddf40aeb51bb9a784daab52780b67448742f9ac8b9958

-- agents.delete_version
-- Delete a version; return nothing where there was none.
-- parameters: version
DELETE FROM mastra_agent_versions
WHERE mastra_agent_versions.id = ?
RETURNING id;

-- agents.delete_versions
-- Delete all versions of an entity, and return their ids.
-- parameters: entity
DELETE FROM mastra_agent_versions
WHERE mastra_agent_versions."agentId" = ?
RETURNING id;

-- agents.count_favorites
-- Write how many users have an entity that is locked as a favorite.
-- parameters: count, entity
UPDATE mastra_agents
SET "favoriteCount"=?
WHERE mastra_agents.id = ?;

-- agents.forget_favorites
-- Delete what users have of an entity as a favorite.
-- parameters: kind, entity
DELETE FROM mastra_favorites
WHERE mastra_favorites."entityType" = ?
  AND mastra_favorites."entityId" = ?;
