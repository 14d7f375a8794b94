import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class CitizenPage1763000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What somebody agreed to, and when it was taken back, is added and never rewritten.
    await runner.query(`
      CREATE TABLE consents (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        citizen_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('card', 'messages')),
        match_id uuid,
        action text NOT NULL CHECK (action IN ('given', 'withdrawn')),
        fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
        text_version text NOT NULL CHECK (char_length(text_version) BETWEEN 1 AND 100),
        how text NOT NULL CHECK (how IN ('phone', 'in-person', 'sms', 'letter', 'link', 'page')),
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, match_id) REFERENCES matches (municipality_id, id),
        CONSTRAINT consents_about CHECK ((kind = 'card') = (match_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX ON consents (municipality_id, citizen_id, at)');
    await protect(runner, 'consents', { privileges: 'SELECT, INSERT' });

    // The token is derived from the id; the directory holds its hash. Making a new address revokes the old row.
    await runner.query(`
      CREATE TABLE calendar_feeds (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        citizen_id uuid,
        company_id uuid,
        created_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        CONSTRAINT calendar_feeds_owner CHECK ((citizen_id IS NULL) <> (company_id IS NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX calendar_feeds_one_per_citizen ON calendar_feeds (municipality_id, citizen_id)
        WHERE revoked_at IS NULL AND citizen_id IS NOT NULL`);
    await runner.query(`
      CREATE UNIQUE INDEX calendar_feeds_one_per_company ON calendar_feeds (municipality_id, company_id)
        WHERE revoked_at IS NULL AND company_id IS NOT NULL`);
    await protect(runner, 'calendar_feeds');

    // With a default, so that a worker of the version before can still plan shifts while this one is rolled out.
    await runner.query(`
      ALTER TABLE shifts ADD COLUMN revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE shifts DROP COLUMN revision');
    await runner.query('DROP TABLE calendar_feeds, consents');
  }
}
