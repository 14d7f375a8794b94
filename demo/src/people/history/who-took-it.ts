import type { Citizen, Company, ContactAssignment, SmallJob } from '#domain';
import { matchingDay, rankCitizens, type RankedCitizen } from '#matching';
import type { DemoDay } from '../demo-day.js';
import type { JobTaken } from './jobs-taken.js';

export interface Taken extends Omit<JobTaken, 'citizen'> {
  number: number;
  job: SmallJob;
  citizen: Citizen;
  fit: RankedCitizen;
  ruleVersion: string;
}

interface People {
  citizens: readonly Citizen[];
  companies: readonly Company[];
  contacts: readonly ContactAssignment[];
}

/**
 * Whoever the engine puts first, so that the history is one that the product itself could have made. Two jobs
 * never go to the same person, and those with a name in the manual are left for the manual.
 */
export function whoTookIt(
  jobsTaken: readonly JobTaken[],
  smallJobs: readonly SmallJob[],
  { citizens, companies, contacts }: People,
  left: ReadonlySet<string>,
  day: DemoDay,
): Taken[] {
  const byId = new Map(citizens.map((citizen) => [citizen.id, citizen]));
  const busy = new Set(left);
  const candidates = citizens.map((citizen) => ({ ...citizen, agreedSlots: [] }));
  return jobsTaken.map((taken, at) => {
    const job = smallJobs.find(({ title }) => title === taken.title)!;
    const fixedContactId = contacts.find(({ smallJobId }) => smallJobId === job.id)?.staffId ?? null;
    const { ruledOutCitizenIds } = companies.find(({ id }) => id === job.companyId)!;
    const ranking = rankCitizens({ ...job, ruledOutCitizenIds, fixedContactId }, candidates, {
      day: matchingDay(day.now),
    });
    const named = taken.citizen === undefined ? undefined : citizens[taken.citizen - 1]!.id;
    const couldBegin = ({ citizenId }: RankedCitizen): boolean => {
      const { availableFrom, brokerId } = byId.get(citizenId)!;
      return !busy.has(citizenId) && brokerId !== null && availableFrom <= job.startDate;
    };
    const fit = ranking.ranked.find((place) => (named ? place.citizenId === named : couldBegin(place)));
    if (!fit) throw new Error(`Nobody in the demo fits "${taken.title}"`);
    busy.add(fit.citizenId);
    const citizen = byId.get(fit.citizenId)!;
    return { ...taken, number: at + 1, job, citizen, fit, ruleVersion: ranking.ruleVersion };
  });
}
