/** One place in a list, in numbers; the words come from `evaluate` for those who are shown. */
export interface Place {
  id: string;
  /** 0..10,000: the sum of `points`. */
  score: number;
  wants: number;
  canGet: number;
  /** In the order of the table of parts. */
  points: number[];
}

export interface Places {
  considered: number;
  eligible: number;
  /** Best first: score, waiting days, id. */
  ranked: Place[];
}

export interface PlacesOptions {
  /** How many places; all when left out. */
  limit?: number;
  /** Only these are considered; everybody when left out. */
  among?: ReadonlySet<string>;
}

/**
 * Failing rules of everybody: `masks[n]` belongs to `idOf(n)`; bit k is row k of the table of constraints; 0 fits.
 * Ids are read from the index: good until its next edit.
 */
export class Reasons {
  constructor(
    readonly masks: Uint32Array,
    readonly idOf: (at: number) => string,
  ) {}

  get ids(): string[] {
    return Array.from(this.masks, (_, at) => this.idOf(at));
  }
}

/** All pairs that fit, job by job: those of job n stand at `from[n]` up to `from[n + 1]`. */
export interface FittingPairs {
  smallJobIds: string[];
  citizenIds: string[];
  from: Int32Array;
  /** Index into `citizenIds`. */
  citizen: Int32Array;
  score: Int32Array;
}

/** With the whole days that each of `citizenIds` has waited: equal scores stand in that order. */
export interface PairsWithWaiting extends FittingPairs {
  waited: Int32Array;
}

/** Both sides' lists of a municipality. Ids are read from the index: good until its next edit. */
export interface AllPlaces {
  pairs: number;
  forSmallJob(id: string): { id: string; score: number }[];
  forCitizen(id: string): { id: string; score: number }[];
}
