import { travelModes } from '#domain';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import type { MatchingDay, Setting } from '../matching-day.js';
import type { Openings } from '../openings/openings.js';
import { settingOf, type MatchingOptions } from '../ranking/options.js';
import { ruleVersion } from '../rule-version.js';
import { standardRules } from '../rules.js';
import {
  Reasons,
  type AllPlaces,
  type PairsWithWaiting,
  type Place,
  type Places,
  type PlacesOptions,
} from './answers.js';
import { Citizens } from './citizens.js';
import { fittingPairs } from './fitting-pairs.js';
import { Fitting } from './fitting.js';
import { Names } from './names.js';
import { inNeighbourhoods } from './neighbourhoods.js';
import { openingsFor } from './openings.js';
import { PairNumbers } from './pair-numbers.js';
import { byIds, emptyLists, jobsInOrder, ownArray, rankJobs, type Engine, type Lists } from './rank-all.js';
import { failingMask, failingMasks } from './reasons.js';
import { presentSlots } from './records.js';
import { Scan } from './scan.js';
import type { Slots } from './slots.js';
import { fillFrom, shareable, type SharedIndex } from './share-index.js';
import { SmallJobs } from './small-jobs.js';
import { TopList } from './top-list.js';

/** Where a small job or a citizen stays who is only thought of. No id of a row looks so. */
const THOUGHT_OF = '\u0000thought-of';

/**
 * The citizens and the small jobs of one municipality (or of the country) for one day, packed so that a ranking costs
 * microseconds. It answers in numbers and agrees with `rankCitizens` and `evaluate` to the last point; the words come
 * from `evaluate` for those who are shown. Not for use by two threads at once.
 *
 * @see docs/matching.md
 */
export class MatchingIndex {
  readonly day: MatchingDay;
  readonly ruleVersion: string;
  private readonly setting: Setting;
  /** For the other files of the kernel, and for a thread that ranks many jobs. */
  readonly engine: Engine;
  /** For the other files of the kernel only. */
  readonly citizens: Citizens;
  readonly jobs: SmallJobs;
  readonly companies: Names;
  private readonly scan: Scan;
  private readonly numbers: PairNumbers;
  private readonly fitting: Fitting;
  private readonly topCitizensList: TopList;

  /** @param expected how many of each side there will be, so that room is made once */
  constructor(options: MatchingOptions, expected = { citizens: 0, smallJobs: 0 }) {
    this.setting = settingOf(options);
    this.day = options.day;
    this.ruleVersion = ruleVersion(this.setting.rules);
    const companies = new Names();
    this.citizens = new Citizens(this.setting, companies, expected.citizens);
    this.jobs = new SmallJobs(this.setting, companies, expected.smallJobs);
    this.companies = companies;
    this.numbers = new PairNumbers(this.citizens, this.jobs, this.setting);
    this.scan = new Scan(this.citizens, this.jobs);
    this.fitting = new Fitting(this.citizens, this.scan, this.numbers);
    this.engine = {
      jobs: this.jobs,
      fitting: this.fitting,
      numbers: this.numbers,
      compareCitizens: (one, other) => this.citizens.records.slots.compare(one, other),
    };
    const { slots } = this.citizens.records;
    this.topCitizensList = new TopList((one, other) => slots.compare(one, other));
  }

  /** An index of everybody, neighbours beside each other. */
  static of(
    citizens: Iterable<CandidateCitizen>,
    smallJobs: Iterable<CandidateSmallJob>,
    options: MatchingOptions,
  ): MatchingIndex {
    const people = inNeighbourhoods([...citizens], ({ position }) => position, reachClassOf(options));
    const jobs = inNeighbourhoods([...smallJobs], ({ workplace }) => workplace.position);
    const index = new MatchingIndex(options, { citizens: people.length, smallJobs: jobs.length });
    for (const citizen of people) index.putCitizen(citizen);
    for (const job of jobs) index.putSmallJob(job);
    return index;
  }

  get citizenCount(): number {
    return this.citizens.records.slots.size;
  }
  get smallJobCount(): number {
    return this.jobs.records.slots.size;
  }
  /** Bytes that the index holds, to a few per cent. */
  get bytes(): number {
    return this.citizens.bytes + this.jobs.bytes + this.companies.bytes + this.numbers.bytes;
  }

  putCitizen(citizen: CandidateCitizen): void {
    this.citizens.put(citizen);
  }
  removeCitizen(id: string): boolean {
    const slot = this.citizens.records.slots.find(id);
    if (slot >= 0) this.citizens.remove(slot);
    return slot >= 0;
  }
  putSmallJob(job: CandidateSmallJob): void {
    this.jobs.put(job);
  }
  removeSmallJob(id: string): boolean {
    const slot = this.jobs.records.slots.find(id);
    if (slot >= 0) this.jobs.remove(slot);
    return slot >= 0;
  }

  /** The best citizens for a small job of the index, or for one that is only thought of. @throws RangeError unknown id */
  topCitizens(job: string | CandidateSmallJob, limit: number): Place[] {
    return this.withJob(job, (slot) => this.placesOf(this.fitting.best(slot, limit)));
  }

  /** As `topCitizens`, with how many fit in all. @throws RangeError unknown id */
  rankCitizens(job: string | CandidateSmallJob, { limit, among }: PlacesOptions = {}): Places {
    return this.withJob(job, (slot) => {
      const { slots } = this.citizens.records;
      const only = among && slotsOf(slots, among);
      const fitting = this.fitting.citizensFor(slot);
      const top = this.topCitizensList.begin(Math.min(limit ?? fitting, fitting), fitting);
      let eligible = 0;
      for (let n = 0; n < fitting; n += 1) {
        const citizen = this.fitting.slots[n]!;
        if (only && !only.has(citizen)) continue;
        eligible += 1;
        const score = this.fitting.scores[n]!;
        if (score >= top.least) top.offer(citizen, score, this.numbers.days(citizen), n);
      }
      return { considered: only ? only.size : slots.size, eligible, ranked: this.placesOf(top.inOrder()) };
    });
  }

  /** The small jobs of the index for a citizen, also for one who is not in it. @throws RangeError unknown id */
  rankSmallJobs(citizen: string | CandidateCitizen, { limit, among }: PlacesOptions = {}): Places {
    return this.withCitizen(citizen, (slot, id) => {
      const { slots } = this.jobs.records;
      const only = among && slotsOf(slots, among);
      const fitting = this.fitting.jobsFor(slot, id);
      const top = new TopList((a, b) => slots.compare(a, b)).begin(
        Math.min(limit ?? fitting, fitting),
        fitting,
      );
      let eligible = 0;
      for (let n = 0; n < fitting; n += 1) {
        const job = this.fitting.slots[n]!;
        if (only && !only.has(job)) continue;
        eligible += 1;
        if (this.fitting.scores[n]! >= top.least) top.offer(job, this.fitting.scores[n]!, 0);
      }
      const ranked = Array.from(top.inOrder().slots.subarray(0, top.size), (job) => {
        const { numbers } = this;
        numbers.take(job);
        return numbers.place(slots.idOf(job), slot, numbers.slackMinutes(slot), numbers.tripMinutes(slot));
      });
      return { considered: only ? only.size : slots.size, eligible, ranked };
    });
  }

  /** Both sides' lists in one walk over the jobs. */
  rankAll({ limit }: { limit: number }): AllPlaces {
    const order = jobsInOrder(this.jobs);
    const ofJobs = emptyLists(order.length, limit, ownArray);
    const ofCitizens = emptyLists(this.citizens.records.slots.end, limit, ownArray);
    let at = 0;
    const pairs = rankJobs(this.engine, order, () => at++, ofJobs, ofCitizens);
    return this.allPlaces(pairs, order, ofJobs, [ofCitizens]);
  }

  /** The lists of all small jobs, without the citizens' own: several times as fast, since most pairs need no score. */
  rankAllJobs({ limit }: { limit: number }): Omit<AllPlaces, 'forCitizen' | 'pairs'> {
    const order = jobsInOrder(this.jobs);
    const ofJobs = emptyLists(order.length, limit, ownArray);
    let at = 0;
    rankJobs(this.engine, order, () => at++, ofJobs, null);
    return this.allPlaces(0, order, ofJobs, []);
  }

  /** Lists that one or several threads have filled, by ids. */
  allPlaces(pairs: number, order: Int32Array, ofJobs: Lists, ofCitizens: readonly Lists[]): AllPlaces {
    return byIds({ pairs, order, ofJobs, ofCitizens }, this.citizens.records.slots, this.jobs.records.slots);
  }

  /** This index as data for other threads (see `SharedIndex`). Nobody may edit it while they read. */
  share(): SharedIndex {
    return shareable(this);
  }

  /** An index over data that another thread shares. For reading only. */
  static over(shared: SharedIndex, options: MatchingOptions): MatchingIndex {
    const index = new MatchingIndex(options);
    fillFrom(shared, index);
    return index;
  }

  /** Every pair that fits: for the assignment of all openings and for the spread lists. */
  fittingPairs(): PairsWithWaiting {
    return fittingPairs(this.citizens, this.jobs, this.fitting);
  }

  /** The failing rules of everybody beside one job. @throws RangeError unknown id */
  reasonsForAll(job: string | CandidateSmallJob): Reasons {
    return this.withJob(job, (slot) => {
      const { records } = this.citizens;
      const { slots } = records;
      const masks = failingMasks(this.citizens, this.jobs, this.scan, this.numbers, slot);
      if (slots.size === slots.end) return new Reasons(masks.subarray(0, slots.end), (at) => slots.idOf(at));
      const people = [...presentSlots(records)];
      return new Reasons(
        Uint32Array.from(people, (one) => masks[one]!),
        (at) => slots.idOf(people[at]!),
      );
    });
  }

  /**
   * What single changes of a job, and the best two together, would let fit: equal to the plain `openings` to the last
   * item. @throws RangeError unknown id
   */
  openings(job: string | CandidateSmallJob): Openings {
    return this.withJob(job, (slot) => {
      const masks = failingMasks(this.citizens, this.jobs, this.scan, this.numbers, slot);
      return openingsFor(this.citizens, this.jobs.facts[slot]!, masks, this.setting);
    });
  }

  /** One pair in numbers: which rules fail, or the place's points. @throws RangeError unknown id */
  explain(job: string | CandidateSmallJob, citizenId: string): { mask: number; place: Place | null } {
    return this.withJob(job, (slot) => {
      const citizen = this.citizens.records.slots.find(citizenId);
      if (citizen < 0) throw new RangeError(`no citizen ${citizenId} in the index`);
      const mask = failingMask(this.citizens, this.jobs, this.numbers, slot, citizen);
      if (mask !== 0) return { mask, place: null };
      const { numbers } = this;
      const [slack, trip] = [numbers.slackMinutes(citizen), numbers.tripMinutes(citizen)];
      return { mask, place: numbers.place(citizenId, citizen, slack, trip) };
    });
  }

  /** Works on a job's slot; one that is only thought of has a slot for as long. */
  private withJob<R>(job: string | CandidateSmallJob, work: (slot: number) => R): R {
    if (typeof job === 'string') {
      const slot = this.jobs.records.slots.find(job);
      if (slot < 0) throw new RangeError(`no small job ${job} in the index`);
      return work(slot);
    }
    const slot = this.jobs.put({ ...job, id: THOUGHT_OF }, true);
    try {
      return work(slot);
    } finally {
      this.jobs.remove(slot);
    }
  }

  private withCitizen<R>(citizen: string | CandidateCitizen, work: (slot: number, id: string) => R): R {
    if (typeof citizen === 'string') {
      const slot = this.citizens.records.slots.find(citizen);
      if (slot < 0) throw new RangeError(`no citizen ${citizen} in the index`);
      return work(slot, citizen);
    }
    const slot = this.citizens.put({ ...citizen, id: THOUGHT_OF });
    try {
      return work(slot, citizen.id);
    } finally {
      this.citizens.remove(slot);
    }
  }

  /** The places of a list whose members are known by the numbers of their slack and trip. */
  private placesOf(top: TopList): Place[] {
    const { slots } = this.citizens.records;
    const places: Place[] = [];
    const { slacks, trips } = this.fitting;
    for (let n = 0; n < top.size; n += 1) {
      const [citizen, at] = [top.slots[n]!, top.knownAs[n]!];
      places.push(this.numbers.place(slots.idOf(citizen), citizen, slacks[at]!, trips[at]!));
    }
    return places;
  }
}

/** Citizens of about the same reach beside each other, so that a zone of short ways is far from most jobs. */
const reachClassOf =
  ({ rules = standardRules }: MatchingOptions) =>
  ({ reach }: CandidateCitizen): number => {
    const farthest = Math.max(
      ...travelModes.map((mode) => (reach[mode] ?? 0) * rules.travel.modes[mode].kmPerHour),
    );
    return Math.floor(Math.log2(1 + farthest / 60));
  };

function slotsOf(slots: Slots, ids: ReadonlySet<string>): Set<number> {
  const found = new Set<number>();
  for (const id of ids) {
    const slot = slots.find(id);
    if (slot >= 0) found.add(slot);
  }
  return found;
}
