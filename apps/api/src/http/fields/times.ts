import { Temporal, isClockDuration, isLocalDate, isLocalTime } from '#domain';
import { fieldDecorator, type Check, type FieldDecorator, type Presence } from './field.js';
import { isText } from './words.js';

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';
/** Extended ISO 8601 with seconds optional and offset required; the zone in brackets is not accepted. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const DURATION = /^PT(?=\d)(?:\d{1,3}H)?(?:\d{1,5}M)?(?:\d{1,6}S)?$/;

const inLifetime = (date: string): boolean => date >= FIRST_DAY && date <= LAST_DAY;

const check = (name: string, da: string, en: string, test: (value: string) => boolean): Check => ({
  name,
  text: { da, en },
  test: (value) => test(value as string),
});

const isDay = check(
  'local-date',
  'skal være en dag, der findes, som 2026-11-30',
  'must be a day that exists, like 2026-11-30',
  (value) => isLocalDate(value) && inLifetime(value),
);
const isTimeOfDay = check(
  'local-time',
  'skal være et klokkeslæt som 08:00',
  'must be a time of day like 08:00',
  (value) => isLocalTime(value) && value !== '24:00',
);
const isTimeOrMidnight = check(
  'local-time',
  'skal være et klokkeslæt som 16:00, eller 24:00 for midnat',
  'must be a time of day like 16:00, or 24:00 for midnight',
  isLocalTime,
);
const isInstant = check(
  'instant',
  'skal være et tidspunkt med forskydning, som 2026-11-30T08:00:00+01:00',
  'must be an instant with an offset, like 2026-11-30T08:00:00+01:00',
  canBeInstant,
);
const isDuration = check(
  'duration',
  'skal være et tidsrum i timer, minutter og sekunder, som PT10M',
  'must be a duration in hours, minutes and seconds, like PT10M',
  (value) => DURATION.test(value) && isClockDuration(value),
);

function canBeInstant(value: string): boolean {
  const date = INSTANT.exec(value)?.[1];
  if (date === undefined || !inLifetime(date)) return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
}

const kept = (
  schema: Record<string, unknown>,
  rule: Check,
  example: string,
  presence: Presence,
): FieldDecorator =>
  fieldDecorator(
    { schema: { type: 'string', ...schema }, example: () => example, checks: [isText, rule] },
    presence,
  );

/** A Copenhagen day that exists, from 1900 to 2199. */
export function localDate(options: { example?: string } & Presence = {}): FieldDecorator {
  return kept({ format: 'date' }, isDay, options.example ?? '2026-11-30', options);
}

/** A wall time in Copenhagen; `allow24` for an end that may be midnight. */
export function localTime(options: { allow24?: boolean; example?: string } & Presence = {}): FieldDecorator {
  const pattern = options.allow24 ? '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' : '^([01]\\d|2[0-3]):[0-5]\\d$';
  return kept(
    { pattern },
    options.allow24 ? isTimeOrMidnight : isTimeOfDay,
    options.example ?? '08:00',
    options,
  );
}

/** A point in time, kept as the text that came. `Temporal.Instant.from` reads it. */
export function instant(options: { example?: string } & Presence = {}): FieldDecorator {
  return kept({ format: 'date-time' }, isInstant, options.example ?? '2026-11-30T08:00:00+01:00', options);
}

/** A length of real time in clock units, `PT10M`: never days, which are not always 24 hours. */
export function duration(options: { example?: string } & Presence = {}): FieldDecorator {
  return kept({ format: 'duration' }, isDuration, options.example ?? 'PT10M', options);
}
