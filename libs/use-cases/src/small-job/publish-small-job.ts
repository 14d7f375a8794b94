import { refuseUnless, smallJobStates, type Actor, type SmallJob } from '#domain';
import { enlistCompanyPhone } from '../company/give-up-addresses.js';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { isUnattended } from '../posting/unattended.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** A draft becomes open. It cannot without one reachable person whom both sides may call (R22). */
export class PublishSmallJob {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(smallJobId: string, actor: Actor): Promise<SmallJob> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, smallJobId, actor),
    );
  }

  async within(unit: UnitOfWork, smallJobId: string, actor: Actor): Promise<SmallJob> {
    const before = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
    refuseOtherCompany(actor, before.companyId, 'small-job.not-found');
    const contact = await fixedContactOf(unit, smallJobId);
    refuseUnless(contact?.active && contact.phone, 'small-job.no-fixed-contact');
    refuseUnless(before.status === 'draft', 'small-job.wrong-state', { from: before.status, to: 'open' });
    const status = smallJobStates.move(before.status, 'open');
    // Published only when somebody is on duty for it, or marked as without (practice); what was marked stays so.
    const withoutDuty =
      before.withoutDuty || (await isUnattended(unit, contact.id, before.weeklyShifts, before.startDate));
    const after: SmallJob = { ...before, status, ownerAskedAt: null, withoutDuty };
    await unit.smallJobs.update(after);
    // Of a draft nobody is written to, so nobody answers for it either.
    await enlistCompanyPhone(unit, this.secrets, after.companyId, after.companyContact.phone);
    await unit.record({ type: 'SmallJobPublished', smallJobId }, actor);
    return after;
  }
}
