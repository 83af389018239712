-- The memory domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_threads (
    id TEXT NOT NULL,
    "resourceId" TEXT NOT NULL,
    title TEXT NOT NULL,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_messages (
    id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    content TEXT NOT NULL,
    role TEXT NOT NULL,
    type TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "resourceId" TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE IF NOT EXISTS mastra_resources (
    id TEXT NOT NULL,
    "workingMemory" TEXT,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
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
    "lastObservedAt" TEXT,
    "lastReflectionAt" TEXT,
    "pendingMessageTokens" INTEGER NOT NULL,
    "totalTokensObserved" INTEGER NOT NULL,
    "observationTokenCount" INTEGER NOT NULL,
    "isObserving" INTEGER NOT NULL,
    "isReflecting" INTEGER NOT NULL,
    "observedMessageIds" TEXT,
    "observedTimezone" TEXT,
    "bufferedObservations" TEXT,
    "bufferedObservationTokens" INTEGER,
    "bufferedMessageIds" TEXT,
    "bufferedReflection" TEXT,
    "bufferedReflectionTokens" INTEGER,
    "bufferedReflectionInputTokens" INTEGER,
    "reflectedObservationLineCount" INTEGER,
    "bufferedObservationChunks" TEXT,
    "isBufferingObservation" INTEGER NOT NULL,
    "isBufferingReflection" INTEGER NOT NULL,
    "lastBufferedAtTokens" INTEGER NOT NULL,
    "lastBufferedAtTime" TEXT,
    metadata TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    PRIMARY KEY (id)
);

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS idx_messages_thread_created_at ON mastra_messages (thread_id,
    "createdAt");
CREATE INDEX IF NOT EXISTS idx_messages_thread_resource_created_at ON mastra_messages (thread_id,
    "resourceId", "createdAt");
CREATE INDEX IF NOT EXISTS idx_om_lookup_key ON mastra_observational_memory ("lookupKey");

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_threads_resource_created_idx ON mastra_threads ("resourceId",
    "createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_threads_resource_updated_idx ON mastra_threads ("resourceId",
    "updatedAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_threads_created_idx ON mastra_threads ("createdAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_threads_updated_idx ON mastra_threads ("updatedAt", id);
CREATE INDEX IF NOT EXISTS mastra_py_messages_resource_idx ON mastra_messages ("resourceId",
    "createdAt");
CREATE INDEX IF NOT EXISTS mastra_py_messages_hidden_idx ON mastra_messages (thread_id, "createdAt")
WHERE role = 'system';
CREATE INDEX IF NOT EXISTS mastra_py_messages_resource_hidden_idx ON mastra_messages ("resourceId",
    "createdAt")
WHERE role = 'system';

-- Indexes of ours that the first `prune` of a table makes.
CREATE INDEX IF NOT EXISTS mastra_py_messages_created_idx ON mastra_messages (trim("createdAt",
    '"'));
CREATE INDEX IF NOT EXISTS mastra_py_resources_updated_idx ON mastra_resources ("updatedAt", id);

-- memory.get_thread
-- A thread by id; with an owner, only if it is that owner's.
-- parameters: thread
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = ?;

-- memory.get_thread: owned
-- parameters: thread, owner
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = ?
  AND mastra_threads."resourceId" = ?;

-- memory.lock_thread
-- As `get_thread`, and nobody else changes the thread until the transaction ends.
-- parameters: thread
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = ?;

-- memory.lock_thread: owned
-- parameters: thread, owner
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads.id = ?
  AND mastra_threads."resourceId" = ?;

-- memory.save_thread
-- Insert or replace; with an owner, return nothing and change nothing where the stored one
-- is another.
-- parameters: id, resource_id, title, metadata, created_at, updated_at
INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET "resourceId" = excluded."resourceId", title = excluded.title, metadata = excluded.metadata,
    "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt"
RETURNING id;

-- memory.save_thread: owned
-- parameters: id, resource_id, title, metadata, created_at, updated_at
INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET "resourceId" = excluded."resourceId", title = excluded.title, metadata = excluded.metadata,
    "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt"
WHERE mastra_threads."resourceId" = excluded."resourceId"
RETURNING id;

-- memory.create_thread
-- Insert; return nothing where the id exists.
-- parameters: id, resource_id, title, metadata, created_at, updated_at
INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO NOTHING
RETURNING id;

-- memory.update_thread
-- Set the title, merge into the metadata, or both; either way `updatedAt` rises.
-- parameters: at, thread
UPDATE mastra_threads
SET "updatedAt"=max(mastra_threads."updatedAt", ?)
WHERE mastra_threads.id = ?
RETURNING id, "resourceId", title,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.update_thread: owned
-- parameters: at, thread, owner
UPDATE mastra_threads
SET "updatedAt"=max(mastra_threads."updatedAt", ?)
WHERE mastra_threads.id = ?
  AND mastra_threads."resourceId" = ?
RETURNING id, "resourceId", title,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.update_thread: metadata
-- parameters: metadata, at, thread
UPDATE mastra_threads
SET metadata=mastra_merge(mastra_threads.metadata, ?), "updatedAt"=max(mastra_threads."updatedAt",
    ?)
WHERE mastra_threads.id = ?
RETURNING id, "resourceId", title,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.update_thread: title
-- parameters: title, at, thread
UPDATE mastra_threads
SET title=?, "updatedAt"=max(mastra_threads."updatedAt", ?)
WHERE mastra_threads.id = ?
RETURNING id, "resourceId", title,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.update_thread: 4 shapes with several of these; their fingerprint:
-- 5982dcb1fe4d2928df21afebf8c6489139930b8fe0214916ade6d9c9ab6c8e80

-- memory.move_thread
-- Give a thread to another owner.
-- parameters: resource_id, at, thread
UPDATE mastra_threads
SET "resourceId"=?, "updatedAt"=max(mastra_threads."updatedAt", ?)
WHERE mastra_threads.id = ?
RETURNING id, "resourceId", title,
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.move_messages
-- Give all messages of a thread to another owner.
-- parameters: resource_id, of_thread
UPDATE mastra_messages
SET "resourceId"=?
WHERE mastra_messages.thread_id = ?;

-- memory.move_generations
-- Give the observational memory of a thread to another owner.
-- parameters: resource_id, key
UPDATE mastra_observational_memory
SET "resourceId"=?
WHERE mastra_observational_memory."lookupKey" = ?;

-- memory.delete_threads
-- Delete threads by id; return those that there were.
-- parameters: threads
DELETE FROM mastra_threads
WHERE mastra_threads.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
RETURNING id;

-- memory.delete_threads: owned
-- parameters: threads, owner
DELETE FROM mastra_threads
WHERE mastra_threads.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND mastra_threads."resourceId" = ?
RETURNING id;

-- memory.delete_messages_of_threads
-- Delete what was said in threads.
-- parameters: threads
DELETE FROM mastra_messages
WHERE mastra_messages.thread_id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- memory.delete_generations_of_threads
-- Delete the observational memory of threads, by its lookup keys.
-- parameters: keys
DELETE FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- memory.list_threads
-- A page, with its total where wanted.
-- parameters: owner, owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = ?
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = ?
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id DESC
LIMIT ? OFFSET ?;

-- memory.list_threads: a later page
-- parameters: owner, owner, limit, offset
SELECT page.id, page."resourceId", page.title,
    CASE typeof(page.metadata) WHEN 'blob' THEN json(page.metadata) ELSE page.metadata END AS metadata,
    page."createdAt", page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_threads
        WHERE mastra_threads."resourceId" = ?
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_threads.id AS id, mastra_threads."resourceId" AS "resourceId",
        mastra_threads.title AS title, mastra_threads.metadata AS metadata,
        mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt"
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = ?
    ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt" DESC, page.id DESC;

-- memory.list_threads: without total
-- parameters: owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads."resourceId" = ?
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id DESC
LIMIT ? OFFSET ?;

-- memory.list_threads: everything
-- parameters: owner
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt"
FROM mastra_threads
WHERE mastra_threads."resourceId" = ?
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id DESC;

-- memory.list_threads: oldest first
-- parameters: owner, owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = ?
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = ?
ORDER BY mastra_threads."createdAt", mastra_threads.id
LIMIT ? OFFSET ?;

-- memory.list_threads: last updated first
-- parameters: owner, owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = ?
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = ?
ORDER BY mastra_threads."updatedAt" DESC, mastra_threads.id DESC
LIMIT ? OFFSET ?;

-- memory.list_threads: last updated last
-- parameters: owner, owner, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = ?
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = ?
ORDER BY mastra_threads."updatedAt", mastra_threads.id
LIMIT ? OFFSET ?;

-- memory.list_threads: filtered by metadata
-- parameters: owner, wanted, owner, wanted, limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
    WHERE mastra_threads."resourceId" = ?
      AND mastra_matches(mastra_threads.metadata, ?) = 1
) AS "total of all pages"
FROM mastra_threads
WHERE mastra_threads."resourceId" = ?
  AND mastra_matches(mastra_threads.metadata, ?) = 1
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id DESC
LIMIT ? OFFSET ?;

-- memory.list_threads: of all owners
-- parameters: limit, offset
SELECT mastra_threads.id, mastra_threads."resourceId", mastra_threads.title,
    CASE typeof(mastra_threads.metadata) WHEN 'blob' THEN json(mastra_threads.metadata) ELSE mastra_threads.metadata END AS metadata,
    mastra_threads."createdAt" AS "createdAt", mastra_threads."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_threads
) AS "total of all pages"
FROM mastra_threads
ORDER BY mastra_threads."createdAt" DESC, mastra_threads.id DESC
LIMIT ? OFFSET ?;

-- memory.list_threads: 55 shapes with several of these; their fingerprint:
-- afb3459bfd3a9786d5cefb44bcfdd2df29ef44f30ca75e9afb941a6269d40671

-- memory.touch_threads
-- Raise `updatedAt` of threads: those that are named, and those that hold the messages.
-- 
-- And so lock them until the transaction ends: all at once, in one order for every caller, so
-- that no two transactions wait for each other.
-- parameters: at, threads, ids
UPDATE mastra_threads
SET "updatedAt"=max(mastra_threads."updatedAt", ?)
WHERE mastra_threads.id IN (
    SELECT mastra_threads.id
    FROM mastra_threads
    WHERE mastra_threads.id IN (
        SELECT mastra_threads.id
        FROM mastra_threads
        WHERE mastra_threads.id IN (
            SELECT anon_1.value
            FROM json_each(?) AS anon_1
        ) UNION
        SELECT mastra_messages.thread_id
        FROM mastra_messages
        WHERE mastra_messages.id IN (
            SELECT anon_2.value
            FROM json_each(?) AS anon_2
        )
    )
    ORDER BY mastra_threads.id
)
RETURNING id, "resourceId";

-- memory.touch_threads: owned
-- parameters: at, threads, ids, owner
UPDATE mastra_threads
SET "updatedAt"=max(mastra_threads."updatedAt", ?)
WHERE mastra_threads.id IN (
    SELECT mastra_threads.id
    FROM mastra_threads
    WHERE mastra_threads.id IN (
        SELECT mastra_threads.id
        FROM mastra_threads
        WHERE mastra_threads.id IN (
            SELECT anon_1.value
            FROM json_each(?) AS anon_1
        ) UNION
        SELECT mastra_messages.thread_id
        FROM mastra_messages
        WHERE mastra_messages.id IN (
            SELECT anon_2.value
            FROM json_each(?) AS anon_2
        )
          AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
    )
    ORDER BY mastra_threads.id
)
RETURNING id, "resourceId";

-- memory.stored_before
-- What is there before a save: messages with these ids, and where asked the newest time of
-- each thread.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages."createdAt"
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- memory.stored_before: newest
-- parameters: ids, threads
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages."createdAt"
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
UNION ALL
SELECT NULL AS anon_2, mastra_threads.id, (
    SELECT max(mastra_messages."createdAt") AS max_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = mastra_threads.id
) AS anon_3
FROM mastra_threads
WHERE mastra_threads.id IN (
    SELECT anon_4.value
    FROM json_each(?) AS anon_4
);

-- memory.save_messages
-- Insert or replace, but keep the first `createdAt`; with an owner, another's message stays
-- as it is.
-- parameters: id, thread_id, content, role, type, created_at, resource_id
INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId")
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET thread_id = excluded.thread_id, content = excluded.content, role = excluded.role,
    type = excluded.type, "resourceId" = excluded."resourceId";

-- memory.save_messages: owned
-- parameters: id, thread_id, content, role, type, created_at, resource_id
INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId")
VALUES (?, ?, ?, ?, ?, ?, ?)
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
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND mastra_messages."resourceId" IS NOT ?;

-- memory.threads_of
-- Where messages are.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- memory.threads_of: owned
-- parameters: ids, owner
SELECT mastra_messages.id, mastra_messages.thread_id
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND coalesce(mastra_messages."resourceId" = ?, 0) = 1;

-- memory.lock_messages
-- Messages by id, which nobody else changes until the transaction ends.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- memory.lock_messages: owned
-- parameters: ids, owner
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND coalesce(mastra_messages."resourceId" = ?, 0) = 1;

-- memory.list_messages_by_id
-- Messages by id, from any thread.
-- parameters: ids
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- memory.list_messages_by_id: owned
-- parameters: ids, owner
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND coalesce(mastra_messages."resourceId" = ?, 0) = 1;

-- memory.update_message
-- Write a message anew, all but its id.
-- parameters: thread_id, content, role, type, created_at, resource_id, message
UPDATE mastra_messages
SET thread_id=?, content=?, role=?, type=?, "createdAt"=?, "resourceId"=?
WHERE mastra_messages.id = ?;

-- memory.delete_messages
-- Delete messages by id; return those that there were.
-- parameters: ids
DELETE FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
RETURNING id;

-- memory.delete_messages: owned
-- parameters: ids, owner
DELETE FROM mastra_messages
WHERE mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
RETURNING id;

-- memory.list_messages
-- A page, with its total where wanted.
-- parameters: in_thread, in_thread, in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: a later page
-- parameters: in_thread, in_thread, in_thread, limit, offset
SELECT page.id, page.thread_id, page.content, page.role, page.type, page."createdAt",
    page."resourceId", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_messages
        WHERE mastra_messages.thread_id = ?
    ) - (
        SELECT count(*) AS count_1
        FROM mastra_messages
        WHERE mastra_messages.thread_id = ?
          AND mastra_messages.role = 'system'
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_messages.id AS id, mastra_messages.thread_id AS thread_id,
        mastra_messages.content AS content, mastra_messages.role AS role,
        mastra_messages.type AS type, mastra_messages."createdAt" AS "createdAt",
        mastra_messages."resourceId" AS "resourceId"
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages.role != 'system'
    ORDER BY mastra_messages."createdAt", mastra_messages.id
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt", page.id;

-- memory.list_messages: without total
-- parameters: in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: everything
-- parameters: in_thread
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id;

-- memory.list_messages: newest first
-- parameters: in_thread, in_thread, in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC
LIMIT ? OFFSET ?;

-- memory.list_messages: include system
-- parameters: in_thread, in_thread, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: filtered by metadata
-- parameters: in_thread, wanted, in_thread, wanted, in_thread, wanted, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_content_matches(mastra_messages.content, ?) = 1
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_content_matches(mastra_messages.content, ?) = 1
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_content_matches(mastra_messages.content, ?) = 1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: up to a time
-- parameters: in_thread, end, in_thread, end, in_thread, end, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" <= ?
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" <= ?
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" <= ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: before a time
-- parameters: in_thread, end, in_thread, end, in_thread, end, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" < ?
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" < ?
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" < ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: from a time
-- parameters: in_thread, start, in_thread, start, in_thread, start, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" >= ?
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" >= ?
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" >= ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: after a time
-- parameters: in_thread, start, in_thread, start, in_thread, start, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" > ?
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND mastra_messages."createdAt" > ?
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" > ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: of one owner
-- parameters: in_thread, owner, in_thread, owner, in_thread, owner, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id = ?
      AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: several threads
-- parameters: in_threads, in_threads, in_threads, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id IN (
        SELECT anon_1.value
        FROM json_each(?) AS anon_1
    )
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id IN (
        SELECT anon_1.value
        FROM json_each(?) AS anon_1
    )
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id IN (
    SELECT anon_2.value
    FROM json_each(?) AS anon_2
)
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: several threads of one owner
-- parameters: in_threads, owner, in_threads, owner, in_threads, owner, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id IN (
        SELECT anon_1.value
        FROM json_each(?) AS anon_1
    )
      AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages.thread_id IN (
        SELECT anon_1.value
        FROM json_each(?) AS anon_1
    )
      AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages.thread_id IN (
    SELECT anon_2.value
    FROM json_each(?) AS anon_2
)
  AND coalesce(mastra_messages."resourceId" = ?, 0) = 1
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: all threads of one owner
-- parameters: owner, owner, owner, limit, offset
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId",
    (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages."resourceId" = ?
) - (
    SELECT count(*) AS count_1
    FROM mastra_messages
    WHERE mastra_messages."resourceId" = ?
      AND mastra_messages.role = 'system'
) AS "total of all pages"
FROM mastra_messages
WHERE mastra_messages."resourceId" = ?
  AND mastra_messages.role != 'system'
ORDER BY mastra_messages."createdAt", mastra_messages.id
LIMIT ? OFFSET ?;

-- memory.list_messages: 1425 shapes with several of these; their fingerprint:
-- 1ed0fd566c394437bfbbfd19a208d4be0f8cb0f878312799d386b1bd5617a8d3

-- memory.windows
-- Targets by id, each with its neighbours by position in its own thread. Costs the same in
-- a thread of any length.
-- parameters: ids, up_to, 0, ids, next, 0
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND target.role != 'system'
  AND found.id IN (
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND near.role != 'system'
      AND (near."createdAt", near.id) <= (target."createdAt", target.id)
    ORDER BY near."createdAt" DESC, near.id DESC
    LIMIT ? OFFSET ?
)
UNION ALL
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND target.role != 'system'
  AND found.id IN (
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND near.role != 'system'
      AND (near."createdAt", near.id) > (target."createdAt", target.id)
    ORDER BY near."createdAt", near.id
    LIMIT ? OFFSET ?
);

-- memory.windows: include system
-- parameters: ids, up_to, 0, ids, next, 0
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND found.id IN (
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND (near."createdAt", near.id) <= (target."createdAt", target.id)
    ORDER BY near."createdAt" DESC, near.id DESC
    LIMIT ? OFFSET ?
)
UNION ALL
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND found.id IN (
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND (near."createdAt", near.id) > (target."createdAt", target.id)
    ORDER BY near."createdAt", near.id
    LIMIT ? OFFSET ?
);

-- memory.windows: owned
-- parameters: ids, owner, owner, up_to, 0, ids, owner, owner, next, 0
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND coalesce(target."resourceId" = ?, 0) = 1
  AND target.role != 'system'
  AND found.id IN (
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND coalesce(near."resourceId" = ?, 0) = 1
      AND near.role != 'system'
      AND (near."createdAt", near.id) <= (target."createdAt", target.id)
    ORDER BY near."createdAt" DESC, near.id DESC
    LIMIT ? OFFSET ?
)
UNION ALL
SELECT found.id, found.thread_id, found.content, found.role, found.type,
    found."createdAt" AS "createdAt", found."resourceId"
FROM mastra_messages AS found, mastra_messages AS target
WHERE target.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
  AND coalesce(target."resourceId" = ?, 0) = 1
  AND target.role != 'system'
  AND found.id IN (
    SELECT near.id
    FROM mastra_messages AS near
    WHERE near.thread_id = target.thread_id
      AND coalesce(near."resourceId" = ?, 0) = 1
      AND near.role != 'system'
      AND (near."createdAt", near.id) > (target."createdAt", target.id)
    ORDER BY near."createdAt", near.id
    LIMIT ? OFFSET ?
);

-- memory.windows: 1 shapes with several of these; their fingerprint:
-- 23c7908b67ae2f14db11992ddfe9467fe1d6c81c78ab6620423813db6872ab53

-- memory.chosen_messages
-- The ids of the messages to copy, newest first, so that a limit keeps the newest.
-- parameters: in_thread
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC;

-- memory.chosen_messages: the newest
-- parameters: in_thread, newest, 0
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC
LIMIT ? OFFSET ?;

-- memory.chosen_messages: of some ids
-- parameters: in_thread, ids
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
)
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC;

-- memory.chosen_messages: up to a time
-- parameters: in_thread, end
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" <= ?
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC;

-- memory.chosen_messages: before a time
-- parameters: in_thread, end
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" < ?
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC;

-- memory.chosen_messages: from a time
-- parameters: in_thread, start
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" >= ?
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC;

-- memory.chosen_messages: after a time
-- parameters: in_thread, start
SELECT mastra_messages.id
FROM mastra_messages
WHERE mastra_messages.thread_id = ?
  AND mastra_messages."createdAt" > ?
ORDER BY mastra_messages."createdAt" DESC, mastra_messages.id DESC;

-- memory.chosen_messages: 29 shapes with several of these; their fingerprint:
-- e8dfe9733f01ed5c00fa7c02b9cfdf4cc44cd5dba851344e5aed4c1531c68a0f

-- memory.copy_messages
-- Copy rows inside the database; a table of old and new ids says which becomes which.
-- parameters: to_thread, to_resource, copies
INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId")
SELECT listed.new_id, ? AS anon_1, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt", ? AS anon_2
FROM (
    SELECT json_extract(anon_3.value, '$[0]') AS old_id, json_extract(anon_3.value,
        '$[1]') AS new_id
    FROM json_each(?) AS anon_3
) AS listed, mastra_messages
WHERE mastra_messages.id = listed.old_id;

-- memory.copied_messages
-- All messages of the new thread.
-- parameters: in_thread
SELECT mastra_messages.id, mastra_messages.thread_id, mastra_messages.content, mastra_messages.role,
    mastra_messages.type, mastra_messages."createdAt" AS "createdAt", mastra_messages."resourceId"
FROM mastra_messages
WHERE mastra_messages.thread_id = ?;

-- memory.get_resource
-- A resource by id.
-- parameters: resource
SELECT mastra_resources.id, mastra_resources."workingMemory",
    CASE typeof(mastra_resources.metadata) WHEN 'blob' THEN json(mastra_resources.metadata) ELSE mastra_resources.metadata END AS metadata,
    mastra_resources."createdAt" AS "createdAt", mastra_resources."updatedAt" AS "updatedAt"
FROM mastra_resources
WHERE mastra_resources.id = ?;

-- memory.save_resource
-- Insert or replace.
-- parameters: id, working_memory, metadata, created_at, updated_at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET "workingMemory" = excluded."workingMemory", metadata = excluded.metadata,
    "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt";

-- memory.update_resource
-- Change what is given; insert the row where there is none.
-- parameters: id, working_memory, metadata, created_at, updated_at, at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET "updatedAt" = max(mastra_resources."updatedAt", ?)
RETURNING id, "workingMemory",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.update_resource: metadata
-- parameters: id, working_memory, metadata, created_at, updated_at, metadata, at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET metadata = mastra_merge(mastra_resources.metadata, ?),
    "updatedAt" = max(mastra_resources."updatedAt", ?)
RETURNING id, "workingMemory",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.update_resource: working memory
-- parameters: id, working_memory, metadata, created_at, updated_at, at
INSERT INTO mastra_resources (id, "workingMemory", metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id)
DO UPDATE
SET "workingMemory" = excluded."workingMemory", "updatedAt" = max(mastra_resources."updatedAt", ?)
RETURNING id, "workingMemory",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.update_resource: 1 shapes with several of these; their fingerprint:
-- acfcd166f838788f275555f83a47e58f3b1578f782efdb04311f0e0b124f0087

-- memory.delete_resources
-- Delete resources by id.
-- parameters: ids
DELETE FROM mastra_resources
WHERE mastra_resources.id IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- memory.list_generations
-- Generations of a lookup key, the newest first.
-- parameters: key, limit, offset
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType",
    CASE typeof(mastra_observational_memory.config) WHEN 'blob' THEN json(mastra_observational_memory.config) ELSE mastra_observational_memory.config END AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    CASE typeof(mastra_observational_memory."observedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."observedMessageIds") ELSE mastra_observational_memory."observedMessageIds" END AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    CASE typeof(mastra_observational_memory."bufferedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."bufferedMessageIds") ELSE mastra_observational_memory."bufferedMessageIds" END AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    CASE typeof(mastra_observational_memory."bufferedObservationChunks") WHEN 'blob' THEN json(mastra_observational_memory."bufferedObservationChunks") ELSE mastra_observational_memory."bufferedObservationChunks" END AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(mastra_observational_memory.metadata) WHEN 'blob' THEN json(mastra_observational_memory.metadata) ELSE mastra_observational_memory.metadata END AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt",
    mastra_observational_memory."updatedAt" AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = ?
ORDER BY mastra_observational_memory."generationCount" DESC, mastra_observational_memory.id DESC
LIMIT ? OFFSET ?;

-- memory.list_generations: up to a time
-- parameters: key, end, limit, offset
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType",
    CASE typeof(mastra_observational_memory.config) WHEN 'blob' THEN json(mastra_observational_memory.config) ELSE mastra_observational_memory.config END AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    CASE typeof(mastra_observational_memory."observedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."observedMessageIds") ELSE mastra_observational_memory."observedMessageIds" END AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    CASE typeof(mastra_observational_memory."bufferedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."bufferedMessageIds") ELSE mastra_observational_memory."bufferedMessageIds" END AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    CASE typeof(mastra_observational_memory."bufferedObservationChunks") WHEN 'blob' THEN json(mastra_observational_memory."bufferedObservationChunks") ELSE mastra_observational_memory."bufferedObservationChunks" END AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(mastra_observational_memory.metadata) WHEN 'blob' THEN json(mastra_observational_memory.metadata) ELSE mastra_observational_memory.metadata END AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt",
    mastra_observational_memory."updatedAt" AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = ?
  AND mastra_observational_memory."createdAt" <= ?
ORDER BY mastra_observational_memory."generationCount" DESC, mastra_observational_memory.id DESC
LIMIT ? OFFSET ?;

-- memory.list_generations: from a time
-- parameters: key, start, limit, offset
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType",
    CASE typeof(mastra_observational_memory.config) WHEN 'blob' THEN json(mastra_observational_memory.config) ELSE mastra_observational_memory.config END AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    CASE typeof(mastra_observational_memory."observedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."observedMessageIds") ELSE mastra_observational_memory."observedMessageIds" END AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    CASE typeof(mastra_observational_memory."bufferedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."bufferedMessageIds") ELSE mastra_observational_memory."bufferedMessageIds" END AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    CASE typeof(mastra_observational_memory."bufferedObservationChunks") WHEN 'blob' THEN json(mastra_observational_memory."bufferedObservationChunks") ELSE mastra_observational_memory."bufferedObservationChunks" END AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(mastra_observational_memory.metadata) WHEN 'blob' THEN json(mastra_observational_memory.metadata) ELSE mastra_observational_memory.metadata END AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt",
    mastra_observational_memory."updatedAt" AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = ?
  AND mastra_observational_memory."createdAt" >= ?
ORDER BY mastra_observational_memory."generationCount" DESC, mastra_observational_memory.id DESC
LIMIT ? OFFSET ?;

-- memory.list_generations: 1 shapes with several of these; their fingerprint:
-- f0abeb9f9714b1c75294c486844328ada616861bb37ebfd7888582b9886102fe

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
--     updated_at
INSERT INTO mastra_observational_memory (id, "lookupKey", scope, "resourceId", "threadId",
    "activeObservations", "activeObservationsPendingUpdate", "originType", config, "generationCount",
    "lastObservedAt", "lastReflectionAt", "pendingMessageTokens", "totalTokensObserved",
    "observationTokenCount", "isObserving", "isReflecting", "observedMessageIds", "observedTimezone",
    "bufferedObservations", "bufferedObservationTokens", "bufferedMessageIds", "bufferedReflection",
    "bufferedReflectionTokens", "bufferedReflectionInputTokens", "reflectedObservationLineCount",
    "bufferedObservationChunks", "isBufferingObservation", "isBufferingReflection",
    "lastBufferedAtTokens", "lastBufferedAtTime", metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
    ?, ?, ?)
ON CONFLICT (id)
DO NOTHING
RETURNING id;

-- memory.lock_record
-- A record, which nobody else changes until the transaction ends.
-- parameters: record
SELECT mastra_observational_memory.id, mastra_observational_memory."lookupKey",
    mastra_observational_memory.scope, mastra_observational_memory."resourceId",
    mastra_observational_memory."threadId", mastra_observational_memory."activeObservations",
    mastra_observational_memory."activeObservationsPendingUpdate",
    mastra_observational_memory."originType",
    CASE typeof(mastra_observational_memory.config) WHEN 'blob' THEN json(mastra_observational_memory.config) ELSE mastra_observational_memory.config END AS config,
    mastra_observational_memory."generationCount",
    mastra_observational_memory."lastObservedAt" AS "lastObservedAt",
    mastra_observational_memory."lastReflectionAt" AS "lastReflectionAt",
    mastra_observational_memory."pendingMessageTokens",
    mastra_observational_memory."totalTokensObserved",
    mastra_observational_memory."observationTokenCount", mastra_observational_memory."isObserving",
    mastra_observational_memory."isReflecting",
    CASE typeof(mastra_observational_memory."observedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."observedMessageIds") ELSE mastra_observational_memory."observedMessageIds" END AS "observedMessageIds",
    mastra_observational_memory."observedTimezone",
    mastra_observational_memory."bufferedObservations",
    mastra_observational_memory."bufferedObservationTokens",
    CASE typeof(mastra_observational_memory."bufferedMessageIds") WHEN 'blob' THEN json(mastra_observational_memory."bufferedMessageIds") ELSE mastra_observational_memory."bufferedMessageIds" END AS "bufferedMessageIds",
    mastra_observational_memory."bufferedReflection",
    mastra_observational_memory."bufferedReflectionTokens",
    mastra_observational_memory."bufferedReflectionInputTokens",
    mastra_observational_memory."reflectedObservationLineCount",
    CASE typeof(mastra_observational_memory."bufferedObservationChunks") WHEN 'blob' THEN json(mastra_observational_memory."bufferedObservationChunks") ELSE mastra_observational_memory."bufferedObservationChunks" END AS "bufferedObservationChunks",
    mastra_observational_memory."isBufferingObservation",
    mastra_observational_memory."isBufferingReflection",
    mastra_observational_memory."lastBufferedAtTokens",
    mastra_observational_memory."lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(mastra_observational_memory.metadata) WHEN 'blob' THEN json(mastra_observational_memory.metadata) ELSE mastra_observational_memory.metadata END AS metadata,
    mastra_observational_memory."createdAt" AS "createdAt",
    mastra_observational_memory."updatedAt" AS "updatedAt"
FROM mastra_observational_memory
WHERE mastra_observational_memory.id = ?;

-- memory.change_record: isObserving
-- Set some columns, by their names in the database, and no others.
-- parameters: is_observing, updated_at, record
UPDATE mastra_observational_memory
SET "isObserving"=?, "updatedAt"=?
WHERE mastra_observational_memory.id = ?
RETURNING id, "lookupKey", scope, "resourceId", "threadId", "activeObservations",
    "activeObservationsPendingUpdate", "originType",
    CASE typeof(config) WHEN 'blob' THEN json(config) ELSE config END AS config, "generationCount",
    "lastObservedAt" AS "lastObservedAt", "lastReflectionAt" AS "lastReflectionAt",
    "pendingMessageTokens", "totalTokensObserved", "observationTokenCount", "isObserving",
    "isReflecting",
    CASE typeof("observedMessageIds") WHEN 'blob' THEN json("observedMessageIds") ELSE "observedMessageIds" END AS "observedMessageIds",
    "observedTimezone", "bufferedObservations", "bufferedObservationTokens",
    CASE typeof("bufferedMessageIds") WHEN 'blob' THEN json("bufferedMessageIds") ELSE "bufferedMessageIds" END AS "bufferedMessageIds",
    "bufferedReflection", "bufferedReflectionTokens", "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    CASE typeof("bufferedObservationChunks") WHEN 'blob' THEN json("bufferedObservationChunks") ELSE "bufferedObservationChunks" END AS "bufferedObservationChunks",
    "isBufferingObservation", "isBufferingReflection", "lastBufferedAtTokens",
    "lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.change_record: isReflecting
-- parameters: is_reflecting, updated_at, record
UPDATE mastra_observational_memory
SET "isReflecting"=?, "updatedAt"=?
WHERE mastra_observational_memory.id = ?
RETURNING id, "lookupKey", scope, "resourceId", "threadId", "activeObservations",
    "activeObservationsPendingUpdate", "originType",
    CASE typeof(config) WHEN 'blob' THEN json(config) ELSE config END AS config, "generationCount",
    "lastObservedAt" AS "lastObservedAt", "lastReflectionAt" AS "lastReflectionAt",
    "pendingMessageTokens", "totalTokensObserved", "observationTokenCount", "isObserving",
    "isReflecting",
    CASE typeof("observedMessageIds") WHEN 'blob' THEN json("observedMessageIds") ELSE "observedMessageIds" END AS "observedMessageIds",
    "observedTimezone", "bufferedObservations", "bufferedObservationTokens",
    CASE typeof("bufferedMessageIds") WHEN 'blob' THEN json("bufferedMessageIds") ELSE "bufferedMessageIds" END AS "bufferedMessageIds",
    "bufferedReflection", "bufferedReflectionTokens", "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    CASE typeof("bufferedObservationChunks") WHEN 'blob' THEN json("bufferedObservationChunks") ELSE "bufferedObservationChunks" END AS "bufferedObservationChunks",
    "isBufferingObservation", "isBufferingReflection", "lastBufferedAtTokens",
    "lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.change_record: isBufferingObservation
-- parameters: is_buffering_observation, updated_at, record
UPDATE mastra_observational_memory
SET "isBufferingObservation"=?, "updatedAt"=?
WHERE mastra_observational_memory.id = ?
RETURNING id, "lookupKey", scope, "resourceId", "threadId", "activeObservations",
    "activeObservationsPendingUpdate", "originType",
    CASE typeof(config) WHEN 'blob' THEN json(config) ELSE config END AS config, "generationCount",
    "lastObservedAt" AS "lastObservedAt", "lastReflectionAt" AS "lastReflectionAt",
    "pendingMessageTokens", "totalTokensObserved", "observationTokenCount", "isObserving",
    "isReflecting",
    CASE typeof("observedMessageIds") WHEN 'blob' THEN json("observedMessageIds") ELSE "observedMessageIds" END AS "observedMessageIds",
    "observedTimezone", "bufferedObservations", "bufferedObservationTokens",
    CASE typeof("bufferedMessageIds") WHEN 'blob' THEN json("bufferedMessageIds") ELSE "bufferedMessageIds" END AS "bufferedMessageIds",
    "bufferedReflection", "bufferedReflectionTokens", "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    CASE typeof("bufferedObservationChunks") WHEN 'blob' THEN json("bufferedObservationChunks") ELSE "bufferedObservationChunks" END AS "bufferedObservationChunks",
    "isBufferingObservation", "isBufferingReflection", "lastBufferedAtTokens",
    "lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.change_record: isBufferingReflection
-- parameters: is_buffering_reflection, updated_at, record
UPDATE mastra_observational_memory
SET "isBufferingReflection"=?, "updatedAt"=?
WHERE mastra_observational_memory.id = ?
RETURNING id, "lookupKey", scope, "resourceId", "threadId", "activeObservations",
    "activeObservationsPendingUpdate", "originType",
    CASE typeof(config) WHEN 'blob' THEN json(config) ELSE config END AS config, "generationCount",
    "lastObservedAt" AS "lastObservedAt", "lastReflectionAt" AS "lastReflectionAt",
    "pendingMessageTokens", "totalTokensObserved", "observationTokenCount", "isObserving",
    "isReflecting",
    CASE typeof("observedMessageIds") WHEN 'blob' THEN json("observedMessageIds") ELSE "observedMessageIds" END AS "observedMessageIds",
    "observedTimezone", "bufferedObservations", "bufferedObservationTokens",
    CASE typeof("bufferedMessageIds") WHEN 'blob' THEN json("bufferedMessageIds") ELSE "bufferedMessageIds" END AS "bufferedMessageIds",
    "bufferedReflection", "bufferedReflectionTokens", "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    CASE typeof("bufferedObservationChunks") WHEN 'blob' THEN json("bufferedObservationChunks") ELSE "bufferedObservationChunks" END AS "bufferedObservationChunks",
    "isBufferingObservation", "isBufferingReflection", "lastBufferedAtTokens",
    "lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.change_record: pendingMessageTokens
-- parameters: pending_message_tokens, updated_at, record
UPDATE mastra_observational_memory
SET "pendingMessageTokens"=?, "updatedAt"=?
WHERE mastra_observational_memory.id = ?
RETURNING id, "lookupKey", scope, "resourceId", "threadId", "activeObservations",
    "activeObservationsPendingUpdate", "originType",
    CASE typeof(config) WHEN 'blob' THEN json(config) ELSE config END AS config, "generationCount",
    "lastObservedAt" AS "lastObservedAt", "lastReflectionAt" AS "lastReflectionAt",
    "pendingMessageTokens", "totalTokensObserved", "observationTokenCount", "isObserving",
    "isReflecting",
    CASE typeof("observedMessageIds") WHEN 'blob' THEN json("observedMessageIds") ELSE "observedMessageIds" END AS "observedMessageIds",
    "observedTimezone", "bufferedObservations", "bufferedObservationTokens",
    CASE typeof("bufferedMessageIds") WHEN 'blob' THEN json("bufferedMessageIds") ELSE "bufferedMessageIds" END AS "bufferedMessageIds",
    "bufferedReflection", "bufferedReflectionTokens", "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    CASE typeof("bufferedObservationChunks") WHEN 'blob' THEN json("bufferedObservationChunks") ELSE "bufferedObservationChunks" END AS "bufferedObservationChunks",
    "isBufferingObservation", "isBufferingReflection", "lastBufferedAtTokens",
    "lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.change_record: config
-- parameters: config, updated_at, record
UPDATE mastra_observational_memory
SET config=?, "updatedAt"=?
WHERE mastra_observational_memory.id = ?
RETURNING id, "lookupKey", scope, "resourceId", "threadId", "activeObservations",
    "activeObservationsPendingUpdate", "originType",
    CASE typeof(config) WHEN 'blob' THEN json(config) ELSE config END AS config, "generationCount",
    "lastObservedAt" AS "lastObservedAt", "lastReflectionAt" AS "lastReflectionAt",
    "pendingMessageTokens", "totalTokensObserved", "observationTokenCount", "isObserving",
    "isReflecting",
    CASE typeof("observedMessageIds") WHEN 'blob' THEN json("observedMessageIds") ELSE "observedMessageIds" END AS "observedMessageIds",
    "observedTimezone", "bufferedObservations", "bufferedObservationTokens",
    CASE typeof("bufferedMessageIds") WHEN 'blob' THEN json("bufferedMessageIds") ELSE "bufferedMessageIds" END AS "bufferedMessageIds",
    "bufferedReflection", "bufferedReflectionTokens", "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    CASE typeof("bufferedObservationChunks") WHEN 'blob' THEN json("bufferedObservationChunks") ELSE "bufferedObservationChunks" END AS "bufferedObservationChunks",
    "isBufferingObservation", "isBufferingReflection", "lastBufferedAtTokens",
    "lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.change_record: bufferedObservationChunks
-- parameters: buffered_observation_chunks, updated_at, record
UPDATE mastra_observational_memory
SET "bufferedObservationChunks"=?, "updatedAt"=?
WHERE mastra_observational_memory.id = ?
RETURNING id, "lookupKey", scope, "resourceId", "threadId", "activeObservations",
    "activeObservationsPendingUpdate", "originType",
    CASE typeof(config) WHEN 'blob' THEN json(config) ELSE config END AS config, "generationCount",
    "lastObservedAt" AS "lastObservedAt", "lastReflectionAt" AS "lastReflectionAt",
    "pendingMessageTokens", "totalTokensObserved", "observationTokenCount", "isObserving",
    "isReflecting",
    CASE typeof("observedMessageIds") WHEN 'blob' THEN json("observedMessageIds") ELSE "observedMessageIds" END AS "observedMessageIds",
    "observedTimezone", "bufferedObservations", "bufferedObservationTokens",
    CASE typeof("bufferedMessageIds") WHEN 'blob' THEN json("bufferedMessageIds") ELSE "bufferedMessageIds" END AS "bufferedMessageIds",
    "bufferedReflection", "bufferedReflectionTokens", "bufferedReflectionInputTokens",
    "reflectedObservationLineCount",
    CASE typeof("bufferedObservationChunks") WHEN 'blob' THEN json("bufferedObservationChunks") ELSE "bufferedObservationChunks" END AS "bufferedObservationChunks",
    "isBufferingObservation", "isBufferingReflection", "lastBufferedAtTokens",
    "lastBufferedAtTime" AS "lastBufferedAtTime",
    CASE typeof(metadata) WHEN 'blob' THEN json(metadata) ELSE metadata END AS metadata,
    "createdAt" AS "createdAt", "updatedAt" AS "updatedAt";

-- memory.change_record: 8 shapes with several of these; their fingerprint:
-- d1115058f76a7f200c46840f787b001f42d4e06feaa68481067e5f808e5aaae0

-- memory.delete_generations
-- Delete all records of a lookup key; return those that there were.
-- parameters: key
DELETE FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = ?
RETURNING id;

-- memory.delete_generations: owned
-- parameters: key, owner
DELETE FROM mastra_observational_memory
WHERE mastra_observational_memory."lookupKey" = ?
  AND mastra_observational_memory."resourceId" = ?
RETURNING id;

-- memory.old_rows
-- The oldest rows before a moment, which nobody else changes until the transaction ends.
-- 
-- A row that somebody holds is passed over.
-- parameters: before, limit, 0
SELECT mastra_threads.id, mastra_threads."updatedAt" AS at
FROM mastra_threads
WHERE mastra_threads."updatedAt" < ?
ORDER BY mastra_threads."updatedAt"
LIMIT ? OFFSET ?;

-- memory.old_rows: later
-- parameters: before, since, limit, 0
SELECT mastra_threads.id, mastra_threads."updatedAt" AS at
FROM mastra_threads
WHERE mastra_threads."updatedAt" < ?
  AND mastra_threads."updatedAt" >= ?
ORDER BY mastra_threads."updatedAt"
LIMIT ? OFFSET ?;

-- memory.old_rows: messages
-- parameters: before, limit, 0
SELECT mastra_messages.id, trim(mastra_messages."createdAt", '"') AS at
FROM mastra_messages
WHERE trim(mastra_messages."createdAt", '"') < ?
ORDER BY trim(mastra_messages."createdAt", '"')
LIMIT ? OFFSET ?;

-- memory.old_rows: resources
-- parameters: before, limit, 0
SELECT mastra_resources.id, mastra_resources."updatedAt" AS at
FROM mastra_resources
WHERE mastra_resources."updatedAt" < ?
ORDER BY mastra_resources."updatedAt"
LIMIT ? OFFSET ?;

-- memory.old_rows: 2 shapes with several of these; their fingerprint:
-- 0d9316ae58b456333ea420dd1f9ff5a5f28b889fd24e0b1b752dda57988e4496

-- memory.count_old_rows
-- How many rows there are before a moment.
-- parameters: before
SELECT count(*) AS total
FROM mastra_threads
WHERE mastra_threads."updatedAt" < ?;

-- memory.count_old_rows: messages
-- parameters: before
SELECT count(*) AS total
FROM mastra_messages
WHERE trim(mastra_messages."createdAt", '"') < ?;

-- memory.count_old_rows: resources
-- parameters: before
SELECT count(*) AS total
FROM mastra_resources
WHERE mastra_resources."updatedAt" < ?;
