import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignmentProblem, dice, type ProblemSize } from '../../../../test/builders/assignment-problem.js';
import { checkPlan, checkPrices } from '../../../../test/builders/checked-plan.js';
import { tried } from '../../../../test/builders/tried-plans.js';
import { Assignment } from './assignment.js';
import { deskOrder } from './desk-order.js';
import { greedy } from './greedy.js';
import { NO_CONTACT, type AssignmentProblem, type JobChange, type Plan } from './problem.js';

/** Small enough to try everything; few different values, so that there are many ties. */
const small = fc.record<ProblemSize>({
  citizens: fc.integer({ min: 0, max: 6 }),
  jobs: fc.integer({ min: 0, max: 5 }),
  contacts: fc.integer({ min: 0, max: 3 }),
  seats: fc.integer({ min: 0, max: 3 }),
  room: fc.integer({ min: 0, max: 3 }),
  percent: fc.integer({ min: 20, max: 100 }),
  highest: fc.constantFrom(3, 20, 11_461),
});
const problems = fc.tuple(fc.nat(1_000_000), small).map(([seed, size]) => assignmentProblem(seed, size));

const reached = ({ objective, filled }: Plan): [number, number] => [objective, filled];

describe('the exact assignment', () => {
  test('reaches what trying everything reaches, in points and in seats, and its prices prove it', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = Assignment.solve(problem);
        checkPlan(problem, plan);
        checkPrices(problem, plan, plan.prices);
        expect(reached(plan)).toEqual(tried(problem));
      }),
      { numRuns: 2000 },
    );
  });

  test('says exactly what one more place at a contact would win', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = Assignment.solve(problem);
        const worth = [...plan.worthOfOnePlaceMore()];
        const found = worth.map((_, contact) => {
          const room = problem.room.with(contact, problem.room[contact]! + 1);
          return tried({ ...problem, room })[0] - plan.objective;
        });
        expect(worth).toEqual(found);
        worth.forEach((points, contact) => expect(points).toBeLessThanOrEqual(plan.prices.contact[contact]!));
      }),
      { numRuns: 500 },
    );
  });

  test('is never behind desk order or the best pair first', () => {
    const size = { citizens: 80, jobs: 30, contacts: 5, seats: 3, room: 9, percent: 20, highest: 9000 };
    let ahead = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const problem = assignmentProblem(seed, size);
      const others = [greedy(problem), deskOrder(problem, problem.seats.keys())];
      const best = Assignment.solve(problem);
      for (const other of others) {
        checkPlan(problem, other);
        expect(best.objective).toBeGreaterThanOrEqual(other.objective);
        if (best.objective > other.objective) ahead += 1;
      }
    }
    expect(ahead).toBeGreaterThan(150);
  });

  test('is what the others are held against, who let own citizens of a contact in beside the places', () => {
    const size = {
      citizens: 40,
      jobs: 15,
      contacts: 3,
      seats: 3,
      room: 2,
      percent: 30,
      highest: 90,
      own: 60,
    };
    let seatedBeyondRoom = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const problem = assignmentProblem(seed, size);
      for (const plan of [greedy(problem), deskOrder(problem, problem.seats.keys())]) {
        checkPlan(problem, plan);
        const places = problem.room.reduce((sum, room) => sum + room, 0);
        const used = plan.usedOf.reduce((sum, one) => sum + one, 0);
        const seated = problem.contact.reduce(
          (sum, one, job) => sum + (one === NO_CONTACT ? 0 : plan.filledOf[job]!),
          0,
        );
        expect(used).toBeLessThanOrEqual(places);
        if (seated > places) seatedBeyondRoom += 1;
      }
    }
    expect(seatedBeyondRoom).toBeGreaterThan(100);
  });

  test('does not depend on the order of citizens, jobs, contacts and pairs', () => {
    fc.assert(
      fc.property(problems, fc.nat(1_000_000), (problem, seed) => {
        expect(reached(Assignment.solve(shuffled(problem, seed)))).toEqual(
          reached(Assignment.solve(problem)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('gives the same plan for the same problem', () => {
    const size = { citizens: 60, jobs: 20, contacts: 4, seats: 3, room: 9, percent: 30, highest: 4 };
    const once = Assignment.solve(assignmentProblem(7, size));
    expect(Assignment.solve(assignmentProblem(7, size)).jobOf).toEqual(once.jobOf);
  });
});

describe('edges', () => {
  const empty = { citizens: 0, jobs: 0, contacts: 0, seats: 0, room: 0, percent: 100, highest: 9 };
  const nobody: [string, ProblemSize][] = [
    ['nobody and nothing', empty],
    ['citizens without jobs', { ...empty, citizens: 9 }],
    ['jobs without citizens', { ...empty, jobs: 4, seats: 2 }],
    ['no pair that fits', { ...empty, citizens: 5, jobs: 4, seats: 2, percent: 0 }],
    ['no free seat', { ...empty, citizens: 5, jobs: 4, seats: 0 }],
  ];
  test.each(nobody)('%s is an empty plan', (_, size) => {
    const problem = assignmentProblem(1, size);
    const plan = Assignment.solve(problem);
    checkPlan(problem, plan);
    checkPrices(problem, plan, plan.prices);
    expect(reached(plan)).toEqual([0, 0]);
    expect(reached(greedy(problem))).toEqual([0, 0]);
    expect(reached(deskOrder(problem, problem.seats.keys()))).toEqual([0, 0]);
  });

  const jobs = (...values: number[][]): AssignmentProblem => ({
    citizens: Math.max(...values.map(({ length }) => length)),
    from: Int32Array.from([0, ...values.map((_, n) => values.slice(0, n + 1).flat().length)]),
    citizen: Int32Array.from(values.flatMap((row) => [...row.keys()])),
    value: Int32Array.from(values.flat()),
    counts: new Uint8Array(values.flat().length).fill(1),
    seats: new Int32Array(values.length).fill(1),
    contact: new Int32Array(values.length),
    room: Int32Array.of(9),
  });

  test('one citizen who fits everywhere gets the best of it', () => {
    const plan = Assignment.solve(jobs([50], [70], [60]));
    expect([...plan.jobOf]).toEqual([1]);
  });

  test('a contact without room gets nobody, and a place there is worth the best seat', () => {
    const problem = { ...jobs([50, 40], [70, 80]), room: Int32Array.of(0) };
    const plan = Assignment.solve(problem);
    checkPrices(problem, plan, plan.prices);
    expect(reached(plan)).toEqual([0, 0]);
    expect([...plan.worthOfOnePlaceMore()]).toEqual([80]);
  });

  test('a job without a contact is bound by its seats alone', () => {
    const problem = { ...jobs([50, 40]), contact: Int32Array.of(NO_CONTACT), room: Int32Array.of(0) };
    expect(reached(Assignment.solve(problem))).toEqual([50, 1]);
  });

  test('of plans with the same points it takes the one with more seats filled', () => {
    // The first citizen alone on the first job, or there the second and the first on the other.
    expect(reached(Assignment.solve(jobs([20, 10], [10])))).toEqual([20, 2]);
  });

  test.each([
    ['a value of 0', { value: Int32Array.of(0) }],
    ['a citizen who is not there', { citizen: Int32Array.of(1) }],
    ['a pair that takes no place', { counts: Uint8Array.of(0) }],
    ['a contact who is not there', { contact: Int32Array.of(1) }],
    ['seats below 0', { seats: Int32Array.of(-1) }],
    ['room below 0', { room: Int32Array.of(-1) }],
    ['pairs that belong to no job', { from: Int32Array.of(0, 2) }],
  ])('refuses %s', (_, wrong) => {
    expect(() => Assignment.solve({ ...jobs([5]), ...wrong })).toThrow(RangeError);
  });
});

describe('after a change of one job', () => {
  test('is as good as solved anew, over long runs of changes, and the plan before stays', () => {
    fc.assert(
      fc.property(problems, fc.nat(1_000_000), (start, seed) => {
        const roll = dice(seed);
        let problem = start;
        let plan = Assignment.solve(problem);
        for (let step = 0; step < 12; step += 1) {
          const change = anyChange(problem, roll);
          const before = reached(plan);
          const after = plan.withJob(change);
          expect(reached(plan)).toEqual(before);
          problem = changed(problem, change);
          plan = after;
          checkPlan(problem, plan);
          checkPrices(problem, plan, plan.prices);
          expect(reached(plan)).toEqual(reached(Assignment.solve(problem)));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('also in a larger place, where the space for pairs is used up again and again', () => {
    const size = { citizens: 300, jobs: 60, contacts: 12, seats: 3, room: 9, percent: 15, highest: 9000 };
    const roll = dice(5);
    let problem = assignmentProblem(5, size);
    let plan = Assignment.solve(problem);
    for (let step = 1; step <= 300; step += 1) {
      const change = anyChange(problem, roll);
      problem = changed(problem, change);
      plan = plan.withJob(change);
      if (step % 10 > 0) continue;
      checkPlan(problem, plan);
      checkPrices(problem, plan, plan.prices);
      expect(reached(plan)).toEqual(reached(Assignment.solve(problem)));
    }
  });

  test('two changes of the same plan do not know of each other', () => {
    const problem = assignmentProblem(3, {
      citizens: 30,
      jobs: 9,
      contacts: 3,
      seats: 3,
      room: 5,
      percent: 50,
      highest: 99,
    });
    const plan = Assignment.solve(problem);
    const [one, other] = [
      { job: 0, seats: 0 },
      { job: 1, seats: 0 },
    ] as const;
    expect(reached(plan.withJob(one))).toEqual(reached(Assignment.solve(changed(problem, one))));
    expect(reached(plan.withJob(other))).toEqual(reached(Assignment.solve(changed(problem, other))));
  });

  test.each([
    ['a job beyond the next', { job: 9 }],
    ['seats below 0', { job: 0, seats: -1 }],
    ['a contact who is not there', { job: 0, contact: 7 }],
    ['a citizen who is not there', { job: 0, pairs: { citizen: Int32Array.of(7), value: Int32Array.of(1) } }],
  ])('refuses %s', (_, change) => {
    const problem = assignmentProblem(1, {
      citizens: 3,
      jobs: 2,
      contacts: 1,
      seats: 2,
      room: 2,
      percent: 100,
      highest: 9,
    });
    expect(() => Assignment.solve(problem).withJob(change)).toThrow(RangeError);
  });
});

/** Other pairs, other seats, another contact, closed, or a job more. */
function anyChange(problem: AssignmentProblem, roll: (below: number) => number): JobChange {
  const jobs = problem.seats.length;
  const job = roll(10) === 0 ? jobs : roll(jobs);
  const isNew = job === jobs;
  const citizen = Array.from({ length: problem.citizens }, (_, who) => who).filter(() => roll(3) === 0);
  return {
    job,
    ...((isNew || roll(2) === 0) && {
      pairs: { citizen: Int32Array.from(citizen), value: Int32Array.from(citizen, () => 1 + roll(30)) },
    }),
    ...((isNew || roll(2) === 0) && { seats: roll(4) }),
    ...((isNew || roll(4) === 0) && { contact: roll(problem.room.length + 1) + NO_CONTACT }),
  };
}

/** The problem with the change written into it. */
function changed(problem: AssignmentProblem, { job, seats, contact, pairs }: JobChange): AssignmentProblem {
  const rows = Array.from({ length: Math.max(problem.seats.length, job + 1) }, (_, n) => {
    const [begin, end] = [problem.from[n] ?? 0, problem.from[n + 1] ?? 0];
    if (n === job && pairs) return pairs;
    return { citizen: problem.citizen.subarray(begin, end), value: problem.value.subarray(begin, end) };
  });
  const set = (array: Int32Array, value: number | undefined): Int32Array => {
    const copy = new Int32Array(rows.length);
    copy.set(array);
    if (value !== undefined) copy[job] = value;
    return copy;
  };
  let length = 0;
  const from = Int32Array.from([0, ...rows.map(({ citizen }) => (length += citizen.length))]);
  return {
    ...problem,
    from,
    counts: new Uint8Array(length).fill(1),
    citizen: Int32Array.from(rows.flatMap(({ citizen }) => [...citizen])),
    value: Int32Array.from(rows.flatMap(({ value }) => [...value])),
    seats: set(problem.seats, seats),
    contact: set(problem.contact, contact),
  };
}

/** The same problem with everybody and everything in another order. */
function shuffled(problem: AssignmentProblem, seed: number): AssignmentProblem {
  const roll = dice(seed);
  const order = (length: number): number[] => {
    const numbers = Array.from({ length }, (_, n) => n);
    for (let n = length - 1; n > 0; n -= 1) {
      const other = roll(n + 1);
      [numbers[n], numbers[other]] = [numbers[other]!, numbers[n]!];
    }
    return numbers;
  };
  const citizens = order(problem.citizens);
  const contacts = order(problem.room.length);
  const jobs = order(problem.seats.length);
  const rows = jobs.map((job) => {
    const begin = problem.from[job]!;
    return order(problem.from[job + 1]! - begin).map((n) => begin + n);
  });
  let length = 0;
  const room = new Int32Array(problem.room.length);
  contacts.forEach((to, from) => (room[to] = problem.room[from]!));
  return {
    citizens: problem.citizens,
    from: Int32Array.from([0, ...rows.map((row) => (length += row.length))]),
    citizen: Int32Array.from(rows.flat(), (pair) => citizens[problem.citizen[pair]!]!),
    value: Int32Array.from(rows.flat(), (pair) => problem.value[pair]!),
    counts: Uint8Array.from(rows.flat(), (pair) => problem.counts[pair]!),
    seats: Int32Array.from(jobs, (job) => problem.seats[job]!),
    contact: Int32Array.from(jobs, (job) => contacts[problem.contact[job]!] ?? NO_CONTACT),
    room,
  };
}
