import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import type { Citizens } from './citizens.js';
import type { Fitting } from './fitting.js';
import type { MatchingIndex } from './matching-index.js';
import { presentSlots } from './records.js';
import type { SmallJobs } from './small-jobs.js';

export interface ListSizes {
  /** Places kept for each job. */
  stored: number;
  /** Places that are always true and can be asked for; fewer left than this, and the list is made anew. */
  shown: number;
}

/** What comparing every list with a full run found. */
export interface ListCheck {
  lists: number;
  /** Jobs whose stored list is not what a full run says. */
  differing: string[];
}

/**
 * The best citizens of every small job, kept true while citizens and jobs change. One citizen's edit is one question
 * to the jobs' side and touches only the lists that the citizen is on or comes onto; a job's edit makes its own list
 * anew. Edits must go through here, not to the index itself.
 *
 * A list holds the first places without a gap. While it is not `complete` there are others who fit, all of them
 * behind its last place: so somebody who falls behind the last place is dropped, since nobody here knows who comes
 * between; and when fewer than `shown` are left the list is made anew.
 */
export class RankedLists {
  private readonly lists: (JobList | undefined)[] = [];
  /** By citizen slot: the job slots whose list the citizen is on. */
  private readonly on: (number[] | undefined)[] = [];
  private readonly citizens: Citizens;
  private readonly jobs: SmallJobs;
  private readonly fitting: Fitting;
  /** Lists that had to be made anew since the beginning, because too few places were left. */
  remade = 0;

  constructor(
    readonly index: MatchingIndex,
    private readonly sizes: ListSizes = { stored: 40, shown: 20 },
  ) {
    ({ citizens: this.citizens, jobs: this.jobs } = index);
    this.fitting = index.engine.fitting;
    for (const job of presentSlots(this.jobs.records)) this.make(job);
  }

  get bytes(): number {
    const places = this.lists.reduce((sum, list) => sum + (list?.slots.length ?? 0), 0);
    return 120 * this.lists.length + 24 * places + 48 * this.on.length;
  }

  /** The first places of a job, at most as many as are shown. @throws RangeError for an unknown job */
  top(smallJobId: string): { id: string; score: number }[] {
    const list = this.lists[this.jobs.records.slots.find(smallJobId)];
    if (list === undefined) throw new RangeError(`no small job ${smallJobId} in the lists`);
    const { slots } = this.citizens.records;
    return list.slots
      .slice(0, this.sizes.shown)
      .map((slot, at) => ({ id: slots.idOf(slot), score: list.scores[at]! }));
  }

  putCitizen(citizen: CandidateCitizen): void {
    this.index.putCitizen(citizen);
    const slot = this.citizens.records.slots.find(citizen.id);
    const fitting = this.fitting.jobsFor(slot, citizen.id);
    const before = this.on[slot];
    this.on[slot] = undefined;
    for (const job of before ?? []) this.drop(job, slot);
    for (let n = 0; n < fitting; n += 1) this.offer(this.fitting.slots[n]!, slot, this.fitting.scores[n]!);
    for (const job of before ?? []) this.remakeWhenShort(job);
  }

  removeCitizen(id: string): boolean {
    const slot = this.citizens.records.slots.find(id);
    const before = this.on[slot];
    this.on[slot] = undefined;
    for (const job of before ?? []) this.drop(job, slot);
    const removed = this.index.removeCitizen(id);
    for (const job of before ?? []) this.remakeWhenShort(job);
    return removed;
  }

  putSmallJob(job: CandidateSmallJob): void {
    this.index.putSmallJob(job);
    this.make(this.jobs.records.slots.find(job.id));
  }

  removeSmallJob(id: string): boolean {
    const slot = this.jobs.records.slots.find(id);
    this.forget(slot);
    return this.index.removeSmallJob(id);
  }

  /** Compares every list with a full run: the nightly proof that nothing drifted. */
  check(): ListCheck {
    const differing: string[] = [];
    let lists = 0;
    for (const job of presentSlots(this.jobs.records)) {
      lists += 1;
      if (!this.isTrue(job)) differing.push(this.jobs.records.slots.idOf(job));
    }
    return { lists, differing };
  }

  private isTrue(job: number): boolean {
    const list = this.lists[job];
    if (list === undefined) return false;
    const top = this.fitting.best(job, this.sizes.stored + 1);
    // Not complete says that others may fit: those who did may have left since.
    if (list.complete && top.size !== list.slots.length) return false;
    if (list.slots.length < Math.min(this.sizes.shown, top.size)) return false;
    return list.slots.every((slot, at) => slot === top.slots[at] && list.scores[at] === top.scores[at]);
  }

  /** The list of a job from a full run. */
  private make(job: number): void {
    this.forget(job);
    const { stored } = this.sizes;
    const top = this.fitting.best(job, stored + 1);
    const size = Math.min(top.size, stored);
    const list: JobList = {
      slots: Array.from(top.slots.subarray(0, size)),
      scores: Array.from(top.scores.subarray(0, size)),
      complete: top.size <= stored,
    };
    this.lists[job] = list;
    for (const slot of list.slots) this.join(slot, job);
  }

  private forget(job: number): void {
    for (const slot of this.lists[job]?.slots ?? []) this.leave(slot, job);
    this.lists[job] = undefined;
  }

  private remakeWhenShort(job: number): void {
    const list = this.lists[job]!;
    if (list.complete || list.slots.length >= this.sizes.shown) return;
    this.remade += 1;
    this.make(job);
  }

  /** Takes the citizen out of a list; `on` has been cleared by the caller. */
  private drop(job: number, slot: number): void {
    const { slots, scores } = this.lists[job]!;
    const at = slots.indexOf(slot);
    slots.splice(at, 1);
    scores.splice(at, 1);
  }

  /** Puts the citizen into a list where the score belongs, unless others who are not on it may come before. */
  private offer(job: number, slot: number, score: number): void {
    const list = this.lists[job]!;
    const { slots, scores } = list;
    let at = slots.length;
    if (!list.complete && (at === 0 || !this.isBefore(slot, score, slots[at - 1]!, scores[at - 1]!))) return;
    while (at > 0 && this.isBefore(slot, score, slots[at - 1]!, scores[at - 1]!)) at -= 1;
    if (at === this.sizes.stored) {
      list.complete = false;
      return;
    }
    slots.splice(at, 0, slot);
    scores.splice(at, 0, score);
    this.join(slot, job);
    if (slots.length <= this.sizes.stored) return;
    this.leave(slots.pop()!, job);
    scores.pop();
    list.complete = false;
  }

  private isBefore(slot: number, score: number, other: number, otherScore: number): boolean {
    if (score !== otherScore) return score > otherScore;
    const days = this.citizens.days.codes;
    const longer = days[slot]! - days[other]!;
    return longer !== 0 ? longer > 0 : this.citizens.records.slots.compare(slot, other) < 0;
  }

  private join(slot: number, job: number): void {
    (this.on[slot] ??= []).push(job);
  }

  private leave(slot: number, job: number): void {
    const jobs = this.on[slot];
    if (jobs === undefined) return;
    const at = jobs.indexOf(job);
    if (at < 0) return;
    jobs[at] = jobs.at(-1)!;
    jobs.pop();
  }
}

interface JobList {
  /** Citizen slots, best first. */
  slots: number[];
  scores: number[];
  /** Everybody who fits is on the list. */
  complete: boolean;
}
