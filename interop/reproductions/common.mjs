// What the reproductions share. Each prints what it saw in JSON.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export function quiet() {
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level] = () => {};
}

// Prints what was seen, and ends the process.
export function tell(seen) {
  process.stdout.write(`${JSON.stringify(seen)}\n`, () => process.exit(0));
}

// The URL of a SQLite file that is not there yet, and goes with the process.
export function databaseFile() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mastra-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return `file:${path.join(folder, 'app.db')}`;
}

export function thread(id, metadata = {}) {
  const at = new Date();
  return { id, resourceId: 'r', title: id, metadata, createdAt: at, updatedAt: at };
}

// Starts calls that read a table of PostgreSQL and then write it, and lets none write before ten have
// read: as it happens to calls that come at the same moment.
export async function atTheSameMoment(connectionString, table, start) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
  const calls = start();
  let waiting = 0;
  while (waiting < 10) {
    await sleep(20);
    waiting = Number((await client.query('SELECT count(*) AS n FROM pg_locks WHERE NOT granted')).rows[0].n);
  }
  await client.query('COMMIT');
  await client.end();
  return calls;
}
