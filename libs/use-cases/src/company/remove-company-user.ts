import { isStaff, refuseUnless, type Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/**
 * Takes the access away: sessions end with the account (sign-in/find-account.ts). The last one is taken away by the
 * municipality only, or the company would have shut itself out.
 */
export class RemoveCompanyUser {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Twice is once. @throws company-user.last-one */
  async execute(companyId: string, userId: string, actor: Actor): Promise<void> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      // Two who remove each other wait here for one another.
      found(await unit.companies.lock(companyId), 'company.not-found');
      const user = found(await unit.companyUsers.lock(userId), 'company-user.not-found');
      refuseUnless(user.companyId === companyId, 'company-user.not-found');
      if (!user.active) return;
      const left = await unit.companyUsers.count({ companyId, active: true });
      refuseUnless(left > 1 || isStaff(actor), 'company-user.last-one');
      await unit.companyUsers.update({ ...user, active: false, removedAt: await unit.now() });
    });
  }
}
