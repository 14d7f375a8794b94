import { localDateOf, type Actor, type Staff } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface CallableContact {
  staff: Staff;
  /** Has been the company's contact before, or has visited it. */
  knowsCompany: boolean;
}

/**
 * Whom a company may pick to call: consultants with a number and contact hours, who are not covered by somebody else
 * today. Those who know the company come first, then those who follow fewest citizens; the numbers stay here.
 */
export class CallableContacts {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(companyId: string, actor: Actor): Promise<CallableContact[]> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      refuseOtherCompany(actor, companyId, 'company.not-found');
      found(await unit.companies.find(companyId), 'company.not-found');
      return this.within(unit, companyId);
    });
  }

  async within(unit: UnitOfWork, companyId: string): Promise<CallableContact[]> {
    const away = await coveredToday(unit);
    const consultants = await unit.staff.list({
      role: 'consultant',
      active: true,
      phone: { isNull: false },
    });
    const onDuty = consultants.filter(
      ({ id, contactHours }) => contactHours.weekdays.length > 0 && !away.has(id),
    );
    const known = await whoKnows(unit, companyId);
    const cases = await caseloads(unit, onDuty);
    return onDuty
      .map((staff) => ({ staff, knowsCompany: known.has(staff.id), cases: cases.get(staff.id) ?? 0 }))
      .sort(
        (a, b) =>
          Number(b.knowsCompany) - Number(a.knowsCompany) ||
          a.cases - b.cases ||
          a.staff.name.localeCompare(b.staff.name, 'da-DK'),
      )
      .map(({ staff, knowsCompany }) => ({ staff, knowsCompany }));
  }
}

/** Whoever is covered for a small job today is not at work. */
async function coveredToday(unit: UnitOfWork): Promise<Set<string>> {
  const today = localDateOf(await unit.now());
  const covers = await unit.covers.list({ from: { to: today }, to: { from: today } });
  const about = covers.map(({ smallJobId }) => smallJobId);
  const contacts = await unit.contacts.list({ smallJobId: { in: about }, endedAt: { isNull: true } });
  return new Set(contacts.map(({ staffId }) => staffId));
}

async function whoKnows(unit: UnitOfWork, companyId: string): Promise<Set<string>> {
  const jobs = await unit.smallJobs.list({ companyId });
  const contacts = await unit.contacts.list({ smallJobId: { in: jobs.map(({ id }) => id) } });
  const visits = await unit.visits.list({ companyId });
  return new Set([
    ...contacts.map(({ staffId }) => staffId),
    ...visits.flatMap(({ byStaffId }) => byStaffId ?? []),
  ]);
}

/** Counted where they are: no citizen's record has to be read to know how many there are. */
async function caseloads(unit: UnitOfWork, staff: readonly Staff[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { id } of staff) counts.set(id, await unit.citizens.count({ brokerId: id }));
  return counts;
}
