import {
  isContactOf,
  isStaff,
  refuseUnless,
  type Actor,
  type Company,
  type CompanyPerson,
  type CompanyUser,
} from '#domain';
import { endFeedOf } from '../calendar/own-feed.js';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { enlistCompanyPhone, giveUpAddresses } from './give-up-addresses.js';

/**
 * Takes the access away: sessions end with the account (sign-in/find-account.ts), the number and the address speak for
 * the company no more, and the secret address of its calendar ends, since everybody knew it. The last one is taken
 * away by the municipality only, or the company would have shut itself out.
 */
export class RemoveCompanyUser {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /**
   * `newContactUserId`: who is written to and called from now on, when that was the one who is removed. Twice is once.
   *
   * @throws company-user.last-one, company-user.is-contact without a new one, company-user.no-phone when that one has
   * no number
   */
  async execute(
    companyId: string,
    userId: string,
    actor: Actor,
    { newContactUserId }: { newContactUserId?: string | null } = {},
  ): Promise<void> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      // Two who remove each other wait here for one another.
      const company = found(await unit.companies.lock(companyId), 'company.not-found');
      const user = found(await unit.companyUsers.lock(userId), 'company-user.not-found');
      refuseUnless(user.companyId === companyId, 'company-user.not-found');
      if (!user.active) return;
      const left = (await unit.companyUsers.count({ companyId, active: true })) - 1;
      refuseUnless(left > 0 || isStaff(actor), 'company-user.last-one');
      // Nobody is left to choose: the municipality looks for somebody else to talk to.
      const mustChoose = isContactOf(company, user) && left > 0;
      const successor = mustChoose ? await successorOf(unit, user, newContactUserId) : undefined;
      await unit.companyUsers.update({ ...user, active: false, removedAt: await unit.now() });
      await this.replace(unit, company, user, successor);
      await endFeedOf(unit, this.secrets, { citizenId: null, companyId });
    });
  }

  /** In the company and in its small jobs, so that no message about a person goes the old way. */
  private async replace(
    unit: UnitOfWork,
    company: Company,
    user: CompanyUser,
    successor: CompanyPerson | undefined,
  ): Promise<void> {
    const contact = successor ?? company.contact;
    const still = successor ? [successor.phone, successor.email] : [];
    const gone = [
      user.phone,
      user.email,
      ...(successor ? [company.contact.phone, company.contact.email] : []),
    ]
      .filter((address) => address !== null)
      .filter((address) => !still.includes(address));
    if (successor) await unit.companies.update({ ...company, contact });
    for (const job of await unit.smallJobs.list({ companyId: company.id }, { lock: true }))
      if (gone.includes(job.companyContact.phone))
        await unit.smallJobs.update({ ...job, companyContact: { name: contact.name, phone: contact.phone } });
    await giveUpAddresses(unit, this.secrets, { id: company.id, contact }, [...new Set(gone)]);
    if (successor) await enlistCompanyPhone(unit, this.secrets, company.id, successor.phone);
  }
}

async function successorOf(
  unit: UnitOfWork,
  removed: CompanyUser,
  userId: string | null | undefined,
): Promise<CompanyPerson> {
  refuseUnless(userId && userId !== removed.id, 'company-user.is-contact');
  const user = found(await unit.companyUsers.find(userId), 'company-user.not-found');
  refuseUnless(user.active && user.companyId === removed.companyId, 'company-user.not-found');
  const { name, phone, email } = user;
  refuseUnless(phone !== null, 'company-user.no-phone');
  return { name, phone, email };
}
