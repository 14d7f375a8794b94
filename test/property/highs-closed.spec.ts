import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HighsAssignmentSolver } from '#computing';
import { assignmentProblem } from '../builders/assignment-problem.js';

/** Keeps HiGHS busy for many seconds. */
const large = assignmentProblem(1, {
  citizens: 2000,
  jobs: 400,
  contacts: 40,
  seats: 3,
  room: 20,
  percent: 15,
  highest: 9000,
});
const small = assignmentProblem(1, {
  citizens: 4,
  jobs: 2,
  contacts: 1,
  seats: 2,
  room: 2,
  percent: 100,
  highest: 9,
});

/** What whoever waits is told: 503, and nothing was changed. */
const stopped = { code: 'assignment.stopped' };

/** Timers and threads that keep a process alive. */
const heldOpen = (): string[] =>
  process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout' || kind === 'MessagePort');
const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

describe('a solver that is closed', () => {
  let solver: HighsAssignmentSolver;
  let before: string[];
  beforeEach(() => {
    before = heldOpen();
    solver = new HighsAssignmentSolver();
  });
  afterEach(() => solver.close());

  test('ends the question it works on at once, and leaves no timer and no thread', async () => {
    const answer = solver.solve(large);
    const refused = expect(answer).rejects.toMatchObject(stopped);
    await later(1000);
    expect(heldOpen().length).toBeGreaterThan(before.length);
    const closed = Date.now();
    await solver.close();
    await refused;
    expect(Date.now() - closed).toBeLessThan(2000);
    expect(heldOpen()).toEqual(before);
  });

  test('begins no thread for a question that waited, nor for a new one', async () => {
    const first = solver.solve(large);
    const refused = [
      expect(first).rejects.toMatchObject(stopped),
      expect(solver.solve(small)).rejects.toMatchObject(stopped),
    ];
    await later(300);
    await solver.close();
    await Promise.all(refused);
    await expect(solver.solve(small)).rejects.toMatchObject(stopped);
    expect(heldOpen()).toEqual(before);
  });

  test('has answered whoever came before', async () => {
    expect((await solver.solve(small)).filled).toBeGreaterThan(0);
    await solver.close();
    expect(heldOpen()).toEqual(before);
  });
});
