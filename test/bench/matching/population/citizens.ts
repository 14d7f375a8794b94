import { Temporal, travelModes, type JobGoal, type LocalDate, type TriedJob } from '#domain';
import type { CandidateCitizen, MatchingDay } from '#matching';
import { distributions } from './distributions.js';
import { somewhereIn, type Municipality } from './municipalities.js';
import type { Random } from './random.js';
import { drawnAgreedSlots, drawnWindows } from './weeks.js';

/** What is around the citizens of one municipality. */
export interface Surroundings {
  municipality: Municipality;
  companyIds: readonly string[];
  brokerIds: readonly string[];
  day: MatchingDay;
}

const DAY_IN_MILLISECONDS = 86_400_000;
const shares = distributions.citizen;

/** The day so many days after; a day before with a negative number. */
export const dayAfter = (day: MatchingDay, days: number): LocalDate =>
  new Date(Date.parse(day.today) + days * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);

/** The n-th citizen of a municipality: without a name, an age or anything else the engine must not know. */
export function drawnCitizen(n: number, around: Surroundings, random: Random): CandidateCitizen {
  const wish = random.weighted(shares.wishHours);
  const companies = (share: number): string[] =>
    random.chance(share) ? random.several(random.whole(1, 2), around.companyIds) : [];
  return {
    id: random.uuid(),
    position: somewhereIn(around.municipality, distributions.places.ruralCitizens, random),
    jobGoals: drawnGoals(random),
    dream: drawnDream(random),
    hours: {
      min: Math.max(2, wish - random.weighted(shares.hoursFewer)),
      wish,
      max: Math.min(20, wish + random.weighted(shares.hoursMore)),
    },
    windows: drawnWindows(random),
    reach: drawnReach(random),
    limits: {
      liftKg: random.weighted(shares.liftKg),
      standing: random.weighted(shares.standing),
      noise: random.weighted(shares.noise),
      peopleContact: random.weighted(shares.peopleContact),
      other: random.some(shares.conditions),
    },
    danishLevel: random.weighted(shares.danishLevel),
    certificates: random.some(shares.certificates),
    ruledOutCompanyIds: companies(shares.ruledOutCompanies),
    placementUsedCompanyIds: companies(shares.placementsUsed),
    triedJobs: random.chance(shares.tried) ? drawnTriedJobs(random) : [],
    needs: random.some(shares.needs),
    saidYes: random.chance(shares.saidYes),
    availableFrom: dayAfter(
      around.day,
      random.chance(shares.availableLater)
        ? random.whole(1, shares.availableWithinDays)
        : -random.whole(0, 90),
    ),
    brokerId: random.chance(shares.withoutBroker)
      ? null
      : around.brokerIds[Math.floor(n / shares.caseload) % around.brokerIds.length]!,
    waitingSince: Temporal.Instant.fromEpochMilliseconds(
      around.day.at.epochMilliseconds - drawnWait(random) * DAY_IN_MILLISECONDS - random.whole(0, 80_000_000),
    ),
    agreedSlots: random.chance(shares.agreedElsewhere) ? drawnAgreedSlots(random) : [],
  };
}

function drawnGoals(random: Random): JobGoal[] {
  const wanted = random.weighted(shares.goalCount);
  const chosen = new Set<string>();
  while (chosen.size < wanted) chosen.add(random.weighted(shares.goals));
  return [...chosen].map((category, at) => ({ category, rank: at + 1, ownWords: '' }));
}

const otherDreams = [
  'bage brød',
  'have min egen have',
  'køre på motorcykel til Spanien',
  'være noget for andre',
];

function drawnDream(random: Random): string | null {
  if (!random.chance(shares.dreams)) return null;
  if (!random.chance(shares.dreamsOfACategory)) return random.one(otherDreams);
  return `jeg vil gerne arbejde med ${random.weighted(shares.goals)}`;
}

function drawnReach(random: Random): CandidateCitizen['reach'] {
  const reach: CandidateCitizen['reach'] = {};
  for (const mode of travelModes) {
    const [share, minutes] = shares.reach[mode];
    if (random.chance(share)) reach[mode] = random.one(minutes);
  }
  return reach;
}

const drawnTriedJobs = (random: Random): TriedJob[] =>
  Array.from({ length: random.weighted(shares.triedCount) }, () => ({
    smallJobId: random.uuid(),
    category: random.weighted(distributions.smallJob.categories),
    weeklyMinutes: random.whole(10, 30) * 30,
    noise: random.weighted(distributions.smallJob.noise),
    peopleContact: random.weighted(distributions.smallJob.peopleContact),
    wentWell: random.chance(shares.triedWentWell),
  }));

/** Days: many have begun lately, some have waited for years. */
const drawnWait = (random: Random): number =>
  Math.min(shares.waitingDaysAtMost, Math.floor(-Math.log(1 - random.unit()) * shares.waitingDaysOnAverage));
