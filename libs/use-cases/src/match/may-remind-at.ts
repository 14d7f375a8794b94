import { latest, Temporal, type Match } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** So long a person waits, where the municipality has said nothing else. */
const USUAL_WAIT_HOURS = 4;

/** From when a company may be reminded by hand: some hours after it heard last. Null: at once. */
export async function mayRemindAt(
  unit: UnitOfWork,
  { proposedAt, reminders }: Pick<Match, 'proposedAt' | 'reminders'>,
): Promise<Temporal.Instant | null> {
  const { remindAgainAfterHours = USUAL_WAIT_HOURS } = (await unit.municipality()).settings.match;
  const heard = [
    ...(proposedAt ? [proposedAt] : []),
    ...reminders.map(({ at }) => Temporal.Instant.from(at)),
  ];
  return heard.length === 0 ? null : heard.reduce(latest).add({ hours: remindAgainAfterHours });
}
