import { randomUUID } from 'node:crypto';
import { municipalityId } from '../../../demo/src/people/town.js';
import { databaseOf } from '../../support/its-database.js';
import type { RunningProduct } from '../../support/running-product.js';

/** Moments that no route can move, and that decide what may be pressed. */
type Moments =
  | { of: 'matches'; at: ['proposed_at'] }
  | { of: 'offers'; at: ['last_sent_at'] }
  | { of: 'shifts'; at: ['date', 'starts_at', 'ends_at'] };

/** A day has passed since then, for this row alone. */
export async function aDayAgo(product: RunningProduct, { of, at }: Moments, id: string): Promise<void> {
  const moved = at.map((column) => `${column} = ${column} - interval '1 day'`).join(', ');
  await asTheApplication(product, `UPDATE ${of} SET ${moved} WHERE id = $1`, [id]);
}

/** Within a day, whatever the hour is: from then on it is on the desk. */
export async function runsOutSoon(product: RunningProduct, offerId: string): Promise<void> {
  const soon = "UPDATE offers SET expires_at = now() + interval '12 hours' WHERE id = $1";
  await asTheApplication(product, soon, [offerId]);
}

/** What the worker puts on a list in its own time: days after a proposal, hours after a shift. */
interface Due {
  kind: 'employer-silent' | 'unknown-attendance' | 'call-citizen';
  staffId: string;
  citizenId?: string;
  smallJobId?: string;
  matchId?: string;
  shiftId?: string;
}

/** @returns its id */
export async function taskOf(product: RunningProduct, due: Due): Promise<string> {
  const id = randomUUID();
  const { kind, staffId, citizenId, smallJobId, matchId, shiftId } = due;
  await asTheApplication(
    product,
    `INSERT INTO tasks (municipality_id, id, kind, staff_id, citizen_id, small_job_id, match_id, shift_id, due_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now())`,
    [HERE, id, kind, staffId, citizenId, smallJobId, matchId, shiftId],
  );
  return id;
}

const HERE = municipalityId('vejle');

/** As the application itself, within its municipality: one row, or something is wrong. */
async function asTheApplication(product: RunningProduct, text: string, values: unknown[]): Promise<void> {
  const rows = await databaseOf(product).query(`${text} RETURNING id`, values);
  if (rows.length !== 1) throw new Error(`${rows.length} rows: ${text} ${JSON.stringify(values)}`);
}

/** Work that a worker has tried as often as it may. @returns its id */
export async function givenUp(product: RunningProduct): Promise<string> {
  const id = randomUUID();
  await asTheApplication(
    product,
    `INSERT INTO due_jobs (municipality_id, id, job, subject_id, due_at, attempts, failed_at, last_error)
     VALUES ($1, $2, 'message.deliver', $3, now() - interval '2 hours', 8, now() - interval '1 hour', 'SmtpUnreachable')`,
    [HERE, id, randomUUID()],
  );
  return id;
}
