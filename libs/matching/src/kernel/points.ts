import type { Pair, SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Basis, Key, StandIn } from '../parts/part.js';
import { pointsFor } from '../ranking/score.js';
import type { Column } from './column.js';
import { factsOf, type PartOf } from './parts-plan.js';

type Lookup = Extract<Basis, { kind: 'lookup' }>;
type Same = Extract<Basis, { kind: 'same' }>;
type Measured = Extract<Basis, { kind: 'measure' }>;

/** A pair of stand-ins: the parts that are asked read nothing but what both have. */
const standInPair = (job: unknown, citizen: StandIn, setting: Setting): Pair => ({
  job: job as SmallJobFacts,
  citizen: factsOf(citizen),
  metres: 0,
  setting,
});

/** Points of one part for every pair of keys, worked out a job's key at a time with the part's own share. */
export class LookupPoints {
  private readonly tables: Int16Array[] = [];
  private readonly known: number[] = [];
  private passings = 0;

  constructor(
    readonly part: PartOf<Lookup>,
    readonly jobs: Column,
    readonly citizens: Column,
    private readonly setting: Setting,
  ) {}

  get bytes(): number {
    return this.tables.reduce((sum, table) => sum + table.byteLength, 0);
  }

  /** By the citizen's number; complete for all numbers there are now. */
  table(jobCode: number): Int16Array {
    if (jobCode === this.jobs.passing && this.passings !== this.jobs.passings) {
      this.known[jobCode] = 0;
      this.passings = this.jobs.passings;
    }
    const table = this.tables[jobCode];
    if (table !== undefined && this.known[jobCode] === this.citizens.values.length) return table;
    return this.extend(jobCode);
  }

  private extend(jobCode: number): Int16Array {
    const { values } = this.citizens;
    let table = this.tables[jobCode] ?? new Int16Array(values.length);
    if (table.length < values.length) {
      const wider = new Int16Array(Math.ceil(values.length * 1.25) + 8);
      wider.set(table);
      table = wider;
    }
    for (let code = this.known[jobCode] ?? 0; code < values.length; code += 1) {
      const standIn = this.part.basis.standIn(values[code] as Key);
      const pair = standInPair(this.jobs.values[jobCode], standIn, this.setting);
      table[code] = pointsFor(this.part.id, this.part.share(pair), this.setting.rules);
    }
    this.tables[jobCode] = table;
    this.known[jobCode] = values.length;
    return table;
  }
}

/** The three answers that one job can get: from those who name the same, from those who name nobody, and the rest. */
export interface SameAnswers {
  sameCode: number;
  same: number;
  noneCode: number;
  none: number;
  rest: number;
  /** How many keys the citizens had then. */
  values: number;
}

/** Points of a part that asks whether both sides name the same: one number for each of the few answers. */
export class SamePoints {
  private readonly answers: (number | undefined)[] = [];
  private readonly known: (SameAnswers | undefined)[] = [];

  constructor(
    readonly part: PartOf<Same>,
    readonly jobs: Column,
    readonly citizens: Column,
    private readonly setting: Setting,
  ) {}

  /** The answers for one job, so that a citizen's is found by comparing numbers. */
  forJob(jobCode: number): SameAnswers {
    if (jobCode === this.jobs.passing) return this.askedAnew(jobCode);
    const known = this.known[jobCode];
    return known?.values === this.citizens.values.length ? known : this.askedAnew(jobCode);
  }

  private askedAnew(jobCode: number): SameAnswers {
    const key = this.part.basis.job(this.jobs.values[jobCode] as SmallJobFacts);
    const { length: values } = this.citizens.values;
    const sameCode = this.citizens.find(key);
    const noneCode = this.citizens.find(null);
    let restCode = 0;
    while (restCode === sameCode || restCode === noneCode) restCode += 1;
    const at = (code: number): number => (code >= 0 && code < values ? this.of(jobCode, code) : 0);
    const answers = {
      sameCode,
      same: at(sameCode),
      noneCode,
      none: at(noneCode),
      rest: at(restCode),
      values,
    };
    this.known[jobCode] = answers;
    return answers;
  }

  of(jobCode: number, citizenCode: number): number {
    const job = this.jobs.values[jobCode] as SmallJobFacts;
    const jobKey = this.part.basis.job(job);
    const citizenKey = this.citizens.values[citizenCode] as Key;
    const answer =
      (jobKey === null ? 4 : 0) + (citizenKey === null ? 2 : 0) + (jobKey === citizenKey ? 1 : 0);
    const known = this.answers[answer];
    if (known !== undefined) return known;
    const share = this.part.share(standInPair(job, this.part.basis.standIn(citizenKey), this.setting));
    return (this.answers[answer] = pointsFor(this.part.id, share, this.setting.rules));
  }
}

/** Points of a part by what is measured, from 0 up to where they no longer change. */
export class MeasuredPoints {
  readonly table: Int16Array;
  readonly most: number;
  private readonly last: number;

  constructor(
    readonly part: PartOf<Measured>,
    setting: Setting,
  ) {
    this.last = Math.max(0, Math.ceil(part.basis.fullAt(setting)));
    this.table = Int16Array.from({ length: this.last + 1 }, (_, value) =>
      pointsFor(part.id, part.basis.share(value, setting), setting.rules),
    );
    this.most = Math.max(...this.table);
  }

  of(value: number): number {
    return this.table[value < this.last ? value : this.last]!;
  }
}
