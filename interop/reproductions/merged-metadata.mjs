// Keys that are merged into the metadata of one thread at the same moment: fewer are kept than were
// acknowledged. With a file, by two stores on it, as two processes have.
//
//   node reproductions/merged-metadata.mjs [postgresql://…]

import { LibSQLStore } from '@mastra/libsql';
import { PostgresStore } from '@mastra/pg';
import { atTheSameMoment, databaseFile, quiet, tell, thread } from './common.mjs';

const KEYS = 20;

quiet();
const connectionString = process.argv[2];
const url = databaseFile();
const open = (id) => (connectionString ? new PostgresStore({ id, connectionString }) : new LibSQLStore({ id, url }));
const stores = [open('one'), open('two')];
for (const store of stores) await store.init();
const id = crypto.randomUUID();
await stores[0].stores.memory.saveThread({ thread: thread(id) });
const merge = (number) =>
  stores[number % 2].stores.memory.updateThread({ id, title: id, metadata: { [`key${number}`]: number } });
const start = () => Promise.all(Array.from({ length: KEYS }, (_, number) => merge(number)));
const merged = await (connectionString ? atTheSameMoment(connectionString, 'mastra_threads', start) : start());
const { metadata } = await stores[0].stores.memory.getThreadById({ threadId: id });
tell({ acknowledged: merged.length, kept: Object.keys(metadata).length });
