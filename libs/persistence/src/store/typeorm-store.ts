import type { Entity } from '#domain';
import type { Criteria, Listing, Order, Store } from '#use-cases';
import type { EntityManager, EntityMetadata, EntitySchema, SelectQueryBuilder } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { afterRow } from './after-row.js';
import { conditionsOf, findsNothing, type Conditions } from './criteria.js';

/** PostgreSQL counts the parameters of a statement in 16 bits. */
const PARAMETER_LIMIT = 65_535;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export class TypeormStore<T extends Entity> implements Store<T> {
  private readonly metadata: EntityMetadata;

  constructor(
    private readonly manager: EntityManager,
    private readonly municipalityId: string,
    private readonly schema: EntitySchema<T>,
  ) {
    this.metadata = manager.dataSource.getMetadata(schema);
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

  async list(
    where: Criteria<T> = {},
    { order = [], limit, beyond, lock = false }: Listing<T> = {},
  ): Promise<T[]> {
    if (findsNothing(where)) return [];
    if (lock && order.length > 0) return this.lockChosen(where, order, limit);
    const query = this.ordered(this.rows(where), order);
    if (beyond) this.goOnAfter(query, beyond, order);
    if (limit !== undefined) query.limit(limit);
    if (lock) query.setLock('pessimistic_write');
    return this.read(query);
  }

  async first(where: Criteria<T>, listing: Omit<Listing<T>, 'limit'> = {}): Promise<T | undefined> {
    const [row] = await this.list(where, { ...listing, limit: 1 });
    return row;
  }

  async count(where: Criteria<T>): Promise<number> {
    return findsNothing(where) ? 0 : this.rows(where).getCount();
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
  private async lockChosen(where: Criteria<T>, order: Order<T>[], limit?: number): Promise<T[]> {
    const choice = this.ordered(this.rows(where).select('"row".id', 'id'), order);
    if (limit !== undefined) choice.limit(limit);
    const chosen = (await choice.getRawMany<{ id: string }>()).map(({ id }) => id);
    const locked = await this.list({ ...where, id: { in: chosen } }, { lock: true });
    const place = new Map(chosen.map((id, at) => [id, at]));
    return locked.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
  }

  private async one(id: string, lock: boolean): Promise<T | undefined> {
    // An id that is none belongs to no row; PostgreSQL would call it an error and end the transaction.
    if (!UUID.test(id)) return undefined;
    return this.first(byId<T>(id), { lock });
  }

  /**
   * Only instants differ between the driver and the domain. TypeORM's own hydration would look at every value
   * of every row, which doubles the time that 10,000 citizens take.
   */
  private async read(query: SelectQueryBuilder<T>): Promise<T[]> {
    query.select([]);
    for (const { databaseName, propertyName } of this.metadata.columns) {
      query.addSelect(`"row"."${databaseName}"`, propertyName);
    }
    const rows = await query.getRawMany<Record<string, unknown>>();
    const converted = this.metadata.columns.filter(({ transformer }) => transformer);
    const { driver } = this.metadata.dataSource;
    for (const row of rows) {
      for (const column of converted) {
        row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column);
      }
    }
    return rows as unknown as T[];
  }

  private rows(where: Criteria<T>): SelectQueryBuilder<T> {
    const { sql, parameters } = this.conditions(where);
    return this.manager.createQueryBuilder(this.schema, 'row').where(sql, parameters);
  }

  /** Ends with the id, so that the order of rows is never left to chance. */
  private ordered(query: SelectQueryBuilder<T>, order: Order<T>[]): SelectQueryBuilder<T> {
    for (const { by, direction } of order)
      query.addOrderBy(`row.${by}`, direction === 'desc' ? 'DESC' : 'ASC');
    // Asked for by id already, the other way round perhaps: naming it again would turn it.
    return order.some(({ by }) => by === 'id') ? query : query.addOrderBy('row.id', 'ASC');
  }

  private goOnAfter(query: SelectQueryBuilder<T>, beyond: T, order: Order<T>[]): void {
    const { sql, parameters } = afterRow(this.metadata, beyond, order);
    query.andWhere(sql, parameters);
  }

  private conditions(where: Criteria<T>): Conditions {
    return conditionsOf(this.metadata, this.municipalityId, where);
  }
}

const byId = <T extends Entity>(id: string): Criteria<T> => ({ id }) as Criteria<T>;
