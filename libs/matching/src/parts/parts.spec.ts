import { Temporal, type TriedJob } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay, weekly } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { evaluate } from '../ranking/evaluate.js';
import { standardRules, type PartId } from '../rules.js';
import { parts } from './table.js';

function part(id: PartId, job: CandidateSmallJob, citizen: CandidateCitizen): [points: number, text: string] {
  const evaluation = evaluate(job, citizen, { day: aMatchingDay() });
  if (!evaluation.eligible)
    throw new Error(`does not fit: ${evaluation.failed.map(({ text }) => text).join()}`);
  const found = evaluation.parts.find((each) => each.part === id);
  if (!found) throw new Error(`no part ${id}`);
  return [found.points, found.text];
}
const job = aCandidateSmallJob();
const goal = (category: string, rank: number) => ({ category, rank, ownWords: 'noget privat' });

describe('the table of parts', () => {
  it('has a weight for every part, 10,000 together, own goals the heaviest', () => {
    const { weights } = standardRules;
    expect(parts.map(({ id }) => id).sort()).toEqual(Object.keys(weights).sort());
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
    expect(Math.max(...Object.values(weights))).toBe(weights.goals);
    expect(new Set(parts.map(({ sub }) => sub))).toEqual(new Set(['wants', 'canGet']));
  });
});

describe('goals', () => {
  it('gives all for the first goal and less for each one after', () => {
    const points = [1, 2, 3, 4, 5, 9].map((rank) =>
      part('goals', job, aCandidateCitizen({ jobGoals: [goal('lager', rank)] })),
    );
    expect(points.map(([each]) => each)).toEqual([2600, 1950, 1430, 1040, 780, 780]);
    expect(points[1]?.[1]).toBe('eget mål nr. 2: lager');
  });

  it('takes the most wanted of two goals for the same category', () => {
    const citizen = aCandidateCitizen({ jobGoals: [goal('lager', 3), goal('lager', 1)] });
    expect(part('goals', job, citizen)[1]).toBe('eget mål nr. 1: lager');
  });

  it('gives nothing, without blame, for another area', () => {
    expect(part('goals', job, aCandidateCitizen({ jobGoals: [goal('gartner', 1)] }))).toEqual([
      0,
      'ikke blandt egne mål',
    ]);
  });
});

describe('dream', () => {
  const dreaming = (dream: string | null, ...goals: string[]) =>
    aCandidateCitizen({ dream, jobGoals: goals.map((category, at) => goal(category, at + 1)) });

  it('is the dream itself, an own goal, a related category, or none', () => {
    expect(part('dream', job, dreaming('Jeg vil være lagerchef'))).toEqual([900, 'drømmen: lager']);
    expect(part('dream', job, dreaming(null, 'lager'))).toEqual([630, 'samme slags arbejde som eget mål']);
    expect(part('dream', job, dreaming(null, 'gartner', 'post'))).toEqual([
      450,
      'i familie med eget mål: post og pakker',
    ]);
    expect(part('dream', job, dreaming('Noget med post'))).toEqual([
      450,
      'i familie med drømmen: post og pakker',
    ]);
    expect(part('dream', job, dreaming('At se havet', 'gartner'))).toEqual([
      0,
      'et andet område end egne mål',
    ]);
  });

  it('sees a relation that only the other category names', () => {
    // transport names lager as related, lager does not name transport.
    expect(part('dream', job, dreaming(null, 'transport'))[0]).toBe(450);
    expect(part('dream', { ...job, category: 'transport' }, dreaming(null, 'lager'))[0]).toBe(450);
  });
});

describe('hours', () => {
  it('is full at the wish and gone ten hours away', () => {
    const wishing = (wish: number) => aCandidateCitizen({ hours: { min: 1, max: 40, wish } });
    expect(part('hours', job, wishing(12))).toEqual([1100, '12 timer om ugen, ønsker 12']);
    expect(part('hours', job, wishing(17))[0]).toBe(550);
    expect(part('hours', job, wishing(7))[0]).toBe(550);
    expect(part('hours', job, wishing(30))[0]).toBe(0);
  });
});

describe('tried', () => {
  const tried = (overrides: Partial<TriedJob>): TriedJob => ({
    smallJobId: 'before',
    category: 'lager',
    weeklyMinutes: 720,
    noise: 1,
    peopleContact: 2,
    wentWell: true,
    ...overrides,
  });
  const having = (...triedJobs: TriedJob[]) => aCandidateCitizen({ triedJobs });

  it('stands in the middle for somebody who has tried nothing', () => {
    expect(part('tried', job, having())).toEqual([350, 'ikke prøvet et småjob før']);
  });

  it('rises with what went well and falls with what did not', () => {
    expect(part('tried', job, having(tried({})))).toEqual([
      700,
      'opgaver, støj og timer som i et job, der gik godt',
    ]);
    expect(part('tried', job, having(tried({ wentWell: false })))).toEqual([
      0,
      'minder om et job, der ikke passede så godt',
    ]);
  });

  it('weighs each feature by itself and names those alike', () => {
    expect(part('tried', job, having(tried({ noise: 0, weeklyMinutes: 300 })))).toEqual([
      490,
      'opgaver som i et job, der gik godt',
    ]);
    expect(part('tried', job, having(tried({ category: 'butik', weeklyMinutes: 600 })))).toEqual([
      560,
      'støj og timer som i et job, der gik godt',
    ]);
  });

  it('does not change with people contact or the order of the jobs', () => {
    const a = tried({ peopleContact: 0, wentWell: false });
    const b = tried({ category: 'butik' });
    expect(part('tried', job, having(a, b))).toEqual(
      part('tried', job, having(b, { ...a, peopleContact: 2 })),
    );
  });
});

describe('slack', () => {
  const free = (from: string, to: string) =>
    aCandidateCitizen({ windows: ([1, 3, 5] as const).map((weekday) => ({ weekday, from, to })) });

  it('counts the free minutes around the tightest shift', () => {
    expect(part('slack', job, free('08:00', '12:00'))).toEqual([0, 'tiderne passer lige']);
    expect(part('slack', job, free('07:00', '13:00'))).toEqual([350, '120 min. luft omkring vagterne']);
    expect(part('slack', job, free('06:00', '20:00'))).toEqual([700, 'god tid omkring vagterne']);
    const tightWednesday = aCandidateCitizen({
      windows: [
        { weekday: 1, from: '06:00', to: '20:00' },
        { weekday: 3, from: '08:00', to: '12:30' },
        { weekday: 5, from: '06:00', to: '20:00' },
      ],
    });
    expect(part('slack', job, tightWednesday)[1]).toBe('30 min. luft omkring vagterne');
  });

  it('has none when the late start is needed, and says that it is fine', () => {
    const flexible = { ...job, startFlexibilityMinutes: 60 };
    expect(part('slack', flexible, free('09:00', '18:00'))).toEqual([0, 'møder kl. 9, og det er i orden']);
  });
});

describe('travel', () => {
  it('is better the nearer, and nothing is left at an hour', () => {
    const { lat, lon } = job.workplace.position;
    const living = (north: number, reach: CandidateCitizen['reach']) =>
      aCandidateCitizen({ position: { lat: lat + north, lon }, reach });
    expect(part('travel', job, living(0, { walk: 10 }))).toEqual([1100, '0 min. til fods']);
    expect(part('travel', job, living(0.0449, { bike: 30, walk: 120 }))).toEqual([623, '26 min. på cykel']);
    expect(part('travel', job, living(0.0449, { walk: 120 }))).toEqual([0, '78 min. til fods']);
  });
});

describe('contact (R18)', () => {
  const citizen = aCandidateCitizen({ brokerId: 'mette' });

  it('is best when nobody new comes in', () => {
    expect(part('contact', { ...job, fixedContactId: 'mette' }, citizen)).toEqual([
      1100,
      'samme kontaktperson',
    ]);
    expect(part('contact', { ...job, fixedContactId: null }, citizen)).toEqual([
      550,
      'kontaktpersonen kan følge med',
    ]);
    expect(part('contact', { ...job, fixedContactId: 'lars' }, citizen)).toEqual([0, 'ny kontaktperson']);
  });

  it('is a new person for somebody without a broker', () => {
    expect(part('contact', job, aCandidateCitizen({ brokerId: null }))[1]).toBe('ny kontaktperson');
  });
});

describe('waiting', () => {
  const since = (instant: string) => aCandidateCitizen({ waitingSince: Temporal.Instant.from(instant) });

  it('grows by whole days up to a year', () => {
    expect(part('waiting', job, since('2026-04-25T08:00:00Z'))).toEqual([402, 'ventet 210 dage']);
    expect(part('waiting', job, since('2026-11-20T08:00:00Z'))[1]).toBe('ventet 1 dag');
    expect(part('waiting', job, since('2026-11-20T08:00:01Z'))).toEqual([0, 'lige begyndt at vente']);
    expect(part('waiting', job, since('2020-01-01T00:00:00Z'))[0]).toBe(700);
  });

  it('is never negative', () => {
    expect(part('waiting', job, since('2027-01-01T00:00:00Z'))).toEqual([0, 'lige begyndt at vente']);
  });
});

describe('growth (R65)', () => {
  const upTo = (max: number) => aCandidateCitizen({ hours: { max } });

  it('is the hours the job can grow to, inside the citizen’s own range', () => {
    const growing = { ...job, roomToGrowHours: 20 };
    expect(part('growth', growing, upTo(20))).toEqual([500, 'kan vokse til 20 timer']);
    expect(part('growth', growing, upTo(16))).toEqual([250, 'kan vokse til 16 timer']);
    expect(part('growth', growing, upTo(12))).toEqual([0, 'timerne bliver, som de er']);
    expect(part('growth', job, upTo(20))[0]).toBe(0);
  });

  it('is nothing when the number is under the hours of today', () => {
    expect(part('growth', { ...job, roomToGrowHours: 8 }, upTo(20))[0]).toBe(0);
  });
});

describe('accommodations (R46)', () => {
  const offering = { ...job, accommodationsOffered: ['fixed-buddy', 'calm-start'] };

  it('is full when all that was named is offered, or nothing was named', () => {
    expect(
      part('accommodations', offering, aCandidateCitizen({ needs: ['calm-start', 'fixed-buddy'] })),
    ).toEqual([600, 'med en rolig start og en fast makker']);
    expect(part('accommodations', job, aCandidateCitizen({ needs: [] }))).toEqual([
      600,
      'ingen særlige ønsker til rammerne',
    ]);
  });

  it('says what is left to agree on', () => {
    expect(
      part('accommodations', offering, aCandidateCitizen({ needs: ['fixed-buddy', 'written-plan'] })),
    ).toEqual([300, 'skal aftales: en skriftlig plan']);
  });
});

describe('the texts', () => {
  it('never quote the citizen’s own words', () => {
    const evaluation = evaluate(
      job,
      aCandidateCitizen({ dream: 'min hemmelige drøm om lager', jobGoals: [goal('lager', 1)] }),
      {
        day: aMatchingDay(),
      },
    );
    expect(JSON.stringify(evaluation)).not.toMatch(/privat|hemmelig/);
  });

  it('reads hours with a comma', () => {
    const shorter = { ...job, weeklyShifts: weekly([1, 3, 5], '08:00', '12:00', 30) };
    expect(part('hours', shorter, aCandidateCitizen({ hours: { wish: 7.5 } }))[1]).toBe(
      '10,5 timer om ugen, ønsker 7,5',
    );
  });
});
