// Two calls at once on one SQLite file, in one process, by a store that was given a URL: the second
// waits for the lock of the first in a way that keeps the first from going on. For five seconds nothing
// else happens in this process, and no other one can write; then one of the calls fails.
//
//   node reproductions/calls-at-once.mjs

import { LibSQLStore } from '@mastra/libsql';
import { databaseFile, quiet, tell } from './common.mjs';

quiet();
const store = new LibSQLStore({ id: 'calls-at-once', url: databaseFile() });
await store.init();
const { memory } = store.stores;
const started = performance.now();
const calls = await Promise.allSettled([memory.deleteMessages(['one']), memory.deleteMessages(['two'])]);
const seconds = Math.round((performance.now() - started) / 1000);
const failed = calls.filter((call) => call.status === 'rejected').map((call) => call.reason.message);
tell({ failed, seconds });
