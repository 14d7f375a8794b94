import {
  daysOfMonth,
  localDateOf,
  monthLineOf,
  monthTotals,
  monthVersion,
  type Actor,
  type Citizen,
  type Company,
  type MonthLine,
  type MonthTotals,
  type Shift,
  type SmallJob,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** The shifts of one person in one small job, in order of time. */
export interface MonthPerson {
  agreementId: string;
  smallJob: SmallJob;
  citizen: Pick<Citizen, 'id' | 'name'>;
  lines: MonthLine[];
  totals: MonthTotals;
}

export interface MonthRecord {
  company: Company;
  /** `2026-11`. */
  month: string;
  now: Temporal.Instant;
  /** What is seen here, to be sent along with *Stemmer*. */
  version: string;
  people: MonthPerson[];
  totals: MonthTotals;
}

/** The hours of a company's people, planned ones prefilled: what is left to confirm, and what stands. */
export class MonthRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** The month that is named; otherwise the one that is now. */
  async show(companyId: string, month: string | undefined, actor: Actor): Promise<MonthRecord> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) =>
      this.within(unit, companyId, month ?? localDateOf(await unit.now()).slice(0, 7), actor),
    );
  }

  async within(unit: UnitOfWork, companyId: string, month: string, actor: Actor): Promise<MonthRecord> {
    const company = found(await unit.companies.find(companyId), 'company.not-found');
    const shifts = await shiftsOfMonth(unit, companyId, month);
    const citizenIds = [...new Set(shifts.map(({ citizenId }) => citizenId))];
    await logShown(unit, actor, citizenIds, 'company.month');
    const now = await unit.now();
    const lines = shifts.map((shift) => monthLineOf(shift, now));
    const citizens = citizenIds.length === 0 ? [] : await unit.citizens.list({ id: { in: citizenIds } });
    const jobIds = [...new Set(shifts.map(({ smallJobId }) => smallJobId))];
    const jobs = jobIds.length === 0 ? [] : await unit.smallJobs.list({ id: { in: jobIds } });
    const agreementIds = [...new Set(shifts.map((shift) => shift.agreementId))];
    const people = agreementIds.map((agreementId) => {
      const own = lines.filter(({ shift }) => shift.agreementId === agreementId);
      const { citizenId, smallJobId } = own[0]!.shift;
      const citizen = found(
        citizens.find(({ id }) => id === citizenId),
        'citizen.not-found',
      );
      const smallJob = found(
        jobs.find(({ id }) => id === smallJobId),
        'small-job.not-found',
      );
      const person = { id: citizen.id, name: citizen.name };
      return { agreementId, smallJob, citizen: person, lines: own, totals: monthTotals(own) };
    });
    people.sort((a, b) => a.citizen.name.localeCompare(b.citizen.name, 'da'));
    return { company, month, now, version: monthVersion(lines), people, totals: monthTotals(lines) };
  }
}

/** Whom a company had at work in a month. A shift that gave way to new hours was never a shift to anybody. */
export async function shiftsOfMonth(
  unit: UnitOfWork,
  companyId: string,
  month: string,
  lock = false,
): Promise<Shift[]> {
  const shifts = await unit.shifts.list(
    { companyId, date: daysOfMonth(month) },
    lock ? { lock } : { order: [{ by: 'startsAt' }, { by: 'id' }] },
  );
  return shifts.filter(({ cancelReason }) => cancelReason !== REPLANNED);
}

/** As `PlanShifts.clearFrom` writes it. */
const REPLANNED = 'replanned';
