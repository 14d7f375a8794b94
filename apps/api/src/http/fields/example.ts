import { fieldsOf, type Class } from './field.js';

/** A complete example of a class of fields, as it stands in the document. */
export const exampleOf = (type: Class): Record<string, unknown> =>
  Object.fromEntries(fieldsOf(type).map(({ name, field }) => [name, field.example()]));
