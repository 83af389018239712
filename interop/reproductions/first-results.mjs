// Results of steps that end at the same moment, in a run that has no snapshot yet: PostgreSQL keeps
// fewer than were acknowledged.
//
//   node reproductions/first-results.mjs postgresql://…

import { PostgresStore } from '@mastra/pg';
import { atTheSameMoment, quiet, tell } from './common.mjs';

const STEPS = 20;

quiet();
const connectionString = process.argv[2];
const store = new PostgresStore({ id: 'first-results', connectionString });
await store.init();
const run = { workflowName: 'first-results', runId: crypto.randomUUID() };
const write = (number) =>
  store.stores.workflows.updateWorkflowResults({
    ...run,
    stepId: `step ${number}`,
    result: { status: 'success', output: { number }, payload: {}, startedAt: 1, endedAt: 2 },
    requestContext: {},
  });
const steps = Array.from({ length: STEPS }, (_, number) => number);
const written = await atTheSameMoment(connectionString, 'mastra_workflow_snapshot', () => Promise.all(steps.map(write)));
const { context } = await store.stores.workflows.loadWorkflowSnapshot(run);
const kept = Object.keys(context).filter((step) => step.startsWith('step '));
tell({ acknowledged: written.length, kept: kept.length });
