import type { Entity } from '#domain';
import type { Criteria, Order, Store } from '../ports/index.js';

export interface PageRequest {
  /** Id of the last row that was seen; ids sort by the time they were made. */
  after?: string;
  limit: number;
}

export interface Page<T> {
  items: T[];
  /** Id to go on from; null at the end. */
  next: string | null;
}

/** One page of rows that are all at hand, in their order. Goes on after the row that was seen; one that is gone begins again. */
export function pageWithin<T>(
  rows: readonly T[],
  { after, limit }: PageRequest,
  idOf: (row: T) => string,
): Page<T> {
  const from = after === undefined ? 0 : rows.findIndex((row) => idOf(row) === after) + 1;
  const items = rows.slice(from, from + limit);
  return { items, next: rows.length > from + limit ? idOf(items.at(-1)!) : null };
}

/** One page of a list in the order the rows were made. */
export async function pageOf<T extends Entity>(
  store: Store<T>,
  where: Criteria<T>,
  { after, limit }: PageRequest,
): Promise<Page<T>> {
  const criteria = after === undefined ? where : ({ ...where, id: { after } } as Criteria<T>);
  const rows = await store.list(criteria, { order: [{ by: 'id' }], limit: limit + 1 });
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * One page of a list in an order of its own, as by name or by deadline. Goes on after the row whose id it is given,
 * as that row stands now; a row that is gone begins the list again.
 */
export async function sortedPageOf<T extends Entity>(
  store: Store<T>,
  where: Criteria<T>,
  { after, limit }: PageRequest,
  order: Order<T>,
): Promise<Page<T>> {
  const last = after === undefined ? undefined : await store.find(after);
  const rows = await store.list(where, { order: [order], limit: limit + 1, ...(last && { beyond: last }) });
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
