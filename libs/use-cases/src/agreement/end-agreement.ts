import { agreementStates, localDateOf, weeklyPaidMinutes, type Actor, type Agreement } from '#domain';
import { Transactor } from '../ports/index.js';
import { freeSeat } from '../offer/seats.js';
import { closeMatch } from '../offer/close-match.js';
import { PlanShifts } from '../shift/plan-shifts.js';
import { found } from '../wiring/permissions.js';

/**
 * It ends, for a reason, and what was learnt is kept for the next match (R51). Planned shifts go away, the seat
 * is free, matching begins again (R12).
 */
export class EndAgreement {
  static readonly needs = [Transactor, PlanShifts] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly planShifts: PlanShifts,
  ) {}

  async execute(
    agreementId: string,
    input: { reason: string; learnt?: string },
    actor: Actor,
  ): Promise<Agreement> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const peek = found(await unit.agreements.find(agreementId), 'agreement.not-found');
      const smallJob = found(await unit.smallJobs.lock(peek.smallJobId), 'small-job.not-found');
      const before = found(await unit.agreements.lock(agreementId), 'agreement.not-found');
      const now = await unit.now();
      const ended: Agreement = {
        ...before,
        state: agreementStates.move(before.state, 'ended'),
        endedAt: now,
        endReason: input.reason,
        learnt: input.learnt ?? null,
      };
      await unit.agreements.update(ended);
      await this.planShifts.clearFrom(unit, ended, localDateOf(now));
      const offer = found(await unit.offers.lock(before.offerId), 'offer.not-found');
      await closeMatch(unit, offer.matchId, 'lapsed');
      await freeSeat(unit, offer);
      const citizen = found(await unit.citizens.lock(before.citizenId), 'citizen.not-found');
      const tried = {
        smallJobId: smallJob.id,
        category: smallJob.category,
        weeklyMinutes: weeklyPaidMinutes(before, localDateOf(now)),
        noise: smallJob.demands.noise,
        peopleContact: smallJob.demands.peopleContact,
        wentWell: input.reason !== 'citizen-wished' && input.reason !== 'company-wished',
      };
      await unit.citizens.update({ ...citizen, triedJobs: [...citizen.triedJobs, tried] });
      await unit.record({ type: 'AgreementEnded', agreementId }, actor);
      return ended;
    });
  }
}
