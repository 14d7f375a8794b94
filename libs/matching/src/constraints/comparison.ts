import type { CitizenFacts, Pair, SmallJobFacts } from '../facts.js';
import { tripWithinReach } from '../travel.js';
import { keepsClear } from '../week/interval.js';
import { fitsWindows } from '../week/late-start.js';

/** The value of one side, as every engine takes it. */
type Of<Side, Value> = (side: Side) => Value;

/** Both sides' values and what they are; `job` and `citizen` read nothing but the fields the row declares. */
interface Sides<Value> {
  job: Of<SmallJobFacts, Value>;
  citizen: Of<CitizenFacts, Value>;
}

/**
 * How the two sides of a rule are compared. The plain meaning, the kernel's bit rows and the SQL of the benchmark
 * all come from this, so that they cannot drift.
 */
export type Comparison =
  /** The citizen's value alone decides. */
  | { kind: 'flag'; citizen: Of<CitizenFacts, boolean> }
  /** What the job asks is at most what the citizen can. Whole or broken numbers. */
  | ({ kind: 'at-most' } & Sides<number>)
  /** What the job gives is at least what the citizen needs. */
  | ({ kind: 'at-least' } & Sides<number>)
  /** The citizen holds everything the job asks for. */
  | ({ kind: 'holds-all' } & Sides<readonly string[]>)
  /** Nothing of the job is among what does not work for the citizen. `sparse`: of many values each side has few. */
  | ({ kind: 'holds-none'; sparse?: true } & Sides<readonly string[]>)
  /** Neither side has said no to the other: the ids each side is known by, and those it has ruled out. */
  | {
      kind: 'mutual';
      job: Of<SmallJobFacts, { id: string; ruledOut: readonly string[] }>;
      citizen: Of<CitizenFacts, { id: string; ruledOut: readonly string[] }>;
    }
  /** One of the citizen's ways of travelling gets to the workplace within its minutes. */
  | { kind: 'reach' }
  /** The working hours are inside the citizen's windows, late starts of the flexibility included. */
  | { kind: 'inside' }
  /** The working hours have no minute in common with hours already agreed. */
  | { kind: 'apart' };

/** The comparisons that need no geometry of place or week: one value on each side. */
export type PlainComparison = Extract<
  Comparison,
  { kind: 'flag' | 'at-most' | 'at-least' | 'holds-all' | 'holds-none' }
>;

/** The plain meaning of a comparison. */
export function comparisonHolds(comparison: Comparison, { job, citizen, metres, setting }: Pair): boolean {
  switch (comparison.kind) {
    case 'flag':
    case 'at-most':
    case 'at-least':
    case 'holds-all':
    case 'holds-none':
      return plainHolds(
        comparison.kind,
        comparison.kind === 'flag' ? true : comparison.job(job),
        comparison.citizen(citizen),
      );
    case 'mutual': {
      const [one, other] = [comparison.job(job), comparison.citizen(citizen)];
      return !one.ruledOut.includes(other.id) && !other.ruledOut.includes(one.id);
    }
    case 'reach':
      return tripWithinReach(metres, citizen.citizen.reach, setting.rules.travel) !== null;
    case 'inside':
      return fitsWindows(job.shifts, citizen.free, job.job.startFlexibilityMinutes);
    case 'apart':
      return keepsClear(job.shifts, citizen.agreed);
  }
}

/** One value of one side: a number, a flag, or slugs. */
export type PlainValue = number | boolean | readonly string[];

/** What a plain comparison says of two values. */
export function plainHolds(kind: PlainComparison['kind'], job: PlainValue, citizen: PlainValue): boolean {
  switch (kind) {
    case 'flag':
      return citizen === true;
    case 'at-most':
      return job <= citizen;
    case 'at-least':
      return job >= citizen;
    case 'holds-all':
      return (job as readonly string[]).every((each) => (citizen as readonly string[]).includes(each));
    case 'holds-none':
      return !(job as readonly string[]).some((each) => (citizen as readonly string[]).includes(each));
  }
}
