import type { Position } from '#domain';
import type { CandidateSmallJob, MatchingDay } from '#matching';
import { dayAfter } from './citizens.js';
import { distributions } from './distributions.js';
import { somewhereIn, type Municipality } from './municipalities.js';
import type { Random } from './random.js';
import { drawnShifts, paidHours } from './weeks.js';

/** A company with one workplace and some small jobs there. */
export interface Company {
  id: string;
  position: Position;
  jobs: number;
  ruledOutCitizenIds: string[];
}

const shares = distributions.smallJob;

/** Companies with exactly so many jobs together. */
export function drawnCompanies(municipality: Municipality, jobs: number, random: Random): Company[] {
  const companies: Company[] = [];
  for (let left = jobs; left > 0; left -= companies.at(-1)!.jobs) {
    companies.push({
      id: random.uuid(),
      position: somewhereIn(municipality, distributions.places.ruralJobs, random),
      jobs: Math.min(left, random.weighted(shares.jobsPerCompany)),
      ruledOutCitizenIds: [],
    });
  }
  return companies;
}

export function drawnSmallJob(
  company: Company,
  brokerIds: readonly string[],
  day: MatchingDay,
  random: Random,
): CandidateSmallJob {
  const weeklyShifts = drawnShifts(random);
  const startDate = dayAfter(
    day,
    random.chance(shares.startsLater) ? random.whole(1, shares.startsWithinDays) : -random.whole(0, 30),
  );
  return {
    id: random.uuid(),
    companyId: company.id,
    category: random.weighted(shares.categories),
    workplace: { position: company.position },
    weeklyShifts,
    startDate,
    endDate: random.chance(shares.hasAnEnd) ? dayAfter(day, random.whole(60, 200)) : null,
    startFlexibilityMinutes: random.weighted(shares.flexibleMinutes),
    demands: {
      liftKg: random.weighted(shares.liftKg),
      standing: random.weighted(shares.standing),
      noise: random.weighted(shares.noise),
      peopleContact: random.weighted(shares.peopleContact),
      other: random.some(shares.conditions),
    },
    danishLevel: random.weighted(shares.danishLevel),
    certificates: random.some(shares.certificates),
    accommodationsOffered: random.some(shares.accommodationsOffered),
    roomToGrowHours: random.chance(shares.growthAlready)
      ? Math.min(20, paidHours(weeklyShifts) + random.weighted(shares.growthHours))
      : null,
    ruledOutCitizenIds: company.ruledOutCitizenIds,
    fixedContactId: random.chance(shares.fixedContactSet) ? random.one(brokerIds) : null,
    unpaidPlacement: random.chance(shares.unpaidPlacementFirst),
  };
}
