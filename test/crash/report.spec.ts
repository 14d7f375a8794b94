import { describe, expect, it } from '@jest/globals';
import { sized } from './options.js';
import { isWell, keepsItsPromises, reportOf, type Outcome } from './report.js';

const verdict = {
  ...{ steps: 40, messages: 30, expected: 30, uncertain: 0, handedOver: 0, handedOverFor: {} },
  ...{ lost: [], doubled: [], repeatedToStaff: 0, unshown: [], strays: [], unfinished: 0 },
};
const known = {
  ...{ leftToPeople: [], lastSteps: new Map(), lastStepsAt: new Map(), stepsTaken: new Map() },
  ...{ notes: new Map(), unfinished: 0, repaired: 0 },
};

const reported = (over: Partial<Outcome> = {}) =>
  reportOf({
    options: sized({ seed: 1, kills: 1 }),
    verdict,
    known,
    steps: [{ dueAt: 0, at: 100 }],
    done: { kinds: {}, notDone: [], caught: {} },
    kills: 1,
    requests: { asked: 2, answered: new Set(['a', 'b']), refused: [] },
    slowness: 1,
    brokeDown: [],
    recoveryMs: 0,
    seconds: 1,
    ...over,
  });

describe('a run', () => {
  it('is well when nothing was wrong', () => {
    expect(isWell(reported())).toBe(true);
    expect(reported()).toMatchObject({ lateMs: { max: 100 }, findings: [], brokenBounds: [] });
  });

  it.each<[string, Partial<Outcome>]>([
    ['lost', { verdict: { ...verdict, lost: ['ladder 1, citizen'] } }],
    ['doubled', { verdict: { ...verdict, doubled: ['ladder 1, citizen'] } }],
    ['uncertain and on no list', { verdict: { ...verdict, unshown: ['citizen, s1'] } }],
    ['a message that belongs to nothing', { verdict: { ...verdict, strays: ['r to +45'] } }],
    ['left undone', { verdict: { ...verdict, unfinished: 1 } }],
    ['excused so often that hardly anything left', { verdict: { ...verdict, messages: 26 } }],
    ['a request that was refused', { requests: { asked: 2, answered: new Set(['a']), refused: ['b'] } }],
    ['a process that ended by itself', { brokeDown: ['worker-1 ended with 1'] }],
  ])('does not keep its promises: %s', (_, over) => {
    expect(keepsItsPromises(reported(over))).toBe(false);
    expect(isWell(reported(over))).toBe(false);
  });

  it('proves nothing where a fault was not done', () => {
    const done = { kinds: {}, notDone: ['freeze: worker-1 did not wake up'], caught: {} };
    expect([keepsItsPromises(reported({ done })), isWell(reported({ done }))]).toEqual([true, false]);
  });

  it('is not held to what died at a place that was planned', () => {
    const done = { kinds: {}, notDone: [], caught: { 'message.before-send': 10 } };
    expect(isWell(reported({ done, verdict: { ...verdict, messages: 20 } }))).toBe(true);
  });

  it('has bounds that a slow machine stretches, by half at most', () => {
    const late = (ms: number, slowness: number) =>
      reported({ steps: [{ dueAt: 0, at: ms }], slowness }).brokenBounds.length;
    expect([late(60_000, 1), late(60_001, 1), late(70_000, 1.2), late(73_000, 1.2)]).toEqual([0, 1, 0, 1]);
    expect(late(1, 1.6)).toBe(1);
    expect(late(91_000, 5)).toBe(2);
  });
});
