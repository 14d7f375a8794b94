import {
  addDays,
  checkAgreement,
  localDateOf,
  refuseUnless,
  withHours,
  type Actor,
  type Agreement,
  type LocalDate,
  type PaidSlot,
} from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { PlanShifts } from '../shift/plan-shifts.js';
import { found } from '../wiring/permissions.js';
import { tellNewHours } from './tell-new-hours.js';

/** More hours (12 to 20), or other hours, from a day on. Shifts from that day are planned anew, and both sides are told. */
export class ChangeHours {
  static readonly needs = [Transactor, Ids, PlanShifts, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly planShifts: PlanShifts,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(
    agreementId: string,
    input: { from: LocalDate; weeklyShifts: (Omit<PaidSlot, 'breakMinutes'> & { breakMinutes?: number })[] },
    actor: Actor,
  ): Promise<Agreement> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.agreements.lock(agreementId), 'agreement.not-found');
      refuseUnless(before.state === 'signed', 'agreement.wrong-state', { from: before.state });
      const today = localDateOf(await unit.now());
      refuseUnless(input.from >= today && input.from >= before.paidFrom, 'agreement.dates-invalid', {
        earliest: today,
      });
      const paid = input.weeklyShifts.map((slot) => ({ ...slot, breakMinutes: slot.breakMinutes ?? 0 }));
      const agreement: Agreement = { ...before, hours: withHours(before.hours, { from: input.from, paid }) };
      checkAgreement({ ...agreement, hours: [{ from: input.from, paid }] }, []);
      await this.planShifts.clearFrom(unit, agreement, input.from);
      // New hours far ahead: the days between the plan and them are still to be planned, with the old hours.
      const planEnd = before.plannedTo && addDays(before.plannedTo, 1);
      const planFrom = planEnd && planEnd < input.from ? planEnd : input.from;
      const replanned = await this.planShifts.within(
        unit,
        { ...agreement, plannedTo: null },
        'refuse-overlap',
        planFrom,
      );
      await tellNewHours(unit, this.ids, this.correspondence, replanned, input.from);
      await unit.record({ type: 'HoursChanged', agreementId }, actor);
      return replanned;
    });
  }
}
