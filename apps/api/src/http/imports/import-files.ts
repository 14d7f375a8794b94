import { importFields, type ImportKind } from '#domain';
import type { ImportShown } from '#use-cases';
import { csv } from '../csv.js';
import { text, type Table } from '../tables/table.js';
import { faultWithColumn, ruleInWords } from './import-words.js';

const names: Readonly<Record<ImportKind, { title: string; file: string }>> = {
  citizens: { title: 'Borgere', file: 'skabelon-borgere' },
  companies: { title: 'Firmaer', file: 'skabelon-firmaer' },
  'small-jobs': { title: 'Småjob', file: 'skabelon-smaajob' },
};

const DEMO_ROW = 'Række 2 er et eksempel med opfundne oplysninger. Slet den, før filen indlæses.';

/** A file to fill in: the headings, and one row that shows how, marked as a demo. */
export function importTemplate(kind: ImportKind): Table {
  const fields = importFields[kind];
  return {
    ...names[kind],
    columns: fields.map(({ heading }) => text(heading)),
    rows: [fields.map(({ example }) => example)],
    notes: [
      DEMO_ROW,
      ...fields.filter(({ required }) => required).map(({ heading }) => `${heading} skal udfyldes.`),
      ...fields.flatMap(({ heading, otherwise }) =>
        otherwise ? [`${heading}: uden den gælder ${otherwise}.`] : [],
      ),
    ],
  };
}

/** The rows that cannot be loaded, as they stand, with a column that says why. What is sealed is left empty. */
export const wrongRows = ({ file, rows }: ImportShown): string =>
  csv([
    ['Linje', ...file.headings, 'Skal rettes'],
    ...rows.map(({ row, faults }) => [
      String(row.line),
      ...file.headings.map((_, at) => {
        const cell = row.cells[at] ?? '';
        return typeof cell === 'string' ? cell : '';
      }),
      [
        ...faults.map((fault) => faultWithColumn(file.kind, fault)),
        ...(row.problem === null ? [] : [ruleInWords(row.problem)]),
      ].join(' '),
    ]),
  ]);
