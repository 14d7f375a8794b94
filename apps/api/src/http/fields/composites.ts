import { within, type Fault } from '../shape-error.js';
import { exampleOf } from './example.js';
import {
  fieldDecorator,
  type Check,
  type Class,
  type Field,
  type FieldDecorator,
  type Presence,
} from './field.js';

/** How many items. A list of a request always says a `max`; one of an answer need not. */
interface Amount {
  min?: number;
  max?: number;
}

export const isObject: Check = {
  name: 'object',
  text: { da: 'skal være et objekt', en: 'must be an object' },
  test: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const isList: Check = {
  name: 'list',
  text: { da: 'skal være en liste', en: 'must be a list' },
  test: Array.isArray,
};

const amountIs = ({ min = 0, max = Infinity }: Amount): Check => ({
  name: 'amount',
  text: { da: `skal have fra ${min} til ${max} elementer`, en: `must have from ${min} to ${max} items` },
  test: (value) => (value as unknown[]).length >= min && (value as unknown[]).length <= max,
});

const listSchema = ({ min, max }: Amount) => ({
  type: 'array',
  ...(min !== undefined && { minItems: min }),
  ...(max !== undefined && { maxItems: max }),
});

/** Every item is checked, and each that fails is named by its place. */
function eachItem(checks: readonly Check[]): Check {
  const failing = (item: unknown) => checks.find((check) => !check.test(item));
  return {
    name: 'items',
    text: { da: 'har et forkert element', en: 'has a wrong item' },
    test: (value) => !(value as unknown[]).some(failing),
    faults: (value, path) =>
      (value as unknown[]).flatMap((item, place): Fault[] => {
        const check = failing(item);
        return check ? [{ path: within(path, place), text: check.text }] : [];
      }),
  };
}

/** An object of another class of fields. */
export function nested(type: Class, presence: Presence = {}): FieldDecorator {
  return fieldDecorator(
    { schema: {}, example: () => exampleOf(type), checks: [isObject], nested: type },
    presence,
  );
}

/** An object of any form, in answers only: what was kept as it was. The example says what it looks like. */
export function anyObject(example: Record<string, unknown>, presence: Presence = {}): FieldDecorator {
  return fieldDecorator({ schema: { type: 'object' }, example: () => example, checks: [isObject] }, presence);
}

/** A list of objects of another class of fields. */
export function listOf(type: Class, options: Amount & Presence = {}): FieldDecorator {
  return fieldDecorator(
    {
      schema: listSchema(options),
      example: () => [exampleOf(type)],
      checks: [isList, amountIs(options), eachItem([isObject])],
      nested: type,
    },
    options,
  );
}

/** A list of plain values: `list(slug({ example: 'truck' }), { max: 20 })`. In a query it is the repeated name. */
export function list(
  of: FieldDecorator,
  options: Amount & { example?: unknown[] } & Presence = {},
): FieldDecorator {
  const { example } = options;
  const item: Field = of.field;
  const { normalise } = item;
  return fieldDecorator(
    {
      schema: { ...listSchema(options), items: item.schema },
      example: () => example ?? [item.example()],
      checks: [isList, amountIs(options), eachItem(item.checks)],
      ...(normalise && {
        normalise: (value: unknown) => (Array.isArray(value) ? value.map((one) => normalise(one)) : value),
      }),
      item,
    },
    options,
  );
}
