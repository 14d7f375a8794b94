import {
  lastMondays,
  localDateOf,
  type Actor,
  type LocalDate,
  type SmallJobStatus,
  type Temporal,
} from '#domain';
import type { Exclusion } from '#matching';
import { MatchingIndexes } from '../match/index/matching-indexes.js';
import { Transactor, type PeriodMinutes, type UnitOfWork } from '../ports/index.js';
import { whoLooks } from '../records/log-shown.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';
import { caseloadFigure, type CaseloadFigure } from './caseload-report.js';
import { contactChangesFigure, readChanges, type ContactChangesFigure } from './contact-changes-report.js';
import {
  latenessFigure,
  LATENESS_DAYS,
  readCases,
  readTeams,
  type LatenessFigure,
} from './lateness-report.js';
import { withEmptyWeeks } from './paid-hours-report.js';
import { monthFigure, type MonthFigure } from './people-with-hours.js';
import { isOnlyUnpaid, placementTotals, type PlacementsReport } from './placements-report.js';
import { aYearBefore, type ReportSpan } from './report-span.js';
import { waitingFigure, type WaitingFigure } from './waiting-list.js';

export interface FiguresNow {
  /** The clock of the database when it was read, all of one moment. */
  at: Temporal.Instant;
  smallJobs: Record<Extract<SmallJobStatus, 'open' | 'filled' | 'paused'>, number>;
  /** In paid hours today, and of them those with unpaid hours beside. */
  peopleNow: { paid: number; hybrid: number };
  month: MonthFigure;
  /** Twelve weeks, this one last; of it what has been so far. */
  weeks: PeriodMinutes[];
  lateness: LatenessFigure & { days: number };
  caseloads: CaseloadFigure;
  contactChanges: ContactChangesFigure & ReportSpan;
  waiting: WaitingFigure;
  excluding: Exclusion;
  placements: PlacementsReport['totals'] & { companies: number; onlyUnpaid: number };
}

const WEEKS = 12;

/** A leader's truth of this morning: counts and sums of one moment, and no name of a citizen. */
export class ShowFigures {
  static readonly needs = [MatchingIndexes, Transactor] as const;

  constructor(
    private readonly indexes: MatchingIndexes,
    private readonly transactor: Transactor,
  ) {}

  /** The rules first, in a transaction of their own: it begins again when others write, and that is soon done. */
  async execute(actor: Actor): Promise<FiguresNow> {
    refuseUnlessLeader(actor);
    const { municipalityId } = actor;
    const excluding = await this.indexes.inMunicipality(municipalityId, 'exact', async (unit, matching) => {
      const current = await matching();
      await unit.logAccess({
        ...whoLooks(actor),
        kind: 'calculated',
        citizenIds: 'everybody',
        purpose: 'report.figures',
      });
      return current.exclusion();
    });
    return { ...(await this.transactor.atOneMoment(municipalityId, counted)), excluding };
  }
}

async function counted(unit: UnitOfWork): Promise<Omit<FiguresNow, 'excluding'>> {
  const at = await unit.now();
  const today = localDateOf(at);
  const year = { from: aYearBefore(today), to: today };
  const placements = await unit.figures.placements(at);
  const inPaidHours = await unit.figures.inPaidHours(today);
  return {
    at,
    smallJobs: await smallJobsBy(unit),
    peopleNow: {
      paid: inPaidHours.length,
      hybrid: inPaidHours.filter(({ isHybrid }) => isHybrid).length,
    },
    month: (await monthFigure(unit, at)).figure,
    weeks: await weeksUpTo(unit, today, at),
    lateness: {
      ...latenessFigure(await readCases(unit, at), await readTeams(unit), at),
      days: LATENESS_DAYS,
    },
    caseloads: await caseloadFigure(unit),
    contactChanges: { ...year, ...contactChangesFigure(await readChanges(unit, year)) },
    waiting: await waitingFigure(unit, at),
    placements: {
      ...placementTotals(placements),
      companies: placements.length,
      onlyUnpaid: placements.filter(isOnlyUnpaid).length,
    },
  };
}

async function smallJobsBy(unit: UnitOfWork): Promise<FiguresNow['smallJobs']> {
  const count = (status: SmallJobStatus): Promise<number> => unit.smallJobs.count({ status });
  return { open: await count('open'), filled: await count('filled'), paused: await count('paused') };
}

async function weeksUpTo(
  unit: UnitOfWork,
  today: LocalDate,
  until: Temporal.Instant,
): Promise<PeriodMinutes[]> {
  const span = { from: lastMondays(today, WEEKS)[0]!, to: today };
  return withEmptyWeeks(await unit.figures.minutes('week', { ...span, until }), span);
}
