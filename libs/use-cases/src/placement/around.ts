import { localDateOf, type Citizen, type Company, type SmallJob, type Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactsOf } from '../contact/contacts-of.js';
import { found } from '../wiring/permissions.js';

/** What a row of a list says besides itself: who, which job, where, and whom to call today. */
export interface Around {
  citizen: Pick<Citizen, 'id' | 'name'>;
  smallJob: Pick<SmallJob, 'id' | 'title' | 'startDate'>;
  company: Pick<Company, 'id' | 'name'>;
  contact: Staff | null;
}

interface Placed {
  citizenId: string;
  smallJobId: string;
}

/** For many rows in as many reads as for one. */
export async function around(unit: UnitOfWork, rows: readonly Placed[]): Promise<(row: Placed) => Around> {
  if (rows.length === 0) return () => nothing();
  const smallJobIds = idsOf(rows, ({ smallJobId }) => smallJobId);
  const smallJobs = byId(await unit.smallJobs.list({ id: { in: smallJobIds } }));
  const companyIds = idsOf([...smallJobs.values()], ({ companyId }) => companyId);
  const companies = byId(await unit.companies.list({ id: { in: companyIds } }));
  const citizens = byId(await unit.citizens.list({ id: { in: idsOf(rows, ({ citizenId }) => citizenId) } }));
  const contacts = await contactsOf(unit, smallJobIds);
  return ({ citizenId, smallJobId }) => {
    const citizen = found(citizens.get(citizenId), 'citizen.not-found');
    const smallJob = found(smallJobs.get(smallJobId), 'small-job.not-found');
    const company = found(companies.get(smallJob.companyId), 'company.not-found');
    return {
      citizen: { id: citizen.id, name: citizen.name },
      smallJob: { id: smallJob.id, title: smallJob.title, startDate: smallJob.startDate },
      company: { id: company.id, name: company.name },
      contact: contacts(smallJobId).answersToday,
    };
  };
}

/** The small jobs that a member of staff answers for today, as the fixed contact or in somebody's place. */
export async function ownSmallJobs(unit: UnitOfWork, staffId: string): Promise<string[]> {
  const today = localDateOf(await unit.now());
  const fixed = await unit.contacts.list({ staffId, endedAt: { isNull: true } });
  const covered = await unit.covers.list({ byStaffId: staffId, from: { to: today }, to: { from: today } });
  return [...new Set([...fixed, ...covered].map(({ smallJobId }) => smallJobId))];
}

/** Names of the staff who are named by id, also of those who have left. */
export async function staffNames(
  unit: UnitOfWork,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const staff = await unit.staff.list({ id: { in: known } });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

export const idsOf = <T>(rows: readonly T[], id: (row: T) => string): string[] => [...new Set(rows.map(id))];

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

function nothing(): never {
  throw new Error('Nothing was asked about');
}
