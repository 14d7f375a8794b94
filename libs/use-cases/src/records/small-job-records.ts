import type { Actor, ContactAssignment, ContactCover, SmallJob, SmallJobStatus, Staff } from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { contactsOf, type SmallJobContacts } from '../contact/contacts-of.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { pageOf, type Page, type PageRequest } from './page.js';

/** A small job with the one person to call. */
export interface SmallJobWithContact extends SmallJobContacts {
  smallJob: SmallJob;
}

export interface ContactHistory extends SmallJobContacts {
  assignments: ContactAssignment[];
  covers: ContactCover[];
  /** Everybody who is named in the two. */
  staff: Staff[];
}

export class SmallJobRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(
    filter: { status?: SmallJobStatus; companyId?: string },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<SmallJobWithContact>> {
    const companyId = actor.role === 'employer' ? actor.companyId : filter.companyId;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const where = { ...statusFilter(filter.status, actor), ...(companyId && { companyId }) };
      const { items, next } = await pageOf(unit.smallJobs, where, page);
      const told = (await asTold(unit, items, actor)).filter(
        ({ status }) => !filter.status || status === filter.status,
      );
      return { items: await withContacts(unit, told), next };
    });
  }

  async show(smallJobId: string, actor: Actor): Promise<SmallJobWithContact> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, smallJob.companyId, 'small-job.not-found');
      const [shown] = await withContacts(unit, await asTold(unit, [smallJob], actor));
      return found(shown, 'small-job.not-found');
    });
  }

  /** Who answers now, the history of contact persons, and the covers. */
  async contacts(smallJobId: string, actor: Actor): Promise<ContactHistory> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, smallJob.companyId, 'small-job.not-found');
      const assignments = await unit.contacts.list({ smallJobId }, { order: [{ by: 'startedAt' }] });
      const covers = await unit.covers.list({ smallJobId }, { order: [{ by: 'from' }] });
      const ids = [...assignments.map(({ staffId }) => staffId), ...covers.map(({ byStaffId }) => byStaffId)];
      const staff = await unit.staff.list({ id: { in: [...new Set(ids)] } });
      return { ...(await contactsOf(unit, [smallJobId]))(smallJobId), assignments, covers, staff };
    });
  }
}

/** What is filled for the municipality may still be open for the company, so both are read for it. */
function statusFilter(status: SmallJobStatus | undefined, actor: Actor): Criteria<SmallJob> {
  if (!status) return {};
  const mayDiffer = actor.role === 'employer' && (status === 'open' || status === 'filled');
  return { status: mayDiffer ? { in: ['open', 'filled'] as const } : status };
}

/** A company hears of the last yes when it is binding; until then its small job is open to it. */
async function asTold(unit: UnitOfWork, smallJobs: SmallJob[], actor: Actor): Promise<SmallJob[]> {
  const filled = smallJobs.filter(({ status }) => status === 'filled').map(({ id }) => id);
  if (actor.role !== 'employer' || filled.length === 0) return smallJobs;
  const untold = await unit.offers.list({
    smallJobId: { in: filled },
    state: 'accepted',
    companyToldAt: { isNull: true },
  });
  const notYet = new Set(untold.map(({ smallJobId }) => smallJobId));
  return smallJobs.map((job) => (notYet.has(job.id) ? { ...job, status: 'open' as const } : job));
}

async function withContacts(unit: UnitOfWork, smallJobs: SmallJob[]): Promise<SmallJobWithContact[]> {
  if (smallJobs.length === 0) return [];
  const contacts = await contactsOf(
    unit,
    smallJobs.map(({ id }) => id),
  );
  return smallJobs.map((smallJob) => ({ smallJob, ...contacts(smallJob.id) }));
}
