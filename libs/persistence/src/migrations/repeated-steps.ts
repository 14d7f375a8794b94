import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A step of a case says which step of its ladder it is, and its how many-th repetition; and it may turn to whoever is
 * on duty. The defaults stay: a worker of the version before writes steps beside this schema.
 */
export class RepeatedSteps1763000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE escalation_steps
        ADD COLUMN ladder_step integer NOT NULL DEFAULT 0 CHECK (ladder_step >= 0),
        ADD COLUMN repetition integer NOT NULL DEFAULT 0 CHECK (repetition >= 0),
        DROP CONSTRAINT escalation_steps_who_check,
        ADD CONSTRAINT escalation_steps_who_check
          CHECK (who IN ('citizen', 'workplace', 'contact', 'deputy', 'duty', 'leader', 'list'))`);
    // The rows that are there belong to municipalities, and the policies hide them from the owner as well.
    await runner.query('ALTER TABLE escalation_steps NO FORCE ROW LEVEL SECURITY');
    await runner.query('UPDATE escalation_steps SET ladder_step = seq');
    await runner.query('ALTER TABLE escalation_steps FORCE ROW LEVEL SECURITY');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE escalation_steps NO FORCE ROW LEVEL SECURITY');
    await runner.query(`UPDATE escalation_steps SET who = 'deputy' WHERE who = 'duty'`);
    await runner.query('ALTER TABLE escalation_steps FORCE ROW LEVEL SECURITY');
    await runner.query(`
      ALTER TABLE escalation_steps DROP COLUMN ladder_step, DROP COLUMN repetition,
        DROP CONSTRAINT escalation_steps_who_check,
        ADD CONSTRAINT escalation_steps_who_check
          CHECK (who IN ('citizen', 'workplace', 'contact', 'deputy', 'leader', 'list'))`);
  }
}
