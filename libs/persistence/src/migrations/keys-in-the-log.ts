import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The access log says when a key looked in somebody's name, and which. Of lines from before nobody knows. */
export class KeysInTheLog1763000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE access_log ADD COLUMN api_key text CHECK (char_length(api_key) BETWEEN 1 AND 300)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access_log DROP COLUMN api_key');
  }
}
