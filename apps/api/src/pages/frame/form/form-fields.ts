import {
  fieldDecorator,
  type Check,
  type FieldDecorator,
  type Presence,
} from '../../../http/fields/field.js';

/**
 * Fields as people write them, for the classes of forms. What they read is what the use cases take: øre, "08:30",
 * true. The other decorators of http/fields can stand beside them.
 */
const KRONER = /^(?:\d{1,3}(?:\.\d{3}){0,2}|\d{1,8})(?:,(\d{1,2}))?(?:\s*kr\.?)?$/;

/** "158,45", "1.250", "160 kr." in øre. A point between two figures and the end, as in 158.45, is a comma too. */
export function kroner(
  options: { min?: number; max?: number; example?: number } & Presence = {},
): FieldDecorator {
  const { min = 0, max = 1_000_000_000, example = 15_845 } = options;
  const isAmount: Check = {
    name: 'kroner',
    text: { da: 'skal være et beløb som 158,45', en: 'must be an amount like 158.45' },
    test: Number.isSafeInteger,
  };
  const inRange: Check = {
    name: 'range',
    text: {
      da: `skal være fra ${inKroner(min)} til ${inKroner(max)} kr.`,
      en: `must be from ${inKroner(min)} to ${inKroner(max)} kr.`,
    },
    test: (value) => (value as number) >= min && (value as number) <= max,
  };
  return fieldDecorator(
    {
      schema: { type: 'integer', minimum: min, maximum: max },
      example: () => example,
      checks: [isAmount, inRange],
      fromQuery: toOere,
    },
    options,
  );
}

function toOere(text: string): unknown {
  const danish = /^\d+\.\d{1,2}$/.test(text) ? text.replace('.', ',') : text;
  if (!KRONER.test(danish)) return text;
  const [whole = '', cents = ''] = danish.replace(/\s*kr\.?$/, '').split(',');
  return Number(whole.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'));
}

/** 15845 as it stands in a field: "158,45"; whole kroner without decimals. */
export const inKroner = (oere: number): string =>
  oere % 100 === 0 ? String(oere / 100) : (oere / 100).toFixed(2).replace('.', ',');

/** "8", "8.30", "08:30" and "kl. 8" as "08:30"; `allow24` for an end at midnight. */
export function clockTime(options: { allow24?: boolean; example?: string } & Presence = {}): FieldDecorator {
  const isTime: Check = {
    name: 'clock-time',
    text: { da: 'skal være et klokkeslæt som 8.30', en: 'must be a time like 8:30' },
    test: (value) =>
      typeof value === 'string' &&
      (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) || (options.allow24 === true && value === '24:00')),
  };
  return fieldDecorator(
    {
      schema: { type: 'string' },
      example: () => options.example ?? '08:30',
      checks: [isTime],
      fromQuery: toClock,
    },
    options,
  );
}

function toClock(text: string): unknown {
  const parts = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?$/i.exec(text);
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}` : text;
}

/** "2026-11-30" as browsers send it, or "30.11.2026" and "30/11 2026" as people write it, as "2026-11-30". */
export function day(options: { example?: string } & Presence = {}): FieldDecorator {
  const isDay: Check = {
    name: 'day',
    text: { da: 'skal være en dag som 30.11.2026', en: 'must be a day like 30.11.2026' },
    test: (value) => typeof value === 'string' && exists(value),
  };
  return fieldDecorator(
    {
      schema: { type: 'string', format: 'date' },
      example: () => options.example ?? '2026-11-30',
      checks: [isDay],
      fromQuery: toDay,
    },
    options,
  );
}

function toDay(text: string): unknown {
  const parts = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./ -]\s*(\d{4})$/.exec(text);
  return parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : text;
}

function exists(value: string): boolean {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A check box on its own, `value="ja"`: ticked is true, and what was not sent is false. */
export function tick(options: { description?: string } = {}): FieldDecorator {
  return fieldDecorator(
    {
      schema: { type: 'boolean' },
      example: () => true,
      checks: [
        {
          name: 'tick',
          text: { da: 'skal være sat eller ikke sat', en: 'must be ticked or not ticked' },
          test: (value) => typeof value === 'boolean',
        },
      ],
      fromQuery: (text) => text === 'ja' || text === 'true' || text === 'on',
    },
    options,
  );
}
