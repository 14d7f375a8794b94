import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a due job failed by itself, apart from how often it was begun. A worker of the version before leaves it at 0. */
export class CountedFailures1763000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE due_jobs ADD COLUMN failures integer NOT NULL DEFAULT 0');
    await runner.query('GRANT SELECT (failures), UPDATE (failures) ON due_jobs TO fodfaeste_dispatch');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE due_jobs DROP COLUMN failures');
  }
}
