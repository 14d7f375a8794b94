import type { CandidateSmallJob } from '../candidates.js';
import { smallJobFacts, type SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Interval } from '../week/interval.js';
import type { Key } from '../parts/part.js';
import type { Column } from './column.js';
import type { RowOfColumn } from './column.js';
import { lookupParts, sameParts } from './parts-plan.js';
import { keyOf, plainRules, ruledOutBy, sparseRules, termsOfJob, type Term } from './rules-plan.js';
import type { Names } from './names.js';
import { Records } from './records.js';
import { CELLS, cellsNeeded, flatShifts, type Shifts } from './week-patterns.js';

type Side = SmallJobFacts;

const keyReaders = [...new Set([...lookupParts, ...sameParts].map(({ basis }) => basis.job))];
const KEYS_AT = plainRules.length;
const COLUMNS = KEYS_AT + keyReaders.length;

/** The small jobs' side of the index. There are few beside the citizens, so their facts are kept as they are. */
export class SmallJobs {
  readonly records: Records;
  readonly facts: (SmallJobFacts | undefined)[] = [];
  readonly shifts: Shifts[] = [];
  private readonly weeks = new Map<string, Shifts>();
  /** The cells of the week that the job of a slot cannot do without. */
  readonly cells: (readonly number[])[] = [];
  /** What the job of a slot asks of the citizens, and the rows that answered it last. */
  readonly terms: (readonly Term[])[] = [];
  readonly rows: (RowOfColumn[] | undefined)[] = [];
  /** How many values the citizens' columns had then: a new one may need a row of its own. */
  readonly rowsMadeAt: number[] = [];
  /** Grows with every value that comes to a column of a plain rule: a citizen's rows may be others then. */
  ruleValues = 0;
  /** The citizens that the company of a slot has said no to, by id. */
  readonly ruledOut: (readonly string[])[] = [];
  /** The numbers that the job of a slot is known by under each sparse rule. */
  readonly known: (readonly (readonly number[])[])[] = [];
  /** The cells that some job has needed; those that most needed stand first once `orderCells` has been asked. */
  readonly cellsUsed: number[] = [];
  private editsSinceOrder = 0;
  /** Per cell the row of the jobs that cannot do without it, or -1. */
  readonly cellRows = new Int32Array(CELLS).fill(-1);

  constructor(
    private readonly setting: Setting,
    private readonly companies: Names,
    expected: number,
  ) {
    this.records = new Records(COLUMNS, expected);
  }

  get bytes(): number {
    return this.records.bytes;
  }

  ruleColumn(rule: number): Column {
    return this.records.columns[rule]!;
  }

  keyColumn(reader: (side: Side) => Key): Column {
    return this.records.columns[KEYS_AT + keyReaders.indexOf(reader)]!;
  }

  /** The row of the jobs that need a cell, or -1 while none does. */
  cellRow(cell: number): number {
    return this.cellRows[cell]!;
  }

  /** @param isPassing the job is only thought of: nothing of it is kept for long */
  put(job: CandidateSmallJob, isPassing = false): number {
    const number = isPassing ? 'passingNumber' : 'number';
    const facts = smallJobFacts(job, this.setting);
    const { records } = this;
    const { slot, isNew } = records.slotFor(job.id);
    plainRules.forEach((rule, at) => {
      const column = this.ruleColumn(at);
      const value = rule.job(facts);
      const code = column[number](keyOf(value), value);
      if (column.counts[code] === 0) this.ruleValues += 1;
      records.write(slot, column, code, isNew);
    });
    for (const reader of keyReaders) {
      const column = this.keyColumn(reader);
      records.write(slot, column, column[number](reader(facts), facts), isNew);
    }
    records.place(slot, job.workplace.position, -1);
    this.putCells(slot, cellsNeeded(facts.shifts, job.startFlexibilityMinutes), isNew);
    this.known[slot] = sparseRules.map(({ job: names }) =>
      names(facts).map((id) => this.companies.number(id)),
    );
    this.ruledOut[slot] = ruledOutBy(facts);
    this.facts[slot] = facts;
    this.shifts[slot] = this.week(facts.shifts, job.startFlexibilityMinutes, isPassing);
    this.terms[slot] = termsOfJob(facts);
    this.rows[slot] = undefined;
    if (!isPassing) this.editsSinceOrder += 1;
    return slot;
  }

  /** Puts the cells that most jobs need first, now and then: whoever is busy in them is out with the first rows. */
  orderCells(): void {
    const { counts } = this.records.rows;
    if (this.editsSinceOrder * 8 <= this.records.slots.size) return;
    this.editsSinceOrder = 0;
    this.cellsUsed.sort((a, b) => counts[this.cellRows[b]!]! - counts[this.cellRows[a]!]!);
  }

  remove(slot: number): void {
    this.known[slot] = [];
    this.facts[slot] = undefined;
    this.rows[slot] = undefined;
    this.cells[slot] = [];
    this.records.remove(slot);
  }

  /** The shifts of a job; jobs with equal weeks share them, so that a country's are read from near memory. */
  private week(shifts: readonly Interval[], flexibility: number, isPassing: boolean): Shifts {
    const key = `${flexibility} ${shifts.map(({ from, to }) => `${from}-${to}`).join(' ')}`;
    const known = this.weeks.get(key);
    if (known !== undefined) return known;
    const week = flatShifts(shifts, flexibility);
    if (!isPassing) this.weeks.set(key, week);
    return week;
  }

  private putCells(slot: number, cells: readonly number[], isNew: boolean): void {
    const { rows } = this.records;
    if (!isNew) for (const cell of this.cells[slot]!) rows.set(this.cellRows[cell]!, slot, false);
    for (const cell of cells) {
      if (this.cellRows[cell]! < 0) {
        this.cellRows[cell] = rows.take();
        this.cellsUsed.push(cell);
      }
      rows.set(this.cellRows[cell]!, slot, true);
    }
    this.cells[slot] = cells;
  }
}
