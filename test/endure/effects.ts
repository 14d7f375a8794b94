import { withClient } from '../../demo/src/database/index.js';
import type { LedgerLine } from '../crash/ledger.js';
import type { Town } from './town.js';
import type { Work } from './work.js';

/** Each acknowledged write of the town, found again in the rows: by what it is about, how often. */
const found = {
  'answer-offer': `SELECT id::text AS about, jsonb_array_length(answers) AS times FROM offers`,
  'follow-up': `SELECT citizen_id::text AS about, count(*) AS times FROM tasks WHERE kind = 'follow-up' GROUP BY 1`,
  'check-in': `SELECT id::text AS about, jsonb_array_length(evidence) AS times FROM shifts`,
  'register-citizen': `SELECT name AS about, count(*) AS times FROM citizens WHERE name LIKE 'Ny borger %' GROUP BY 1`,
  'post-small-job': `SELECT title AS about, count(*) AS times FROM small_jobs WHERE title LIKE 'Nyt job %' GROUP BY 1`,
  publish: `SELECT id::text AS about, count(*) AS times FROM small_jobs WHERE status = 'open' GROUP BY 1`,
} as const;

/** What was acknowledged and is not there, or is there twice; and who got two receipts, or none, for one answer. */
export async function wrongEffects(
  adminUrl: string,
  { town, work, lines }: { town: Town; work: Work; lines: readonly LedgerLine[] },
): Promise<string[]> {
  const inRows = await withClient(adminUrl, async (client) => {
    const wrong: string[] = [];
    for (const [kind, sql] of Object.entries(found) as [keyof typeof found, string][]) {
      const { rows } = await client.query<{ about: string; times: string }>(sql);
      const times = new Map(rows.map((row) => [row.about, Number(row.times)]));
      for (const about of work.acknowledged.get(kind) ?? [])
        if (times.get(about) !== 1) wrong.push(`${kind} ${about}: ${times.get(about) ?? 0} effects`);
    }
    return wrong;
  });
  const heard = new Map<string, number>();
  for (const { to, known } of lines) if (!known) heard.set(to, (heard.get(to) ?? 0) + 1);
  const answered = work.acknowledged.get('answer-offer') ?? new Set();
  const receipts = town.offers
    .filter(({ offerId, phone }) => answered.has(offerId) && heard.get(phone) !== 1)
    .map(({ offerId, phone }) => `receipt of ${offerId}: ${heard.get(phone) ?? 0} messages`);
  return [...inRows, ...receipts];
}
