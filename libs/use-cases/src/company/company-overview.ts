import {
  addDays,
  localDateOf,
  type Actor,
  type Company,
  type LocalDate,
  type Match,
  type SmallJob,
  type SmallJobStatus,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { companyShifts, type CompanyShift } from '../records/company-shifts.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { monthsToConfirm, type MonthToConfirm } from './months-to-confirm.js';

/** What waits for a company, and its day. */
export interface CompanyOverviewRecord {
  company: Company;
  now: Temporal.Instant;
  today: LocalDate;
  /** Proposals that wait for an answer; by pseudonym, as they are shown. */
  proposals: { id: string; pseudonym: string; title: string }[];
  /** Months that are over and have shifts to confirm, the oldest first. */
  months: MonthToConfirm[];
  /** Today's shifts. */
  shifts: CompanyShift[];
  /** The first one after today; null when none is planned. */
  next: CompanyShift | null;
  smallJobs: Record<SmallJobStatus, number>;
  /** Tasks that somebody has begun to write. */
  drafts: number;
}

export class CompanyOverview {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async show(companyId: string, actor: Actor): Promise<CompanyOverviewRecord> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const company = found(await unit.companies.find(companyId), 'company.not-found');
      const now = await unit.now();
      const today = localDateOf(now);
      const jobs = await unit.smallJobs.list({ companyId });
      const todays = await unit.shifts.list(
        { companyId, date: { from: today, to: today } },
        { order: [{ by: 'startsAt' }, { by: 'id' }] },
      );
      const coming = await unit.shifts.first(
        { companyId, state: 'planned', date: { from: addDays(today, 1) } },
        { order: [{ by: 'startsAt' }] },
      );
      const shown = await companyShifts(
        unit,
        [...todays, ...(coming ? [coming] : [])],
        actor,
        'company.overview',
      );
      return {
        company,
        now,
        today,
        proposals: await proposalsTo(unit, jobs),
        months: await monthsToConfirm(unit, companyId, today, now),
        shifts: shown.filter(({ shift }) => shift.id !== coming?.id),
        next: shown.find(({ shift }) => shift.id === coming?.id) ?? null,
        smallJobs: countByStatus(jobs),
        drafts: await unit.postingDrafts.count({ companyId, smallJobId: { isNull: true } }),
      };
    });
  }
}

/** Only what the citizen has agreed to is a proposal; the oldest waits on top. */
async function proposalsTo(
  unit: UnitOfWork,
  jobs: readonly SmallJob[],
): Promise<CompanyOverviewRecord['proposals']> {
  if (jobs.length === 0) return [];
  const matches: Match[] = await unit.matches.list(
    { smallJobId: { in: jobs.map(({ id }) => id) }, state: 'proposed', interest: { isNull: false } },
    { order: [{ by: 'proposedAt' }] },
  );
  return matches.map(({ id, pseudonym, smallJobId }) => ({
    id,
    pseudonym,
    title: jobs.find((job) => job.id === smallJobId)?.title ?? '',
  }));
}

function countByStatus(jobs: readonly SmallJob[]): Record<SmallJobStatus, number> {
  const counts: Record<SmallJobStatus, number> = { draft: 0, open: 0, paused: 0, filled: 0, closed: 0 };
  for (const { status } of jobs) counts[status] += 1;
  return counts;
}
