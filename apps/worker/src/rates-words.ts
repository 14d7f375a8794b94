import { kindOf, nameOf, periodOf, type Rate, type RateChanges } from '#domain';

/** `benefit forhoejet  2026-01-01 to 2026-12-31  13345.00 kr.  D  bm.dk`. */
export const rateInWords = (rate: Rate): string =>
  [nameOf(rate), periodOf(rate), valueInWords(rate), rate.status, rate.source].join('  ');

export function valueInWords({ key, value }: Pick<Rate, 'key' | 'value'>): string {
  if (value === null) return 'not known';
  const { unit } = kindOf(key);
  if (unit === 'ore') return `${(Number(value) / 100).toFixed(2)} kr.`;
  return unit === 'share' ? `${Number(value) / 10_000} %` : String(value);
}

export const changeInWords = ({ added, changed }: RateChanges): string[] => [
  ...added.map((rate) => `new      ${rateInWords(rate)}`),
  ...changed.map(
    ({ before, after }) => `changed  ${rateInWords(after)}  (before: ${difference(before, after)})`,
  ),
];

/** Only what differs: of a row with the same value, one wants to see that its source or end is another. */
function difference(before: Rate, after: Rate): string {
  const parts = [
    ...(before.value === after.value ? [] : [valueInWords(before)]),
    ...(before.to === after.to ? [] : [`to ${before.to ?? '…'}`]),
    ...(before.status === after.status ? [] : [before.status]),
    ...(before.source === after.source ? [] : [before.source]),
    ...(before.note === after.note ? [] : [`note "${before.note ?? ''}"`]),
  ];
  return parts.join(', ');
}
