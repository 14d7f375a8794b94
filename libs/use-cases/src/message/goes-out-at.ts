import { firstAllowed, type Temporal } from '#domain';
import type { RunningConditions, UnitOfWork } from '../ports/index.js';

/** The first moment from `wanted` on when a message may leave: quiet hours hold all but the ladder's. */
export async function goesOutAt(
  unit: UnitOfWork,
  { quietHoursKept }: RunningConditions,
  wanted: Temporal.Instant,
  urgent = false,
): Promise<Temporal.Instant> {
  if (urgent || !quietHoursKept) return wanted;
  return firstAllowed(wanted, (await unit.municipality()).settings.quietHours);
}
