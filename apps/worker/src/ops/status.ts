import { instantInWords } from '#domain';
import {
  LATE_SECONDS,
  providerStates,
  scheduleStates,
  type Heartbeat,
  type ProviderState,
  type ScheduleState,
} from '#use-cases';
import { words, type Surroundings, type Verb } from './verb.js';

/** A worker beats every five seconds. */
const AT_WORK_SECONDS = 15;

/** `ops status`: what is looked at first. */
export const status: Verb = {
  usage: 'status [--json]',
  does: 'lateness, outbox, uncertain messages, repairs, silent schedules, providers; 1: something is wrong',
  run: async (wish, around) => {
    words(wish);
    const data = await measured(around);
    const { alarm, workers, auditorSecondsAgo, gauges, schedules, repairs } = data;
    const late = schedules.filter(({ isLate }) => isLate);
    const never = schedules.filter(({ doneSecondsAgo }) => doneSecondsAgo === null);
    const lateness = gauges.maxLatenessSeconds ?? 0;
    const outbox = gauges.oldestUnroutedEventSeconds ?? 0;
    const wrong = [
      ...(alarm ? [`alarm: ${alarm.kind} since ${instantInWords(alarm.silentSince, 'en')}`] : []),
      ...(workers.atWork === 0 ? ['no worker is heard'] : []),
      ...(lateness > LATE_SECONDS ? ['work is late'] : []),
      ...(outbox > LATE_SECONDS ? ['events wait to be routed'] : []),
      ...late.map(({ name }) => `${name} is silent`),
    ];
    const lines = [
      `workers    ${workers.atWork} at work${workers.atWork > 0 ? '' : `, last heard ${ago(workers.lastSecondsAgo)}`}`,
      `auditor    heard ${ago(auditorSecondsAgo)}`,
      `lateness   ${seconds(lateness)}, ${gauges.overdueJobs} jobs are due and not done`,
      `outbox     ${seconds(outbox)}, ${gauges.unroutedEvents} events are not routed`,
      `messages   ${gauges.queuedMessages} wait, ${gauges.sendingMessages} on their way, ${gauges.uncertainMessages} uncertain`,
      `failed     ${gauges.failedJobs} jobs were given up`,
      `repairs    ${repairs.map(({ by, repaired }) => `${by} ${repaired}`).join(', ') || 'none'}`,
      ...(late.length === 0 ? ['schedules  all in time'] : late.map(silentInWords)),
      ...(never.length === 0 ? [] : [`           never yet: ${never.map(({ name }) => name).join(', ')}`]),
      ...data.providers.map(providerInWords),
      wrong.length === 0 ? 'All is well.' : `Wrong: ${wrong.join('; ')}.`,
    ];
    return { lines, data: { ...data, wrong }, exitCode: wrong.length === 0 ? 0 : 1 };
  },
};

async function measured({ dispatch, vitals, alarms, pauses }: Surroundings) {
  const { heartbeats, runs } = await vitals.read();
  return {
    alarm: (await alarms.lasting()) ?? null,
    workers: workersOf(heartbeats),
    auditorSecondsAgo: heartbeats.find(({ name }) => name === 'auditor')?.secondsAgo ?? null,
    gauges: await dispatch.gauges(),
    repairs: runs.flatMap(({ name, repaired }) => (repaired > 0 ? [{ by: name, repaired }] : [])),
    schedules: scheduleStates(runs),
    providers: providerStates(heartbeats, await pauses.list()),
  };
}

function workersOf(heartbeats: readonly Heartbeat[]): { atWork: number; lastSecondsAgo: number | null } {
  const ages = heartbeats
    .filter(({ name }) => name.startsWith('worker '))
    .map(({ secondsAgo }) => secondsAgo);
  return {
    atWork: ages.filter((age) => age < AT_WORK_SECONDS).length,
    lastSecondsAgo: ages.length === 0 ? null : Math.min(...ages),
  };
}

const seconds = (amount: number): string => `${Math.round(amount)} s`;
const ago = (amount: number | null): string => (amount === null ? 'never' : `${seconds(amount)} ago`);

const silentInWords = ({ name, everySeconds, doneSecondsAgo }: ScheduleState): string =>
  `schedules  ${name} last went well ${ago(doneSecondsAgo)}; its turn is every ${everySeconds} s`;

export function providerInWords({ provider, condition, pause }: ProviderState): string {
  const named = `provider   ${provider}`;
  if (!pause) return `${named} ${conditions[condition]}`;
  const { pausedAt, pausedBy, reason } = pause;
  const why = reason === null ? '' : `: ${reason}`;
  return `${named} is paused since ${instantInWords(pausedAt, 'en')} by ${pausedBy}${why}`;
}

const conditions = {
  well: 'is well',
  tried: 'did not answer, and is tried again',
  spared: 'does not answer, and is spared for a moment',
  paused: 'is paused',
  unheard: '- no worker says how it is',
} as const;
