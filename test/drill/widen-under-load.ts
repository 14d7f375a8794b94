import { withClient } from '../../demo/src/database/index.js';
import type { Writing } from './writing.js';

export interface WideningDrill {
  /** Tables that got a column while this version worked on them. */
  tables: number;
  /** Times the lock was not had within the limit, and was asked for again. */
  again: number;
  writes: number;
  failed: number;
  refusal: string | null;
}

/** What the next release's migration may do while this release's processes run: add. */
export async function widenUnderLoad(ownerUrl: string, writing: Writing): Promise<WideningDrill> {
  const [before, failedBefore] = [writing.acknowledged.length, writing.failed];
  let again = 0;
  const tables = await withClient(ownerUrl, async (client) => {
    await client.query("SET lock_timeout = '3s'");
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user",
    );
    for (const { name } of rows) {
      const table = client.escapeIdentifier(name);
      const sql = `ALTER TABLE ${table} ADD COLUMN of_the_next_release text NOT NULL DEFAULT 'new'`;
      while (!(await client.query(sql).then(yes, isLockTimeout))) again += 1;
    }
    await client.query('CREATE TABLE of_the_next_release (id uuid PRIMARY KEY)');
    return rows.length;
  });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return {
    tables,
    again,
    writes: writing.acknowledged.length - before,
    failed: writing.failed - failedBefore,
    refusal: writing.refusal,
  };
}

const yes = (): boolean => true;

function isLockTimeout(error: unknown): boolean {
  if ((error as { code?: string }).code === '55P03') return false;
  throw error;
}
