import {
  countedMinutes,
  localDateOf,
  Temporal,
  type Actor,
  type LocalDate,
  type Shift,
  type AccessPurpose,
} from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { firstNames } from './first-names.js';
import { followUps, type ShiftFollowUp } from './follow-ups.js';
import { definedOf } from './match-records.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export interface ShiftFilter {
  from?: LocalDate;
  to?: LocalDate;
  smallJobId?: string;
  citizenId?: string;
}

export interface ShiftRecord {
  shift: Shift;
  /** First name; only for the workplace, which has no id to go by. */
  person: string | null;
  /** Who is on it, when the person has not been seen and the workplace knows. */
  followUp: ShiftFollowUp | null;
}

export interface LedgerLine {
  shift: Shift;
  paidMinutes: number;
  unpaidMinutes: number;
}

export class ShiftRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(
    { from, to, ...filter }: ShiftFilter,
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<ShiftRecord>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const where: Criteria<Shift> = {
        ...definedOf(filter),
        ...((from || to) && { date: definedOf({ from, to }) }),
        ...(actor.role === 'employer' && { companyId: actor.companyId ?? '' }),
      };
      const { items, next } = await pageOf(unit.shifts, where, page);
      return { items: await shown(unit, items, actor, 'shift.list'), next };
    });
  }

  async show(shiftId: string, actor: Actor): Promise<ShiftRecord> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shift = found(await unit.shifts.find(shiftId), 'shift.not-found');
      refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
      const [record] = await shown(unit, [shift], actor, 'shift.show');
      return found(record, 'shift.not-found');
    });
  }

  /** A citizen's month: paid and unpaid minutes apart, always (R66, R86). Without a month: this one. */
  async ledger(filter: { citizenId?: string; month?: string }, actor: Actor): Promise<LedgerLine[]> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const month = filter.month ?? localDateOf(await unit.now()).slice(0, 7);
      const first = `${month}-01`;
      const last = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString();
      const shifts = await unit.shifts.list(
        {
          date: { from: first, to: last },
          state: { notIn: ['cancelled'] },
          ...(filter.citizenId && { citizenId: filter.citizenId }),
          ...(actor.role === 'employer' && { companyId: actor.companyId ?? '' }),
        },
        { order: [{ by: 'startsAt' }, { by: 'id' }] },
      );
      await logShown(
        unit,
        actor,
        shifts.map(({ citizenId }) => citizenId),
        'paid-hours',
      );
      return shifts.map(ledgerLineOf);
    });
  }
}

export function ledgerLineOf(shift: Shift): LedgerLine {
  const minutes = countedMinutes(shift);
  return { shift, paidMinutes: shift.paid ? minutes : 0, unpaidMinutes: shift.paid ? 0 : minutes };
}

async function shown(
  unit: UnitOfWork,
  shifts: Shift[],
  actor: Actor,
  purpose: AccessPurpose,
): Promise<ShiftRecord[]> {
  const citizenIds = shifts.map(({ citizenId }) => citizenId);
  await logShown(unit, actor, citizenIds, purpose);
  const names = await firstNames(unit, actor, citizenIds);
  const told = await followUps(unit, shifts);
  return shifts.map((shift) => ({
    shift,
    person: names.get(shift.citizenId) ?? null,
    followUp: told.get(shift.id) ?? null,
  }));
}
