import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Days on which somebody is not here, and who answers. There is no column for why. */
export class StaffLeave1763000000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_leaves (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        stand_in_id uuid NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        by_staff_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        taken_back_at timestamptz(3),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, stand_in_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, by_staff_id) REFERENCES staff (municipality_id, id),
        CONSTRAINT staff_leaves_order CHECK (last_day >= first_day),
        CONSTRAINT staff_leaves_two_people CHECK (stand_in_id <> staff_id),
        CONSTRAINT staff_leaves_no_overlap EXCLUDE USING gist
          (municipality_id WITH =, staff_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
          WHERE (taken_back_at IS NULL)
      )`);
    await protect(runner, 'staff_leaves');
    await runner.query(`
      CREATE TRIGGER ring_for_the_desk AFTER INSERT OR UPDATE OR DELETE ON staff_leaves
        FOR EACH STATEMENT EXECUTE FUNCTION ring_for_the_desk()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_leaves');
  }
}
