import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CitizenBenefit1763000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE citizens ADD COLUMN benefit jsonb CHECK (jsonb_typeof(benefit) = 'object')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE citizens DROP COLUMN benefit');
  }
}
