import { cprIn } from './written.js';
import type { ImportCell } from './import.js';

/** What is wrong in one cell; each has words for the person who corrects it. */
export const cellFaults = [
  'missing',
  'too-long',
  'hidden',
  'phone',
  'email',
  'cvr',
  'cpr',
  'postcode',
  'town',
  'number',
  'money',
  'date',
  'past',
  'dates-order',
  'truth',
  'degree',
  'channel',
  'channel-unreachable',
  'language',
  'category',
  'week',
  'hours-order',
  'level',
  'staff',
  'company',
  'ambiguous',
  'phone-of-other',
  'email-of-other',
  'twice',
  'rule',
] as const;
export type CellFaultCode = (typeof cellFaults)[number];

/** What is wrong, and in which column; null for the row as a whole. */
export interface CellFault {
  field: string | null;
  code: CellFaultCode;
  /** What the words are about: another name, a line, the code of a rule. */
  about?: string;
}

/** Ten digits that may be a person's are sealed wherever they stand: somebody will name a column wrongly. */
export const looksLikeCpr = (text: string): boolean =>
  /^\d{6}\s?-?\s?\d{4}$/.test(text.trim()) && cprIn(text.trim()) !== undefined;

/** Reads the cells of one row by the names of their fields, and notes every fault. */
export class CellReader {
  readonly faults: CellFault[] = [];
  private readonly cells: ReadonlyMap<string, ImportCell>;

  constructor(columns: readonly (string | null)[], cells: readonly ImportCell[]) {
    const named = new Map<string, ImportCell>();
    columns.forEach((field, at) => {
      if (field !== null) named.set(field, cells[at] ?? '');
    });
    this.cells = named;
  }

  has(field: string): boolean {
    const cell = this.cells.get(field);
    return cell !== undefined && cell !== '';
  }

  fault(field: string | null, code: CellFaultCode, about?: string): void {
    this.faults.push({ field, code, ...(about !== undefined && { about }) });
  }

  /** Undefined for an empty cell. */
  text(field: string, max = 200): string | undefined {
    const cell = this.cells.get(field);
    if (cell === undefined || cell === '') return undefined;
    if (typeof cell !== 'string') {
      this.fault(field, 'hidden');
      return undefined;
    }
    if (cell.length <= max) return cell;
    this.fault(field, 'too-long', String(max));
    return undefined;
  }

  needed(field: string, max?: number): string | undefined {
    if (!this.has(field)) this.fault(field, 'missing');
    return this.text(field, max);
  }

  /** A text that a reader of `written.ts` must understand. */
  read<T>(field: string, how: (text: string) => T | undefined, code: CellFaultCode): T | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const value = how(text);
    if (value === undefined) this.fault(field, code);
    return value;
  }

  neededRead<T>(field: string, how: (text: string) => T | undefined, code: CellFaultCode): T | undefined {
    if (!this.has(field)) this.fault(field, 'missing');
    return this.read(field, how, code);
  }

  /** Still sealed: only who stores it opens it. A cell that does not look like one was stored as it was. */
  sealed(field: string): string | undefined {
    const cell = this.cells.get(field);
    if (cell === undefined || cell === '') return undefined;
    if (typeof cell !== 'string' && !cell.wrong) return cell.sealed;
    this.fault(field, 'cpr');
    return undefined;
  }
}
