import type { Entity } from '#domain';
import type { Order } from '#use-cases';
import type { EntityManager, EntityMetadata } from 'typeorm';
import type { TypedConditions } from './criteria.js';
import { columnsOf, hydrated, ordered } from './selection.js';

/** What several lists have in common: everything but the values that are looked for. */
export interface ListForm<T> {
  order: readonly Order<T>[];
  limit: number | undefined;
}

/**
 * Answers several lists with one statement: the values of each are a row of their own, joined to what they find.
 * @param lists conditions of the same SQL, at least one
 */
export async function readMany<T extends Entity>(
  manager: EntityManager,
  metadata: EntityMetadata,
  lists: readonly TypedConditions[],
  { order, limit }: ListForm<T>,
): Promise<T[][]> {
  const { sql, types } = lists[0]!;
  const parameters = Object.entries(types).map(([name, type]) => `"${name}" ${type}`);
  const inner = metadata.columns.map(({ databaseName }) => `"row"."${databaseName}"`).join(', ');
  const orderBy = ordered(metadata, order);
  const rows = await manager.query<(Record<string, unknown> & { list: number })[]>(
    `SELECT "asked"."list" AS "list", ${columnsOf(metadata)}
     FROM jsonb_to_recordset($1::jsonb) AS "asked" ("list" integer, ${parameters.join(', ')})
     CROSS JOIN LATERAL (
       SELECT ${inner} FROM "${metadata.tableName}" AS "row"
       WHERE ${sql.replace(/:(criterion\d+)/g, '"asked"."$1"')}
       ORDER BY ${orderBy} ${limit === undefined ? '' : `LIMIT ${Math.trunc(limit)}`}
     ) AS "row"
     ORDER BY "asked"."list", ${orderBy}`,
    [JSON.stringify(lists.map(({ parameters: values }, list) => ({ list, ...values })))],
  );
  const found: Record<string, unknown>[][] = lists.map(() => []);
  for (const { list, ...row } of rows) found[list]!.push(row);
  return found.map((some) => hydrated<T>(metadata, some));
}

export async function insertMany<T extends Entity>(
  manager: EntityManager,
  metadata: EntityMetadata,
  rows: readonly T[],
): Promise<void> {
  const columns = metadata.columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  await manager.query(
    `INSERT INTO "${metadata.tableName}" (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${metadata.tableName}", $1::jsonb)`,
    [JSON.stringify(rows.map((row) => stored(metadata, row)))],
  );
}

/**
 * Writes all columns of rows that exist, each at most once.
 * @throws Error when one does not
 */
export async function updateMany<T extends Entity>(
  manager: EntityManager,
  metadata: EntityMetadata,
  municipalityId: string,
  rows: readonly T[],
): Promise<void> {
  const { tableName, columns } = metadata;
  const set = columns
    .filter(({ isPrimary }) => !isPrimary)
    .map(({ databaseName }) => `"${databaseName}" = "new"."${databaseName}"`);
  const [, affected] = await manager.query<[unknown, number]>(
    `UPDATE "${tableName}" AS "row" SET ${set.join(', ')}
     FROM jsonb_populate_recordset(NULL::"${tableName}", $1::jsonb) AS "new"
     WHERE "row"."id" = "new"."id" AND "row"."municipality_id" = $2`,
    [JSON.stringify(rows.map((row) => stored(metadata, row))), municipalityId],
  );
  if (affected !== rows.length) throw new Error(`${tableName} has ${affected} of ${rows.length} rows`);
}

/** A row under the names of its columns. A value that is missing would become nothing instead of the column's default. */
function stored<T extends Entity>({ tableName, columns }: EntityMetadata, row: T): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ databaseName, propertyName, transformer }) => {
      const value: unknown = row[propertyName as keyof T];
      if (value === undefined) throw new Error(`${tableName}.${propertyName} has no value`);
      return [databaseName, transformer && !Array.isArray(transformer) ? transformer.to(value) : value];
    }),
  );
}
