import type { Entity } from '#domain';
import type { Criteria, Listing, Store } from '#use-cases';
import type { EntityManager, EntityMetadata, EntitySchema } from 'typeorm';
import { conditionsOf, findsNothing, type TypedConditions } from '../store/criteria.js';
import { isId } from '../store/is-id.js';
import { insertMany, readMany, updateMany } from '../store/many-at-once.js';
import { TypeormStore } from '../store/typeorm-store.js';
import { eachOnce } from './each-once.js';
import type { Rounds } from './rounds.js';
import type { Member, RowOwners } from './row-owners.js';

/** A piece of work, and what it shares with the others of its transaction. */
export interface Side {
  rounds: Rounds;
  owners: RowOwners;
  member: Member;
}

/** Reads and writes rows in rounds. What is rare, counting and removing, goes its own way. */
export class RoundsStore<T extends Entity> implements Store<T> {
  private readonly alone: TypeormStore<T>;
  private known: EntityMetadata | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly municipalityId: string,
    private readonly schema: EntitySchema<T>,
    private readonly side: Side,
  ) {
    this.alone = new TypeormStore(manager, municipalityId, schema);
  }

  private get metadata(): EntityMetadata {
    return (this.known ??= this.manager.dataSource.getMetadata(this.schema));
  }

  private get table(): string {
    return this.metadata.tableName;
  }

  async find(id: string): Promise<T | undefined> {
    if (!isId(id)) return undefined;
    return this.side.rounds.ask(`find ${this.table}`, id, (ids) => this.byId(ids, false));
  }

  async lock(id: string): Promise<T | undefined> {
    if (!isId(id)) return undefined;
    const read = (): Promise<T | undefined> =>
      this.side.rounds.ask(`lock ${this.table}`, id, (ids) => this.byId(ids, true));
    const [row] = await this.lockRows(async () => onlyThose(await read()));
    return row;
  }

  insert(row: T): Promise<void> {
    return this.insertMany([row]);
  }

  async insertMany(rows: T[]): Promise<void> {
    await this.side.rounds.ask(`insert ${this.table}`, rows, async (all) => {
      await insertMany(this.manager, this.metadata, all.flat());
      return all;
    });
  }

  /** Two of one row are two statements, in the order in which they were asked for. */
  async update(row: T): Promise<void> {
    await this.side.rounds.ask(`update ${this.table}`, row, async (rows) => {
      await Promise.all(
        eachOnce(rows, ({ id }) => id).map((some) =>
          updateMany(this.manager, this.metadata, this.municipalityId, some),
        ),
      );
      return rows;
    });
  }

  async list(where: Criteria<T> = {}, listing: Listing<T> = {}): Promise<T[]> {
    if (findsNothing(where)) return [];
    if (listing.lock) return this.lockRows(() => this.alone.list(where, listing));
    if (listing.beyond) return this.alone.list(where, listing);
    const { order = [], limit } = listing;
    const conditions = conditionsOf(this.metadata, this.municipalityId, where);
    const form = ['list', this.table, conditions.sql, JSON.stringify(order), limit].join(' ');
    return this.side.rounds.ask(form, conditions, (lists) => this.lists(lists, where, listing));
  }

  async first(where: Criteria<T>, listing: Omit<Listing<T>, 'limit'> = {}): Promise<T | undefined> {
    const [row] = await this.list(where, { ...listing, limit: 1 });
    return row;
  }

  count(where: Criteria<T>): Promise<number> {
    return this.alone.count(where);
  }

  remove(where: Criteria<T>): Promise<number> {
    return this.alone.remove(where);
  }

  private lockRows(read: () => Promise<T[]>): Promise<T[]> {
    const { owners, member } = this.side;
    return owners.lock(member, this.table, read);
  }

  /** Each who asks gets rows of its own, as from a database. */
  private async byId(ids: string[], lock: boolean): Promise<(T | undefined)[]> {
    const rows = await this.alone.list({ id: { in: [...new Set(ids)] } } as unknown as Criteria<T>, { lock });
    const known = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = known.get(id);
      return row && { ...row };
    });
  }

  /** Alike to the last value, they are one list; else each is one of several. */
  private async lists(
    lists: TypedConditions[],
    where: Criteria<T>,
    { order = [], limit }: Listing<T>,
  ): Promise<T[][]> {
    const texts = lists.map(({ parameters }) => JSON.stringify(parameters));
    const places = new Map([...new Set(texts)].map((text, place) => [text, place]));
    const different = [...places.keys()].map((text) => lists[texts.indexOf(text)]!);
    const found =
      different.length === 1
        ? [await this.alone.list(where, { order, ...(limit !== undefined && { limit }) })]
        : await readMany<T>(this.manager, this.metadata, different, { order, limit });
    return texts.map((text) => found[places.get(text)!]!.map((row) => ({ ...row })));
  }
}

const onlyThose = <R>(row: R | undefined): R[] => (row === undefined ? [] : [row]);
