import { smallJobStates, type Actor, type SmallJob } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** No new proposals for a while; what is agreed goes on. */
export class PauseSmallJob {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(smallJobId: string, actor: Actor): Promise<SmallJob> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, before.companyId, 'small-job.not-found');
      const after: SmallJob = { ...before, status: smallJobStates.move(before.status, 'paused') };
      await unit.smallJobs.update(after);
      await unit.record({ type: 'SmallJobPaused', smallJobId }, actor);
      return after;
    });
  }
}
