import { importFields, type Import, type ImportKind } from '#domain';
import type { ImportShown, RowOutcome } from '#use-cases';
import { FormView, type ChoiceView, type ErrorSummaryView, type Faults } from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { importWords as w } from '../../words/desk-import.js';
import { rowView, type RowView } from './row-view.js';
import { IMPORTS } from './upload-view.js';

/** Which rows one looks at, by the word in the address. */
export const importViews: Readonly<Record<string, RowOutcome | undefined>> = {
  alle: undefined,
  fejl: 'wrong',
  nye: 'new',
  rettes: 'change',
  findes: 'known',
  indlaest: 'loaded',
};
export type ImportViewName = keyof typeof w.views;

interface FileView {
  heading: string;
  text: string;
  kept: string;
  errors: ErrorSummaryView | null;
  result: { heading: string; lines: string[]; link: { href: string; label: string } } | null;
  missing: { heading: string; text: string } | null;
  views: { href: string; label: string; count: string; current: boolean }[];
  columns: {
    summary: string;
    intro: string;
    action: string;
    save: string;
    unknown: string;
    fields: ChoiceView[];
  };
  assumed: { summary: string; lines: string[] } | null;
  load: {
    heading: string;
    action: string;
    label: string;
    none: string;
    waits: string;
    /** There is nothing new, only what could be changed: the button says so itself. */
    updatesOnly: boolean;
    updates: { id: string; name: string; value: string; label: string; hint: string; chosen: boolean } | null;
  };
  download: { href: string; label: string } | null;
  discard: { action: string; label: string } | null;
  caption: string;
  rowColumns: readonly string[];
  rows: RowView[];
  none: string;
  more: { href: string; label: string } | null;
  first: { href: string; label: string } | null;
  jump: { href: string; label: string };
}

interface RunningView {
  heading: string;
  text: string;
  done: number;
  all: number;
  soFar: string;
  again: { href: string; label: string };
}

interface ForgottenView {
  heading: string;
  text: string;
  lines: string[];
}

export const importPage = page<FileView>('staff/imports/import');
export const runningPage = page<RunningView>('staff/imports/running');
export const forgottenPage = page<ForgottenView>('staff/imports/forgotten');

const back = { href: IMPORTS, label: w.back };
const nameOf = ({ fileName, kind }: Import): string => `${w.kinds[kind]}: ${fileName || w.noName}`;

export function importView(
  shown: ImportShown,
  view: ImportViewName,
  afterLine: number,
  faults: Faults,
): ShownPage {
  const { file, tally, counts } = shown;
  const path = `${IMPORTS}/${file.id}`;
  const ended = tally.created + tally.updated + tally.skipped;
  if (file.rowsForgottenAt)
    return forgottenPage({
      title: w.tab,
      heading: nameOf(file),
      text: w.forgottenText,
      lines: resultOf(shown),
      contact: null,
      back,
    });
  if (file.state === 'running')
    return runningPage({
      title: w.tab,
      heading: w.runningHeading,
      text: w.runningText,
      done: ended + tally.failed,
      all: file.rowCount,
      soFar: w.soFar(ended + tally.failed, file.rowCount),
      again: { href: path, label: w.again },
      contact: null,
      back,
    });
  const form = new FormView('da', {}, faults);
  const errors = form.errors();
  const loadable = counts.new + (file.updatesExisting ? counts.change : 0);
  const changeable = shown.changeable;
  return importPage({
    title: w.tab,
    wide: true,
    contact: null,
    back,
    messages: { rettet: w.corrected, kolonner: w.columnsSaved },
    heading: nameOf(file),
    text: file.state === 'open' ? w.dryRun : '',
    kept: w.keptDays,
    errors,
    result:
      file.state === 'done'
        ? {
            heading: w.doneHeading,
            lines: resultOf(shown),
            link: { href: lists[file.kind], label: w.toList[file.kind] },
          }
        : null,
    missing:
      shown.missing.length === 0
        ? null
        : {
            heading: w.missingHeading,
            text: w.missing(shown.missing.map(({ heading }) => heading).join(', ')),
          },
    views: viewsOf(shown, view, path),
    columns: columnsOf(shown, path),
    assumed:
      shown.assumed.length === 0
        ? null
        : {
            summary: w.assumed,
            lines: shown.assumed.map(({ heading, otherwise = '' }) => w.assumedOne(heading, otherwise)),
          },
    load: {
      heading: w.loadHeading,
      action: `${path}/indlaes`,
      label: counts.new > 0 ? w.load(loadable) : changeable > 0 ? w.updateOnly(changeable) : '',
      updatesOnly: counts.new === 0 && changeable > 0,
      none: counts.new > 0 ? '' : counts.known + counts.change > 0 ? w.loadOnlyKnown : w.loadNothing,
      waits: counts.wrong > 0 ? w.waitsFor(counts.wrong) : '',
      updates:
        changeable === 0 || counts.new === 0
          ? null
          : {
              id: 'felt-ret',
              name: 'ret',
              value: 'ja',
              label: w.updates(changeable),
              hint: w.updatesHint,
              chosen: file.updatesExisting,
            },
    },
    download: counts.wrong > 0 ? { href: `${path}/fejl.csv`, label: w.download } : null,
    discard: file.state === 'open' ? { action: `${path}/smid-ud`, label: w.discard } : null,
    caption: w.rowsCaption,
    rowColumns: w.rowColumns,
    rows: shown.rows.map((row) => rowView(file, row, path)),
    jump: { href: '#indlaes', label: w.loadHeading },
    none: w.noRows,
    more: shown.next === null ? null : { href: address(path, view, shown.next), label: w.more },
    first: afterLine === 0 ? null : { href: address(path, view), label: w.first },
  });
}

const lists: Readonly<Record<ImportKind, string>> = {
  citizens: '/kommune/borgere',
  companies: '/kommune/virksomheder',
  'small-jobs': '/kommune/job',
};

function address(path: string, view: ImportViewName, after?: number): string {
  const query = new URLSearchParams();
  if (view !== 'alle') query.set('vis', view);
  if (after !== undefined) query.set('efter', String(after));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function viewsOf({ counts, file }: ImportShown, current: ImportViewName, path: string): FileView['views'] {
  return (Object.keys(w.views) as ImportViewName[])
    .map((view) => {
      const outcome = importViews[view];
      const count = outcome === undefined ? file.rowCount : counts[outcome];
      return { href: address(path, view), label: w.views[view], count, current: view === current, view };
    })
    .filter(({ count, view }) => count > 0 || view === 'alle' || view === current)
    .map(({ count, view: _, ...rest }) => ({ ...rest, count: String(count) }));
}

function columnsOf({ file }: ImportShown, path: string): FileView['columns'] {
  const f = new FormView('da');
  const options = [
    { value: '', label: w.leftOut },
    ...importFields[file.kind].map(({ name, heading }) => ({ value: name, label: heading })),
  ];
  const unknown = file.headings.filter((heading, at) => file.columns[at] === null && heading !== '');
  return {
    summary: w.columns,
    intro: w.columnsIntro,
    action: `${path}/kolonner`,
    save: w.saveColumns,
    unknown: unknown.length === 0 ? '' : w.unknownColumns(unknown.join(', ')),
    fields: file.headings.map((heading, at) => ({
      ...f.choice(`k${at}`, heading || w.noHeading(at + 1), { options, value: file.columns[at] ?? '' }),
      required: false,
    })),
  };
}

function resultOf({ tally, counts }: ImportShown): string[] {
  const { results } = w;
  return [
    ...(tally.created > 0 ? [results.created(tally.created)] : []),
    ...(tally.updated > 0 ? [results.updated(tally.updated)] : []),
    ...(tally.skipped > 0 ? [results.skipped(tally.skipped)] : []),
    ...(counts.wrong + tally.failed > 0 ? [results.left(Math.max(counts.wrong, tally.failed))] : []),
  ];
}
