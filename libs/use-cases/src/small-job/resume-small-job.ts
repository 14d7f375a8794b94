import { refuseUnless, type Actor, type SmallJob } from '#domain';
import { Transactor } from '../ports/index.js';
import { acceptedSeats } from '../offer/seats.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** The search goes on; a small job whose seats were taken meanwhile is filled. */
export class ResumeSmallJob {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(smallJobId: string, actor: Actor): Promise<SmallJob> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, before.companyId, 'small-job.not-found');
      refuseUnless(before.status === 'paused', 'small-job.wrong-state', { from: before.status, to: 'open' });
      const accepted = await acceptedSeats(unit, smallJobId);
      const after: SmallJob = { ...before, status: accepted >= before.positions ? 'filled' : 'open' };
      await unit.smallJobs.update(after);
      await unit.record({ type: 'SmallJobPublished', smallJobId }, actor);
      return after;
    });
  }
}
