import { Temporal } from '#domain';
import { matchingDay, type CandidateCitizen, type CandidateSmallJob, type MatchingDay } from '#matching';
import { drawnCitizen } from './citizens.js';
import { distributions } from './distributions.js';
import { municipalitiesOfDenmark, sharedOut, type Municipality } from './municipalities.js';
import { Random } from './random.js';
import { drawnCompanies, drawnSmallJob } from './small-jobs.js';

export interface PopulationPlan {
  citizens: number;
  smallJobs: number;
  /** One municipality with a large town, or all 98 by their size. */
  of: 'municipality' | 'country';
  seed?: number;
}

export interface Population {
  day: MatchingDay;
  citizens: CandidateCitizen[];
  smallJobs: CandidateSmallJob[];
  /** The municipality of each citizen and each small job, by their place in the lists above. */
  homes: { citizens: Int32Array; smallJobs: Int32Array };
}

export const municipalityPlan: PopulationPlan = { citizens: 7_000, smallJobs: 800, of: 'municipality' };
export const countryPlan: PopulationPlan = { citizens: 100_000, smallJobs: 20_000, of: 'country' };

/** A municipality with one large town and the country around it. */
const ONE = 3;

/** The same people and jobs for the same plan on every machine, in the order of no town and no name. */
export function drawnPopulation({ citizens, smallJobs, of, seed = 4 }: PopulationPlan): Population {
  const random = new Random(seed);
  const day = matchingDay(Temporal.Instant.from('2026-11-23T08:00:00Z'));
  const all = municipalitiesOfDenmark();
  const municipalities = of === 'country' ? all : [all[ONE]!];
  const weights = municipalities.map(({ people }) => people);
  const citizensEach = sharedOut(citizens, weights);
  const jobsEach = sharedOut(smallJobs, weights);
  const drawn = municipalities.map((municipality, at) => {
    const own = drawnMunicipality(municipality, citizensEach[at]!, jobsEach[at]!, day, random);
    return { ...own, at };
  });
  const people = shuffled(
    drawn.flatMap(({ at, ...own }) => own.citizens.map((one) => ({ one, at }))),
    random,
  );
  const jobs = shuffled(
    drawn.flatMap(({ at, ...own }) => own.smallJobs.map((one) => ({ one, at }))),
    random,
  );
  return {
    day,
    citizens: people.map(({ one }) => one),
    smallJobs: jobs.map(({ one }) => one),
    homes: {
      citizens: Int32Array.from(people, ({ at }) => at),
      smallJobs: Int32Array.from(jobs, ({ at }) => at),
    },
  };
}

function drawnMunicipality(
  municipality: Municipality,
  citizenCount: number,
  jobCount: number,
  day: MatchingDay,
  random: Random,
): Pick<Population, 'citizens' | 'smallJobs'> {
  const companies = drawnCompanies(municipality, jobCount, random);
  const companyIds = companies.length > 0 ? companies.map(({ id }) => id) : [random.uuid()];
  const caseload = distributions.citizen.caseload;
  const brokerIds = Array.from({ length: Math.max(1, Math.ceil(citizenCount / caseload)) }, () =>
    random.uuid(),
  );
  const around = { municipality, companyIds, brokerIds, day };
  const citizens = Array.from({ length: citizenCount }, (_, n) => drawnCitizen(n, around, random));
  for (const company of companies) {
    if (citizens.length > 0 && random.chance(distributions.smallJob.ruledOutCitizens))
      company.ruledOutCitizenIds = random.several(random.whole(1, 3), citizens).map(({ id }) => id);
  }
  const smallJobs = companies.flatMap((company) =>
    Array.from({ length: company.jobs }, () => drawnSmallJob(company, brokerIds, day, random)),
  );
  return { citizens, smallJobs };
}

/** In place (Fisher and Yates). */
function shuffled<T>(list: T[], random: Random): T[] {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.whole(0, at);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}
