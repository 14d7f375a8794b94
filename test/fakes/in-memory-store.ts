import { DomainError, type Entity } from '#domain';
import type { Criteria, Listing, Store } from '#use-cases';
import { compareValues } from './compare-values.js';
import type { Constraint } from './constraints.js';
import { matchesCriteria } from './matches-criteria.js';
import { storedRow } from './stored-row.js';

export interface InMemoryTable<T extends Entity> {
  name: string;
  rows: Map<string, T>;
  constraints: readonly Constraint<T>[];
  /** A history: rows are added and never changed. */
  appendOnly: boolean;
}

/**
 * The twin of the PostgreSQL store. Transactions run one after the other here, so locks have nothing to do.
 * Foreign keys are not kept: a test writes only the rows it is about.
 */
export class InMemoryStore<T extends Entity> implements Store<T> {
  constructor(
    private readonly table: InMemoryTable<T>,
    private readonly municipalityId: string,
  ) {}

  async find(id: string): Promise<T | undefined> {
    const row = this.table.rows.get(id);
    return row && storedRow(row);
  }

  lock(id: string): Promise<T | undefined> {
    return this.find(id);
  }

  async insert(row: T): Promise<void> {
    if (this.table.rows.has(row.id)) throw new Error(`${this.table.name} has a row ${row.id}`);
    this.write(row);
  }

  async insertMany(rows: T[]): Promise<void> {
    for (const row of rows) await this.insert(row);
  }

  async update(row: T): Promise<void> {
    this.refuseIfAppendOnly();
    if (!this.table.rows.has(row.id)) throw new Error(`${this.table.name} has no row ${row.id}`);
    this.write(row);
  }

  async list(where: Criteria<T> = {}, { order = [], limit, beyond }: Listing<T> = {}): Promise<T[]> {
    const compare = (a: T, b: T): number => {
      for (const { by, direction } of order) {
        const compared = compareValues(a[by], b[by]);
        if (compared !== 0) return direction === 'desc' ? -compared : compared;
      }
      return compareValues(a.id, b.id);
    };
    const empty = beyond && order.find(({ by }) => beyond[by] === null);
    if (empty) throw new Error(`${this.table.name}.${empty.by} of row ${beyond.id} has no value`);
    return [...this.table.rows.values()]
      .filter((row) => matchesCriteria(row, where) && (!beyond || compare(row, beyond) > 0))
      .sort(compare)
      .slice(0, limit)
      .map(storedRow);
  }

  async first(where: Criteria<T>, listing: Omit<Listing<T>, 'limit'> = {}): Promise<T | undefined> {
    const [row] = await this.list(where, { ...listing, limit: 1 });
    return row;
  }

  async count(where: Criteria<T>): Promise<number> {
    return (await this.list(where)).length;
  }

  async remove(where: Criteria<T>): Promise<number> {
    this.refuseIfAppendOnly();
    const found = await this.list(where);
    for (const { id } of found) this.table.rows.delete(id);
    return found.length;
  }

  private write(row: T): void {
    if (row.municipalityId !== this.municipalityId) {
      throw new Error(`${this.table.name}: a row of another municipality`);
    }
    const stored = storedRow(row);
    const others = [...this.table.rows.values()].filter(({ id }) => id !== row.id);
    for (const { name, code, broken } of this.table.constraints) {
      if (broken(stored, others)) throw code ? new DomainError(code) : new Error(`${name} is broken`);
    }
    this.table.rows.set(row.id, stored);
  }

  private refuseIfAppendOnly(): void {
    if (this.table.appendOnly) throw new Error(`${this.table.name} is append only`);
  }
}
