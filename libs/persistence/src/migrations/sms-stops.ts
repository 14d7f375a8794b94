import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Numbers of companies that get no SMS. Of a citizen the way to be reached and the consent say the same. */
export class SmsStops1763000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sms_stops (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        phone text NOT NULL CHECK (char_length(phone) BETWEEN 1 AND 50),
        company_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason IN ('asked', 'wrong-number')),
        at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX sms_stops_one_per_number ON sms_stops (municipality_id, phone)
        WHERE ended_at IS NULL`);
    await runner.query(
      'CREATE INDEX ON inbound_sms (municipality_id, subject_id) WHERE subject_id IS NOT NULL',
    );
    await protect(runner, 'sms_stops');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbound_sms_municipality_id_subject_id_idx');
    await runner.query('DROP TABLE sms_stops');
  }
}
