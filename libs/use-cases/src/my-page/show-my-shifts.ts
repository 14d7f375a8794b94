import { localDateOf, addDays, type Actor, type Citizen, type Language, type Shift } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { ownRecord } from './own-record.js';
import { shiftView, type ShiftView } from './shift-page.js';

/** So many days back a shift is still in the list. */
const DAYS_BACK = 14;
const MOST = 60;

export interface MyShifts {
  language: Language;
  next: ShiftView[];
  before: ShiftView[];
}

/** What comes, and what has just been. */
export class ShowMyShifts {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(actor: Actor, language?: Language): Promise<MyShifts> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.shifts', language);
      const today = localDateOf(await unit.now());
      const before = await unit.shifts.list(
        {
          citizenId: citizen.id,
          endsAt: { before: await unit.now() },
          date: { from: addDays(today, -DAYS_BACK) },
        },
        { order: [{ by: 'startsAt', direction: 'desc' }], limit: MOST },
      );
      return {
        language: citizen.language,
        next: await comingShifts(unit, citizen, MOST),
        before: await views(unit, before, citizen),
      };
    });
  }

  /** @throws shift.not-found, also for somebody else's. */
  async show(shiftId: string, actor: Actor, language?: Language): Promise<ShiftView> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.shift', language);
      const shift = found(await unit.shifts.first({ id: shiftId, citizenId: citizen.id }), 'shift.not-found');
      return shiftView(unit, shift, citizen, { all: true });
    });
  }
}

/** The shifts that have not ended, soonest first. Replanned ones are no news to anybody. */
export async function comingShifts(unit: UnitOfWork, citizen: Citizen, limit: number): Promise<ShiftView[]> {
  const shifts = await unit.shifts.list(
    { citizenId: citizen.id, endsAt: { after: await unit.now() }, cancelReason: { notIn: ['replanned'] } },
    { order: [{ by: 'startsAt' }], limit },
  );
  return views(unit, shifts, citizen);
}

async function views(unit: UnitOfWork, shifts: Shift[], citizen: Citizen): Promise<ShiftView[]> {
  const shown: ShiftView[] = [];
  for (const shift of shifts) shown.push(await shiftView(unit, shift, citizen, { all: true }));
  return shown;
}
