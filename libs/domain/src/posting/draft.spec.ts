import { describe, expect, it } from '@jest/globals';
import { answersOfBeginning } from './beginning.js';
import { checkAnswers } from './check-answers.js';
import { asChange, type PostingAnswers } from './draft.js';

describe('how a posting begins', () => {
  it('is a kind of task, which names it too', () => {
    expect(answersOfBeginning({ kind: 'lager' })).toEqual({ category: 'lager', title: 'Lager' });
  });

  it('is a line, which says more than the kind, but not what kind it is', () => {
    expect(answersOfBeginning({ sentence: 'rydde op mandag kl. 9-11', kind: 'lager' })).toMatchObject({
      sentence: 'rydde op mandag kl. 9-11',
      title: 'Rydde op',
      category: 'lager',
      weeklyShifts: [{ weekday: 1, start: '09:00', end: '11:00' }],
    });
  });

  it('is something else, and then everything is still to be said', () => {
    expect(answersOfBeginning({ kind: 'andet' })).toEqual({});
  });

  it.each([{}, { sentence: '', kind: '' }])('is not nothing: %j', (beginning) => {
    expect(() => answersOfBeginning(beginning)).toThrow(
      expect.objectContaining({ code: 'posting-draft.incomplete' }),
    );
  });
});

describe('what a draft holds', () => {
  const check = (answers: PostingAnswers, before: PostingAnswers = {}) => {
    return () => checkAnswers(answers, before, '2026-11-22');
  };

  it('is as little as one likes, and a first day that has passed since', () => {
    expect(check({})).not.toThrow();
    expect(check({ startDate: '2026-11-01' }, { startDate: '2026-11-01' })).not.toThrow();
    expect(check({ endDate: '2026-11-01' })).not.toThrow();
  });

  it.each<[string, PostingAnswers, string]>([
    ['a first day that has passed', { startDate: '2026-11-21' }, 'small-job.start-in-past'],
    [
      'a last day before the first',
      { startDate: '2026-12-07', endDate: '2026-12-06' },
      'small-job.dates-invalid',
    ],
    [
      'a shift that ends before it begins',
      { weeklyShifts: [{ weekday: 1, start: '14:00', end: '13:00', breakMinutes: 0 }] },
      'small-job.shift-ends-before-start',
    ],
    ['a kind that nobody knows', { category: 'astronaut' }, 'category.unknown'],
  ])('is not %s', (_, answers, code) => {
    expect(check(answers)).toThrow(expect.objectContaining({ code }));
  });
});

describe('answers that change a posted task', () => {
  it('leave what was taken back, and clear only what can be none', () => {
    const workplace = { street: 'Havnegade 12', postcode: '7100', town: 'Vejle', position: null };
    const change = asChange({
      sentence: 'feje hver morgen',
      week: { weekdays: [1] },
      title: null,
      description: undefined,
      endDate: null,
      collectiveAgreement: null,
      roomToGrowHours: null,
      positions: 2,
      workplace,
    });
    expect(change).toStrictEqual({
      endDate: null,
      collectiveAgreement: null,
      roomToGrowHours: null,
      positions: 2,
      workplace: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
    });
  });
});
