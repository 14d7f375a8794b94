import type { SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import { parts } from '../parts/table.js';
import { Sums } from '../ranking/score.js';
import type { Place } from './answers.js';
import type { Citizens } from './citizens.js';
import { AT_LEAST, AT_MOST, DistanceFrom } from './distance.js';
import { lookupParts, measuredPart, sameParts, tallyParts } from './parts-plan.js';
import { sparseRules } from './rules-plan.js';
import type { Places } from './places.js';
import { LookupPoints, MeasuredPoints, SamePoints, type SameAnswers } from './points.js';
import type { SmallJobs } from './small-jobs.js';
import { TallyPoints } from './tally-points.js';
import { flatShifts, type Shifts } from './week-patterns.js';

/** Where the lists of what was tried begin, behind those of the sparse rules. */
const TRIED_AT = sparseRules.length;

/**
 * The numbers of one pair after another. A job is taken up first; then what a citizen gets for certain from the parts
 * that need neither week nor way, and at last those two.
 */
export class PairNumbers {
  /** The most points that week and way can give. */
  readonly mostBeside: number;
  private readonly lookups: LookupPoints[];
  private readonly tables: Int16Array[] = [];
  private readonly same: SamePoints[];
  private readonly sameAnswers: SameAnswers[] = [];
  private readonly tallies: TallyPoints[];
  private readonly waiting: MeasuredPoints;
  private readonly slack: MeasuredPoints;
  private readonly trip: MeasuredPoints;
  private readonly distance = new DistanceFrom();
  private readonly sums: Sums;
  private readonly noPoints = parts.map(() => 0);
  private shifts: Shifts = flatShifts([], 0);
  private facts: SmallJobFacts | undefined;

  constructor(
    private readonly citizens: Citizens,
    private readonly jobs: SmallJobs,
    setting: Setting,
  ) {
    this.sums = new Sums(setting.rules.weights);
    this.lookups = lookupParts.map(
      (part) =>
        new LookupPoints(
          part,
          jobs.keyColumn(part.basis.job),
          citizens.keyColumn(part.basis.citizen),
          setting,
        ),
    );
    this.same = sameParts.map(
      (part) =>
        new SamePoints(part, jobs.keyColumn(part.basis.job), citizens.keyColumn(part.basis.citizen), setting),
    );
    this.tallies = tallyParts.map(
      (part, n) => new TallyPoints(part, citizens.tried[n]!, citizens.lists, TRIED_AT + n, setting),
    );
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
    this.takeTables(job);
    this.distance.from(this.facts!.job.workplace.position);
  }

  /** The citizen whose jobs are asked for, one after the other, by `scoreOfJob`. */
  takeCitizen(citizen: number): void {
    const { places } = this.citizens.records;
    this.distance.from({ lat: places.lat(citizen), lon: places.lon(citizen) });
  }

  /** The score of the citizen that was taken up beside a job that no plain rule excludes, or -1 when it does not fit. */
  scoreOfJob(job: number, citizen: number): number {
    this.shifts = this.jobs.shifts[job]!;
    const slack = this.slackMinutes(citizen);
    if (slack < 0) return -1;
    const trip = this.minutesTo(citizen, this.jobs.records.places, job);
    if (trip < 0) return -1;
    this.takeTables(job);
    return this.score(this.atMost(citizen), slack, trip);
  }

  private takeTables(job: number): void {
    for (let n = 0; n < this.lookups.length; n += 1) {
      const lookup = this.lookups[n]!;
      this.tables[n] = lookup.table(lookup.jobs.codes[job]!);
    }
    for (let n = 0; n < this.same.length; n += 1) {
      this.sameAnswers[n] = this.same[n]!.forJob(this.same[n]!.jobs.codes[job]!);
    }
    this.shifts = this.jobs.shifts[job]!;
    this.facts = this.jobs.facts[job]!;
    for (const tally of this.tallies) tally.take(this.facts);
  }

  days(citizen: number): number {
    return this.citizens.days.codes[citizen]!;
  }

  /** The most points that each of the first `count` citizens can get: exact but for week and way. */
  atMostOf(slots: Int32Array, count: number, into: Int32Array): void {
    const { mostBeside, lookups, tables } = this;
    const days = this.citizens.days.codes;
    const waiting = this.waiting.table;
    const lastDay = waiting.length - 1;
    for (let n = 0; n < count; n += 1) {
      const waited = days[slots[n]!]!;
      into[n] = mostBeside + waiting[waited < lastDay ? waited : lastDay]!;
    }
    for (let k = 0; k < lookups.length; k += 1) {
      const table = tables[k]!;
      const { codes } = lookups[k]!.citizens;
      for (let n = 0; n < count; n += 1) into[n] = into[n]! + table[codes[slots[n]!]!]!;
    }
    for (let k = 0; k < this.same.length; k += 1) {
      const answers = this.sameAnswers[k]!;
      const { codes } = this.same[k]!.citizens;
      for (let n = 0; n < count; n += 1) into[n] = into[n]! + answerOf(answers, codes[slots[n]!]!);
    }
    for (const tally of this.tallies) {
      for (let n = 0; n < count; n += 1) into[n] = into[n]! + tally.of(slots[n]!);
    }
  }

  /** `atMostOf` for one citizen. */
  atMost(citizen: number): number {
    let sum = this.mostBeside + this.waiting.of(this.days(citizen));
    for (let n = 0; n < this.lookups.length; n += 1) {
      sum += this.tables[n]![this.lookups[n]!.citizens.codes[citizen]!]!;
    }
    for (let n = 0; n < this.same.length; n += 1) {
      sum += answerOf(this.sameAnswers[n]!, this.same[n]!.citizens.codes[citizen]!);
    }
    for (const tally of this.tallies) sum += tally.of(citizen);
    return sum;
  }

  /** Free minutes around the tightest shift, or -1 when windows or agreed hours are in the way. */
  slackMinutes(citizen: number): number {
    const agreed = this.citizens.agreedCodes.codes[citizen]!;
    if (agreed !== 0 && !this.citizens.agreed.isClear(agreed, this.shifts)) return -1;
    return this.citizens.free.slack(this.citizens.freeCodes.codes[citizen]!, this.shifts);
  }

  /** Minutes of the fastest trip within reach, or -1. */
  tripMinutes(citizen: number): number {
    return this.minutesTo(citizen, this.citizens.records.places, citizen);
  }

  /** The trip of a citizen between the place that was taken up and the other one. */
  private minutesTo(citizen: number, places: Places, slot: number): number {
    const { reach, reachColumn } = this.citizens;
    const code = reachColumn.codes[citizen]!;
    const metres = this.distance.metresTo(places.lat(slot), places.lon(slot));
    return metres > reach.farthest[code]! ? -1 : reach.minutes(code, metres);
  }

  isReached(citizen: number): boolean {
    const { places } = this.citizens.records;
    const { reach, reachColumn } = this.citizens;
    const code = reachColumn.codes[citizen]!;
    const rough = this.distance.roughTo(places.roughLat(citizen), places.roughLon(citizen));
    if (rough * AT_MOST < reach.surelyIn[code]!) return true;
    if (rough * AT_LEAST > reach.surelyOut[code]!) return false;
    return this.distance.metresTo(places.lat(citizen), places.lon(citizen)) <= reach.farthest[code]!;
  }

  /** Which of 32 citizens do not reach the place. @param here those who are asked for, as bits from slot `first` on */
  outOfReach(first: number, here: number): number {
    const { places } = this.citizens.records;
    const { reach, reachColumn } = this.citizens;
    const { surelyIn, surelyOut } = reach;
    const { codes } = reachColumn;
    const { distance } = this;
    let far = 0;
    for (let bit = 0; bit < 32; bit += 1) {
      const slot = first + bit;
      const code = codes[slot]!;
      const rough = distance.roughTo(places.roughLat(slot), places.roughLon(slot));
      if (rough * AT_LEAST > surelyOut[code]!) far |= 1 << bit;
      else if (!(rough * AT_MOST < surelyIn[code]!) && !this.isReached(slot)) far |= 1 << bit;
    }
    return far & here;
  }

  /** The exact score of a pair that fits. @param atMost what `atMost` said of the citizen */
  score(atMost: number, slackMinutes: number, tripMinutes: number): number {
    return atMost - this.mostBeside + this.slack.of(slackMinutes) + this.trip.of(tripMinutes);
  }

  /** A citizen's place in the list of the job, part by part. */
  place(id: string, citizen: number, slackMinutes: number, tripMinutes: number): Place {
    const points = this.noPoints.slice();
    for (let n = 0; n < this.lookups.length; n += 1) {
      const { part, citizens } = this.lookups[n]!;
      points[part.at] = this.tables[n]![citizens.codes[citizen]!]!;
    }
    for (let n = 0; n < this.same.length; n += 1) {
      const { part, citizens } = this.same[n]!;
      points[part.at] = answerOf(this.sameAnswers[n]!, citizens.codes[citizen]!);
    }
    for (const tally of this.tallies) points[tally.part.at] = tally.of(citizen);
    points[this.waiting.part.at] = this.waiting.of(this.days(citizen));
    points[this.slack.part.at] = this.slack.of(slackMinutes);
    points[this.trip.part.at] = this.trip.of(tripMinutes);
    const { score, wants, canGet } = this.sums.of(points);
    return { id, score, wants, canGet, points };
  }
}

const answerOf = (answers: SameAnswers, code: number): number =>
  code === answers.sameCode ? answers.same : code === answers.noneCode ? answers.none : answers.rest;
