import {
  cvrFrom,
  nameFrom,
  verifiedEmailFrom,
  type Claims,
  type CompanyUser,
  type IdentityProvider,
} from '#domain';
import { AddCompanyUser, userWithAddress } from '../company/add-company-user.js';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import type { ProviderOutcome } from './sign-in-staff.js';

interface Person {
  issuer: string;
  subject: string;
  name: string | undefined;
  email: string | undefined;
}

/**
 * Finds the person of a company: the company by the number that the provider vouches for, the user by the provider's
 * subject, then by address. A company that is registered here has no stranger: who acts for it there, does here.
 */
export class SignInEmployer {
  static readonly needs = [Transactor, Ids, AddCompanyUser] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly addUser: AddCompanyUser,
  ) {}

  async execute(provider: IdentityProvider, subject: string, claims: Claims): Promise<ProviderOutcome> {
    const { municipalityId, issuer, claims: names } = provider;
    const cvr = cvrFrom(claims, names);
    if (!cvr) return { outcome: 'no-company' };
    const person: Person = {
      issuer,
      subject,
      name: nameFrom(claims, names),
      email: verifiedEmailFrom(claims, names),
    };
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const company = await unit.companies.first({ cvr }, { lock: true });
      if (!company) return { outcome: 'no-company' };
      const user = await this.userOf(unit, company.id, person);
      if (!user?.active) return { outcome: 'unknown' };
      const { id: userId, companyId } = user;
      return { outcome: 'signed-in', account: { kind: 'company-user', municipalityId, companyId, userId } };
    });
  }

  /** Somebody whose access was taken away stays out: the binding outlives it. */
  private async userOf(
    unit: UnitOfWork,
    companyId: string,
    person: Person,
  ): Promise<CompanyUser | undefined> {
    const { issuer, subject, name, email } = person;
    const identities = await unit.externalIdentities.list({ issuer, subject, kind: 'company-user' });
    for (const { accountId } of identities) {
      const user = await unit.companyUsers.find(accountId);
      if (user?.companyId === companyId) return user;
    }
    if (email === undefined || name === undefined) return undefined;
    const user =
      (await userWithAddress(unit, companyId, { email })) ??
      (await this.addUser.within(unit, companyId, { name, email }));
    if (await unit.externalIdentities.first({ issuer, accountId: user.id })) return undefined;
    await unit.externalIdentities.insert({
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      issuer,
      subject,
      kind: 'company-user',
      accountId: user.id,
      boundAt: await unit.now(),
    });
    return user;
  }
}
