import { describe, expect, it } from '@jest/globals';
import type { Vitals } from '#use-cases';
import { exposed } from './exposition.js';
import { measuresOf } from './vital-metrics.js';

const worker = (name: string, secondsAgo: number, counts: Record<string, number>) => ({
  name: `worker ${name}`,
  secondsAgo,
  counts,
});
const vitals: Vitals = {
  heartbeats: [
    worker('kanariefugl 1', 2, {
      'circuit-smtp': 1,
      'lateness-le-1000': 4,
      'lateness-le-500': 3,
      'lateness-count': 5,
      'lateness-sum-ms': 2_500,
    }),
    worker('kanariefugl 2', 900, { 'circuit-smtp': 2, 'lateness-le-500': 1, 'lateness-count': 1 }),
    {
      name: 'auditor',
      secondsAgo: 20,
      counts: { unroutedEvents: 7, uncertainMessages: 2, 'found-silent-ladder': 1 },
    },
  ],
  runs: [
    { name: 'sweep', doneSecondsAgo: 3, repaired: 11 },
    { name: 'audit', doneSecondsAgo: null, repaired: 1 },
  ],
  pausedProviders: ['gatewayapi'],
  isAlarmed: false,
};

const LINE = /^([a-z_]+)(?:\{((?:[a-z_]+="[^"]*",?)+)\})? (-?[\d.]+)$/;

/** Reads the format as Prometheus does: every line is a comment of two kinds or a sample. */
function parsed(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    if (/^# (HELP|TYPE) [a-z_]+ \S/.test(line)) continue;
    const [, name, labels, value] = LINE.exec(line) ?? [];
    if (name === undefined) throw new Error(`not a sample: ${line}`);
    samples.set(labels ? `${name}{${labels}}` : name, Number(value));
  }
  return samples;
}

describe('what is measured of the installation', () => {
  const text = exposed(measuresOf(vitals));
  const samples = parsed(text);

  it('is what the auditor has measured, what was repaired, and how old the signs of life are', () => {
    expect(Object.fromEntries(samples)).toMatchObject({
      fodfaeste_unrouted_events: 7,
      fodfaeste_uncertain_messages: 2,
      'fodfaeste_findings{kind="silent-ladder"}': 1,
      'fodfaeste_heartbeat_age_seconds{of="worker"}': 2,
      'fodfaeste_heartbeat_age_seconds{of="auditor"}': 20,
      'fodfaeste_scheduled_run_age_seconds{name="sweep"}': 3,
      'fodfaeste_repairs_total{by="sweep"}': 11,
      'fodfaeste_provider_circuit{provider="smtp"}': 1,
      'fodfaeste_provider_paused{provider="gatewayapi"}': 1,
      fodfaeste_alarm: 0,
    });
    expect(samples.has('fodfaeste_scheduled_run_age_seconds{name="audit"}')).toBe(false);
  });

  it('has the lateness of all workers in one histogram, with ends that rise', () => {
    const lateness = [...samples].filter(([name]) => name.includes('job_lateness'));
    expect(lateness).toEqual([
      ['fodfaeste_job_lateness_seconds_bucket{le="0.5"}', 4],
      ['fodfaeste_job_lateness_seconds_bucket{le="1"}', 4],
      ['fodfaeste_job_lateness_seconds_bucket{le="+Inf"}', 6],
      ['fodfaeste_job_lateness_seconds_sum', 2.5],
      ['fodfaeste_job_lateness_seconds_count', 6],
    ]);
  });

  it('names no machine', () => expect(text).not.toContain('kanariefugl'));
});
