import { expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import { MatchingIndex } from '../kernel/matching-index.js';
import { rulesThatExclude } from './rules-that-exclude.js';

const day = aMatchingDay();
const from = (clock: string) =>
  ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: clock, to: '18:00' }));
const light = aCandidateSmallJob({
  id: 'light',
  weeklyShifts: weekly([1, 3, 5], '07:00', '11:00'),
  demands: { liftKg: 0 },
});
const heavy = aCandidateSmallJob({
  id: 'heavy',
  weeklyShifts: weekly([1, 3, 5], '07:00', '11:00'),
  demands: { liftKg: 20 },
});

it('counts pairs of open jobs and people who have said yes, by rule', () => {
  const people = [
    aCandidateCitizen({ id: 'fits-both', windows: from('06:00') }),
    aCandidateCitizen({ id: 'cannot-lift', windows: from('06:00'), limits: { liftKg: 5 } }),
    aCandidateCitizen({ id: 'late-and-weak', windows: from('09:00'), limits: { liftKg: 5 } }),
    aCandidateCitizen({ id: 'has-not-said-yes', windows: from('09:00'), saidYes: false }),
  ];
  const index = MatchingIndex.of(people, [light, heavy], { day });
  // By hand: 3 people x 2 jobs; fits-both 2, cannot-lift 1 (light); windows 2 pairs, lifting 2, alone 1 each.
  expect(rulesThatExclude(index, ['light', 'heavy'])).toEqual({
    pairs: 6,
    fitting: 3,
    rules: [
      { constraint: 'lifting', name: 'løft', pairs: 2, alone: 1 },
      { constraint: 'windows', name: 'arbejdstiden', pairs: 2, alone: 1 },
    ],
  });
  expect(rulesThatExclude(index, ['light']).rules).toMatchObject([
    { constraint: 'windows', pairs: 1, alone: 1 },
  ]);
});

it('is nothing without jobs', () => {
  expect(rulesThatExclude(MatchingIndex.of([], [], { day }), [])).toEqual({
    pairs: 0,
    fitting: 0,
    rules: [],
  });
});
