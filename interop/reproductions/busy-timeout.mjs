// A client that was made without a busy timeout and handed to LibSQLStore: its first write that meets
// another writer fails, and what it acknowledges afterwards is lost.
//
//   node reproductions/busy-timeout.mjs [TIMEOUT IN MS]

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import { LibSQLStore } from '@mastra/libsql';
import { databaseFile, quiet, tell, thread } from './common.mjs';

const HELD_MS = 300;
const WRITES = 20;

async function holdTheLock(url) {
  const transaction = await createClient({ url }).transaction('write');
  process.send('held');
  setTimeout(() => transaction.rollback().then(() => process.exit(0)), HELD_MS);
}

async function main(timeout) {
  const url = databaseFile();
  const maker = new LibSQLStore({ id: 'maker', url });
  await maker.init();
  await maker.close();

  const client = createClient(timeout ? { url, timeout } : { url });
  const { memory } = new LibSQLStore({ id: 'injected', client, disableInit: true }).stores;
  await memory.saveThread({ thread: thread('before') });
  const other = fork(fileURLToPath(import.meta.url), ['--hold', url]);
  await once(other, 'message');

  let first = 'acknowledged';
  const message = { id: 'm', threadId: 'before', resourceId: 'r', role: 'user', createdAt: new Date() };
  await memory.saveMessages({ messages: [{ ...message, content: { format: 2, parts: [] } }] }).catch((error) => {
    first = error.message;
  });
  await once(other, 'exit');
  let acknowledged = 0;
  for (let number = 0; number < WRITES; number++) {
    await memory.saveThread({ thread: thread(`after ${number}`) });
    acknowledged++;
  }
  const found = await createClient({ url }).execute("SELECT count(*) AS n FROM mastra_threads WHERE id LIKE 'after %'");
  tell({ first, acknowledged, found: found.rows[0].n });
}

quiet();
const [word, url] = process.argv.slice(2);
await (word === '--hold' ? holdTheLock(url) : main(Number(word)));
