import { isContactOf, plainEmail, refuseUnless, type Actor, type CompanyUser } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import type { KnownCompanyUser } from '../records/company-user-records.js';
import { openSignInDoor } from '../sign-in/sign-in-doors.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface CompanyUserInput {
  name: string;
  email?: string | null;
  /** E.164. */
  phone?: string | null;
}

/** Somebody more who may act for a company: an employer lets colleagues in, the municipality anybody. */
export class AddCompanyUser {
  static readonly needs = [Transactor, Ids, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {}

  /** @throws company-user.unreachable without address and number; company-user.already-there. */
  async execute(companyId: string, input: CompanyUserInput, actor: Actor): Promise<KnownCompanyUser> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const company = found(await unit.companies.lock(companyId), 'company.not-found');
      const known = await userWithAddress(unit, companyId, input);
      refuseUnless(!known, 'company-user.already-there', { userId: known?.id });
      const user = await this.within(unit, companyId, input);
      return { ...user, isContact: isContactOf(company, user) };
    });
  }

  async within(unit: UnitOfWork, companyId: string, input: CompanyUserInput): Promise<CompanyUser> {
    const user: CompanyUser = {
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      companyId,
      name: input.name,
      email: input.email ? plainEmail(input.email) : null,
      phone: input.phone ?? null,
      active: true,
      createdAt: await unit.now(),
      removedAt: null,
    };
    refuseUnless(user.email ?? user.phone, 'company-user.unreachable');
    await unit.companyUsers.insert(user);
    await openSignInDoor(unit, this.secrets, user.email, { id: user.id, who: 'company-user' });
    await openSignInDoor(unit, this.secrets, user.phone, { id: user.id, who: 'company-user' });
    return user;
  }
}

/** An active user of the company who has this address or this number. */
export async function userWithAddress(
  unit: UnitOfWork,
  companyId: string,
  { email, phone }: Pick<CompanyUserInput, 'email' | 'phone'>,
): Promise<CompanyUser | undefined> {
  const byEmail = email
    ? await unit.companyUsers.first({ companyId, active: true, email: plainEmail(email) })
    : undefined;
  if (byEmail || !phone) return byEmail;
  return unit.companyUsers.first({ companyId, active: true, phone });
}
