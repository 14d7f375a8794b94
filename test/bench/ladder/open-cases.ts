import { defaultLadders, type LadderDefinition } from '#domain';
import { CheckEvidence } from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { UseCasesOver } from '../../browser/support/use-cases-over.js';
import { setUp } from '../../crash/scenario.js';
import { SECRET_KEY, type Installed } from './installed.js';

const LANES = 3;

/** One step, a task on the contact's list: what is measured is the step, not a provider. */
const oneStep: LadderDefinition = {
  ...defaultLadders['not-seen'],
  graceAfterStart: 'PT0S',
  steps: [{ after: 'PT1H', who: 'contact', channel: 'task', message: 'not-seen-contact' }],
};

export interface OpenCases {
  municipalityId: string;
  stepIds: string[];
}

/** So many open cases whose one step waits for an hour, opened as the product opens them. */
export async function openCases({ addresses }: Installed, count: number): Promise<OpenCases> {
  const scenario = await setUp(addresses.apiUrl, { ladders: count, requests: 0, overMs: 0 });
  const { municipalityId } = scenario;
  await withClient(addresses.adminUrl, async (client) => {
    await client.query('DELETE FROM due_jobs WHERE municipality_id = $1', [municipalityId]);
    // It is time for all of them.
    await client.query(`UPDATE shifts SET starts_at = clock_timestamp() - interval '1 minute'`);
    await client.query('UPDATE ladders SET definition = $2 WHERE municipality_id = $1', [
      municipalityId,
      JSON.stringify(oneStep),
    ]);
  });
  const useCases = await UseCasesOver.open(addresses.apiUrl, SECRET_KEY);
  try {
    const check = useCases.make(CheckEvidence);
    const waiting = scenario.ladders.map(({ shiftId }) => shiftId);
    const lane = async (): Promise<void> => {
      for (let id = waiting.shift(); id; id = waiting.shift()) await check.execute(municipalityId, id);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await useCases.close();
  }
  return withClient(addresses.adminUrl, async (client) => {
    await client.query('DELETE FROM events');
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM escalation_steps WHERE municipality_id = $1 ORDER BY id',
      [municipalityId],
    );
    await client.query('ANALYZE');
    return { municipalityId, stepIds: rows.map(({ id }) => id) };
  });
}

/** All of them are due in one second, from `at` on. */
export async function dueTogether(
  { addresses }: Installed,
  { municipalityId }: OpenCases,
  at: Date,
): Promise<void> {
  await withClient(addresses.adminUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(
      `WITH placed AS (
         SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of
         FROM escalation_steps WHERE municipality_id = $1)
       UPDATE escalation_steps SET due_at = date_trunc('milliseconds', $2::timestamptz + interval '1 second' * n / of)
       FROM placed WHERE placed.id = escalation_steps.id`,
      [municipalityId, at],
    );
    await client.query(
      `UPDATE due_jobs SET due_at = escalation_steps.due_at, enqueued_at = NULL
       FROM escalation_steps WHERE escalation_steps.id = subject_id AND job = 'escalation.take-step'`,
    );
    await client.query('COMMIT');
  });
}
