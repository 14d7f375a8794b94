import { categories, dayInWords } from '#domain';
import { smallJobViews, type DeskSmallJob, type SmallJobDeskPage, type SmallJobFilter } from '#use-cases';
import { page } from '../../frame/page.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { jobPath } from '../ranking/addresses.js';
import { weeklyHours } from '../ranking/job-facts.js';

export interface JobsView {
  heading: string;
  add: { href: string; label: string };
  list: ListView;
}

export const jobsPage = page<JobsView>('staff/jobs/jobs');

interface Choosable {
  companies: readonly { id: string; name: string }[];
  contacts: readonly { id: string; name: string }[];
}

export const jobChoices = ({ companies, contacts }: Choosable): ListChoices => ({
  path: '/kommune/job',
  views: w.views,
  filters: [
    { name: 'virksomhed', label: w.company, options: named(companies) },
    {
      name: 'kategori',
      label: w.category,
      options: categories.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'kontakt', label: w.contact, options: named(contacts) },
  ],
  sorts: w.sorts,
});

const named = (rows: Choosable['companies']): { value: string; label: string }[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

export function filterOf({ view, sort, filters }: ListState): SmallJobFilter {
  const { virksomhed: companyId, kategori: category, kontakt: contactId } = filters;
  return {
    view: smallJobViews.find((each) => each === view) ?? 'mine',
    sort: sort === 'starts' ? 'starts' : 'newest',
    ...(companyId && { companyId }),
    ...(category && { category }),
    ...(contactId && { contactId }),
  };
}

export function jobsView(choices: ListChoices, state: ListState, found: SmallJobDeskPage): JobsView {
  const { view } = filterOf(state);
  return {
    heading: w.heading,
    add: { href: '/kommune/job/ny', label: w.newJob },
    list: listView({
      choices,
      state,
      counts: found.counts,
      caption: w.caption,
      columns: w.columns,
      rows: found.items.map(rowOf),
      next: found.next,
      empty: Object.keys(state.filters).length > 0 ? w.noneSo : w.empty[view],
    }),
  };
}

function rowOf({ smallJob, company, contact, proposals, startHasPassed }: DeskSmallJob) {
  const { id, title, status, startDate, positions, seatsTaken, ownerAskedAt } = smallJob;
  return {
    id,
    href: jobPath(id),
    cells: [
      { text: title, under: company.name },
      {
        text: w.status[status],
        under: status === 'open' ? w.proposals(proposals) : '',
        badge: startHasPassed ? w.startPassed : ownerAskedAt === null ? '' : w.ownerAsked,
      },
      weeklyHours(smallJob),
      dayInWords(startDate),
      w.seatsOf(seatsTaken, positions),
      contact?.name ?? w.noContact,
    ],
  };
}
