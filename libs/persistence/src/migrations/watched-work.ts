import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each audited row may be known by: ids, states and times. Never a name, a text or an address. */
const AUDITED = {
  escalations: 'municipality_id, id, state, round, next_step_at, opened_at',
  escalation_steps: 'municipality_id, id, escalation_id, round, state, due_at',
  tasks: 'municipality_id, id, escalation_id, done_at',
  messages: 'municipality_id, id, state, state_at, not_before',
  offers: 'municipality_id, id, state, expires_at',
  shifts: 'municipality_id, id, state, starts_at',
};

/** What an audit looks for stands in a partial index: a million finished ladders take no part in it. */
const INDEXES = [
  `escalations_to_audit ON escalations (opened_at) WHERE state <> 'closed'`,
  `messages_to_audit ON messages (state, not_before) WHERE state IN ('queued', 'sending', 'uncertain')`,
  `offers_to_audit ON offers (expires_at) WHERE state = 'sent'`,
  `shifts_to_audit ON shifts (starts_at) WHERE state = 'planned'`,
];

export class WatchedWork1763000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of the installation, not of a municipality: no personal data.
    await runner.query(`
      CREATE TABLE scheduled_runs (
        name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z-]{1,60}$'),
        begun_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        outcome text CHECK (outcome IN ('done', 'failed')),
        done_at timestamptz(3),
        counts jsonb NOT NULL DEFAULT '{}',
        runs bigint NOT NULL DEFAULT 0 CHECK (runs >= 0),
        repaired bigint NOT NULL DEFAULT 0 CHECK (repaired >= 0)
      )`);
    await runner.query('GRANT SELECT ON scheduled_runs TO fodfaeste_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON scheduled_runs TO fodfaeste_dispatch');
    await runner.query('GRANT DELETE ON heartbeats TO fodfaeste_dispatch');
    for (const [table, columns] of Object.entries(AUDITED)) {
      await runner.query(
        `CREATE POLICY dispatch_audits ON ${table} FOR SELECT TO fodfaeste_dispatch USING (true)`,
      );
      await runner.query(`GRANT SELECT (${columns}) ON ${table} TO fodfaeste_dispatch`);
    }
    for (const index of INDEXES) await runner.query(`CREATE INDEX ${index}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await runner.query(`DROP INDEX ${index.split(' ')[0]!}`);
    for (const [table, columns] of Object.entries(AUDITED)) {
      await runner.query(`REVOKE SELECT (${columns}) ON ${table} FROM fodfaeste_dispatch`);
      await runner.query(`DROP POLICY dispatch_audits ON ${table}`);
    }
    await runner.query('REVOKE DELETE ON heartbeats FROM fodfaeste_dispatch');
    await runner.query('DROP TABLE scheduled_runs');
  }
}
