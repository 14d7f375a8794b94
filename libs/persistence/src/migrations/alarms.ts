import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What fell silent and who was told: one row an incident, and one incident at a time. */
export class Alarms1763000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of the installation, not of a municipality: no personal data.
    await runner.query(`
      CREATE TABLE alarms (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('workers-silent', 'sweeper-silent', 'auditor-silent')),
        silent_since timestamptz(3) NOT NULL,
        begun_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz(3),
        claimed_until timestamptz(3),
        told_at timestamptz(3),
        recovery_told_at timestamptz(3),
        leaders_told_at timestamptz(3)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX alarms_one_open ON alarms ((ended_at IS NULL)) WHERE ended_at IS NULL',
    );
    await runner.query('GRANT SELECT, INSERT, UPDATE ON alarms TO fodfaeste_app');
    await runner.query('GRANT SELECT, UPDATE (leaders_told_at) ON alarms TO fodfaeste_dispatch');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alarms');
  }
}
