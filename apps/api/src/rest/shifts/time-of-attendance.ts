import { fieldDecorator, type Check, type FieldDecorator, type Presence } from '../../http/fields/field.js';
import { instant, localTime } from '../../http/fields/index.js';

const wallTime = localTime({ allow24: true }).field;
const pointInTime = instant().field;
const holds = (checks: readonly Check[], value: unknown): boolean =>
  checks.every((check) => check.test(value));

const isEither: Check = {
  name: 'time-of-attendance',
  text: {
    da: 'skal være et klokkeslæt som 08:10 eller et tidspunkt som 2026-11-30T08:10:00+01:00',
    en: 'must be a time of day like 08:10 or an instant like 2026-11-30T08:10:00+01:00',
  },
  test: (value) => holds(wallTime.checks, value) || holds(pointInTime.checks, value),
};

/** When somebody came or left: people say `08:10`, systems know the instant. */
export const timeOfAttendance = (options: { example: string } & Presence): FieldDecorator =>
  fieldDecorator(
    {
      schema: { anyOf: [wallTime.schema, pointInTime.schema] },
      example: () => options.example,
      checks: [isEither],
    },
    options,
  );
