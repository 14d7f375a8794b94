import { fieldDecorator, type Check, type FieldDecorator, type Presence } from './field.js';

interface Length {
  min?: number;
  max?: number;
}

/** Characters as people count them: an emoji outside the basic plane is one, as JSON Schema counts too. */
const lengthOf = (value: unknown): number => [...(value as string)].length;
const CONTROL = /\p{Cc}/u;
/** Line breaks and tabs are the only control characters a text of several lines needs. */
const CONTROL_BUT_BREAKS = /(?![\n\r\t])\p{Cc}/u;
/** Half of a pair: cannot be stored as UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/u;

export const isText: Check = {
  name: 'text',
  text: { da: 'skal være en tekst', en: 'must be a text' },
  test: (value) => typeof value === 'string',
};

const matches = (name: string, pattern: RegExp, da: string, en: string): Check => ({
  name,
  text: { da, en },
  test: (value) => pattern.test(value as string),
});

const withoutControls = (multiline: boolean): Check => ({
  name: 'readable',
  text: { da: 'indeholder tegn, der ikke kan læses', en: 'has characters that cannot be read' },
  test: (value) =>
    !LONE_SURROGATE.test(value as string) &&
    !(multiline ? CONTROL_BUT_BREAKS : CONTROL).test(value as string),
});

const longEnough = (min: number): Check => ({
  name: 'long-enough',
  text:
    min === 1
      ? { da: 'må ikke være tom', en: 'must not be empty' }
      : { da: `skal være mindst ${min} tegn`, en: `must have at least ${min} characters` },
  test: (value) => lengthOf(value) >= min,
});

const shortEnough = (max: number): Check => ({
  name: 'short-enough',
  text: { da: `må højst være ${max} tegn`, en: `must have at most ${max} characters` },
  test: (value) => lengthOf(value) <= max,
});

/** Composed (NFC) and without outer spaces, so that the same name is the same text wherever it was typed. */
export const tidy = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value;

/** Words of a person. At least one character unless `min: 0`; one line unless `multiline`. */
export function text(options: { example: string; multiline?: boolean } & Length & Presence): FieldDecorator {
  const { min = 1, max = 200, multiline = false, example } = options;
  const checks = [isText, withoutControls(multiline), longEnough(min), shortEnough(max)];
  return fieldDecorator(
    {
      schema: { type: 'string', minLength: min, maxLength: max },
      example: () => example,
      checks,
      normalise: tidy,
    },
    options,
  );
}

/** A text of a fixed form, as a CVR number; `form` says in both languages what it must look like. */
export function code(
  options: { pattern: RegExp; form: { da: string; en: string }; example: string } & Presence,
): FieldDecorator {
  const { pattern, form, example } = options;
  const checks = [isText, matches('form', pattern, form.da, form.en)];
  return fieldDecorator(
    { schema: { type: 'string', pattern: pattern.source }, example: () => example, checks, normalise: tidy },
    options,
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const EXAMPLE_ID = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b';
export const isUuid: Check = matches('uuid', UUID, 'skal være et id (UUID)', 'must be an id (UUID)');

/** An id. Small letters are kept, since ids are compared as texts. */
export function uuid(options: { example?: string } & Presence = {}): FieldDecorator {
  const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);
  const example = () => options.example ?? EXAMPLE_ID;
  return fieldDecorator(
    { schema: { type: 'string', format: 'uuid' }, example, checks: [isText, isUuid], normalise: lower },
    options,
  );
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const isSlug: Check = matches(
  'slug',
  SLUG,
  'skal være små bogstaver a-z, tal og bindestreg',
  'must be lower case letters a-z, digits and hyphens',
);

/** A short name for machines, as the id of a category: `koekken`. */
export function slug(options: { example: string; max?: number } & Presence): FieldDecorator {
  const { max = 60, example } = options;
  return fieldDecorator(
    {
      schema: { type: 'string', pattern: SLUG.source, maxLength: max },
      example: () => example,
      checks: [isText, isSlug, shortEnough(max)],
    },
    options,
  );
}

/** One of a closed list of words or numbers. */
export function oneOf<V extends string | number>(
  values: readonly V[],
  options: { example?: V } & Presence = {},
): FieldDecorator {
  const numbers = typeof values[0] === 'number';
  const list = values.join(', ');
  const check: Check = {
    name: 'one-of',
    text: { da: `skal være en af: ${list}`, en: `must be one of: ${list}` },
    test: (value) => values.includes(value as V),
  };
  return fieldDecorator(
    {
      schema: { type: numbers ? 'integer' : 'string', enum: [...values] },
      example: () => options.example ?? values[0],
      checks: [check],
      ...(numbers && { fromQuery: (value: string) => (/^-?\d{1,9}$/.test(value) ? Number(value) : value) }),
    },
    options,
  );
}
