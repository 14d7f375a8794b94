/** What a column holds: a spreadsheet gets numbers as numbers, days as days, and everything else as it is written. */
export type CellKind = 'text' | 'number' | 'date';

export interface TableColumn {
  label: string;
  kind: CellKind;
}

/** A number, a text, or a day `2026-11-30`; null is an empty cell. */
export type TableCell = string | number | null;

/** One table of a report, before it is a file. */
export interface Table {
  /** Of the sheet: short. */
  title: string;
  /** Of the file, without its ending: no name of a person. */
  file: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
  /** How it was counted; on a sheet of its own. */
  notes: readonly string[];
}

export const text = (label: string): TableColumn => ({ label, kind: 'text' });
export const number = (label: string): TableColumn => ({ label, kind: 'number' });
export const date = (label: string): TableColumn => ({ label, kind: 'date' });
