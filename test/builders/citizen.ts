import { Temporal, type Citizen, type Limits } from '#domain';
import type { CandidateCitizen } from '#matching';

type Nested = 'limits' | 'hours';
export type CitizenOverrides = Partial<Omit<Citizen, Nested>> & {
  limits?: Partial<Limits>;
  hours?: Partial<Citizen['hours']>;
};

let built = 0;

/** A person in Vejle who fits `aSmallJob()`; every call has its own id. `limits` and `hours` are merged. */
export function aCitizen({ limits, hours, ...overrides }: CitizenOverrides = {}): Citizen {
  built += 1;
  return {
    id: `0193c000-0000-7000-8000-${String(built).padStart(12, '0')}`,
    municipalityId: '0193c000-0000-7000-9000-000000000001',
    name: 'Jonas Hansen',
    phone: '+4520123456',
    email: null,
    preferredChannel: 'sms',
    sharedPhone: false,
    language: 'da',
    address: { street: 'Skovgade 20', postcode: '7100', town: 'Vejle' },
    protectedAddress: false,
    position: { lat: 55.7113, lon: 9.5365 },
    jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Jeg vil gerne bruge kroppen' }],
    dream: null,
    hours: { min: 5, max: 15, wish: 12, ...hours },
    windows: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '07:00', to: '16:00' })),
    reach: { bike: 30, bus: 45 },
    limits: { liftKg: 20, standing: 2, noise: 2, peopleContact: 2, other: [], ...limits },
    danishLevel: 4,
    certificates: [],
    ruledOutCompanyIds: [],
    placementUsedCompanyIds: [],
    triedJobs: [],
    needs: [],
    saidYes: true,
    availableFrom: '2026-11-01',
    brokerId: null,
    contactLevel: 'normal',
    cprSealed: null,
    mondayReminder: 'sunday',
    phoneVerifiedAt: null,
    waitingSince: Temporal.Instant.from('2026-04-25T08:00:00Z'),
    benefit: null,
    ...overrides,
  };
}

/** The same person as the matching sees him, with `agreedSlots`. */
export function aCandidateCitizen({
  agreedSlots = [],
  ...overrides
}: CitizenOverrides & Partial<Pick<CandidateCitizen, 'agreedSlots'>> = {}): CandidateCitizen {
  return { ...aCitizen(overrides), agreedSlots };
}
