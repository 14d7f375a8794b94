import { DomainError, type ErrorCode } from '#domain';
import { HttpProblem } from '../../../http/problem.js';
import { problemTexts, statusOfKind } from '../../../http/problem-texts.js';
import { ShapeError } from '../../../http/shape-error.js';
import type { Text } from '../../../http/text.js';

/** Why a form was not saved. */
export interface Faults {
  status: number;
  list: readonly FormFault[];
}

export interface FormFault {
  /** The name of the field; empty: it is about the whole form. */
  field: string;
  /** For a fault of a field it reads on from its label: "skal være et tal". */
  text: Text;
  kind: 'missing' | 'not-a-choice' | 'shape' | 'rule';
  code?: ErrorCode;
}

export const noFaults: Faults = { status: 200, list: [] };

/** Which field a refusal of the domain belongs to, and the words for it where the usual ones do not fit a person. */
export type FieldsOfRefusals = Partial<Record<ErrorCode, string | { field: string; text?: Text }>>;

/**
 * What a person can do something about. Undefined for everything else, which is answered with a page of its own:
 * what is not there, what one may not do, and what is our fault.
 */
export function faultsOf(error: unknown, at: FieldsOfRefusals = {}): Faults | undefined {
  if (error instanceof ShapeError) {
    return {
      status: 422,
      list: error.faults.map(({ path, text }) => ({ field: path, text, kind: kindOf(text) })),
    };
  }
  if (error instanceof HttpProblem && error.code === 'idempotency.still-running') return undefined;
  if (!(error instanceof DomainError)) return undefined;
  const { code, kind } = error;
  if (kind === 'not-found' || kind === 'forbidden' || kind === 'unavailable') return undefined;
  const place = at[code];
  const { field, text } = typeof place === 'object' ? place : { field: place ?? '', text: undefined };
  const fault: FormFault = { field, text: text ?? problemTexts[code], kind: 'rule', code };
  return { status: kind === 'invalid' ? 422 : statusOfKind[kind], list: [fault] };
}

/** A fault that only the page knows of, as a code that was wrong. */
export const fault = (field: string, da: string, en: string, status = 422): Faults => ({
  status,
  list: [{ field, text: { da, en }, kind: 'rule' }],
});

const MISSING = new Set(['mangler', 'må ikke være tom', 'må ikke være null']);

function kindOf({ da }: Text): FormFault['kind'] {
  if (MISSING.has(da)) return 'missing';
  return da.startsWith('skal være en af:') ? 'not-a-choice' : 'shape';
}
