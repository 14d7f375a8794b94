import 'reflect-metadata';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { Fault } from '../shape-error.js';
import type { Text } from '../text.js';

export type Class<T = object> = new (...args: never[]) => T;

/** One rule of a field. `faults` is for rules that can say where inside the value the fault lies. */
export interface Check {
  name: string;
  text: Text;
  test: (value: unknown) => boolean;
  faults?: (value: unknown, path: string) => Fault[];
}

/** Everything the edge knows of a field: one place for rule, reading, schema and example, so that they cannot drift. */
export interface Field {
  /** JSON Schema of the value; a nested class stands in `nested` instead. */
  schema: Record<string, unknown>;
  example: () => unknown;
  checks: Check[];
  /** Turns what people write into what we keep. Gives back what it cannot read: the checks refuse it. */
  normalise?: (value: unknown) => unknown;
  /** Reads the text of a query string; without it the text is the value. */
  fromQuery?: (value: string) => unknown;
  nested?: Class;
  /** Example of the one line of text that is accepted in place of the nested object. */
  oneLine?: string;
  item?: Field;
}

export interface Presence {
  /** May be absent. Null is still refused: absent and null mean different things in a PATCH. */
  optional?: boolean;
  /** Null is a value: "there is none". */
  nullable?: boolean;
  /** Danish; stands in the document. */
  description?: string;
}

/** A property decorator that can also be an item of `list(...)`. */
export type FieldDecorator = PropertyDecorator & { readonly field: Field };

interface KnownField {
  name: string;
  field: Field;
  presence: Presence;
}

const FIELDS = Symbol('fodfaeste:fields');

const given: Check = {
  name: 'given',
  text: { da: 'mangler', en: 'is missing' },
  test: (value) => value !== undefined,
};
const notNull: Check = {
  name: 'not-null',
  text: { da: 'må ikke være null', en: 'must not be null' },
  test: (value) => value !== null,
};

/** Makes the decorator of a field: class-validator's rules, class-transformer's types and the schema in one. */
export function fieldDecorator(field: Field, presence: Presence = {}): FieldDecorator {
  const decorate: PropertyDecorator = (prototype, name) => {
    if (presence.optional) ValidateIf((_, value) => value !== undefined)(prototype, name);
    if (presence.nullable) ValidateIf((_, value) => value !== null)(prototype, name);
    for (const check of [given, notNull, ...field.checks]) asRule(check)(prototype, name);
    if (field.nested) {
      Type(() => field.nested!)(prototype, name);
      ValidateNested()(prototype, name);
    }
    if (field.normalise) Transform(({ value }) => field.normalise!(value))(prototype, name);
    ApiProperty(documented(field, presence))(prototype, name);
    remember(prototype, { name: String(name), field, presence });
  };
  return Object.assign(decorate, { field });
}

/** The fields of a class and of the classes it extends, in the order they were written. */
export function fieldsOf(target: Class): KnownField[] {
  const known = new Map<string, KnownField>();
  for (const prototype of lineageOf(target)) {
    for (const field of ownFields(prototype)) known.set(field.name, field);
  }
  return [...known.values()];
}

function lineageOf({ prototype }: Class): object[] {
  const lineage: object[] = [];
  for (let type: unknown = prototype; type instanceof Object; type = Object.getPrototypeOf(type))
    lineage.unshift(type);
  return lineage;
}

const ownFields = (prototype: object): KnownField[] =>
  (Reflect.getOwnMetadata(FIELDS, prototype) as KnownField[] | undefined) ?? [];

const remember = (prototype: object, known: KnownField): void =>
  Reflect.defineMetadata(FIELDS, [...ownFields(prototype), known], prototype);

/** The check itself travels as context, so that a fault can be told in the caller's language. */
function asRule(check: Check): PropertyDecorator {
  return ValidateBy(
    { name: check.name, validator: { validate: (value: unknown) => check.test(value) } },
    { message: check.text.en, context: { check } },
  );
}

function documented(field: Field, { optional, nullable, description }: Presence): ApiPropertyOptions {
  const presence = {
    required: !optional,
    ...(nullable && { nullable }),
    ...(description && { description }),
  };
  const { nested } = field;
  if (!nested) return { ...field.schema, ...presence, example: field.example() };
  const many = field.schema['type'] === 'array';
  const { type: _, ...limits } = field.schema;
  return { type: many ? () => [nested] : () => nested, ...limits, ...presence };
}
