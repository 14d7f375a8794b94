import type { DanishLevel, Degree } from '#domain';
import type { CandidateSmallJob } from '../candidates.js';
import { decimal } from '../danish/amounts.js';
import { degreeLabel, type DegreeDemand } from '../danish/degrees.js';
import { certificateName, conditionName, danishIsEnough } from '../danish/names.js';
import type { Limits } from './limits.js';
import { below, type Proposal } from './proposal.js';

/** Down to what some citizen can lift. */
export const lessLifting = (job: CandidateSmallJob, limits: Limits): Proposal[] =>
  below(limits.liftKg, job.demands.liftKg).map((liftKg) => ({
    change: { demands: { liftKg } },
    text: liftKg === 0 ? 'ingen løft' : `løft højst ${decimal(liftKg)} kg`,
  }));

export const lowerDegrees = (job: CandidateSmallJob, demand: DegreeDemand): Proposal[] =>
  (below([0, 1], job.demands[demand]) as Degree[]).map((degree) => ({
    change: { demands: { [demand]: degree } },
    text: degreeLabel(demand, degree),
  }));

export const lowerDanish = (job: CandidateSmallJob): Proposal[] =>
  (below([0, 1, 2, 3, 4], job.danishLevel) as DanishLevel[]).map((danishLevel) => ({
    change: { danishLevel },
    text: danishIsEnough(danishLevel),
  }));

/** One condition gone; then all of them. */
export function fewerConditions({ demands: { other } }: CandidateSmallJob): Proposal[][] {
  const without = [...new Set(other)].map((gone) => ({
    change: { demands: { other: other.filter((condition) => condition !== gone) } },
    text: `uden ${conditionName(gone)}`,
  }));
  const none = { change: { demands: { other: [] } }, text: 'uden særlige forhold' };
  return without.length > 1 ? [without, [none]] : without.length === 1 ? [without] : [];
}

/** One certificate not demanded; then none. */
export function fewerCertificates({ certificates }: CandidateSmallJob): Proposal[][] {
  const without = [...new Set(certificates)].map((gone) => ({
    change: { certificates: certificates.filter((needed) => needed !== gone) },
    text: `uden krav om ${certificateName(gone)}`,
  }));
  const none = { change: { certificates: [] }, text: 'uden krav om beviser' };
  return without.length > 1 ? [without, [none]] : without.length === 1 ? [without] : [];
}
