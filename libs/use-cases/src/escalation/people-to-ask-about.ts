import { firstName, type Shift } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

export interface AskedAbout {
  shift: Shift;
  person: string;
}

/** Cases whose question comes within these minutes share one SMS. */
const TOGETHER_MINUTES = 15;

/**
 * Everybody at the same workplace whom nobody has seen: two people at one company, one question (practice). Their rows are
 * locked; the one it began with is among them in any case, as it is now.
 */
export async function peopleToAskAbout(unit: UnitOfWork, shift: Shift): Promise<AskedAbout[]> {
  const unseen = await unit.shifts.list(
    {
      companyId: shift.companyId,
      state: 'unconfirmed',
      startsAt: {
        from: shift.startsAt.subtract({ minutes: TOGETHER_MINUTES }),
        to: shift.startsAt.add({ minutes: TOGETHER_MINUTES }),
      },
    },
    { lock: true },
  );
  const cases = await unit.escalations.list({
    companyId: shift.companyId,
    ladder: 'not-seen',
    state: 'open',
  });
  const inCase = new Set(cases.map((open) => open.shiftId));
  const asked = unseen.filter(
    (row) => row.id === shift.id || (inCase.has(row.id) && row.workplaceAskedAt === null),
  );
  const own = asked.some((row) => row.id === shift.id) ? undefined : await unit.shifts.lock(shift.id);
  const all = own ? [own, ...asked] : asked;
  const citizens = await unit.citizens.list({ id: { in: all.map((row) => row.citizenId) } });
  const nameOf = new Map(citizens.map((citizen) => [citizen.id, firstName(citizen)]));
  return all.map((row) => ({ shift: row, person: nameOf.get(row.citizenId) ?? '' }));
}
