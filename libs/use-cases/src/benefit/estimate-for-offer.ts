import {
  DomainError,
  estimateBenefit,
  hoursPerMonth,
  localDateOf,
  weeklyMinutes,
  type Actor,
  type Citizen,
  type CitizenBenefit,
  type Estimate,
  type EstimateInput,
  type LocalDate,
  type SmallJob,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/** A guide to what one citizen keeps of one small job, or why there is none. */
export type OfferEstimate =
  | {
      kind: 'estimate';
      estimate: Estimate;
      /** Whole hundreds of kroner, rounded down: a promise of too much is worse than one of too little. */
      aboutOre: number;
      /** The day whose rates were used: the first day, or today while that year's rates are not loaded. */
      on: LocalDate;
      hoursPerMonth: number;
      /** Who at the benefit office has checked the figures, and when. */
      confirmed: { by: string; at: LocalDate | null } | null;
    }
  | { kind: 'none'; why: 'no-figures' | 'no-rates' | 'municipality-unknown' };

/** For the consultant, who may say it on the phone before an offer is made. */
export class EstimateForOffer {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    { citizenId, smallJobId }: { citizenId: string; smallJobId: string },
    actor: Actor,
  ): Promise<OfferEstimate> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
      await logShown(unit, actor, [citizenId], 'citizen.benefit-estimate');
      return estimateForOffer(unit, citizen, smallJob);
    });
  }
}

/** Used by the page of the offer as well, in its transaction. */
export async function estimateForOffer(
  unit: UnitOfWork,
  citizen: Pick<Citizen, 'benefit'>,
  smallJob: Pick<SmallJob, 'weeklyShifts' | 'hourlyWageOre' | 'startDate'>,
): Promise<OfferEstimate> {
  const { benefit } = citizen;
  if (!benefit) return { kind: 'none', why: 'no-figures' };
  const hours = hoursPerMonth(weeklyMinutes(smallJob.weeklyShifts) / 60);
  const { code: municipality } = await unit.municipality();
  const input = {
    ...moneyOf(benefit),
    municipality,
    hourlyWageOre: smallJob.hourlyWageOre,
    hoursPerMonth: hours,
  };
  const today = localDateOf(await unit.now());
  for (const on of new Set([smallJob.startDate, today])) {
    const estimate = await estimateOn(unit, on, input);
    if (estimate === 'no-rates') continue;
    if (estimate === 'municipality-unknown') return { kind: 'none', why: estimate };
    const aboutOre = Math.floor(estimate.gainOre / HUNDRED_KRONER) * HUNDRED_KRONER;
    const confirmed = benefit.confirmedBy
      ? { by: benefit.confirmedBy, at: benefit.confirmedAt ?? null }
      : null;
    return { kind: 'estimate', estimate, aboutOre, on, hoursPerMonth: hours, confirmed };
  }
  return { kind: 'none', why: 'no-rates' };
}

const HUNDRED_KRONER = 10_000;

const moneyOf = ({ rate, benefitBeforeOre, churchMember, freeCardLeftOre }: CitizenBenefit) => ({
  rate,
  benefitBeforeOre,
  ...(churchMember !== undefined && { churchMember }),
  ...(freeCardLeftOre !== undefined && { freeCardLeftOre }),
});

async function estimateOn(
  unit: UnitOfWork,
  on: LocalDate,
  input: EstimateInput,
): Promise<Estimate | 'no-rates' | 'municipality-unknown'> {
  try {
    return estimateBenefit(input, await unit.rates(on));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'benefit.no-rates') return 'no-rates';
    if (error instanceof DomainError && error.code === 'benefit.municipality-unknown')
      return 'municipality-unknown';
    throw error;
  }
}
