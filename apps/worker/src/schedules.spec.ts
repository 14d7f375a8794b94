import { describe, expect, it } from '@jest/globals';
import { isDoneForAll, lateSchedules, patienceSeconds, scheduleNames, schedules } from '#use-cases';
import { scheduledWork } from './scheduled-work.js';

const stub = { execute: async () => undefined };
const parts = {
  config: {},
  context: { get: () => stub },
  dispatch: {},
  runner: {},
  beat: async () => undefined,
  log: {},
};

describe('what is scheduled', () => {
  it('has exactly one doer for every name', () => {
    const { work } = scheduledWork(parts as never);
    expect(Object.keys(work).sort()).toEqual([...scheduleNames].sort());
    for (const name of scheduleNames) expect(work[name]).toBeInstanceOf(Function);
    expect(new Set(Object.values(work)).size).toBe(scheduleNames.length);
  });

  it('is late when it did not go well for two turns and a minute', () => {
    const limit = patienceSeconds(schedules.sweep);
    const known = (doneSecondsAgo: number | null) =>
      scheduleNames.map((name) => ({ name, doneSecondsAgo: name === 'sweep' ? doneSecondsAgo : 0 }));
    expect(lateSchedules(known(limit), 9_999)).toEqual([]);
    expect(lateSchedules(known(limit + 1), 9_999)).toEqual(['sweep']);
  });

  it('is not done again by each process that starts, when it is done for all', () => {
    const tidying = schedules['forget-old-texts'];
    expect([null, 0, 3_539, 3_541].map((ago) => isDoneForAll(tidying, ago))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    for (const name of ['sweep', 'matching-proof'] as const)
      expect(isDoneForAll(schedules[name], 0)).toBe(false);
  });

  it('that never was done is late as well, but not at a start', () => {
    expect(lateSchedules([], 60)).toEqual([]);
    expect(lateSchedules([], patienceSeconds(schedules['matching-proof']) + 61)).toEqual(
      expect.arrayContaining([...scheduleNames]),
    );
    const failing = [{ name: 'matching-proof', doneSecondsAgo: null }];
    expect(lateSchedules(failing, 100_000)).toContain('matching-proof');
  });
});
