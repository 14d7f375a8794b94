import { refuseUnless, type Actor, type Company } from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany, refuseUnlessStaff } from '../wiring/permissions.js';
import { AddCompanyUser } from './add-company-user.js';
import { contactAsUser } from './contact-as-user.js';
import { enlistCompanyPhone, giveUpAddresses, isReachedAt } from './give-up-addresses.js';
import type { CompanyInput } from './register-company.js';

/** Null clears what can be absent; the contact is merged. */
export type CompanyChange = Partial<Pick<CompanyInput, 'name' | 'address'>> &
  Partial<Pick<Company, 'position' | 'industry' | 'ruledOutCitizenIds'>> & {
    contact?: Partial<Company['contact']>;
  };

export class ChangeCompany {
  static readonly needs = [Transactor, Secrets, AddCompanyUser] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly addUser: AddCompanyUser,
  ) {}

  async execute(companyId: string, change: CompanyChange, actor: Actor): Promise<Company> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, companyId, change, actor),
    );
  }

  async within(unit: UnitOfWork, companyId: string, change: CompanyChange, actor: Actor): Promise<Company> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    const { ruledOutCitizenIds: ruledOut } = change;
    if (ruledOut !== undefined) {
      // Whom a company does not want stays between it and the contact: it has no list of citizens to choose from.
      refuseUnlessStaff(actor);
      const known = ruledOut.length === 0 ? 0 : await unit.citizens.count({ id: { in: ruledOut } });
      refuseUnless(known === new Set(ruledOut).size, 'citizen.not-found');
    }
    const before = found(await unit.companies.lock(companyId), 'company.not-found');
    const { contact, ...rest } = change;
    const company: Company = {
      ...before,
      ...rest,
      contact: { ...before.contact, ...contact },
    };
    await unit.companies.update(company);
    if (contact) {
      const { addUser, secrets } = this;
      await contactAsUser(unit, { addUser, secrets }, companyId, before.contact, company.contact);
    }
    if (company.contact.phone !== before.contact.phone) {
      await correctInJobs(unit, before, company);
      if (!(await isReachedAt(unit, company, before.contact.phone)))
        await giveUpAddresses(unit, this.secrets, company, [before.contact.phone]);
      await enlistCompanyPhone(unit, this.secrets, companyId, company.contact.phone);
    }
    if (before.contact.email && company.contact.email !== before.contact.email)
      await giveUpAddresses(unit, this.secrets, company, [before.contact.email]);
    return company;
  }
}

/** The same person has another number: the jobs that call the old one would ask a stranger who has come to work. */
async function correctInJobs(unit: UnitOfWork, before: Company, { id, contact }: Company): Promise<void> {
  const { name, phone } = before.contact;
  if (contact.name !== name) return;
  for (const job of await unit.smallJobs.list(
    { companyId: id, status: { notIn: ['closed'] } },
    { lock: true },
  ))
    if (job.companyContact.phone === phone && job.companyContact.name === name)
      await unit.smallJobs.update({ ...job, companyContact: { name, phone: contact.phone } });
}
