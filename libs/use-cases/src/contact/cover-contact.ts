import { dayInWords, firstName, refuseUnless, type Actor, type ContactCover, type LocalDate } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';
import { citizensAtWork } from './citizens-at-work.js';
import { contactInWords, fixedContactOf } from './who-answers.js';

export interface CoverInput {
  byId: string;
  from: LocalDate;
  to: LocalDate;
}

/** Somebody answers for some days (leave, illness). The fixed contact stays the same person. */
export class CoverContact {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(smallJobId: string, input: CoverInput, actor: Actor): Promise<ContactCover> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const smallJob = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
      refuseUnless(input.from <= input.to, 'contact.cover-invalid');
      const by = found(await unit.staff.find(input.byId), 'staff.not-found');
      const fixed = found(await fixedContactOf(unit, smallJobId), 'contact.not-set');
      refuseUnless(by.id !== fixed.id, 'contact.same-person');
      const overlapping = await unit.covers.first({
        smallJobId,
        from: { to: input.to },
        to: { from: input.from },
      });
      refuseUnless(!overlapping, 'contact.cover-overlaps', { coverId: overlapping?.id });
      const cover: ContactCover = {
        id: this.ids.next(),
        municipalityId: actor.municipalityId,
        smallJobId,
        byStaffId: by.id,
        from: input.from,
        to: input.to,
      };
      await unit.covers.insert(cover);
      const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
      const words = (language: 'da' | 'en') => ({
        ...contactInWords(by),
        fixedContact: firstName(fixed),
        from: dayInWords(input.from, language),
        to: dayInWords(input.to, language),
      });
      const about = { subjectId: smallJobId, occasion: cover.id };
      if (smallJob.status !== 'draft') {
        const data = { ...words('da'), companyContact: firstName(smallJob.companyContact) };
        const person = { phone: smallJob.companyContact.phone, email: company.contact.email };
        await this.correspondence.toCompany(
          unit,
          company,
          { template: 'contact-cover-company', data, ...about },
          person,
        );
      }
      for (const citizen of await citizensAtWork(unit, smallJobId)) {
        const data = { ...words(citizen.language), firstName: firstName(citizen) };
        await this.correspondence.toCitizen(
          unit,
          citizen,
          by,
          { template: 'contact-cover', data, ...about },
          { kind: 'tell-citizen', smallJobId, note: `${by.name} svarer i stedet for ${fixed.name}` },
        );
      }
      await unit.record({ type: 'ContactCovered', smallJobId, coverId: cover.id });
      return cover;
    });
  }
}
