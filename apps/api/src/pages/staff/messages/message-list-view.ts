import type { Message, Temporal } from '#domain';
import type { MessageListQuery, MessageListRecord, ShiftChoicesRecord } from '#use-cases';
import { page } from '../../frame/page.js';
import { messagesWords as w } from '../../words/desk-messages.js';
import type { ListChoices, ListFilter, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { capital } from '../../words/choices.js';
import { shortTime } from '../placement/when.js';
import type { RoomLink } from '../placement/rooms.js';
import { isLost, MESSAGES, reasonOf, receiverOf, stateOf, whatOf } from './message-row.js';

interface MessagesView {
  heading: string;
  rooms: RoomLink[];
  intro: string;
  list: ListView;
}

export const messagesPage = page<MessagesView>('staff/messages/messages');

export const INBOUND = `${MESSAGES}/ind`;

/** What goes out and what comes in. */
export const roomsOf = (here: string): RoomLink[] => [
  { href: MESSAGES, label: w.outbound, current: here === MESSAGES },
  { href: INBOUND, label: w.inbound, current: here === INBOUND },
];

export function messageListChoices({ companies, citizen }: ShiftChoicesRecord): ListChoices {
  const filters: ListFilter[] = [
    { name: 'status', label: w.state, options: optionsOf(w.stateOptions) },
    { name: 'til', label: w.receiver, options: optionsOf(w.receivers) },
    { name: 'maade', label: w.channel, options: optionsOf(w.channels) },
    {
      name: 'firma',
      label: w.company,
      options: companies.map(({ id, name }) => ({ value: id, label: name })),
    },
    ...(citizen
      ? [{ name: 'borger', label: w.citizen, options: [{ value: citizen.id, label: citizen.name }] }]
      : []),
  ];
  return { path: MESSAGES, views: w.viewLabels, filters, sorts: {} };
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What somebody asks for by hand is looked for among all messages. */
export const askedMessages = (state: ListState): ListState =>
  Object.keys(state.filters).length > 0 ? { ...state, view: 'alle' } : state;

export const messageQueryOf = ({ view, filters }: ListState): MessageListQuery => ({
  view: w.views[view] ?? 'all',
  ...(filters['status'] && { state: filters['status'] as Exclude<Message['state'], 'sending'> }),
  ...(filters['til'] && { receiver: filters['til'] as Message['receiver'] }),
  ...(filters['maade'] && { channel: filters['maade'] as Message['channel'] }),
  ...(filters['firma'] && { companyId: filters['firma'] }),
  ...(filters['borger'] && { citizenId: filters['borger'] }),
});

export const messagesView = (
  record: MessageListRecord,
  choices: ListChoices,
  state: ListState,
  now: Temporal.Instant,
): MessagesView => ({
  heading: w.heading,
  rooms: roomsOf(MESSAGES),
  intro: w.intro[state.view] ?? '',
  list: listView({
    choices,
    state,
    counts: { 'kom-ikke-frem': record.counts.lost, venter: record.counts.waiting },
    caption: w.caption,
    columns: w.columns,
    rows: record.items.map((named) => ({
      id: named.message.id,
      href: `${MESSAGES}/${named.message.id}`,
      cells: [
        capital(shortTime(named.message.createdAt, now)),
        { text: whatOf(named.message) },
        { text: receiverOf(named), under: w.channels[named.message.channel] },
        isLost(named.message)
          ? { text: '', badge: stateOf(named.message, now), under: reasonOf(named.message) }
          : { text: stateOf(named.message, now), under: reasonOf(named.message) },
      ],
    })),
    next: record.next,
    empty: w.empty[state.view] ?? '',
  }),
});
