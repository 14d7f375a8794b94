import { describe, expect, it } from '@jest/globals';
import { heardSteps } from '../crash/heard-steps.js';
import { catchUpMs } from './lateness.js';
import { counted, faultsIn, timesOf, writeTimes } from './summary.js';

const ladder = { shiftId: 's', phone: '+4531000000', startsAt: 1_000_000 };
const scenario = {
  ...{ municipalityId: 'm', key: 'k', companyId: 'c', staffId: 's' },
  ladders: [ladder],
  requests: [],
};
const line = (to: string, at: number) => ({
  ...{ at, channel: 'sms' as const, reference: 'r', to, known: false },
  text: 'Opgave 0: er du på vej?',
});

describe('how late people hear', () => {
  it('is counted from the plan, and repeats do not count again', () => {
    const lines = [
      line(ladder.phone, 1_000_400),
      line('+4520999999', 1_009_000),
      line('+4520999999', 1_030_000),
    ];
    expect(heardSteps(scenario, lines)).toEqual([
      { dueAt: 1_000_000, at: 1_000_400 },
      { dueAt: 1_004_000, at: 1_009_000 },
    ]);
  });

  it('is over when the last late message has left', () => {
    const steps = [
      { dueAt: 10_000, at: 40_000 },
      { dueAt: 20_000, at: 33_000 },
      { dueAt: 60_000, at: 60_300 },
    ];
    expect(catchUpMs(steps, 30_000)).toBe(10_000);
    expect(catchUpMs(steps, 50_000)).toBe(0);
  });
});

describe('a summary', () => {
  const sample = { kind: 'note', isWrite: true, at: 5, ms: 20, status: 201 };

  it('takes writes of its time only', () => {
    const samples = [sample, { ...sample, at: 15 }, { ...sample, isWrite: false }];
    expect(writeTimes(samples, { from: 0, to: 10 })).toMatchObject({ count: 1, max: 20 });
  });

  it('has the percentiles of what there is', () => {
    expect(timesOf([3, 1, 2])).toEqual({ count: 3, p50: 2, p95: 3, p99: 3, max: 3 });
    expect(timesOf([])).toMatchObject({ count: 0, max: 0 });
  });

  it('says each fault once', () => {
    const samples = [sample, { ...sample, fault: 'note: 500' }, { ...sample, fault: 'note: 500' }];
    expect(counted(faultsIn(samples, { from: 0, to: 10 }))).toEqual(['2 times note: 500']);
  });
});
