import { parts, type PartId } from '#matching';

export interface PartSql {
  id: PartId;
  sql: string;
}

/** The parts in the order of their table. A part that has no SQL yet stops the benchmark: its figures would be wrong. */
export function inOrderOfParts(sqlOf: Readonly<Record<string, string>>): PartSql[] {
  return parts.map(({ id }) => {
    const sql = sqlOf[id];
    if (sql === undefined)
      throw new Error(`part ${id} of the table has no SQL: give it some in test/bench/matching/sql`);
    return { id, sql };
  });
}
