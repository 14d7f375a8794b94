import {
  localDateOf,
  unpaidStanding,
  weeklyMinutes,
  weeklyPaidMinutes,
  type Actor,
  type Agreement,
  type Citizen,
  type ClosingDays,
  type Company,
  type CompanyVisit,
  type LocalDate,
  type Match,
  type SmallJob,
  type Staff,
  type Temporal,
  type UnpaidStanding,
} from '#domain';
import { Transactor, type SmsStop, type UnitOfWork } from '../ports/index.js';
import { contactOfCompany } from '../contact/contact-of-company.js';
import { idsOf, staffNames } from '../placement/around.js';
import { CompanyUserRecords, type KnownCompanyUser } from '../records/company-user-records.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { monthsToConfirm, type MonthToConfirm } from './months-to-confirm.js';

/** A company as the municipality works with it. */
export interface CompanyDesk {
  company: Company;
  now: Temporal.Instant;
  today: LocalDate;
  users: KnownCompanyUser[];
  /** Whom of the municipality the company calls. */
  contact: Staff | null;
  /** Those that are not over first, the newest first. */
  smallJobs: SmallJob[];
  /** Who works there now or will, by the day they began. */
  people: PersonThere[];
  /** The newest first. */
  visits: CompanyVisit[];
  /** That are not over, the next first. */
  closingDays: ClosingDays[];
  /** Proposals that wait for its answer, the oldest first. */
  proposals: (Pick<Match, 'id' | 'pseudonym' | 'proposedAt' | 'lapsesAt'> & { title: string })[];
  months: MonthToConfirm[];
  /** Of its own number and those of its small jobs: the ones that get no SMS, the oldest first. */
  stopped: SmsStop[];
  standing: UnpaidStanding;
  /** Names of the staff who are named by id. */
  staff: ReadonlyMap<string, string>;
}

export interface PersonThere {
  agreement: Agreement;
  citizen: Pick<Citizen, 'id' | 'name'>;
  title: string;
  weekly: { paid: number; unpaid: number };
}

const VISITS = 5;

export class ShowCompanyDesk {
  static readonly needs = [Transactor, CompanyUserRecords] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly users: CompanyUserRecords,
  ) {}

  async execute(companyId: string, actor: Actor): Promise<CompanyDesk> {
    refuseUnlessStaff(actor);
    const users = await this.users.list(companyId, actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const company = found(await unit.companies.find(companyId), 'company.not-found');
      const now = await unit.now();
      const today = localDateOf(now);
      const smallJobs = await unit.smallJobs.list({ companyId });
      const agreements = await unit.agreements.list(
        { companyId, state: { notIn: ['draft'] } },
        { order: [{ by: 'startDate' }] },
      );
      const people = await peopleThere(unit, agreements, smallJobs, today);
      await logShown(
        unit,
        actor,
        people.map(({ citizen }) => citizen.id),
        'agreement.list',
      );
      const visits = await unit.visits.list(
        { companyId },
        { order: [{ by: 'on', direction: 'desc' }], limit: VISITS },
      );
      return {
        company,
        now,
        today,
        users,
        contact: (await contactOfCompany(unit, companyId)) ?? null,
        smallJobs: [...smallJobs].sort(notOverFirst),
        people,
        visits,
        closingDays: await unit.closingDays.list(
          { companyId, to: { from: today } },
          { order: [{ by: 'from' }] },
        ),
        proposals: await proposalsTo(unit, smallJobs),
        months: await monthsToConfirm(unit, companyId, today, now),
        stopped: await stoppedNumbers(unit, company, smallJobs),
        standing: unpaidStanding(agreements, today),
        staff: await staffNames(
          unit,
          visits.map(({ byStaffId }) => byStaffId),
        ),
      };
    });
  }

  /** How its unpaid weeks turn into paid hours (R74). */
  async standing(companyId: string, actor: Actor): Promise<UnpaidStanding> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.companies.find(companyId), 'company.not-found');
      const agreements = await unit.agreements.list({ companyId });
      return unpaidStanding(agreements, localDateOf(await unit.now()));
    });
  }
}

/** Only of numbers that are still written to: one that was changed says nothing about the new one. */
async function stoppedNumbers(
  unit: UnitOfWork,
  { contact }: Company,
  smallJobs: readonly SmallJob[],
): Promise<SmsStop[]> {
  const going = smallJobs.filter(({ status }) => status !== 'closed');
  const phones = [contact.phone, ...going.flatMap(({ companyContact }) => companyContact.phone ?? [])];
  return unit.smsStops.list(
    { phone: { in: [...new Set(phones)] }, endedAt: { isNull: true } },
    { order: [{ by: 'at' }] },
  );
}

async function peopleThere(
  unit: UnitOfWork,
  agreements: readonly Agreement[],
  smallJobs: readonly SmallJob[],
  today: LocalDate,
): Promise<PersonThere[]> {
  const signed = agreements.filter(({ state }) => state === 'signed');
  if (signed.length === 0) return [];
  const citizens = await unit.citizens.list({ id: { in: idsOf(signed, ({ citizenId }) => citizenId) } });
  return signed.map((agreement) => {
    const citizen = found(
      citizens.find(({ id }) => id === agreement.citizenId),
      'citizen.not-found',
    );
    const day = today > agreement.startDate ? today : agreement.startDate;
    return {
      agreement,
      citizen: { id: citizen.id, name: citizen.name },
      title: smallJobs.find(({ id }) => id === agreement.smallJobId)?.title ?? '',
      weekly: { paid: weeklyPaidMinutes(agreement, day), unpaid: weeklyMinutes(agreement.unpaid) },
    };
  });
}

async function proposalsTo(
  unit: UnitOfWork,
  smallJobs: readonly SmallJob[],
): Promise<CompanyDesk['proposals']> {
  if (smallJobs.length === 0) return [];
  const matches = await unit.matches.list(
    { smallJobId: { in: smallJobs.map(({ id }) => id) }, state: 'proposed' },
    { order: [{ by: 'createdAt' }] },
  );
  return matches.map(({ id, pseudonym, proposedAt, lapsesAt, smallJobId }) => ({
    id,
    pseudonym,
    proposedAt,
    lapsesAt,
    title: smallJobs.find((job) => job.id === smallJobId)?.title ?? '',
  }));
}

const ranks: Record<SmallJob['status'], number> = { open: 0, filled: 1, paused: 2, draft: 3, closed: 4 };
const notOverFirst = (a: SmallJob, b: SmallJob): number =>
  ranks[a.status] - ranks[b.status] || (a.id < b.id ? 1 : -1);
