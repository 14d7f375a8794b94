import { NO_CONTACT, type AssignmentProblem, type Plan } from './problem.js';

/** What it comes to when every citizen sits where `jobOf` says: nothing of it is checked. */
export function planOf(
  { from, citizen, value, counts, ...problem }: AssignmentProblem,
  jobOf: Int32Array,
): Plan {
  const { seats, contact, room } = problem;
  const filledOf = new Int32Array(seats.length);
  const usedOf = new Int32Array(room.length);
  let [filled, objective] = [0, 0];
  for (let job = 0; job < seats.length; job += 1) {
    const one = contact[job]!;
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      if (jobOf[citizen[pair]!] !== job) continue;
      filledOf[job]! += 1;
      if (one !== NO_CONTACT) usedOf[one]! += counts[pair]!;
      filled += 1;
      objective += value[pair]!;
    }
  }
  return { jobOf, filledOf, usedOf, filled, objective };
}
