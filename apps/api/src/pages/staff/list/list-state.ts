import type { PageRequest } from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';

/** What one can choose in a list; the order here is the order on the page. */
export interface ListChoices {
  /** `/kommune/job`. */
  path: string;
  /** Ready-made choices, code to label; the first is what one gets without asking. */
  views: Readonly<Record<string, string>>;
  filters: readonly ListFilter[];
  /** Code to label; the first is what one gets without asking. Empty: there is one order. */
  sorts: Readonly<Record<string, string>>;
}

export type ListFilter = { name: string; label: string } & (
  { options: readonly { value: string; label: string }[] } | { type: 'date' | 'text' }
);

/** What was chosen: all of it stands in the address, so a bookmark is a saved search. */
export interface ListState {
  view: string;
  sort: string;
  /** Those that were filled in; of a select only what it offers. */
  filters: Readonly<Record<string, string>>;
  /** The row after which the page goes on. */
  after?: string;
}

const MOST_LETTERS = 100;
const ROWS_ON_A_PAGE = 50;

/**
 * Reads the query of an address. What it does not know is left out: an old bookmark shows the list, and no fault.
 * Names of citizens do not belong here (they would stand in the history of a browser): that is what /kommune/soeg is for.
 */
export function listState(choices: ListChoices, query: Readonly<Record<string, unknown>>): ListState {
  const textOf = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, MOST_LETTERS) : '';
  };
  const oneOf = (name: string, known: Readonly<Record<string, string>>): string =>
    Object.hasOwn(known, textOf(name)) ? textOf(name) : (Object.keys(known)[0] ?? '');
  const filters = choices.filters
    .map((filter): [string, string] => [filter.name, usable(filter, textOf(filter.name))])
    .filter(([, value]) => value !== '');
  const after = textOf('efter');
  return {
    view: oneOf('vis', choices.views),
    sort: oneOf('sorter', choices.sorts),
    filters: Object.fromEntries(filters),
    ...(isUuid.test(after) && { after }),
  };
}

function usable(filter: ListFilter, value: string): string {
  if ('options' in filter) return filter.options.some((option) => option.value === value) ? value : '';
  if (filter.type === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value) ? value : '';
  return value;
}

const isDay = (value: string): boolean => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

/** What a use case is asked for: the page that the address tells. */
export const listPage = ({ after }: ListState): PageRequest => ({
  limit: ROWS_ON_A_PAGE,
  ...(after !== undefined && { after }),
});

/** The address of a list with these choices; what is as without asking is left out. */
export function listAddress(
  { path, views, sorts }: ListChoices,
  { view, sort, filters, after }: ListState,
): string {
  const query = new URLSearchParams();
  if (view !== Object.keys(views)[0] && view !== '') query.set('vis', view);
  for (const [name, value] of Object.entries(filters)) query.set(name, value);
  if (sort !== Object.keys(sorts)[0] && sort !== '') query.set('sorter', sort);
  if (after !== undefined) query.set('efter', after);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
