import type { QueryRunner } from 'typeorm';

/** What is found by which words; `folded` says how letters are made alike. */
const searched = {
  citizens: {
    kind: 'citizen',
    text: `NEW.name || ' ' || search_digits(NEW.phone)`,
    columns: 'name, phone',
  },
  companies: {
    kind: 'company',
    text: `NEW.name || ' ' || NEW.cvr || ' ' || (NEW.contact ->> 'name') || ' ' || search_digits(NEW.contact ->> 'phone')`,
    columns: 'name, cvr, contact',
  },
  small_jobs: {
    kind: 'small-job',
    text: `NEW.title || ' ' || (NEW.workplace ->> 'town')`,
    columns: 'title, workplace',
  },
  staff: { kind: 'staff', text: `NEW.name || ' ' || search_digits(NEW.phone)`, columns: 'name, phone' },
} as const;

/**
 * The words that people and things are found by. The index is on trigrams, and they are no leakproof operators: with
 * row level security PostgreSQL asks such an index only what the policy itself asks. So what is searched for stands in
 * the policy, and the table shows nothing but the answer to a search. The triggers alone write here.
 */
export async function searchTexts(runner: QueryRunner): Promise<void> {
  for (const extension of ['pg_trgm', 'unaccent', 'btree_gin'])
    await runner.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  // Names of the dictionary and of all functions are bound when it is made: a search path changes nothing.
  await runner.query(`
    CREATE FUNCTION search_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trim(regexp_replace(
      replace(replace(unaccent('unaccent'::regdictionary, lower(words)), 'aa', 'a'), 'oe', 'o'),
      '[^a-z0-9]+', ' ', 'g'))`);
  await runner.query(`
    CREATE FUNCTION search_digits(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(coalesce(phone, ''), '^[+]45|[^0-9]', '', 'g')`);
  await runner.query(`
    CREATE TABLE search_texts (
      municipality_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('citizen', 'company', 'small-job', 'staff')),
      subject_id uuid NOT NULL,
      folded text NOT NULL,
      PRIMARY KEY (municipality_id, kind, subject_id)
    )`);
  await runner.query(
    'CREATE INDEX search_texts_found ON search_texts USING gin (municipality_id, folded gin_trgm_ops)',
  );
  await keepUpToDate(runner);
  await fill(runner);
  await runner.query('ALTER TABLE search_texts ENABLE ROW LEVEL SECURITY');
  await runner.query('ALTER TABLE search_texts FORCE ROW LEVEL SECURITY');
  await runner.query(`
    CREATE POLICY own_municipality ON search_texts FOR SELECT TO fodfaeste_app USING (
      municipality_id = NULLIF(current_setting('app.municipality_id', true), '')::uuid
      AND folded %> NULLIF(current_setting('app.searched_for', true), ''))`);
  await runner.query('GRANT SELECT ON search_texts TO fodfaeste_app');
  // The owner, in whose name the triggers write, is bound like everybody: it sees nothing outside of them.
  await runner.query(`
    CREATE POLICY kept_by_triggers ON search_texts TO CURRENT_USER
      USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0)`);
}

export async function noSearchTexts(runner: QueryRunner): Promise<void> {
  for (const table of Object.keys(searched)) {
    await runner.query(`DROP FUNCTION keep_search_text_of_${table} CASCADE`);
  }
  await runner.query('DROP TABLE search_texts');
  await runner.query('DROP FUNCTION search_digits, search_folded');
}

async function keepUpToDate(runner: QueryRunner): Promise<void> {
  for (const [table, { kind, text, columns }] of Object.entries(searched)) {
    await runner.query(`
      CREATE FUNCTION keep_search_text_of_${table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          DELETE FROM search_texts
            WHERE municipality_id = OLD.municipality_id AND kind = '${kind}' AND subject_id = OLD.id;
          RETURN NULL;
        END IF;
        INSERT INTO search_texts (municipality_id, kind, subject_id, folded)
          VALUES (NEW.municipality_id, '${kind}', NEW.id, search_folded(${text}))
          ON CONFLICT (municipality_id, kind, subject_id) DO UPDATE SET folded = EXCLUDED.folded
            WHERE search_texts.folded <> EXCLUDED.folded;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER search_text_kept AFTER INSERT OR DELETE OR UPDATE OF ${columns} ON ${table}
        FOR EACH ROW EXECUTE FUNCTION keep_search_text_of_${table}()`);
  }
}

/** What stands there already. */
async function fill(runner: QueryRunner): Promise<void> {
  for (const [table, { kind, text }] of Object.entries(searched)) {
    await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      INSERT INTO search_texts (municipality_id, kind, subject_id, folded)
        SELECT municipality_id, '${kind}', id, search_folded(${text.replaceAll('NEW.', '')}) FROM ${table}`);
    await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }
}
