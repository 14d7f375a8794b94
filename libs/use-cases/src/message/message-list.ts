import type { Actor, Message, MessageState, Temporal } from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { definedOf } from '../records/match-records.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

/** Ready-made questions about messages; `lost` is what did not arrive or nobody knows of. */
export const messageViews = ['lost', 'waiting', 'all'] as const;
export type MessageView = (typeof messageViews)[number];

export interface MessageListQuery {
  view: MessageView;
  state?: Exclude<MessageState, 'sending'>;
  channel?: Message['channel'];
  receiver?: Message['receiver'];
  citizenId?: string;
  companyId?: string;
}

export interface NamedMessage {
  message: Message;
  /** Whom it was written to. */
  receiver: { id: string; name: string } | null;
}

export interface MessageListRecord extends Page<NamedMessage> {
  counts: Record<'lost' | 'waiting', number>;
  now: Temporal.Instant;
}

/** A message that was taken back because things had changed is no trouble. */
const LOST: Criteria<Message> = {
  state: { in: ['failed', 'uncertain'] },
  reason: { notIn: ['no-longer-relevant'] },
};
const WAITING: Criteria<Message> = { state: { in: ['queued', 'sending'] } };
const DAYS_LOST = 30;

/** What was written to whom and what became of it, newest first. */
export class MessageList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws not-allowed for others than staff */
  async show(
    { view, state, ...filter }: MessageListQuery,
    page: PageRequest,
    actor: Actor,
  ): Promise<MessageListRecord> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      const since = now.subtract({ hours: 24 * DAYS_LOST });
      const lost: Criteria<Message> = { ...LOST, stateAt: { from: since } };
      const where: Criteria<Message> = {
        ...(view === 'lost' ? lost : view === 'waiting' ? WAITING : {}),
        ...definedOf(filter),
        ...(state && (state === 'queued' ? WAITING : { state })),
      };
      const { items, next } = await sortedPageOf(unit.messages, where, page, { by: 'id', direction: 'desc' });
      const counts = { lost: await unit.messages.count(lost), waiting: await unit.messages.count(WAITING) };
      return { items: await withReceivers(unit, items, actor), next, counts, now };
    });
  }
}

/** With the name of whom each was written to, in three reads for all of them. */
export async function withReceivers(
  unit: UnitOfWork,
  messages: readonly Message[],
  actor: Actor,
): Promise<NamedMessage[]> {
  const idsOf = (of: (message: Message) => string | null): string[] => [
    ...new Set(messages.flatMap((message) => of(message) ?? [])),
  ];
  const citizenIds = idsOf(({ citizenId }) => citizenId);
  await logShown(unit, actor, citizenIds, 'message.list');
  const people = [
    ...(citizenIds.length === 0 ? [] : await unit.citizens.list({ id: { in: citizenIds } })),
    ...(await unit.companies.list({ id: { in: idsOf(({ companyId }) => companyId) } })),
    ...(await unit.staff.list({ id: { in: idsOf(({ staffId }) => staffId) } })),
  ];
  const names = new Map(people.map(({ id, name }) => [id, { id, name }]));
  return messages.map((message) => ({
    message,
    receiver: names.get(message.citizenId ?? message.companyId ?? message.staffId ?? '') ?? null,
  }));
}
