import { expect, test } from '@jest/globals';
import { assignmentProblem } from '../../../../test/builders/assignment-problem.js';
import { checkPlan } from '../../../../test/builders/checked-plan.js';
import { Assignment } from './assignment.js';
import { settle, withKept } from './wishes.js';

const size = { citizens: 12, jobs: 6, contacts: 2, seats: 2, room: 6, percent: 60, highest: 500 };

test('without decisions nothing changes', () => {
  const problem = assignmentProblem(1, size);
  const { rest, kept, conflicts } = settle(problem, { keep: [], never: [] });
  expect({ rest, kept, conflicts }).toEqual({ rest: problem, kept: [], conflicts: [] });
});

test('keeping the best plan gives the best plan; forbidding it pair by pair gives less and less', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const problem = assignmentProblem(seed, size);
    const best = Assignment.solve(problem);
    const pairs = [...best.jobOf].flatMap((job, citizen) => (job === -1 ? [] : [{ job, citizen }]));
    const keeping = settle(problem, { keep: pairs, never: [] });
    expect(keeping.conflicts).toEqual([]);
    const again = withKept(Assignment.solve(keeping.rest), keeping.kept, problem);
    checkPlan(problem, again);
    expect(again.objective).toBe(best.objective);
    let last = best.objective;
    pairs.forEach((_, n) => {
      const never = pairs.slice(0, n + 1);
      const { rest } = settle(problem, { keep: [], never });
      const plan = Assignment.solve(rest);
      checkPlan(problem, plan);
      expect(never.every(({ job, citizen }) => plan.jobOf[citizen] !== job)).toBe(true);
      expect(plan.objective).toBeLessThanOrEqual(last);
      last = plan.objective;
    });
  }
});

/** Two jobs with one seat each, two citizens; the second citizen fits the first job alone. */
const village = {
  citizens: 2,
  from: Int32Array.of(0, 2, 3),
  citizen: Int32Array.of(0, 1, 0),
  value: Int32Array.of(5, 4, 3),
  counts: Uint8Array.of(0, 1, 1),
  seats: Int32Array.of(1, 1),
  contact: Int32Array.of(0, 0),
  room: Int32Array.of(2),
};
const pair = (job: number, citizen: number) => ({ job, citizen });
const conflictsOf = (keep: object[], never: object[] = []) =>
  settle(village, { keep: keep as never[], never: never as never[] }).conflicts.map(
    ({ conflict }) => conflict,
  );

test('decisions that contradict each other are named, and the others hold', () => {
  expect(conflictsOf([pair(1, 1)])).toEqual(['does-not-fit']);
  expect(conflictsOf([pair(0, 0)], [pair(0, 0)])).toEqual(['also-never']);
  expect(conflictsOf([pair(0, 0), pair(1, 0)])).toEqual(['citizen-kept-twice']);
  expect(conflictsOf([pair(0, 0), pair(0, 1)])).toEqual(['no-seat-left']);
  expect(conflictsOf([pair(0, 0), pair(0, 0)])).toEqual([]);
  expect(settle(village, { keep: [pair(0, 0), pair(1, 0)], never: [] }).kept).toEqual([
    { ...pair(0, 0), pair: 0 },
  ]);
});

test('who is kept takes a place, unless she or he is the contact’s own; a contact who is full refuses nobody', () => {
  const roomAfter = (keep: object[], room: number) => {
    const problem = { ...village, room: Int32Array.of(room) };
    const { rest, kept, conflicts } = settle(problem, { keep: keep as never[], never: [] });
    expect(conflicts).toEqual([]);
    const plan = withKept(Assignment.solve(rest), kept, problem);
    return { room: rest.room[0], used: plan.usedOf[0], filled: plan.filled };
  };
  const everyone = { ...village, counts: Uint8Array.of(1, 1, 1) };
  expect(settle(everyone, { keep: [pair(0, 0)], never: [] }).rest.room).toEqual(Int32Array.of(1));
  expect(roomAfter([pair(0, 0)], 2)).toEqual({ room: 2, used: 0, filled: 1 });
  expect(roomAfter([pair(1, 0), pair(0, 1)], 2)).toEqual({ room: 0, used: 2, filled: 2 });
  expect(roomAfter([pair(1, 0), pair(0, 1)], 1)).toEqual({ room: 0, used: 2, filled: 2 });
});
