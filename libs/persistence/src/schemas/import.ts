import type { ExternalReference, Import, ImportRow } from '#domain';
import { document, identity, instant, integer, optional, table, text, truth, uuid } from './columns.js';

export const importSchema = table<Import>('imports', {
  ...identity,
  kind: text,
  state: text,
  fileName: optional(text),
  headings: document,
  columns: document,
  updatesExisting: truth,
  rowCount: integer,
  lineReached: integer,
  by: document,
  tally: optional(document),
  createdAt: instant,
  startedAt: optional(instant),
  finishedAt: optional(instant),
  rowsForgottenAt: optional(instant),
});

export const importRowSchema = table<ImportRow>('import_rows', {
  ...identity,
  importId: uuid,
  line: integer,
  cells: document,
  state: text,
  subjectId: optional(uuid),
  problem: optional(text),
  doneAt: optional(instant),
});

export const externalReferenceSchema = table<ExternalReference>('external_references', {
  ...identity,
  kind: text,
  reference: text,
  subjectId: uuid,
});
