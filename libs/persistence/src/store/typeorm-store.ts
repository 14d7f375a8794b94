import type { Entity } from '#domain';
import type { Criteria, Listing, Store } from '#use-cases';
import type { EntityManager, EntityMetadata, EntitySchema } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { afterRow } from './after-row.js';
import { conditionsOf, findsNothing, type Conditions } from './criteria.js';
import { isId } from './is-id.js';
import { columnsOf, hydrated, ordered } from './selection.js';

/** PostgreSQL counts the parameters of a statement in 16 bits. */
const PARAMETER_LIMIT = 65_535;

export class TypeormStore<T extends Entity> implements Store<T> {
  private known: EntityMetadata | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly municipalityId: string,
    private readonly schema: EntitySchema<T>,
  ) {}

  /** Looked up when it is needed: a transaction has a store for every kind of row, and uses few of them. */
  private get metadata(): EntityMetadata {
    return (this.known ??= this.manager.dataSource.getMetadata(this.schema));
  }

  find(id: string): Promise<T | undefined> {
    return this.one(id, false);
  }

  lock(id: string): Promise<T | undefined> {
    return this.one(id, true);
  }

  insert(row: T): Promise<void> {
    return this.insertMany([row]);
  }

  async insertMany(rows: T[]): Promise<void> {
    const atOnce = Math.floor(PARAMETER_LIMIT / this.metadata.columns.length);
    for (let from = 0; from < rows.length; from += atOnce) {
      await this.manager
        .createQueryBuilder()
        .insert()
        .into(this.schema)
        .values(rows.slice(from, from + atOnce) as QueryDeepPartialEntity<T>[])
        .updateEntity(false)
        .execute();
    }
  }

  async update(row: T): Promise<void> {
    const columns = this.metadata.columns.filter((column) => !column.isPrimary);
    const values: Partial<T> = {};
    for (const { propertyName } of columns) values[propertyName as keyof T] = row[propertyName as keyof T];
    const { sql, parameters } = this.conditions(byId<T>(row.id));
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(this.schema)
      .set(values as QueryDeepPartialEntity<T>)
      .where(sql, parameters)
      .execute();
    if (affected !== 1) throw new Error(`${this.metadata.tableName} has no row ${row.id}`);
  }

  async list(where: Criteria<T> = {}, listing: Listing<T> = {}): Promise<T[]> {
    if (findsNothing(where)) return [];
    if (listing.lock && listing.order && listing.order.length > 0) return this.lockChosen(where, listing);
    return this.read(where, listing);
  }

  async first(where: Criteria<T>, listing: Omit<Listing<T>, 'limit'> = {}): Promise<T | undefined> {
    const [row] = await this.list(where, { ...listing, limit: 1 });
    return row;
  }

  async count(where: Criteria<T>): Promise<number> {
    if (findsNothing(where)) return 0;
    const [row] = await this.ask<{ count: number }>('count(*)::int AS "count"', [this.conditions(where)]);
    return row!.count;
  }

  async remove(where: Criteria<T>): Promise<number> {
    const { sql, parameters } = this.conditions(where);
    const { affected } = await this.manager
      .createQueryBuilder()
      .delete()
      .from(this.schema)
      .where(sql, parameters)
      .execute();
    return affected ?? 0;
  }

  /**
   * Locks are taken in the order of the ids whatever order the rows are wanted in, so that two who want the
   * same rows wait for each other instead of dead locking. What changed while waiting drops out.
   */
  private async lockChosen(where: Criteria<T>, { lock: _, ...listing }: Listing<T>): Promise<T[]> {
    const chosen = (await this.read(where, listing)).map(({ id }) => id);
    const locked = await this.list({ ...where, id: { in: chosen } }, { lock: true });
    const place = new Map(chosen.map((id, at) => [id, at]));
    return locked.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
  }

  private async one(id: string, lock: boolean): Promise<T | undefined> {
    if (!isId(id)) return undefined;
    return this.first(byId<T>(id), { lock });
  }

  /** TypeORM's query builder costs more than a small query itself. */
  private async read(where: Criteria<T>, { order = [], limit, beyond, lock }: Listing<T>): Promise<T[]> {
    const conditions = [this.conditions(where)];
    if (beyond) conditions.push(afterRow(this.metadata, beyond, order));
    const rows = await this.ask<Record<string, unknown>>(
      columnsOf(this.metadata),
      conditions,
      `ORDER BY ${ordered(this.metadata, order)}`,
      limit === undefined ? '' : `LIMIT ${Math.trunc(limit)}`,
      lock ? 'FOR UPDATE' : '',
    );
    return hydrated(this.metadata, rows);
  }

  private ask<R>(wanted: string, conditions: readonly Conditions[], ...more: string[]): Promise<R[]> {
    const { tableName, dataSource } = this.metadata;
    const where = conditions.map(({ sql }) => sql).join(' AND ');
    const statement = `SELECT ${wanted} FROM "${tableName}" AS "row" WHERE ${where} ${more.join(' ')}`;
    const parameters = conditions.reduce((all, one) => ({ ...all, ...one.parameters }), {});
    return this.manager.query<R[]>(...dataSource.driver.escapeQueryWithParameters(statement, parameters));
  }

  private conditions(where: Criteria<T>): Conditions {
    return conditionsOf(this.metadata, this.municipalityId, where);
  }
}

const byId = <T extends Entity>(id: string): Criteria<T> => ({ id }) as Criteria<T>;
