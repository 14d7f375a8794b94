import {
  dayInWords,
  localDateOf,
  localTimeOf,
  oneLine,
  phoneInPairs,
  strengthOf,
  strongestEvidence,
  Temporal,
  timeInWords,
} from '#domain';
import type { ShiftFileRecord, TimelinePage } from '#use-cases';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { taskTitles } from '../../../http/sentences/task-titles.js';
import { capital } from '../../words/choices.js';
import { shiftsWords as w } from '../../words/desk-shifts.js';
import type { ActView, Refused } from '../placement/act-view.js';
import { sidesView, type SidesView } from '../placement/sides-view.js';
import { shortTime } from '../placement/when.js';
import { sentRows, type SentRow } from '../messages/message-row.js';
import { timelineView, type TimelineOptions, type TimelineView } from '../timeline/timeline-view.js';
import { actViews } from './shift-act-views.js';
import { linesOf, saidInWords } from './shift-in-words.js';
import { journalOf, type JournalView } from './shift-journal.js';
import { SHIFTS } from './shift-list-view.js';

interface Pair {
  label: string;
  text: string;
  href: string;
  under: string;
}

interface ShiftView {
  errors: ErrorSummaryView | null;
  heading: string;
  about: { href: string; text: string }[];
  badge: string;
  lines: string[];
  openCase: { href: string; label: string } | null;
  acts: { heading: string; none: string; list: ActView[] };
  evidence: {
    heading: string;
    hint: string;
    empty: string;
    rows: { text: string; under: string; badge: string }[];
  };
  facts: { heading: string; pairs: Pair[] };
  sides: SidesView;
  tasks: { heading: string; none: string; rows: string[] };
  cases: { heading: string; rows: { href: string; label: string }[] };
  sent: { heading: string; none: string; rows: SentRow[] };
  timeline: { heading: string; view: TimelineView };
  journal: JournalView;
}

export const shiftPage = page<ShiftView>('staff/shifts/shift');

export function shiftView(
  file: ShiftFileRecord,
  timeline: TimelinePage,
  before: TimelineOptions['before'],
  refused?: Refused,
): ShiftView {
  const { shift, citizen, smallJob, company, contact, now } = file;
  const { acts, errors } = actViews(file, refused);
  const path = `${SHIFTS}/${shift.id}`;
  return {
    errors,
    heading: w.title(capital(dayInWords(shift.date)), timeInWords(shift.start), timeInWords(shift.end)),
    about: [
      { href: `/kommune/borgere/${citizen.id}`, text: citizen.name },
      { href: `/kommune/job/${smallJob.id}`, text: smallJob.title },
      { href: `/kommune/virksomheder/${company.id}`, text: company.name },
    ],
    badge: w.states[shift.state],
    lines: linesOf(file),
    openCase: file.openCase && { href: `/kommune/sager/${file.openCase.id}`, label: w.caseLink },
    acts: { heading: w.acts, none: w.actsNone, list: acts },
    evidence: {
      heading: w.evidence,
      hint: w.evidenceHint,
      empty: w.evidenceEmpty,
      rows: evidenceRows(file),
    },
    facts: { heading: w.facts, pairs: factsOf(file) },
    sides: { ...sidesView({ citizen, company, contact }), label: w.sides },
    tasks: {
      heading: w.tasks,
      none: w.noTasks,
      rows: file.tasks.map(({ kind, dueAt }) => `${taskTitles[kind]} (${shortTime(dueAt, now)})`),
    },
    cases: {
      heading: w.cases,
      rows: file.cases
        .filter(({ state }) => state === 'closed')
        .map(({ id, openedAt }) => ({
          href: `/kommune/sager/${id}`,
          label: w.caseClosed(dayInWords(localDateOf(openedAt))),
        })),
    },
    sent: { heading: w.messages, none: w.noMessages, rows: sentRows(file.messages, now) },
    timeline: { heading: w.timeline, view: timelineView(timeline, { path, before, now }) },
    journal: journalOf(file),
  };
}

function evidenceRows({ shift, staff, now }: ShiftFileRecord): ShiftView['evidence']['rows'] {
  const decides = strongestEvidence(shift);
  return shift.evidence.toReversed().map((one) => ({
    text: saidInWords(one),
    badge: one === decides ? w.decides : '',
    under: [
      shortTime(Temporal.Instant.from(one.at), now),
      w.weighs[strengthOf(one)] ?? '',
      ...(one.how
        ? [w.writtenBy(w.hows[one.how], staff.get(one.writtenByStaffId ?? '')?.name ?? w.someone)]
        : []),
    ].join(' · '),
  }));
}

function factsOf({ shift, smallJob, contact, isCover, isOnDuty, agreement }: ShiftFileRecord): Pair[] {
  const l = w.factLabels;
  const pair = (label: string, text: string, under = '', href = ''): Pair => ({ label, text, under, href });
  const duty = contact ? (isCover ? w.dutyCover(contact.name) : w.dutyOf(contact.name)) : w.nobody;
  const { companyContact, workplace } = smallJob;
  return [
    pair(
      l.when,
      w.time(timeInWords(shift.start), timeInWords(shift.end)),
      shift.breakMinutes === 0 ? '' : w.pause(String(shift.breakMinutes)),
    ),
    pair(l.where, oneLine(workplace)),
    pair(l.pay, shift.paid ? w.paid : w.unpaidTask(shift.task ?? '')),
    pair(
      l.flexible,
      shift.flexibilityMinutes === 0
        ? w.onTime
        : w.until(timeInWords(localTimeOf(shift.startsAt.add({ minutes: shift.flexibilityMinutes })))),
    ),
    pair(
      l.host,
      `${companyContact.name}, ${phoneInPairs(companyContact.phone)}`,
      '',
      `tel:${companyContact.phone}`,
    ),
    pair(l.duty, isOnDuty ? duty : w.dutyNone, isOnDuty || !contact ? '' : duty),
    ...(agreement.callAgreement ? [pair(l.call, `»${agreement.callAgreement}«`)] : []),
    pair(l.number, w.numberOf(String(shift.number))),
    pair(l.agreement, w.agreementLink, '', `/kommune/aftaler/${agreement.id}`),
  ];
}
