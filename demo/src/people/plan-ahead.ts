import { addDays, localDateOf, type Citizen, type LocalDate, type Temporal } from '#domain';
import { PlanShifts, type Transactor, type UnitOfWork } from '#use-cases';
import { NumberedIds } from './demo-ids.js';

/**
 * Plans the shifts ahead as the product does, with their due times. The first ones are left out: no seeded
 * shift and no reminder of one may fall due while somebody looks around in a demo that has just begun.
 */
export async function planAhead(unit: UnitOfWork, transactor: Transactor): Promise<void> {
  const now = await unit.now();
  const agreements = await unit.agreements.list({ state: 'signed' });
  for (const agreement of agreements) {
    const citizen = await unit.citizens.find(agreement.citizenId);
    const plan = new PlanShifts(transactor, new NumberedIds(`shift ahead of agreement ${agreement.id}`));
    await plan.within(unit, agreement, 'refuse-overlap', firstDayAhead(now, citizen!));
  }
}

/** A day and a half away; more for those who hear of Monday on Friday already. */
const firstDayAhead = (now: Temporal.Instant, { mondayReminder }: Citizen): LocalDate =>
  addDays(localDateOf(now.add({ hours: 36 })), mondayReminder === 'friday' ? 3 : 1);
