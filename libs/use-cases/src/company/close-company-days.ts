import { refuseUnless, type Actor, type ClosingDays, type LocalDate } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { CancelShift } from '../shift/cancel-shift.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface ClosingDaysInput {
  from: LocalDate;
  to: LocalDate;
  reason?: string;
}

/** Holidays, stocktaking: one tap cancels the shifts of these days and tells everyone. */
export class CloseCompanyDays {
  static readonly needs = [Transactor, Ids, CancelShift] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly cancelShift: CancelShift,
  ) {}

  async execute(
    companyId: string,
    input: ClosingDaysInput,
    actor: Actor,
  ): Promise<{ closingDays: ClosingDays; cancelled: number }> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      refuseOtherCompany(actor, companyId, 'company.not-found');
      found(await unit.companies.lock(companyId), 'company.not-found');
      const { from, to } = input;
      refuseUnless(from <= to, 'company.closing-days-invalid');
      // A second click, or a colleague who had the same thought: these days are closed already.
      const same = await unit.closingDays.first({ companyId, from, to });
      if (same) return { closingDays: same, cancelled: same.cancelledShiftIds.length };
      const closingDays: ClosingDays = {
        id: this.ids.next(),
        municipalityId: actor.municipalityId,
        companyId,
        from,
        to,
        reason: input.reason ?? null,
        cancelledShiftIds: [],
      };
      const shifts = await unit.shifts.list({
        companyId,
        state: 'planned',
        date: { from, to },
      });
      closingDays.cancelledShiftIds = shifts.map(({ id }) => id);
      await unit.closingDays.insert(closingDays);
      for (const shift of shifts) {
        await this.cancelShift.within(unit, shift.id, input.reason ?? 'Virksomheden holder lukket', actor);
      }
      await unit.record({ type: 'CompanyClosed', companyId, closingDaysId: closingDays.id });
      return { closingDays, cancelled: shifts.length };
    });
  }
}
