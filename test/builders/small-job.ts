import { Temporal, type Demands, type SmallJob, type WeeklyShift } from '#domain';
import type { CandidateSmallJob, MatchingDay } from '#matching';

export type SmallJobOverrides = Partial<Omit<SmallJob, 'demands'>> & { demands?: Partial<Demands> };

let built = 0;

/** Shifts on the given weekdays, without a break unless one is given. */
export const weekly = (
  weekdays: readonly WeeklyShift['weekday'][],
  start: string,
  end: string,
  breakMinutes = 0,
): WeeklyShift[] => weekdays.map((weekday) => ({ weekday, start, end, breakMinutes }));

/** Empty boxes at a fruit store in Vejle (R61): 12 hours a week, Monday, Wednesday and Friday 8-12. `demands` is merged. */
export function aSmallJob({ demands, ...overrides }: SmallJobOverrides = {}): SmallJob {
  built += 1;
  return {
    id: `0193d000-0000-7000-8000-${String(built).padStart(12, '0')}`,
    municipalityId: '0193c000-0000-7000-9000-000000000001',
    companyId: '0193d000-0000-7000-9000-000000000001',
    title: 'Fjerne tomme kasser',
    category: 'lager',
    description: 'Du samler tomme kasser op, så trucken kan køre',
    workplace: {
      street: 'Havnegade 12',
      postcode: '7100',
      town: 'Vejle',
      position: { lat: 55.7051, lon: 9.5502 },
    },
    weeklyShifts: weekly([1, 3, 5], '08:00', '12:00'),
    startDate: '2026-12-07',
    endDate: null,
    startFlexibilityMinutes: 0,
    hourlyWageOre: 15845,
    collectiveAgreement: null,
    demands: { liftKg: 10, standing: 1, noise: 1, peopleContact: 1, other: [], ...demands },
    danishLevel: 2,
    certificates: [],
    accommodationsOffered: [],
    positions: 1,
    seatsTaken: 0,
    roomToGrowHours: null,
    companyContact: { name: 'Ali Demir', phone: '+4575123456' },
    withoutDuty: false,
    status: 'open',
    closeReason: null,
    ownerAskedAt: null,
    createdAt: Temporal.Instant.from('2026-11-20T08:00:00Z'),
    ...overrides,
  };
}

/** The same small job as the matching sees it, with what is kept beside it. */
export function aCandidateSmallJob({
  ruledOutCitizenIds = [],
  fixedContactId = null,
  unpaidPlacement = false,
  ...overrides
}: SmallJobOverrides &
  Partial<
    Pick<CandidateSmallJob, 'ruledOutCitizenIds' | 'fixedContactId' | 'unpaidPlacement'>
  > = {}): CandidateSmallJob {
  return { ...aSmallJob(overrides), ruledOutCitizenIds, fixedContactId, unpaidPlacement };
}

/** Saturday 21 November 2026, 9 o'clock in Copenhagen. */
export const aMatchingDay = (): MatchingDay => ({
  today: '2026-11-21',
  at: Temporal.Instant.from('2026-11-21T08:00:00Z'),
});
