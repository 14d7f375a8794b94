import { StateMachine, type Entity, type Temporal } from '../kernel/index.js';

export const importKinds = ['citizens', 'companies', 'small-jobs'] as const;
export type ImportKind = (typeof importKinds)[number];

/** `done` goes back to `running`: rows that were wrong are corrected on the page and loaded afterwards. */
export const importStates = new StateMachine<ImportState>(
  'import',
  'open',
  { open: ['running'], running: ['done'], done: ['running'] },
  'import.wrong-state',
);
export type ImportState = 'open' | 'running' | 'done';

/**
 * `open` waits to be loaded, `skipped` stood there already and was left alone, `failed` was refused by a rule while
 * the others were loaded.
 */
export const importRowStates = ['open', 'created', 'updated', 'skipped', 'failed'] as const;
export type ImportRowState = (typeof importRowStates)[number];

/** As many rows as one file may have, besides its headings. */
export const MOST_IMPORT_ROWS = 5_000;
export const MOST_IMPORT_COLUMNS = 60;
/** What a file said is not kept longer: by then it stands where it belongs, or was not meant. */
export const IMPORT_KEPT_DAYS = 7;

/**
 * What stood in a cell. What looks like a CPR number, and everything in a column of them, is sealed before it is stored
 * and never shown; `wrong` is one that cannot be a CPR number.
 */
export type ImportCell = string | { sealed: string; wrong?: true };

/** How many rows ended how. */
export type ImportTally = Record<ImportRowState, number>;

/** Who has a file loaded: the worker does it later, in that name. */
export interface ImportedBy {
  role: 'consultant' | 'leader' | 'integration';
  staffId: string | null;
  name: string;
  apiKey: string | null;
}

/** A file of citizens, companies or small jobs on its way in. Until it is started, nothing of it is anywhere else. */
export interface Import extends Entity {
  kind: ImportKind;
  state: ImportState;
  /** Null when the rows are forgotten. */
  fileName: string | null;
  headings: string[];
  /** What each column holds, by the name of the field; null for one that is left out. */
  columns: (string | null)[];
  /** Whether what stands there already is changed to what the file says. */
  updatesExisting: boolean;
  rowCount: number;
  /** The last line of the run that was dealt with: a run that was cut off goes on after it. */
  lineReached: number;
  by: ImportedBy;
  /** How the last run ended; kept when the rows are not. */
  tally: ImportTally | null;
  createdAt: Temporal.Instant;
  startedAt: Temporal.Instant | null;
  finishedAt: Temporal.Instant | null;
  rowsForgottenAt: Temporal.Instant | null;
}

export interface ImportRow extends Entity {
  importId: string;
  /** As the spreadsheet counts: the headings are line 1. */
  line: number;
  cells: ImportCell[];
  state: ImportRowState;
  /** The citizen, company or small job that it became or changed. */
  subjectId: string | null;
  /** The code of the rule that refused it while loading. */
  problem: string | null;
  doneAt: Temporal.Instant | null;
}

/** The municipality's own number for somebody or something, as that of a case: so a file can be loaded again. */
export interface ExternalReference extends Entity {
  kind: ImportKind;
  reference: string;
  subjectId: string;
}

/** What a spreadsheet said: headings, and rows with their line in the file. */
export interface ReadTable {
  headings: string[];
  rows: { line: number; cells: string[] }[];
}
