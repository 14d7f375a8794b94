import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** A word that fitted two questions waits for a number. Nothing of what was written is in the row. */
export class SmsChoices1763000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sms_choices (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        phone text NOT NULL CHECK (char_length(phone) BETWEEN 1 AND 50),
        who text NOT NULL CHECK (who IN ('citizen', 'company', 'staff')),
        sender_id uuid NOT NULL,
        word text NOT NULL CHECK (word ~ '^[a-z][a-z-]{1,30}$'),
        options jsonb NOT NULL CHECK (jsonb_typeof(options) = 'array'),
        chosen jsonb NOT NULL CHECK (jsonb_typeof(chosen) = 'array'),
        asked_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL CHECK (expires_at > asked_at),
        PRIMARY KEY (municipality_id, id)
      )`);
    await runner.query('CREATE INDEX ON sms_choices (municipality_id, sender_id, asked_at)');
    await protect(runner, 'sms_choices');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sms_choices');
  }
}
