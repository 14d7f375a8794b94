import type { CandidateCitizen } from '../candidates.js';
import type { PlainValue } from '../constraints/comparison.js';
import { citizenFacts, type CitizenFacts } from '../facts.js';
import { waitingDays, type Setting } from '../matching-day.js';
import type { Key } from '../parts/part.js';
import type { Column } from './column.js';
import {
  keyOf,
  lookupParts,
  mutual,
  plainRules,
  sameParts,
  standIn,
  termsOfCitizen,
  variousParts,
  type Term,
} from './plan.js';
import { ReachTable, reachKey } from './reach-table.js';
import { Records } from './records.js';
import { SparseSlots } from './sparse-slots.js';
import { WeekPatterns } from './week-patterns.js';

type Side = CitizenFacts;
const MOST_DAYS = 65_535;

/** Parts that look at the same key of the citizen share a column. */
const partKeys = [...lookupParts, ...variousParts, ...sameParts];
const keyReaders = [...new Set(partKeys.map(({ basis }) => basis.citizen))];
const readsOf = (reader: (side: Side) => Key): string[] =>
  partKeys.filter(({ basis }) => basis.citizen === reader).flatMap(({ reads }) => reads);

const RULES_AT = 0;
const KEYS_AT = RULES_AT + plainRules.length;
const REACH_AT = KEYS_AT + keyReaders.length;
const AGREED_AT = REACH_AT + 1;
const DAYS_AT = AGREED_AT + 1;
const COLUMNS = REACH_AT + 1;
const WIDTH = DAYS_AT + 1;

/** The citizens' side of the index: numbers only, no record of a person is kept. */
export class Citizens {
  readonly records: Records;
  readonly width = WIDTH;
  readonly reachAt = REACH_AT;
  readonly agreedAt = AGREED_AT;
  /** Whole days of waiting stand in the record as they are. */
  readonly daysAt = DAYS_AT;
  readonly reach: ReachTable;
  readonly free = new WeekPatterns();
  readonly agreed = new WeekPatterns();
  /** Pattern of the free time of each slot. */
  windows: Uint32Array;
  /** The row of those who have hours agreed elsewhere. */
  readonly withAgreed: number;
  /** Per cell of the week the row of those who have a free minute in it; laid when a job first needs it. */
  private readonly cellRows = new Map<number, number>();
  private readonly terms: (readonly Term[])[][] = [];
  /** By the company that the citizen has ruled out. */
  readonly noTo = new SparseSlots();
  private readonly readers: { column: Column; reader: (side: Side) => Key; reads: string[] }[];

  constructor(
    private readonly setting: Setting,
    expected: number,
  ) {
    this.records = new Records(COLUMNS, WIDTH - COLUMNS, expected);
    this.withAgreed = this.records.rows.take();
    this.reach = new ReachTable(setting.rules.travel);
    this.windows = new Uint32Array(this.records.lat.length);
    this.readers = keyReaders.map((reader, at) => ({
      column: this.records.columns[KEYS_AT + at]!,
      reader,
      reads: readsOf(reader),
    }));
  }

  get bytes(): number {
    return (
      this.records.bytes + this.windows.byteLength + this.free.bytes + this.agreed.bytes + this.noTo.bytes
    );
  }

  /** The column of a plain constraint, by its place among them. */
  ruleColumn(rule: number): Column {
    return this.records.columns[RULES_AT + rule]!;
  }

  keyColumn(reader: (side: Side) => Key): Column {
    return this.records.columns[KEYS_AT + keyReaders.indexOf(reader)]!;
  }

  get reachColumn(): Column {
    return this.records.columns[REACH_AT]!;
  }

  cellRow(cell: number): number {
    const known = this.cellRows.get(cell);
    if (known !== undefined) return known;
    const { rows, slots, present } = this.records;
    const row = rows.take();
    this.cellRows.set(cell, row);
    const verdicts = Uint8Array.from({ length: this.free.size }, (_, code) =>
      this.free.touches(code, cell) ? 1 : 0,
    );
    for (let slot = 0; slot < slots.end; slot += 1) {
      if (rows.has(present, slot) && verdicts[this.windows[slot]!] === 1) rows.set(row, slot, true);
    }
    return row;
  }

  /** What everybody with this value of a rule's column asks of the small jobs. */
  termsOf(rule: number, code: number): readonly Term[] {
    const known = (this.terms[rule] ??= []);
    return (known[code] ??= termsOfCitizen(rule, this.ruleColumn(rule).values[code] as PlainValue));
  }

  put(citizen: CandidateCitizen): number {
    const facts = citizenFacts(citizen);
    const { records } = this;
    const { slot, isNew } = records.slotFor(citizen.id);
    plainRules.forEach((rule, at) => {
      const column = this.ruleColumn(at);
      const value = rule.citizen(facts);
      records.write(
        slot,
        column,
        column.code(keyOf(value), () => value),
        isNew,
      );
    });
    for (const { column, reader, reads } of this.readers) {
      records.write(
        slot,
        column,
        column.code(reader(facts), () => standIn(facts, reads)),
        isNew,
      );
    }
    this.putReach(slot, citizen, isNew);
    this.putWeek(slot, facts, isNew);
    const days = Math.min(MOST_DAYS, waitingDays(citizen.waitingSince, this.setting.day));
    records.writeBare(slot, DAYS_AT, days);
    this.noTo.set(slot, mutual.citizen(facts).ruledOut);
    return slot;
  }

  remove(slot: number): void {
    this.noTo.clear(slot);
    this.records.remove(slot);
  }

  private putReach(slot: number, { reach, position }: CandidateCitizen, isNew: boolean): void {
    const column = this.reachColumn;
    const code = column.code(reachKey(reach), () => {
      this.reach.add(reach);
      return reach;
    });
    this.records.write(slot, column, code, isNew);
    this.records.place(slot, position, this.reach.farthest[code]!);
  }

  private putWeek(slot: number, { free, agreed }: Side, isNew: boolean): void {
    if (slot >= this.windows.length) {
      const wider = new Uint32Array(this.records.lat.length);
      wider.set(this.windows);
      this.windows = wider;
    }
    const { rows } = this.records;
    const code = this.free.code(free);
    if (isNew || this.windows[slot] !== code) {
      this.windows[slot] = code;
      for (const [cell, row] of this.cellRows) rows.set(row, slot, this.free.touches(code, cell));
    }
    this.records.writeBare(slot, AGREED_AT, this.agreed.code(agreed));
    rows.set(this.withAgreed, slot, agreed.length > 0);
  }
}
