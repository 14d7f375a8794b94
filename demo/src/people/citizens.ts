import { addDays, type Citizen, type Company, type DanishLevel, type JobGoal } from '#domain';
import { someCertificates, someHours, someLimits, someNeeds, someReach, someWindows } from './abilities.js';
import { someBenefit } from './benefits.js';
import { hoursAgo, type DemoDay } from './demo-day.js';
import { demoId } from './demo-ids.js';
import { Dice } from './dice.js';
import { differentNames } from './names.js';
import type { TownKey } from './phones.js';
import { someHome, type Area } from './places.js';
import { someContact } from './reachable.js';
import { municipalityId } from './town.js';
import { dreams, wishes, wishesInEnglish } from './wishes.js';

export interface Population {
  town: TownKey;
  count: number;
  areas: readonly Area[];
  companies: readonly Company[];
  /** One staff id for each citizen, or nobody yet. */
  brokers: readonly (string | null)[];
}

/** Everybody has dice of their own, by number. */
export function citizensOf(population: Population, day: DemoDay): Citizen[] {
  const names = differentNames(population.town, population.count);
  return names.map((name, at) => citizen(population, at + 1, name, day));
}

function citizen(
  { town, areas, companies, brokers }: Population,
  number: number,
  name: string,
  day: DemoDay,
): Citizen {
  const dice = new Dice(`${town} citizen ${number}`);
  const danishLevel = dice.weighted<DanishLevel>([
    [5, 46],
    [4, 20],
    [3, 15],
    [2, 11],
    [1, 6],
    [0, 2],
  ]);
  const language = danishLevel <= 2 && dice.falls(35) ? 'en' : 'da';
  const jobGoals = someGoals(dice, language);
  const reach = someReach(dice);
  const { address, position } = someHome(dice, areas);
  const oneCompany = (percent: number): string[] => (dice.falls(percent) ? [dice.pick(companies).id] : []);
  return {
    id: demoId(`${town} citizen`, number),
    municipalityId: municipalityId(town),
    name,
    ...someContact(dice, town, number, name, day),
    language,
    address,
    protectedAddress: dice.falls(2),
    position,
    jobGoals,
    dream: dice.falls(35) ? dice.pick(dreams) : null,
    hours: someHours(dice),
    windows: someWindows(dice),
    reach,
    limits: someLimits(
      dice,
      jobGoals.map(({ category }) => category),
    ),
    danishLevel,
    certificates: someCertificates(dice, reach.car !== undefined),
    ruledOutCompanyIds: oneCompany(7),
    placementUsedCompanyIds: oneCompany(12),
    triedJobs: [],
    needs: someNeeds(dice),
    saidYes: !dice.falls(15),
    availableFrom: addDays(day.today, dice.falls(85) ? -dice.whole(1, 200) : dice.whole(5, 60)),
    brokerId: brokers[number - 1] ?? null,
    contactLevel: dice.weighted([
      ['normal', 62],
      ['low', 20],
      ['close', 18],
    ] as const),
    cprSealed: null,
    mondayReminder: dice.falls(25) ? 'friday' : 'sunday',
    waitingSince: hoursAgo(day, 24 * dice.whole(30, 1500)),
    benefit: someBenefit(dice),
  };
}

/** How many dream of each kind of work; small companies with unskilled tasks are where it happens (R63). */
const popular = [
  ['lager', 14],
  ['rengoering', 13],
  ['koekken', 13],
  ['butik', 11],
  ['gartner', 9],
  ['service', 8],
  ['vicevaert', 7],
  ['oprydning', 6],
  ['post', 6],
  ['afrydning', 6],
  ['produktion', 5],
  ['kontor', 5],
  ['transport', 4],
  ['skurvogne', 3],
] as const;

function someGoals(dice: Dice, language: 'da' | 'en'): JobGoal[] {
  const count = dice.weighted([
    [1, 35],
    [2, 40],
    [3, 25],
  ] as const);
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(dice.weighted(popular));
  return [...chosen].map((category, at) => ({
    category,
    rank: at + 1,
    ownWords: dice.pick(language === 'en' ? wishesInEnglish : wishes[category]!),
  }));
}
