import { isoWithOffset } from '#domain';
import type { FiguresNow, PeopleWithHours, WaitingPage } from '#use-cases';
import { hoursStandings, type HoursStanding } from '#use-cases';
import { instant, int, listOf, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { PeriodMinutesResponse, toPeriod } from './paid-hours-report.responses.js';

const MOST = 1_000_000_000;

export class SmallJobsNowResponse {
  @int({ min: 0, max: MOST, example: 42 }) open!: number;
  @int({ min: 0, max: MOST, example: 61 }) filled!: number;
  @int({ min: 0, max: MOST, example: 3 }) paused!: number;
}

export class PeopleNowResponse {
  @int({ min: 0, max: MOST, example: 74, description: 'I løntimer i dag.' }) paid!: number;
  @int({ min: 0, max: MOST, example: 9, description: 'Af dem: også ulønnede timer.' }) hybrid!: number;
}

export class GoalResponse {
  @int({ min: 0, max: MOST, example: 31 }) reached!: number;
  @int({ min: 0, max: MOST, example: 12, description: 'Når det med de vagter, der er planlagt.' })
  coming!: number;
  @int({ min: 0, max: MOST, example: 20 }) below!: number;
}

export class MonthFigureResponse {
  @text({ max: 7, example: '2026-11' }) month!: string;
  @int({ min: 1, max: 744, example: 30 }) goalHours!: number;
  @int({ min: 0, max: MOST, example: 84_000 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 7200 }) unpaidMinutes!: number;
  @nested(GoalResponse) people!: GoalResponse;
  @int({ min: 0, max: MOST, example: 9 }) unpaidPeople!: number;
}

export class WaitingFigureResponse {
  @int({ min: 0, max: MOST, example: 210 }) citizens!: number;
  @int({ min: 0, max: MOST, example: 17, description: 'Aldrig foreslået, eller ikke i 30 dage.' })
  forgotten!: number;
  @int({ min: 0, max: MOST, example: 812, nullable: true }) longestDays!: number | null;
  @int({ min: 0, max: MOST, example: 140, nullable: true }) medianDays!: number | null;
}

export class FiguresResponse {
  @instant({ description: 'Databasens ur, da tallene blev talt.' }) at!: string;
  @nested(SmallJobsNowResponse) smallJobs!: SmallJobsNowResponse;
  @nested(PeopleNowResponse) peopleNow!: PeopleNowResponse;
  @nested(MonthFigureResponse) month!: MonthFigureResponse;
  @listOf(PeriodMinutesResponse, { description: 'Tolv uger, denne til sidst.' })
  weeks!: PeriodMinutesResponse[];
  @int({ min: 0, max: MOST, example: 2, description: 'Åbne sager om nogen, der mangler.' })
  openCases!: number;
  @nested(WaitingFigureResponse) waiting!: WaitingFigureResponse;
}

export const toFigures = (figures: FiguresNow): FiguresResponse => ({
  at: isoWithOffset(figures.at),
  smallJobs: {
    open: figures.smallJobs.open,
    filled: figures.smallJobs.filled,
    paused: figures.smallJobs.paused,
  },
  peopleNow: { paid: figures.peopleNow.paid, hybrid: figures.peopleNow.hybrid },
  month: toMonth(figures.month),
  weeks: figures.weeks.map(toPeriod),
  openCases: figures.lateness.open,
  waiting: toWaitingFigure(figures.waiting),
});

const toMonth = (month: FiguresNow['month']): MonthFigureResponse => ({
  month: month.month,
  goalHours: month.goalHours,
  paidMinutes: month.paidMinutes,
  unpaidMinutes: month.unpaidMinutes,
  people: { reached: month.people.reached, coming: month.people.coming, below: month.people.below },
  unpaidPeople: month.unpaidPeople,
});

const toWaitingFigure = (waiting: FiguresNow['waiting']): WaitingFigureResponse => ({
  citizens: waiting.citizens,
  forgotten: waiting.forgotten,
  longestDays: waiting.longestDays,
  medianDays: waiting.medianDays,
});

export class WaitingRowResponse {
  @uuid() citizenId!: string;
  @text({ max: 200, example: 'Jonas Hansen' }) name!: string;
  @text({ max: 200, nullable: true, example: 'Mette Holm' }) broker!: string | null;
  @int({ min: 0, max: MOST, example: 212 }) waitedDays!: number;
  @int({ min: 0, max: MOST, example: 41, nullable: true, description: 'null: der har aldrig været noget.' })
  quietDays!: number | null;
}

export class WaitingReportResponse {
  @instant() at!: string;
  @nested(WaitingFigureResponse) all!: WaitingFigureResponse;
  @listOf(WaitingRowResponse, { description: 'Længst ventetid først.' }) items!: WaitingRowResponse[];
  @text({ max: 200, nullable: true, example: 'MDE5OWExYjI' }) nextCursor!: string | null;
}

export const toWaitingReport = (page: WaitingPage, nextCursor: string | null): WaitingReportResponse => ({
  at: isoWithOffset(page.at),
  all: toWaitingFigure(page),
  items: page.rows.map(({ citizen, broker, waitedDays, quietDays }) => ({
    citizenId: citizen.id,
    name: citizen.name,
    broker,
    waitedDays,
    quietDays,
  })),
  nextCursor,
});

export class PersonWithHoursResponse {
  @uuid() citizenId!: string;
  @text({ max: 200, example: 'Jonas Hansen' }) name!: string;
  @int({ min: 0, max: MOST, example: 1920 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 240, description: 'Af vagter, der ikke er slut.' })
  plannedPaidMinutes!: number;
  @int({ min: 0, max: MOST, example: 0 }) unpaidMinutes!: number;
  @oneOf<HoursStanding>(hoursStandings) standing!: HoursStanding;
}

export class HoursGoalReportResponse {
  @instant() at!: string;
  @nested(MonthFigureResponse) month!: MonthFigureResponse;
  @listOf(PersonWithHoursResponse, { description: 'Flest løntimer først.' })
  items!: PersonWithHoursResponse[];
}

export const toHoursGoalReport = (report: PeopleWithHours): HoursGoalReportResponse => ({
  at: isoWithOffset(report.at),
  month: toMonth(report),
  items: report.rows.map((row) => ({
    citizenId: row.citizen.id,
    name: row.citizen.name,
    paidMinutes: row.paidMinutes,
    plannedPaidMinutes: row.plannedPaidMinutes,
    unpaidMinutes: row.unpaidMinutes,
    standing: row.standing,
  })),
});
