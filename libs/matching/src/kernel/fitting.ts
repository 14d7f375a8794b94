import type { Citizens } from './citizens.js';
import type { PairNumbers } from './pair-numbers.js';
import type { Scan } from './scan.js';
import { TopList } from './top-list.js';

/** Scores are sorted roughly first, by their 157 steps of 64 points. */
const STEP = 6;
const STEPS = (10_000 >>> STEP) + 2;

/** Who fits whom, with scores: all of them, or only the best. */
export class Fitting {
  /** How many the last question found; those that only `best` was asked for are not counted. */
  count = 0;
  /** What the last question found, in no order. */
  slots = new Int32Array(256);
  scores = new Int32Array(256);
  /** Free minutes around the tightest shift, and minutes of the trip, of those that the last question found. */
  slacks = new Int32Array(256);
  trips = new Int32Array(256);
  private readonly heads = new Int32Array(STEPS);
  private next = new Int32Array(256);
  private atMost = new Int32Array(256);

  private readonly top: TopList;

  constructor(
    citizens: Citizens,
    private readonly scan: Scan,
    private readonly numbers: PairNumbers,
  ) {
    this.top = new TopList((one, other) => citizens.records.slots.compare(one, other));
  }

  /** All citizens who fit a job. @returns how many */
  citizensFor(job: number): number {
    const { numbers, scan } = this;
    const candidates = scan.citizensFor(job);
    this.room(candidates);
    numbers.take(job);
    let count = 0;
    for (let n = 0; n < candidates; n += 1) {
      const citizen = scan.found[n]!;
      const slack = numbers.slackMinutes(citizen);
      if (slack < 0) continue;
      const trip = numbers.tripMinutes(citizen);
      if (trip < 0) continue;
      this.slots[count] = citizen;
      this.slacks[count] = slack;
      this.trips[count++] = trip;
    }
    const { scores, slacks, trips } = this;
    numbers.atMostOf(this.slots, count, scores);
    for (let n = 0; n < count; n += 1) scores[n] = numbers.score(scores[n]!, slacks[n]!, trips[n]!);
    return (this.count = count);
  }

  /** All small jobs that fit a citizen. @param id as companies name the citizen @returns how many */
  jobsFor(citizen: number, id: string): number {
    const { numbers, scan } = this;
    const candidates = scan.jobsFor(citizen, id);
    this.room(candidates);
    numbers.takeCitizen(citizen);
    let count = 0;
    for (let n = 0; n < candidates; n += 1) {
      const job = scan.found[n]!;
      const score = numbers.scoreOfJob(job, citizen);
      if (score < 0) continue;
      this.slots[count] = job;
      this.scores[count++] = score;
    }
    return count;
  }

  /**
   * The best citizens for a job. Whoever could have most by the tables is worked out exactly first; nobody is who
   * could not have enough any more, so of hundreds who fit only some dozens cost a distance and a week. The list is
   * good until the next question, and knows each by the number of its slack and trip.
   */
  best(job: number, limit: number): TopList {
    const candidates = this.scan.citizensFor(job);
    this.count = 0;
    this.room(candidates);
    const { numbers, scan, heads, next, atMost } = this;
    const top = this.top.begin(Math.min(limit, candidates), candidates);
    if (candidates === 0 || limit <= 0) return top;
    numbers.take(job);
    numbers.atMostOf(scan.found, candidates, atMost);
    heads.fill(-1);
    for (let n = 0; n < candidates; n += 1) {
      const step = atMost[n]! >>> STEP;
      next[n] = heads[step]!;
      heads[step] = n;
    }
    for (let step = STEPS - 1; step >= 0 && (step << STEP) + (1 << STEP) > top.least; step -= 1) {
      for (let n = heads[step]!; n >= 0; n = next[n]!) {
        if (atMost[n]! < top.least) continue;
        const citizen = scan.found[n]!;
        const slack = numbers.slackMinutes(citizen);
        if (slack < 0) continue;
        const trip = numbers.tripMinutes(citizen);
        if (trip < 0) continue;
        const score = numbers.score(atMost[n]!, slack, trip);
        if (score < top.least) continue;
        this.slacks[n] = slack;
        this.trips[n] = trip;
        top.offer(citizen, score, numbers.days(citizen), n);
      }
    }
    return top.inOrder();
  }

  private room(candidates: number): void {
    if (candidates <= this.slots.length) return;
    const size = Math.ceil(candidates * 1.25);
    this.slots = new Int32Array(size);
    this.scores = new Int32Array(size);
    this.slacks = new Int32Array(size);
    this.trips = new Int32Array(size);
    this.next = new Int32Array(size);
    this.atMost = new Int32Array(size);
  }
}
