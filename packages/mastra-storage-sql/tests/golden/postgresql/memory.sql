-- The memory domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_threads (
    id TEXT NOT NULL,
    "resourceId" TEXT NOT NULL,
    title TEXT NOT NULL,
    metadata JSONB,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_messages (
    id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    content TEXT NOT NULL,
    role TEXT NOT NULL,
    type TEXT NOT NULL,
    "createdAt" TIMESTAMP NOT NULL,
    "resourceId" TEXT,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_resources (
    id TEXT NOT NULL,
    "workingMemory" TEXT,
    metadata JSONB,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_observational_memory (
    id TEXT NOT NULL,
    "lookupKey" TEXT NOT NULL,
    scope TEXT NOT NULL,
    "resourceId" TEXT,
    "threadId" TEXT,
    "activeObservations" TEXT NOT NULL,
    "activeObservationsPendingUpdate" TEXT,
    "originType" TEXT NOT NULL,
    config TEXT NOT NULL,
    "generationCount" INTEGER NOT NULL,
    "lastObservedAt" TIMESTAMP,
    "lastReflectionAt" TIMESTAMP,
    "pendingMessageTokens" INTEGER NOT NULL,
    "totalTokensObserved" INTEGER NOT NULL,
    "observationTokenCount" INTEGER NOT NULL,
    "isObserving" BOOLEAN NOT NULL,
    "isReflecting" BOOLEAN NOT NULL,
    "observedMessageIds" JSONB,
    "observedTimezone" TEXT,
    "bufferedObservations" TEXT,
    "bufferedObservationTokens" INTEGER,
    "bufferedMessageIds" JSONB,
    "bufferedReflection" TEXT,
    "bufferedReflectionTokens" INTEGER,
    "bufferedReflectionInputTokens" INTEGER,
    "reflectedObservationLineCount" INTEGER,
    "bufferedObservationChunks" JSONB,
    "isBufferingObservation" BOOLEAN NOT NULL,
    "isBufferingReflection" BOOLEAN NOT NULL,
    "lastBufferedAtTokens" INTEGER NOT NULL,
    "lastBufferedAtTime" TIMESTAMP,
    metadata JSONB,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "lastObservedAtZ" TIMESTAMPTZ DEFAULT now(),
    "lastReflectionAtZ" TIMESTAMPTZ DEFAULT now(),
    "lastBufferedAtTimeZ" TIMESTAMPTZ DEFAULT now(),
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS mastra_threads_resourceid_createdat_idx ON mastra_threads ("resourceId",
    "createdAt" DESC);
CREATE INDEX IF NOT EXISTS mastra_messages_thread_id_createdat_idx ON mastra_messages (thread_id,
    "createdAt" DESC);
CREATE INDEX IF NOT EXISTS idx_om_lookup_key ON mastra_observational_memory ("lookupKey");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_threads_resource_created_idx ON mastra_threads ("resourceId",
    "createdAt", (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_threads_resource_updated_idx ON mastra_threads ("resourceId",
    date_trunc('milliseconds', coalesce(timezone('UTC', "updatedAtZ"), "updatedAt")),
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_threads_created_idx ON mastra_threads ("createdAt",
    (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_threads_updated_idx ON mastra_threads (date_trunc('milliseconds',
    coalesce(timezone('UTC', "updatedAtZ"), "updatedAt")), (id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_messages_resource_idx ON mastra_messages ("resourceId",
    "createdAt");
CREATE INDEX IF NOT EXISTS mastra_py_messages_hidden_idx ON mastra_messages (thread_id, "createdAt")
WHERE role = 'system';
CREATE INDEX IF NOT EXISTS mastra_py_messages_resource_hidden_idx ON mastra_messages ("resourceId",
    "createdAt")
WHERE role = 'system';

-- Indexes of ours that the first `prune` of a table makes.
CREATE INDEX IF NOT EXISTS mastra_py_messages_created_idx ON mastra_messages (date_trunc('milliseconds',
    "createdAt"));
CREATE INDEX IF NOT EXISTS mastra_py_resources_updated_idx ON mastra_resources (date_trunc('milliseconds',
    coalesce(timezone('UTC', "updatedAtZ"), "updatedAt")), (id COLLATE "C"));

-- memory.get_thread
-- A thread by id; with an owner, only if it is that owner's.
-- parameters: thread
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = $1;

-- memory.get_thread: owned
-- parameters: thread, owner
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = $1
  AND mastra_threads."resourceId" = $2;

-- memory.lock_thread
-- As `get_thread`, and nobody else changes the thread until the transaction ends.
-- parameters: thread
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = $1
FOR UPDATE;

-- memory.lock_thread: owned
-- parameters: thread, owner
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = $1
  AND mastra_threads."resourceId" = $2
FOR UPDATE;

-- memory.save_thread
-- Insert or replace; with an owner, return nothing and change nothing where the stored one
-- is another.
-- parameters: id, resource_id, title, metadata, created_at, updated_at, created_at, updated_at
INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt",
    "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, CAST($4::TEXT AS JSONB), $5, $6, $7, $8)
ON CONFLICT (id)
DO UPDATE
SET "resourceId" = excluded."resourceId", title = excluded.title, metadata = excluded.metadata,
    "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt",
    "createdAtZ" = excluded."createdAtZ", "updatedAtZ" = excluded."updatedAtZ"
RETURNING mastra_threads.id;

-- memory.save_thread: owned
-- parameters: id, resource_id, title, metadata, created_at, updated_at, created_at, updated_at
INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt",
    "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, CAST($4::TEXT AS JSONB), $5, $6, $7, $8)
ON CONFLICT (id)
DO UPDATE
SET "resourceId" = excluded."resourceId", title = excluded.title, metadata = excluded.metadata,
    "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt",
    "createdAtZ" = excluded."createdAtZ", "updatedAtZ" = excluded."updatedAtZ"
WHERE mastra_threads."resourceId" = excluded."resourceId"
RETURNING mastra_threads.id;

-- memory.create_thread
-- Insert; return nothing where the id exists.
-- parameters: id, resource_id, title, metadata, created_at, updated_at, created_at, updated_at
INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt",
    "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, CAST($4::TEXT AS JSONB), $5, $6, $7, $8)
ON CONFLICT (id)
DO NOTHING
RETURNING mastra_threads.id;

-- memory.update_thread
-- Set the title, merge into the metadata, or both; either way `updatedAt` rises.
-- parameters: at, thread
UPDATE mastra_threads
SET "updatedAt"=timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_threads."updatedAtZ", timezone('UTC', mastra_threads."updatedAt")),
    $1))), "updatedAtZ"=date_trunc('milliseconds', greatest(coalesce(mastra_threads."updatedAtZ",
    timezone('UTC', mastra_threads."updatedAt")), $1))
WHERE mastra_threads.id = $2
RETURNING mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt";

-- memory.update_thread: owned
-- parameters: at, thread, owner
UPDATE mastra_threads
SET "updatedAt"=timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_threads."updatedAtZ", timezone('UTC', mastra_threads."updatedAt")),
    $1))), "updatedAtZ"=date_trunc('milliseconds', greatest(coalesce(mastra_threads."updatedAtZ",
    timezone('UTC', mastra_threads."updatedAt")), $1))
WHERE mastra_threads.id = $2
  AND mastra_threads."resourceId" = $3
RETURNING mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt";

-- memory.update_thread: metadata
-- parameters: metadata, at, thread
UPDATE mastra_threads
SET metadata=(CASE WHEN (jsonb_typeof(mastra_threads.metadata) = 'object') THEN mastra_threads.metadata WHEN ((mastra_threads.metadata #>> '{}') LIKE '{%') THEN CAST(mastra_threads.metadata #>> '{}' AS JSONB) ELSE '{}'::jsonb END || CAST($1::TEXT AS JSONB)),
    "updatedAt"=timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_threads."updatedAtZ", timezone('UTC', mastra_threads."updatedAt")),
    $2))), "updatedAtZ"=date_trunc('milliseconds', greatest(coalesce(mastra_threads."updatedAtZ",
    timezone('UTC', mastra_threads."updatedAt")), $2))
WHERE mastra_threads.id = $3
RETURNING mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt";

-- memory.update_thread: title
-- parameters: title, at, thread
UPDATE mastra_threads
SET title=$1, "updatedAt"=timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_threads."updatedAtZ", timezone('UTC', mastra_threads."updatedAt")),
    $2))), "updatedAtZ"=date_trunc('milliseconds', greatest(coalesce(mastra_threads."updatedAtZ",
    timezone('UTC', mastra_threads."updatedAt")), $2))
WHERE mastra_threads.id = $3
RETURNING mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt";

-- memory.update_thread: 4 shapes with several of these; their fingerprint:
-- ec88c33d9fad90a28e21868177b97980ad0fa88a6b6be150c7693cf15a42e331

-- memory.move_thread
-- Give a thread to another owner.
-- parameters: resource_id, at, thread
UPDATE mastra_threads
SET "resourceId"=$1, "updatedAt"=timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_threads."updatedAtZ", timezone('UTC', mastra_threads."updatedAt")),
    $2))), "updatedAtZ"=date_trunc('milliseconds', greatest(coalesce(mastra_threads."updatedAtZ",
    timezone('UTC', mastra_threads."updatedAt")), $2))
WHERE mastra_threads.id = $3
RETURNING mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt";

-- memory.move_messages
-- Give all messages of a thread to another owner.
-- parameters: resource_id, of_thread
UPDATE mastra_messages
SET "resourceId"=$1
WHERE mastra_messages.thread_id = $2;

-- memory.move_generations
-- Give the observational memory of a thread to another owner.
-- parameters: resource_id, key
UPDATE mastra_observational_memory
SET "resourceId"=$1
WHERE mastra_observational_memory."lookupKey" = $2;

-- memory.delete_threads
-- Delete threads by id; return those that there were.
-- parameters: threads
DELETE FROM mastra_threads
WHERE mastra_threads.id = ANY ($1)
RETURNING mastra_threads.id;

-- memory.delete_threads: owned
-- parameters: threads, owner
DELETE FROM mastra_threads
WHERE mastra_threads.id = ANY ($1)
  AND mastra_threads."resourceId" = $2
RETURNING mastra_threads.id;

-- memory.delete_messages_of_threads
-- Delete what was said in threads.
-- parameters: threads
DELETE FROM mastra_messages
WHERE mastra_messages.thread_id = ANY ($1);

-- memory.delete_generations_of_threads
-- Delete the observational memory of threads, by its lookup keys.
-- parameters: keys
DELETE FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = ANY ($1);

-- memory.list_threads
-- A page, with its total where wanted.
-- parameters: owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = $1
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = $1
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- memory.list_threads: a later page
-- parameters: owner, limit, offset
SELECT page.id, page."resourceId", page.title, page.metadata::TEXT AS metadata, page."createdAt",
    page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_threads
        WHERE mastra_threads."resourceId" = $1
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_threads.id AS id, mastra_threads."resourceId" AS "resourceId",
        mastra_threads.title AS title, mastra_threads.metadata AS metadata,
        mastra_threads."createdAt" AS "createdAt", date_trunc('milliseconds',
        coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
        mastra_threads."updatedAt")) AS "updatedAt"
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = $1
    ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id COLLATE "C" DESC
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page."createdAt" DESC, page.id COLLATE "C" DESC;

-- memory.list_threads: without total
-- parameters: owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads."resourceId" = $1
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- memory.list_threads: everything
-- parameters: owner
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads."resourceId" = $1
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id COLLATE "C" DESC;

-- memory.list_threads: oldest first
-- parameters: owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = $1
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = $1
ORDER BY mastra_threads."createdAt", mastra_threads.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- memory.list_threads: last updated first
-- parameters: owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = $1
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) DESC, mastra_threads.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- memory.list_threads: last updated last
-- parameters: owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = $1
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")), mastra_threads.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- memory.list_threads: filtered by metadata
-- parameters: owner, wanted, wanted, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = $1
      AND (mastra_threads.metadata @> CAST($2::TEXT AS JSONB))
      AND NOT (EXISTS (
        SELECT 1
        FROM jsonb_array_elements(CAST($3::TEXT AS JSONB)) AS listed
        WHERE (mastra_threads.metadata #> array((
            SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_1
        ))) IS DISTINCT FROM (listed.value -> 'value')
    ))
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = $1
  AND (mastra_threads.metadata @> CAST($2::TEXT AS JSONB))
  AND NOT (EXISTS (
    SELECT 1
    FROM jsonb_array_elements(CAST($3::TEXT AS JSONB)) AS listed
    WHERE (mastra_threads.metadata #> array((
        SELECT jsonb_array_elements_text(listed.value -> 'path') AS jsonb_array_elements_text_2
    ))) IS DISTINCT FROM (listed.value -> 'value')
))
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id COLLATE "C" DESC
LIMIT $4 OFFSET $5;

-- memory.list_threads: of all owners
-- parameters: limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    mastra_threads.metadata::TEXT AS metadata, mastra_threads."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
) AS "total of all pages"
FROM mastra_threads
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- memory.list_threads: 55 shapes with several of these; their fingerprint:
-- 4b0862c3797ac4090900d0eb80cd3b8a9d36c1287cfd936e6c6eb6de3c0ac42c

-- memory.touch_threads
-- Raise `updatedAt` of threads: those that are named, and those that hold the messages.
-- 
-- And so lock them until the transaction ends: all at once, in one order for every caller, so
-- that no two transactions wait for each other.
-- parameters: at, threads, ids
UPDATE mastra_threads
SET "updatedAt"=timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_threads."updatedAtZ", timezone('UTC', mastra_threads."updatedAt")),
    $1))), "updatedAtZ"=date_trunc('milliseconds', greatest(coalesce(mastra_threads."updatedAtZ",
    timezone('UTC', mastra_threads."updatedAt")), $1))
WHERE mastra_threads.id = ANY (array((
    SELECT mastra_threads.id
    FROM mastra_threads
    WHERE mastra_threads.id = ANY (array((
        SELECT mastra_threads.id
        FROM mastra_threads
        WHERE mastra_threads.id = ANY (array((
            SELECT unnest(CAST($2 AS TEXT[])) AS unnest_1
        ))) UNION
        SELECT mastra_messages.thread_id
        FROM mastra_messages
        WHERE mastra_messages.id = ANY (array((
            SELECT unnest(CAST($3 AS TEXT[])) AS unnest_2
        )))
    )))
    ORDER BY mastra_threads.id COLLATE "C"
    FOR UPDATE
)))
RETURNING mastra_threads.id, mastra_threads."resourceId";

-- memory.touch_threads: owned
-- parameters: at, threads, ids, owner
UPDATE mastra_threads
SET "updatedAt"=timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_threads."updatedAtZ", timezone('UTC', mastra_threads."updatedAt")),
    $1))), "updatedAtZ"=date_trunc('milliseconds', greatest(coalesce(mastra_threads."updatedAtZ",
    timezone('UTC', mastra_threads."updatedAt")), $1))
WHERE mastra_threads.id = ANY (array((
    SELECT mastra_threads.id
    FROM mastra_threads
    WHERE mastra_threads.id = ANY (array((
        SELECT mastra_threads.id
        FROM mastra_threads
        WHERE mastra_threads.id = ANY (array((
            SELECT unnest(CAST($2 AS TEXT[])) AS unnest_1
        ))) UNION
        SELECT mastra_messages.thread_id
        FROM mastra_messages
        WHERE mastra_messages.id = ANY (array((
            SELECT unnest(CAST($3 AS TEXT[])) AS unnest_2
        )))
          AND coalesce(mastra_messages."resourceId" = $4, false)
    )))
    ORDER BY mastra_threads.id COLLATE "C"
    FOR UPDATE
)))
RETURNING mastra_threads.id, mastra_threads."resourceId";

-- memory.stored_before
-- What is there before a save: messages with these ids, and where asked the newest time of
-- each thread.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages."createdAt"
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)));

-- memory.stored_before: newest
-- parameters: ids, threads
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages."createdAt"
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
UNION ALL
SELECT NULL AS anon_1, mastra_threads.id, (
    SELECT max(mastra_messages."createdAt") AS max_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = mastra_threads.id
) AS anon_2
FROM mastra_threads
WHERE mastra_threads.id = ANY (array((
    SELECT unnest(CAST($2 AS TEXT[])) AS unnest_2
)));

-- memory.save_messages
-- Insert or replace, but keep the first `createdAt`; with an owner, another's message stays
-- as it is.
-- parameters: id, thread_id, content, role, type, created_at, resource_id, created_at
INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId",
    "createdAtZ")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (id)
DO UPDATE
SET thread_id = excluded.thread_id, content = excluded.content, role = excluded.role,
    type = excluded.type, "resourceId" = excluded."resourceId";

-- memory.save_messages: owned
-- parameters: id, thread_id, content, role, type, created_at, resource_id, created_at
INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId",
    "createdAtZ")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (id)
DO UPDATE
SET thread_id = excluded.thread_id, content = excluded.content, role = excluded.role,
    type = excluded.type, "resourceId" = excluded."resourceId"
WHERE mastra_messages."resourceId" = excluded."resourceId";

-- memory.foreign_messages
-- Which of these messages belong to another owner.
-- parameters: ids, owner
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
  AND mastra_messages."resourceId" IS DISTINCT FROM $2;

-- memory.threads_of
-- Where messages are.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)));

-- memory.threads_of: owned
-- parameters: ids, owner
SELECT mastra_messages.id, mastra_messages.thread_id
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
  AND coalesce(mastra_messages."resourceId" = $2, false);

-- memory.lock_messages
-- Messages by id, which nobody else changes until the transaction ends.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
FOR UPDATE;

-- memory.lock_messages: owned
-- parameters: ids, owner
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
  AND coalesce(mastra_messages."resourceId" = $2, false)
FOR UPDATE;

-- memory.list_messages_by_id
-- Messages by id, from any thread.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)));

-- memory.list_messages_by_id: owned
-- parameters: ids, owner
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
  AND coalesce(mastra_messages."resourceId" = $2, false);

-- memory.update_message
-- Write a message anew, all but its id.
-- parameters: thread_id, content, role, type, created_at, resource_id, created_at, message
UPDATE mastra_messages
SET thread_id=$1, content=$2, role=$3, type=$4, "createdAt"=$5, "resourceId"=$6, "createdAtZ"=$7
WHERE mastra_messages.id = $8;

-- memory.delete_messages
-- Delete messages by id; return those that there were.
-- parameters: ids
DELETE FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
RETURNING mastra_messages.id;

-- memory.delete_messages: owned
-- parameters: ids, owner
DELETE FROM mastra_messages
WHERE mastra_messages.id = ANY (array((
    SELECT unnest(CAST($1 AS TEXT[])) AS unnest_1
)))
  AND coalesce(mastra_messages."resourceId" = $2, false)
RETURNING mastra_messages.id;

-- memory.list_messages
-- A page, with its total where wanted.
-- parameters: in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- memory.list_messages: a later page
-- parameters: in_thread, limit, offset
SELECT page.id, page.thread_id, page.content, page.role, page.type, page."createdAt",
    page."resourceId", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_messages
        WHERE mastra_messages.thread_id = $1
    ) - (
        SELECT count(*) AS count_1
        FROM mastra_messages
        WHERE mastra_messages.thread_id = $1
          AND mastra_messages.role = 'system'
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_messages.id AS id, mastra_messages.thread_id AS thread_id,
        mastra_messages.content AS content, mastra_messages.role AS role,
        mastra_messages.type AS type, mastra_messages."createdAt" AS "createdAt",
        mastra_messages."resourceId" AS "resourceId"
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages.role != 'system'
    ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page."createdAt", page.id COLLATE "C";

-- memory.list_messages: without total
-- parameters: in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- memory.list_messages: everything
-- parameters: in_thread
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.list_messages: newest first
-- parameters: in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- memory.list_messages: include system
-- parameters: in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- memory.list_messages: up to a time
-- parameters: in_thread, end, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" <= $2
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" <= $2
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" <= $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- memory.list_messages: before a time
-- parameters: in_thread, end, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" < $2
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" < $2
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" < $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- memory.list_messages: from a time
-- parameters: in_thread, start, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" >= $2
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" >= $2
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" >= $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- memory.list_messages: after a time
-- parameters: in_thread, start, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" > $2
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND mastra_messages."createdAt" > $2
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" > $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- memory.list_messages: of one owner
-- parameters: in_thread, owner, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND coalesce(mastra_messages."resourceId" = $2, false)
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = $1
      AND coalesce(mastra_messages."resourceId" = $2, false)
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND coalesce(mastra_messages."resourceId" = $2, false)
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- memory.list_messages: several threads
-- parameters: in_threads, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ANY ($1)
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ANY ($1)
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ANY ($1)
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- memory.list_messages: several threads of one owner
-- parameters: in_threads, owner, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ANY ($1)
      AND coalesce(mastra_messages."resourceId" = $2, false)
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ANY ($1)
      AND coalesce(mastra_messages."resourceId" = $2, false)
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ANY ($1)
  AND coalesce(mastra_messages."resourceId" = $2, false)
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $3 OFFSET $4;

-- memory.list_messages: all threads of one owner
-- parameters: owner, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages."resourceId" = $1
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages."resourceId" = $1
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages."resourceId" = $1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C"
LIMIT $2 OFFSET $3;

-- memory.list_messages: 706 shapes with several of these; their fingerprint:
-- c45d4d90e44c4904021b757c393c788afd4e494472e0e428f1eba62ba6afc7b6

-- memory.candidates
-- All messages that a metadata filter may keep: those whose content mentions one of its
-- keys.
-- parameters: in_thread, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.content LIKE $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: newest first
-- parameters: in_thread, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.content LIKE $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC;

-- memory.candidates: include system
-- parameters: in_thread, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.content LIKE $2
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: up to a time
-- parameters: in_thread, end, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" <= $2
  AND mastra_messages.content LIKE $3
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: before a time
-- parameters: in_thread, end, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" < $2
  AND mastra_messages.content LIKE $3
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: from a time
-- parameters: in_thread, start, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" >= $2
  AND mastra_messages.content LIKE $3
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: after a time
-- parameters: in_thread, start, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" > $2
  AND mastra_messages.content LIKE $3
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: of one owner
-- parameters: in_thread, owner, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND coalesce(mastra_messages."resourceId" = $2, false)
  AND mastra_messages.content LIKE $3
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: several threads
-- parameters: in_threads, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = ANY ($1)
  AND mastra_messages.content LIKE $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: several threads of one owner
-- parameters: in_threads, owner, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = ANY ($1)
  AND coalesce(mastra_messages."resourceId" = $2, false)
  AND mastra_messages.content LIKE $3
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: all threads of one owner
-- parameters: owner, mention
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages."resourceId" = $1
  AND mastra_messages.content LIKE $2
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id COLLATE "C";

-- memory.candidates: 169 shapes with several of these; their fingerprint:
-- fb83f0df642e6271ab3fe510ba5b520ac98304e4ddc480d4e9fb66f98e5cbe69

-- memory.windows
-- Targets by id, each with its neighbours by position in its own thread. Costs the same in
-- a thread of any length.
-- parameters: ids, up_to, next
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id = ANY ($1)
  AND target.role != 'system'
  AND found.id = ANY (array((
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND near.role != 'system'
      AND (near."createdAt", near.id COLLATE "C") <= (target."createdAt", target.id COLLATE "C")
    ORDER BY near."createdAt" DESC, near.id COLLATE "C" DESC
    LIMIT $2
)))
UNION ALL
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id = ANY ($1)
  AND target.role != 'system'
  AND found.id = ANY (array((
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND near.role != 'system'
      AND (near."createdAt", near.id COLLATE "C") > (target."createdAt", target.id COLLATE "C")
    ORDER BY near."createdAt", near.id COLLATE "C"
    LIMIT $3
)));

-- memory.windows: include system
-- parameters: ids, up_to, next
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id = ANY ($1)
  AND found.id = ANY (array((
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND (near."createdAt", near.id COLLATE "C") <= (target."createdAt", target.id COLLATE "C")
    ORDER BY near."createdAt" DESC, near.id COLLATE "C" DESC
    LIMIT $2
)))
UNION ALL
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id = ANY ($1)
  AND found.id = ANY (array((
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND (near."createdAt", near.id COLLATE "C") > (target."createdAt", target.id COLLATE "C")
    ORDER BY near."createdAt", near.id COLLATE "C"
    LIMIT $3
)));

-- memory.windows: owned
-- parameters: ids, owner, up_to, next
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id = ANY ($1)
  AND coalesce(target."resourceId" = $2, false)
  AND target.role != 'system'
  AND found.id = ANY (array((
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND coalesce(near."resourceId" = $2, false)
      AND near.role != 'system'
      AND (near."createdAt", near.id COLLATE "C") <= (target."createdAt", target.id COLLATE "C")
    ORDER BY near."createdAt" DESC, near.id COLLATE "C" DESC
    LIMIT $3
)))
UNION ALL
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id = ANY ($1)
  AND coalesce(target."resourceId" = $2, false)
  AND target.role != 'system'
  AND found.id = ANY (array((
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND coalesce(near."resourceId" = $2, false)
      AND near.role != 'system'
      AND (near."createdAt", near.id COLLATE "C") > (target."createdAt", target.id COLLATE "C")
    ORDER BY near."createdAt", near.id COLLATE "C"
    LIMIT $4
)));

-- memory.windows: 1 shapes with several of these; their fingerprint:
-- 086a2e6fe3e0864ad61dcccc1bac9abf464a49235dbc1f0afebf1cf280193334

-- memory.chosen_messages
-- The ids of the messages to copy, newest first, so that a limit keeps the newest.
-- parameters: in_thread
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC;

-- memory.chosen_messages: the newest
-- parameters: in_thread, newest
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC
LIMIT $2;

-- memory.chosen_messages: of some ids
-- parameters: in_thread, ids
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages.id = ANY ($2)
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC;

-- memory.chosen_messages: up to a time
-- parameters: in_thread, end
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" <= $2
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC;

-- memory.chosen_messages: before a time
-- parameters: in_thread, end
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" < $2
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC;

-- memory.chosen_messages: from a time
-- parameters: in_thread, start
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" >= $2
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC;

-- memory.chosen_messages: after a time
-- parameters: in_thread, start
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = $1
  AND mastra_messages."createdAt" > $2
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id COLLATE "C" DESC;

-- memory.chosen_messages: 29 shapes with several of these; their fingerprint:
-- 0c718d9497222beb97295ef4be04657e9d2416690f4eba88a5e7ed6de531797b

-- memory.copy_messages
-- Copy rows inside the database; a table of old and new ids says which becomes which.
-- parameters: to_thread, to_resource, copies
INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId",
    "createdAtZ")
SELECT listed.new_id, $1 AS anon_1, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt", $2 AS anon_2, mastra_messages."createdAtZ"
FROM (
    SELECT anon_3.value ->> 0 AS old_id, anon_3.value ->> 1 AS new_id
    FROM json_array_elements(CAST($3::TEXT AS JSON)) AS anon_3
) AS listed, mastra_messages
WHERE mastra_messages.id = listed.old_id;

-- memory.copied_messages
-- All messages of the new thread.
-- parameters: in_thread
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = $1;

-- memory.get_resource
-- A resource by id.
-- parameters: resource
SELECT mastra_resources.id, mastra_resources."workingMemory",
    mastra_resources.metadata::TEXT AS metadata, mastra_resources."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_resources."updatedAtZ"),
    mastra_resources."updatedAt")) AS "updatedAt"
FROM mastra_resources
WHERE mastra_resources.id = $1;

-- memory.save_resource
-- Insert or replace.
-- parameters: id, working_memory, metadata, created_at, updated_at, created_at, updated_at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt", "createdAtZ",
    "updatedAtZ")
VALUES ($1, $2, CAST($3::TEXT AS JSONB), $4, $5, $6, $7)
ON CONFLICT (id)
DO UPDATE
SET "workingMemory" = excluded."workingMemory", metadata = excluded.metadata,
    "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt",
    "createdAtZ" = excluded."createdAtZ", "updatedAtZ" = excluded."updatedAtZ";

-- memory.update_resource
-- Change what is given; insert the row where there is none.
-- parameters: id, working_memory, metadata, created_at, updated_at, created_at, updated_at, at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt", "createdAtZ",
    "updatedAtZ")
VALUES ($1, $2, CAST($3::TEXT AS JSONB), $4, $5, $6, $7)
ON CONFLICT (id)
DO UPDATE
SET "updatedAt" = timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_resources."updatedAtZ", timezone('UTC', mastra_resources."updatedAt")),
    $8))), "updatedAtZ" = date_trunc('milliseconds', greatest(coalesce(mastra_resources."updatedAtZ",
    timezone('UTC', mastra_resources."updatedAt")), $8))
RETURNING mastra_resources.id, mastra_resources."workingMemory",
    mastra_resources.metadata::TEXT AS metadata, mastra_resources."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_resources."updatedAtZ"),
    mastra_resources."updatedAt")) AS "updatedAt";

-- memory.update_resource: metadata
-- parameters: id, working_memory, metadata, created_at, updated_at, created_at, updated_at, at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt", "createdAtZ",
    "updatedAtZ")
VALUES ($1, $2, CAST($3::TEXT AS JSONB), $4, $5, $6, $7)
ON CONFLICT (id)
DO UPDATE
SET metadata = (CASE WHEN (jsonb_typeof(mastra_resources.metadata) = 'object') THEN mastra_resources.metadata WHEN ((mastra_resources.metadata #>> '{}') LIKE '{%') THEN CAST(mastra_resources.metadata #>> '{}' AS JSONB) ELSE '{}'::jsonb END || CAST($3::TEXT AS JSONB)),
    "updatedAt" = timezone('UTC', date_trunc('milliseconds',
    greatest(coalesce(mastra_resources."updatedAtZ", timezone('UTC', mastra_resources."updatedAt")),
    $8))), "updatedAtZ" = date_trunc('milliseconds', greatest(coalesce(mastra_resources."updatedAtZ",
    timezone('UTC', mastra_resources."updatedAt")), $8))
RETURNING mastra_resources.id, mastra_resources."workingMemory",
    mastra_resources.metadata::TEXT AS metadata, mastra_resources."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_resources."updatedAtZ"),
    mastra_resources."updatedAt")) AS "updatedAt";

-- memory.update_resource: working memory
-- parameters: id, working_memory, metadata, created_at, updated_at, created_at, updated_at, at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt", "createdAtZ",
    "updatedAtZ")
VALUES ($1, $2, CAST($3::TEXT AS JSONB), $4, $5, $6, $7)
ON CONFLICT (id)
DO UPDATE
SET "workingMemory" = excluded."workingMemory", "updatedAt" = timezone('UTC',
    date_trunc('milliseconds', greatest(coalesce(mastra_resources."updatedAtZ", timezone('UTC',
    mastra_resources."updatedAt")), $8))), "updatedAtZ" = date_trunc('milliseconds',
    greatest(coalesce(mastra_resources."updatedAtZ", timezone('UTC', mastra_resources."updatedAt")),
    $8))
RETURNING mastra_resources.id, mastra_resources."workingMemory",
    mastra_resources.metadata::TEXT AS metadata, mastra_resources."createdAt" AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_resources."updatedAtZ"),
    mastra_resources."updatedAt")) AS "updatedAt";

-- memory.update_resource: 1 shapes with several of these; their fingerprint:
-- aebe035a472b7cb92e8069aaf4b4c177680cd5249d38a725f13afae35323f6c4

-- memory.delete_resources
-- Delete resources by id.
-- parameters: ids
DELETE FROM mastra_resources
WHERE mastra_resources.id = ANY ($1);

-- memory.list_generations
-- Generations of a lookup key, the newest first.
-- parameters: key, limit, offset
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = $1
ORDER BY mastra_observational_memory."generationCount" DESC,
    mastra_observational_memory.id COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- memory.list_generations: up to a time
-- parameters: key, end, limit, offset
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = $1
  AND mastra_observational_memory."createdAt" <= $2
ORDER BY mastra_observational_memory."generationCount" DESC,
    mastra_observational_memory.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- memory.list_generations: from a time
-- parameters: key, start, limit, offset
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = $1
  AND mastra_observational_memory."createdAt" >= $2
ORDER BY mastra_observational_memory."generationCount" DESC,
    mastra_observational_memory.id COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- memory.list_generations: 1 shapes with several of these; their fingerprint:
-- dbb93793c371f57e1a0ca140f99a0b69e88221067432b05374b70f908ddf924b

-- memory.insert_record
-- Insert; return nothing where the id exists.
-- parameters: id, lookup_key, scope, resource_id, thread_id, active_observations,
--     active_observations_pending_update, origin_type, config, generation_count, last_observed_at,
--     last_reflection_at, pending_message_tokens, total_tokens_observed, observation_token_count,
--     is_observing, is_reflecting, observed_message_ids, observed_timezone, buffered_observations,
--     buffered_observation_tokens, buffered_message_ids, buffered_reflection,
--     buffered_reflection_tokens, buffered_reflection_input_tokens,
--     reflected_observation_line_count, buffered_observation_chunks, is_buffering_observation,
--     is_buffering_reflection, last_buffered_at_tokens, last_buffered_at_time, metadata, created_at,
--     updated_at, last_observed_at, last_reflection_at, last_buffered_at_time, created_at,
--     updated_at
INSERT INTO mastra_observational_memory (id, "lookupKey", scope, "resourceId", "threadId",
    "activeObservations", "activeObservationsPendingUpdate", "originType", config, "generationCount",
    "lastObservedAt", "lastReflectionAt", "pendingMessageTokens", "totalTokensObserved",
    "observationTokenCount", "isObserving", "isReflecting", "observedMessageIds", "observedTimezone",
    "bufferedObservations", "bufferedObservationTokens", "bufferedMessageIds", "bufferedReflection",
    "bufferedReflectionTokens", "bufferedReflectionInputTokens", "reflectedObservationLineCount",
    "bufferedObservationChunks", "isBufferingObservation", "isBufferingReflection",
    "lastBufferedAtTokens", "lastBufferedAtTime", metadata, "createdAt", "updatedAt",
    "lastObservedAtZ", "lastReflectionAtZ", "lastBufferedAtTimeZ", "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
    CAST($18::TEXT AS JSONB), $19, $20, $21, CAST($22::TEXT AS JSONB), $23, $24, $25, $26,
    CAST($27::TEXT AS JSONB), $28, $29, $30, $31, CAST($32::TEXT AS JSONB), $33, $34, $35, $36, $37,
    $38, $39)
ON CONFLICT (id)
DO NOTHING
RETURNING mastra_observational_memory.id;

-- memory.lock_record
-- A record, which nobody else changes until the transaction ends.
-- parameters: record
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory.id = $1
FOR UPDATE;

-- memory.change_record: isObserving
-- Set some columns, by their names in the database, and no others.
-- parameters: is_observing, updated_at, updated_at, record
UPDATE mastra_observational_memory
SET "isObserving"=$1, "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_observational_memory.id = $4
RETURNING mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt";

-- memory.change_record: isReflecting
-- parameters: is_reflecting, updated_at, updated_at, record
UPDATE mastra_observational_memory
SET "isReflecting"=$1, "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_observational_memory.id = $4
RETURNING mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt";

-- memory.change_record: isBufferingObservation
-- parameters: is_buffering_observation, updated_at, updated_at, record
UPDATE mastra_observational_memory
SET "isBufferingObservation"=$1, "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_observational_memory.id = $4
RETURNING mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt";

-- memory.change_record: isBufferingReflection
-- parameters: is_buffering_reflection, updated_at, updated_at, record
UPDATE mastra_observational_memory
SET "isBufferingReflection"=$1, "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_observational_memory.id = $4
RETURNING mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt";

-- memory.change_record: pendingMessageTokens
-- parameters: pending_message_tokens, updated_at, updated_at, record
UPDATE mastra_observational_memory
SET "pendingMessageTokens"=$1, "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_observational_memory.id = $4
RETURNING mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt";

-- memory.change_record: config
-- parameters: config, updated_at, updated_at, record
UPDATE mastra_observational_memory
SET config=$1, "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_observational_memory.id = $4
RETURNING mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt";

-- memory.change_record: bufferedObservationChunks
-- parameters: buffered_observation_chunks, updated_at, updated_at, record
UPDATE mastra_observational_memory
SET "bufferedObservationChunks"=CAST($1::TEXT AS JSONB), "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_observational_memory.id = $4
RETURNING mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType", mastra_observational_memory.config::TEXT AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    mastra_observational_memory."observedMessageIds"::TEXT AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    mastra_observational_memory."bufferedMessageIds"::TEXT AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    mastra_observational_memory."bufferedObservationChunks"::TEXT AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    mastra_observational_memory.metadata::TEXT AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_observational_memory."updatedAtZ"),
    mastra_observational_memory."updatedAt")) AS "updatedAt";

-- memory.change_record: 8 shapes with several of these; their fingerprint:
-- 966313f79994d474e6fe3d04680bc4b11721ed49aeca34846678220a85e62fcc

-- memory.delete_generations
-- Delete all records of a lookup key; return those that there were.
-- parameters: key
DELETE FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = $1
RETURNING mastra_observational_memory.id;

-- memory.delete_generations: owned
-- parameters: key, owner
DELETE FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = $1
  AND mastra_observational_memory."resourceId" = $2
RETURNING mastra_observational_memory.id;

-- memory.old_rows
-- The oldest rows before a moment, which nobody else changes until the transaction ends.
-- 
-- A row that somebody holds is passed over.
-- parameters: before, limit
SELECT mastra_threads.id, date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_threads."updatedAtZ"), mastra_threads."updatedAt")) AS at
FROM mastra_threads
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) < $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt"))
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- memory.old_rows: later
-- parameters: before, since, limit
SELECT mastra_threads.id, date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_threads."updatedAtZ"), mastra_threads."updatedAt")) AS at
FROM mastra_threads
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) < $1
  AND date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
      mastra_threads."updatedAt")) >= $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt"))
LIMIT $3
FOR UPDATE SKIP LOCKED;

-- memory.old_rows: messages
-- parameters: before, limit
SELECT mastra_messages.id, date_trunc('milliseconds', mastra_messages."createdAt") AS at
FROM mastra_messages
WHERE date_trunc('milliseconds', mastra_messages."createdAt") < $1
ORDER BY date_trunc('milliseconds', mastra_messages."createdAt")
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- memory.old_rows: resources
-- parameters: before, limit
SELECT mastra_resources.id, date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_resources."updatedAtZ"), mastra_resources."updatedAt")) AS at
FROM mastra_resources
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_resources."updatedAtZ"),
    mastra_resources."updatedAt")) < $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_resources."updatedAtZ"),
    mastra_resources."updatedAt"))
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- memory.old_rows: 2 shapes with several of these; their fingerprint:
-- fffc82d96406a10c9255f86599e3a07c89775816db10199b0381ac251152df42

-- memory.count_old_rows
-- How many rows there are before a moment.
-- parameters: before
SELECT count(*) AS total
FROM mastra_threads
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_threads."updatedAtZ"),
    mastra_threads."updatedAt")) < $1;

-- memory.count_old_rows: messages
-- parameters: before
SELECT count(*) AS total
FROM mastra_messages
WHERE date_trunc('milliseconds', mastra_messages."createdAt") < $1;

-- memory.count_old_rows: resources
-- parameters: before
SELECT count(*) AS total
FROM mastra_resources
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_resources."updatedAtZ"),
    mastra_resources."updatedAt")) < $1;

-- memory.vector_tables
-- The tables that may hold vectors of messages.
-- parameters: schema
SELECT pg_catalog.pg_class.relname
FROM pg_catalog.pg_class
JOIN pg_catalog.pg_namespace ON pg_catalog.pg_namespace.oid = pg_catalog.pg_class.relnamespace
JOIN pg_catalog.pg_attribute ON pg_catalog.pg_attribute.attrelid = pg_catalog.pg_class.oid
WHERE pg_catalog.pg_namespace.nspname = $1
  AND pg_catalog.pg_class.relkind IN ('r', 'p')
  AND pg_catalog.pg_attribute.attname = 'metadata'
  AND pg_catalog.pg_attribute.atttypid = 'jsonb'::regtype
  AND (pg_catalog.pg_class.relname !~ '[%][(]')
  AND (pg_catalog.pg_class.relname = 'memory_messages' OR pg_catalog.pg_class.relname LIKE 'memory\_messages\_%');

-- memory.delete_vectors
-- Delete the vectors of the messages of threads, in each of these tables.
-- parameters: threads
DELETE FROM memory_messages
WHERE (memory_messages.metadata ->> 'thread_id') = ANY ($1);
