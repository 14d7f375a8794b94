import type { Order } from '#use-cases';
import type { EntityMetadata } from 'typeorm';

const columnLists = new WeakMap<EntityMetadata, string>();

/** Every column of `"row"` under the name of its property. */
export function columnsOf(metadata: EntityMetadata): string {
  const known = columnLists.get(metadata);
  if (known !== undefined) return known;
  const list = metadata.columns
    .map(({ databaseName, propertyName }) => `"row"."${databaseName}" AS "${propertyName}"`)
    .join(', ');
  columnLists.set(metadata, list);
  return list;
}

/** Ends with the id, so that the order of rows is never left to chance. */
export function ordered<T>(metadata: EntityMetadata, order: readonly Order<T>[]): string {
  const columns: { by: string; direction?: 'asc' | 'desc' }[] = [...order];
  if (!columns.some(({ by }) => by === 'id')) columns.push({ by: 'id' });
  return columns
    .map(({ by, direction }) => `${columnOf(metadata, by)} ${direction === 'desc' ? 'DESC' : 'ASC'}`)
    .join(', ');
}

function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new Error(`${metadata.tableName} has no ${property}`);
  return `"row"."${column.databaseName}"`;
}

/**
 * Rows as the domain knows them, in place. Only instants differ between the driver and the domain. TypeORM's own hydration
 * would look at every value of every row, which doubles the time that 10,000 citizens take.
 */
export function hydrated<T>(metadata: EntityMetadata, rows: Record<string, unknown>[]): T[] {
  const converted = metadata.columns.filter(({ transformer }) => transformer);
  const { driver } = metadata.dataSource;
  for (const row of rows) {
    for (const column of converted)
      row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column);
  }
  return rows as T[];
}
