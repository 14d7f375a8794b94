import type { Message, Temporal } from '#domain';
import type { Ids, RunningConditions, UnitOfWork } from '../ports/index.js';
import { goesOutAt } from './goes-out-at.js';

/** What a message says, to whom and about what; everything else is alike for each that has not been tried yet. */
export type NewMessage = Omit<
  Message,
  | 'id'
  | 'municipalityId'
  | 'state'
  | 'notBefore'
  | 'createdAt'
  | 'stateAt'
  | 'attempts'
  | 'unasked'
  | 'waitsSince'
  | 'claimedAt'
  | 'provider'
  | 'providerReference'
  | 'reason'
>;

/**
 * The one place where a message comes to be: its row, the line by which receipts find its municipality, and the wake-up
 * of the worker that sends it. Of an earlier message only what it says is taken over, not what came of it.
 */
export async function queueMessage(
  unit: UnitOfWork,
  { ids, conditions }: { ids: Ids; conditions: RunningConditions },
  said: NewMessage,
  wanted?: Temporal.Instant,
): Promise<Message> {
  const now = await unit.now();
  const message: Message = {
    ...said,
    id: ids.next(),
    municipalityId: unit.municipalityId,
    state: 'queued',
    notBefore: await goesOutAt(unit, conditions, wanted ?? now, said.urgent),
    createdAt: now,
    stateAt: now,
    attempts: 0,
    unasked: 0,
    waitsSince: null,
    claimedAt: null,
    provider: null,
    providerReference: null,
    reason: null,
  };
  await unit.messages.insert(message);
  await unit.enlist({ kind: 'message', key: message.id, subjectId: message.id });
  await unit.wake('message.deliver', message.id, message.notBefore);
  return message;
}
