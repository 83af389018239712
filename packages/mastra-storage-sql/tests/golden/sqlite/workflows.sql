-- The workflows domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_workflow_snapshot (
    workflow_name TEXT,
    run_id TEXT,
    "resourceId" TEXT,
    snapshot TEXT,
    "createdAt" TEXT,
    "updatedAt" TEXT,
    UNIQUE (workflow_name, run_id)
);

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_created_idx ON mastra_workflow_snapshot ("createdAt",
    run_id);
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_name_created_idx ON mastra_workflow_snapshot (workflow_name,
    "createdAt", run_id);
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_resource_created_idx ON mastra_workflow_snapshot ("resourceId",
    "createdAt", run_id);
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_id_idx ON mastra_workflow_snapshot (run_id,
    "createdAt");

-- Indexes of ours that the first `prune` of a table makes.
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_updated_idx ON mastra_workflow_snapshot ("updatedAt");

-- Ours, made by the first claim.
CREATE TABLE IF NOT EXISTS mastra_py_run_ownership (
    workflow_name TEXT NOT NULL,
    run_id TEXT NOT NULL,
    owner_id TEXT,
    generation BIGINT NOT NULL,
    claimed_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (workflow_name, run_id)
);

-- workflows.persist_run
-- Insert, or replace the snapshot; return nothing where the run belongs to another
-- resource. Who has no owner yet gets one.
-- parameters: workflow_name, run_id, resource_id, snapshot, created_at, updated_at
INSERT INTO mastra_workflow_snapshot (workflow_name, run_id, "resourceId", snapshot, "createdAt",
    "updatedAt")
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (workflow_name, run_id)
DO UPDATE
SET "resourceId" = coalesce(mastra_workflow_snapshot."resourceId", excluded."resourceId"),
    snapshot = excluded.snapshot, "updatedAt" = excluded."updatedAt"
WHERE excluded."resourceId" IS NULL OR mastra_workflow_snapshot."resourceId" IS NULL OR mastra_workflow_snapshot."resourceId" = excluded."resourceId"
RETURNING run_id;

-- workflows.start_run
-- Insert; return nothing where the run exists.
-- parameters: workflow_name, run_id, resource_id, snapshot, created_at, updated_at
INSERT INTO mastra_workflow_snapshot (workflow_name, run_id, "resourceId", snapshot, "createdAt",
    "updatedAt")
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (workflow_name, run_id)
DO NOTHING
RETURNING run_id;

-- workflows.load_snapshot
-- The snapshot of a run; with an owner, only if it is that owner's.
-- parameters: workflow, run
SELECT CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?;

-- workflows.load_snapshot: owned
-- parameters: workflow, run, owner
SELECT CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?
  AND mastra_workflow_snapshot."resourceId" = ?;

-- workflows.lock_snapshot
-- As `load_snapshot`, and nobody else changes the run until the transaction ends.
-- parameters: workflow, run
SELECT CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?;

-- workflows.lock_snapshot: owned
-- parameters: workflow, run, owner
SELECT CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?
  AND mastra_workflow_snapshot."resourceId" = ?;

-- workflows.replace_snapshot
-- Replace the snapshot of a run that is locked.
-- parameters: snapshot, updated_at, workflow, run
UPDATE mastra_workflow_snapshot
SET snapshot=?, "updatedAt"=?
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?;

-- workflows.get_run
-- The newest run of an id, of one workflow where it is named, whole or with some members
-- of its snapshot.
-- parameters: run, 1, 0
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.get_run: fields
-- parameters: 2, 7, fields, 0, run, 1, 0
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", (
    SELECT json_group_object(pairs.value, json(substr(pairs.pair, ?,
        length(pairs.pair) - ?))) AS json_group_object_1
    FROM (
        SELECT anon_1.value AS value, CASE WHEN (instr(anon_1.value, '"') + instr(anon_1.value,
            '\') = 0) THEN json_extract(mastra_workflow_snapshot.snapshot,
            '$."' || anon_1.value || '"', '$[0]') ELSE (
            SELECT json_extract(mastra_workflow_snapshot.snapshot, member.fullkey,
                '$[0]') AS json_extract_1
            FROM json_each(mastra_workflow_snapshot.snapshot) AS member
            WHERE member."key" = anon_1.value
        ) END AS pair
        FROM json_each(?) AS anon_1
        LIMIT -1 OFFSET ?
    ) AS pairs
    WHERE pairs.pair != '[null,null]' OR (EXISTS (
        SELECT 1
        FROM json_each(mastra_workflow_snapshot.snapshot) AS member
        WHERE member."key" = pairs.value
    ))
) AS snapshot, mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.get_run: owned
-- parameters: run, owner, 1, 0
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = ?
  AND mastra_workflow_snapshot."resourceId" = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.get_run: named
-- parameters: run, workflow
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = ?
  AND mastra_workflow_snapshot.workflow_name = ?;

-- workflows.get_run: 4 shapes with several of these; their fingerprint:
-- 35d825f989f835c1b062b31e82731bd82b278bd7d309bb306368d237be62cf7f

-- workflows.delete_run
-- Delete a run; return nothing where there was none.
-- parameters: workflow, run
DELETE FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?
RETURNING run_id;

-- workflows.delete_run: owned
-- parameters: workflow, run, owner
DELETE FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?
  AND mastra_workflow_snapshot."resourceId" = ?
RETURNING run_id;

-- workflows.list_runs
-- A page, the newest first, with its total where wanted.
-- parameters: workflow, workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = ?
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: a later page
-- parameters: workflow, workflow, limit, offset
SELECT page.workflow_name, page.run_id, page."resourceId",
    CASE typeof(page.snapshot) WHEN 'blob' THEN json(page.snapshot) ELSE page.snapshot END AS snapshot,
    page."createdAt", page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_workflow_snapshot
        WHERE mastra_workflow_snapshot.workflow_name = ?
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_workflow_snapshot.workflow_name AS workflow_name,
        mastra_workflow_snapshot.run_id AS run_id,
        mastra_workflow_snapshot."resourceId" AS "resourceId",
        mastra_workflow_snapshot.snapshot AS snapshot,
        mastra_workflow_snapshot."createdAt" AS "createdAt",
        mastra_workflow_snapshot."updatedAt" AS "updatedAt"
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = ?
    ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
        mastra_workflow_snapshot.workflow_name DESC
    LIMIT ? OFFSET ?
) AS page ON 1 = 1
ORDER BY page."createdAt" DESC, page.run_id DESC, page.workflow_name DESC;

-- workflows.list_runs: without total
-- parameters: workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: everything
-- parameters: workflow
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC;

-- workflows.list_runs: up to a time
-- parameters: end, workflow, end, workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot."createdAt" <= ?
      AND mastra_workflow_snapshot.workflow_name = ?
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot."createdAt" <= ?
  AND mastra_workflow_snapshot.workflow_name = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: from a time
-- parameters: start, workflow, start, workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot."createdAt" >= ?
      AND mastra_workflow_snapshot.workflow_name = ?
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot."createdAt" >= ?
  AND mastra_workflow_snapshot.workflow_name = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: of one thread
-- parameters: workflow, in_thread, in_thread, workflow, in_thread, in_thread, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = ?
      AND (json_extract(mastra_workflow_snapshot.snapshot,
          '$."context"."input"."messageListState"."memoryInfo"."threadId"') = ? OR (EXISTS (
        SELECT 1
        FROM json_each(mastra_workflow_snapshot.snapshot, '$."context"') AS member
        WHERE CASE WHEN (member.type = 'object' AND typeof(member."key") = 'text') THEN json_extract(member.value,
            '$."status"') = 'suspended'
          AND json_extract(member.value,
              '$."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"') = ? ELSE 0 END = 1
    )))
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND (json_extract(mastra_workflow_snapshot.snapshot,
      '$."context"."input"."messageListState"."memoryInfo"."threadId"') = ? OR (EXISTS (
    SELECT 1
    FROM json_each(mastra_workflow_snapshot.snapshot, '$."context"') AS member
    WHERE CASE WHEN (member.type = 'object' AND typeof(member."key") = 'text') THEN json_extract(member.value,
        '$."status"') = 'suspended'
      AND json_extract(member.value,
          '$."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"') = ? ELSE 0 END = 1
)))
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: of one status
-- parameters: workflow, status, workflow, status, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = ?
      AND json_extract(mastra_workflow_snapshot.snapshot, '$."status"') = ?
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND json_extract(mastra_workflow_snapshot.snapshot, '$."status"') = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: of one owner
-- parameters: workflow, owner, workflow, owner, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = ?
      AND mastra_workflow_snapshot."resourceId" = ?
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot."resourceId" = ?
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: of all workflows
-- parameters: limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId",
    CASE typeof(mastra_workflow_snapshot.snapshot) WHEN 'blob' THEN json(mastra_workflow_snapshot.snapshot) ELSE mastra_workflow_snapshot.snapshot END AS snapshot,
    mastra_workflow_snapshot."createdAt" AS "createdAt",
    mastra_workflow_snapshot."updatedAt" AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
) AS "total of all pages"
FROM mastra_workflow_snapshot
ORDER BY mastra_workflow_snapshot."createdAt" DESC, mastra_workflow_snapshot.run_id DESC,
    mastra_workflow_snapshot.workflow_name DESC
LIMIT ? OFFSET ?;

-- workflows.list_runs: 246 shapes with several of these; their fingerprint:
-- 9202fa3bfc20999bbf778913602842e307658888602927d9652b067844f8cf14

-- workflows.owners_table
-- One row if the table is there, which the first claim makes.
SELECT sqlite_master.name
FROM sqlite_master
WHERE sqlite_master.type = 'table'
  AND sqlite_master.name = 'mastra_py_run_ownership';

-- workflows.get_owner
-- Who owns a run, and what time it is.
-- parameters: 86400000, workflow, run
SELECT mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) AS now
FROM mastra_py_run_ownership
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?;

-- workflows.hold_owner
-- As `get_owner`, and nobody claims the run until the transaction ends; `alone` keeps out
-- those who only hold it, too.
-- parameters: 86400000, workflow, run
SELECT mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) AS now
FROM mastra_py_run_ownership
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?;

-- workflows.claim_run
-- Own a run under a new generation; return nothing where another worker holds it.
-- parameters: workflow, run, owner, 86400000, 86400000, 86400000, lease, 1, 86400000
INSERT INTO mastra_py_run_ownership (workflow_name, run_id, owner_id, generation, claimed_at,
    expires_at)
VALUES (?, ?, ?, CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER),
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER),
    (CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) + ?))
ON CONFLICT (workflow_name, run_id)
DO UPDATE
SET owner_id = excluded.owner_id,
    generation = CASE WHEN (mastra_py_run_ownership.generation >= excluded.generation) THEN mastra_py_run_ownership.generation + ? ELSE excluded.generation END,
    claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
WHERE mastra_py_run_ownership.owner_id IS NULL OR mastra_py_run_ownership.owner_id = excluded.owner_id OR mastra_py_run_ownership.expires_at <= excluded.claimed_at
RETURNING workflow_name, run_id, owner_id, generation, claimed_at, expires_at,
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) AS now;

-- workflows.claim_run: force
-- parameters: workflow, run, owner, 86400000, 86400000, 86400000, lease, 1, 86400000
INSERT INTO mastra_py_run_ownership (workflow_name, run_id, owner_id, generation, claimed_at,
    expires_at)
VALUES (?, ?, ?, CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER),
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER),
    (CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) + ?))
ON CONFLICT (workflow_name, run_id)
DO UPDATE
SET owner_id = excluded.owner_id,
    generation = CASE WHEN (mastra_py_run_ownership.generation >= excluded.generation) THEN mastra_py_run_ownership.generation + ? ELSE excluded.generation END,
    claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
RETURNING workflow_name, run_id, owner_id, generation, claimed_at, expires_at,
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) AS now;

-- workflows.claim_expected
-- As `claim_run`, of a run whose generation is the one expected.
-- parameters: owner, 86400000, 1, 86400000, 86400000, 86400000, lease, workflow, run, expected,
--     owner, 86400000, 86400000
UPDATE mastra_py_run_ownership
SET owner_id=?,
    generation=CASE WHEN (mastra_py_run_ownership.generation >= CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER)) THEN mastra_py_run_ownership.generation + ? ELSE CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) END,
    claimed_at=CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER),
    expires_at=(CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) + ?)
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?
  AND mastra_py_run_ownership.generation = ?
  AND (mastra_py_run_ownership.owner_id IS NULL OR mastra_py_run_ownership.owner_id = ? OR mastra_py_run_ownership.expires_at <= CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER))
RETURNING workflow_name, run_id, owner_id, generation, claimed_at, expires_at,
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) AS now;

-- workflows.claim_expected: force
-- parameters: owner, 86400000, 1, 86400000, 86400000, 86400000, lease, workflow, run, expected,
--     86400000
UPDATE mastra_py_run_ownership
SET owner_id=?,
    generation=CASE WHEN (mastra_py_run_ownership.generation >= CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER)) THEN mastra_py_run_ownership.generation + ? ELSE CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) END,
    claimed_at=CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER),
    expires_at=(CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) + ?)
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?
  AND mastra_py_run_ownership.generation = ?
RETURNING workflow_name, run_id, owner_id, generation, claimed_at, expires_at,
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) AS now;

-- workflows.renew_run
-- Let the lease of a generation end later; return nothing where it is lost.
-- parameters: 86400000, lease, workflow, run, generation, 86400000
UPDATE mastra_py_run_ownership
SET expires_at=(CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) + ?)
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?
  AND mastra_py_run_ownership.generation = ?
  AND mastra_py_run_ownership.owner_id IS NOT NULL
RETURNING workflow_name, run_id, owner_id, generation, claimed_at, expires_at,
    CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER) AS now;

-- workflows.release_run
-- Let go of a run under a generation; return nothing where it is lost.
-- parameters: None, workflow, run, generation
UPDATE mastra_py_run_ownership
SET owner_id=?
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?
  AND mastra_py_run_ownership.generation = ?
  AND mastra_py_run_ownership.owner_id IS NOT NULL
RETURNING run_id;

-- workflows.forget_owner
-- Let go of a run that was deleted; its generation is remembered.
-- parameters: None, workflow, run
UPDATE mastra_py_run_ownership
SET owner_id=?
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?;

-- workflows.old_rows
-- The oldest rows before a moment that may go, which nobody else changes until the
-- transaction ends. A row that somebody holds is passed over.
-- parameters: before, limit, 0
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."updatedAt" AS at
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot."updatedAt" < ?
  AND json_extract(mastra_workflow_snapshot.snapshot, '$."status"') IN ('bailed', 'canceled',
      'failed', 'skipped', 'success', 'tripwire')
ORDER BY mastra_workflow_snapshot."updatedAt"
LIMIT ? OFFSET ?;

-- workflows.old_rows: later
-- parameters: before, since, limit, 0
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."updatedAt" AS at
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot."updatedAt" < ?
  AND json_extract(mastra_workflow_snapshot.snapshot, '$."status"') IN ('bailed', 'canceled',
      'failed', 'skipped', 'success', 'tripwire')
  AND mastra_workflow_snapshot."updatedAt" >= ?
ORDER BY mastra_workflow_snapshot."updatedAt"
LIMIT ? OFFSET ?;

-- workflows.count_old_rows
-- How many rows before a moment may go.
-- parameters: before
SELECT count(*) AS total
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot."updatedAt" < ?
  AND json_extract(mastra_workflow_snapshot.snapshot, '$."status"') IN ('bailed', 'canceled',
      'failed', 'skipped', 'success', 'tripwire');

-- workflows.drop_run
-- Delete a run that is locked. Once for each of a batch: SQLite takes a list of pairs for
-- two lists, and tries each name with each id.
-- parameters: workflow, run
DELETE FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = ?
  AND mastra_workflow_snapshot.run_id = ?;

-- workflows.drop_owner
-- Delete what is known of the owner of such a run. The next generation of a run of that
-- name starts from the clock, so it goes on to rise; an owner that is ahead of it stays.
-- parameters: workflow, run, 86400000
DELETE FROM mastra_py_run_ownership
WHERE mastra_py_run_ownership.workflow_name = ?
  AND mastra_py_run_ownership.run_id = ?
  AND mastra_py_run_ownership.generation < CAST(round((julianday('now') - 2440587.5) * ?) AS INTEGER);
