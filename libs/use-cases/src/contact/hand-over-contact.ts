import { firstName, refuseUnless, type Actor, type ContactAssignment, type HandoverReason } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';
import { assignContact } from './assign-contact.js';
import { contactInWords, fixedContactOf } from './who-answers.js';
import { citizensAtWork } from './citizens-at-work.js';

export interface HandoverInput {
  toId: string;
  reason: HandoverReason;
  note: string | null;
}

/**
 * The fixed contact changes. Each change costs 22 % of the chance (Rosholm et al. 2017, R18), so it needs a
 * reason, stays in the history, and both sides are told whom to call now.
 */
export class HandOverContact {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(smallJobId: string, input: HandoverInput, actor: Actor): Promise<ContactAssignment> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, smallJobId, input),
    );
  }

  async within(unit: UnitOfWork, smallJobId: string, input: HandoverInput): Promise<ContactAssignment> {
    const smallJob = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
    const before = await fixedContactOf(unit, smallJobId);
    const { toId: staffId, reason, note } = input;
    const contact = await assignContact(unit, this.ids, { smallJobId, staffId, reason, note });
    refuseUnless(smallJob.status === 'draft' || contact.phone, 'small-job.no-fixed-contact');
    const words = { ...contactInWords(contact), before: before ? firstName(before) : '' };
    const assignment = found(
      await unit.contacts.first({ smallJobId, endedAt: { isNull: true } }),
      'contact.not-set',
    );
    const occasion = assignment.id;
    const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
    if (smallJob.status !== 'draft') {
      await this.correspondence.toCompany(
        unit,
        company,
        {
          template: 'contact-handover-company',
          data: { ...words, companyContact: firstName(smallJob.companyContact), title: smallJob.title },
          subjectId: smallJobId,
          occasion,
        },
        { phone: smallJob.companyContact.phone, email: company.contact.email },
      );
    }
    for (const citizen of await citizensAtWork(unit, smallJobId)) {
      await this.correspondence.toCitizen(
        unit,
        citizen,
        contact,
        {
          template: 'contact-handover',
          data: { ...words, firstName: firstName(citizen) },
          subjectId: smallJobId,
          occasion,
        },
        { kind: 'tell-citizen', smallJobId, note: `Ny kontaktperson: ${contact.name}` },
      );
    }
    return assignment;
  }
}
