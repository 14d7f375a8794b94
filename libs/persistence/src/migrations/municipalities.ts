import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class Municipalities1762000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE municipalities (
        id uuid PRIMARY KEY,
        code text NOT NULL CHECK (code ~ '^[0-9]{4}$'),
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
        settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
        CONSTRAINT municipalities_code UNIQUE (code)
      )`);
    await protect(runner, 'municipalities', { owner: 'id', privileges: 'SELECT, INSERT, UPDATE' });

    // Two people may be each other's deputy, so the reference is checked at the end of the transaction.
    await runner.query(`
      CREATE TABLE staff (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
        role text NOT NULL CHECK (role IN ('consultant', 'leader')),
        phone text CHECK (phone ~ '^[+][1-9][0-9]{5,14}$'),
        email text CHECK (char_length(email) <= 320),
        team_id uuid,
        deputy_id uuid,
        contact_hours jsonb NOT NULL,
        active boolean NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT staff_deputy FOREIGN KEY (municipality_id, deputy_id)
          REFERENCES staff (municipality_id, id) DEFERRABLE INITIALLY DEFERRED
      )`);
    await protect(runner, 'staff');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff, municipalities');
  }
}
