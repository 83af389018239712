// Two columns of one time in PostgreSQL, written by a process in New York: the one without a zone holds
// the time of New York.
//
//   node reproductions/local-time.mjs postgresql://…

process.env.TZ = 'America/New_York';

import { PostgresStore } from '@mastra/pg';
import pg from 'pg';
import { quiet, tell } from './common.mjs';

quiet();
const connectionString = process.argv[2];
const store = new PostgresStore({ id: 'local-time', connectionString });
await store.init();
const given = new Date('2024-01-01T12:00:00.000Z');
const run = { workflowName: 'local-time', runId: crypto.randomUUID() };
const snapshot = { runId: run.runId, status: 'running', value: {}, context: {} };
await store.stores.workflows.persistWorkflowSnapshot({ ...run, snapshot, createdAt: given, updatedAt: given });

const client = new pg.Client({ connectionString });
await client.connect();
const stored = await client.query(
  `SELECT "createdAt"::text AS "createdAt", ("createdAtZ" AT TIME ZONE 'UTC')::text AS "createdAtZ"
   FROM mastra_workflow_snapshot WHERE run_id = $1`,
  [run.runId],
);
tell({ given: given.toISOString(), ...stored.rows[0] });
