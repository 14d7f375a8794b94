import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../kernel/index.js';
import { byUrgency, countsOf, isInScope, oneLineEach, type UrgentThing } from './urgent-line.js';

const at = (time: string) => Temporal.Instant.from(`2026-11-30T${time}:00Z`);
const thing = (over: Partial<UrgentThing<string>> = {}): UrgentThing<string> => ({
  about: 'task:1',
  kind: 'task',
  deadline: at('09:00'),
  isBurning: false,
  staffIds: [],
  sources: ['a'],
  ...over,
});

describe('one thing is one line', () => {
  it('a case and the task that came of it, whichever is read first', () => {
    const about = 'escalation:1';
    const escalation = thing({
      about,
      kind: 'missing',
      deadline: at('09:30'),
      isBurning: true,
      staffIds: ['mette'],
    });
    const task = thing({ about, deadline: at('09:10'), staffIds: ['lars', 'mette'], sources: ['b'] });
    for (const both of [
      [escalation, task],
      [task, escalation],
    ]) {
      const lines = oneLineEach(both);
      expect(lines).toHaveLength(1);
      // The ladder says when it goes on: the task of ten minutes ago does not.
      expect(lines[0]).toMatchObject({ kind: 'missing', deadline: at('09:30'), isBurning: true });
      expect([...lines[0]!.staffIds].sort()).toEqual(['lars', 'mette']);
      expect([...lines[0]!.sources].sort()).toEqual(['a', 'b']);
    }
  });

  it('an offer with a call to make is due when the first of the two is', () => {
    const about = 'offer:1';
    const [line] = oneLineEach([
      thing({ about, kind: 'offer', deadline: at('12:00') }),
      thing({ about, deadline: at('08:00') }),
    ]);
    expect(line).toMatchObject({ kind: 'offer', deadline: at('08:00') });
  });

  it('what is about different things stays apart', () => {
    expect(oneLineEach([thing(), thing({ about: 'task:2' })])).toHaveLength(2);
  });
});

describe('the order', () => {
  it('is by deadline, with who is missing now above all that is overdue', () => {
    const lines = [
      thing({ about: 'later', deadline: at('12:00') }),
      thing({ about: 'overdue', deadline: at('07:00') }),
      thing({ about: 'missing', kind: 'missing', deadline: at('09:10'), isBurning: true }),
      thing({ about: 'taken', kind: 'missing', deadline: at('09:40') }),
    ];
    expect(lines.sort(byUrgency).map(({ about }) => about)).toEqual(['missing', 'overdue', 'taken', 'later']);
  });

  it('is the same every time for what is due at once', () => {
    const lines = [thing({ about: 'b' }), thing({ about: 'a' }), thing({ about: 'c', kind: 'offer' })];
    expect([...lines].sort(byUrgency).map(({ about }) => about)).toEqual(['c', 'a', 'b']);
    expect(
      [...lines]
        .reverse()
        .sort(byUrgency)
        .map(({ about }) => about),
    ).toEqual(['c', 'a', 'b']);
  });
});

describe('whose it is', () => {
  const who = { staffId: 'mette', teamIds: new Set(['mette', 'lars']) };
  it.each([
    ['mine', ['mette'], true],
    ['mine', ['lars'], false],
    ['mine', ['lars', 'mette'], true],
    ['team', ['lars'], true],
    ['team', ['sofie'], false],
    ['all', ['sofie'], true],
  ] as const)('%s of %j: %s', (scope, staffIds, expected) => {
    expect(isInScope({ staffIds }, scope, who)).toBe(expected);
  });

  it('what nobody has is everybody’s', () => {
    for (const scope of ['mine', 'team', 'all'] as const)
      expect(isInScope({ staffIds: [] }, scope, who)).toBe(true);
  });
});

it('counts each kind, also those of which there is none', () => {
  const counts = countsOf([thing(), thing({ kind: 'offer' }), thing()]);
  expect(counts).toMatchObject({ task: 2, offer: 1, missing: 0, 'no-duty': 0 });
});
