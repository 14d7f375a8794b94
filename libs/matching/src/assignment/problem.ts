/** A job without a fixed contact. */
export const NO_CONTACT = -1;

/**
 * Who could sit on which seat, and what it is worth. Jobs, citizens and contacts are numbers from 0; the pairs of
 * job n stand at `from[n]` up to `from[n + 1]`, in any order. Values are whole points above 0.
 */
export interface AssignmentProblem {
  citizens: number;
  from: Int32Array;
  /** Per pair: the citizen. Nobody stands twice at one job. */
  citizen: Int32Array;
  /** Per pair: the points that are won when this citizen gets this job. */
  value: Int32Array;
  /** Per pair: 1 when it takes a place of the job's contact; 0 when the citizen is that contact's own already. */
  counts: Uint8Array;
  /** Per job: free seats. */
  seats: Int32Array;
  /** Per job: its fixed contact, or `NO_CONTACT`: such a job is bound by its seats alone. */
  contact: Int32Array;
  /** Per contact: how many more people she or he can follow. */
  room: Int32Array;
}

/**
 * Whether every pair takes a place of its contact, if its job has one. Then jobs lie within contacts, and the exact
 * assignment can solve it; otherwise own and new people of one job are bound in different ways, which cross.
 */
export function everyPairCounts({ counts, from, contact }: AssignmentProblem): boolean {
  if (!counts.includes(0)) return true;
  return contact.every(
    (one, job) => one === NO_CONTACT || !counts.subarray(from[job], from[job + 1]).includes(0),
  );
}

/** The same problem with no contact bound: no plan of the problem is worth more than the best plan of this one. */
export const withoutContacts = (problem: AssignmentProblem): AssignmentProblem => ({
  ...problem,
  contact: new Int32Array(problem.contact.length).fill(NO_CONTACT),
});

/** Pairs by their numbers. */
export interface Pairs {
  citizen: Int32Array;
  value: Int32Array;
}

/** What is new at one job; what is left out stays. A job that is closed has 0 seats; the next number adds a job. */
export interface JobChange {
  job: number;
  seats?: number;
  contact?: number;
  /** All pairs of the job, in place of those it had. */
  pairs?: Pairs;
}

/** Bounds that cut across contacts: no company gets more citizens than it can look after. */
export interface CompanyBounds {
  /** Per job: its company, numbered from 0. */
  company: Int32Array;
  /** Per company: how many citizens at most. */
  most: Int32Array;
}

/** Who got what. */
export interface Plan {
  /** Per citizen: the job, or -1. */
  jobOf: Int32Array;
  /** Per job: seats that got somebody. */
  filledOf: Int32Array;
  /** Per contact: places used, by pairs that count. */
  usedOf: Int32Array;
  filled: number;
  /** The sum of the values. */
  objective: number;
}

/** @throws RangeError when lengths, numbers or values cannot be meant */
export function assertProblem(problem: AssignmentProblem): void {
  const { from, citizen, value, counts, seats, contact, room } = problem;
  const jobs = seats.length;
  const pairs = from[jobs];
  need(from.length === jobs + 1 && contact.length === jobs && from[0] === 0, 'one entry for each job');
  need(citizen.length === pairs && value.length === pairs, 'one citizen and one value for each pair');
  need(counts.length === pairs && everyPairCounts(problem), 'every pair takes a place of its contact');
  for (let job = 0; job < jobs; job += 1) {
    need(from[job]! <= from[job + 1]!, 'pairs stand job by job');
    assertJob(seats[job]!, contact[job]!, room.length);
  }
  for (const places of room) need(places >= 0, 'room is 0 or more');
  assertPairs(problem.citizens, citizen, value);
}

/** @throws RangeError when the change cannot be meant */
export function assertChange(
  { job, seats, contact, pairs }: JobChange,
  { jobs, citizens, contacts }: { jobs: number; citizens: number; contacts: number },
): void {
  need(Number.isInteger(job) && job >= 0 && job < jobs, `there is a job ${job}`);
  assertJob(seats ?? 0, contact ?? NO_CONTACT, contacts);
  if (pairs) assertPairs(citizens, pairs.citizen, pairs.value);
}

function assertJob(seats: number, contact: number, contacts: number): void {
  need(Number.isInteger(seats) && seats >= 0, 'seats are whole and 0 or more');
  need(contact >= NO_CONTACT && contact < contacts, 'the contact is known');
}

function assertPairs(citizens: number, citizen: Int32Array, value: Int32Array): void {
  need(citizen.length === value.length, 'one citizen and one value for each pair');
  for (let pair = 0; pair < citizen.length; pair += 1) {
    const who = citizen[pair]!;
    if (who < 0 || who >= citizens || value[pair]! <= 0) {
      need(false, `pair ${pair} has a citizen of the problem and a value above 0`);
    }
  }
}

function need(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(`assignment: ${what}`);
}
