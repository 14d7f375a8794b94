import type { Degree, TimeWindow, WeeklyShift, WeeklySlot, Weekday } from '#domain';
import type { CandidateCitizen, CandidateSmallJob } from '#matching';
import fc from 'fast-check';
import { aCandidateCitizen } from '../builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../builders/small-job.js';

export const day = aMatchingDay();

// Few values each, so that limits and demands meet often.
const weekday = fc.constantFrom<Weekday>(1, 2, 6, 7);
export const degree = fc.constantFrom<Degree>(0, 1, 2);
export const level = fc.constantFrom(0, 1, 2, 3, 4, 5) as fc.Arbitrary<CandidateSmallJob['danishLevel']>;
const time = (from: number, to: number) =>
  fc.integer({ min: from * 2, max: to * 2 }).map((half) => {
    const minutes = half * 30;
    return minutes === 1440
      ? '24:00'
      : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
const date = fc.integer({ min: 1, max: 28 }).map((of) => `2026-12-${String(of).padStart(2, '0')}`);
const category = fc.constantFrom('lager', 'post', 'koekken', 'gartner');
const position = fc.record({
  lat: fc.constantFrom(55.7, 55.71, 55.75, 55.9),
  lon: fc.constantFrom(9.5, 9.55, 9.8),
});
const some = <T>(...values: T[]) => fc.subarray(values);

const timeWindow: fc.Arbitrary<TimeWindow> = fc.record({ weekday, from: time(0, 20), to: time(1, 24) });
const slot: fc.Arbitrary<WeeklySlot> = fc.record({ weekday, start: time(6, 22), end: time(8, 24) });

export const citizen: fc.Arbitrary<CandidateCitizen> = fc
  .record({
    position,
    jobGoals: fc
      .uniqueArray(category, { maxLength: 3 })
      .map((goals) => goals.map((goal, at) => ({ category: goal, rank: at + 1, ownWords: '' }))),
    dream: fc.constantFrom(null, 'en dag på lager', 'noget med post', 'at rejse'),
    hours: fc
      .tuple(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 14 }),
      )
      .map(([min, wider, wished]) => ({ min, max: min + wider, wish: min + Math.min(wider, wished) })),
    windows: fc.array(timeWindow, { maxLength: 6 }),
    reach: fc.record(
      {
        walk: fc.constantFrom(10, 30),
        bike: fc.constantFrom(15, 40),
        bus: fc.constantFrom(20, 60),
        car: fc.constant(30),
      },
      { requiredKeys: [] },
    ),
    limits: fc.record({
      liftKg: fc.constantFrom(0, 5, 10, 20),
      standing: degree,
      noise: degree,
      peopleContact: degree,
      other: some('stairs', 'cold'),
    }),
    danishLevel: level,
    certificates: some('truck', 'welding'),
    ruledOutCompanyIds: some('company-1', 'company-2'),
    placementUsedCompanyIds: some('company-1', 'company-2'),
    triedJobs: fc.array(
      fc.record({
        smallJobId: fc.constant('before'),
        category,
        weeklyMinutes: fc.constantFrom(300, 480, 720),
        noise: degree,
        peopleContact: degree,
        wentWell: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    needs: some('fixed-buddy', 'calm-start'),
    saidYes: fc.constantFrom(true, true, true, false),
    availableFrom: date,
    brokerId: fc.constantFrom(null, 'mette', 'lars'),
    waitingSince: fc.integer({ min: -2, max: 900 }).map((days) => day.at.subtract({ hours: 24 * days })),
    agreedSlots: fc.array(slot, { maxLength: 2 }),
  })
  .map(aCandidateCitizen);

/** Somebody with time for everything. */
const willing = citizen.map((one) => ({
  ...one,
  hours: { min: 0, max: 40, wish: one.hours.wish },
  windows: ([1, 2, 3, 4, 5, 6, 7] as const).map((each) => ({ weekday: each, from: '00:00', to: '24:00' })),
  reach: { ...one.reach, bus: 240 },
  saidYes: true,
  agreedSlots: [],
}));
/** Somebody whom nothing stands in the way of. */
export const able = willing.map((one) => ({
  ...one,
  limits: {
    liftKg: 50,
    standing: 2 as const,
    noise: 2 as const,
    peopleContact: 2 as const,
    other: [] as string[],
  },
  danishLevel: 5 as const,
  certificates: ['truck', 'welding'],
  ruledOutCompanyIds: [],
  placementUsedCompanyIds: [],
  availableFrom: '2026-09-01',
}));
/** Somebody whose week is all that can stand in the way. */
const busy = fc
  .tuple(able, citizen)
  .map(([one, { windows, agreedSlots, hours }]) => ({ ...one, windows, agreedSlots, hours }));
export const anybody = fc.oneof(citizen, willing, able, busy);
export const citizens = fc.array(anybody, { maxLength: 12 });

const shifts: fc.Arbitrary<WeeklyShift[]> = fc
  .uniqueArray(fc.record({ weekday, start: time(5, 20), hours: fc.integer({ min: 1, max: 6 }) }), {
    selector: (shift) => shift.weekday,
    minLength: 1,
    maxLength: 3,
  })
  .chain((chosen) =>
    fc.constantFrom(0, 30).map((breakMinutes) =>
      chosen.map((shift) => {
        const end = (Number(shift.start.slice(0, 2)) + shift.hours) % 24;
        return {
          weekday: shift.weekday,
          start: shift.start,
          end:
            end === 0 && shift.start.endsWith('00')
              ? '24:00'
              : `${String(end).padStart(2, '0')}${shift.start.slice(2)}`,
          breakMinutes,
        };
      }),
    ),
  );

export const smallJob: fc.Arbitrary<CandidateSmallJob> = fc
  .record({
    companyId: fc.constantFrom('company-1', 'company-2', 'company-3'),
    category,
    position,
    weeklyShifts: shifts,
    startDate: fc.constantFrom('2026-10-01', '2026-12-07', '2026-12-14'),
    endDate: fc.constantFrom(null, '2026-12-20'),
    startFlexibilityMinutes: fc.constantFrom(0, 0, 60, 150),
    demands: fc.record({
      liftKg: fc.constantFrom(0, 5, 15),
      standing: degree,
      noise: degree,
      peopleContact: degree,
      other: some('stairs', 'cold'),
    }),
    danishLevel: level,
    certificates: some('truck', 'welding'),
    accommodationsOffered: some('fixed-buddy', 'calm-start'),
    roomToGrowHours: fc.constantFrom(null, 15, 20),
    fixedContactId: fc.constantFrom(null, 'mette'),
    unpaidPlacement: fc.boolean(),
  })
  .map(({ position: at, ...job }) => {
    const built = aCandidateSmallJob(job);
    return { ...built, workplace: { ...built.workplace, position: at } };
  });
