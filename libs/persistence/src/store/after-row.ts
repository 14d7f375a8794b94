import type { Entity } from '#domain';
import type { Order } from '#use-cases';
import type { EntityMetadata } from 'typeorm';
import type { Conditions } from './criteria.js';

/**
 * What stands after a row in an order that ends with the id: the first columns alike, and the next one beyond.
 * @throws Error where the row has no value in such a column: SQL does not say what comes after nothing.
 */
export function afterRow<T extends Entity>(metadata: EntityMetadata, row: T, order: Order<T>[]): Conditions {
  const parameters: Record<string, unknown> = {};
  const columns: Order<T>[] = [...order, { by: 'id' }];
  const alike: string[] = [];
  const ways = columns.map(({ by, direction }, place) => {
    const column = metadata.findColumnWithPropertyName(by);
    const value = row[by];
    if (!column) throw new Error(`${metadata.tableName} has no ${by}`);
    if (value === null) throw new Error(`${metadata.tableName}.${by} of row ${row.id} has no value`);
    parameters[`beyond${place}`] = metadata.dataSource.driver.preparePersistentValue(value, column);
    const name = `"row"."${column.databaseName}"`;
    const way = [...alike, `${name} ${direction === 'desc' ? '<' : '>'} :beyond${place}`].join(' AND ');
    alike.push(`${name} = :beyond${place}`);
    return `(${way})`;
  });
  return { sql: `(${ways.join(' OR ')})`, parameters };
}
