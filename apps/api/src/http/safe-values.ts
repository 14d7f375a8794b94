import { ShapeError, within, type Fault } from './shape-error.js';

/** No body of ours is deeper than a handful; the limit keeps every later recursion shallow. */
const DEEPEST = 16;
const LONE_SURROGATE = /\p{Surrogate}/u;
const LONGEST_NAME = 100;

/**
 * Refuses, wherever it stands, what no field of ours can hold and what makes libraries stumble: NUL and half
 * surrogates (PostgreSQL cannot store them), numbers that overflow or are minus zero, names that every object
 * inherits (`__proto__`, `constructor`, `hasOwnProperty`), and depth.
 */
export function refuseUnsafe(value: unknown): void {
  const faults: Fault[] = [];
  visit(value, '', 0, faults);
  if (faults.length > 0) throw new ShapeError(faults.slice(0, 20));
}

function visit(value: unknown, path: string, depth: number, faults: Fault[]): void {
  const text = faultOf(value, depth);
  if (text) faults.push({ path, text });
  else if (Array.isArray(value))
    value.forEach((item, place) => visit(item, within(path, place), depth + 1, faults));
  else if (typeof value === 'object' && value !== null) visitFields(value, path, depth, faults);
}

function visitFields(value: object, path: string, depth: number, faults: Fault[]): void {
  for (const [name, field] of Object.entries(value)) {
    const spot = within(path, readable(name));
    if (name in Object.prototype || unsafeText(name)) faults.push({ path: spot, text: UNKNOWN_FIELD });
    else visit(field, spot, depth + 1, faults);
  }
}

function faultOf(value: unknown, depth: number) {
  if (depth > DEEPEST) return { da: `er dybere end ${DEEPEST} lag`, en: `is deeper than ${DEEPEST} levels` };
  if (typeof value === 'string' && unsafeText(value)) {
    return { da: 'indeholder tegn, der ikke kan gemmes', en: 'has characters that cannot be stored' };
  }
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { da: 'er ikke et brugbart tal', en: 'is not a usable number' };
  }
  return undefined;
}

export const UNKNOWN_FIELD = { da: 'er et ukendt felt', en: 'is an unknown field' };

const unsafeText = (value: string): boolean => value.includes('\0') || LONE_SURROGATE.test(value);

/** A name that came from outside, fit to be told back. */
export const readable = (name: string): string =>
  name.slice(0, LONGEST_NAME).replace(/\p{Cc}|\p{Surrogate}/gu, '\uFFFD');
