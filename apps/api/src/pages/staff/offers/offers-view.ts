import { isBefore, isOpen, localDateOf, type Temporal } from '#domain';
import type { OfferListPage, OfferRow } from '#use-cases';
import { page } from '../../frame/page.js';
import { offersWords as w } from '../../words/desk-offers.js';
import { placementWords } from '../../words/desk-placement.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { mineFilter } from '../placement/mine.js';
import { roomsView, type RoomLink } from '../placement/rooms.js';
import { shortTime } from '../placement/when.js';

interface OffersView {
  heading: string;
  rooms: RoomLink[];
  list: ListView;
}

export const offersPage = page<OffersView>('staff/offers/offers');

export const offerChoices: ListChoices = {
  path: '/kommune/tilbud',
  views: w.views,
  filters: [mineFilter],
  sorts: w.orders,
};

export function offersView({ items, next, counts, now }: OfferListPage, state: ListState): OffersView {
  const { who, job, state: status, until, contact } = w.columns;
  return {
    heading: w.heading,
    rooms: roomsView('offers'),
    list: listView({
      choices: offerChoices,
      state,
      counts,
      caption: w.caption,
      columns: [who, job, status, until, contact],
      rows: items.map((row) => rowOf(row, now)),
      next,
      empty: w.empty[state.view as keyof typeof w.empty],
    }),
  };
}

function rowOf({ offer, citizen, smallJob, company, contact }: OfferRow, now: Temporal.Instant) {
  const badge = badgeOf(offer, now);
  return {
    id: offer.id,
    href: `/kommune/tilbud/${offer.id}`,
    cells: [
      citizen.name,
      { text: smallJob.title, under: company.name },
      w.states[offer.state],
      { text: shortTime(offer.expiresAt, now), ...(badge && { badge }) },
      contact?.name ?? placementWords.noContact,
    ],
  };
}

function badgeOf(offer: OfferRow['offer'], now: Temporal.Instant): string {
  if (!isOpen(offer)) return '';
  if (!isBefore(now, offer.expiresAt)) return w.past;
  return localDateOf(offer.expiresAt) === localDateOf(now) ? w.today : '';
}
