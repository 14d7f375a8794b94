import {
  importKinds,
  importRowStates,
  importStates,
  isoWithOffset,
  type Import,
  type ImportKind,
  type ImportRowState,
  type ImportState,
} from '#domain';
import type { ImportShown, JudgedRow } from '#use-cases';
import { flag, instant, int, list, listOf, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { faultWithColumn } from '../../http/imports/import-words.js';
import { rowOutcomes } from './imports.requests.js';

const MOST = 10_000_000;

export class ImportColumnResponse {
  @text({ max: 200, min: 0, example: 'Navn', description: 'Som i filen.' }) heading!: string;
  @text({ max: 40, example: 'name', nullable: true, description: 'Feltet; null, når kolonnen ikke bruges.' })
  field!: string | null;
}

export class ImportResponse {
  @uuid() id!: string;
  @oneOf(importKinds) kind!: ImportKind;
  @oneOf(importStates.states) state!: ImportState;
  @listOf(ImportColumnResponse) columns!: ImportColumnResponse[];
  @flag({ example: false }) updateExisting!: boolean;
  @int({ min: 1, max: MOST, example: 216 }) rows!: number;
  @text({ max: 200, example: 'Mette Holm' }) by!: string;
  @instant() createdAt!: string;
  @instant({ nullable: true }) startedAt!: string | null;
  @instant({ nullable: true }) finishedAt!: string | null;
  @instant({ nullable: true, description: 'Rækkerne slettes efter 7 dage.' }) rowsDeletedAt!: string | null;
}

export class ImportFaultResponse {
  @text({ max: 40, example: 'phone', nullable: true, description: 'Feltet; null for hele rækken.' })
  field!: string | null;
  @text({ max: 60, example: 'phone' }) code!: string;
  @text({ max: 500, example: 'Telefon: Er ikke et telefonnummer.' }) text!: string;
}

export class ImportChangeResponse {
  @text({ max: 40, example: 'street' }) field!: string;
  @text({ max: 2000, min: 0, example: 'Havnegade 1' }) before!: string;
  @text({ max: 2000, min: 0, example: 'Havnegade 12' }) after!: string;
}

export class ImportRowResponse {
  @uuid() id!: string;
  @int({ min: 1, max: MOST, example: 2, description: 'Som regnearket tæller: overskrifterne er linje 1.' })
  line!: number;
  @list(text({ max: 2000, min: 0, example: 'Anna Ny' }), {
    max: 60,
    example: ['Anna Ny', '20123456'],
    description:
      'Cellerne i kolonnernes rækkefølge. Det, der ligner et CPR-nummer, er tomt: det vises aldrig.',
  })
  cells!: string[];
  @oneOf(importRowStates) state!: ImportRowState;
  @oneOf(rowOutcomes, { description: 'Hvad indlæsningen ville gøre nu.' })
  outcome!: (typeof rowOutcomes)[number];
  @listOf(ImportFaultResponse) faults!: ImportFaultResponse[];
  @listOf(ImportChangeResponse) changes!: ImportChangeResponse[];
  @uuid({ nullable: true, description: 'Den borger, det firma eller det småjob, rækken er eller blev til.' })
  subjectId!: string | null;
  @text({
    max: 60,
    example: 'citizen.hours-invalid',
    nullable: true,
    description: 'Reglen, der afviste rækken.',
  })
  problem!: string | null;
}

export class ImportTallyResponse {
  @int({ min: 0, max: MOST, example: 2, description: 'Endnu ikke indlæst.' }) open!: number;
  @int({ min: 0, max: MOST, example: 210 }) created!: number;
  @int({ min: 0, max: MOST, example: 0 }) updated!: number;
  @int({ min: 0, max: MOST, example: 4, description: 'Stod der allerede.' }) skipped!: number;
  @int({ min: 0, max: MOST, example: 0, description: 'Afvist af en regel undervejs.' }) failed!: number;
}

export class ImportDetailsResponse extends ImportResponse {
  @nested(ImportTallyResponse) tally!: ImportTallyResponse;
  @list(text({ max: 100, example: 'Navn' }), { max: 60, description: 'Kolonner, der mangler.' })
  missingColumns!: string[];
  @listOf(ImportRowResponse) items!: ImportRowResponse[];
  @int({ min: 1, max: MOST, example: 51, nullable: true, description: 'Null på den sidste side.' })
  nextLine!: number | null;
}

export const toImport = (file: Import): ImportResponse => ({
  id: file.id,
  kind: file.kind,
  state: file.state,
  columns: file.headings.map((heading, at) => ({ heading, field: file.columns[at] ?? null })),
  updateExisting: file.updatesExisting,
  rows: file.rowCount,
  by: file.by.name,
  createdAt: isoWithOffset(file.createdAt),
  startedAt: file.startedAt && isoWithOffset(file.startedAt),
  finishedAt: file.finishedAt && isoWithOffset(file.finishedAt),
  rowsDeletedAt: file.rowsForgottenAt && isoWithOffset(file.rowsForgottenAt),
});

export const toImportDetails = ({
  file,
  tally,
  missing,
  rows,
  next,
}: ImportShown): ImportDetailsResponse => ({
  ...toImport(file),
  tally: {
    open: tally.open,
    created: tally.created,
    updated: tally.updated,
    skipped: tally.skipped,
    failed: tally.failed,
  },
  missingColumns: missing.map(({ heading }) => heading),
  items: rows.map((row) => toImportRow(file.kind, row)),
  nextLine: next,
});

export const toImportRow = (kind: ImportKind, judged: JudgedRow): ImportRowResponse => {
  const { row, outcome, faults, changes, known } = judged;
  return {
    id: row.id,
    line: row.line,
    cells: row.cells.map((cell) => (typeof cell === 'string' ? cell : '')),
    state: row.state,
    outcome,
    faults: faults.map((fault) => ({
      field: fault.field,
      code: fault.code,
      text: faultWithColumn(kind, fault),
    })),
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
    subjectId: row.subjectId ?? known?.id ?? null,
    problem: row.problem,
  };
};
