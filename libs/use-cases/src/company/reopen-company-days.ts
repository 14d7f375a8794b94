import { canReopen, refuseUnless, type Actor, type Agreement, type ClosingDays, type Shift } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { PlanShifts } from '../shift/plan-shifts.js';
import { tellAboutShift, type ShiftNews } from '../shift/tell-about-shift.js';
import { openTask } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface Reopened {
  closingDays: ClosingDays;
  /** Shifts that take place after all. */
  backOn: number;
  /** Cancelled shifts that did not come back, since the person's hours are others now; the contact looks at them. */
  leftOut: number;
}

const backOn: ShiftNews = {
  template: 'shift-back-on',
  question: 'shift',
  note: 'Vagten er på planen igen',
};

/**
 * Closing days are taken back before they begin. What they cancelled is on again as far as it is still agreed and
 * nothing else was planned meanwhile, and whoever heard "no work" hears that there is.
 */
export class ReopenCompanyDays {
  static readonly needs = [Transactor, Ids, PlanShifts, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly planShifts: PlanShifts,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws company.closing-days-not-found, company.closing-days-too-late */
  async execute(companyId: string, closingDaysId: string, actor: Actor): Promise<Reopened> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.companies.lock(companyId), 'company.not-found');
      const closingDays = found(await unit.closingDays.lock(closingDaysId), 'company.closing-days-not-found');
      refuseUnless(closingDays.companyId === companyId, 'company.closing-days-not-found');
      refuseUnless(canReopen(closingDays, await unit.now()), 'company.closing-days-too-late');
      await unit.closingDays.remove({ id: closingDaysId });
      const agreements = await unit.agreements.list({ companyId, state: 'signed' }, { lock: true });
      const cancelled = new Set(closingDays.cancelledShiftIds);
      const back: Shift[] = [];
      for (const agreement of agreements) {
        const { from, to } = closingDays;
        back.push(...(await this.planShifts.again(unit, agreement, { from, to }, cancelled)));
      }
      for (const shift of back.filter(({ id }) => cancelled.has(id)))
        await tellAboutShift(unit, this.correspondence, shift, backOn);
      const leftOut = cancelled.size - back.filter(({ id }) => cancelled.has(id)).length;
      if (leftOut > 0) await this.askContact(unit, closingDays, agreements, leftOut);
      await unit.record({ type: 'CompanyReopened', companyId, closingDaysId }, actor);
      return { closingDays, backOn: back.length, leftOut };
    });
  }

  private async askContact(
    unit: UnitOfWork,
    { from, to }: ClosingDays,
    agreements: readonly Agreement[],
    leftOut: number,
  ): Promise<void> {
    const smallJobId = agreements[0]?.smallJobId ?? null;
    const assignment = smallJobId
      ? await unit.contacts.first({ smallJobId, endedAt: { isNull: true } })
      : undefined;
    await openTask(unit, this.ids, {
      kind: 'tell-company',
      staffId: assignment?.staffId ?? null,
      smallJobId,
      note: `Firmaet har fortrudt at holde lukket ${from} til ${to}. ${leftOut} aflyste vagter kom ikke på planen igen.`,
      dueAt: await unit.now(),
    });
  }
}
