import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Teams by name, who signed in when, and every version of ladders, texts and settings with who and when. */
export class DeskSetUp1763000000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The rows that are there belong to municipalities, and the policies hide them from the owner as well.
    for (const table of ['staff', 'ladders'])
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await this.teams(runner);
    await this.ladderVersions(runner);
    for (const table of ['staff', 'ladders'])
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await this.ownTexts(runner);
    await this.settingChanges(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE setting_changes, own_texts, ladder_versions');
    await runner.query('ALTER TABLE staff DROP CONSTRAINT staff_team, DROP COLUMN last_signed_in_at');
    await runner.query('DROP TABLE teams');
  }

  /** Teams were numbers without a name; each number that is in use gets one. */
  private async teams(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE teams (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        PRIMARY KEY (municipality_id, id)
      )`);
    await runner.query(`
      INSERT INTO teams (municipality_id, id, name)
      SELECT municipality_id, team_id,
        'Team ' || row_number() OVER (PARTITION BY municipality_id ORDER BY team_id)
      FROM (SELECT DISTINCT municipality_id, team_id FROM staff WHERE team_id IS NOT NULL) AS used`);
    await runner.query('CREATE UNIQUE INDEX teams_name ON teams (municipality_id, lower(name))');
    await protect(runner, 'teams');
    // At the end of the transaction: a municipality is set up in one, in any order.
    await runner.query(`
      ALTER TABLE staff ADD COLUMN last_signed_in_at timestamptz(3),
        ADD CONSTRAINT staff_team FOREIGN KEY (municipality_id, team_id)
          REFERENCES teams (municipality_id, id) DEFERRABLE INITIALLY DEFERRED`);
  }

  private async ladderVersions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ladder_versions (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name IN ('not-seen', 'not-here')),
        version integer NOT NULL CHECK (version >= 1),
        definition jsonb NOT NULL,
        changed_by_staff_id uuid,
        changed_at timestamptz(3) NOT NULL,
        restored_version integer CHECK (restored_version < version),
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT ladder_versions_once UNIQUE (municipality_id, name, version),
        FOREIGN KEY (municipality_id, changed_by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    // The number of a ladder counts on from what it was; what stood there before is not known.
    await runner.query(`
      INSERT INTO ladder_versions
      SELECT municipality_id, id, name, version, definition, changed_by_staff_id, changed_at, NULL FROM ladders`);
    await protect(runner, 'ladder_versions', { privileges: 'SELECT, INSERT' });
  }

  private async ownTexts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_texts (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name ~ '^[a-z][a-z-]{1,80}$'),
        language text NOT NULL CHECK (language IN ('da', 'en')),
        channel text NOT NULL CHECK (channel IN ('sms', 'email')),
        version integer NOT NULL CHECK (version >= 1),
        from_day date NOT NULL,
        wording jsonb CHECK (jsonb_typeof(wording) = 'object'),
        by_staff_id uuid NOT NULL,
        made_at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT own_texts_once UNIQUE (municipality_id, name, language, channel, version),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await protect(runner, 'own_texts', { privileges: 'SELECT, INSERT' });
  }

  private async settingChanges(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE setting_changes (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        field text NOT NULL CHECK (char_length(field) BETWEEN 1 AND 100),
        before jsonb NOT NULL CHECK (jsonb_typeof(before) = 'object'),
        after jsonb NOT NULL CHECK (jsonb_typeof(after) = 'object'),
        by_staff_id uuid,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON setting_changes (municipality_id, at)');
    await protect(runner, 'setting_changes', { privileges: 'SELECT, INSERT' });
  }
}
