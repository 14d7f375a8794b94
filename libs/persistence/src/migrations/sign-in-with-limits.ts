import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places to type a code into which nothing was sent; sessions and consents that began with a code read aloud. */
export class SignInWithLimits1763000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sign_in_codes ADD COLUMN silent boolean NOT NULL DEFAULT false');
    await allow(runner, 'sessions', 'method', ['oidc', 'code', 'code-read-aloud', 'demo']);
    await allow(runner, 'consents', 'how', [...waysOfBefore, 'code-read-aloud']);
  }

  /** What the version before does not know, it calls by what is nearest. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM sign_in_codes WHERE silent');
    await runner.query('ALTER TABLE sign_in_codes DROP COLUMN silent');
    await runner.query(`UPDATE sessions SET method = 'code' WHERE method = 'code-read-aloud'`);
    await allow(runner, 'sessions', 'method', ['oidc', 'code', 'demo']);
    await runner.query('ALTER TABLE consents NO FORCE ROW LEVEL SECURITY');
    await runner.query(`UPDATE consents SET how = 'page' WHERE how = 'code-read-aloud'`);
    await runner.query('ALTER TABLE consents FORCE ROW LEVEL SECURITY');
    await allow(runner, 'consents', 'how', waysOfBefore);
  }
}

const waysOfBefore = ['phone', 'in-person', 'sms', 'letter', 'link', 'page'];

async function allow(runner: QueryRunner, table: string, column: string, values: string[]): Promise<void> {
  const name = `${table}_${column}_check`;
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const listed = values.map((value) => `'${value}'`).join(', ');
  await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${column} IN (${listed}))`);
}
