import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a due job's beginnings ended: it failed by itself, or its database went away. The rest died with their worker. A
 * worker of the version before leaves both at 0.
 */
export class CountedFailures1763000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const counts = ['failures', 'interruptions'];
    for (const count of counts)
      await runner.query(`ALTER TABLE due_jobs ADD COLUMN ${count} integer NOT NULL DEFAULT 0`);
    await runner.query(
      `GRANT SELECT (${counts.join()}), UPDATE (${counts.join()}) ON due_jobs TO fodfaeste_dispatch`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE due_jobs DROP COLUMN failures, DROP COLUMN interruptions');
  }
}
