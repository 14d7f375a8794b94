import type { Actor, ContactAssignment, ContactCover, SmallJob, SmallJobStatus, Staff } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { fixedContactOf, whoAnswers } from '../contact/who-answers.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { pageOf, type Page, type PageRequest } from './page.js';

/** A small job with the one person to call: the fixed contact, and who answers today. */
export interface SmallJobWithContact {
  smallJob: SmallJob;
  fixedContact: Staff | null;
  answersToday: Staff | null;
}

export class SmallJobRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(filter: { status?: SmallJobStatus; companyId?: string }, page: PageRequest, actor: Actor): Promise<Page<SmallJobWithContact>> {
    const companyId = actor.role === 'employer' ? actor.companyId : filter.companyId;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const where = { ...(filter.status && { status: filter.status }), ...(companyId && { companyId }) };
      const { items, next } = await pageOf(unit.smallJobs, where, page);
      const withContacts: SmallJobWithContact[] = [];
      for (const smallJob of items) withContacts.push(await withContact(unit, smallJob));
      return { items: withContacts, next };
    });
  }

  async show(smallJobId: string, actor: Actor): Promise<SmallJobWithContact> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, smallJob.companyId, 'small-job.not-found');
      return withContact(unit, smallJob);
    });
  }

  /** The history of contact persons, and the covers. */
  async contacts(smallJobId: string, actor: Actor): Promise<{ assignments: ContactAssignment[]; covers: ContactCover[] }> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, smallJob.companyId, 'small-job.not-found');
      return {
        assignments: await unit.contacts.list({ smallJobId }, { order: [{ by: 'startedAt' }] }),
        covers: await unit.covers.list({ smallJobId }, { order: [{ by: 'from' }] }),
      };
    });
  }
}

async function withContact(unit: UnitOfWork, smallJob: SmallJob): Promise<SmallJobWithContact> {
  return {
    smallJob,
    fixedContact: (await fixedContactOf(unit, smallJob.id)) ?? null,
    answersToday: (await whoAnswers(unit, smallJob.id, await unit.now())) ?? null,
  };
}
