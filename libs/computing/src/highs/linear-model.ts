import { NO_CONTACT, type AssignmentProblem, type CompanyBounds } from '#matching';

/** Maximise the sum of `gain` over columns between 0 and 1, with each row's sum of its columns at most `most`. */
export interface LinearModel {
  columns: number;
  rows: number;
  gain: Float64Array;
  most: Float64Array;
  /** Column by column: the rows that each stands in, with a coefficient of 1. */
  starts: Int32Array;
  indices: Int32Array;
}

/** A column for each pair; rows for citizens, jobs, contacts (of the pairs that count) and companies, in this order. */
export function linearModel(problem: AssignmentProblem, bounds?: CompanyBounds): LinearModel {
  const { citizens, from, citizen, value, counts, seats, contact, room } = problem;
  const firstContact = citizens + seats.length;
  const firstCompany = firstContact + room.length;
  const starts = new Int32Array(citizen.length + 1);
  const indices: number[] = [];
  for (let job = 0; job < seats.length; job += 1) {
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) {
      indices.push(citizen[pair]!, citizens + job);
      if (contact[job] !== NO_CONTACT && counts[pair] === 1) indices.push(firstContact + contact[job]!);
      if (bounds) indices.push(firstCompany + bounds.company[job]!);
      starts[pair + 1] = indices.length;
    }
  }
  const everybodyOnce = new Array<number>(citizens).fill(1);
  const most = Float64Array.from([...everybodyOnce, ...seats, ...room, ...(bounds?.most ?? [])]);
  return {
    columns: citizen.length,
    rows: most.length,
    gain: Float64Array.from(value),
    most,
    starts,
    indices: Int32Array.from(indices),
  };
}
