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
  /** What the refusal of the domain says besides, as which shifts have changed. */
  details?: DomainError['details'];
}

export const noFaults: Faults = { status: 200, list: [] };

/** Which field a refusal of the domain belongs to, and the words for it where the usual ones do not fit a person. */
export type FieldsOfRefusals = Partial<Record<ErrorCode, FieldOfRefusal>>;
export type FieldOfRefusal =
  string | { field: string; text?: Text } | ((details: DomainError['details']) => string);

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
  const { code, kind, details } = error;
  if (kind === 'not-found' || kind === 'forbidden' || kind === 'unavailable') return undefined;
  const { field, text } = placeOf(at[code], details);
  const fault: FormFault = { field, text: text ?? problemTexts[code], kind: 'rule', code, details };
  return { status: kind === 'invalid' ? 422 : statusOfKind[kind], list: [fault] };
}

/** A refusal in the words of the page: `said(closingWords, (w) => w.past, 'from')`; without a field it is about all. */
export const said = <Words>(
  words: { readonly da: Words; readonly en: Words },
  say: (w: Words) => string,
  field = '',
): { field: string; text: Text } => ({ field, text: { da: say(words.da), en: say(words.en) } });

function placeOf(
  place: FieldOfRefusal | undefined,
  details: DomainError['details'],
): { field: string; text?: Text } {
  if (typeof place === 'object') return place;
  return { field: typeof place === 'function' ? place(details) : (place ?? '') };
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
