import { listOf, int, text, type Class } from './fields/index.js';
import { fromCursor, toCursor } from './cursor.js';
import { EXAMPLE_ID } from './fields/index.js';

/** The query of every list; lists with filters extend it. */
export class PageQuery {
  @int({ min: 1, max: 500, example: 50, optional: true, description: 'Højst så mange på en side; 50, når intet er sagt.' })
  limit: number = 50;
  @text({ max: 100, example: toCursor(EXAMPLE_ID), optional: true, description: '`nextCursor` fra forrige side.' })
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  /** Null on the last page. */
  nextCursor: string | null;
}

interface Identified {
  id: string;
}

/**
 * What a store is asked for one page: `unit.companies.list({ ...where, cvr }, listing)`. It reads one row more
 * than the page holds, to see whether there is a next one.
 */
export function pageOf({ limit, cursor }: PageQuery) {
  return {
    where: cursor === undefined ? {} : { id: { after: fromCursor(cursor) } },
    listing: { order: [{ by: 'id' as const }], limit: limit + 1 },
  };
}

/** Cuts rows that were read with `pageOf` down to the page, and shows each. */
export function toPage<R extends Identified, T>(rows: R[], { limit }: PageQuery, show: (row: R) => T): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), nextCursor: rows.length > limit && last ? toCursor(last.id) : null };
}

/** The same when a rule in code has chosen among all rows: takes them in any order. */
export function pageOfAll<R extends Identified, T>(rows: R[], query: PageQuery, show: (row: R) => T): Page<T> {
  const after = query.cursor === undefined ? '' : fromCursor(query.cursor);
  const rest = rows.filter((row) => row.id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  return toPage(rest, query, show);
}

/** The class of a page of answers, for the document: `@Operation({ answer: Paged(CompanyResponse), ... })`. */
export const Paged = rememberedPerItem('Page', (item, prototype) => {
  listOf(item, { max: 500 })(prototype, 'items');
  text({ example: toCursor(EXAMPLE_ID), nullable: true, description: 'Null på den sidste side.' })(prototype, 'nextCursor');
});

/** The class of a list that is never cut into pages, `{items}`. */
export const Listed = rememberedPerItem('List', (item, prototype) => {
  listOf(item)(prototype, 'items');
});

/** One class per item class, however often it is asked for: the document knows classes by their name. */
function rememberedPerItem(suffix: string, addFields: (item: Class, prototype: object) => void) {
  const made = new Map<Class, Class>();
  return (item: Class): Class => {
    const known = made.get(item);
    if (known) return known;
    const type = { [item.name + suffix]: class {} }[item.name + suffix]!;
    addFields(item, type.prototype);
    made.set(item, type);
    return type;
  };
}
