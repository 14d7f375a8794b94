import { checkClosing, localDateOf, type Actor, type ClosingDays, type LocalDate } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { CancelShift } from '../shift/cancel-shift.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

export interface ClosingDaysInput {
  from: LocalDate;
  to: LocalDate;
  reason?: string;
}

/** What people with a shift are told when the company has said nothing else. */
const USUAL_REASON = 'Virksomheden holder lukket';

/** Holidays, stocktaking: one tap cancels the shifts of these days and tells everyone. */
export class CloseCompanyDays {
  static readonly needs = [Transactor, Ids, CancelShift] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly cancelShift: CancelShift,
  ) {}

  /** @throws company.closing-days-invalid, company.closing-days-past, company.closing-days-too-long */
  async execute(
    companyId: string,
    input: ClosingDaysInput,
    actor: Actor,
  ): Promise<{ closingDays: ClosingDays; cancelled: number }> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      refuseOtherCompany(actor, companyId, 'company.not-found');
      found(await unit.companies.lock(companyId), 'company.not-found');
      const { from, to } = input;
      // A second click, or a colleague who had the same thought: these days are closed already.
      const same = await unit.closingDays.first({ companyId, from, to });
      if (same) return { closingDays: same, cancelled: same.cancelledShiftIds.length };
      checkClosing({ from, to }, localDateOf(await unit.now()));
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
        await this.cancelShift.within(unit, shift.id, input.reason ?? USUAL_REASON, actor);
      }
      await unit.record({ type: 'CompanyClosed', companyId, closingDaysId: closingDays.id }, actor);
      return { closingDays, cancelled: shifts.length };
    });
  }
}
