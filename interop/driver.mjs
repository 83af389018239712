// Drives Mastra's own stores: a request in JSON on each line of stdin, an answer on each of stdout.
// driver.py is the same for ours. Requests are carried out as they come, also several at a time.

import { readFileSync } from 'node:fs';
import readline from 'node:readline';
import { LibSQLStore } from '@mastra/libsql';
import { PostgresStore } from '@mastra/pg';
import { decode, encode } from './values.mjs';

for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...words) => process.stderr.write(`${words.join(' ')}\n`);
}

const makers = {
  libsql: ({ url }) => new LibSQLStore({ id: 'interop', url }),
  pg: ({ url, schema }) =>
    new PostgresStore({ id: 'interop', connectionString: url, schemaName: schema }),
};
const stores = [];

// Names of domains come as Python spells them.
function domainOf(store, name) {
  return stores[store].stores[name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())];
}

const operations = {
  async open({ place, init }) {
    const store = makers[place.kind](place);
    if (init) await store.init();
    return stores.push(store) - 1;
  },
  async call({ store, domain, method, args }) {
    return domainOf(store, domain)[method](...args);
  },
  async methods({ store, domain }) {
    const names = new Set();
    let layer = domainOf(store, domain);
    for (; layer !== Object.prototype; layer = Object.getPrototypeOf(layer)) {
      for (const name of Object.getOwnPropertyNames(layer)) {
        if (typeof layer[name] === 'function' && name !== 'constructor') names.add(name);
      }
    }
    return [...names].sort();
  },
  async close({ store }) {
    await stores[store].close();
  },
  async versions() {
    const found = { node: process.versions.node };
    for (const name of ['@mastra/core', '@mastra/libsql', '@mastra/pg']) {
      const about = new URL(`node_modules/${name}/package.json`, import.meta.url);
      found[name] = JSON.parse(readFileSync(about)).version;
    }
    return found;
  },
};

function told(error) {
  const { name, message, id } = error;
  return { name, message: `${message}${error.cause ? `: ${error.cause.message}` : ''}`, id };
}

async function answer(request) {
  const started = performance.now();
  const outcome = {};
  try {
    outcome.result = await operations[request.operation](decode(request));
  } catch (error) {
    outcome.error = told(error);
  }
  const ms = performance.now() - started;
  return { number: request.number, ms, ...('error' in outcome ? outcome : { result: encode(outcome.result) }) };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  answer(JSON.parse(line)).then((done) => process.stdout.write(`${JSON.stringify(done)}\n`));
}
process.exit(0);
