import { openOfferStates, smallJobStates, type Actor, type SmallJob } from '#domain';
import { Transactor } from '../ports/index.js';
import { WithdrawOffer } from '../offer/withdraw-offer.js';
import { WithdrawMatch } from '../match/withdraw-match.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** Ends the search. Open offers and proposals are withdrawn with a word to each; agreements go on. */
export class CloseSmallJob {
  static readonly needs = [Transactor, WithdrawOffer, WithdrawMatch] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly withdrawOffer: WithdrawOffer,
    private readonly withdrawMatch: WithdrawMatch,
  ) {}

  async execute(smallJobId: string, reason: string, actor: Actor): Promise<SmallJob> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, before.companyId, 'small-job.not-found');
      smallJobStates.move(before.status, 'closed');
      for (const offer of await unit.offers.list({ smallJobId, state: { in: openOfferStates } })) {
        await this.withdrawOffer.within(unit, offer.id, { actor, companyKnows: true });
      }
      for (const match of await unit.matches.list({ smallJobId, state: { in: ['asking', 'proposed'] } })) {
        await this.withdrawMatch.within(unit, match.id, null, actor);
      }
      await endTasks(unit, { kind: 'ask-broker', smallJobId }, 'Jobbet er lukket');
      const current = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
      const after: SmallJob = { ...current, status: 'closed', closeReason: reason };
      await unit.smallJobs.update(after);
      await unit.record({ type: 'SmallJobClosed', smallJobId }, actor);
      return after;
    });
  }
}
