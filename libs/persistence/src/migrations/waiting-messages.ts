import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a message waits for a provider that nobody asks. A worker of the version before leaves it empty. */
export class WaitingMessages1763000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages ADD COLUMN waits_since timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages DROP COLUMN waits_since');
  }
}
