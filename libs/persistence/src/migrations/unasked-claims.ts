import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims after which no provider was asked. A worker of the version before counts them as tries, as it did. */
export class UnaskedClaims1763000000107 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE messages
        ADD COLUMN unasked integer NOT NULL DEFAULT 0 CHECK (unasked BETWEEN 0 AND attempts)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages DROP COLUMN unasked');
  }
}
