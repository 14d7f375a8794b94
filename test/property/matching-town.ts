import { MatchingIndex, type CandidateCitizen, type CandidateSmallJob } from '#matching';
import fc from 'fast-check';
import { disagreements } from './matching-oracle.js';
import { drawnCrowd, type Crowd } from './matching-wide-people.js';

/** What happens next: to the n-th of those who are there, with the data of the n-th of those who could be. */
export interface TownEdit {
  what:
    | 'comes'
    | 'changes'
    | 'moves'
    | 'leaves'
    | 'is ruled out'
    | 'rules out'
    | 'is posted'
    | 'is changed'
    | 'is withdrawn';
  who: number;
  like: number;
}

const nth = fc.nat({ max: 10_000 });
export const townEdit: fc.Arbitrary<TownEdit> = fc.record({
  what: fc.constantFrom(
    ...(['comes', 'comes', 'changes', 'moves', 'leaves', 'is ruled out', 'rules out'] as const),
    ...(['is posted', 'is posted', 'is changed', 'is withdrawn'] as const),
  ),
  who: nth,
  like: nth,
});

/** Whoever takes the edits: the index itself, or lists that are kept true beside it. */
export type Desk = Pick<MatchingIndex, 'putCitizen' | 'removeCitizen' | 'putSmallJob' | 'removeSmallJob'>;

/** An index that only ever knew edits, and beside it the people and small jobs that are there now. */
export class Town<D extends Desk = MatchingIndex> {
  readonly citizens = new Map<string, CandidateCitizen>();
  readonly jobs = new Map<string, CandidateSmallJob>();
  readonly index: MatchingIndex;
  readonly desk: D;
  private came = 0;

  constructor(
    private readonly pool: Crowd,
    deskOf: (index: MatchingIndex) => D,
  ) {
    this.index = new MatchingIndex(pool.options);
    this.desk = deskOf(this.index);
  }

  static drawn(seed: number, citizens: number, jobs: number): Town {
    return new Town(drawnCrowd(seed, citizens, jobs), (index) => index);
  }

  make({ what, who, like }: TownEdit): void {
    const citizen = at([...this.citizens.values()], who);
    const job = at([...this.jobs.values()], who);
    const otherCitizen = at(this.pool.citizens, like)!;
    const otherJob = at(this.pool.jobs, like)!;
    if (what === 'comes') this.putCitizen(this.notYet(otherCitizen, this.citizens));
    if (what === 'rules out' && citizen) this.putCitizen(rulingOut(citizen, otherJob.companyId));
    if (what === 'is ruled out' && citizen && this.jobs.size > 0) this.ruleOut(citizen, like);
    if (what === 'is posted') this.putSmallJob(this.notYet(otherJob, this.jobs));
    if (what === 'changes' && citizen) this.putCitizen({ ...otherCitizen, id: citizen.id });
    if (what === 'moves' && citizen) this.putCitizen({ ...citizen, position: otherCitizen.position });
    if (what === 'leaves' && citizen) this.removeCitizen(citizen.id);
    if (what === 'is changed' && job) this.putSmallJob({ ...otherJob, id: job.id });
    if (what === 'is withdrawn' && job) this.removeSmallJob(job.id);
  }

  /** Whoever stands first on the n-th list goes away. */
  bestLeaves(n: number): void {
    const job = at([...this.jobs.keys()], n);
    const [best] = job === undefined ? [] : this.index.topCitizens(job, 1);
    if (best) this.removeCitizen(best.id);
  }

  /** What the index says otherwise than the plain meaning does. */
  disagreements(): string[] {
    return disagreements(this.index, [...this.citizens.values()], [...this.jobs.values()], this.pool.options);
  }

  /** All small jobs of the company follow its no; said once more, it is taken back. */
  private ruleOut({ id }: CandidateCitizen, like: number): void {
    const { companyId } = at([...this.jobs.values()], like)!;
    for (const job of [...this.jobs.values()].filter((each) => each.companyId === companyId))
      this.putSmallJob({ ...job, ruledOutCitizenIds: toggled(job.ruledOutCitizenIds, id) });
  }

  private notYet<T extends { id: string }>(one: T, there: ReadonlyMap<string, unknown>): T {
    this.came += 1;
    return there.has(one.id) ? { ...one, id: `${one.id} ${this.came}` } : one;
  }

  private putCitizen(citizen: CandidateCitizen): void {
    this.citizens.set(citizen.id, citizen);
    this.desk.putCitizen(citizen);
  }

  private removeCitizen(id: string): void {
    this.citizens.delete(id);
    this.desk.removeCitizen(id);
  }

  private putSmallJob(job: CandidateSmallJob): void {
    this.jobs.set(job.id, job);
    this.desk.putSmallJob(job);
  }

  private removeSmallJob(id: string): void {
    this.jobs.delete(id);
    this.desk.removeSmallJob(id);
  }
}

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];

const rulingOut = (citizen: CandidateCitizen, companyId: string): CandidateCitizen => ({
  ...citizen,
  ruledOutCompanyIds: toggled(citizen.ruledOutCompanyIds, companyId),
});

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
