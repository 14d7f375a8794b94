import { Temporal, type WeeklySlot, type Weekday } from '#domain';
import {
  changedCitizen,
  changedSmallJob,
  constraints,
  evaluate,
  openings,
  parts,
  rankCitizens,
  rankSmallJobs,
  yesIf,
  type CandidateCitizen,
  type CandidateSmallJob,
} from '#matching';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { able, anybody, citizen, citizens, day, degree, level, smallJob } from './matching-people.js';

const WEEK = 7 * 1440;

const fitting = (job: CandidateSmallJob, people: readonly CandidateCitizen[]): Set<string> =>
  new Set(rankCitizens(job, people, { day }).ranked.map(({ citizenId }) => citizenId));
const failing = (job: CandidateSmallJob, one: CandidateCitizen): string[] =>
  evaluate(job, one, { day }).failed.map(({ constraint }) => constraint);

describe('the score', () => {
  it('is the sum of whole points within each part’s weight, on a scale to 10,000', () => {
    fc.assert(
      fc.property(smallJob, citizens, (job, people) => {
        for (const ranked of rankCitizens(job, people, { day }).ranked) {
          expect(ranked.parts.reduce((sum, { points }) => sum + points, 0)).toBe(ranked.score);
          expect(ranked.parts.reduce((sum, { max }) => sum + max, 0)).toBe(10_000);
          for (const { points, max, text } of ranked.parts) {
            expect(Number.isInteger(points) && points >= 0 && points <= max).toBe(true);
            expect(text.length).toBeGreaterThan(0);
          }
          for (const scale of [ranked.score, ranked.wants, ranked.canGet]) {
            expect(Number.isInteger(scale) && scale >= 0 && scale <= 10_000).toBe(true);
          }
        }
      }),
    );
  });

  it('has halves made of their own parts', () => {
    fc.assert(
      fc.property(smallJob, able, (job, one) => {
        const evaluation = evaluate(job, one, { day });
        if (!evaluation.eligible) throw new Error('somebody able does not fit');
        const half = (sub: string): number => {
          const own = evaluation.parts.filter((_, at) => parts[at]!.sub === sub);
          const [points, max] = (['points', 'max'] as const).map((key) =>
            own.reduce((sum, part) => sum + part[key], 0),
          );
          return Math.floor((points! * 10_000) / max!);
        };
        expect([evaluation.wants, evaluation.canGet]).toEqual([half('wants'), half('canGet')]);
      }),
    );
  });
});

describe('the list', () => {
  it('does not depend on the order of the citizens or of what is listed about them', () => {
    const shuffled = citizens.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
    );
    const turned = (one: CandidateCitizen): CandidateCitizen => ({
      ...one,
      windows: [...one.windows].reverse(),
      jobGoals: [...one.jobGoals].reverse(),
      certificates: [...one.certificates].reverse(),
      triedJobs: [...one.triedJobs].reverse(),
    });
    fc.assert(
      fc.property(smallJob, shuffled, (job, [people, others]) => {
        expect(rankCitizens(job, others.map(turned), { day }).ranked).toEqual(
          rankCitizens(job, people, { day }).ranked,
        );
        const outside = (list: readonly CandidateCitizen[]) =>
          rankCitizens(job, list, { day, excluded: true }).excluded;
        expect(outside(others)).toEqual(outside(people));
      }),
    );
  });

  it('is ordered by score, then waiting, then id', () => {
    fc.assert(
      fc.property(smallJob, citizens, (job, people) => {
        const since = new Map(people.map((one) => [one.id, one.waitingSince.epochMilliseconds]));
        const waited = (id: string): number =>
          Math.max(0, Math.floor((day.at.epochMilliseconds - since.get(id)!) / 86_400_000));
        const { ranked } = rankCitizens(job, people, { day });
        ranked.slice(1).forEach((next, at) => {
          const before = ranked[at]!;
          const keys = [
            before.score - next.score,
            waited(before.citizenId) - waited(next.citizenId),
            before.citizenId < next.citizenId ? 1 : -1,
          ];
          expect(keys.find((key) => key !== 0)).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('is cut by the limit only, and everybody is in exactly one of the two lists', () => {
    fc.assert(
      fc.property(smallJob, citizens, fc.nat({ max: 5 }), (job, people, limit) => {
        const all = rankCitizens(job, people, { day, excluded: true });
        const cut = rankCitizens(job, people, { day, limit });
        expect(cut).toEqual({ ...all, ranked: all.ranked.slice(0, limit), excluded: [] });
        expect([...all.ranked, ...all.excluded].map(({ citizenId }) => citizenId).sort()).toEqual(
          people.map(({ id }) => id).sort(),
        );
      }),
    );
  });

  it('says the same about a pair from the citizen’s side', () => {
    fc.assert(
      fc.property(fc.array(smallJob, { maxLength: 5 }), anybody, (jobs, one) => {
        const { ranked, excluded } = rankSmallJobs(one, jobs, { day, excluded: true });
        for (const { smallJobId, ...score } of ranked) {
          const job = jobs.find(({ id }) => id === smallJobId)!;
          expect(evaluate(job, one, { day })).toEqual({ eligible: true, failed: [], ...score });
        }
        for (const { smallJobId, failed } of excluded) {
          const job = jobs.find(({ id }) => id === smallJobId)!;
          expect(evaluate(job, one, { day })).toEqual({ eligible: false, failed });
        }
        expect(ranked.length + excluded.length).toBe(jobs.length);
      }),
    );
  });

  it('is blind to who the citizen is', () => {
    fc.assert(
      fc.property(smallJob, anybody, fc.string(), fc.boolean(), (job, one, name, bool) => {
        const masked = {
          ...one,
          name,
          language: bool ? ('en' as const) : ('da' as const),
          contactLevel: bool ? ('close' as const) : ('low' as const),
          cprSealed: name,
          diagnosis: name,
          gender: name,
          missedShifts: name.length,
        };
        expect(evaluate(job, masked, { day })).toEqual(evaluate(job, one, { day }));
      }),
    );
  });
});

describe('the constraints', () => {
  it('never lose a citizen to a lighter job', () => {
    const lighter = fc.record({
      liftKg: fc.nat({ max: 15 }),
      standing: degree,
      noise: degree,
      peopleContact: degree,
      danishLevel: level,
      flexibility: fc.nat({ max: 120 }),
    });
    fc.assert(
      fc.property(smallJob, citizens, lighter, (job, people, less) => {
        const down = <N extends number>(a: N, b: N): N => (a < b ? a : b);
        const light = {
          ...job,
          demands: {
            liftKg: down(job.demands.liftKg, less.liftKg),
            standing: down(job.demands.standing, less.standing),
            noise: down(job.demands.noise, less.noise),
            peopleContact: down(job.demands.peopleContact, less.peopleContact),
            other: job.demands.other.slice(1),
          },
          danishLevel: down(job.danishLevel, less.danishLevel),
          certificates: job.certificates.slice(1),
          startFlexibilityMinutes: job.startFlexibilityMinutes + less.flexibility,
        };
        const after = fitting(light, people);
        for (const id of fitting(job, people)) expect(after).toContain(id);
      }),
    );
  });

  it('are lifted by every change that is reported with a body', () => {
    fc.assert(
      fc.property(smallJob, citizen, (job, one) => {
        for (const { constraint, text, change } of evaluate(job, one, { day }).failed) {
          expect(text).not.toBe('');
          expect(change.text).not.toBe('');
          if (change.on === 'none' || change.body === undefined) continue;
          const left =
            change.on === 'small-job'
              ? failing(changedSmallJob(job, change.body), one)
              : failing(job, changedCitizen(one, change.body));
          expect(left).not.toContain(constraint);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('report a change without a body only for a no, a placement, or agreed hours that block the day', () => {
    fc.assert(
      fc.property(smallJob, citizen, (job, one) => {
        const without = evaluate(job, one, { day }).failed.filter(
          ({ change }) => change.on === 'none' || change.body === undefined,
        );
        for (const { constraint } of without)
          expect(['ruled-out', 'placement-used', 'overlap']).toContain(constraint);
      }),
    );
  });

  it('read no field of the job beyond the declared ones', () => {
    fc.assert(
      fc.property(smallJob, smallJob, citizen, (job, other, one) => {
        const answers = failing(job, one);
        for (const { code, reads } of constraints) {
          const undeclared = Object.fromEntries(
            Object.entries({ ...other, demands: undefined }).filter(
              ([field]) => !reads.job.some((read) => read.split('.')[0] === field) && field !== 'demands',
            ),
          );
          const mixed: CandidateSmallJob = { ...job, ...undeclared };
          for (const demand of Object.keys(job.demands) as (keyof CandidateSmallJob['demands'])[]) {
            if (!reads.job.includes(`demands.${demand}`)) {
              mixed.demands = { ...mixed.demands, [demand]: other.demands[demand] };
            }
          }
          expect(failing(mixed, one).includes(code)).toBe(answers.includes(code));
        }
      }),
    );
  });

  it('are promised away in one sentence only when they are gone with all changes made', () => {
    fc.assert(
      fc.property(smallJob, citizen, (job, one) => {
        fc.pre(yesIf(job, one, { day }) !== null);
        let [jobThen, then] = [job, one];
        for (const { change } of evaluate(job, one, { day }).failed) {
          if (change.on === 'small-job') jobThen = changedSmallJob(jobThen, change.body!);
          if (change.on === 'citizen') then = changedCitizen(then, change.body!);
        }
        expect(failing(jobThen, then)).toEqual([]);
      }),
    );
  });
});

/** Minute by minute round the week: the slow meaning of windows and overlap, written without any interval. */
function minutesOf(slots: readonly { weekday: Weekday; from: string; to: string }[]): Uint8Array {
  const week = new Uint8Array(WEEK);
  const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  for (const { weekday: on, from, to } of slots) {
    const start = (on - 1) * 1440 + clock(from);
    const length = clock(to) - clock(from) + (clock(to) > clock(from) ? 0 : 1440);
    for (let at = 0; at < length; at += 1) week[(start + at) % WEEK] = 1;
  }
  return week;
}
const asWindow = ({ weekday: on, start, end }: WeeklySlot) => ({ weekday: on, from: start, to: end });

describe('the week', () => {
  it('has windows as counted minute by minute, round Sunday midnight', () => {
    fc.assert(
      fc.property(smallJob, citizen, (job, one) => {
        const free = minutesOf(one.windows);
        const fits = job.weeklyShifts.every((shift) => {
          const worked = minutesOf([asWindow(shift)]);
          const start =
            (shift.weekday - 1) * 1440 + Number(shift.start.slice(0, 2)) * 60 + Number(shift.start.slice(3));
          const length = worked.reduce((sum, minute) => sum + minute, 0);
          // The free minutes up to the end, counted backwards: how late the citizen would have to come.
          let stays = 0;
          while (stays < length && free[(start + length - 1 - stays) % WEEK] === 1) stays += 1;
          return stays > 0 && length - stays <= job.startFlexibilityMinutes;
        });
        expect(failing(job, one).includes('windows')).toBe(!fits);
      }),
      { numRuns: 500 },
    );
  });

  it('has overlap as counted minute by minute', () => {
    fc.assert(
      fc.property(smallJob, citizen, (job, one) => {
        const agreed = minutesOf(one.agreedSlots.map(asWindow));
        const worked = minutesOf(job.weeklyShifts.map(asWindow));
        expect(failing(job, one).includes('overlap')).toBe(
          worked.some((minute, at) => minute === 1 && agreed[at] === 1),
        );
      }),
    );
  });

  it('is moved by the fewest minutes that do, up to four hours within the day', () => {
    const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
    const text = (minutes: number): string =>
      minutes === 1440
        ? '24:00'
        : `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const moved = (job: CandidateSmallJob, by: number): CandidateSmallJob => ({
      ...job,
      weeklyShifts: job.weeklyShifts.map((shift) => {
        const start = clock(shift.start) + by;
        const length = (clock(shift.end) - clock(shift.start) + 1440) % 1440;
        return { ...shift, start: text(start), end: text(start + length) };
      }),
    });
    fc.assert(
      fc.property(smallJob, citizen, (job, one) => {
        const alone = { ...one, agreedSlots: [] };
        const change = evaluate(job, alone, { day }).failed.find(
          ({ constraint }) => constraint === 'windows',
        )?.change;
        fc.pre(change !== undefined && !(change.on === 'small-job' && change.body?.startFlexibilityMinutes));
        const starts = job.weeklyShifts.map(({ start }) => clock(start));
        const fits = (at: CandidateSmallJob): boolean =>
          at.weeklyShifts.every((shift) => {
            const half = Math.floor(((clock(shift.end) - clock(shift.start) + 1440) % 1440) / 2);
            const startFlexibilityMinutes = Math.min(at.startFlexibilityMinutes, half);
            return !failing({ ...at, weeklyShifts: [shift], startFlexibilityMinutes }, alone).includes(
              'windows',
            );
          });
        const possible = (by: number): boolean =>
          starts.every((start) => start + by >= Math.min(start, 360) && start + by < 1440) &&
          fits(moved(job, by));
        let fewest: number | null = null;
        // Everything in the generators lies on half hours, and so does the answer; quarters are tried to be sure.
        for (let by = 15; by <= 240 && fewest === null; by += 15) {
          if (possible(by)) fewest = by;
          else if (possible(-by)) fewest = -by;
        }
        if (fewest === null) expect(change?.on).toBe('citizen');
        else
          expect(change).toMatchObject({
            on: 'small-job',
            body: { weeklyShifts: moved(job, fewest).weeklyShifts },
          });
      }),
      { numRuns: 200 },
    );
  });
});

describe('openings', () => {
  it('gain exactly what a new ranking says, most first and never nothing', () => {
    fc.assert(
      fc.property(smallJob, citizens, (job, people) => {
        const now = rankCitizens(job, people, { day }).eligible;
        const { eligible, items } = openings(job, people, { day });
        expect(eligible).toBe(now);
        for (const { change, gained } of items) {
          expect(gained).toBeGreaterThan(0);
          expect(rankCitizens(changedSmallJob(job, change), people, { day }).eligible - now).toBe(gained);
        }
        const gains = items.map(({ gained }) => gained);
        expect(gains).toEqual([...gains].sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });

  it('lift for one person what alone is in the way', () => {
    const limited = fc
      .tuple(
        able,
        fc.constantFrom<Partial<CandidateCitizen['limits']> & { danish?: 0; certificates?: string[] }>(
          { liftKg: 0 },
          { standing: 0 },
          { noise: 0 },
          { peopleContact: 0 },
          { other: ['stairs', 'cold'] },
          { danish: 0 },
          { certificates: [] },
        ),
      )
      .map(([one, { danish, certificates, ...limits }]): CandidateCitizen => ({
        ...one,
        danishLevel: danish ?? one.danishLevel,
        certificates: certificates ?? one.certificates,
        limits: { ...one.limits, ...limits },
      }));
    fc.assert(
      fc.property(smallJob, limited, (job, one) => {
        fc.pre(failing(job, one).length === 1);
        expect(openings(job, [one], { day }).items[0]?.gained).toBe(1);
      }),
    );
  });

  it('are none without anybody', () => {
    fc.assert(
      fc.property(smallJob, (job) => {
        expect(openings(job, [], { day })).toEqual({ eligible: 0, items: [], otherWays: [] });
      }),
      { numRuns: 20 },
    );
  });
});

describe('the day', () => {
  it('changes nothing but waiting and starts that have passed', () => {
    fc.assert(
      fc.property(smallJob, citizen, fc.integer({ min: 1, max: 8 }), (job, one, days) => {
        fc.pre(job.startDate > '2026-12-01');
        const later = {
          today: `2026-11-2${1 + days}`,
          at: Temporal.Instant.from(day.at).add({ hours: 24 * days }),
        };
        expect(evaluate(job, one, { day: later }).failed).toEqual(evaluate(job, one, { day }).failed);
      }),
    );
  });
});
