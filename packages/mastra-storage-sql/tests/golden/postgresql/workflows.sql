-- The workflows domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_workflow_snapshot (
    workflow_name TEXT NOT NULL,
    run_id TEXT NOT NULL,
    "resourceId" TEXT,
    snapshot JSONB NOT NULL,
    "createdAt" TIMESTAMP NOT NULL,
    "updatedAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    "updatedAtZ" TIMESTAMPTZ DEFAULT now()
);

ALTER TABLE mastra_workflow_snapshot ADD CONSTRAINT public_mastra_workflow_snapshot_workflow_name_run_id_key UNIQUE (workflow_name, run_id);
ALTER TABLE mastra_workflow_snapshot REPLICA IDENTITY USING INDEX public_mastra_workflow_snapshot_workflow_name_run_id_key;

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS mastra_workflow_snapshot_name_createdat_idx ON mastra_workflow_snapshot (workflow_name,
    "createdAt" DESC);
CREATE INDEX IF NOT EXISTS mastra_workflow_snapshot_name_status_createdat_idx ON mastra_workflow_snapshot (workflow_name,
    (snapshot ->> 'status'), "createdAt" DESC);
CREATE INDEX IF NOT EXISTS mastra_workflow_snapshot_threadid_idx ON mastra_workflow_snapshot (coalesce(jsonb_path_query_first(snapshot,
    '$."context".*?(@."status" == "suspended")."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"'::jsonpath) #>> '{}',
    snapshot #>> '{context,input,messageListState,memoryInfo,threadId}'));

-- Indexes of ours: no method depends on them.
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_created_idx ON mastra_workflow_snapshot (date_trunc('milliseconds',
    coalesce(timezone('UTC', "createdAtZ"), "createdAt")), (run_id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_name_created_idx ON mastra_workflow_snapshot (workflow_name,
    date_trunc('milliseconds', coalesce(timezone('UTC', "createdAtZ"), "createdAt")),
    (run_id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_resource_created_idx ON mastra_workflow_snapshot ("resourceId",
    date_trunc('milliseconds', coalesce(timezone('UTC', "createdAtZ"), "createdAt")),
    (run_id COLLATE "C"));
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_id_idx ON mastra_workflow_snapshot (run_id,
    date_trunc('milliseconds', coalesce(timezone('UTC', "createdAtZ"), "createdAt")));
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_thread_idx ON mastra_workflow_snapshot USING gin ((jsonb_path_query_array(snapshot,
    'strict $."context"."input"."messageListState"."memoryInfo"."threadId"'::jsonpath, '{}',
    true) || jsonb_path_query_array(snapshot,
    'strict $."context".*?(@."status" == "suspended" && exists(@."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"))."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"'::jsonpath,
    '{}', true)))
WHERE (jsonb_path_query_array(snapshot,
    'strict $."context"."input"."messageListState"."memoryInfo"."threadId"'::jsonpath, '{}',
    true) || jsonb_path_query_array(snapshot,
    'strict $."context".*?(@."status" == "suspended" && exists(@."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"))."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"'::jsonpath,
    '{}', true)) != '[]'::jsonb;

-- Indexes of ours that the first `prune` of a table makes.
CREATE INDEX IF NOT EXISTS mastra_py_workflow_runs_updated_idx ON mastra_workflow_snapshot (date_trunc('milliseconds',
    coalesce(timezone('UTC', "updatedAtZ"), "updatedAt")));

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
-- parameters: workflow_name, run_id, resource_id, snapshot, created_at, updated_at, created_at,
--     updated_at
INSERT INTO mastra_workflow_snapshot (workflow_name, run_id, "resourceId", snapshot, "createdAt",
    "updatedAt", "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, CAST($4::TEXT AS JSONB), $5, $6, $7, $8)
ON CONFLICT (workflow_name, run_id)
DO UPDATE
SET "resourceId" = coalesce(mastra_workflow_snapshot."resourceId", excluded."resourceId"),
    snapshot = excluded.snapshot, "updatedAt" = excluded."updatedAt",
    "updatedAtZ" = excluded."updatedAtZ"
WHERE excluded."resourceId" IS NULL OR mastra_workflow_snapshot."resourceId" IS NULL OR mastra_workflow_snapshot."resourceId" = excluded."resourceId"
RETURNING mastra_workflow_snapshot.run_id;

-- workflows.start_run
-- Insert; return nothing where the run exists.
-- parameters: workflow_name, run_id, resource_id, snapshot, created_at, updated_at, created_at,
--     updated_at
INSERT INTO mastra_workflow_snapshot (workflow_name, run_id, "resourceId", snapshot, "createdAt",
    "updatedAt", "createdAtZ", "updatedAtZ")
VALUES ($1, $2, $3, CAST($4::TEXT AS JSONB), $5, $6, $7, $8)
ON CONFLICT (workflow_name, run_id)
DO NOTHING
RETURNING mastra_workflow_snapshot.run_id;

-- workflows.load_snapshot
-- The snapshot of a run; with an owner, only if it is that owner's.
-- parameters: workflow, run
SELECT mastra_workflow_snapshot.snapshot::TEXT AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot.run_id = $2;

-- workflows.load_snapshot: owned
-- parameters: workflow, run, owner
SELECT mastra_workflow_snapshot.snapshot::TEXT AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot.run_id = $2
  AND mastra_workflow_snapshot."resourceId" = $3;

-- workflows.lock_snapshot
-- As `load_snapshot`, and nobody else changes the run until the transaction ends.
-- parameters: workflow, run
SELECT mastra_workflow_snapshot.snapshot::TEXT AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot.run_id = $2
FOR UPDATE;

-- workflows.lock_snapshot: owned
-- parameters: workflow, run, owner
SELECT mastra_workflow_snapshot.snapshot::TEXT AS snapshot
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot.run_id = $2
  AND mastra_workflow_snapshot."resourceId" = $3
FOR UPDATE;

-- workflows.replace_snapshot
-- Replace the snapshot of a run that is locked.
-- parameters: snapshot, updated_at, updated_at, workflow, run
UPDATE mastra_workflow_snapshot
SET snapshot=CAST($1::TEXT AS JSONB), "updatedAt"=$2, "updatedAtZ"=$3
WHERE mastra_workflow_snapshot.workflow_name = $4
  AND mastra_workflow_snapshot.run_id = $5;

-- workflows.get_run
-- The newest run of an id, of one workflow where it is named, whole or with some members
-- of its snapshot.
-- parameters: run, 1
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $2;

-- workflows.get_run: fields
-- parameters: fields, run, 1
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", (
    SELECT coalesce(jsonb_object_agg(found.name, found.value), '{}'::jsonb) AS coalesce_1
    FROM (
        SELECT anon_1.name AS name,
            CAST(mastra_workflow_snapshot.snapshot AS JSONB) -> anon_1.name AS value
        FROM unnest(CAST($1 AS TEXT[])) AS anon_1(name)
        LIMIT ALL OFFSET 0
    ) AS found
    WHERE found.value IS NOT NULL
)::TEXT AS snapshot, date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_workflow_snapshot."createdAtZ"), mastra_workflow_snapshot."createdAt")) AS "createdAt",
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $3;

-- workflows.get_run: owned
-- parameters: run, owner, 1
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = $1
  AND mastra_workflow_snapshot."resourceId" = $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $3;

-- workflows.get_run: named
-- parameters: run, workflow
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.run_id = $1
  AND mastra_workflow_snapshot.workflow_name = $2;

-- workflows.get_run: 4 shapes with several of these; their fingerprint:
-- 6a6c7f719a56bc6d10bb331aacc259abe783d9efd81c384e015a837e2471e262

-- workflows.delete_run
-- Delete a run; return nothing where there was none.
-- parameters: workflow, run
DELETE FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot.run_id = $2
RETURNING mastra_workflow_snapshot.run_id;

-- workflows.delete_run: owned
-- parameters: workflow, run, owner
DELETE FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot.run_id = $2
  AND mastra_workflow_snapshot."resourceId" = $3
RETURNING mastra_workflow_snapshot.run_id;

-- workflows.list_runs
-- A page, the newest first, with its total where wanted.
-- parameters: workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = $1
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- workflows.list_runs: a later page
-- parameters: workflow, limit, offset
SELECT page.workflow_name, page.run_id, page."resourceId", page.snapshot::TEXT AS snapshot,
    page."createdAt", page."updatedAt", counted."total of all pages"
FROM (
    SELECT (
        SELECT count(*) AS count_1
        FROM mastra_workflow_snapshot
        WHERE mastra_workflow_snapshot.workflow_name = $1
    ) AS "total of all pages"
) AS counted
LEFT OUTER JOIN (
    SELECT mastra_workflow_snapshot.workflow_name AS workflow_name,
        mastra_workflow_snapshot.run_id AS run_id,
        mastra_workflow_snapshot."resourceId" AS "resourceId",
        mastra_workflow_snapshot.snapshot AS snapshot, date_trunc('milliseconds',
        coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
        mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
        coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
        mastra_workflow_snapshot."updatedAt")) AS "updatedAt"
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = $1
    ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC',
        mastra_workflow_snapshot."createdAtZ"), mastra_workflow_snapshot."createdAt")) DESC,
        mastra_workflow_snapshot.run_id COLLATE "C" DESC,
        mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
    LIMIT $2 OFFSET $3
) AS page ON true
ORDER BY page."createdAt" DESC, page.run_id COLLATE "C" DESC, page.workflow_name COLLATE "C" DESC;

-- workflows.list_runs: without total
-- parameters: workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $2 OFFSET $3;

-- workflows.list_runs: everything
-- parameters: workflow
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC;

-- workflows.list_runs: up to a time
-- parameters: end, workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
        mastra_workflow_snapshot."createdAt")) <= $1
      AND mastra_workflow_snapshot.workflow_name = $2
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) <= $1
  AND mastra_workflow_snapshot.workflow_name = $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- workflows.list_runs: from a time
-- parameters: start, workflow, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
        mastra_workflow_snapshot."createdAt")) >= $1
      AND mastra_workflow_snapshot.workflow_name = $2
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) >= $1
  AND mastra_workflow_snapshot.workflow_name = $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- workflows.list_runs: of one thread
-- parameters: workflow, in_thread, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = $1
      AND (jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
          'strict $."context"."input"."messageListState"."memoryInfo"."threadId"'::jsonpath, '{}',
          true) || jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
          'strict $."context".*?(@."status" == "suspended" && exists(@."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"))."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"'::jsonpath,
          '{}', true)) != '[]'::jsonb
      AND ((jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
          'strict $."context"."input"."messageListState"."memoryInfo"."threadId"'::jsonpath, '{}',
          true) || jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
          'strict $."context".*?(@."status" == "suspended" && exists(@."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"))."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"'::jsonpath,
          '{}', true)) @> jsonb_build_array(CAST($2 AS TEXT)))
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND (jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
      'strict $."context"."input"."messageListState"."memoryInfo"."threadId"'::jsonpath, '{}',
      true) || jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
      'strict $."context".*?(@."status" == "suspended" && exists(@."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"))."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"'::jsonpath,
      '{}', true)) != '[]'::jsonb
  AND ((jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
      'strict $."context"."input"."messageListState"."memoryInfo"."threadId"'::jsonpath, '{}',
      true) || jsonb_path_query_array(CAST(mastra_workflow_snapshot.snapshot AS JSONB),
      'strict $."context".*?(@."status" == "suspended" && exists(@."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"))."suspendPayload"."__streamState"."messageList"."memoryInfo"."threadId"'::jsonpath,
      '{}', true)) @> jsonb_build_array(CAST($2 AS TEXT)))
ORDER BY coalesce(date_trunc('milliseconds', coalesce(timezone('UTC',
    mastra_workflow_snapshot."createdAtZ"), mastra_workflow_snapshot."createdAt")),
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt"))) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- workflows.list_runs: of one status
-- parameters: workflow, status, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = $1
      AND (CAST(mastra_workflow_snapshot.snapshot AS JSONB) ->> 'status') = $2
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND (CAST(mastra_workflow_snapshot.snapshot AS JSONB) ->> 'status') = $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- workflows.list_runs: of one owner
-- parameters: workflow, owner, limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
    WHERE mastra_workflow_snapshot.workflow_name = $1
      AND mastra_workflow_snapshot."resourceId" = $2
) AS "total of all pages"
FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot."resourceId" = $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $3 OFFSET $4;

-- workflows.list_runs: of all workflows
-- parameters: limit, offset
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    mastra_workflow_snapshot."resourceId", mastra_workflow_snapshot.snapshot::TEXT AS snapshot,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) AS "createdAt", date_trunc('milliseconds',
    coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS "updatedAt", (
    SELECT count(*) AS count_1
    FROM mastra_workflow_snapshot
) AS "total of all pages"
FROM mastra_workflow_snapshot
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."createdAtZ"),
    mastra_workflow_snapshot."createdAt")) DESC, mastra_workflow_snapshot.run_id COLLATE "C" DESC,
    mastra_workflow_snapshot.workflow_name COLLATE "C" DESC
LIMIT $1 OFFSET $2;

-- workflows.list_runs: 246 shapes with several of these; their fingerprint:
-- 98dd280a74406e7bab32233921b1c3bd8615707c2edf8c0a1992aa5e47c7a04d

-- workflows.owners_table
-- One row if the table is there, which the first claim makes.
SELECT 1 AS found
WHERE to_regclass('mastra_py_run_ownership') IS NOT NULL;

-- workflows.get_owner
-- Who owns a run, and what time it is.
-- parameters: 1000, workflow, run
SELECT mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $1) AS BIGINT) AS now
FROM mastra_py_run_ownership
WHERE mastra_py_run_ownership.workflow_name = $2
  AND mastra_py_run_ownership.run_id = $3;

-- workflows.hold_owner
-- As `get_owner`, and nobody claims the run until the transaction ends; `alone` keeps out
-- those who only hold it, too.
-- parameters: 1000, workflow, run
SELECT mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $1) AS BIGINT) AS now
FROM mastra_py_run_ownership
WHERE mastra_py_run_ownership.workflow_name = $2
  AND mastra_py_run_ownership.run_id = $3 FOR SHARE;

-- workflows.hold_owner: alone
-- parameters: 1000, workflow, run
SELECT mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $1) AS BIGINT) AS now
FROM mastra_py_run_ownership
WHERE mastra_py_run_ownership.workflow_name = $2
  AND mastra_py_run_ownership.run_id = $3
FOR UPDATE;

-- workflows.claim_run
-- Own a run under a new generation; return nothing where another worker holds it.
-- parameters: workflow, run, owner, 1000, 1000, lease, 1000, 1
INSERT INTO mastra_py_run_ownership (workflow_name, run_id, owner_id, generation, claimed_at,
    expires_at)
VALUES ($1, $2, $3, CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $4) AS BIGINT),
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $5) AS BIGINT),
    (CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $5) AS BIGINT) + $6))
ON CONFLICT (workflow_name, run_id)
DO UPDATE
SET owner_id = excluded.owner_id,
    generation = CASE WHEN (mastra_py_run_ownership.generation >= excluded.generation) THEN mastra_py_run_ownership.generation + $8 ELSE excluded.generation END,
    claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
WHERE mastra_py_run_ownership.owner_id IS NULL OR mastra_py_run_ownership.owner_id = excluded.owner_id OR mastra_py_run_ownership.expires_at <= excluded.claimed_at
RETURNING mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $7) AS BIGINT) AS now;

-- workflows.claim_run: force
-- parameters: workflow, run, owner, 1000, 1000, lease, 1000, 1
INSERT INTO mastra_py_run_ownership (workflow_name, run_id, owner_id, generation, claimed_at,
    expires_at)
VALUES ($1, $2, $3, CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $4) AS BIGINT),
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $5) AS BIGINT),
    (CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $5) AS BIGINT) + $6))
ON CONFLICT (workflow_name, run_id)
DO UPDATE
SET owner_id = excluded.owner_id,
    generation = CASE WHEN (mastra_py_run_ownership.generation >= excluded.generation) THEN mastra_py_run_ownership.generation + $8 ELSE excluded.generation END,
    claimed_at = excluded.claimed_at, expires_at = excluded.expires_at
RETURNING mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $7) AS BIGINT) AS now;

-- workflows.claim_expected
-- As `claim_run`, of a run whose generation is the one expected.
-- parameters: owner, 1000, 1, 1000, lease, workflow, run, expected, 1000
UPDATE mastra_py_run_ownership
SET owner_id=$1,
    generation=CASE WHEN (mastra_py_run_ownership.generation >= CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $2) AS BIGINT)) THEN mastra_py_run_ownership.generation + $3 ELSE CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $2) AS BIGINT) END,
    claimed_at=CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $4) AS BIGINT),
    expires_at=(CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $4) AS BIGINT) + $5)
WHERE mastra_py_run_ownership.workflow_name = $6
  AND mastra_py_run_ownership.run_id = $7
  AND mastra_py_run_ownership.generation = $8
  AND (mastra_py_run_ownership.owner_id IS NULL OR mastra_py_run_ownership.owner_id = $1 OR mastra_py_run_ownership.expires_at <= CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $2) AS BIGINT))
RETURNING mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $9) AS BIGINT) AS now;

-- workflows.claim_expected: force
-- parameters: owner, 1000, 1, 1000, lease, workflow, run, expected, 1000
UPDATE mastra_py_run_ownership
SET owner_id=$1,
    generation=CASE WHEN (mastra_py_run_ownership.generation >= CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $2) AS BIGINT)) THEN mastra_py_run_ownership.generation + $3 ELSE CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $2) AS BIGINT) END,
    claimed_at=CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $4) AS BIGINT),
    expires_at=(CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $4) AS BIGINT) + $5)
WHERE mastra_py_run_ownership.workflow_name = $6
  AND mastra_py_run_ownership.run_id = $7
  AND mastra_py_run_ownership.generation = $8
RETURNING mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $9) AS BIGINT) AS now;

-- workflows.renew_run
-- Let the lease of a generation end later; return nothing where it is lost.
-- parameters: 1000, lease, workflow, run, generation, 1000
UPDATE mastra_py_run_ownership
SET expires_at=(CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $1) AS BIGINT) + $2)
WHERE mastra_py_run_ownership.workflow_name = $3
  AND mastra_py_run_ownership.run_id = $4
  AND mastra_py_run_ownership.generation = $5
  AND mastra_py_run_ownership.owner_id IS NOT NULL
RETURNING mastra_py_run_ownership.workflow_name, mastra_py_run_ownership.run_id,
    mastra_py_run_ownership.owner_id, mastra_py_run_ownership.generation,
    mastra_py_run_ownership.claimed_at, mastra_py_run_ownership.expires_at,
    CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $6) AS BIGINT) AS now;

-- workflows.release_run
-- Let go of a run under a generation; return nothing where it is lost.
-- parameters: None, workflow, run, generation
UPDATE mastra_py_run_ownership
SET owner_id=$1
WHERE mastra_py_run_ownership.workflow_name = $2
  AND mastra_py_run_ownership.run_id = $3
  AND mastra_py_run_ownership.generation = $4
  AND mastra_py_run_ownership.owner_id IS NOT NULL
RETURNING mastra_py_run_ownership.run_id;

-- workflows.forget_owner
-- Let go of a run that was deleted; its generation is remembered.
-- parameters: None, workflow, run
UPDATE mastra_py_run_ownership
SET owner_id=$1
WHERE mastra_py_run_ownership.workflow_name = $2
  AND mastra_py_run_ownership.run_id = $3;

-- workflows.old_rows
-- The oldest rows before a moment that may go, which nobody else changes until the
-- transaction ends. A row that somebody holds is passed over.
-- parameters: before, limit
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS at
FROM mastra_workflow_snapshot
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) < $1
  AND (CAST(mastra_workflow_snapshot.snapshot AS JSONB) ->> 'status') IN ('bailed', 'canceled',
      'failed', 'skipped', 'success', 'tripwire')
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt"))
LIMIT $2
FOR UPDATE SKIP LOCKED;

-- workflows.old_rows: later
-- parameters: before, since, limit
SELECT mastra_workflow_snapshot.workflow_name, mastra_workflow_snapshot.run_id,
    date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) AS at
FROM mastra_workflow_snapshot
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) < $1
  AND (CAST(mastra_workflow_snapshot.snapshot AS JSONB) ->> 'status') IN ('bailed', 'canceled',
      'failed', 'skipped', 'success', 'tripwire')
  AND date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
      mastra_workflow_snapshot."updatedAt")) >= $2
ORDER BY date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt"))
LIMIT $3
FOR UPDATE SKIP LOCKED;

-- workflows.count_old_rows
-- How many rows before a moment may go.
-- parameters: before
SELECT count(*) AS total
FROM mastra_workflow_snapshot
WHERE date_trunc('milliseconds', coalesce(timezone('UTC', mastra_workflow_snapshot."updatedAtZ"),
    mastra_workflow_snapshot."updatedAt")) < $1
  AND (CAST(mastra_workflow_snapshot.snapshot AS JSONB) ->> 'status') IN ('bailed', 'canceled',
      'failed', 'skipped', 'success', 'tripwire');

-- workflows.drop_run
-- Delete a run that is locked. Once for each of a batch: SQLite takes a list of pairs for
-- two lists, and tries each name with each id.
-- parameters: workflow, run
DELETE FROM mastra_workflow_snapshot
WHERE mastra_workflow_snapshot.workflow_name = $1
  AND mastra_workflow_snapshot.run_id = $2;

-- workflows.drop_owner
-- Delete what is known of the owner of such a run. The next generation of a run of that
-- name starts from the clock, so it goes on to rise; an owner that is ahead of it stays.
-- parameters: workflow, run, 1000
DELETE FROM mastra_py_run_ownership
WHERE mastra_py_run_ownership.workflow_name = $1
  AND mastra_py_run_ownership.run_id = $2
  AND mastra_py_run_ownership.generation < CAST(floor(EXTRACT(epoch FROM clock_timestamp()) * $3) AS BIGINT);
