import {
  accommodationInWords,
  certificateInWords,
  conditionInWords,
  danishLevelNames,
  dayInWords,
  findCategory,
  localDateOf,
  moneyInWords,
  oneLine,
  phoneInPairs,
  timeInWords,
  travelModes,
  weekdayName,
  type Language,
} from '#domain';
import type { MyData } from '#use-cases';
import { citizenMyDataWords } from '../../words/citizen-my-data.js';
import { capital } from '../../words/index.js';

export interface StoredSection {
  id: string;
  heading: string;
  rows: { label: string; values: string[] }[];
}

/** Every field that is stored, in plain words. A field without anything in it says so. */
export function storedAbout(data: MyData, language: Language): StoredSection[] {
  const w = citizenMyDataWords[language];
  const filled = (rows: [string, string[]][]) =>
    rows.map(([label, values]) => ({ label, values: values.length === 0 ? [w.none] : values }));
  return [
    { id: 'dig', heading: w.aboutYou, rows: filled(personal(data, language)) },
    { id: 'oensker', heading: w.wishes, rows: filled(wished(data, language)) },
    { id: 'kan', heading: w.canDo, rows: filled(able(data, language)) },
    { id: 'job', heading: w.jobs, rows: filled(work(data, language)) },
    { id: 'noter', heading: w.notesOfTalks, rows: notes(data, language) },
  ].filter(({ rows }) => rows.length > 0);
}

const some = (text: string | null): string[] => (text === null || text === '' ? [] : [text]);

function personal({ citizen, hasCpr, broker }: MyData, language: Language): [string, string[]][] {
  const w = citizenMyDataWords[language];
  const yesNo = (truth: boolean) => [truth ? w.yes : w.no];
  const { phoneVerifiedAt, address, phone } = citizen;
  return [
    [w.name, [citizen.name]],
    [w.phone, phone ? [phoneInPairs(phone)] : []],
    [w.phoneVerified, phoneVerifiedAt ? [dayInWords(localDateOf(phoneVerifiedAt), language)] : [w.no]],
    [w.sharedPhone, yesNo(citizen.sharedPhone)],
    [w.email, some(citizen.email)],
    [w.address, address ? [oneLine(address)] : []],
    [w.protectedAddress, yesNo(citizen.protectedAddress)],
    [w.position, [`${citizen.position.lat.toFixed(3)}, ${citizen.position.lon.toFixed(3)}`]],
    [w.cpr, hasCpr ? [w.cprKept] : []],
    [w.channel, [w.channels[citizen.preferredChannel]]],
    [w.broker, some(broker)],
    [w.waiting, [dayInWords(localDateOf(citizen.waitingSince), language)]],
  ];
}

function wished({ citizen, ruledOutCompanies }: MyData, language: Language): [string, string[]][] {
  const w = citizenMyDataWords[language];
  const goals = [...citizen.jobGoals].sort((a, b) => a.rank - b.rank);
  const { hours } = citizen;
  const { benefit } = citizen;
  return [
    [w.goals, goals.map(({ category }) => findCategory(category)?.name ?? category)],
    [w.ownWords, goals.map(({ ownWords }) => ownWords).filter(Boolean)],
    [w.dream, some(citizen.dream)],
    [w.weeklyHours, [w.hours(String(hours.min), String(hours.max), String(hours.wish))]],
    [
      w.windows,
      citizen.windows.map(
        ({ weekday, from, to }) =>
          `${weekdayName(weekday, language)} ${timeInWords(from)}-${timeInWords(to)}`,
      ),
    ],
    [w.availableFrom, [dayInWords(citizen.availableFrom, language)]],
    [w.saidYes, [citizen.saidYes ? w.yes : w.no]],
    [w.ruledOut, ruledOutCompanies],
    [w.money, benefit ? [w.moneyKept(moneyInWords(benefit.benefitBeforeOre, language))] : []],
  ];
}

function able({ citizen }: MyData, language: Language): [string, string[]][] {
  const w = citizenMyDataWords[language];
  const { limits, reach } = citizen;
  const travel = travelModes.flatMap((mode) => {
    const minutes = reach[mode];
    return minutes === undefined ? [] : [w.upTo(String(minutes), w.travelBy[mode])];
  });
  return [
    [w.lift, [w.kilos(String(limits.liftKg))]],
    [w.standing, [w.degrees[limits.standing]]],
    [w.noise, [w.degrees[limits.noise]]],
    [w.people, [w.degrees[limits.peopleContact]]],
    [w.otherLimits, limits.other.map((slug) => conditionInWords(slug, language))],
    [w.needs, citizen.needs.map((slug) => accommodationInWords(slug, language))],
    [w.danish, [danishLevelNames[citizen.danishLevel][language]]],
    [w.certificates, citizen.certificates.map((slug) => certificateInWords(slug, language))],
    [w.travel, travel],
  ];
}

function work(data: MyData, language: Language): [string, string[]][] {
  const w = citizenMyDataWords[language];
  const { offers, agreements, shifts, messages, tasks, citizen } = data;
  const counted = (rows: readonly unknown[]) => (rows.length === 0 ? [] : [w.counted(String(rows.length))]);
  const titles = new Map(offers.map(({ smallJob }) => [smallJob.id, smallJob.title]));
  return [
    [w.offers, offers.map(({ smallJob, company }) => `${smallJob.title}, ${company.name}`)],
    [
      w.agreements,
      agreements.map(({ smallJobId, startDate }) =>
        [titles.get(smallJobId), w.agreementFrom(dayInWords(startDate, language))].filter(Boolean).join(' '),
      ),
    ],
    [w.shifts, counted(shifts)],
    [w.tried, citizen.triedJobs.length === 0 ? [] : [w.triedCount(String(citizen.triedJobs.length))]],
    [
      w.placements,
      citizen.placementUsedCompanyIds.length === 0
        ? []
        : [w.placementsCount(String(citizen.placementUsedCompanyIds.length))],
    ],
    [w.messages, counted(messages)],
    [w.tasks, counted(tasks)],
  ];
}

/** Word by word, with who wrote it: nothing about somebody is kept from her or him. */
const notes = (data: MyData, language: Language): StoredSection['rows'] =>
  data.notes.map(({ at, by, purpose, agreed }) => ({
    label: `${capital(dayInWords(localDateOf(at), language))} (${by})`,
    values: [purpose, agreed],
  }));
