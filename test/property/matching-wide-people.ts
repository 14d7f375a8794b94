import { Temporal, travelModes, type Position, type TimeWindow, type Weekday } from '#domain';
import {
  partIds,
  standardRules,
  type CandidateCitizen,
  type CandidateSmallJob,
  type MatchingDay,
  type MatchingOptions,
  type MatchingRules,
} from '#matching';
import fc from 'fast-check';
import { aCandidateCitizen } from '../builders/citizen.js';
import { aCandidateSmallJob } from '../builders/small-job.js';
import { day as usualDay, degree, level } from './matching-people.js';

/**
 * People, small jobs and rules that no municipality has, but that the types allow: every engine must answer as the
 * plain meaning does. Few values each, so that limits and demands meet often.
 */
export interface Crowd {
  citizens: CandidateCitizen[];
  jobs: CandidateSmallJob[];
  options: MatchingOptions;
}

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7, 7, 1);
const twoDigits = (value: number): string => String(value).padStart(2, '0');
export const clockTime = (minutes: number): string =>
  minutes === 1440 ? '24:00' : `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`;

const uuid = fc.uuid();
/** Mostly as the rows have them; also what only looks like a UUID, and other texts. */
const id = fc.oneof(
  { arbitrary: uuid, weight: 8 },
  { arbitrary: uuid.map((text) => text.toUpperCase()), weight: 1 },
  { arbitrary: uuid.map((text) => `${text}0`), weight: 1 },
  { arbitrary: uuid.map((text) => text.replaceAll('-', '0')), weight: 1 },
  { arbitrary: fc.nat({ max: 999 }).map((n) => `citizen-${n}`), weight: 1 },
  { arbitrary: fc.constantFrom('', 'é', 'ÆØÅ', '00000000-0000-0000-0000-000000000000'), weight: 1 },
);

const near: fc.Arbitrary<Position> = fc.record({
  lat: fc.constantFrom(55.7, 55.7, 55.701, 55.71, 55.75, 55.9),
  lon: fc.constantFrom(9.5, 9.5, 9.5003, 9.52, 9.55, 9.8),
});
const odd: fc.Arbitrary<Position> = fc.oneof(
  fc.record({ lat: fc.constantFrom(90, -90, 89.999, -89.9999), lon: fc.constantFrom(0, 9.5, 180, -180) }),
  fc.record({ lat: fc.constantFrom(55.7, 0), lon: fc.constantFrom(180, -180, 179.999, -179.999) }),
  fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
);
export const position = fc.oneof({ arbitrary: near, weight: 9 }, { arbitrary: odd, weight: 1 });

/** On the hour, the quarter, or any minute. */
const minuteOfDay = fc.oneof(
  fc.integer({ min: 0, max: 24 }).map((hour) => hour * 60),
  fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15),
  fc.integer({ min: 0, max: 1440 }),
);
const start = minuteOfDay.map((minutes) => clockTime(minutes === 1440 ? 0 : minutes));
const end = minuteOfDay.map((minutes) => clockTime(minutes === 0 ? 1440 : minutes));

const timeWindow: fc.Arbitrary<TimeWindow> = fc.record({ weekday, from: start, to: end });
const everyDay = (from: string, to: string): TimeWindow[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((each) => ({ weekday: each, from, to }));
const windows = fc.oneof(
  fc.array(timeWindow, { maxLength: 12 }),
  fc.constantFrom(everyDay('00:00', '24:00'), everyDay('06:00', '18:00'), everyDay('20:00', '06:15'), []),
);
const wideOpen = fc.constantFrom(everyDay('00:00', '24:00'), everyDay('00:00', '00:00'));
const slot = fc.record({ weekday, start, end });

const category = fc.constantFrom(
  'lager',
  'post',
  'koekken',
  'gartner',
  'oprydning',
  'ukendt',
  'Lager',
  'to ord',
);
const dream = fc.constantFrom(
  null,
  '',
  'en dag på lager',
  'Post og pakker',
  'drive en have som gartner',
  'at rejse til månen',
  'KØKKEN og lager',
);
const rank = fc.constantFrom(1, 2, 3, 3, 0, -1, 4, 5, 6, 99, 1_000_000_000);
const hoursNumber = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((quarters) => quarters / 4),
  fc.constantFrom(0, 0.1, 1 / 3, 7.4, 12.01, 37, 100),
);
/** With duplicates and in any order. */
const bag = (...values: string[]): fc.Arbitrary<string[]> =>
  fc.oneof(fc.constant<string[]>([]), fc.array(fc.constantFrom(...values), { maxLength: 4 }));
const certificates = bag('truck', 'welding', 'ukendt-bevis');
const conditions = bag('stairs', 'cold', 'noget-nyt');
const needs = bag('fixed-buddy', 'calm-start', 'ukendt-hensyn');
const companyId = fc.constantFrom('company-1', 'company-2', '0193d000-0000-7000-9000-000000000001');
const companyIds = fc.oneof(
  { arbitrary: fc.constant([] as string[]), weight: 3 },
  { arbitrary: fc.array(companyId, { maxLength: 3 }), weight: 1 },
);
const staff = fc.constantFrom(null, 'mette', 'lars', '');
const kilos = fc.constantFrom(0, 0.5, 2.5, 5, 7.25, 10, 10.1, 20, 50);

const minutesOfWay = fc.constantFrom(0, 1, 10, 13, 30, 45, 61, 240, 7.5, 100_000);
const reach: fc.Arbitrary<CandidateCitizen['reach']> = fc.record(
  Object.fromEntries(travelModes.map((mode) => [mode, minutesOfWay])) as Record<
    (typeof travelModes)[number],
    typeof minutesOfWay
  >,
  { requiredKeys: [] },
);

const dateIn = (from: string, days: number): fc.Arbitrary<string> =>
  fc.integer({ min: -days, max: days }).map((n) => Temporal.PlainDate.from(from).add({ days: n }).toString());

/** Minutes of waiting with few values, so that days are often equal; some begin to wait tomorrow. */
const waited = fc.oneof(
  fc.constantFrom(0, 1440, 1439, 1441, -600, -3000, 365 * 1440, 500 * 1440),
  fc.integer({ min: -2000, max: 900 * 1440 }),
);

const citizenOn = (day: MatchingDay): fc.Arbitrary<CandidateCitizen> =>
  fc
    .record({
      id,
      position,
      jobGoals: fc.array(fc.record({ category, rank, ownWords: fc.constant('') }), { maxLength: 4 }),
      dream,
      hours: fc.record({ min: hoursNumber, max: hoursNumber, wish: hoursNumber }),
      windows,
      reach,
      limits: fc.record({
        liftKg: kilos,
        standing: degree,
        noise: degree,
        peopleContact: degree,
        other: conditions,
      }),
      danishLevel: level,
      certificates,
      ruledOutCompanyIds: companyIds,
      placementUsedCompanyIds: companyIds,
      triedJobs: fc.array(
        fc.record({
          smallJobId: fc.constant('before'),
          category,
          weeklyMinutes: fc.constantFrom(0, 300, 480, 487, 720),
          noise: degree,
          peopleContact: degree,
          wentWell: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      needs,
      saidYes: fc.boolean(),
      availableFrom: dateIn(day.today, 40),
      brokerId: staff,
      waitingSince: waited.map((minutes) => day.at.subtract({ minutes })),
      agreedSlots: fc.array(slot, { maxLength: 3 }),
    })
    .map(aCandidateCitizen);

/** Whom little stands in the way of: each of the easings for itself. */
const eased = (one: fc.Arbitrary<CandidateCitizen>): fc.Arbitrary<CandidateCitizen> =>
  fc
    .record({ one, isSpread: fc.boolean(), isBusy: fc.boolean(), open: wideOpen, isFar: fc.boolean() })
    .map(({ one: of, isSpread, isBusy, open, isFar }) => ({
      ...of,
      saidYes: true,
      hours: { min: 0, max: isSpread ? of.hours.max + 12 : 80, wish: of.hours.wish },
      availableFrom: '2026-01-01',
      limits: { liftKg: 50, standing: 2, noise: 2, peopleContact: 2, other: of.limits.other.slice(0, 1) },
      danishLevel: 5,
      certificates: ['truck', 'welding', 'ukendt-bevis', ...of.certificates],
      ruledOutCompanyIds: of.ruledOutCompanyIds.slice(0, 1),
      windows: isBusy ? of.windows : open,
      agreedSlots: isBusy ? of.agreedSlots : [],
      reach: isFar ? of.reach : { ...of.reach, car: 120, bike: 60 },
    }));

const breakMinutes = fc.constantFrom(0, 0, 30, 45, 7);
const job = (day: MatchingDay): fc.Arbitrary<WithNos> =>
  fc
    .record({
      id,
      companyId,
      category,
      position,
      weeklyShifts: fc.array(fc.record({ weekday, start, end, breakMinutes }), { maxLength: 4 }),
      startDate: dateIn(day.today, 40),
      endDate: fc.constantFrom(null, '2027-12-20'),
      startFlexibilityMinutes: fc.constantFrom(0, 0, 15, 60, 121, 480, 2000),
      demands: fc.record({
        liftKg: kilos,
        standing: degree,
        noise: degree,
        peopleContact: degree,
        other: conditions,
      }),
      danishLevel: level,
      certificates,
      accommodationsOffered: needs,
      roomToGrowHours: fc.constantFrom(null, 0, 3, 7.4, 15, 20, 12.34),
      fixedContactId: staff,
      unpaidPlacement: fc.boolean(),
      saysNoTo: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat({ max: 50 }), { maxLength: 3 })),
    })
    .map(({ position: at, saysNoTo, ...rest }) => {
      const built = aCandidateSmallJob(rest);
      return { ...built, workplace: { ...built.workplace, position: at }, saysNoTo };
    });

const day: fc.Arbitrary<MatchingDay> = fc.oneof(
  fc.constant(usualDay),
  fc.constantFrom('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '2027-03-27T23:00:00Z').map((at) => ({
    today: Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString(),
    at: Temporal.Instant.from(at),
  })),
);

const share = fc.constantFrom(0, 1, 3333, 5000, 7000, 9999, 10_000);
/** Whole numbers that sum to 10,000: the stretches between some cuts. */
const weights = fc
  .array(fc.oneof(fc.constantFrom(0, 10_000), fc.nat({ max: 10_000 })), {
    minLength: partIds.length - 1,
    maxLength: partIds.length - 1,
  })
  .map((cuts) => {
    const sorted = [0, ...cuts.sort((a, b) => a - b), 10_000];
    return Object.fromEntries(partIds.map((part, at) => [part, sorted[at + 1]! - sorted[at]!])) as Record<
      (typeof partIds)[number],
      number
    >;
  });
const ownRules: fc.Arbitrary<MatchingRules> = fc
  .record({
    weights,
    detourPercent: fc.constantFrom(100, 130, 133, 250),
    speeds: fc.record({
      walk: fc.constantFrom(4, 5, 4.5),
      bike: fc.constantFrom(12, 15),
      bus: fc.constantFrom(18, 20),
      car: fc.constantFrom(45, 60),
    }),
    wait: fc.constantFrom(0, 5, 10),
    goalByRank: fc.array(share, { minLength: 1, maxLength: 6 }),
    dream: fc.record({ dream: share, goal: share, related: share }),
    contact: fc.record({ same: share, notSet: share, changed: share }),
    tried: fc.record({
      neutral: share,
      task: share,
      noise: share,
      hours: share,
      hoursNearMinutes: fc.constantFrom(0, 7, 120),
    }),
    spreads: fc.record({
      hoursSpreadMinutes: fc.constantFrom(0, 1, 600, 611),
      slackFullMinutes: fc.constantFrom(0, 1, 239, 240, 1500),
      travelNoneAtMinutes: fc.constantFrom(0, 1, 60, 61.5),
      waitingFullDays: fc.constantFrom(0, 1, 30, 365, 4000),
      growthFullMinutes: fc.constantFrom(0, 1, 480),
    }),
  })
  .map(({ weights: own, detourPercent, speeds, wait, spreads, ...shares }) => ({
    ...standardRules,
    weights: own,
    travel: {
      ...standardRules.travel,
      detourPercent,
      modes: {
        walk: { kmPerHour: speeds.walk, waitMinutes: 0 },
        bike: { kmPerHour: speeds.bike, waitMinutes: 0 },
        bus: { kmPerHour: speeds.bus, waitMinutes: wait },
        car: { kmPerHour: speeds.car, waitMinutes: 0 },
      },
    },
    shares: { ...shares, ...spreads },
  }));
export const rules = fc.oneof(fc.constant(standardRules), ownRules);

export const someone = (on: MatchingDay = usualDay): fc.Arbitrary<CandidateCitizen> => {
  const strict = citizenOn(on);
  return fc.oneof({ arbitrary: strict, weight: 1 }, { arbitrary: eased(strict), weight: 4 });
};
export const someJob = (on: MatchingDay = usualDay): fc.Arbitrary<CandidateSmallJob> =>
  job(on).map(({ saysNoTo: _, ...rest }) => rest);

type WithNos = CandidateSmallJob & { saysNoTo: number[] };
/** What the companies have ruled out are people of the crowd, and now and then a stranger. */
const withNos = (jobs: readonly WithNos[], citizens: readonly CandidateCitizen[]): CandidateSmallJob[] =>
  jobs.map(({ saysNoTo, ...rest }) => ({
    ...rest,
    ruledOutCitizenIds: saysNoTo.map((at) => citizens[at]?.id ?? 'a stranger'),
  }));

export const crowdOf = (mostCitizens: number, mostJobs: number): fc.Arbitrary<Crowd> =>
  fc.tuple(day, rules).chain(([on, own]) =>
    fc
      .record({
        citizens: distinct(someone(on), mostCitizens),
        jobs: distinct(job(on), mostJobs),
      })
      .map(({ citizens, jobs }) => ({
        citizens,
        jobs: withNos(jobs, citizens),
        options: { day: on, rules: own },
      })),
  );

const distinct = <T extends { id: string }>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(one, { maxLength, selector: ({ id: own }) => own, size: 'max' });

/** As `crowdOf`, of one size and from one seed: for crowds of hundreds. */
export function drawnCrowd(seed: number, citizenCount: number, jobCount: number): Crowd {
  const [on] = fc.sample(day, { seed, numRuns: 1 });
  const [own] = fc.sample(rules, { seed, numRuns: 1 });
  const citizens = byId(fc.sample(someone(on), { seed, numRuns: citizenCount }));
  const jobs = byId(fc.sample(job(on!), { seed, numRuns: jobCount }));
  return { citizens, jobs: withNos(jobs, citizens), options: { day: on!, rules: own! } };
}

const byId = <T extends { id: string }>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [one.id, one])).values(),
];
