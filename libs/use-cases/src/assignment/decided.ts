import { DomainError, refuseUnless } from '#domain';
import { settle, type CompanyBounds, type KeepConflict, type NumberedPair, type Settled } from '#matching';
import type { UnitOfWork } from '../ports/index.js';
import type { Considered } from './considered.js';

export interface PairOfIds {
  smallJobId: string;
  citizenId: string;
}

/** What the one who plans has decided beforehand. */
export interface PreviewWishes {
  keep: PairOfIds[];
  never: PairOfIds[];
  /** At most so many citizens of this plan at one company; null: as many as there are seats. */
  mostPerCompany: number | null;
}

type KeepRefusal = KeepConflict | 'small-job-not-open' | 'citizen-busy' | 'company-full';

const words: Record<KeepRefusal, string> = {
  'does-not-fit': 'Småjobbet passer ikke til borgeren.',
  'also-never': 'Parret står også blandt dem, der ikke må blive til noget.',
  'citizen-kept-twice': 'Borgeren er allerede holdt fast i et andet småjob.',
  'no-seat-left': 'Der er ikke flere ledige pladser i småjobbet.',
  'small-job-not-open': 'Småjobbet har ingen ledig plads lige nu.',
  'citizen-busy': 'Borgeren har allerede et spørgsmål, et tilbud eller en aftale i gang.',
  'company-full': 'Firmaet ville få flere end det antal, du har sat.',
};

interface RefusedPair extends PairOfIds {
  reason: KeepRefusal;
}

export interface Decided extends Settled {
  /** What is to be kept and cannot be. Each tells something of a citizen. */
  refused: RefusedPair[];
  mostPerCompany: number | null;
  /** What is left of it for the rest; undefined without a bound for companies. */
  bounds: CompanyBounds | undefined;
}

/** Takes what is decided out of the problem. @throws small-job.not-found, citizen.not-found */
export async function decided(
  unit: UnitOfWork,
  { smallJobs, citizens, problem }: Considered,
  { keep, never, mostPerCompany }: PreviewWishes,
): Promise<Decided> {
  await refuseUnknown(unit, [...keep, ...never]);
  const jobs = new Map(smallJobs.map(({ id }, number) => [id, number]));
  const people = new Map(citizens.map(({ id }, number) => [id, number]));
  const refused: RefusedPair[] = [];
  const numbered = (pair: PairOfIds): NumberedPair | KeepRefusal => {
    const job = jobs.get(pair.smallJobId);
    const citizen = people.get(pair.citizenId);
    if (job === undefined) return 'small-job-not-open';
    return citizen === undefined ? 'citizen-busy' : { job, citizen };
  };
  const wanted = keep.flatMap((pair) => {
    const known = numbered(pair);
    if (typeof known !== 'string') return [known];
    refused.push({ ...pair, reason: known });
    return [];
  });
  const unwanted = never.map(numbered).filter((pair) => typeof pair !== 'string');
  const settled = settle(problem, { keep: wanted, never: unwanted });
  const ids = ({ job, citizen }: NumberedPair): PairOfIds => ({
    smallJobId: smallJobs[job]!.id,
    citizenId: citizens[citizen]!.id,
  });
  for (const { conflict, ...pair } of settled.conflicts) refused.push({ ...ids(pair), reason: conflict });
  const bounds = mostPerCompany === null ? undefined : boundsOf(smallJobs, mostPerCompany);
  for (const pair of bounds ? settled.kept : []) {
    const company = bounds!.company[pair.job]!;
    bounds!.most[company]! -= 1;
    if (bounds!.most[company]! < 0) refused.push({ ...ids(pair), reason: 'company-full' });
  }
  return { ...settled, refused, mostPerCompany, bounds };
}

/** @throws assignment.keep-not-possible with each pair and why */
export function refuseImpossible({ refused }: Decided): void {
  const pairs = refused.map((pair) => ({ ...pair, text: words[pair.reason] }));
  refuseUnless(pairs.length === 0, 'assignment.keep-not-possible', { pairs });
}

function boundsOf(smallJobs: Considered['smallJobs'], mostPerCompany: number): CompanyBounds {
  const companies = [...new Set(smallJobs.map(({ companyId }) => companyId))];
  const numberOf = new Map(companies.map((id, number) => [id, number]));
  return {
    company: Int32Array.from(smallJobs, ({ companyId }) => numberOf.get(companyId)!),
    most: new Int32Array(companies.length).fill(mostPerCompany),
  };
}

/** What belongs to another municipality is not found either. */
async function refuseUnknown(unit: UnitOfWork, pairs: readonly PairOfIds[]): Promise<void> {
  const smallJobIds = [...new Set(pairs.map(({ smallJobId }) => smallJobId))];
  const citizenIds = [...new Set(pairs.map(({ citizenId }) => citizenId))];
  const smallJobs = await unit.smallJobs.count({ id: { in: smallJobIds } });
  if (smallJobs < smallJobIds.length) throw new DomainError('small-job.not-found');
  const citizens = await unit.citizens.count({ id: { in: citizenIds } });
  if (citizens < citizenIds.length) throw new DomainError('citizen.not-found');
}
