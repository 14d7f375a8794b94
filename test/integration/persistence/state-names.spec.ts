import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  agreementStates,
  bulkProposalItemStates,
  bulkProposalStates,
  escalationOutcomes,
  escalationStates,
  importKinds,
  importRowStates,
  importStates,
  keyRoles,
  ladderNames,
  matchStates,
  messageStates,
  offerStates,
  rejectReasons,
  shiftStates,
  smallJobStates,
  stepChannels,
  stepTargets,
} from '#domain';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase(2);
});
afterAll(() => database.close());

test.each<[string, string, readonly string[]]>([
  ['small_jobs', 'status', smallJobStates.states],
  ['matches', 'state', matchStates.states],
  ['matches', 'reject_reason', rejectReasons],
  ['offers', 'state', offerStates.states],
  ['agreements', 'state', agreementStates.states],
  ['shifts', 'state', shiftStates.states],
  ['escalations', 'state', escalationStates.states],
  ['escalations', 'ladder', ladderNames],
  ['escalations', 'outcome', escalationOutcomes],
  ['escalation_steps', 'who', stepTargets],
  ['escalation_steps', 'channel', stepChannels],
  ['escalation_steps', 'state', ['waiting', 'taken', 'dropped']],
  ['ladders', 'name', ladderNames],
  ['messages', 'state', messageStates.states],
  ['api_keys', 'role', keyRoles],
  ['imports', 'kind', importKinds],
  ['imports', 'state', importStates.states],
  ['import_rows', 'state', importRowStates],
  ['external_references', 'kind', importKinds],
  ['bulk_proposals', 'state', bulkProposalStates.states],
  ['bulk_proposal_items', 'state', bulkProposalItemStates],
])('%s.%s knows the words of the domain and no others', async (table, column, words) => {
  const [check] = await database.really<{ definition: string }>(
    `SELECT pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
     WHERE c.contype = 'c' AND c.conrelid = $1::regclass AND a.attname = $2`,
    [table, column],
  );
  const known = [...(check?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word);
  expect(known.sort()).toEqual([...words].sort());
});
