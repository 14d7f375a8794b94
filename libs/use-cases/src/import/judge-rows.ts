import {
  CellReader,
  localDateOf,
  plainEmail,
  readCitizenRow,
  readCompanyRow,
  readSmallJobRow,
  type CitizenRow,
  type CompanyRow,
  type Import,
  type ImportRow,
  type SmallJobRow,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { judgeCitizens } from './judge-citizens.js';
import { judgeCompanies } from './judge-companies.js';
import { judgeSmallJobs } from './judge-small-jobs.js';
import type { JudgedRow, Reading } from './judged-row.js';

/**
 * What loading would make of each row as things stand now. Nothing of it is stored, so it is never out of date; rows of
 * one file that are the same are told apart by their lines.
 */
export async function judgeRows(
  unit: UnitOfWork,
  file: Import,
  rows: readonly ImportRow[],
): Promise<JudgedRow[]> {
  const waiting = rows.filter(({ state }) => state === 'open' || state === 'failed');
  const judged = new Map((await judgeWaiting(unit, file, waiting)).map((one) => [one.row.id, one]));
  return rows.map(
    (row): JudgedRow =>
      judged.get(row.id) ?? { row, outcome: 'loaded', faults: [], known: null, changes: [], work: null },
  );
}

async function judgeWaiting(
  unit: UnitOfWork,
  file: Import,
  rows: readonly ImportRow[],
): Promise<JudgedRow[]> {
  if (rows.length === 0) return [];
  const reads = <T>(read: (cells: CellReader) => T): Reading<T>[] =>
    rows.map((row) => {
      const cells = new CellReader(file.columns, row.cells);
      return { row, said: read(cells), faults: cells.faults };
    });
  if (file.kind === 'citizens')
    return judgeCitizens(unit, file, onceEach(reads(readCitizenRow), keysOfCitizen));
  if (file.kind === 'companies')
    return judgeCompanies(unit, file, onceEach(reads(readCompanyRow), keysOfCompany));
  const today = localDateOf(await unit.now());
  return judgeSmallJobs(
    unit,
    onceEach(
      reads((cells) => readSmallJobRow(cells, today)),
      keysOfSmallJob,
    ),
  );
}

type Keys = readonly (readonly [field: string, key: string | undefined])[];

const keysOfCitizen = ({ reference, phone, email, sharedPhone, name, address }: CitizenRow): Keys => [
  ['reference', reference],
  ['phone', sharedPhone ? undefined : phone],
  ['email', email && plainEmail(email)],
  ['name', name && address && [name, address.street, address.postcode].join('|').toLocaleLowerCase('da-DK')],
];
const keysOfCompany = ({ cvr }: CompanyRow): Keys => [['cvr', cvr]];
const keysOfSmallJob = ({ reference, company, title, startDate }: SmallJobRow): Keys => [
  ['reference', reference],
  ['title', company && title && startDate && [company, title, startDate].join('|')],
];

/** The first of those who are the same counts; the others say which line it stands on. */
function onceEach<T>(readings: Reading<T>[], keysOf: (said: T) => Keys): Reading<T>[] {
  const firstLine = new Map<string, number>();
  for (const { row, said, faults } of readings) {
    for (const [field, key] of keysOf(said)) {
      if (key === undefined || key === '') continue;
      const line = firstLine.get(`${field}:${key}`);
      if (line !== undefined) {
        faults.push({ field, code: 'twice', about: String(line) });
        break;
      }
      firstLine.set(`${field}:${key}`, row.line);
    }
  }
  return readings;
}
