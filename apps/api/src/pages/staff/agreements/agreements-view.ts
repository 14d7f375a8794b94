import { hoursInWords, type LocalDate } from '#domain';
import type { AgreementListPage, AgreementRow } from '#use-cases';
import { page } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { placementWords } from '../../words/desk-placement.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { mineFilter } from '../placement/mine.js';
import { roomsView, type RoomLink } from '../placement/rooms.js';
import { shortDay } from '../placement/when.js';

interface AgreementsView {
  heading: string;
  rooms: RoomLink[];
  list: ListView;
}

export const agreementsPage = page<AgreementsView>('staff/agreements/agreements');

export const agreementChoices: ListChoices = {
  path: '/kommune/aftaler',
  views: w.views,
  filters: [mineFilter],
  sorts: w.orders,
};

export function agreementsView(
  { items, next, counts, today }: AgreementListPage,
  state: ListState,
): AgreementsView {
  const { who, job, hours, from, contact } = w.columns;
  return {
    heading: w.heading,
    rooms: roomsView('agreements'),
    list: listView({
      choices: agreementChoices,
      state,
      counts,
      caption: w.caption,
      columns: [who, job, hours, from, contact],
      rows: items.map((row) => rowOf(row, today)),
      next,
      empty: w.empty[state.view as keyof typeof w.empty],
    }),
  };
}

function rowOf(row: AgreementRow, today: LocalDate) {
  const { agreement, citizen, smallJob, company, contact } = row;
  const isUnpaidYet = agreement.state === 'signed' && agreement.paidFrom > today;
  return {
    id: agreement.id,
    href: `/kommune/aftaler/${agreement.id}`,
    cells: [
      {
        text: citizen.name,
        ...(agreement.state === 'draft' && { under: w.signedOf(agreement.signatures.length) }),
      },
      { text: smallJob.title, under: company.name },
      hoursCell(row, isUnpaidYet ? w.paidLater(shortDay(agreement.paidFrom, today)) : ''),
      shortDay(agreement.startDate, today),
      contact?.name ?? placementWords.noContact,
    ],
  };
}

/** Paid and unpaid are two figures, always (R86). */
function hoursCell({ weekly }: AgreementRow, badge: string) {
  const paid = w.paid(hoursInWords(weekly.paid));
  const under = weekly.unpaid > 0 ? w.unpaid(hoursInWords(weekly.unpaid)) : '';
  return { text: paid, ...(under && { under }), ...(badge && { badge }) };
}
