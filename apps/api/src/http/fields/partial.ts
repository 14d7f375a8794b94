import { fieldDecorator, fieldsOf, type Class } from './field.js';

/**
 * A class with the same fields, all of which may be absent, for PATCH:
 * `class ChangeCompanyBody extends partialOf(PostCompanyBody) {}`. Null stays refused where it was.
 */
export function partialOf<T extends object>(type: Class<T>): Class<Partial<T>> {
  class Partially {}
  for (const { name, field, presence } of fieldsOf(type)) {
    fieldDecorator(field, { ...presence, optional: true })(Partially.prototype, name);
  }
  return Partially;
}

/** A class with some of the fields of another, unchanged. */
export function pickOf<T extends object, K extends keyof T & string>(
  type: Class<T>,
  names: readonly K[],
): Class<Pick<T, K>> {
  class Picked {}
  for (const { name, field, presence } of fieldsOf(type)) {
    if (names.includes(name as K)) fieldDecorator(field, presence)(Picked.prototype, name);
  }
  return Picked as Class<Pick<T, K>>;
}
