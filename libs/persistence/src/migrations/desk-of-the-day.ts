import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk shows: whatever changes here rings. */
const shown = [
  'escalations',
  'tasks',
  'offers',
  'matches',
  'staff',
  'contact_assignments',
  'contact_covers',
] as const;

/** *Optaget til*, and a bell for the pages of the desk that are open. */
export class DeskOfTheDay1763000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE staff
        ADD COLUMN busy_until timestamptz(3),
        ADD COLUMN busy_deputy_id uuid,
        ADD CONSTRAINT staff_busy_deputy FOREIGN KEY (municipality_id, busy_deputy_id)
          REFERENCES staff (municipality_id, id),
        ADD CONSTRAINT staff_busy_with_deputy CHECK ((busy_until IS NULL) = (busy_deputy_id IS NULL)),
        ADD CONSTRAINT staff_not_own_stand_in CHECK (busy_deputy_id <> id)`);
    await ringForTheDesk(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of shown) await runner.query(`DROP TRIGGER ring_for_the_desk ON ${table}`);
    await runner.query('DROP TRIGGER ring_for_the_desk ON messages');
    await runner.query('DROP FUNCTION ring_for_the_desk');
    await runner.query(`
      ALTER TABLE staff DROP CONSTRAINT staff_not_own_stand_in, DROP CONSTRAINT staff_busy_with_deputy,
        DROP CONSTRAINT staff_busy_deputy, DROP COLUMN busy_deputy_id, DROP COLUMN busy_until`);
  }
}

/**
 * Heard when the transaction has committed, once however many rows it wrote. What is said is whose desk it is and
 * nothing of what happened: that stands in the tables, behind row level security.
 */
async function ringForTheDesk(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION ring_for_the_desk() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog AS $$
    DECLARE
      municipality text := current_setting('app.municipality_id', true);
    BEGIN
      IF municipality <> '' THEN PERFORM pg_notify('fodfaeste_desk', municipality); END IF;
      RETURN NULL;
    END $$`);
  for (const table of shown) {
    await runner.query(`
      CREATE TRIGGER ring_for_the_desk AFTER INSERT OR UPDATE OR DELETE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION ring_for_the_desk()`);
  }
  // Every message is written several times on its way out; the desk shows those that stop there.
  await runner.query(`
    CREATE TRIGGER ring_for_the_desk AFTER UPDATE ON messages FOR EACH ROW
      WHEN (OLD.state IS DISTINCT FROM NEW.state
        AND (NEW.state IN ('failed', 'uncertain') OR OLD.state IN ('failed', 'uncertain')))
      EXECUTE FUNCTION ring_for_the_desk()`);
}
