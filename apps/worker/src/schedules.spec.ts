import { describe, expect, it } from '@jest/globals';
import { lateSchedules, patienceSeconds, scheduleNames, schedules } from '#use-cases';
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

  it('that never was done is late as well, but not at a start', () => {
    expect(lateSchedules([], 60)).toEqual([]);
    expect(lateSchedules([], patienceSeconds(schedules['matching-proof']) + 61)).toEqual(
      expect.arrayContaining([...scheduleNames]),
    );
    const failing = [{ name: 'matching-proof', doneSecondsAgo: null }];
    expect(lateSchedules(failing, 100_000)).toContain('matching-proof');
  });
});
