import { afterAll, describe, expect, test } from '@jest/globals';
import { HighsAssignmentSolver } from '#computing';
import { DomainError } from '#domain';
import { Assignment, type AssignmentProblem } from '#matching';
import { assignmentProblem } from '../builders/assignment-problem.js';

const solver = new HighsAssignmentSolver();
afterAll(() => solver.close());

describe('the exact assignment has the objective of HiGHS', () => {
  const sizes = [
    { citizens: 40, jobs: 12, contacts: 4, seats: 3, room: 6, percent: 40, highest: 9000 },
    { citizens: 60, jobs: 40, contacts: 8, seats: 2, room: 5, percent: 20, highest: 12_000 },
    { citizens: 25, jobs: 30, contacts: 5, seats: 3, room: 9, percent: 50, highest: 20 },
    { citizens: 120, jobs: 30, contacts: 3, seats: 4, room: 12, percent: 15, highest: 3000 },
  ];
  test.each(sizes)('in 50 problems of %j', async (size) => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const problem = assignmentProblem(seed, size);
      const [own, highs] = [Assignment.solve(problem), await solver.solve(problem)];
      expect({ seed, objective: own.objective }).toEqual({ seed, objective: highs.objective });
    }
  });
});

/** Two jobs of one company, one of another; the contact has room for two. */
const village = (): AssignmentProblem => ({
  citizens: 3,
  from: Int32Array.of(0, 2, 4, 6),
  citizen: Int32Array.of(0, 1, 1, 2, 0, 2),
  value: Int32Array.of(90, 50, 80, 70, 40, 35),
  counts: new Uint8Array(6).fill(1),
  seats: Int32Array.of(1, 1, 1),
  contact: Int32Array.of(0, 0, -1),
  room: Int32Array.of(2),
});

describe('at most so many citizens for each company', () => {
  const company = Int32Array.of(0, 0, 1);
  const most = (n: number) => ({ company, most: Int32Array.of(n, n) });

  test('changes nothing where it does not bind', async () => {
    const plan = await solver.solve(village(), most(2));
    expect(plan).toMatchObject({ objective: 205, filled: 3 });
  });
  test('is kept where it binds, and the rest is as good as it can be', async () => {
    const plan = await solver.solve(village(), most(1));
    expect([...plan.jobOf]).toEqual([0, -1, 2]);
    expect(plan.objective).toBe(125);
  });
  test('none at all leaves an empty plan', async () => {
    expect(await solver.solve(village(), most(0))).toMatchObject({ objective: 0, filled: 0 });
  });
});

test('one more place at a contact wins no more than is said', async () => {
  const tight = { ...village(), room: Int32Array.of(1) };
  const plan = await solver.solve(tight);
  expect(plan.objective).toBe(Assignment.solve(tight).objective);
  expect(plan.worthAtMost[0]).toBeGreaterThanOrEqual(Assignment.solve(tight).worthOfOnePlaceMore()[0]!);
});

test('no citizens and no jobs are an empty plan', async () => {
  const nothing = assignmentProblem(1, {
    citizens: 0,
    jobs: 0,
    contacts: 0,
    seats: 0,
    room: 0,
    percent: 0,
    highest: 1,
  });
  expect(await solver.solve(nothing)).toMatchObject({ objective: 0, filled: 0 });
});

test('a plan that is not found in time is refused with a reason', async () => {
  const large = assignmentProblem(1, {
    citizens: 1500,
    jobs: 250,
    contacts: 30,
    seats: 3,
    room: 20,
    percent: 15,
    highest: 9000,
  });
  const hurried = new HighsAssignmentSolver(0.01);
  await expect(hurried.solve(large)).rejects.toThrow(new DomainError('assignment.too-slow'));
});

test('the thread of whoever asks goes on meanwhile', async () => {
  let beats = 0;
  const heart = setInterval(() => (beats += 1), 5);
  await solver.solve(
    assignmentProblem(2, {
      citizens: 400,
      jobs: 100,
      contacts: 10,
      seats: 3,
      room: 20,
      percent: 20,
      highest: 9000,
    }),
  );
  clearInterval(heart);
  expect(beats).toBeGreaterThan(3);
});
