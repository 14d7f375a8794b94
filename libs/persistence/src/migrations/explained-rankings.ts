import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ranking keeps what it was made of, and a match which ranking it was picked from: then it can be explained months
 * later, whatever has become of the rows. Rankings from before say nothing of it.
 */
export class ExplainedRankings1763000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rankings
        ADD COLUMN rules jsonb CHECK (jsonb_typeof(rules) = 'object'),
        ADD COLUMN inputs jsonb CHECK (jsonb_typeof(inputs) = 'object'),
        ADD COLUMN shown_to_staff_id uuid,
        ADD COLUMN acted_at timestamptz(3),
        ADD FOREIGN KEY (municipality_id, shown_to_staff_id) REFERENCES staff (municipality_id, id)`);
    await runner.query(`
      ALTER TABLE matches
        ADD COLUMN ranking_id uuid,
        ADD FOREIGN KEY (municipality_id, ranking_id) REFERENCES rankings (municipality_id, id)`);
    await runner.query('CREATE INDEX ON matches (municipality_id, ranking_id)');
    await runner.query(
      'CREATE INDEX rankings_to_forget ON rankings (municipality_id, at) WHERE acted_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matches DROP COLUMN ranking_id');
    await runner.query(`
      ALTER TABLE rankings
        DROP COLUMN rules, DROP COLUMN inputs, DROP COLUMN shown_to_staff_id, DROP COLUMN acted_at`);
  }
}
