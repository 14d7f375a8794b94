import {
  firstName,
  isCitizensWish,
  matchStates,
  type Actor,
  type Match,
  type Withdrawal,
  type WithdrawReason,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords, fixedContactOf } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { WithdrawOffer } from '../offer/withdraw-offer.js';
import { endTasks, openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';

/**
 * The municipality takes a proposal back, or the citizen has changed her or his mind. Whoever said no aloud has it in
 * writing; whoever said yes and waits hears it from a person.
 */
export class WithdrawMatch {
  static readonly needs = [Transactor, Ids, WithdrawOffer, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly withdrawOffer: WithdrawOffer,
    private readonly correspondence: Correspondence,
  ) {}

  /** `how`: the way the citizen said it. @throws match.wrong-state, agreement.already-exists */
  async execute(
    matchId: string,
    actor: Actor,
    reason?: WithdrawReason,
    how?: Withdrawal['how'],
  ): Promise<Match> {
    const withdrawal = reason ? { reason, byStaffId: actor.staffId ?? null, ...(how && { how }) } : null;
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, matchId, withdrawal, actor),
    );
  }

  async within(
    unit: UnitOfWork,
    matchId: string,
    withdrawal: Withdrawal | null = null,
    actor?: Actor,
  ): Promise<Match> {
    const peek = found(await unit.matches.find(matchId), 'match.not-found');
    await unit.smallJobs.lock(peek.smallJobId);
    const match = found(await unit.matches.lock(matchId), 'match.not-found');
    const state = matchStates.move(match.state, 'withdrawn');
    const offer = await unit.offers.first({ matchId, state: { in: ['sent', 'visiting', 'accepted'] } });
    if (offer) await this.withdrawOffer.within(unit, offer.id, { withdrawal, actor });
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
    if (!offer) await this.tellCitizen(unit, withdrawn);
    await unit.record({ type: 'MatchWithdrawn', matchId }, actor);
    return withdrawn;
  }

  /** Nothing to somebody who was only asked: the link says that the job is gone. */
  private async tellCitizen(unit: UnitOfWork, match: Match): Promise<void> {
    const { withdrawal } = match;
    if (withdrawal && isCitizensWish(withdrawal)) {
      const { how } = withdrawal;
      if (how === 'phone' || how === 'in-person') await this.receipt(unit, match);
      return;
    }
    if (match.interest === null) return;
    const contact = await fixedContactOf(unit, match.smallJobId);
    await openTask(unit, this.ids, {
      kind: 'tell-citizen-no',
      staffId: contact?.id ?? match.proposedByStaffId,
      citizenId: match.citizenId,
      matchId: match.id,
      smallJobId: match.smallJobId,
      note: 'Forslaget er trukket tilbage',
      dueAt: await unit.now(),
    });
  }

  private async receipt(unit: UnitOfWork, match: Match): Promise<void> {
    const citizen = found(await unit.citizens.find(match.citizenId), 'citizen.not-found');
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
    const contact = await contactFor(unit, match.smallJobId, await unit.now());
    const data = { firstName: firstName(citizen), ...contactInWords(contact), title: smallJob.title };
    const letter = { template: 'interest-declined' as const, data, subjectId: match.id };
    await this.correspondence.toCitizen(unit, citizen, contact, letter, null);
  }
}
