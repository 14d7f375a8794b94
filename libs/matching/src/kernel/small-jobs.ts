import type { CandidateSmallJob } from '../candidates.js';
import { smallJobFacts, type SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Key } from '../parts/part.js';
import type { Column } from './column.js';
import type { RowOfColumn } from './column.js';
import {
  keyOf,
  lookupParts,
  mutual,
  plainRules,
  sameParts,
  termsOfJob,
  variousParts,
  type Term,
} from './plan.js';
import { Records } from './records.js';
import { SparseSlots } from './sparse-slots.js';
import { CELLS, cellsNeeded, flatShifts, type Shifts } from './week-patterns.js';

type Side = SmallJobFacts;

const keyReaders = [
  ...new Set([...lookupParts, ...variousParts, ...sameParts].map(({ basis }) => basis.job)),
];
const KEYS_AT = plainRules.length;
const WIDTH = KEYS_AT + keyReaders.length;

/** The small jobs' side of the index. There are few beside the citizens, so their facts are kept as they are. */
export class SmallJobs {
  readonly records: Records;
  readonly width = WIDTH;
  readonly facts: (SmallJobFacts | undefined)[] = [];
  readonly shifts: Shifts[] = [];
  /** The cells of the week that the job of a slot cannot do without. */
  readonly cells: (readonly number[])[] = [];
  /** What the job of a slot asks of the citizens, and the rows that answered it last. */
  readonly terms: (readonly Term[])[] = [];
  readonly rows: (RowOfColumn[] | undefined)[] = [];
  /** By the citizen that the company has said no to. */
  readonly noTo = new SparseSlots();
  /** By company. */
  readonly ofCompany = new SparseSlots();
  /** Per cell the row of the jobs that cannot do without it, or -1. */
  private readonly cellRows = new Int32Array(CELLS).fill(-1);

  constructor(
    private readonly setting: Setting,
    expected: number,
  ) {
    this.records = new Records(WIDTH, 0, expected);
  }

  get bytes(): number {
    return this.records.bytes + this.noTo.bytes + this.ofCompany.bytes;
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

  put(job: CandidateSmallJob): number {
    const facts = smallJobFacts(job, this.setting);
    const { records } = this;
    const { slot, isNew } = records.slotFor(job.id);
    plainRules.forEach((rule, at) => {
      const column = this.ruleColumn(at);
      const value = rule.job(facts);
      records.write(
        slot,
        column,
        column.code(keyOf(value), () => value),
        isNew,
      );
    });
    for (const reader of keyReaders) {
      const column = this.keyColumn(reader);
      records.write(
        slot,
        column,
        column.code(reader(facts), () => facts),
        isNew,
      );
    }
    records.place(slot, job.workplace.position, -1);
    this.putCells(slot, cellsNeeded(facts.shifts, job.startFlexibilityMinutes), isNew);
    const { id, ruledOut } = mutual.job(facts);
    this.noTo.set(slot, ruledOut);
    this.ofCompany.set(slot, [id]);
    this.facts[slot] = facts;
    this.shifts[slot] = flatShifts(facts.shifts, job.startFlexibilityMinutes);
    this.terms[slot] = termsOfJob(facts);
    this.rows[slot] = undefined;
    return slot;
  }

  remove(slot: number): void {
    this.noTo.clear(slot);
    this.ofCompany.clear(slot);
    this.facts[slot] = undefined;
    this.rows[slot] = undefined;
    this.cells[slot] = [];
    this.records.remove(slot);
  }

  private putCells(slot: number, cells: readonly number[], isNew: boolean): void {
    const { rows } = this.records;
    if (!isNew) for (const cell of this.cells[slot]!) rows.set(this.cellRows[cell]!, slot, false);
    for (const cell of cells) {
      if (this.cellRows[cell]! < 0) this.cellRows[cell] = rows.take();
      rows.set(this.cellRows[cell]!, slot, true);
    }
    this.cells[slot] = cells;
  }
}
