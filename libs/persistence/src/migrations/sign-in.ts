import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Read before a municipality is known, hence no row level security, and hence hashes, ids and times only; what
 * somebody wrote is in `kept_forms` as ciphertext, whose key is outside the database.
 */
export class SignIn1763000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        key text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
        municipality_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('staff', 'company-user', 'citizen')),
        account_id uuid NOT NULL,
        company_id uuid,
        method text NOT NULL CHECK (method IN ('oidc', 'code', 'demo')),
        created_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        idle_seconds integer NOT NULL CHECK (idle_seconds > 0),
        idle_ends_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        CONSTRAINT sessions_company CHECK ((kind = 'company-user') = (company_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX ON sessions (ends_at)');
    await runner.query('CREATE INDEX ON sessions (account_id)');

    await runner.query(`
      CREATE TABLE kept_forms (
        key text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
        owner text NOT NULL CHECK (char_length(owner) BETWEEN 16 AND 128),
        sealed text NOT NULL CHECK (char_length(sealed) <= 400000),
        ends_at timestamptz(3) NOT NULL
      )`);
    await runner.query('CREATE INDEX ON kept_forms (ends_at)');

    await runner.query(`
      CREATE TABLE sign_in_codes (
        id uuid PRIMARY KEY,
        audience text NOT NULL CHECK (audience IN ('company-user', 'citizen')),
        browser text CHECK (browser ~ '^[0-9a-f]{64}$'),
        address text CHECK (address ~ '^[0-9a-f]{64}$'),
        caller text CHECK (caller ~ '^[0-9a-f]{64}$'),
        municipality_id uuid,
        subject_id uuid,
        tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
        created_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        proven_at timestamptz(3),
        used_at timestamptz(3),
        CONSTRAINT sign_in_codes_whose CHECK (
          (browser IS NOT NULL AND address IS NOT NULL AND subject_id IS NULL)
          OR (browser IS NULL AND municipality_id IS NOT NULL AND subject_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX ON sign_in_codes (browser, created_at)');
    await runner.query('CREATE INDEX ON sign_in_codes (address, created_at)');
    await runner.query('CREATE INDEX ON sign_in_codes (caller, created_at)');
    await runner.query('CREATE INDEX ON sign_in_codes (subject_id)');
    await runner.query('CREATE INDEX ON sign_in_codes (ends_at)');

    // Names of municipalities are shown to everybody who chooses one; of people there is nothing here.
    await runner.query(`
      CREATE TABLE identity_providers (
        id uuid PRIMARY KEY,
        municipality_id uuid NOT NULL,
        municipality text NOT NULL CHECK (char_length(municipality) BETWEEN 1 AND 200),
        audience text NOT NULL CHECK (audience IN ('staff', 'company-user')),
        issuer text NOT NULL CHECK (issuer ~ '^https?://' AND char_length(issuer) <= 500),
        client_id text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 500),
        client_secret_sealed text NOT NULL,
        scopes text NOT NULL CHECK (char_length(scopes) BETWEEN 1 AND 500),
        claims jsonb NOT NULL CHECK (jsonb_typeof(claims) = 'object'),
        call_for_help text NOT NULL CHECK (char_length(call_for_help) BETWEEN 1 AND 500),
        CONSTRAINT identity_providers_one UNIQUE (municipality_id, audience)
      )`);

    await runner.query('ALTER TABLE directory DROP CONSTRAINT directory_kind_check');
    await runner.query(`
      ALTER TABLE directory ADD CONSTRAINT directory_kind_check
        CHECK (kind IN ('api-key', 'answer-link', 'message', 'phone', 'sign-in', 'demo-person'))`);

    await runner.query(`
      CREATE TABLE external_identities (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 500),
        subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 500),
        kind text NOT NULL CHECK (kind IN ('staff', 'company-user')),
        account_id uuid NOT NULL,
        bound_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT external_identities_subject UNIQUE (municipality_id, issuer, subject, account_id),
        CONSTRAINT external_identities_account UNIQUE (municipality_id, issuer, account_id)
      )`);
    await protect(runner, 'external_identities');

    for (const table of ['sessions', 'kept_forms', 'sign_in_codes', 'identity_providers'])
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO fodfaeste_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM directory WHERE kind IN ('sign-in', 'demo-person')`);
    await runner.query('ALTER TABLE directory DROP CONSTRAINT directory_kind_check');
    await runner.query(`
      ALTER TABLE directory ADD CONSTRAINT directory_kind_check
        CHECK (kind IN ('api-key', 'answer-link', 'message', 'phone'))`);
    await runner.query(
      'DROP TABLE external_identities, identity_providers, sign_in_codes, kept_forms, sessions',
    );
  }
}
