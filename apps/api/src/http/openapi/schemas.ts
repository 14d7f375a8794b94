import { fieldsOf, type Class } from '../fields/index.js';
import type { Field, Presence } from '../fields/field.js';
import type { DocumentedClass } from './documented-classes.js';

type Schema = Record<string, unknown>;

const refTo = ({ name }: Class): Schema => ({ $ref: `#/components/schemas/${name}` });

/** JSON Schema (2020-12, as OpenAPI 3.1 has it) of a class of fields. */
export function schemaOf({ type, closed }: DocumentedClass): Schema {
  const fields = fieldsOf(type);
  const required = fields.filter(({ presence }) => !presence.optional).map(({ name }) => name);
  return {
    type: 'object',
    ...(closed && { additionalProperties: false }),
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(
      fields.map(({ name, field, presence }) => [name, propertyOf(field, presence)]),
    ),
  };
}

function propertyOf(field: Field, { nullable, description }: Presence): Schema {
  const schema = field.nested
    ? nestedSchema(field, field.nested)
    : { ...field.schema, examples: [field.example()] };
  return { ...(nullable ? orNull(schema) : schema), ...(description && { description }) };
}

function nestedSchema({ schema, oneLine }: Field, type: Class): Schema {
  if (schema['type'] === 'array') return { ...schema, items: refTo(type) };
  return oneLine === undefined
    ? refTo(type)
    : { anyOf: [refTo(type), { type: 'string', examples: [oneLine] }] };
}

function orNull(schema: Schema): Schema {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'] as unknown[] | undefined;
  return { ...schema, type: [schema['type'], 'null'], ...(values && { enum: [...values, null] }) };
}

export const problemSchema: Schema = {
  type: 'object',
  description:
    'RFC 9457. `title` er dansk, eller engelsk efter Accept-Language; `code` er den, et program skal se på.',
  required: ['type', 'title', 'status', 'code', 'instance', 'details'],
  properties: {
    type: { type: 'string', format: 'uri', description: '`urn:fodfaeste:problem:` og koden.' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string' },
    instance: { type: 'string', description: 'Adressen, der blev kaldt.' },
    details: { type: 'object', description: 'Hvad koden handler om; aldrig personoplysninger.' },
    errors: {
      type: 'array',
      description: 'Kun ved `shape`: hvert felt, der er forkert.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', examples: ['weeklyShifts.0.start'] },
          message: { type: 'string' },
        },
      },
    },
  },
};
