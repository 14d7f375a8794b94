import { Temporal, type Entity } from '#domain';

/**
 * A row as it comes back from the database: instants in whole milliseconds, documents as JSON makes them. A
 * field that is undefined has no place in a table and is refused, so that a test notices it first.
 */
export function storedRow<T extends Entity>(row: T): T {
  const stored = Object.entries(row).map(([field, value]: [string, unknown]) => {
    if (value === undefined) throw new Error(`${field} is undefined; a column that has no value is null`);
    return [field, storedValue(value)] as const;
  });
  return Object.fromEntries(stored) as unknown as T;
}

export function storedValue(value: unknown): unknown {
  if (value instanceof Temporal.Instant)
    return Temporal.Instant.fromEpochMilliseconds(value.epochMilliseconds);
  return typeof value === 'object' && value !== null ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
}
