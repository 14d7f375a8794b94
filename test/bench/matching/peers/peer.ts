import type { CandidateSmallJob, MatchingDay, MatchingRules } from '#matching';
import type { Population } from '../population/population.js';

/** One place of a list, as every engine must give it. */
export interface Listed {
  id: string;
  score: number;
  /** In the order of the table of parts. */
  points: readonly number[];
}

export interface Answer {
  /** Best first. */
  listed: Listed[];
  /** How many fit, where the engine says so. */
  eligible?: number;
}

export interface Timed<T> {
  answer: T;
  /** Time on a processor, of everybody who worked for it: us, the database's process, other threads. */
  cpuMicros: number;
  wallMicros: number;
}

/** One way to rank. All of them answer the same question, one job at a time, and must give the same lists. */
export interface Peer {
  name: string;
  topTwenty(job: CandidateSmallJob): Promise<Timed<Answer>>;
  /** What it holds of the citizens, when that can be said. */
  bytes?: number;
  buildMillis: number;
  /** Every job of the case in one go, where the engine has a way of its own for that. */
  all?(): Promise<Timed<unknown>>;
  close(): Promise<void>;
}

/** What is measured: the people, and the numbers they are ranked by. */
export interface Case {
  population: Population;
  rules: MatchingRules;
  day: MatchingDay;
}

export const SHOWN = 20;

/** An engine that is not on this machine or not written yet, and why. */
export interface Skipped {
  name: string;
  why: string;
}
