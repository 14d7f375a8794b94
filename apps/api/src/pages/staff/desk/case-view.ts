import {
  dayInWords,
  firstName,
  instantInWords,
  listInWords,
  localTimeOf,
  phoneInPairs,
  timeInWords,
  type EscalationStep,
  type Temporal,
} from '#domain';
import type { CasePage } from '#use-cases';
import { historyText } from '../../../http/sentences/history-texts.js';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { urgentWords } from '../../words/desk-urgent.js';
import { whenInWords } from '../../words/when-in-words.js';
import { casePath } from './case-taps.js';
import { errorsOf } from './desk-view.js';
import type { Refused } from './row-form.js';
import { lineView } from './urgent-line-view.js';
import { doneFrom } from './undo.js';
import type { LineView, TapView } from './urgent-views.js';

interface CaseView {
  heading: string;
  place: string;
  shift: string;
  errors: ErrorSummaryView | null;
  undo: TapView | null;
  line: LineView;
  /** Where a script looks for what is new. */
  self: string;
  /** The time that a script says when it can get nothing newer. */
  seen: string;
  trouble: typeof urgentWords.trouble;
  /** Empty while it is open. */
  closed: string;
  facts: { label: string; text: string }[];
  peopleHeading: string;
  people: { label: string; name: string; href: string; digits: string }[];
  ladderHeading: string;
  steps: { text: string; time: string; iso: string; state: string }[];
  historyHeading: string;
  history: { time: string; iso: string; text: string; note: string }[];
  linksLabel: string;
  links: { href: string; label: string }[];
  keep: { name: string; value: string }[];
  journal: { id: string; label: string; text: string };
}

const casePage = page<CaseView>('staff/desk/case');
const w = urgentWords.case;

export function caseView(shown: CasePage, me: string, refused?: Refused, said?: unknown): ShownPage {
  const { line, now, agreement } = shown;
  const view = lineView(line, { me, now }, refused);
  const escalation = line.escalation!;
  const shift = line.shift!;
  const times = w.shift(dayInWords(shift.date), timeInWords(shift.start), timeInWords(shift.end));
  const { outcome, nextTime } = escalation;
  const history = shown.history.map((entry) => ({
    time: whenInWords(entry.at, now),
    iso: entry.at.toString(),
    text: historyText(entry),
    note: noteOf(entry.details).trim(),
  }));
  const closed = outcome === null ? '' : w.closed(urgentWords.outcomes[outcome].toLocaleLowerCase('da'));
  return casePage({
    title: w.tab,
    back: { href: '/kommune', label: w.back },
    contact: null,
    ...doneFrom(said),
    heading: view.head,
    place: [line.company?.name, line.smallJob?.title].filter(Boolean).join(' · '),
    shift: times,
    errors: errorsOf([view], refused),
    line: view,
    self: casePath(escalation.id),
    seen: timeInWords(localTimeOf(now)),
    trouble: urgentWords.trouble,
    wide: true,
    closed,
    facts: [
      ...(nextTime ? [{ label: w.nextTime, text: nextTime }] : []),
      ...(agreement?.callAgreement ? [{ label: w.callAgreement, text: agreement.callAgreement }] : []),
    ],
    peopleHeading: w.people,
    people: peopleOf(shown),
    ladderHeading: w.ladder,
    steps: closed === '' ? shown.steps.map((step) => stepView(step, now, escalation.state === 'open')) : [],
    historyHeading: w.history,
    history,
    linksLabel: w.linksLabel,
    links: [
      { href: `/kommune/borgere/${escalation.citizenId}`, label: w.links.citizen },
      { href: `/kommune/vagter/${shift.id}`, label: w.links.shift },
      { href: `/kommune/job/${escalation.smallJobId}`, label: w.links.job },
      { href: `/kommune/virksomheder/${escalation.companyId}`, label: w.links.company },
    ],
    keep: [{ name: 'sag', value: escalation.id }],
    journal: {
      id: 'journal',
      label: w.journal,
      text: journalOf(shown, [view.head, times, ...view.state, closed].filter(Boolean)),
    },
  });
}

function peopleOf({ line, fixedContact }: CasePage): CaseView['people'] {
  const { citizen, smallJob } = line;
  const one = (label: string, person: { name: string; phone: string | null } | null | undefined) =>
    person?.phone
      ? [{ label, name: person.name, href: `tel:${person.phone}`, digits: phoneInPairs(person.phone) }]
      : [];
  return [
    ...one(w.citizen, citizen),
    ...one(w.workplace, smallJob?.companyContact),
    ...one(w.contact, fixedContact),
  ];
}

/** A step that waits has no time while somebody has the case: it comes when that is over. */
function stepView(
  { who, dueAt, takenAt, state }: EscalationStep,
  now: Temporal.Instant,
  runs: boolean,
): CaseView['steps'][number] {
  const isStopped = state === 'waiting' && !runs;
  return {
    text: w.steps[who],
    time: isStopped ? '' : whenInWords(takenAt ?? dueAt, now),
    iso: (takenAt ?? dueAt).toString(),
    state: isStopped ? w.stopped : w.stepStates[state],
  };
}

/** Who, where, what happened when, and what was agreed: as one would write it oneself. */
function journalOf({ line, history, now }: CasePage, head: readonly string[]): string {
  const { company, owners, escalation } = line;
  const lines = history.map(
    ({ at, ...entry }) => `${instantInWords(at)}: ${historyText({ at, ...entry })}${noteOf(entry.details)}`,
  );
  const nextTime = escalation?.nextTime;
  return [
    ...head,
    ...(company ? [`Sted: ${company.name}`] : []),
    ...lines,
    ...(nextTime ? [`${w.nextTime}: ${nextTime}`] : []),
    `Hos: ${listInWords(owners.map(firstName)) || urgentWords.nobodyHasIt}. Udskrevet ${instantInWords(now)}.`,
  ].join('\n');
}

const noteOf = (details: Readonly<Record<string, unknown>>): string =>
  typeof details['note'] === 'string' ? ` ${details['note']}` : '';
