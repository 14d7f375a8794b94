import type { Setting } from '../matching-day.js';
import { parts } from '../parts/table.js';
import type { Citizens } from './citizens.js';
import { DistanceFrom } from './distance.js';
import { lookupParts, measuredPart, sameParts, variousParts } from './plan.js';
import { LookupPoints, MeasuredPoints, SamePoints, VariousPoints, type SameAnswers } from './points.js';
import type { SmallJobs } from './small-jobs.js';
import { flatShifts, type Shifts } from './week-patterns.js';

const NOTHING: SameAnswers = { sameCode: -1, same: 0, noneCode: -1, none: 0, rest: 0 };

/**
 * The numbers of one pair after another. A job is taken up first; then what a citizen gets from the parts that stand
 * in tables (`sure`), the most that can come to it (`mostBeside`), and at last the exact rest are a few lookups each.
 */
export class PairNumbers {
  /** The most points that the parts outside `sure` can give. */
  readonly mostBeside: number;
  private readonly lookups: LookupPoints[];
  private readonly lookupAt: Int32Array;
  private readonly tables: Int16Array[] = [];
  private readonly same: SamePoints[];
  private readonly sameAt: Int32Array;
  private readonly sameAnswers: SameAnswers[] = [];
  private readonly various: VariousPoints[];
  private readonly variousAt: Int32Array;
  private readonly usualCodes: number[] = [];
  private readonly usualPoints: number[] = [];
  private readonly waiting: MeasuredPoints;
  private readonly slack: MeasuredPoints;
  private readonly trip: MeasuredPoints;
  private readonly distance = new DistanceFrom();
  private job = -1;
  private shifts: Shifts = flatShifts([], 0);

  constructor(
    private readonly citizens: Citizens,
    private readonly jobs: SmallJobs,
    setting: Setting,
  ) {
    const columns = <B extends { job: never; citizen: never }>(basis: B) =>
      [jobs.keyColumn(basis.job), citizens.keyColumn(basis.citizen)] as const;
    this.lookups = lookupParts.map(
      (part) => new LookupPoints(part, ...columns(part.basis as never), setting),
    );
    this.same = sameParts.map((part) => new SamePoints(part, ...columns(part.basis as never), setting));
    this.various = variousParts.map(
      (part) => new VariousPoints(part, ...columns(part.basis as never), setting),
    );
    this.lookupAt = Int32Array.from(this.lookups, ({ citizens: column }) => column.at);
    this.sameAt = Int32Array.from(this.same, ({ citizens: column }) => column.at);
    this.variousAt = Int32Array.from(this.various, ({ citizens: column }) => column.at);
    this.waiting = new MeasuredPoints(measuredPart('waiting-days'), setting);
    this.slack = new MeasuredPoints(measuredPart('slack-minutes'), setting);
    this.trip = new MeasuredPoints(measuredPart('trip-minutes'), setting);
    this.mostBeside = this.slack.most + this.trip.most;
  }

  get bytes(): number {
    return this.lookups.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The job that the following questions are about. */
  take(job: number): void {
    this.job = job;
    this.shifts = this.jobs.shifts[job]!;
    const { codes, width } = this.jobs.records;
    const first = job * width;
    for (let n = 0; n < this.lookups.length; n += 1) {
      const lookup = this.lookups[n]!;
      this.tables[n] = lookup.table(codes[first + lookup.jobs.at]!);
    }
    for (let n = 0; n < this.same.length; n += 1) {
      this.sameAnswers[n] = this.same[n]!.forJob(codes[first + this.same[n]!.jobs.at]!);
    }
    for (let n = 0; n < this.various.length; n += 1) {
      this.usualCodes[n] = this.various[n]!.usualCode;
      this.usualPoints[n] = this.various[n]!.usualPoints(codes[first + this.various[n]!.jobs.at]!);
    }
    this.distance.from(this.jobs.facts[job]!.job.workplace.position);
  }

  days(citizen: number): number {
    return this.citizens.records.codes[citizen * this.citizens.width + this.citizens.daysAt]!;
  }

  /** Points from the tables; with the most that parts of many keys could give where they have to be asked one by one. */
  atMost(citizen: number): number {
    const { codes, width } = this.citizens.records;
    const first = citizen * width;
    let sum = this.mostBeside + this.waiting.of(codes[first + this.citizens.daysAt]!);
    for (let n = 0; n < this.tables.length; n += 1)
      sum += this.tables[n]![codes[first + this.lookupAt[n]!]!]!;
    for (let n = 0; n < this.sameAnswers.length; n += 1) {
      sum += answerOf(this.sameAnswers[n] ?? NOTHING, codes[first + this.sameAt[n]!]!);
    }
    for (let n = 0; n < this.various.length; n += 1) {
      const usual = codes[first + this.variousAt[n]!] === this.usualCodes[n];
      sum += usual ? this.usualPoints[n]! : this.various[n]!.most;
    }
    return sum;
  }

  /** `atMost` for the first `count` of some citizens. */
  atMostOf(slots: Int32Array, count: number, into: Int32Array): void {
    const { codes, width } = this.citizens.records;
    const { tables, lookupAt, mostBeside } = this;
    const { daysAt } = this.citizens;
    const waiting = this.waiting.table;
    const lastDay = waiting.length - 1;
    for (let n = 0; n < count; n += 1) {
      const days = codes[slots[n]! * width + daysAt]!;
      into[n] = mostBeside + waiting[days < lastDay ? days : lastDay]!;
    }
    for (let k = 0; k < tables.length; k += 1) {
      const table = tables[k]!;
      const at = lookupAt[k]!;
      for (let n = 0; n < count; n += 1) into[n] = into[n]! + table[codes[slots[n]! * width + at]!]!;
    }
    for (let k = 0; k < this.sameAnswers.length; k += 1) {
      const { sameCode, same, noneCode, none, rest } = this.sameAnswers[k]!;
      const at = this.sameAt[k]!;
      for (let n = 0; n < count; n += 1) {
        const code = codes[slots[n]! * width + at]!;
        into[n] = into[n]! + (code === sameCode ? same : code === noneCode ? none : rest);
      }
    }
    for (let k = 0; k < this.various.length; k += 1) {
      const usualCode = this.usualCodes[k]!;
      const usual = this.usualPoints[k]!;
      const { most } = this.various[k]!;
      const at = this.variousAt[k]!;
      for (let n = 0; n < count; n += 1) {
        into[n] = into[n]! + (codes[slots[n]! * width + at] === usualCode ? usual : most);
      }
    }
  }

  /** Free minutes around the tightest shift, or -1 when windows or agreed hours are in the way. */
  slackMinutes(citizen: number): number {
    const { shifts } = this;
    const agreed = this.citizens.records.codes[citizen * this.citizens.width + this.citizens.agreedAt]!;
    if (agreed !== 0 && !this.citizens.agreed.isClear(agreed, shifts)) return -1;
    return this.citizens.free.slack(this.citizens.windows[citizen]!, shifts);
  }

  /** Minutes of the fastest trip within reach, or -1. */
  tripMinutes(citizen: number): number {
    const { records, reach, reachAt } = this.citizens;
    const code = records.codes[citizen * records.width + reachAt]!;
    const metres = this.distance.metresTo(records.lat[citizen]!, records.lon[citizen]!);
    return metres > reach.farthest[code]! ? -1 : reach.minutes(code, metres);
  }

  isReached(citizen: number): boolean {
    const { records, reach, reachAt } = this.citizens;
    const code = records.codes[citizen * records.width + reachAt]!;
    const half = this.distance.haversineTo(records.lat[citizen]!, records.lon[citizen]!);
    if (half < reach.surelyIn[code]!) return true;
    if (half > reach.surelyOut[code]!) return false;
    return this.distance.metresTo(records.lat[citizen]!, records.lon[citizen]!) <= reach.farthest[code]!;
  }

  /** The exact score of a pair that fits. @param atMost what `atMost` said of the citizen */
  score(citizen: number, atMost: number, slackMinutes: number, tripMinutes: number): number {
    let sum = atMost - this.mostBeside + this.slack.of(slackMinutes) + this.trip.of(tripMinutes);
    if (this.various.length > 0) {
      const { codes, width } = this.citizens.records;
      for (let n = 0; n < this.various.length; n += 1) {
        const code = codes[citizen * width + this.variousAt[n]!]!;
        if (code !== this.usualCodes[n]) sum += this.variousPoints(n, code) - this.various[n]!.most;
      }
    }
    return sum;
  }

  /** Every part's points, in the order of the table. */
  points(citizen: number): number[] {
    const { codes, width } = this.citizens.records;
    const first = citizen * width;
    const each = new Array<number>(parts.length).fill(0);
    this.lookups.forEach(
      ({ part }, n) => (each[part.at] = this.tables[n]![codes[first + this.lookupAt[n]!]!]!),
    );
    this.same.forEach(
      ({ part }, n) => (each[part.at] = answerOf(this.sameAnswers[n]!, codes[first + this.sameAt[n]!]!)),
    );
    this.various.forEach(
      ({ part }, n) => (each[part.at] = this.variousPoints(n, codes[first + this.variousAt[n]!]!)),
    );
    each[this.waiting.part.at] = this.waiting.of(this.days(citizen));
    each[this.slack.part.at] = this.slack.of(this.slackMinutes(citizen));
    each[this.trip.part.at] = this.trip.of(this.tripMinutes(citizen));
    return each;
  }

  private variousPoints(n: number, citizenCode: number): number {
    const various = this.various[n]!;
    const { codes, width } = this.jobs.records;
    return various.of(codes[this.job * width + various.jobs.at]!, citizenCode);
  }
}

const answerOf = (answers: SameAnswers, code: number): number =>
  code === answers.sameCode ? answers.same : code === answers.noneCode ? answers.none : answers.rest;
