import {
  cvrFrom,
  hasRequired,
  mayActForCompany,
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
  /** The provider says that this person may act for the company here: only such a person becomes a new user. */
  mayBeNew: boolean;
}

/**
 * Finds the person of a company: the company by the number that the provider vouches for, the user by the provider's
 * subject, then by address. Working there is not enough: a colleague or the municipality has added the person, or the
 * provider says who may.
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
    if (!hasRequired(claims, names) || !mayActForCompany(claims, names)) return { outcome: 'no-role' };
    const cvr = cvrFrom(claims, names);
    if (!cvr) return { outcome: 'no-company' };
    const person: Person = {
      issuer,
      subject,
      name: nameFrom(claims, names),
      email: verifiedEmailFrom(claims, names),
      mayBeNew: Boolean(names.employers),
    };
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const company = await unit.companies.first({ cvr }, { lock: true });
      if (!company) return { outcome: 'no-company' };
      const user = await this.userOf(unit, company.id, person);
      if (!user) return { outcome: 'unknown' };
      const { id: userId, companyId } = user;
      return { outcome: 'signed-in', account: { kind: 'company-user', municipalityId, companyId, userId } };
    });
  }

  /** Active, or nobody: whoever was removed comes in again when a colleague has added the address again. */
  private async userOf(
    unit: UnitOfWork,
    companyId: string,
    person: Person,
  ): Promise<CompanyUser | undefined> {
    const { issuer, subject, name, email, mayBeNew } = person;
    const identities = await unit.externalIdentities.list({ issuer, subject, kind: 'company-user' });
    const users = await unit.companyUsers.list({
      companyId,
      id: { in: identities.map((one) => one.accountId) },
    });
    const bound = users.find(({ active }) => active);
    if (bound || email === undefined) return bound;
    const wasRemoved =
      users.length > 0 || (await unit.companyUsers.first({ companyId, email, active: false })) !== undefined;
    const known = await userWithAddress(unit, companyId, { email });
    if (known) return this.bind(unit, person, known);
    if (wasRemoved || !mayBeNew || name === undefined) return undefined;
    return this.bind(unit, person, await this.addUser.within(unit, companyId, { name, email }));
  }

  /** @returns undefined when the user is somebody else of the same provider. */
  private async bind(
    unit: UnitOfWork,
    { issuer, subject }: Person,
    user: CompanyUser,
  ): Promise<CompanyUser | undefined> {
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
