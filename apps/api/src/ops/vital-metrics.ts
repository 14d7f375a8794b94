import { worstCircuits, type Vitals } from '#use-cases';
import { latenessOf } from './lateness.js';
import type { Measure, Sample } from './measure.js';

/** What the auditor measured with its last sign of life, by the name it has there. */
const MEASURED = {
  unroutedEvents: ['fodfaeste_unrouted_events', 'Events that no relay has routed'],
  oldestUnroutedEventSeconds: ['fodfaeste_outbox_age_seconds', 'Age of the oldest event that is not routed'],
  overdueJobs: ['fodfaeste_overdue_jobs', 'Jobs that are due and not done'],
  maxLatenessSeconds: ['fodfaeste_lateness_seconds', 'How late the latest of the overdue jobs is'],
  failedJobs: ['fodfaeste_failed_jobs', 'Jobs that were given up and wait for a person'],
  queuedMessages: ['fodfaeste_queued_messages', 'Messages whose time has come and that are not sent'],
  sendingMessages: ['fodfaeste_sending_messages', 'Messages in the middle of their call'],
  uncertainMessages: ['fodfaeste_uncertain_messages', 'Messages of which nobody knows whether they arrived'],
} as const;

const gauge = (name: string, help: string, samples: Omit<Sample, 'name'>[]): Measure => ({
  name,
  help,
  type: 'gauge',
  samples: samples.map((sample) => ({ name, ...sample })),
});

/** Numbers of the whole installation; labels are names of ours: schedules, queues, providers, kinds of findings. */
export function measuresOf({ heartbeats, runs, pausedProviders, isAlarmed }: Vitals): Measure[] {
  const auditor = heartbeats.find(({ name }) => name === 'auditor');
  const workers = heartbeats.filter(({ name }) => name.startsWith('worker '));
  const measured = auditor?.counts ?? {};
  const nearest = (ages: number[]): number => Math.min(...ages);
  const hearts = [
    ...(workers.length > 0
      ? [{ labels: { of: 'worker' }, value: nearest(workers.map(({ secondsAgo }) => secondsAgo)) }]
      : []),
    ...(auditor ? [{ labels: { of: 'auditor' }, value: auditor.secondsAgo }] : []),
  ];
  return [
    ...Object.entries(MEASURED).map(([key, [name, help]]) =>
      gauge(name, `${help}, as of the last audit`, key in measured ? [{ value: measured[key]! }] : []),
    ),
    gauge(
      'fodfaeste_findings',
      'What the last audit found, by kind',
      withPrefix(measured, 'found-').map(([kind, value]) => ({ labels: { kind }, value })),
    ),
    gauge('fodfaeste_heartbeat_age_seconds', 'Since the last sign of life', hearts),
    gauge(
      'fodfaeste_scheduled_run_age_seconds',
      'Since what is scheduled last went well',
      runs.flatMap(({ name, doneSecondsAgo }) =>
        doneSecondsAgo === null ? [] : [{ labels: { name }, value: doneSecondsAgo }],
      ),
    ),
    {
      name: 'fodfaeste_repairs_total',
      help: 'What sweeper and auditor had to repair. Without faults it stays as it is',
      type: 'counter',
      samples: runs
        .filter(({ name }) => name === 'sweep' || name === 'audit')
        .map(({ name, repaired }) => ({
          name: 'fodfaeste_repairs_total',
          labels: { by: name },
          value: repaired,
        })),
    },
    gauge(
      'fodfaeste_provider_circuit',
      'The worst that a worker says of a provider: 0 well, 1 tried again, 2 left alone',
      [...worstCircuits(heartbeats)].map(([provider, value]) => ({ labels: { provider }, value })),
    ),
    gauge(
      'fodfaeste_provider_paused',
      'Providers that somebody has paused',
      pausedProviders.map((provider) => ({ labels: { provider }, value: 1 })),
    ),
    gauge('fodfaeste_alarm', '1 while workers, sweeper or auditor are silent', [
      { value: isAlarmed ? 1 : 0 },
    ]),
    latenessOf(workers.map(({ counts }) => counts)),
  ];
}

const withPrefix = (counts: Record<string, number>, prefix: string): [string, number][] =>
  Object.entries(counts)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value]);
