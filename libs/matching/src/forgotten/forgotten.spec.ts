import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { constraintCodes } from '../constraints/constraint.js';
import { MatchingIndex } from '../kernel/matching-index.js';
import { rulesInTheWay } from './rules-in-the-way.js';
import { Standing } from './standing.js';

const day = aMatchingDay();
const weekdays = [1, 2, 3, 4, 5] as const;
const from = (clock: string) => weekdays.map((weekday) => ({ weekday, from: clock, to: '18:00' }));

/** Two jobs at 7, the second of them heavy. */
const early = aCandidateSmallJob({ id: 'early', weeklyShifts: weekly([1, 3, 5], '07:00', '11:00') });
const heavy = aCandidateSmallJob({
  id: 'heavy',
  weeklyShifts: weekly([1, 3, 5], '07:00', '11:00'),
  demands: { liftKg: 20 },
});
const morning = (id: string, more: Parameters<typeof aCandidateCitizen>[0] = {}): CandidateCitizen =>
  aCandidateCitizen({ id, windows: from('06:00'), ...more });
const late = (id: string, clock = '09:00'): CandidateCitizen => morning(id, { windows: from(clock) });

function looked(citizens: CandidateCitizen[], jobs: CandidateSmallJob[]) {
  const index = MatchingIndex.of(citizens, jobs, { day });
  const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
  const standing = new Standing(index, ids(citizens), ids(jobs));
  return { standing, rules: rulesInTheWay(index, standing, jobs) };
}

describe('what stands in the way', () => {
  it('is counted for each citizen over all open jobs', () => {
    const weak = morning('weak', { limits: { liftKg: 12 } });
    const { standing } = looked([morning('strong'), weak, late('late')], [early, heavy]);
    expect(['strong', 'weak', 'late'].map((id) => standing.fittingOf(id))).toEqual([2, 1, 0]);
    expect(standing.mostOften('strong')).toBeNull();
    expect(standing.mostOften('weak')).toEqual({ rule: constraintCodes.indexOf('lifting'), smallJobs: 1 });
    expect(standing.mostOften('late')).toEqual({ rule: constraintCodes.indexOf('windows'), smallJobs: 2 });
    expect(() => standing.fittingOf('nobody')).toThrow(RangeError);
  });

  it('names the rule that keeps most people out, and the change of the jobs that helps most of them', () => {
    const people = [late('a'), late('b'), late('c'), late('d', '11:00'), morning('fits')];
    const { rules } = looked(people, [early, heavy]);
    expect(rules).toEqual([
      {
        constraint: 'windows',
        name: 'arbejdstiden',
        always: 4,
        only: 4,
        help: { text: 'start kl. 9', gained: 3, smallJobIds: ['early', 'heavy'] },
        text: '4 kun på grund af arbejdstiden. Spørg om dette: start kl. 9 i stedet for kl. 7. Så passer det til 3.',
      },
    ]);
  });

  it('counts those who have no job at all: whoever fits another one is not kept out', () => {
    const light = aCandidateSmallJob({ id: 'light', demands: { liftKg: 0 } });
    const weak = morning('weak', { limits: { liftKg: 5 } });
    expect(looked([weak], [heavy]).rules).toMatchObject([{ constraint: 'lifting', always: 1, only: 1 }]);
    expect(looked([weak], [heavy, light]).rules).toEqual([]);
  });

  it('tells those whom it is not alone to keep out from those whom it is', () => {
    const both = morning('both', { limits: { liftKg: 5 }, windows: from('09:00') });
    const { rules } = looked([both], [heavy]);
    expect(rules.map(({ constraint, always, only, help }) => [constraint, always, only, help])).toEqual([
      ['lifting', 1, 0, null],
      ['windows', 1, 0, null],
    ]);
    expect(rules[0]!.text).toBe('1 hver gang på grund af løft, men ikke kun det.');
  });

  it('has no advice where no job could change anything', () => {
    const { rules } = looked([morning('not-yet', { saidYes: false })], [early]);
    expect(rules).toMatchObject([
      { constraint: 'phase', only: 1, help: null, text: '1 kun på grund af et ja, der ikke er sagt endnu.' },
    ]);
  });

  it('is nothing without jobs, and without people', () => {
    expect(looked([morning('a')], []).rules).toEqual([]);
    expect(looked([morning('a')], []).standing.mostOften('a')).toBeNull();
    expect(looked([], [early]).rules).toEqual([]);
  });

  it('gains what it says when the change is made', () => {
    const people = [
      ...Array.from({ length: 6 }, (_, at) => late(`late-${at}`, at < 4 ? '08:30' : '10:00')),
      ...Array.from({ length: 5 }, (_, at) => morning(`weak-${at}`, { limits: { liftKg: 10 + at } })),
    ];
    const index = MatchingIndex.of(people, [heavy], { day });
    const { rules } = looked(people, [heavy]);
    for (const { help } of rules) {
      const opening = index.openings('heavy').items.find(({ text }) => text === help!.text);
      expect(opening!.gained).toBe(help!.gained);
    }
    expect(rules.map(({ constraint, only }) => [constraint, only])).toEqual([
      ['windows', 6],
      ['lifting', 5],
    ]);
  });
});
