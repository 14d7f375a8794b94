import { describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../../../test/contracts/rows.js';
import { Temporal } from '../kernel/index.js';
import {
  checkLadder,
  climbsTheLadder,
  evidenceDueAt,
  isWithinHours,
  movedBy,
  placeSteps,
} from './ladder-rules.js';
import {
  defaultLadders,
  ladderNames,
  stepChannels,
  stepTargets,
  type LadderDefinition,
  type LadderStep,
} from './ladder.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const agreement = rows.agreement(rows.offer(rows.match('job', 'citizen'), 'company'));
const shift = rows.shift(agreement, { flexibilityMinutes: 0 });
const notSeen = defaultLadders['not-seen'];
const step = (after: string, who: LadderStep['who'], channel: LadderStep['channel']): LadderStep => ({
  after,
  who,
  channel,
  message: 'nobody-took-it',
});
const ladder = (...steps: LadderStep[]): LadderDefinition => ({ ...notSeen, steps });
const list = (after: string) => step(after, 'list', 'task');
const refused = (code: string, details?: object) =>
  expect.objectContaining({ code, ...(details && { details }) });

describe('a ladder', () => {
  it.each(ladderNames)('"%s" as it is delivered is a good one', (name) => {
    expect(() => checkLadder(defaultLadders[name])).not.toThrow();
  });

  it('has steps', () => {
    expect(() => checkLadder(ladder())).toThrow(refused('ladder.no-steps'));
  });

  it('may have one step, and two at the same time', () => {
    expect(() => checkLadder(ladder(list('PT0S')))).not.toThrow();
    expect(() => checkLadder(ladder(list('PT10M'), list('PT600S')))).not.toThrow();
  });

  it('has its steps in order, whatever units they are in', () => {
    expect(() => checkLadder(ladder(list('PT90S'), list('PT2M'), list('PT1H')))).not.toThrow();
    expect(() => checkLadder(ladder(list('PT10M'), list('PT9M59S')))).toThrow(
      refused('ladder.steps-out-of-order', { step: 1 }),
    );
    expect(() => checkLadder(ladder(list('PT0S'), list('PT2H'), list('PT100M')))).toThrow(
      refused('ladder.steps-out-of-order', { step: 2 }),
    );
  });

  it.each(['P1D', '-PT1M', 'soon', ''])('has no step after "%s"', (after) => {
    expect(() => checkLadder(ladder(list(after)))).toThrow(refused('ladder.steps-out-of-order', { step: 0 }));
  });

  it.each(stepTargets.flatMap((who) => stepChannels.map((channel) => [who, channel] as const)))(
    'reaches %s by %s, or says that it cannot',
    (who, channel) => {
      const reachable =
        who === 'list'
          ? channel === 'task'
          : who === 'citizen' || who === 'workplace'
            ? channel !== 'task'
            : true;
      const check = () => checkLadder(ladder(step('PT0S', who, channel), list('PT1M')));
      if (reachable) expect(check).not.toThrow();
      else expect(check).toThrow(refused('ladder.step-unreachable', { step: 0, who, channel }));
    },
  );

  it.each([
    ['citizen', 'sms', false],
    ['workplace', 'email', false],
    ['contact', 'sms', true],
    ['deputy', 'task', true],
    ['leader', 'email', true],
    ['list', 'task', true],
  ] as const)('may end with the %s: %s', (who, channel, may) => {
    const check = () => checkLadder(ladder(list('PT0S'), step('PT1M', who, channel)));
    if (may) expect(check).not.toThrow();
    else expect(check).toThrow(refused('ladder.must-end-with-a-person'));
  });
});

describe('when nobody seen becomes a matter', () => {
  it.each([
    [0, '2026-11-30T07:15:00Z'],
    [30, '2026-11-30T07:30:00Z'],
    [120, '2026-11-30T09:00:00Z'],
  ])('with %i minutes agreed', (flexibilityMinutes, expected) => {
    expect(evidenceDueAt({ ...shift, flexibilityMinutes }, notSeen).toString()).toBe(expected);
  });
});

describe('who climbs the ladder', () => {
  it.each([
    [1, 'normal', true],
    [6, 'normal', true],
    [7, 'normal', false],
    [7, 'low', false],
    [6, 'low', true],
    [7, 'close', true],
    [500, 'close', true],
  ] as const)('shift %i with %s contact: %s', (number, level, expected) => {
    expect(climbsTheLadder({ ...shift, number }, level, notSeen)).toBe(expected);
  });

  it('is what the municipality has decided', () => {
    const never = { ...notSeen, trigger: { ...notSeen.trigger, firstShifts: 0, alwaysWhenClose: false } };
    expect(climbsTheLadder({ ...shift, number: 1 }, 'close', never)).toBe(false);
  });
});

describe('the steps of a case', () => {
  const start = Temporal.Instant.from('2026-11-30T07:15:00Z');

  it('are numbered and due from the start of the ladder', () => {
    const placed = placeSteps(defaultLadders['not-here'], start);
    expect(placed.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(placed.map(({ dueAt }) => dueAt.since(start).total('minutes'))).toEqual([0, 0, 10, 20, 30, 45]);
    expect(placed[2]).toMatchObject({
      who: 'deputy',
      channel: 'sms',
      message: 'not-here-deputy',
      after: 'PT10M',
    });
  });

  it('count real time over a change of the clock', () => {
    const autumn = Temporal.Instant.from('2026-10-25T00:55:00Z');
    const placed = placeSteps(ladder(list('PT10M')), autumn);
    expect(placed[0]!.dueAt.toString()).toBe('2026-10-25T01:05:00Z');
  });

  it('are moved by the travel time, and never forwards', () => {
    const now = start.add({ minutes: 2 });
    expect(movedBy(start.add({ minutes: 10 }), now, 40)).toEqual(now.add({ minutes: 40 }));
    expect(movedBy(start.add({ minutes: 60 }), now, 40)).toEqual(start.add({ minutes: 60 }));
  });
});

describe('a step that is repeated', () => {
  const said = (every: string, times: number, over: Partial<LadderStep> = {}): LadderStep => ({
    ...step('PT0S', 'contact', 'sms'),
    repeat: { every, times },
    ...over,
  });

  it('stands among the others in the order of time', () => {
    const start = Temporal.Instant.from('2026-11-30T07:15:00Z');
    const placed = placeSteps(ladder(said('PT5M', 3), step('PT7M', 'deputy', 'sms'), list('PT10M')), start);
    expect(placed.map(({ seq, who, repetition }) => [seq, who, repetition])).toEqual([
      [0, 'contact', 0],
      [1, 'contact', 1],
      [2, 'deputy', 0],
      [3, 'contact', 2],
      [4, 'list', 0],
    ]);
  });

  it.each([
    ['PT5M', 2, {}, true],
    ['PT10M', 10, {}, true],
    ['PT1S', 3, {}, true],
    ['PT5M', 1, {}, false],
    ['PT5M', 11, {}, false],
    ['PT5M', 2.5, {}, false],
    ['PT0S', 3, {}, false],
    ['PT61M', 3, {}, false],
    ['often', 3, {}, false],
    ['PT5M', 3, { channel: 'task' }, false],
    ['PT5M', 3, { who: 'citizen' }, false],
    ['PT5M', 3, { who: 'workplace' }, false],
    ['PT5M', 3, { who: 'list', channel: 'task' }, false],
  ] as const)('every %s, %d times, %j: %s', (every, times, over, isGood) => {
    const check = () => checkLadder(ladder(said(every, times, over), list('PT1M')));
    if (isGood) expect(check).not.toThrow();
    else expect(check).toThrow(refused('ladder.repeat-invalid', { step: 0 }));
  });
});

describe('a step with hours of the day', () => {
  it.each([
    ['07:00', '21:00', '2026-11-30T06:00:00Z', true],
    ['07:00', '21:00', '2026-11-30T05:59:00Z', false],
    ['07:00', '21:00', '2026-11-30T19:59:00Z', true],
    ['07:00', '21:00', '2026-11-30T20:00:00Z', false],
    ['21:00', '07:00', '2026-11-30T20:00:00Z', true],
    ['21:00', '07:00', '2026-11-30T05:59:00Z', true],
    ['21:00', '07:00', '2026-11-30T06:00:00Z', false],
  ])('from %s to %s, at %s: %s', (from, to, at, isWithin) => {
    expect(isWithinHours({ from, to, otherwise: 'list' }, Temporal.Instant.from(at))).toBe(isWithin);
  });

  it.each([
    ['07:00', '21:00', 'leader', 'duty', true],
    ['21:00', '07:00', 'leader', 'list', true],
    ['07:00', '07:00', 'leader', 'list', false],
    ['7', '21:00', 'leader', 'list', false],
    ['07:00', '21:00', 'citizen', 'list', false],
    ['07:00', '21:00', 'duty', 'duty', false],
  ] as const)('from %s to %s for the %s, otherwise %s: %s', (from, to, who, otherwise, isGood) => {
    const one = { ...step('PT0S', who, 'sms'), hours: { from, to, otherwise } };
    const check = () => checkLadder(ladder(one, list('PT1M')));
    if (isGood) expect(check).not.toThrow();
    else expect(check).toThrow(refused('ladder.hours-invalid', { step: 0 }));
  });
});
