import { NO_CONTACT, type AssignmentProblem } from '#matching';

/** Whole numbers from 0 up to and without `below`, always the same for the same seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export interface ProblemSize {
  citizens: number;
  jobs: number;
  contacts: number;
  /** Seats of a job at most. */
  seats: number;
  /** Places of a contact at most. */
  room: number;
  /** Of a hundred possible pairs, how many fit. */
  percent: number;
  /** Values lie between 1 and this; few of them make many ties. */
  highest: number;
  /** Of a hundred citizens, how many are some contact's own; none unless it is said. */
  own?: number;
}

/** A problem without a pattern, the same for the same seed. */
export function assignmentProblem(seed: number, size: ProblemSize): AssignmentProblem {
  const roll = dice(seed);
  const from = [0];
  const citizen: number[] = [];
  const value: number[] = [];
  for (let job = 0; job < size.jobs; job += 1) {
    for (let who = 0; who < size.citizens; who += 1) {
      if (roll(100) >= size.percent) continue;
      citizen.push(who);
      value.push(1 + roll(size.highest));
    }
    from.push(citizen.length);
  }
  const problem = {
    citizens: size.citizens,
    from: Int32Array.from(from),
    citizen: Int32Array.from(citizen),
    value: Int32Array.from(value),
    counts: new Uint8Array(citizen.length).fill(1),
    seats: Int32Array.from({ length: size.jobs }, () => roll(size.seats + 1)),
    contact: Int32Array.from({ length: size.jobs }, () => roll(size.contacts + 1) + NO_CONTACT),
    room: Int32Array.from({ length: size.contacts }, () => roll(size.room + 1)),
  };
  const isOwn = (): boolean => size.contacts > 0 && roll(100) < (size.own ?? 0);
  const broker = Array.from({ length: size.citizens }, () => (isOwn() ? roll(size.contacts) : NO_CONTACT));
  problem.contact.forEach((contact, job) => {
    if (contact === NO_CONTACT) return;
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      if (broker[citizen[pair]!] === contact) problem.counts[pair] = 0;
    }
  });
  return problem;
}
