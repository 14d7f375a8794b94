import { earliest, isBefore, latestDeadline, Temporal, type Task, type TaskKind } from '#domain';
import type { UrgentLine } from '#use-cases';
import { urgentWords as w } from '../../words/desk-urgent.js';
import { jobsWords } from '../../words/desk-jobs.js';
import { whenInWords } from '../../words/when-in-words.js';
import { questionPath } from '../ranking/addresses.js';
import { handoverReasons } from '../jobs/contact-view.js';
import { RowForm, tapOf, type Refused } from './row-form.js';
import type { FoldView, TapsView, TapView } from './urgent-views.js';

const tap = (action: string, label: string, fields: Record<string, string> = {}): TapView =>
  tapOf(`/kommune/haster/${action}`, label, fields);

/** What one can do about a line, the likeliest as buttons on it. Each ends it with an outcome, or moves it on. */
export function lineTaps(line: UrgentLine, now: Temporal.Instant, refused?: Refused): TapsView {
  switch (line.kind) {
    case 'message':
      return messageTaps(line, refused);
    case 'offer':
      return offerTaps(line, now, refused);
    case 'silent-company':
      return {
        taps: line.match ? [tap(`forslag/${line.match.id}/mind-om`, w.remind)] : [],
        links: [],
        folds: doneFold(line, w.other, refused),
      };
    case 'unconfirmed':
      return unconfirmedTaps(line, now, refused);
    case 'no-duty':
      return line.smallJob ? noDutyTaps(line.smallJob.id, refused) : { taps: [], links: [], folds: [] };
    default:
      return taskTaps(line, refused);
  }
}

/** To answer for some days is one tap; to become the fixed contact is a change, which has a reason. */
function noDutyTaps(id: string, refused: Refused | undefined): TapsView {
  const f = new RowForm(`/kommune/haster/job/${id}/tag`, id, refused);
  const reasons = handoverReasons.map((value) => ({ value, label: jobsWords.reasons[value] }));
  const why = f.select('hvorfor', jobsWords.why, {
    options: [{ value: '', label: jobsWords.choose }, ...reasons],
  });
  return {
    taps: [tap(`job/${id}/daek`, w.coverJob)],
    links: [{ href: `/kommune/job/${id}`, label: w.openJob }],
    folds: [
      {
        label: w.takeJob,
        hint: jobsWords.handOverNote,
        open: f.isRefused,
        taps: [],
        forms: [f.made(w.becomeContact, { selects: [why] })],
        errors: f.errors(),
      },
    ],
  };
}

const calls: ReadonlySet<TaskKind> = new Set([
  'call-citizen',
  'call-before-shift',
  'not-understood',
  'number-of-several',
  'sms-stopped',
  'tell-citizen',
  'tell-citizen-no',
  'tell-company',
  'remind-offer',
  'remind-shift',
]);

/** Where the answer is written down that such a task asks for: that ends it, and a tap on *Gjort* would lose the answer. */
function answerPage({ id, kind, matchId, offerId, smallJobId }: Task): string | null {
  if (kind === 'ask-broker' && smallJobId) return questionPath(smallJobId, id);
  if (kind === 'ask-interest' && matchId) return `/kommune/forslag/${matchId}`;
  return kind === 'give-offer' && offerId ? `/kommune/tilbud/${offerId}` : null;
}

function taskTaps(line: UrgentLine, refused?: Refused): TapsView {
  const [task] = line.tasks;
  if (!task) return { taps: [], links: [], folds: [] };
  const done = `opgaver/${task.id}/gjort`;
  const later = tap(`opgaver/${task.id}/senere`, w.noAnswer);
  const folds = doneFold(line, w.other, refused);
  const answer = answerPage(task);
  const links = answer ? [{ href: answer, label: w.writeAnswer }] : [];
  // A colleague waits for a yes or a no, and for nothing else.
  if (task.kind === 'ask-broker') return { taps: [], links, folds: [] };
  if (answer) return { taps: [later], links, folds };
  const taps = calls.has(task.kind)
    ? [tap(done, w.spoke, { udfald: w.spoke }), later]
    : [tap(done, w.done, { udfald: w.done })];
  return { taps, links, folds };
}

/** In one's own words, for each of the tasks that the line stands for. */
function doneFold(line: UrgentLine, label: string, refused: Refused | undefined): FoldView[] {
  const { tasks } = line;
  if (tasks.length === 0) return [];
  const forms = tasks.map((task) => ({
    task,
    f: new RowForm(`/kommune/haster/opgaver/${task.id}/gjort`, task.id, refused),
  }));
  const notNeeded = { udfald: w.notNeeded };
  return [
    {
      label,
      hint: '',
      open: forms.some(({ f }) => f.isRefused),
      taps: tasks.length > 1 ? [] : [tap(`opgaver/${tasks[0]!.id}/gjort`, w.notNeeded, notNeeded)],
      forms: forms.map(({ task, f }) =>
        f.made(w.save, {
          heading: tasks.length > 1 ? w.tasks[task.kind] : '',
          inputs: [f.input('udfald', w.whatCameOut, { max: 2000 })],
        }),
      ),
      errors: forms.flatMap(({ f }) => f.errors()),
    },
  ];
}

function messageTaps(line: UrgentLine, refused?: Refused): TapsView {
  const { message, tasks } = line;
  if (!message) return taskTaps(line, refused);
  const path = `beskeder/${message.id}`;
  const again = tap(`${path}/send-igen`, w.sendAgain);
  const isOpen = message.state === 'uncertain' || message.state === 'failed';
  const isWrong = tasks.some(({ kind }) => kind === 'correct-number');
  const folds = doneFold(line, w.other, refused);
  if (!isOpen) return { taps: [], links: [], folds };
  if (message.state === 'uncertain')
    return { taps: [tap(`${path}/kom-frem`, w.arrived), again], links: [], folds };
  const correct = message.citizenId ? [correctFold(line, refused)] : [];
  // A company's number stands on its own page; sent again, it goes to the one that stands there by then.
  const company = isWrong && message.companyId ? `/kommune/virksomheder/${message.companyId}` : null;
  const links = company ? [{ href: company, label: w.correctThere }] : [];
  return { taps: isWrong && message.citizenId ? [] : [again], links, folds: [...correct, ...folds] };
}

/** The number stands there as it is: most are wrong by one figure. */
function correctFold({ message, citizen }: UrgentLine, refused: Refused | undefined): FoldView {
  const { id, channel, to } = message!;
  const f = new RowForm(`/kommune/haster/beskeder/${id}/ret`, id, refused);
  const now = (channel === 'sms' ? citizen?.phone : citizen?.email) ?? to;
  const input =
    channel === 'sms'
      ? f.input('til', w.phone, { type: 'tel', value: now, width: 'm', max: 30 })
      : f.input('til', w.email, { type: 'email', value: now, max: 200 });
  const tick = { id: `igen-${id}`, name: 'igen', label: w.andSendAgain };
  const forms = [f.made(w.save, { inputs: [input], tick })];
  return { label: w.correct, hint: '', open: f.isRefused, taps: [], forms, errors: f.errors() };
}

function offerTaps(line: UrgentLine, now: Temporal.Instant, refused?: Refused): TapsView {
  const offer = line.offer!;
  // A day more, or as much as there is before the work begins.
  const last = line.smallJob ? latestDeadline(now, line.smallJob.startDate) : now;
  const until = earliest(offer.expiresAt.add({ hours: 24 }), last);
  const extend =
    isBefore(now, offer.expiresAt) && isBefore(offer.expiresAt, until)
      ? [tap(`tilbud/${offer.id}/forlaeng`, w.extend(whenInWords(until, now)), { til: until.toString() })]
      : [];
  return {
    taps: extend,
    links: [{ href: `/kommune/tilbud/${offer.id}`, label: w.writeAnswer }],
    folds: doneFold(line, w.other, refused),
  };
}

function unconfirmedTaps(line: UrgentLine, now: Temporal.Instant, refused?: Refused): TapsView {
  const { shift } = line;
  const ended = shift !== null && isBefore(shift.endsAt, now);
  return {
    taps: ended ? [tap(`vagter/${shift.id}/som-planlagt`, w.asPlanned)] : [],
    links: shift ? [{ href: `/kommune/vagter/${shift.id}`, label: w.openShift }] : [],
    folds: doneFold(line, w.other, refused),
  };
}
