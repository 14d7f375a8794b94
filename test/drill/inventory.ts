import type pg from 'pg';

/** What one table holds: how many rows, and a digest over all of their values. */
export interface Held {
  rows: number;
  digest: string;
}

export interface Inventory {
  /** By `schema.table`. */
  tables: Record<string, Held>;
  /** What guards them, a line each: policies, forced row security, constraints, triggers, grants. By kind. */
  guards: Record<string, string[]>;
}

/** Rows of BullMQ are wake-ups, which may be lost; due times are in ours. */
const SCHEMAS = ['public'];

// A restore writes (a OR b) OR c as a OR b OR c: parentheses of triggers are not compared.
const guards: Record<string, string> = {
  columns: `SELECT table_schema, table_name, column_name, data_type, is_nullable, column_default
    FROM information_schema.columns WHERE table_schema = ANY($1)`,
  constraints: `SELECT conrelid::regclass::text AS on_table, conname, pg_get_constraintdef(oid) AS is
    FROM pg_constraint WHERE connamespace = ANY($1::text[]::regnamespace[])`,
  indexes: 'SELECT schemaname, indexname, indexdef FROM pg_indexes WHERE schemaname = ANY($1)',
  policies: `SELECT schemaname, tablename, policyname, roles::text, cmd, qual, with_check
    FROM pg_policies WHERE schemaname = ANY($1)`,
  'row security': `SELECT relname, relrowsecurity, relforcerowsecurity, relowner::regrole::text AS owner
    FROM pg_class WHERE relkind = 'r' AND relnamespace = ANY($1::text[]::regnamespace[])`,
  triggers: `SELECT tgrelid::regclass::text AS on_table, tgname, tgenabled,
      translate(pg_get_triggerdef(pg_trigger.oid), '()', '') AS is
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = ANY($1::text[]::regnamespace[])`,
  grants: `SELECT table_schema, table_name, grantee, privilege_type
    FROM information_schema.role_table_grants WHERE table_schema = ANY($1)`,
  members: `SELECT roleid::regrole::text AS role, member::regrole::text AS member
    FROM pg_auth_members WHERE member::regrole::text LIKE 'fodfaeste%' AND $1::text[] IS NOT NULL`,
};

/** Reads everything in one snapshot; `client` must see past row security, as the one who makes backups does. */
export async function takeInventory(client: pg.Client): Promise<Inventory> {
  const { rows: names } = await client.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables
     WHERE schemaname = ANY($1) ORDER BY schemaname, tablename`,
    [SCHEMAS],
  );
  const tables: Inventory['tables'] = {};
  for (const { schema, name } of names) {
    const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
    tables[`${schema}.${name}`] = await held(client, table);
  }
  const guarding: Inventory['guards'] = {};
  for (const [kind, query] of Object.entries(guards)) {
    const { rows } = await client.query<{ line: string }>(
      `SELECT one::text AS line FROM (${query}) AS one ORDER BY 1`,
      [SCHEMAS],
    );
    guarding[kind] = rows.map(({ line }) => line);
  }
  return { tables, guards: guarding };
}

async function held(client: pg.Client, table: string): Promise<Held> {
  const { rows } = await client.query<Held>(
    `WITH line AS (SELECT md5(one::text) AS sum FROM ${table} AS one)
     SELECT count(*)::int AS rows, md5(coalesce(string_agg(sum, '' ORDER BY sum), '')) AS digest FROM line`,
  );
  return rows[0]!;
}

/** What is not the same, in words; empty when everything is. */
export function differences(before: Inventory, after: Inventory): string[] {
  const tables = new Set([...Object.keys(before.tables), ...Object.keys(after.tables)]);
  const ofTables = [...tables].flatMap((name) => {
    const [was, is] = [before.tables[name], after.tables[name]];
    if (!was || !is) return [`${name}: ${was ? 'is missing' : 'was not there'}`];
    if (was.rows !== is.rows) return [`${name}: ${was.rows} rows before, ${is.rows} after`];
    return was.digest === is.digest ? [] : [`${name}: the same number of rows, other values`];
  });
  const ofGuards = Object.keys(guards).flatMap((kind) => {
    const [was, is] = [before.guards[kind] ?? [], after.guards[kind] ?? []];
    const gone = was.filter((line) => !is.includes(line)).map((line) => `${kind}: gone: ${line}`);
    return [...gone, ...is.filter((line) => !was.includes(line)).map((line) => `${kind}: new: ${line}`)];
  });
  return [...ofTables, ...ofGuards];
}

export const rowsIn = ({ tables }: Inventory): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
