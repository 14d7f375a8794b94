import { Temporal } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import { citizenInputs, type CandidateCitizen } from '../candidates.js';
import { parts } from '../parts/table.js';
import { RULE_VERSION } from '../rule-version.js';
import { standardRules } from '../rules.js';
import { evaluate } from './evaluate.js';
import { rankCitizens } from './rank-citizens.js';
import { rankSmallJobs } from './rank-small-jobs.js';
import { yesIf } from './yes-if.js';

const day = aMatchingDay();
const job = aCandidateSmallJob({ fixedContactId: 'mette' });
const ids = (citizens: readonly CandidateCitizen[], limit?: number): string[] =>
  rankCitizens(job, citizens, { day, limit }).ranked.map(({ citizenId }) => citizenId);

describe('the order', () => {
  it('is score first', () => {
    const second = aCandidateCitizen({ id: 'a', brokerId: 'lars' });
    const first = aCandidateCitizen({ id: 'b', brokerId: 'mette' });
    expect(ids([second, first])).toEqual(['b', 'a']);
  });

  it('is waiting days when scores are equal', () => {
    // Both have all points for waiting; one has waited longer still.
    const long = aCandidateCitizen({ id: 'b', waitingSince: Temporal.Instant.from('2020-01-01T00:00:00Z') });
    const shorter = aCandidateCitizen({
      id: 'a',
      waitingSince: Temporal.Instant.from('2024-01-01T00:00:00Z'),
    });
    expect(ids([shorter, long])).toEqual(['b', 'a']);
  });

  it('is id when both are equal, by code and not by alphabet', () => {
    const [a, b, capital] = ['a', 'b', 'B'].map((id) => aCandidateCitizen({ id }));
    expect(ids([b!, a!, capital!])).toEqual(['B', 'a', 'b']);
  });
});

describe('the ranking of citizens', () => {
  const fits = aCandidateCitizen({ id: 'fits' });
  const alsoFits = aCandidateCitizen({ id: 'fits-too', brokerId: 'mette' });
  const oneRule = aCandidateCitizen({ id: 'z-one', saidYes: false });
  const twoRules = aCandidateCitizen({ id: 'a-two', saidYes: false, danishLevel: 0 });

  it('counts everybody and lists who fits', () => {
    const ranking = rankCitizens(job, [twoRules, fits, oneRule, alsoFits], { day, limit: 1 });
    expect(ranking).toMatchObject({ ruleVersion: RULE_VERSION, considered: 4, eligible: 2, excluded: [] });
    expect(ranking.ranked.map(({ citizenId }) => citizenId)).toEqual(['fits-too']);
  });

  it('lists the others on request, nearest to a yes first, with every failing rule in the table’s order', () => {
    const { excluded } = rankCitizens(job, [twoRules, fits, oneRule], { day, excluded: true, limit: 0 });
    expect(excluded.map(({ citizenId }) => citizenId)).toEqual(['z-one', 'a-two']);
    expect(excluded[1]?.failed.map(({ constraint }) => constraint)).toEqual(['phase', 'danish-level']);
  });

  it('is empty for nobody', () => {
    expect(rankCitizens(job, [], { day, excluded: true })).toEqual({
      ruleVersion: RULE_VERSION,
      considered: 0,
      eligible: 0,
      ranked: [],
      excluded: [],
    });
  });

  it('has points that add up, and two halves of their own', () => {
    const [top] = rankCitizens(job, [alsoFits], { day }).ranked;
    expect(top?.parts.map(({ part }) => part)).toEqual(parts.map(({ id }) => id));
    const points = (sub: string): number =>
      top!.parts.filter((_, at) => parts[at]!.sub === sub).reduce((sum, part) => sum + part.points, 0);
    expect(top?.score).toBe(points('wants') + points('canGet'));
    expect(top?.wants).toBe(Math.floor((points('wants') * 10_000) / 5300));
    expect(top?.canGet).toBe(Math.floor((points('canGet') * 10_000) / 4700));
    expect(top?.parts.every(({ part, max }) => max === standardRules.weights[part])).toBe(true);
  });

  it('reaches 10,000 in both halves and together', () => {
    const perfect = aCandidateCitizen({
      position: job.workplace.position,
      reach: { walk: 10 },
      dream: 'lager',
      hours: { max: 20, wish: 12 },
      brokerId: 'mette',
      waitingSince: Temporal.Instant.from('2020-01-01T00:00:00Z'),
      triedJobs: [
        {
          smallJobId: 'x',
          category: 'lager',
          weeklyMinutes: 720,
          noise: 1,
          peopleContact: 1,
          wentWell: true,
        },
      ],
    });
    const [top] = rankCitizens({ ...job, roomToGrowHours: 20 }, [perfect], { day }).ranked;
    expect(top).toMatchObject({ score: 10_000, wants: 10_000, canGet: 10_000 });
  });

  it('reads no field of a citizen beyond the declared ones', () => {
    const read = new Set<string>();
    const watched = [fits, twoRules].map(
      (citizen) =>
        new Proxy(citizen, {
          get(target, field, receiver): unknown {
            if (typeof field === 'string') read.add(field);
            return Reflect.get(target, field, receiver);
          },
        }),
    );
    // A job that asks for everything there is, so that every rule looks at its field.
    const demanding = aCandidateSmallJob({ certificates: ['truck'], unpaidPlacement: true });
    rankCitizens(job, watched, { day, excluded: true });
    rankCitizens(demanding, watched, { day, excluded: true });
    expect([...read].sort()).toEqual([...citizenInputs, 'agreedSlots'].sort());
  });

  it('has no input that could be a name, an age, a gender, an origin, a diagnosis, a benefit or an absence', () => {
    expect(
      [...citizenInputs].filter((field) =>
        /name|age$|birth|cpr|gender|sex|origin|nation|diagnos|benefit|absen|attend|language|contactLevel/i.test(
          field,
        ),
      ),
    ).toEqual([]);
  });
});

describe('the ranking of small jobs', () => {
  it('has the same pairs, scores and reasons as the other side', () => {
    const citizen = aCandidateCitizen({ limits: { liftKg: 12 } });
    const jobs = [
      aCandidateSmallJob({ id: 'far-from-goal', category: 'gartner' }),
      aCandidateSmallJob({ id: 'goal' }),
      aCandidateSmallJob({ id: 'heavy', demands: { liftKg: 20 } }),
    ];
    const ranking = rankSmallJobs(citizen, jobs, { day, excluded: true });
    expect(ranking).toMatchObject({ ruleVersion: RULE_VERSION, considered: 3, eligible: 2 });
    expect(ranking.ranked.map(({ smallJobId }) => smallJobId)).toEqual(['goal', 'far-from-goal']);
    expect(ranking.excluded).toMatchObject([
      { smallJobId: 'heavy', failed: [{ text: 'løft 20 kg, kan 12' }] },
    ]);
    const { citizenId, ...otherSide } = rankCitizens(jobs[1]!, [citizen], { day }).ranked[0]!;
    expect(citizenId).toBe(citizen.id);
    expect(ranking.ranked[0]).toEqual({ smallJobId: 'goal', ...otherSide });
  });
});

describe('one pair', () => {
  it('is evaluated as it would be ranked', () => {
    const citizen = aCandidateCitizen();
    const evaluation = evaluate(job, citizen, { day });
    expect(evaluation).toEqual({
      eligible: true,
      failed: [],
      ...Object.fromEntries(
        Object.entries(rankCitizens(job, [citizen], { day }).ranked[0]!).filter(
          ([key]) => key !== 'citizenId',
        ),
      ),
    });
  });

  it('that does not fit has every rule and no score', () => {
    const evaluation = evaluate(job, aCandidateCitizen({ saidYes: false, windows: [] }), { day });
    expect(evaluation.eligible).toBe(false);
    expect(evaluation.failed.map(({ constraint }) => constraint)).toEqual(['phase', 'windows']);
    expect(evaluation).not.toHaveProperty('score');
  });
});

describe('"Ja, hvis"', () => {
  const karin = aCandidateCitizen({
    windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from: '09:00', to: '16:00' })),
    limits: { liftKg: 10 },
  });

  it('puts the changes of Karin in one sentence (screens.md)', () => {
    const heavyAndEarly = aCandidateSmallJob({
      weeklyShifts: weekly([1, 3, 5], '06:30', '10:30'),
      demands: { liftKg: 15 },
    });
    expect(yesIf(heavyAndEarly, karin, { day })).toBe('Ja, hvis løft er højst 10 kg og jobbet starter kl. 9');
  });

  it('is silent when the pair fits already or a no stands', () => {
    expect(yesIf(job, aCandidateCitizen(), { day })).toBeNull();
    expect(yesIf({ ...job, ruledOutCitizenIds: [karin.id] }, karin, { day })).toBeNull();
  });

  it('is a promise: silent when the changes do not go together', () => {
    // Shorter shifts from the same start, and a later start: both rewrite the shifts.
    const early = aCandidateSmallJob({ weeklyShifts: weekly([1, 3, 5], '06:00', '10:00') });
    const fewHours = { ...karin, hours: { min: 5, max: 9, wish: 9 } };
    expect(evaluate(early, fewHours, { day }).failed).toHaveLength(2);
    expect(yesIf(early, fewHours, { day })).toBeNull();
  });
});
