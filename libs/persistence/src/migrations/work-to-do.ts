import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class WorkToDo1762000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        type text NOT NULL CHECK (type ~ '^[A-Z][A-Za-z]{2,60}$'),
        payload jsonb NOT NULL,
        occurred_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        routed_at timestamptz(3),
        PRIMARY KEY (municipality_id, id)
      )`);
    await runner.query('CREATE UNIQUE INDEX events_id ON events (id)');
    await runner.query('CREATE INDEX events_unrouted ON events (occurred_at) WHERE routed_at IS NULL');
    await protect(runner, 'events', { privileges: 'SELECT, INSERT' });

    // retry_at: when a job that failed may run again; due_at stays what was promised, so lateness stays true.
    await runner.query(`
      CREATE TABLE due_jobs (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        job text NOT NULL CHECK (job ~ '^[a-z-]+[.][a-z-]+$'),
        subject_id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        retry_at timestamptz(3),
        enqueued_at timestamptz(3),
        claimed_until timestamptz(3),
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        done_at timestamptz(3),
        failed_at timestamptz(3),
        last_error text CHECK (char_length(last_error) <= 2000),
        repaired_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT due_jobs_once UNIQUE (municipality_id, job, subject_id, due_at)
      )`);
    await runner.query('CREATE UNIQUE INDEX due_jobs_id ON due_jobs (id)');
    await runner.query(`
      CREATE INDEX due_jobs_to_enqueue ON due_jobs (coalesce(retry_at, due_at))
        WHERE enqueued_at IS NULL AND done_at IS NULL AND failed_at IS NULL`);
    await runner.query(`
      CREATE INDEX due_jobs_unfinished ON due_jobs (coalesce(retry_at, due_at))
        WHERE done_at IS NULL AND failed_at IS NULL`);
    await runner.query(`
      CREATE INDEX due_jobs_failed ON due_jobs (municipality_id, failed_at) WHERE failed_at IS NOT NULL`);
    await protect(runner, 'due_jobs');

    await runner.query(`
      CREATE TABLE heartbeats (
        name text PRIMARY KEY CHECK (char_length(name) <= 100),
        at timestamptz(3) NOT NULL,
        counts jsonb NOT NULL
      )`);
    await runner.query('GRANT SELECT ON heartbeats TO fodfaeste_app');
    await ringTheBell(runner);
    await letDispatchSeeWhatIsDue(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE heartbeats, due_jobs, events');
    await runner.query('DROP FUNCTION wake_relay');
  }
}

/** A relay that sleeps wakes at commit. The payload is empty: what there is to do stands in the tables. */
async function ringTheBell(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION wake_relay() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog AS $$
    BEGIN
      PERFORM pg_notify('fodfaeste_work', '');
      RETURN NULL;
    END $$`);
  for (const table of ['events', 'due_jobs']) {
    await runner.query(`
      CREATE TRIGGER wake_relay AFTER INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION wake_relay()`);
  }
}

/** Ids, names and times of every municipality, and the bookkeeping of the work: no personal data at all. */
async function letDispatchSeeWhatIsDue(runner: QueryRunner): Promise<void> {
  const due = 'id, municipality_id, job, subject_id, due_at';
  const bookkeeping =
    'retry_at, enqueued_at, claimed_until, attempts, done_at, failed_at, last_error, repaired_at';
  const statements = [
    'CREATE POLICY dispatch_reads ON municipalities FOR SELECT TO fodfaeste_dispatch USING (true)',
    'GRANT SELECT (id) ON municipalities TO fodfaeste_dispatch',
    'CREATE POLICY dispatch_reads ON events FOR SELECT TO fodfaeste_dispatch USING (true)',
    'CREATE POLICY dispatch_routes ON events FOR UPDATE TO fodfaeste_dispatch USING (true) WITH CHECK (true)',
    `GRANT SELECT (id, municipality_id, type, payload, occurred_at, routed_at), UPDATE (routed_at)
       ON events TO fodfaeste_dispatch`,
    'CREATE POLICY dispatch_works ON due_jobs TO fodfaeste_dispatch USING (true) WITH CHECK (true)',
    `GRANT SELECT (${due}, ${bookkeeping}), INSERT (${due}), UPDATE (${bookkeeping})
       ON due_jobs TO fodfaeste_dispatch`,
    'GRANT SELECT, INSERT, UPDATE ON heartbeats TO fodfaeste_dispatch',
  ];
  for (const statement of statements) await runner.query(statement);
}
