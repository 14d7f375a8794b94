import { localDateOf, type Temporal } from '#domain';
import type { ProposalListPage, ProposalRow } from '#use-cases';
import { page } from '../../frame/page.js';
import { placementWords } from '../../words/desk-placement.js';
import { proposalsWords as w } from '../../words/desk-proposals.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { mineFilter } from '../placement/mine.js';
import { roomsView, type RoomLink } from '../placement/rooms.js';
import { shortTime } from '../placement/when.js';

interface ProposalsView {
  heading: string;
  rooms: RoomLink[];
  list: ListView;
}

export const proposalsPage = page<ProposalsView>('staff/proposals/proposals');

export const proposalChoices: ListChoices = {
  path: '/kommune/forslag',
  views: w.states,
  filters: [mineFilter],
  sorts: w.orders,
};

export function proposalsView(
  { items, next, counts, now }: ProposalListPage,
  state: ListState,
): ProposalsView {
  const { who, job, since, until, contact } = w.columns;
  return {
    heading: w.heading,
    rooms: roomsView('proposals'),
    list: listView({
      choices: proposalChoices,
      state,
      counts,
      caption: w.caption,
      columns: [who, job, since, until, contact],
      rows: items.map((row) => rowOf(row, now)),
      next,
      empty: w.empty[state.view as keyof typeof w.empty],
    }),
  };
}

function rowOf({ match, citizen, smallJob, company, contact }: ProposalRow, now: Temporal.Instant) {
  const { lapsesAt } = match;
  const isToday = lapsesAt !== null && localDateOf(lapsesAt) <= localDateOf(now);
  return {
    id: match.id,
    href: `/kommune/forslag/${match.id}`,
    cells: [
      { text: citizen.name, under: w.shownAs(match.pseudonym) },
      { text: smallJob.title, under: company.name },
      shortTime(match.decidedAt ?? match.proposedAt ?? match.createdAt, now),
      lapsesAt === null ? '' : { text: shortTime(lapsesAt, now), ...(isToday && { badge: w.today }) },
      contact?.name ?? placementWords.noContact,
    ],
  };
}
