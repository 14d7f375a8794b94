import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Which version the rows are at that matching reads, and what changed with each, so that an index in memory can tell
 * whether it is behind and catch up.
 *
 * Triggers and not the events: a row cannot change without its version, whichever use case, repair or import wrote it.
 * Events are for whoever reacts, their ids are not in the order of commits, and several of them (a saved preference,
 * a taken seat) have none. What leads here, and by which event as far as there is one:
 *
 *   citizens             CitizenRegistered, CitizenChanged, "prøvet" after AgreementEnded, a change of broker
 *   small_jobs           SmallJobPublished, -Changed, -Paused, -Closed, MatchConfirmed and OfferDeclined (seats)
 *   companies            a no to a person: MatchRejected, or by hand
 *   contact_assignments  ContactChanged
 *   offers               OfferAccepted, and a yes that is taken back (hours that are agreed)
 *   agreements           AgreementDrawnUp, HoursChanged, AgreementEnded (the same)
 *
 * A line says which row changed, not whom it means something to: that is read together with the rows, in one moment.
 * Found out here it could be wrong, since of two transactions that run at once neither sees the other.
 *
 * The version row is locked last in every transaction, so that the order of versions is the order of commits and
 * nobody waits for a row while holding it. One stage would not be last: other checks at commit lock rows too
 * (small_jobs_fixed_contact), and they run in the order in which the rows were written. So what a row's trigger writes
 * at commit queues one more trigger, behind all that are waiting by then. The application checks the others early, at
 * the end of a use case within a request, by their names; these never (checked-at-commit.ts).
 */
export class MatchingJournal1763000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matching_versions (
        municipality_id uuid PRIMARY KEY REFERENCES municipalities (id),
        version bigint NOT NULL CHECK (version > 0)
      )`);
    // One for each transaction that changed something; it has its version when it can be seen by others.
    await runner.query(`
      CREATE TABLE matching_commits (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        version bigint,
        at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (municipality_id, id)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX matching_commits_version ON matching_commits (municipality_id, version)',
    );
    await runner.query(`
      CREATE TABLE matching_changes (
        municipality_id uuid NOT NULL,
        commit_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('citizen', 'small-job', 'company', 'all')),
        entity_id uuid NOT NULL,
        PRIMARY KEY (municipality_id, commit_id, kind, entity_id)
      )`);
    await protect(runner, 'matching_versions', { privileges: 'SELECT, INSERT, UPDATE' });
    await protect(runner, 'matching_commits');
    await protect(runner, 'matching_changes', { privileges: 'SELECT, INSERT, DELETE' });
    await countCommits(runner);
    await noteChanges(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION note_matching_change CASCADE');
    await runner.query('DROP TABLE matching_changes, matching_commits, matching_versions');
    await runner.query('DROP FUNCTION give_matching_version');
  }
}

/** The second stage: the transaction takes its version, and holds the row from here to its end. */
async function countCommits(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION give_matching_version() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
    DECLARE
      given bigint;
    BEGIN
      INSERT INTO matching_versions AS known (municipality_id, version) VALUES (NEW.municipality_id, 1)
        ON CONFLICT (municipality_id) DO UPDATE SET version = known.version + 1
        RETURNING version INTO given;
      UPDATE matching_commits SET version = given, at = clock_timestamp()
        WHERE municipality_id = NEW.municipality_id AND id = NEW.id;
      PERFORM set_config('app.matching_commit', '', true);
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER matching_commits_counted AFTER INSERT ON matching_commits
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION give_matching_version()`);
}

/**
 * The first stage: one line for each row that changed, however often. The transaction's own id stands in a setting that
 * ends with it; a transaction id of PostgreSQL could come again after a restore into another cluster.
 */
async function noteChanges(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION note_matching_change() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public AS $$
    DECLARE
      owner uuid;
      concerned uuid[];
      noted text := current_setting('app.matching_commit', true);
      commit uuid;
    BEGIN
      owner := CASE WHEN TG_OP = 'DELETE' THEN OLD.municipality_id ELSE NEW.municipality_id END;
      IF TG_TABLE_NAME = 'contact_assignments' THEN
        IF TG_OP <> 'INSERT' THEN concerned := ARRAY[OLD.small_job_id]; END IF;
        IF TG_OP <> 'DELETE' THEN concerned := concerned || NEW.small_job_id; END IF;
      ELSIF TG_TABLE_NAME IN ('offers', 'agreements') THEN
        IF TG_OP <> 'INSERT' THEN concerned := ARRAY[OLD.citizen_id]; END IF;
        IF TG_OP <> 'DELETE' THEN concerned := concerned || NEW.citizen_id; END IF;
      ELSE
        concerned := ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END];
      END IF;
      IF noted LIKE owner || '%' THEN
        commit := right(noted, 36)::uuid;
      ELSE
        commit := gen_random_uuid();
        INSERT INTO matching_commits (municipality_id, id) VALUES (owner, commit);
        PERFORM set_config('app.matching_commit', owner || ' ' || commit, true);
      END IF;
      INSERT INTO matching_changes (municipality_id, commit_id, kind, entity_id)
        SELECT owner, commit, TG_ARGV[0], entity FROM unnest(concerned) AS entity
        ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$`);
  for (const { table, kind, fields, begins, ends, touched } of watched) {
    const moved = `(${rows('OLD', fields)}) IS DISTINCT FROM (${rows('NEW', fields)})`;
    const events = {
      INSERT: begins,
      UPDATE: touched ? `(${touched}) AND ${moved}` : moved,
      DELETE: ends,
    };
    for (const [event, condition] of Object.entries(events)) {
      await runner.query(`
        CREATE CONSTRAINT TRIGGER matching_${event.toLowerCase()} AFTER ${event} ON ${table}
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
          WHEN (${condition}) EXECUTE FUNCTION note_matching_change('${kind}')`);
    }
  }
}

const rows = (which: 'OLD' | 'NEW', fields: readonly string[]): string =>
  fields.map((field) => `${which}.${field}`).join(', ');

interface Watched {
  table: string;
  kind: 'citizen' | 'small-job' | 'company';
  /** What a candidate is made of; a change of anything else is no version. */
  fields: readonly string[];
  begins: string;
  ends: string;
  /** A change matters only while this holds. */
  touched?: string;
}

/** Whoever adds an input to the engine adds its column in a migration of its own; a test names what is missing. */
const watched: readonly Watched[] = [
  {
    table: 'citizens',
    kind: 'citizen',
    fields: [
      ...['position', 'job_goals', 'dream', 'hours', 'windows', 'reach', 'limits', 'danish_level'],
      ...['certificates', 'ruled_out_company_ids', 'placement_used_company_ids', 'tried_jobs', 'needs'],
      ...['said_yes', 'available_from', 'broker_id', 'waiting_since'],
    ],
    begins: 'true',
    ends: 'true',
  },
  {
    table: 'small_jobs',
    kind: 'small-job',
    fields: [
      ...['company_id', 'category', 'workplace', 'weekly_shifts', 'start_date', 'end_date'],
      ...['start_flexibility_minutes', 'demands', 'danish_level', 'certificates', 'accommodations_offered'],
      ...['room_to_grow_hours', 'status', 'positions', 'seats_taken'],
    ],
    begins: `NEW.status <> 'draft'`,
    ends: `OLD.status <> 'draft'`,
    touched: `OLD.status <> 'draft' OR NEW.status <> 'draft'`,
  },
  {
    table: 'companies',
    kind: 'company',
    fields: ['ruled_out_citizen_ids'],
    begins: `NEW.ruled_out_citizen_ids <> '[]'`,
    ends: `OLD.ruled_out_citizen_ids <> '[]'`,
  },
  {
    table: 'contact_assignments',
    kind: 'small-job',
    fields: ['small_job_id', 'staff_id', 'ended_at'],
    begins: 'NEW.ended_at IS NULL',
    ends: 'OLD.ended_at IS NULL',
  },
  {
    table: 'offers',
    kind: 'citizen',
    fields: ['state', 'small_job_id', 'citizen_id'],
    begins: `NEW.state = 'accepted'`,
    ends: `OLD.state = 'accepted'`,
    touched: `OLD.state = 'accepted' OR NEW.state = 'accepted'`,
  },
  {
    table: 'agreements',
    kind: 'citizen',
    fields: ['state', 'offer_id', 'citizen_id', 'paid_from', 'hours', 'unpaid'],
    begins: 'true',
    ends: 'true',
  },
];
