import { importField, type Import, type ImportKind } from '#domain';
import type { JudgedRow } from '#use-cases';
import { faultInWords, faultWithColumn, ruleInWords } from '../../../http/imports/import-words.js';
import type { InputView } from '../../frame/form/index.js';
import { importWords as w } from '../../words/desk-import.js';
import { frameWords } from '../../words/index.js';

export interface RowView {
  id: string;
  line: string;
  who: string;
  href: string;
  outcome: string;
  isWrong: boolean;
  lines: string[];
  /** Null: there is nothing to correct. */
  form: { action: string; label: string; save: string; whole: string[]; inputs: InputView[] } | null;
}

const pages: Readonly<Record<ImportKind, string>> = {
  citizens: '/kommune/borgere',
  companies: '/kommune/virksomheder',
  'small-jobs': '/kommune/job',
};
const naming: Readonly<Record<ImportKind, string>> = {
  citizens: 'name',
  companies: 'name',
  'small-jobs': 'title',
};

export const pageOfSubject = (kind: ImportKind, id: string): string => `${pages[kind]}/${id}`;

export function rowView(file: Import, judged: JudgedRow, path: string): RowView {
  const { row, outcome, known, changes } = judged;
  const at = file.columns.indexOf(naming[file.kind]);
  const cell = row.cells[at];
  const subject = row.subjectId ?? known?.id;
  const heading = (field: string): string => importField(file.kind, field)?.heading ?? field;
  const change = file.updatesExisting ? w.willChange : w.differs;
  const isWrong = outcome === 'wrong' || row.state === 'failed';
  return {
    id: row.id,
    line: w.line(row.line),
    who: typeof cell === 'string' ? cell : '',
    href: subject ? pageOfSubject(file.kind, subject) : '',
    outcome: row.state === 'failed' || outcome === 'loaded' ? w.loadedAs[row.state] : w.outcomes[outcome],
    isWrong,
    lines: [
      ...(known && outcome !== 'loaded' ? [w.sameAs(known.name)] : []),
      ...(row.problem === null ? [] : [ruleInWords(row.problem)]),
      ...changes.map(({ field, before, after }) => change(heading(field), before, after)),
    ],
    form: isWrong ? formOf(file, judged, path) : null,
  };
}

/** The cells with something wrong in them, where they can be corrected; of a rule, all that are used. */
function formOf(file: Import, { row, faults }: JudgedRow, path: string): RowView['form'] {
  const wrong = new Set(faults.map(({ field }) => field));
  const asksForAll = faults.length === 0 || faults.every(({ field }) => field === null);
  const inputs = file.columns.flatMap((field, at): InputView[] => {
    if (field === null || !(asksForAll || wrong.has(field))) return [];
    const cell = row.cells[at] ?? '';
    const said = faults.filter((fault) => fault.field === field).map(faultInWords);
    const id = `c-${row.id}-${at}`;
    const hint = typeof cell === 'string' ? '' : w.hiddenCell;
    return [
      {
        id,
        name: `c${at}`,
        label: importField(file.kind, field)?.heading ?? field,
        hint,
        value: typeof cell === 'string' ? cell : '',
        error: said.join(' '),
        required: false,
        mark: '',
        describedBy: [...(hint ? [`${id}-hint`] : []), ...(said.length > 0 ? [`${id}-error`] : [])].join(' '),
        errorWord: frameWords.da.error,
        type: 'text',
        inputmode: '',
        autocomplete: 'off',
        suffix: '',
        maxlength: '',
        width: '',
        lang: '',
      },
    ];
  });
  const shown = new Set(inputs.map(({ name }) => file.columns[Number(name.slice(1))]));
  return {
    action: `${path}/raekker/${row.id}`,
    label: w.correctRow(row.line),
    save: w.saveRow(row.line),
    whole: faults
      // A column that is missing is said once, above all rows.
      .filter(({ field, code }) => !(code === 'missing' && field !== null && !file.columns.includes(field)))
      .filter(({ field }) => field === null || !shown.has(field))
      .map((fault) => faultWithColumn(file.kind, fault)),
    inputs,
  };
}
