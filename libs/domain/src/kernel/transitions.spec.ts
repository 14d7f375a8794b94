import { describe, expect, it } from '@jest/globals';
import { agreementStates } from '../agreement/index.js';
import { escalationStates } from '../escalation/index.js';
import { matchStates } from '../match/index.js';
import { messageStates } from '../message/index.js';
import { offerStates } from '../offer/index.js';
import { shiftStates } from '../shift/index.js';
import { smallJobStates } from '../small-job/index.js';
import { DomainError } from './domain-error.js';
import type { ErrorCode } from './error-codes.js';
import { StateMachine } from './transitions.js';

const refusalOf = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
};

describe('a state machine', () => {
  it('refuses, when it is made, a state that cannot be reached', () => {
    const table = { open: ['closed'], closed: [], forgotten: ['closed'], 'behind it': [] } as const;
    const make = () => new StateMachine<keyof typeof table>('thing', 'open', table, 'offer.wrong-state');
    expect(make).toThrow('thing: no way to reach forgotten, behind it');
  });

  it('reaches states over several arrows and around in circles', () => {
    const table = { a: ['b'], b: ['c', 'a'], c: ['a'] } as const;
    const machine = new StateMachine<keyof typeof table>('circle', 'a', table, 'offer.wrong-state');
    expect(machine.states).toEqual(['a', 'b', 'c']);
    expect(machine.isEnd('c')).toBe(false);
  });

  it('names what it refused, and with which code', () => {
    const refusal = refusalOf(() => offerStates.move('declined', 'accepted'));
    expect(refusal).toMatchObject({
      code: 'offer.wrong-state',
      kind: 'conflict',
      details: { from: 'declined', to: 'accepted' },
    });
  });
});

/**
 * Every machine of the domain, written down a second time: all arrows that exist. Each other pair of states,
 * a state to itself among them, must be refused.
 */
const tables: [StateMachine<string>, ErrorCode, string[]][] = [
  [
    smallJobStates,
    'small-job.wrong-state',
    [
      'draft > open',
      'draft > closed',
      'open > paused',
      'open > filled',
      'open > closed',
      'paused > open',
      'paused > filled',
      'paused > closed',
      'filled > open',
      'filled > paused',
      'filled > closed',
    ],
  ],
  [
    matchStates,
    'match.wrong-state',
    [
      'asking > proposed',
      'asking > withdrawn',
      'asking > lapsed',
      'proposed > confirmed',
      'proposed > rejected',
      'proposed > withdrawn',
      'proposed > lapsed',
      'confirmed > withdrawn',
      'confirmed > lapsed',
    ],
  ],
  [
    offerStates,
    'offer.wrong-state',
    [
      'sent > visiting',
      'sent > accepted',
      'sent > declined',
      'sent > expired',
      'sent > withdrawn',
      'visiting > accepted',
      'visiting > declined',
      'visiting > expired',
      'visiting > withdrawn',
      'accepted > declined',
      'accepted > withdrawn',
    ],
  ],
  [agreementStates, 'agreement.wrong-state', ['draft > signed', 'draft > ended', 'signed > ended']],
  [
    shiftStates,
    'shift.wrong-state',
    [
      'planned > present',
      'planned > late',
      'planned > unconfirmed',
      'planned > missed',
      'planned > absent-reported',
      'planned > cancelled',
      'unconfirmed > planned',
      'unconfirmed > present',
      'unconfirmed > late',
      'unconfirmed > missed',
      'unconfirmed > absent-reported',
      'unconfirmed > cancelled',
      'missed > planned',
      'missed > present',
      'missed > late',
      'missed > absent-reported',
      'missed > cancelled',
      'absent-reported > planned',
      'absent-reported > present',
      'absent-reported > late',
      'absent-reported > cancelled',
      'present > late',
      'present > missed',
      'late > present',
      'late > missed',
    ],
  ],
  [
    escalationStates,
    'escalation.closed',
    [
      'open > acknowledged',
      'open > snoozed',
      'open > closed',
      'acknowledged > open',
      'acknowledged > acknowledged',
      'acknowledged > snoozed',
      'acknowledged > closed',
      'snoozed > open',
      'snoozed > acknowledged',
      'snoozed > snoozed',
      'snoozed > closed',
    ],
  ],
  [
    messageStates,
    'message.not-found',
    [
      'queued > sending',
      'queued > failed',
      'sending > sent',
      'sending > failed',
      'sending > uncertain',
      'sending > queued',
      'sending > delivered',
      'sent > delivered',
      'sent > failed',
      'uncertain > delivered',
      'uncertain > failed',
      'uncertain > sent',
      'failed > delivered',
    ],
  ],
];

describe.each(tables.map(([machine, ...rest]) => [machine.name, machine, ...rest] as const))(
  'the states of one %s',
  (_name, machine, code, arrows) => {
    const moves = machine.states.flatMap((from) => machine.states.map((to) => [from, to] as const));
    const isArrow = ([from, to]: readonly [string, string]) => arrows.includes(`${from} > ${to}`);

    it('have no arrow that names an unknown state', () => {
      const known = moves.map(([from, to]) => `${from} > ${to}`);
      expect(arrows.filter((arrow) => !known.includes(arrow))).toEqual([]);
    });

    it.each(moves.filter(isArrow))('%s may become %s', (from, to) => {
      expect(machine.allows(from, to)).toBe(true);
      expect(machine.move(from, to)).toBe(to);
    });

    it.each(moves.filter((move) => !isArrow(move)))('%s never becomes %s', (from, to) => {
      expect(machine.allows(from, to)).toBe(false);
      expect(refusalOf(() => machine.move(from, to)).code).toBe(code);
    });

    it('end where nothing can follow', () => {
      const ends = machine.states.filter((state) => !arrows.some((arrow) => arrow.startsWith(`${state} > `)));
      expect(machine.states.filter((state) => machine.isEnd(state))).toEqual(ends);
      expect(ends.length).toBeGreaterThan(0);
    });
  },
);
