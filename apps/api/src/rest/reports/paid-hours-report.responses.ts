import { isoWithOffset } from '#domain';
import type { PaidHoursReport } from '#use-cases';
import { instant, int, listOf, localDate, nested } from '../../http/fields/index.js';

const MOST = 1_000_000_000;

export class PeriodMinutesResponse {
  @localDate({ description: 'Periodens første dag; uger begynder om mandagen.' }) start!: string;
  @int({ min: 0, max: MOST, example: 2400 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 600 }) unpaidMinutes!: number;
  @int({ min: 0, max: MOST, example: 12 }) paidPeople!: number;
  @int({ min: 0, max: MOST, example: 3 }) unpaidPeople!: number;
}

export class MinuteTotalsResponse {
  @int({ min: 0, max: MOST, example: 28_800 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 7200 }) unpaidMinutes!: number;
}

export class PeopleTotalsResponse {
  @int({ min: 0, max: MOST, example: 31 }) paid!: number;
  @int({ min: 0, max: MOST, example: 4 }) unpaid!: number;
}

export class PaidHoursReportResponse {
  @instant() at!: string;
  @localDate() from!: string;
  @localDate() to!: string;
  @int({ min: 1, max: 744, example: 30, description: 'Timer om måneden, som kommunen sigter efter.' })
  goalHours!: number;
  @nested(MinuteTotalsResponse, { description: 'Lønnede og ulønnede hver for sig, aldrig i én sum.' })
  totals!: MinuteTotalsResponse;
  @nested(PeopleTotalsResponse, { description: 'Borgere med minutter i perioden.' })
  people!: PeopleTotalsResponse;
  @listOf(PeriodMinutesResponse, { description: 'Hver uge, også de tomme.' }) weeks!: PeriodMinutesResponse[];
  @listOf(PeriodMinutesResponse, { description: 'Måneder, hvor der er arbejdet.' })
  months!: PeriodMinutesResponse[];
}

const toPeriod = (one: PaidHoursReport['weeks'][number]): PeriodMinutesResponse => ({
  start: one.start,
  paidMinutes: one.paidMinutes,
  unpaidMinutes: one.unpaidMinutes,
  paidPeople: one.paidPeople,
  unpaidPeople: one.unpaidPeople,
});

export const toPaidHoursReport = (report: PaidHoursReport): PaidHoursReportResponse => ({
  at: isoWithOffset(report.at),
  from: report.from,
  to: report.to,
  goalHours: report.goalHours,
  totals: { paidMinutes: report.totals.paidMinutes, unpaidMinutes: report.totals.unpaidMinutes },
  people: { paid: report.people.paid, unpaid: report.people.unpaid },
  weeks: report.weeks.map(toPeriod),
  months: report.months.map(toPeriod),
});

export { toPeriod };
