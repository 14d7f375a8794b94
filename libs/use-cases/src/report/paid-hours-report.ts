import {
  lastMondays,
  localDateOf,
  mondayOf,
  monthlyGoalOf,
  addDays,
  type Actor,
  type LocalDate,
  type Temporal,
} from '#domain';
import { Transactor, type PeriodMinutes } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { spanOf, type AskedSpan, type ReportSpan } from './report-span.js';

export interface PaidHoursReport extends ReportSpan {
  at: Temporal.Instant;
  /** Every week of the span, also those without anything. */
  weeks: PeriodMinutes[];
  months: PeriodMinutes[];
  /** Paid and unpaid minutes apart, of shifts that have ended. */
  totals: { paidMinutes: number; unpaidMinutes: number };
  /** Who has minutes in the span: people, not shifts. */
  people: { paid: number; unpaid: number };
  goalHours: number;
}

const WEEKS = 12;

/** Ordinary hours, and beside them, never in one sum with them, the unpaid ones (R01, R66, R86). */
export class ReportPaidHours {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws report.dates-invalid */
  async execute(asked: AskedSpan, actor: Actor): Promise<PaidHoursReport> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const span = spanOf(asked, localDateOf(at), (to) => lastMondays(to, WEEKS)[0]!);
      const counted = { ...span, until: at };
      const weeks = await unit.figures.minutes('week', counted);
      const everybody = await unit.figures.minutesByCitizen(counted);
      return {
        at,
        ...span,
        weeks: withEmptyWeeks(weeks, span),
        months: await unit.figures.minutes('month', counted),
        totals: {
          paidMinutes: weeks.reduce((sum, week) => sum + week.paidMinutes, 0),
          unpaidMinutes: weeks.reduce((sum, week) => sum + week.unpaidMinutes, 0),
        },
        people: {
          paid: everybody.filter(({ paidMinutes }) => paidMinutes > 0).length,
          unpaid: everybody.filter(({ unpaidMinutes }) => unpaidMinutes > 0).length,
        },
        goalHours: monthlyGoalOf((await unit.municipality()).settings),
      };
    });
  }
}

/** A week in which nobody worked is a fact and not a gap. */
export function withEmptyWeeks(weeks: readonly PeriodMinutes[], { from, to }: ReportSpan): PeriodMinutes[] {
  const known = new Map(weeks.map((week) => [week.start, week]));
  const all: PeriodMinutes[] = [];
  for (let start: LocalDate = mondayOf(from); start <= to; start = addDays(start, 7))
    all.push(known.get(start) ?? { start, paidMinutes: 0, unpaidMinutes: 0, paidPeople: 0, unpaidPeople: 0 });
  return all;
}
