import { Temporal, type Entity } from '#domain';

/** Conditions on one field: equal to a value, or one of these. All fields given must hold. */
export type Condition<V> =
  | V
  | { in: readonly V[] }
  | { notIn: readonly V[] }
  | { from?: V; to?: V }
  | { after?: V; before?: V }
  | { isNull: boolean }
  | (V extends string | null ? { contains: string } : never);

export type Criteria<T> = { [K in keyof T]?: Condition<T[K]> };

export interface Order<T> {
  by: keyof T & string;
  direction?: 'asc' | 'desc';
}

export interface Listing<T> {
  order?: Order<T>[];
  limit?: number;
  /** Only rows that stand after this one in `order`; what it is ordered by must have a value in every row. */
  beyond?: T;
  /** Lock the rows until the transaction ends, in the order of their ids. */
  lock?: boolean;
}

/**
 * The rows of one kind within one municipality and one transaction. The same specification runs against the
 * in-memory fake and PostgreSQL (test/contracts).
 */
export interface Store<T extends Entity> {
  find(id: string): Promise<T | undefined>;
  /** Reads and locks the row until the transaction ends: take it before every decision. */
  lock(id: string): Promise<T | undefined>;
  insert(row: T): Promise<void>;
  insertMany(rows: T[]): Promise<void>;
  /** Writes all columns of a row that exists. @throws when it does not. */
  update(row: T): Promise<void>;
  list(where?: Criteria<T>, listing?: Listing<T>): Promise<T[]>;
  first(where: Criteria<T>, listing?: Omit<Listing<T>, 'limit'>): Promise<T | undefined>;
  count(where: Criteria<T>): Promise<number>;
  remove(where: Criteria<T>): Promise<number>;
}

type Operators<V> = {
  in?: readonly V[];
  notIn?: readonly V[];
  from?: V;
  to?: V;
  after?: V;
  before?: V;
  isNull?: boolean;
  /** Of a text, whatever its case: part of a name, as somebody types it. */
  contains?: string;
};

/** Tells a condition with operators from a plain value (instants are objects too). */
export function operatorsOf<V>(condition: Condition<V>): Operators<V> | undefined {
  const plain =
    typeof condition === 'object' && condition !== null && !(condition instanceof Temporal.Instant);
  return plain ? condition : undefined;
}
