import type { TriedJob } from '#domain';
import type { CandidateCitizen } from '../candidates.js';
import type { PlainValue } from '../constraints/comparison.js';
import { citizenFacts, type CitizenFacts } from '../facts.js';
import { waitingDays, type Setting } from '../matching-day.js';
import type { Key } from '../parts/part.js';
import { CodeArray } from './code-array.js';
import { Column, type RowOfColumn } from './column.js';
import type { Names } from './names.js';
import { lookupParts, sameParts, tallyParts } from './parts-plan.js';
import { keyOf, plainRules, sparseRules, termsOfCitizen, type Term } from './rules-plan.js';
import { ReachTable, reachKey } from './reach-table.js';
import { Records } from './records.js';
import { ShortLists } from './short-lists.js';
import { itemKey } from './tally-points.js';
import { CELLS, WeekPatterns } from './week-patterns.js';

type Side = CitizenFacts;

/** Parts that look at the same key of the citizen share a column. */
const keyReaders = [...new Set([...lookupParts, ...sameParts].map(({ basis }) => basis.citizen))];
const KEYS_AT = plainRules.length;
const REACH_AT = KEYS_AT + keyReaders.length;
const COLUMNS = REACH_AT + 1;
const NOT_LAID = -1;

/** Questions to the small jobs, and the rows that answered them last. */
export interface Asked {
  terms: readonly Term[];
  rows: RowOfColumn[];
  /** How many values the jobs' columns had then. */
  madeAt: number;
}

/** The citizens' side of the index: numbers only, no record of a person is kept. */
export class Citizens {
  readonly records: Records;
  readonly reach: ReachTable;
  /** Patterns of free time and of agreed hours, and which of them each slot has. */
  readonly free = new WeekPatterns();
  readonly agreed = new WeekPatterns();
  readonly freeCodes: CodeArray;
  readonly agreedCodes: CodeArray;
  /** Whole days of waiting. */
  readonly days: CodeArray;
  /** Companies by the rules that name them (see `sparseRules`), then what was tried for each tally part. */
  readonly lists: ShortLists;
  /** What was tried, each distinct kind once. */
  readonly tried = tallyParts.map(() => new Column(0, 0));
  /** The row of those who have hours agreed elsewhere, and of those who name companies. */
  readonly withAgreed: number;
  readonly withNames: number;
  /** Per cell of the week the row of those who have a free minute in it; laid when a job first needs it. */
  readonly cellRows = new Int32Array(CELLS).fill(NOT_LAID);
  private readonly isFree = new Uint8Array(CELLS);
  /** Grows with every value that comes to a column of a plain rule: a job's rows may be others then. */
  ruleValues = 0;
  private readonly asked: Asked[][] = [];

  constructor(
    private readonly setting: Setting,
    private readonly companies: Names,
    expected: number,
  ) {
    this.records = new Records(COLUMNS, expected);
    const { room, rows } = this.records;
    this.freeCodes = new CodeArray(room);
    this.agreedCodes = new CodeArray(room);
    this.days = new CodeArray(room);
    this.lists = new ShortLists(room, sparseRules.length + tallyParts.length);
    this.withAgreed = rows.take();
    this.withNames = rows.take();
    this.reach = new ReachTable(setting.rules.travel);
  }

  get bytes(): number {
    const codes = [this.freeCodes, this.agreedCodes, this.days].reduce(
      (sum, each) => sum + each.codes.byteLength,
      0,
    );
    return this.records.bytes + codes + this.lists.bytes + this.free.bytes + this.agreed.bytes;
  }

  /** The column of a plain constraint, by its place among them. */
  ruleColumn(rule: number): Column {
    return this.records.columns[rule]!;
  }

  keyColumn(reader: (side: Side) => Key): Column {
    return this.records.columns[KEYS_AT + keyReaders.indexOf(reader)]!;
  }

  get reachColumn(): Column {
    return this.records.columns[REACH_AT]!;
  }

  /** What everybody with this value of a rule's column asks of the small jobs. */
  askedBy(rule: number, code: number): Asked {
    const known = (this.asked[rule] ??= []);
    return (known[code] ??= {
      terms: termsOfCitizen(rule, this.ruleColumn(rule).values[code] as PlainValue),
      rows: [],
      madeAt: -1,
    });
  }

  /** Whether the citizen names one of the numbers of a job under a sparse rule. */
  names(slot: number, rule: number, numbers: readonly number[]): boolean {
    for (let n = 0; n < numbers.length; n += 1) if (this.lists.includes(slot, rule, numbers[n]!)) return true;
    return false;
  }

  cellRow(cell: number): number {
    const known = this.cellRows[cell]!;
    if (known !== NOT_LAID) return known;
    const { rows, slots, present } = this.records;
    const row = rows.take();
    this.cellRows[cell] = row;
    const verdicts = Uint8Array.from({ length: this.free.size }, (_, code) =>
      this.free.touches(code, cell) ? 1 : 0,
    );
    for (let slot = 0; slot < slots.end; slot += 1) {
      if (rows.has(present, slot) && verdicts[this.freeCodes.codes[slot]!] === 1) rows.set(row, slot, true);
    }
    return row;
  }

  put(citizen: CandidateCitizen): number {
    const facts = citizenFacts(citizen);
    const { records } = this;
    const { slot, isNew } = records.slotFor(citizen.id);
    if (isNew) this.widen();
    for (let at = 0; at < plainRules.length; at += 1) {
      const column = this.ruleColumn(at);
      const value = plainRules[at]!.citizen(facts);
      const code = column.number(keyOf(value), value);
      if (column.counts[code] === 0) this.ruleValues += 1;
      records.write(slot, column, code, isNew);
    }
    for (let at = 0; at < keyReaders.length; at += 1) {
      const column = records.columns[KEYS_AT + at]!;
      const key = keyReaders[at]!(facts);
      records.write(slot, column, column.number(key, key), isNew);
    }
    this.putReach(slot, citizen, isNew);
    this.putWeek(slot, facts, isNew);
    this.putLists(slot, facts);
    this.days.set(slot, waitingDays(citizen.waitingSince, this.setting.day));
    return slot;
  }

  remove(slot: number): void {
    this.lists.set(slot, []);
    this.records.remove(slot);
  }

  private putReach(slot: number, { reach, position }: CandidateCitizen, isNew: boolean): void {
    const column = this.reachColumn;
    const key = reachKey(reach);
    if (column.find(key) < 0) this.reach.add(reach);
    const code = column.number(key, key);
    this.records.write(slot, column, code, isNew);
    this.records.place(slot, position, this.reach.farthest[code]!);
  }

  private putWeek(slot: number, { free, agreed }: Side, isNew: boolean): void {
    const { rows } = this.records;
    const code = this.free.code(free);
    if (isNew || this.freeCodes.codes[slot] !== code) {
      this.freeCodes.set(slot, code);
      this.free.markCells(code, this.isFree);
      for (let cell = 0; cell < CELLS; cell += 1) {
        const row = this.cellRows[cell]!;
        if (row !== NOT_LAID) rows.set(row, slot, this.isFree[cell] === 1);
      }
    }
    this.agreedCodes.set(slot, this.agreed.code(agreed));
    rows.set(this.withAgreed, slot, agreed.length > 0);
  }

  private putLists(slot: number, facts: Side): void {
    const { rows } = this.records;
    const named = sparseRules.map(({ citizen }) => citizen(facts).map((id) => this.companies.number(id)));
    const tried = tallyParts.map(({ basis }, n) =>
      basis.items(facts).map((item) => this.tried[n]!.number(itemKey(basis, item), bare(item))),
    );
    this.lists.set(slot, [...named, ...tried]);
    rows.set(
      this.withNames,
      slot,
      named.some((list) => list.length > 0),
    );
  }

  private widen(): void {
    const { room } = this.records;
    if (this.days.codes.length >= room) return;
    for (const codes of [this.freeCodes, this.agreedCodes, this.days]) codes.widen(room);
    this.lists.widen(room);
  }
}

/** What was tried without which job it was. */
const bare = (item: TriedJob): TriedJob => ({ ...item, smallJobId: '' });
