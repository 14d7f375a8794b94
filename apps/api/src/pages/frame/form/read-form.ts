import { fieldsOf, type Class } from '../../../http/fields/index.js';
import type { Field } from '../../../http/fields/field.js';
import { readRequest } from '../../../http/read-request.js';
import { typedText, typedTexts, type Typed } from './form-body.js';

/**
 * Makes an instance of a class of fields from a form. An empty field is one that was not filled in. Nested fields
 * have dotted names: `place.street`, `days.0.start`. Names that the class does not know are left alone: a form has
 * buttons of its own.
 *
 * @throws ShapeError with every fault; the paths are the names of the fields
 */
export const readForm = <T extends object>(type: Class<T>, typed: Typed): T =>
  readRequest(type, plainOf(type, typed, ''));

function plainOf(type: Class, typed: Typed, prefix: string): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const { name, field } of fieldsOf(type)) {
    const value = valueOf(field, typed, prefix + name);
    if (value !== undefined) plain[name] = value;
  }
  return plain;
}

function valueOf(field: Field, typed: Typed, name: string): unknown {
  if (field.nested) return nestedOf(field, field.nested, typed, name);
  if (!field.item) return textOf(field, typedText(typed, name));
  const texts = typedTexts(typed, name).filter((text) => text.trim() !== '');
  // Ticking nothing in a list of check boxes sends nothing: that is an empty list and no missing one.
  return texts.map((text) => textOf(field.item!, text));
}

function textOf({ fromQuery, schema }: Field, text: string): unknown {
  const trimmed = text.trim();
  // A box that is not ticked sends nothing.
  if (trimmed === '') return schema['type'] === 'boolean' ? false : undefined;
  return fromQuery ? fromQuery(trimmed) : text;
}

function nestedOf(field: Field, type: Class, typed: Typed, name: string): unknown {
  if (field.oneLine !== undefined && typedText(typed, name) !== '') return typedText(typed, name);
  const many = field.schema['type'] === 'array';
  if (!many) {
    const plain = plainOf(type, typed, `${name}.`);
    return Object.values(plain).some((value) => value !== false) ? plain : undefined;
  }
  return placesOf(typed, name)
    .map((place) => plainOf(type, typed, `${name}.${place}.`))
    .filter((plain) => Object.values(plain).some((value) => value !== false));
}

const MOST_PLACES = 200;

/** The numbers in use, in their order: rows may be taken out of the middle. */
function placesOf(typed: Typed, name: string): number[] {
  const places = new Set<number>();
  for (const key of Object.keys(typed)) {
    if (!key.startsWith(`${name}.`)) continue;
    const place = /^\d{1,4}(?=\.)/.exec(key.slice(name.length + 1))?.[0];
    if (place !== undefined) places.add(Number(place));
  }
  return [...places].sort((a, b) => a - b).slice(0, MOST_PLACES);
}
