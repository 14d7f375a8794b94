import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { fieldsOf, type Check, type Class } from './fields/field.js';
import { UNKNOWN_FIELD, readable } from './safe-values.js';
import { ShapeError, within, type Fault } from './shape-error.js';

const MOST_FAULTS = 50;
const NOT_AN_OBJECT = { da: 'skal være et JSON-objekt', en: 'must be a JSON object' };
const WRONG = { da: 'har en forkert form', en: 'has a wrong shape' };

/** Makes an instance of a class of fields from what came, or throws every fault that was found. */
export function readRequest<T extends object>(type: Class<T>, plain: unknown): T {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw new ShapeError([{ path: '', text: NOT_AN_OBJECT }]);
  }
  const request = plainToInstance(type as new () => T, plain);
  const errors = validateSync(request, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A class without fields takes nothing, which is what the whitelist says already.
    forbidUnknownValues: false,
    stopAtFirstError: true,
    validationError: { target: false },
  });
  if (errors.length > 0)
    throw new ShapeError(errors.flatMap((error) => faultsOf(error, '')).slice(0, MOST_FAULTS));
  return request;
}

/** A query string holds texts only: numbers, flags and single values of lists are read as their field says. */
export function readQuery<T extends object>(type: Class<T>, query: Record<string, unknown>): T {
  const plain: Record<string, unknown> = { ...query };
  for (const { name, field } of fieldsOf(type)) {
    const value = plain[name];
    if (value === undefined) continue;
    const read = (field.item ?? field).fromQuery ?? ((text: string) => text);
    const each = (one: unknown) => (typeof one === 'string' ? read(one) : one);
    plain[name] = field.item ? [value].flat().map(each) : each(value);
  }
  return readRequest(type, plain);
}

function faultsOf(error: ValidationError, path: string): Fault[] {
  const here = within(path, readable(error.property));
  const [rule] = Object.keys(error.constraints ?? {});
  if (rule === undefined) return (error.children ?? []).flatMap((child) => faultsOf(child, here));
  if (rule === 'whitelistValidation') return [{ path: here, text: UNKNOWN_FIELD }];
  const check = (error.contexts?.[rule] as { check?: Check } | undefined)?.check;
  return check?.faults?.(error.value, here) ?? [{ path: here, text: check?.text ?? WRONG }];
}
