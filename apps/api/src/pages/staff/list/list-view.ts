import { FormView, type ChoiceView, type InputView } from '../../frame/form/index.js';
import { listWords } from '../../words/desk-list.js';
import { listAddress, type ListChoices, type ListFilter, type ListState } from './list-state.js';

/** templates/partials/page-desk-list.hbs */
export interface ListView {
  viewsLabel: string;
  views: { href: string; label: string; count: string; current: boolean }[];
  /** Null: there is nothing to choose. */
  filter: {
    summary: string;
    open: boolean;
    path: string;
    /** What is kept when one chooses: the view. */
    hidden: { name: string; value: string }[];
    fields: { input: InputView | null; select: ChoiceView | null }[];
    show: string;
    clear: { href: string; label: string } | null;
  } | null;
  caption: string;
  columns: string[];
  rows: ListRow[];
  more: { href: string; label: string } | null;
  first: { href: string; label: string } | null;
  empty: string;
}

export interface ListRow {
  id: string;
  cells: ListCell[];
}

export interface ListCell {
  /** The column's heading: stands before the value where the table has become cards. */
  label: string;
  text: string;
  /** Where the row leads; on the first cell. */
  href: string;
  /** A quiet line under it; empty for none. */
  under: string;
  /** A word in a frame, as "Haster"; empty for none. */
  badge: string;
}

/** What a room knows of its list; `cells` are as many as the columns. */
export interface ListContent {
  choices: ListChoices;
  state: ListState;
  /** How many rows each view has; a view without a figure shows none. */
  counts?: Readonly<Record<string, number>>;
  /** What the table shows, for those who do not see it. */
  caption: string;
  columns: readonly string[];
  rows: readonly { id: string; href: string; cells: readonly Cell[] }[];
  /** The id to go on from; null at the end. */
  next: string | null;
  /** Said when no row is found: what it means, and what one can do. */
  empty: string;
}

type Cell = string | { text: string; under?: string; badge?: string };

export function listView(content: ListContent): ListView {
  const { choices, state, counts = {}, columns, rows, next } = content;
  const { after, ...start } = state;
  return {
    viewsLabel: listWords.views,
    views: Object.entries(choices.views).map(([view, label]) => ({
      // A view is a question of its own: what was chosen beside another one is not carried over.
      href: listAddress(choices, { view, sort: state.sort, filters: {} }),
      label,
      count: counts[view] === undefined ? '' : String(counts[view]),
      current: view === state.view,
    })),
    filter: filterOf(choices, start),
    caption: content.caption,
    columns: [...columns],
    rows: rows.map(({ id, href, cells }) => ({
      id,
      cells: cells.map((cell, place) => cellOf(cell, columns[place] ?? '', place === 0 ? href : '')),
    })),
    more:
      next === null ? null : { href: listAddress(choices, { ...start, after: next }), label: listWords.more },
    first: after === undefined ? null : { href: listAddress(choices, start), label: listWords.first },
    empty: content.empty,
  };
}

function cellOf(cell: Cell, label: string, href: string): ListCell {
  const { text, under = '', badge = '' } = typeof cell === 'string' ? { text: cell } : cell;
  return { label, text, href, under, badge };
}

function filterOf(choices: ListChoices, state: ListState): ListView['filter'] {
  const { filters, sorts, path, views } = choices;
  if (filters.length === 0 && Object.keys(sorts).length < 2) return null;
  const typed = { ...state.filters, sorter: state.sort };
  const form = new FormView('da', typed);
  const isFirstView = state.view === Object.keys(views)[0] || state.view === '';
  const chosen = Object.keys(state.filters).length > 0;
  return {
    summary: listWords.filter,
    open: chosen,
    path,
    hidden: isFirstView ? [] : [{ name: 'vis', value: state.view }],
    fields: [
      ...filters.map((filter) => fieldOf(form, filter)),
      ...(Object.keys(sorts).length < 2 ? [] : [sortField(form, sorts)]),
    ],
    show: listWords.show,
    clear: chosen ? { href: listAddress(choices, { ...state, filters: {} }), label: listWords.clear } : null,
  };
}

function fieldOf(form: FormView, filter: ListFilter): { input: InputView | null; select: ChoiceView | null } {
  if (!('options' in filter)) {
    const field =
      filter.type === 'date' ? form.date(filter.name, filter.label) : form.input(filter.name, filter.label);
    return { input: { ...field, required: false }, select: null };
  }
  const options = [{ value: '', label: listWords.all }, ...filter.options];
  return { input: null, select: { ...form.choice(filter.name, filter.label, { options }), required: false } };
}

function sortField(form: FormView, sorts: ListChoices['sorts']) {
  const options = Object.entries(sorts).map(([value, label]) => ({ value, label }));
  return {
    input: null,
    select: { ...form.choice('sorter', listWords.sort, { options }), required: false },
  };
}
