import type { Temporal } from '#domain';
import type { InboundMessage, Page } from '#use-cases';
import { page } from '../../frame/page.js';
import { capital } from '../../words/choices.js';
import { messagesWords as w } from '../../words/desk-messages.js';
import type { ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { shortTime } from '../placement/when.js';
import type { RoomLink } from '../placement/rooms.js';
import { INBOUND, roomsOf } from './message-list-view.js';

interface InboundView {
  heading: string;
  rooms: RoomLink[];
  intro: string;
  list: ListView;
}

export const inboundPage = page<InboundView>('staff/messages/messages');

export const inboundChoices = { path: INBOUND, views: {}, filters: [], sorts: {} };

const pages = { citizen: '/kommune/borgere', company: '/kommune/virksomheder', staff: '' } as const;

export const inboundView = (
  { items, next }: Page<InboundMessage>,
  state: ListState,
  now: Temporal.Instant,
): InboundView => ({
  heading: w.inboundHeading,
  rooms: roomsOf(INBOUND),
  intro: w.inboundIntro,
  list: listView({
    choices: inboundChoices,
    state,
    caption: w.inboundCaption,
    columns: w.inboundColumns,
    rows: items.map((row) => ({
      id: row.sms.id,
      href: row.from && pages[row.from.who] ? `${pages[row.from.who]}/${row.from.id}` : '',
      cells: [
        {
          text: row.from?.name ?? w.unknownNumber,
          under: row.from ? '' : w.endsWith(row.sms.from.slice(-2)),
          badge: row.concernsMe ? w.concernsMe : '',
        },
        capital(shortTime(row.sms.at, now)),
        row.text ?? { text: '', under: row.sms.text === null ? w.forgotten : w.hidden },
        understoodAs(row.sms.understoodAs),
      ],
    })),
    next,
    empty: w.inboundEmpty,
  }),
});

const understoodAs = (slug: string | null): string =>
  slug === null ? w.notUnderstood : (w.understood[slug] ?? slug);
