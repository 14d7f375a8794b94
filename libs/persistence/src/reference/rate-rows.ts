import { RateTable, type LocalDate, type Rate } from '#domain';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

const COLUMNS = `key, scope, valid_from AS "from", valid_to AS "to", value, status, source, note`;

export type Asked = Pick<EntityManager | DataSource | QueryRunner, 'query'>;

export async function readRatesOn(asked: Asked, on: LocalDate): Promise<RateTable> {
  const rows = (await asked.query(
    `SELECT ${COLUMNS} FROM rates WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
     ORDER BY key, scope`,
    [on],
  )) as Rate[];
  return new RateTable(on, rows);
}

export async function readAllRates(asked: Asked): Promise<Rate[]> {
  return (await asked.query(`SELECT ${COLUMNS} FROM rates ORDER BY key, scope, valid_from`)) as Rate[];
}

/** Rows as one parameter: `jsonb_to_recordset($1) AS row (…)` with `ROW_TYPE`. */
export const asParameter = (rates: readonly Rate[]): string =>
  JSON.stringify(
    rates.map(({ key, scope, from, to, value, status, source, note }) => ({
      key,
      scope,
      valid_from: from,
      valid_to: to,
      value,
      status,
      source,
      note,
    })),
  );

export const ROW_TYPE =
  'key text, scope text, valid_from date, valid_to date, value jsonb, status text, source text, note text';

/** A value that nobody knows is JSON's null, not the absence of a value. */
export const ROW_VALUES = `key, scope, valid_from, valid_to, coalesce(value, 'null'::jsonb), status, source, note`;
