import { localDateOf, timeInWords, type ShiftState, type Temporal } from '#domain';
import { shiftStates } from '#domain';
import type { DeskShift, ShiftChoicesRecord, ShiftListQuery, ShiftListRecord } from '#use-cases';
import { page } from '../../frame/page.js';
import { capital } from '../../words/choices.js';
import { shiftsWords as w } from '../../words/desk-shifts.js';
import type { ListChoices, ListFilter, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { shortDay } from '../placement/when.js';

interface ShiftsView {
  heading: string;
  intro: string;
  list: ListView;
  week: { href: string; label: string };
}

export const shiftsPage = page<ShiftsView>('staff/shifts/shifts');

export const SHIFTS = '/kommune/vagter';

/** The filters need the names of what can be chosen; a citizen only when one was chosen on her or his own page. */
export function shiftListChoices({ companies, smallJobs, citizen }: ShiftChoicesRecord): ListChoices {
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const filters: ListFilter[] = [
    { name: 'fra', label: w.from, type: 'date' },
    { name: 'til', label: w.to, type: 'date' },
    { name: 'firma', label: w.company, options: named(companies) },
    ...(smallJobs.length === 0 ? [] : [{ name: 'job', label: w.smallJob, options: named(smallJobs) }]),
    ...(citizen ? [{ name: 'borger', label: w.citizen, options: named([citizen]) }] : []),
    {
      name: 'status',
      label: w.state,
      options: shiftStates.states.map((state) => ({ value: state, label: w.states[state] })),
    },
  ];
  return { path: SHIFTS, views: w.viewLabels, filters, sorts: w.sorts };
}

/** Days, a company and the like are asked of all shifts, not of today's alone. */
export function askedState(state: ListState): ListState {
  const narrows = ['fra', 'til', 'job', 'borger'].some((name) => state.filters[name] !== undefined);
  const isOfDays = ['idag', 'imorgen'].includes(state.view);
  return narrows && isOfDays ? { ...state, view: 'alle' } : state;
}

export const queryOf = ({ view, sort, filters }: ListState): ShiftListQuery => ({
  view: w.views[view] ?? 'today',
  ...(filters['fra'] && { from: filters['fra'] }),
  ...(filters['til'] && { to: filters['til'] }),
  ...(filters['firma'] && { companyId: filters['firma'] }),
  ...(filters['job'] && { smallJobId: filters['job'] }),
  ...(filters['borger'] && { citizenId: filters['borger'] }),
  ...(filters['status'] && { state: filters['status'] as ShiftState }),
  direction: sort === 'slut' ? 'desc' : 'asc',
});

export function shiftsView(
  record: ShiftListRecord,
  choices: ListChoices,
  state: ListState,
  now: Temporal.Instant,
): ShiftsView {
  const { counts } = record;
  return {
    heading: w.heading,
    intro: w.intro[state.view] ?? '',
    list: listView({
      choices,
      state,
      counts: {
        idag: counts.today,
        'ikke-set': counts['not-seen'],
        ubekraeftet: counts.unconfirmed,
        imorgen: counts.tomorrow,
        'uden-vagt': counts['without-duty'],
        mine: counts.mine,
      },
      caption: w.caption,
      columns: w.columns,
      rows: record.items.map((row) => rowOf(row, now)),
      next: record.next,
      empty: w.empty,
    }),
    week: { href: '/kommune/uge', label: w.week },
  };
}

type Row = Parameters<typeof listView>[0]['rows'][number];

function rowOf(row: DeskShift, now: Temporal.Instant): Row {
  const { shift, citizen, smallJob, company, contact } = row;
  return {
    id: shift.id,
    href: `${SHIFTS}/${shift.id}`,
    cells: [
      {
        text: capital(shortDay(shift.date, localDateOf(now))),
        under: w.time(timeInWords(shift.start), timeInWords(shift.end)),
      },
      { text: citizen.name },
      { text: smallJob.title, under: shift.paid ? company.name : `${company.name} · ${w.unpaid}` },
      { text: contact?.name ?? w.nobody, under: row.isCover ? w.cover : '' },
      { text: w.states[shift.state], badge: badgeOf(row) },
    ],
  };
}

/** What stands out of a row; a shift that is over needs nobody on duty any more. */
function badgeOf({ shift, openCase, isOnDuty }: DeskShift): string {
  if (openCase) return w.caseRuns;
  return !isOnDuty && shift.state === 'planned' ? w.noDuty : '';
}
