import type { SmallJobFacts } from '../facts.js';
import type { Citizens } from './citizens.js';
import type { Names } from './names.js';
import { termsOfJob } from './rules-plan.js';
import type { Records } from './records.js';
import type { SmallJobs } from './small-jobs.js';

/** The parts of an index that hold its data, always in the same order. */
export interface IndexData {
  citizens: Citizens;
  jobs: SmallJobs;
  companies: Names;
}

/**
 * An index as data that can be posted to another thread: the numbers of the slots lie in shared memory, once for all
 * threads; the few distinct values are copied. For reading only: nobody may edit an index that is shared.
 */
export interface SharedIndex {
  containers: Record<string, unknown>[];
  rows: { words: Int32Array; counts: Int32Array; stride: number; taken: number; free: number[] }[];
  rooms: number[];
  cellRows: [Int32Array, Int32Array];
  jobs: {
    facts: (SmallJobFacts | undefined)[];
    shifts: SmallJobs['shifts'];
    cells: SmallJobs['cells'];
    known: SmallJobs['known'];
    ruledOut: SmallJobs['ruledOut'];
    cellsUsed: number[];
  };
}

/** Fields that belong to one thread: what was found last, and the rows of bits that questions have laid. */
const OWN_FIELDS = new Set(['rows', 'nearestKnown', 'read', 'found', 'at']);

const containersOfSide = ({ slots, zones, places, columns }: Records): object[] => [
  slots,
  zones,
  places,
  ...columns,
];

const containersOf = ({ citizens, jobs, companies }: IndexData): object[] => [
  ...containersOfSide(citizens.records),
  citizens.free,
  citizens.agreed,
  citizens.freeCodes,
  citizens.agreedCodes,
  citizens.days,
  citizens.lists,
  ...citizens.tried,
  citizens.reach,
  companies.ids,
  ...containersOfSide(jobs.records),
];

type Typed = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

function shared(value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) return value;
  const own = value as Typed;
  const Kind = own.constructor as new (buffer: SharedArrayBuffer) => Typed;
  const copy = new Kind(new SharedArrayBuffer(own.byteLength));
  copy.set(own);
  return copy;
}

export function shareable(data: IndexData): SharedIndex {
  const { citizens, jobs } = data;
  return {
    containers: containersOf(data).map((container) =>
      Object.fromEntries(
        Object.entries(container)
          .filter(([field]) => !OWN_FIELDS.has(field))
          .map(([field, value]) => [field, shared(value)]),
      ),
    ),
    rows: [citizens.records, jobs.records].map((records) => records.rowsWithoutAnswers()),
    rooms: [citizens.records.room, jobs.records.room],
    cellRows: [citizens.cellRows, jobs.cellRows],
    jobs: {
      facts: jobs.facts,
      shifts: jobs.shifts,
      cells: jobs.cells,
      known: jobs.known,
      ruledOut: jobs.ruledOut,
      cellsUsed: jobs.cellsUsed,
    },
  };
}

/** Fills a new, empty index with shared data. */
export function fillFrom(from: SharedIndex, data: IndexData): void {
  const { citizens, jobs } = data;
  containersOf(data).forEach((container, n) => Object.assign(container, from.containers[n]));
  [citizens.records, jobs.records].forEach((records, n) => {
    Object.assign(records.rows, from.rows[n]);
    records.room = from.rooms[n]!;
    records.zones.makeRoom(from.rooms[n]!);
  });
  citizens.cellRows.set(from.cellRows[0]);
  jobs.cellRows.set(from.cellRows[1]);
  jobs.cellsUsed.push(...from.jobs.cellsUsed);
  from.jobs.facts.forEach((facts, slot) => {
    jobs.facts[slot] = facts;
    jobs.shifts[slot] = from.jobs.shifts[slot]!;
    jobs.cells[slot] = from.jobs.cells[slot]!;
    jobs.known[slot] = from.jobs.known[slot]!;
    jobs.ruledOut[slot] = from.jobs.ruledOut[slot]!;
    jobs.terms[slot] = facts === undefined ? [] : termsOfJob(facts);
  });
}
