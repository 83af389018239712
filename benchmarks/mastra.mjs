// Mastra's own stores, timed here: a request in JSON on each line of stdin, an answer on each of
// stdout. `mastra.py` is the other side. Installed beside the packages, with interop/values.mjs.

import readline from 'node:readline';
import { LibSQLStore } from '@mastra/libsql';
import { PostgresStore } from '@mastra/pg';
import { decode } from './values.mjs';

for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...words) => process.stderr.write(`${words.join(' ')}\n`);
}

const makers = {
  libsql: (url) => new LibSQLStore({ id: 'bench', url }),
  pg: (url) => new PostgresStore({ id: 'bench', connectionString: url }),
};
const stores = [];
const LISTS = ['messages', 'threads', 'runs', 'spans', 'scores'];

// How many rows an answer has, if it is a list or a page of one.
function rowsOf(result) {
  if (Array.isArray(result)) return result.length;
  const name = LISTS.find((each) => Array.isArray(result?.[each]));
  return name === undefined ? null : result[name].length;
}

const operations = {
  async open({ backend, url }) {
    const store = makers[backend](url);
    await store.init();
    return { store: stores.push(store) - 1 };
  },
  async time({ store, calls, atOnce }) {
    const jobs = calls.map(({ domain, method, args }) => {
      const found = stores[store].stores[domain];
      return () => found[method](...args);
    });
    let next = 0;
    let last;
    const work = async () => {
      while (next < jobs.length) last = await jobs[next++]();
    };
    const wall = [];
    globalThis.gc();
    const before = process.cpuUsage();
    if (atOnce === 1) {
      for (const job of jobs) {
        const started = process.hrtime.bigint();
        last = await job();
        wall.push(Number(process.hrtime.bigint() - started));
      }
    } else {
      const started = process.hrtime.bigint();
      await Promise.all(Array.from({ length: atOnce }, work));
      wall.push(Number(process.hrtime.bigint() - started) / jobs.length);
    }
    const { user, system } = process.cpuUsage(before);
    return { wall, cpu: (user + system) * 1000, rows: rowsOf(last) };
  },
  async close({ store }) {
    await stores[store].close();
    return {};
  },
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  let answer;
  try {
    const { operation, ...fields } = decode(JSON.parse(line));
    answer = await operations[operation](fields);
  } catch (error) {
    answer = { error: `${error.message}${error.cause ? `: ${error.cause.message}` : ''}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
