import type { Temporal } from '#domain';
import type { Alarm, FailedJob, Operations, ProviderState, ScheduleState, Waiting } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { operationsWords as w } from '../../words/desk-operations.js';
import { sinceInWords, whenInWords } from '../../words/when-in-words.js';

export const OPERATIONS = '/kommune/drift';
const MOST_FAILED = 500;

interface OperationsView {
  heading: string;
  made: string;
  alert: { warns: boolean; text: string };
  words: typeof w;
  facts: { label: string; text: string; href: string }[];
  late: { text: string; href: string; label: string }[];
  failed: { job: string; when: string; why: string; href: string; of: string }[];
  moreFailed: string;
  providers: { name: string; condition: string }[];
  schedules: { name: string; turn: string; last: string; state: string }[];
  alarms: string[];
}

const operationsPage = page<OperationsView>('staff/operations/operations');

export function operationsView(shown: Operations): ShownPage {
  const { now, alarms, schedules, providers, waiting, failedJobs } = shown;
  const isWell = isRunning(shown);
  return operationsPage({
    title: w.tab,
    heading: w.heading,
    made: w.made(whenInWords(now, now)),
    alert: { warns: !isWell, text: isWell ? w.allWell : w.notWell },
    words: w,
    facts: factsOf(waiting, now),
    late: waiting.late.map(({ id, nextStepAt }) => ({
      text: w.lateCase(nextStepAt ? whenInWords(nextStepAt, now) : ''),
      href: `/kommune/sager/${id}`,
      label: w.see,
    })),
    failed: failedJobs.map((job) => failedRow(job, now)),
    moreFailed: failedJobs.length < MOST_FAILED ? '' : w.failedMore,
    providers: providers.map((one) => providerRow(one, now)),
    schedules: schedules.map((one) => scheduleRow(one, now)),
    alarms: alarms.map((one) => alarmLine(one, now)),
    wide: true,
    messages: { 'proeves-igen': w.replayed, 'er-proevet': w.replayedBefore },
  });
}

/** What a leader cannot mend is told to whoever runs the machines; failed work stands in its own list. */
const isRunning = ({ alarms, schedules, providers, waiting }: Operations): boolean =>
  alarms.every(({ endedAt }) => endedAt !== null) &&
  schedules.every(({ isLate }) => !isLate) &&
  providers.every(({ condition }) => condition === 'well') &&
  waiting.lateCases === 0 &&
  waiting.messages === 0;

function factsOf(waiting: Waiting, now: Temporal.Instant): OperationsView['facts'] {
  const { openCases, late, lateCases, messages, messagesSince, uncertainMessages } = waiting;
  const oldest = late[0]?.nextStepAt;
  return [
    { label: w.openCases, text: openCases === 0 ? w.none : String(openCases), href: '' },
    { label: w.lateSteps, text: oldest ? w.late(lateCases, whenInWords(oldest, now)) : w.none, href: '' },
    {
      label: w.messagesWaiting,
      text: messagesSince ? w.messages(messages, whenInWords(messagesSince, now)) : w.none,
      href: messages === 0 ? '' : '/kommune/beskeder?vis=venter',
    },
    {
      label: w.uncertain,
      text: uncertainMessages === 0 ? w.none : w.uncertainCount(uncertainMessages),
      href: uncertainMessages === 0 ? '' : '/kommune/beskeder?vis=alle&status=uncertain',
    },
  ];
}

function failedRow({ id, job, failedAt, attempts, lastError }: FailedJob, now: Temporal.Instant) {
  const when = whenInWords(failedAt, now);
  const name = jobInWords(job)[0];
  return {
    job: name,
    when: w.givenUp(when, attempts),
    why: w.why(lastError ?? w.noReason),
    href: `${OPERATIONS}/opgaver/${id}`,
    of: w.tryAgainOf(name, when),
  };
}

/** A row of an earlier version may have a job that is no more. */
export const jobInWords = (job: FailedJob['job']): readonly [string, string] =>
  Object.hasOwn(w.jobs, job) ? w.jobs[job] : [job, ''];

function providerRow({ provider, condition, pause }: ProviderState, now: Temporal.Instant) {
  const name = w.providers[provider] ?? provider;
  if (!pause) return { name, condition: w.conditions[condition] };
  return { name, condition: w.pausedSince(whenInWords(pause.pausedAt, now), pause.reason ?? '') };
}

function scheduleRow({ name, everySeconds, doneSecondsAgo, isLate }: ScheduleState, now: Temporal.Instant) {
  return {
    name: w.schedules[name],
    turn: w.every(everySeconds),
    last: doneSecondsAgo === null ? w.neverYet : agoInWords(doneSecondsAgo, now),
    state: isLate ? w.silent : doneSecondsAgo === null ? w.firstTime : w.inTime,
  };
}

function agoInWords(seconds: number, now: Temporal.Instant): string {
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < 60) return w.agoSeconds(rounded);
  return w.ago(sinceInWords(now.subtract({ seconds: rounded }), now));
}

function alarmLine({ kind, silentSince, endedAt }: Alarm, now: Temporal.Instant): string {
  const since = whenInWords(silentSince, now);
  const when = endedAt ? w.alarmEnded(since, whenInWords(endedAt, now)) : w.alarmLasts(since);
  return `${w.alarms[kind]} ${when}.`;
}
