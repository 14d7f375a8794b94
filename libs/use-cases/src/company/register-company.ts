import { DomainError, type Actor, type Address, type Company, type Position } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { AddCompanyUser } from './add-company-user.js';

export interface CompanyInput {
  cvr: string;
  name: string;
  address: Address;
  position?: Position;
  industry?: string;
  contact: { name: string; phone: string; email?: string };
}

export class RegisterCompany {
  static readonly needs = [Transactor, Ids, Secrets, AddCompanyUser] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly addUser: AddCompanyUser,
  ) {}

  /** @throws company.cvr-taken naming the other company. */
  async execute(input: CompanyInput, actor: Actor): Promise<Company> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, input, actor));
  }

  async within(unit: UnitOfWork, input: CompanyInput, actor: Actor): Promise<Company> {
    const other = await unit.companies.first({ cvr: input.cvr });
    if (other) throw new DomainError('company.cvr-taken', { companyId: other.id, name: other.name });
    const company: Company = {
      id: this.ids.next(),
      municipalityId: actor.municipalityId,
      cvr: input.cvr,
      name: input.name,
      address: input.address,
      position: input.position ?? null,
      industry: input.industry ?? null,
      contact: { ...input.contact, email: input.contact.email ?? null },
      ruledOutCitizenIds: [],
      createdAt: await unit.now(),
    };
    await unit.companies.insert(company);
    await unit.enlist({
      kind: 'phone',
      key: this.secrets.phoneHash(company.contact.phone),
      subjectId: company.id,
      details: { who: 'company' },
    });
    // Whom the municipality talks to is the first who may sign in.
    await this.addUser.within(unit, company.id, company.contact);
    await unit.record({ type: 'CompanyRegistered', companyId: company.id }, actor);
    return company;
  }
}
