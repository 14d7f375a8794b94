import type { Page, PageRequest } from '#use-cases';
import { fromCursor, toCursor } from './cursor.js';
import { EXAMPLE_ID, int, listOf, text, type Class } from './fields/index.js';

/** The query of every list; lists with filters extend it. */
export class PageQuery {
  @int({
    min: 1,
    max: 500,
    example: 50,
    optional: true,
    description: 'Højst så mange på en side; 50, når intet er sagt.',
  })
  limit: number = 50;
  @text({
    max: 100,
    example: toCursor(EXAMPLE_ID),
    optional: true,
    description: '`nextCursor` fra forrige side.',
  })
  cursor?: string;
}

export interface PageResponse<T> {
  items: T[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** What the records of `#use-cases` take: `this.companies.list(pageRequest(query), actor)`. */
export const pageRequest = ({ limit, cursor }: PageQuery): PageRequest =>
  cursor === undefined ? { limit } : { limit, after: fromCursor(cursor) };

/** What they give back, shown row by row. */
export const toPage = <R, T>({ items, next }: Page<R>, show: (row: R) => T): PageResponse<T> => ({
  items: items.map(show),
  nextCursor: next === null ? null : toCursor(next),
});

/** The same when a rule in code has chosen among all rows: takes them in any order. */
export function pageOfAll<R extends { id: string }, T>(
  rows: readonly R[],
  query: PageQuery,
  show: (row: R) => T,
): PageResponse<T> {
  const { after = '', limit } = pageRequest(query);
  const rest = rows.filter((row) => row.id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  const items = rest.slice(0, limit);
  return toPage({ items, next: rest.length > limit ? items.at(-1)!.id : null }, show);
}

/** The class of a page of answers, for the document: `@Operation({ answer: Paged(CompanyResponse), ... })`. */
export const Paged = rememberedPerItem('Page', (item, prototype) => {
  listOf(item, { max: 500 })(prototype, 'items');
  text({ example: toCursor(EXAMPLE_ID), nullable: true, description: 'Null på den sidste side.' })(
    prototype,
    'nextCursor',
  );
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
