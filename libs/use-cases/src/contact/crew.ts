import { addDays, localDateOf, type Crew, type Temporal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Everybody who works here, who is away on the day, and who is on the duty list at the moment. */
export async function crewAt(unit: UnitOfWork, now: Temporal.Instant): Promise<Crew> {
  const today = localDateOf(now);
  const [staff, leaves, turns, holidays] = await Promise.all([
    unit.staff.list({ active: true }, { order: [{ by: 'id' }] }),
    unit.leaves.list({ from: { to: today }, to: { from: today }, takenBackAt: { isNull: true } }),
    unit.dutyTurns.list({ from: { to: now }, to: { after: now }, removedAt: { isNull: true } }),
    unit.holidays(today, addDays(today, 1)),
  ]);
  return { now, staff, leaves, turns, holidays };
}
