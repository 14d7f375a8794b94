import { localDateOf, type Actor, type Temporal } from '#domain';
import { Transactor, type PeriodAttendance } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { aYearBefore, spanOf, type AskedSpan, type ReportSpan } from './report-span.js';

export interface AttendanceReport extends ReportSpan {
  at: Temporal.Instant;
  months: PeriodAttendance[];
  totals: Omit<PeriodAttendance, 'start' | 'people'>;
}

/** How shifts went, by month: numbers only. Silence is not absence, and late is a good outcome (R26). */
export class ReportAttendance {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws report.dates-invalid */
  async execute(asked: AskedSpan, actor: Actor): Promise<AttendanceReport> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const span = spanOf(asked, localDateOf(at), aYearBefore);
      const months = await unit.figures.attendance('month', { ...span, until: at });
      const sum = (of: keyof AttendanceReport['totals']): number =>
        months.reduce((all, month) => all + month[of], 0);
      return {
        at,
        ...span,
        months,
        totals: {
          onTime: sum('onTime'),
          late: sum('late'),
          unknown: sum('unknown'),
          told: sum('told'),
          missed: sum('missed'),
        },
      };
    });
  }
}
