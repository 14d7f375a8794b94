import { expect, test } from '@jest/globals';
import { standardAssignmentRules, assignmentVersion, waitingBonus } from './assignment-rules.js';
import { pairsOf } from './pairs-of.js';
import { problemOf } from './problem-of.js';

const pairs = {
  smallJobIds: ['warehouse', 'garden', 'kitchen'],
  citizenIds: ['jonas', 'anna', 'bo'],
  from: Int32Array.of(0, 2, 3, 5),
  citizen: Int32Array.of(0, 2, 1, 2, 1),
  score: Int32Array.of(10_000, 0, 7000, 6000, 5000),
};

test('only the pairs of those who are named are left, in the order in which they are named', () => {
  expect(pairsOf(pairs, ['kitchen', 'unknown', 'warehouse'], ['bo', 'jonas'])).toEqual({
    smallJobIds: ['kitchen', 'unknown', 'warehouse'],
    citizenIds: ['bo', 'jonas'],
    from: Int32Array.of(0, 1, 1, 3),
    citizen: Int32Array.of(0, 0, 1),
    score: Int32Array.of(6000, 0, 10_000),
  });
  expect(pairsOf(pairs, [], ['bo'])).toMatchObject({ from: Int32Array.of(0), citizen: new Int32Array() });
});

test('a pair is worth its score and what the citizen has waited, and takes no place of the citizen’s own contact', () => {
  const openings = {
    smallJobs: [
      { seats: 2, contactId: 'mette' },
      { seats: 1, contactId: null },
      { seats: 1, contactId: 'mette' },
    ],
    waitedDays: [0, 10, 10_000],
    brokerIds: ['lars', null, 'mette'],
    contacts: [{ id: 'mette', room: 3 }],
  };
  expect(problemOf(pairs, openings, standardAssignmentRules)).toEqual({
    citizens: 3,
    from: pairs.from,
    citizen: pairs.citizen,
    value: Int32Array.of(10_001, 1461, 7021, 7461, 5021),
    counts: Uint8Array.of(1, 0, 1, 0, 1),
    seats: Int32Array.of(2, 1, 1),
    contact: Int32Array.of(0, -1, 0),
    room: Int32Array.of(3),
  });
});

test('waiting is worth more the longer it is, up to its end, and never less than something', () => {
  const worth = [-1, 0, 1, 729, 730, 731].map((days) => waitingBonus(days, standardAssignmentRules));
  expect(worth).toEqual([1, 1, 3, 1459, 1461, 1461]);
});

test('other numbers are another version', () => {
  const other = { ...standardAssignmentRules, caseloadTarget: 34 };
  expect(assignmentVersion('1-a', standardAssignmentRules)).toMatch(/^1-a\+[0-9a-f]{8}$/);
  expect(assignmentVersion('1-a', other)).not.toBe(assignmentVersion('1-a', standardAssignmentRules));
});
