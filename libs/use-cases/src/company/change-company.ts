import type { Actor, Company } from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { strikePhone } from '../citizen/register-citizen.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import type { CompanyInput } from './register-company.js';

/** Null clears what can be absent; the contact is merged. */
export type CompanyChange = Partial<Pick<CompanyInput, 'name' | 'address'>> &
  Partial<Pick<Company, 'position' | 'industry'>> & { contact?: Partial<Company['contact']> };

export class ChangeCompany {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(companyId: string, change: CompanyChange, actor: Actor): Promise<Company> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      refuseOtherCompany(actor, companyId, 'company.not-found');
      const before = found(await unit.companies.lock(companyId), 'company.not-found');
      const { contact, ...rest } = change;
      const company: Company = {
        ...before,
        ...rest,
        contact: { ...before.contact, ...contact },
      };
      await unit.companies.update(company);
      if (company.contact.phone !== before.contact.phone) {
        const jobs = await unit.smallJobs.list({ companyId });
        const stillUsed = jobs.some((job) => job.companyContact.phone === before.contact.phone);
        if (!stillUsed)
          await strikePhone(unit, this.secrets, before.contact.phone, { id: companyId, who: 'company' });
        const key = this.secrets.phoneHash(company.contact.phone);
        await unit.enlist({ kind: 'phone', key, subjectId: company.id, details: { who: 'company' } });
      }
      return company;
    });
  }
}
