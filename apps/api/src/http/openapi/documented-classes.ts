import { fieldsOf, type Class } from '../fields/index.js';

const requests = new Set<Class>();
const answers = new Set<Class>();

/** Called by `@Operation` for the classes a route takes and gives. Anything without fields is not ours. */
export function documentRequest(type: unknown): void {
  if (typeof type === 'function' && fieldsOf(type as Class).length > 0) requests.add(type as Class);
}

export function documentAnswer(type: Class): void {
  answers.add(type);
}

export interface DocumentedClass {
  type: Class;
  /** Taken from a caller: what it does not name is refused. An answer may gain fields later. */
  closed: boolean;
}

/**
 * Every class of the document by its name, with the classes within. Two classes of one name would silently
 * become one schema, so they stop the start-up.
 */
export function documentedClasses(): Map<string, DocumentedClass> {
  const found = new Map<string, DocumentedClass>();
  for (const type of answers) collect(type, false, found);
  for (const type of requests) collect(type, true, found);
  return found;
}

function collect(type: Class, closed: boolean, found: Map<string, DocumentedClass>): void {
  const known = found.get(type.name);
  if (known && known.type !== type) throw new Error(`Two classes of the interface are called ${type.name}`);
  if (known && (known.closed || !closed)) return;
  found.set(type.name, { type, closed });
  for (const { field } of fieldsOf(type)) if (field.nested) collect(field.nested, closed, found);
}
