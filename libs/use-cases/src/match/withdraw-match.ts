import { matchStates, type Actor, type Match, type WithdrawReason } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { WithdrawOffer } from '../offer/withdraw-offer.js';
import { endTasks } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';

/** The municipality takes a proposal back, or the citizen has changed her or his mind. */
export class WithdrawMatch {
  static readonly needs = [Transactor, WithdrawOffer] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly withdrawOffer: WithdrawOffer,
  ) {}

  async execute(matchId: string, actor: Actor, reason?: WithdrawReason): Promise<Match> {
    const withdrawal = reason ? { reason, byStaffId: actor.staffId ?? null } : null;
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, matchId, withdrawal),
    );
  }

  async within(unit: UnitOfWork, matchId: string, withdrawal: Match['withdrawal'] = null): Promise<Match> {
    const peek = found(await unit.matches.find(matchId), 'match.not-found');
    await unit.smallJobs.lock(peek.smallJobId);
    const match = found(await unit.matches.lock(matchId), 'match.not-found');
    const state = matchStates.move(match.state, 'withdrawn');
    const offer = await unit.offers.first({ matchId, state: { in: ['sent', 'visiting'] } });
    if (offer) await this.withdrawOffer.within(unit, offer.id);
    const withdrawn: Match = {
      ...match,
      state,
      decidedAt: await unit.now(),
      remindAt: null,
      lapsesAt: null,
      withdrawal,
    };
    await unit.matches.update(withdrawn);
    await endTasks(unit, { matchId }, 'Forslaget er trukket tilbage');
    await unit.record({ type: 'MatchWithdrawn', matchId });
    return withdrawn;
  }
}
