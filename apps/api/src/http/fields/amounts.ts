import { fieldDecorator, type Check, type FieldDecorator, type Presence } from './field.js';

interface Range {
  min: number;
  max: number;
}

const isNumber: Check = {
  name: 'number',
  text: { da: 'skal være et tal', en: 'must be a number' },
  test: (value) => typeof value === 'number' && Number.isFinite(value),
};
const isWhole: Check = {
  name: 'whole-number',
  text: { da: 'skal være et helt tal', en: 'must be a whole number' },
  test: (value) => Number.isSafeInteger(value),
};
const isFlag: Check = {
  name: 'flag',
  text: { da: 'skal være true eller false', en: 'must be true or false' },
  test: (value) => typeof value === 'boolean',
};

const inRange = ({ min, max }: Range): Check => ({
  name: 'range',
  text: { da: `skal være fra ${min} til ${max}`, en: `must be from ${min} to ${max}` },
  test: (value) => (value as number) >= min && (value as number) <= max,
});

const readNumber = (value: string): unknown =>
  /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;

/** A whole number. Both ends must be said: what is not bounded here ends as an overflow in the database. */
export function int(options: Range & { example?: number } & Presence): FieldDecorator {
  const { min, max, example = min } = options;
  return fieldDecorator(
    {
      schema: { type: 'integer', minimum: min, maximum: max },
      example: () => example,
      checks: [isNumber, isWhole, inRange(options)],
      fromQuery: readNumber,
    },
    options,
  );
}

/** A number with decimals. */
export function number(options: Range & { example?: number } & Presence): FieldDecorator {
  const { min, max, example = min } = options;
  return fieldDecorator(
    {
      schema: { type: 'number', minimum: min, maximum: max },
      example: () => example,
      checks: [isNumber, inRange(options)],
      fromQuery: readNumber,
    },
    options,
  );
}

/** Whole øre: 15025 is 150.25 kroner. Up to ten million kroner, and never below zero unless `min` says so. */
export function money(options: { min?: number; max?: number; example: number } & Presence): FieldDecorator {
  return int({
    min: 0,
    max: 1_000_000_000,
    ...options,
    description: options.description ?? 'Beløb i hele øre.',
  });
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(options: { example?: number } & Presence = {}): FieldDecorator {
  return int({ min: 1, max: 7, ...options, description: options.description ?? '1 er mandag, 7 er søndag.' });
}

/** True or false; `true` and `false` in a query. */
export function flag(options: { example?: boolean } & Presence = {}): FieldDecorator {
  const read = (value: string): unknown => (value === 'true' || value === 'false' ? value === 'true' : value);
  return fieldDecorator(
    {
      schema: { type: 'boolean' },
      example: () => options.example ?? true,
      checks: [isFlag],
      fromQuery: read,
    },
    options,
  );
}
