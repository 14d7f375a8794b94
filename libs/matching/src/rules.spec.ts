import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../../../test/builders/small-job.js';
import { rankCitizens } from './ranking/rank-citizens.js';
import { assertWeights, standardRules, type MatchingRules } from './rules.js';
import { RULE_VERSION, ruleVersion } from './rule-version.js';

const weighing = (weights: Partial<MatchingRules['weights']>): MatchingRules => ({
  ...standardRules,
  weights: { ...standardRules.weights, ...weights },
});

describe('weights', () => {
  it('are refused unless they are whole, not negative and 10,000 together', () => {
    expect(() => assertWeights(standardRules.weights)).not.toThrow();
    expect(() => assertWeights(weighing({ goals: 2601 }).weights)).toThrow('10001');
    expect(() => assertWeights(weighing({ goals: 2599.5, dream: 900.5 }).weights)).toThrow(RangeError);
    expect(() => assertWeights(weighing({ goals: 3600, dream: -100 }).weights)).toThrow(RangeError);
  });

  it('of a municipality decide the points and the version', () => {
    const rules = weighing({ goals: 0, waiting: 3300 });
    const ranking = rankCitizens(aCandidateSmallJob(), [aCandidateCitizen()], { day: aMatchingDay(), rules });
    const waiting = ranking.ranked[0]?.parts.find(({ part }) => part === 'waiting');
    expect(waiting).toMatchObject({ max: 3300, points: 1898 });
    expect(ranking.ruleVersion).not.toBe(RULE_VERSION);
  });

  it('may leave one half without any weight', () => {
    const none = { goals: 0, dream: 0, hours: 0, tried: 0 };
    const rules = weighing({ ...none, travel: standardRules.weights.travel + 5300 });
    const ranking = rankCitizens(aCandidateSmallJob(), [aCandidateCitizen()], { day: aMatchingDay(), rules });
    expect(ranking.ranked[0]?.wants).toBe(0);
  });
});

describe('the rule version', () => {
  it('is the same for the same rules, in whatever order they were written', () => {
    const { weights, ...rest } = standardRules;
    const reversed = Object.fromEntries(Object.entries(weights).reverse()) as MatchingRules['weights'];
    expect(ruleVersion({ weights: reversed, ...rest })).toBe(RULE_VERSION);
    expect(RULE_VERSION).toMatch(/^\d+-[0-9a-f]{8}$/);
  });

  it('changes with any number', () => {
    const slowerBus: MatchingRules = {
      ...standardRules,
      travel: {
        ...standardRules.travel,
        modes: { ...standardRules.travel.modes, bus: { kmPerHour: 20, waitMinutes: 11 } },
      },
    };
    expect(ruleVersion(slowerBus)).not.toBe(RULE_VERSION);
    expect(ruleVersion(weighing({ goals: 2599, dream: 901 }))).not.toBe(RULE_VERSION);
  });
});
