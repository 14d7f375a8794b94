import { dayInWords, monthName, Temporal, timeInWords, type Language } from '#domain';
import type { CompanyOverviewRecord } from '#use-cases';
import { page } from '../../frame/page.js';
import { overviewWords, shiftWords } from '../../words/employer-week.js';
import { shiftRow, type ShiftRow } from '../week/shift-row.js';
import { weekOf } from '../week/week-of-year.js';

interface OverviewView {
  heading: string;
  company: string;
  waits: { heading: string; none: string; items: WaitingView[] };
  today: { heading: string; none: string; next: string; rows: ShiftRow[]; week: string; wholeWeek: string };
  tasks: {
    heading: string;
    empty: { text: string; help: string } | null;
    counts: string[];
    post: string;
    see: string;
  };
  more: { heading: string; links: { href: string; label: string }[] };
}

/** One thing to do: what it is, how much of it, and where. */
interface WaitingView {
  text: string;
  help: string;
  href: string;
  label: string;
}

export const overviewPage = page<OverviewView>('employer/overview');

export function overviewView(record: CompanyOverviewRecord, language: Language): OverviewView {
  const { company, now, today, shifts, next, smallJobs, drafts } = record;
  const w = overviewWords[language];
  const { open, draft, filled, paused, closed } = smallJobs;
  const isNew = open + draft + filled + paused + closed + drafts === 0;
  return {
    heading: w.heading,
    company: company.name,
    waits: { heading: w.waits, none: w.nothingWaits, items: waitingFor(record, language) },
    today: {
      heading: w.today,
      none: w.noneToday,
      next: next
        ? w.next(next.person, dayInWords(next.shift.date, language), timeInWords(next.shift.start))
        : '',
      rows: shifts.map((row) => shiftRow(row, now, shiftWords[language], language)),
      week: weekOf(today).key,
      wholeWeek: w.wholeWeek,
    },
    tasks: {
      heading: w.tasks,
      empty: isNew ? { text: w.noTasks, help: w.noTasksHelp } : null,
      counts: [
        ...(open > 0 ? [w.openTasks(String(open))] : []),
        ...(filled > 0 ? [w.filled(String(filled))] : []),
        ...(draft + drafts > 0 ? [w.drafts(String(draft + drafts))] : []),
      ],
      post: isNew ? w.firstTask : w.anotherTask,
      see: isNew ? '' : w.seeTasks,
    },
    more: {
      heading: w.more,
      links: [
        { href: '/firma/forslag', label: w.earlierProposals },
        { href: '/firma/timer', label: w.hours },
        { href: '/firma/lukkedage', label: w.closingDays },
      ],
    },
  };
}

/** People first: who has not been seen, whoever waits for an answer, then the papers. */
function waitingFor(record: CompanyOverviewRecord, language: Language): WaitingView[] {
  const { proposals, months, shifts } = record;
  const w = overviewWords[language];
  const [first, second] = proposals;
  const proposal: WaitingView[] = !first
    ? []
    : second
      ? [
          {
            text: w.proposals(String(proposals.length)),
            help: proposals.map(({ pseudonym }) => pseudonym).join(', '),
            href: '/firma/forslag',
            label: w.seeProposals,
          },
        ]
      : [
          {
            text: w.oneProposal(first.title),
            help: first.pseudonym,
            href: `/firma/forslag/${first.id}`,
            label: w.seeProposal,
          },
        ];
  return [
    ...shifts
      .filter(({ isAskedOfWorkplace }) => isAskedOfWorkplace)
      .map(({ shift, person, title }) => ({
        text: w.hasPersonCome(person),
        help: title,
        href: `#vagt-${shift.id}`,
        label: w.answer,
      })),
    ...proposal,
    ...months.map(({ month, toConfirm }) => ({
      text: w.month(monthName(Temporal.PlainYearMonth.from(month).month, language)),
      help: toConfirm === 1 ? w.oneShiftLeft : w.shiftsLeft(String(toConfirm)),
      href: `/firma/timer?maaned=${month}`,
      label: w.seeMonth,
    })),
  ];
}
