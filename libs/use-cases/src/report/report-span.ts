import { addDays, instantOf, refuseUnless, Temporal, type LocalDate } from '#domain';

/** Copenhagen days, both inclusive; what is not said is the report's own. */
export interface AskedSpan {
  from?: LocalDate;
  to?: LocalDate;
}

export interface ReportSpan {
  from: LocalDate;
  to: LocalDate;
}

const MOST_YEARS = 10;

/** @throws report.dates-invalid when it ends before it begins, or is longer than ten years. */
export function spanOf(
  { from, to }: AskedSpan,
  today: LocalDate,
  usualFrom: (to: LocalDate) => LocalDate,
): ReportSpan {
  const end = to ?? today;
  const start = from ?? usualFrom(end);
  const longest = Temporal.PlainDate.from(start).add({ years: MOST_YEARS }).toString();
  refuseUnless(start <= end && end <= longest, 'report.dates-invalid');
  return { from: start, to: end };
}

/** A year back, from the first of that month. */
export const aYearBefore = (to: LocalDate): LocalDate =>
  `${Temporal.PlainDate.from(to).subtract({ months: 11 }).toString().slice(0, 7)}-01`;

export const instantsOf = ({ from, to }: ReportSpan): { from: Temporal.Instant; to: Temporal.Instant } => ({
  from: instantOf(from, '00:00'),
  to: instantOf(addDays(to, 1), '00:00'),
});
