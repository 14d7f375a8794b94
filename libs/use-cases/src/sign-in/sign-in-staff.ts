import {
  hasRequired,
  plainEmail,
  roleFrom,
  verifiedEmailFrom,
  type Account,
  type Claims,
  type IdentityProvider,
  type Staff,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';

export type ProviderOutcome =
  | { outcome: 'signed-in'; account: Account }
  /** The provider knows the person, and says nothing that would open this. */
  | { outcome: 'no-role' }
  /** Nobody here is this person. */
  | { outcome: 'unknown' }
  /** No company with this number in the municipality. */
  | { outcome: 'no-company' };

/**
 * Finds who of the staff has come back from the provider. By the provider's own subject; the first time by an address
 * that it vouches for, which is bound to the subject from then on. The role is what the claims say today.
 */
export class SignInStaff {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(provider: IdentityProvider, subject: string, claims: Claims): Promise<ProviderOutcome> {
    const role = roleFrom(claims, provider.claims);
    if (!role || !hasRequired(claims, provider.claims)) return { outcome: 'no-role' };
    const { municipalityId, issuer } = provider;
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const staff =
        (await this.bound(unit, issuer, subject)) ??
        (await this.bind(unit, issuer, subject, verifiedEmailFrom(claims, provider.claims)));
      if (!staff?.active) return { outcome: 'unknown' };
      if (staff.role !== role) await unit.staff.update({ ...staff, role });
      return { outcome: 'signed-in', account: { kind: 'staff', municipalityId, staffId: staff.id } };
    });
  }

  private async bound(unit: UnitOfWork, issuer: string, subject: string): Promise<Staff | undefined> {
    const identity = await unit.externalIdentities.first({ issuer, subject, kind: 'staff' });
    return identity && unit.staff.lock(identity.accountId);
  }

  /** Two with one address are told apart by nobody here; one who is bound to another subject stays bound. */
  private async bind(
    unit: UnitOfWork,
    issuer: string,
    subject: string,
    email: string | undefined,
  ): Promise<Staff | undefined> {
    if (email === undefined) return undefined;
    const all = await unit.staff.list({ active: true, email: { isNull: false } });
    const [staff, another] = all.filter((one) => plainEmail(one.email!) === email);
    if (!staff || another) return undefined;
    const accountId = staff.id;
    if (await unit.externalIdentities.first({ issuer, accountId })) return undefined;
    await unit.externalIdentities.insert({
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      issuer,
      subject,
      kind: 'staff',
      accountId,
      boundAt: await unit.now(),
    });
    return unit.staff.lock(accountId);
  }
}
