import { isClockDuration, Temporal } from '#domain';
import { fieldDecorator, type FieldDecorator, type Presence } from '../../../http/fields/field.js';
import { laddersWords as w } from '../../words/desk-ladders.js';

const TYPED = /^(\d{1,4})\s*(min|minutter|m|sek|sekunder|s|t|time|timer)?\.?$/i;
const units: Readonly<Record<string, string>> = { m: 'M', s: 'S', t: 'H' };

/** "10", "10 min", "90 sek" and "2 timer" as `PT10M`, `PT90S`, `PT2H`. */
export const span = (presence: Presence = {}): FieldDecorator =>
  fieldDecorator(
    {
      schema: { type: 'string' },
      example: () => 'PT10M',
      checks: [
        {
          name: 'span',
          text: w.duration,
          test: (value) => typeof value === 'string' && value.startsWith('PT') && isClockDuration(value),
        },
      ],
      fromQuery: (text) => {
        const [, amount, unit = 'm'] = TYPED.exec(text) ?? [];
        return amount === undefined ? text : `PT${Number(amount)}${units[unit[0]!.toLowerCase()]}`;
      },
    },
    presence,
  );

/** `PT10M` as it stands in the field: "10"; "90 sek" where it is no whole minutes. */
export function typedSpan(duration: string): string {
  const seconds = Temporal.Duration.from(duration).total('seconds');
  return seconds % 60 === 0 ? String(seconds / 60) : `${seconds} sek`;
}

export const minutesOf = (duration: string): number => Temporal.Duration.from(duration).total('minutes');
