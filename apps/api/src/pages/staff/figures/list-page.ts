import type { Temporal } from '#domain';
import { page, type ShownPage } from '../../frame/page.js';
import { figuresWords as w } from '../../words/desk-figures.js';
import { listView, type ListContent, type ListView } from '../list/list-view.js';
import { listState, type ListChoices, type ListState } from '../list/list-state.js';
import type { Download } from './downloads.js';
import { madeAt } from './figures-view.js';

interface FigureListView {
  heading: string;
  made: string;
  words: typeof w;
  downloads: Download[];
  intro: string[];
  how: string;
  parts: { heading: string; list: ListView }[];
}

const figureListPage = page<FigureListView>('staff/figures/list');

export interface FigureList {
  heading: string;
  at: Temporal.Instant;
  downloads: Download[];
  intro?: string[];
  how: string;
  /** Headings only where there is more than one. */
  parts: { heading?: string; list: ListContent }[];
}

/** The list behind a figure: when it was made, how it is counted, and the same as a file. */
export const figureList = ({ heading, at, downloads, intro = [], how, parts }: FigureList): ShownPage =>
  figureListPage({
    title: heading,
    wide: true,
    back: { href: '/kommune/tal', label: w.back },
    heading,
    made: madeAt(at),
    words: w,
    downloads,
    intro,
    how,
    parts: parts.map(({ heading: part = '', list }) => ({ heading: part, list: listView(list) })),
  });

/** A list without anything to choose. */
export const plainChoices = (path: string): { choices: ListChoices; state: ListState } => {
  const choices: ListChoices = { path, views: {}, filters: [], sorts: {} };
  return { choices, state: listState(choices, {}) };
};
