import {
  agreementStates,
  localDateOf,
  weeklyPaidMinutes,
  type Actor,
  type Agreement,
  type TaskKind,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { freeSeat } from '../offer/seats.js';
import { closeMatch } from '../offer/close-match.js';
import { PlanShifts } from '../shift/plan-shifts.js';
import { endTasks, openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';

export interface EndInput {
  reason: string;
  learnt?: string;
  /** Who has heard it from a person already. */
  told?: readonly ('citizen' | 'company')[];
}

/** Reasons that mean that it did not go well, whoever saw it first. */
const didNotFit: readonly string[] = ['citizen-wished', 'company-wished', 'health-of-the-match'];

/** What was planned for an agreement that runs. */
const overWithIt: readonly TaskKind[] = ['follow-up', 'grow-hours', 'first-day'];

/**
 * It ends, for a reason (`job-ended`: the last day of the small job has passed), and what was learnt is kept for the
 * next match (R51). Planned shifts go away, the seat is free, matching begins again (R12), and the citizen waits from now
 * on. No machine says so: whoever has not heard it is put on the contact's list.
 */
export class EndAgreement {
  static readonly needs = [Transactor, Ids, PlanShifts] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly planShifts: PlanShifts,
  ) {}

  async execute(agreementId: string, input: EndInput, actor: Actor): Promise<Agreement> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, agreementId, input, actor),
    );
  }

  /** `actor` is missing when the last day of the small job has passed and nobody did anything. */
  async within(unit: UnitOfWork, agreementId: string, input: EndInput, actor?: Actor): Promise<Agreement> {
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
      wentWell: !didNotFit.includes(input.reason),
    };
    // A draft was never begun: there is nothing to have gone well, and the wait goes on.
    if (before.state === 'signed') {
      const waitingSince = (await this.worksElsewhere(unit, citizen.id)) ? citizen.waitingSince : now;
      await unit.citizens.update({ ...citizen, waitingSince, triedJobs: [...citizen.triedJobs, tried] });
    }
    await this.passItOn(unit, ended, input, actor);
    await unit.record({ type: 'AgreementEnded', agreementId }, actor);
    return ended;
  }

  /** Whoever has another job still waits for nothing; the wait begins when the last one ends. */
  private async worksElsewhere(unit: UnitOfWork, citizenId: string): Promise<boolean> {
    return (await unit.agreements.count({ citizenId, state: 'signed' })) > 0;
  }

  private async passItOn(
    unit: UnitOfWork,
    { citizenId, smallJobId }: Agreement,
    { reason, told = [] }: EndInput,
    actor?: Actor,
  ): Promise<void> {
    // After the last day the talk about what comes now is still to be had.
    const over = reason === 'job-ended' ? overWithIt : [...overWithIt, 'job-ends' as const];
    for (const kind of over) await endTasks(unit, { citizenId, smallJobId, kind }, 'Aftalen er slut');
    const contact = await fixedContactOf(unit, smallJobId);
    const about = {
      staffId: contact?.id ?? actor?.staffId ?? null,
      citizenId,
      smallJobId,
      note: 'Aftalen er slut',
      dueAt: await unit.now(),
    };
    if (reason !== 'citizen-wished' && !told.includes('citizen'))
      await openTask(unit, this.ids, { kind: 'tell-citizen', ...about });
    if (reason !== 'company-wished' && !told.includes('company'))
      await openTask(unit, this.ids, { kind: 'tell-company', ...about });
  }
}
