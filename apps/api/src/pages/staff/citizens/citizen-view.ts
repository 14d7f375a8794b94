import {
  firstName,
  goalName,
  kronerInWords,
  localDateOf,
  phoneInPairs,
  timeInWords,
  type NextStep,
} from '#domain';
import type { CitizenDesk, NoteRecord } from '#use-cases';
import { taskTitles } from '../../../http/sentences/task-titles.js';
import { FormView, type ErrorSummaryView, type TextareaView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { whenInWords } from '../../words/when-in-words.js';
import type { Refused } from '../placement/act-view.js';
import { firstErrors, ofAct } from '../placement/act-view.js';
import { phoneView } from '../placement/sides-view.js';
import { shortDay, shortTime } from '../placement/when.js';
import { timelineView, type TimelineView } from '../timeline/timeline-view.js';
import { companiesOf, helpsOf, reachedOf, worksOf, type Pair } from './citizen-facts.js';
import { citizenJournal } from './citizen-journal.js';
import { hoursLineView, type HoursLineView } from './hours-line.js';
import { ownErrors, withOwnIds } from './own-ids.js';

/** Jobs that fit, ranked in a transaction of its own. */
export interface FittingJob {
  id: string;
  title: string;
  company: string;
  /** Of 100. */
  points: string;
  why: string[];
}

export interface CitizenView {
  id: string;
  heading: string;
  standing: string;
  next: { heading: string; text: string; href: string; label: string };
  /** The citizen's number; null where there is none. */
  call: ReturnType<typeof phoneView>;
  talked: { text: string; href: string; label: string } | null;
  goals: {
    heading: string;
    none: string;
    rows: { rank: string; name: string; words: string }[];
    dreamLabel: string;
    dream: string;
  };
  works: { heading: string; rows: Pair[] };
  helps: { heading: string; rows: Pair[] };
  week: {
    heading: string;
    none: string;
    rows: { href: string; text: string; under: string; state: string }[];
  };
  hours: HoursLineView;
  money: { heading: string; text: string; under: string; href: string; label: string } | null;
  jobs: {
    heading: string;
    none: string;
    rows: { href: string; title: string; under: string; points: string; why: string[] }[];
  };
  contacts: {
    heading: string;
    rows: Pair[];
    broker: { name: string; phone: ReturnType<typeof phoneView>; deputy: string };
    handover: { href: string; label: string; text: string };
  };
  tasks: { heading: string; none: string; rows: TaskRow[] };
  notes: {
    heading: string;
    none: string;
    rows: NoteRow[];
    all: { href: string; label: string };
    write: { href: string; label: string };
  };
  forloeb: { heading: string; view: TimelineView };
  seen: string;
  edit: { href: string; label: string };
  code: { label: string; hint: string; action: string } | null;
  journal: { id: string; label: string; text: string };
  errors: ErrorSummaryView | null;
}

interface TaskRow {
  id: string;
  title: string;
  note: string;
  due: string;
  isLate: boolean;
  action: string;
  field: TextareaView;
  open: boolean;
  save: string;
}

export interface NoteRow {
  id: string;
  who: string;
  purpose: string;
  agreed: string;
  under: string;
  correct: { href: string; label: string } | null;
}

export const citizenPage = page<CitizenView>('staff/citizens/citizen');

export const pathOf = (id: string): string => `/kommune/borgere/${id}`;

/** Where the button of each next step leads. */
const places: Readonly<Record<NextStep, (id: string, own: string) => string>> = {
  'case-open': (id) => `/kommune/sager/${id}`,
  'task-due': (_, own) => `${own}#opgaver`,
  'visit-workplace': (id) => `/kommune/tilbud/${id}`,
  'answer-to-register': (_, own) => `${own}/talt`,
  'signature-missing': (id) => `/kommune/aftaler/${id}`,
  'agreement-to-draw-up': (id) => `/kommune/aftaler/ny?tilbud=${id}`,
  'company-to-remind': (id) => `/kommune/forslag/${id}`,
  'follow-shift': (id) => `/kommune/vagter/${id}`,
  'talk-of-hours': (id) => `/kommune/aftaler/${id}`,
  'give-broker': (_, own) => `${own}/kontakt`,
  'goal-missing': (_, own) => `${own}/ret#maal`,
  'ask-if-small-job': (_, own) => `${own}/ret#maal`,
  'wait-until-available': (_, own) => `${own}#job`,
  propose: (_, own) => `${own}#job`,
};

export interface CitizenPageParts {
  jobs: readonly FittingJob[];
  before: Parameters<typeof timelineView>[1]['before'];
  refused?: Refused | undefined;
}

export function citizenView(desk: CitizenDesk, { jobs, before, refused }: CitizenPageParts): CitizenView {
  const { citizen, at, step, questions } = desk;
  const own = pathOf(citizen.id);
  const today = localDateOf(at);
  const [text, label] = w.steps[step.step];
  // A shift that comes is asked about too, but nobody waits for the answer.
  const waiting = questions.interests.length + questions.offers.length + questions.agreements.length;
  const canBeAnswered = waiting + questions.shifts.length > 0;
  const forms: FormView[] = [];
  const view: CitizenView = {
    id: citizen.id,
    heading: citizen.name,
    standing: standingLine(desk),
    next: { heading: w.next, text, label, href: places[step.step](step.id ?? '', own) },
    call: phoneView(citizen.phone, firstName(citizen)),
    talked: canBeAnswered
      ? {
          text: waiting === 0 ? '' : w.talkedHint(waiting),
          href: `${own}/talt`,
          label: w.talked(firstName(citizen)),
        }
      : null,
    goals: goalsOf(desk),
    works: { heading: w.works, rows: worksOf(desk) },
    helps: { heading: w.helps, rows: helpsOf(desk) },
    week: weekOf(desk, today),
    hours: hoursLineView(desk.hours, today),
    money: moneyOf(desk),
    jobs: {
      heading: w.jobs,
      none: w.jobsNone,
      rows: jobs.map((job) => ({
        href: `/kommune/job/${job.id}/rangliste`,
        title: job.title,
        under: job.company,
        points: w.points(job.points),
        why: job.why,
      })),
    },
    contacts: contactsOf(desk, own),
    tasks: {
      heading: w.tasks,
      none: w.noTasks,
      rows: desk.tasks.map((task) => {
        const form = new FormView('da', ...ofAct(task.id, refused));
        forms.push(form);
        return {
          id: task.id,
          title: taskTitles[task.kind],
          note: task.note ?? '',
          due: w.taskDue(whenInWords(task.dueAt, at)),
          isLate: task.dueAt.epochMilliseconds < at.epochMilliseconds,
          action: `${own}/opgaver/${task.id}`,
          field: withOwnIds(form.textarea('udfald', w.taskDone, { rows: 2, max: 2000 }), task.id),
          open: refused?.act === task.id,
          save: w.taskSave,
        };
      }),
    },
    notes: {
      heading: w.notes,
      none: w.noNotes,
      rows: desk.notes.map((note) => noteRow(note, own, at)),
      all: { href: `${own}/notater`, label: w.allNotes },
      write: { href: `${own}/notat`, label: w.writeNote },
    },
    forloeb: { heading: w.timeline, view: timelineView(desk.timeline, { path: own, before, now: at }) },
    seen: w.seen(seenBy(desk)),
    edit: { href: `${own}/ret`, label: w.edit },
    code:
      citizen.phone === null && citizen.email === null
        ? null
        : { label: w.code, hint: w.codeHint, action: `${own}/kode` },
    journal: { id: 'journal', label: w.journal, text: citizenJournal(desk) },
    errors: null,
  };
  // A colleague was first: the task is gone, and what was typed is said on top.
  if (refused && !desk.tasks.some(({ id }) => id === refused.act))
    forms.push(new FormView('da', refused.typed, refused.faults));
  return { ...view, errors: ownErrors(firstErrors(forms), refused?.act ?? '') };
}

function standingLine({ citizen, agreement, smallJobs }: CitizenDesk): string {
  if (agreement) return `${w.standings['at-work']}: ${smallJobs.get(agreement.smallJobId)?.title ?? ''}`;
  return citizen.saidYes ? w.availableFrom(citizen.availableFrom) : w.standings['not-yet'];
}

function goalsOf({ citizen }: CitizenDesk): CitizenView['goals'] {
  const goals = [...citizen.jobGoals].sort((a, b) => a.rank - b.rank);
  return {
    heading: w.goals,
    none: w.noGoals,
    rows: goals.map(({ category, ownWords }, at) => ({
      rank: w.goalRank(at + 1),
      name: goalName(category),
      words: ownWords,
    })),
    dreamLabel: w.dream,
    dream: citizen.dream ?? '',
  };
}

function weekOf({ week, smallJobs, at }: CitizenDesk, today: string): CitizenView['week'] {
  return {
    heading: w.week,
    none: w.noShifts,
    rows: week.map((shift) => ({
      href: `/kommune/vagter/${shift.id}`,
      text: `${shortDay(shift.date, today)} kl. ${timeInWords(shift.start)}-${timeInWords(shift.end)}`,
      under: [
        smallJobs.get(shift.smallJobId)?.title ?? '',
        shift.paid ? '' : w.unpaid.toLocaleLowerCase('da'),
      ]
        .filter(Boolean)
        .join(' · '),
      state:
        shift.state === 'planned' && shift.endsAt.epochMilliseconds < at.epochMilliseconds
          ? w.shiftStates.unconfirmed
          : w.shiftStates[shift.state],
    })),
  };
}

function moneyOf({ money, citizen }: CitizenDesk): CitizenView['money'] {
  if (money === null) return null;
  if (money.kind === 'none')
    return {
      heading: w.money,
      text: w.moneyNone,
      under: '',
      href: `${pathOf(citizen.id)}/ret#penge`,
      label: w.edit,
    };
  return {
    heading: w.money,
    text: w.moneyAbout(kronerInWords(money.aboutOre)),
    under: money.confirmed ? w.moneyConfirmed(money.confirmed.by) : '',
    href: '/beregn',
    label: w.moneyHow,
  };
}

function contactsOf(desk: CitizenDesk, own: string): CitizenView['contacts'] {
  const { broker, deputy, handovers } = desk;
  return {
    heading: w.contacts,
    rows: [...reachedOf(desk), ...companiesOf(desk)],
    broker: {
      name: broker?.name ?? w.noBroker,
      phone: broker ? phoneView(broker.phone, firstName(broker)) : null,
      deputy: deputy
        ? `${w.deputy}: ${deputy.name}${deputy.phone === null ? '' : `, ${phoneInPairs(deputy.phone)}`}`
        : '',
    },
    handover: {
      href: `${own}/kontakt`,
      label: w.handOver,
      text: handovers.length === 0 ? '' : w.handovers(handovers.length),
    },
  };
}

export function noteRow({ note, by, isCorrected }: NoteRecord, own: string, now: CitizenDesk['at']): NoteRow {
  return {
    id: note.id,
    who: `${by ? firstName(by) : ''}, ${shortTime(note.at, now)}`,
    purpose: note.purpose,
    agreed: note.agreed,
    under: [
      note.correctsNoteId ? w.corrects : '',
      isCorrected ? w.corrected : '',
      note.followUpOn ? w.followUp(note.followUpOn) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    correct: isCorrected ? null : { href: `${own}/notat?ret=${note.id}`, label: w.correct },
  };
}

const NAMES_SHOWN = 6;

/** Who looked lately, each once: the quiet line at the end. */
function seenBy({ seen }: CitizenDesk): string {
  const names = [...new Set(seen.filter(({ role }) => role !== 'system').map(({ who }) => who))];
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` og ${more} til` : '');
}
