import { addDays, defaultSettings, localDateOf, Temporal, type Municipality, type Staff } from '#domain';
import type { CitizenInput, CompanyInput, SmallJobInput } from '#use-cases';

/** The people of the sketches in screens.md. All are made up. */
export const vejle: Municipality = {
  id: '0199a1b2-0000-7000-8000-000000000630',
  code: '0630',
  name: 'Vejle',
  settings: {
    ...defaultSettings,
    quietHours: null,
    noticeOnNo: {
      da: 'Et nej betyder kun, at vi leder videre sammen.',
      en: 'A no only means that we keep looking together.',
    },
  },
};

export const mette: Staff = {
  id: '0199a1b2-0000-7000-8000-000000000001',
  municipalityId: vejle.id,
  name: 'Mette Holm',
  role: 'consultant',
  phone: '+4520123456',
  email: 'mette@vejle.example',
  teamId: null,
  deputyId: null,
  busyUntil: null,
  busyDeputyId: null,
  contactHours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' },
  active: true,
};

const warehouse = { lat: 55.7051, lon: 9.5502 };
const address = { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' };

export const fruitStore = (cvr: string): CompanyInput => ({
  cvr,
  name: 'Frugtlageret',
  address,
  contact: { name: 'Ali Demir', phone: '+4520654321', email: 'ali@frugt.example' },
});

/** The Monday at least a week ahead, so that the offer's deadline never runs into it. */
function startDay(): string {
  const today = localDateOf(Temporal.Now.instant());
  const weekday = Temporal.PlainDate.from(today).dayOfWeek;
  return addDays(today, 15 - weekday);
}

export const emptyBoxes = (companyId: string): SmallJobInput => ({
  companyId,
  title: 'Fjerne tomme kasser på frugtlageret',
  category: 'lager',
  description: 'Du samler tomme kasser op, så trucken kan køre.',
  workplace: { ...address, position: warehouse },
  weeklyShifts: ([1, 3, 5] as const).map((weekday) => ({ weekday, start: '08:00', end: '12:00' })),
  startDate: startDay(),
  startFlexibilityMinutes: 120,
  hourlyWageOre: 15_845,
  demands: { liftKg: 10, standing: 1, noise: 1, peopleContact: 1, other: [] },
  danishLevel: 2,
  certificates: [],
  accommodationsOffered: ['fixed-buddy', 'calm-start'],
  positions: 1,
  companyContact: { name: 'Ali Demir', phone: '+4520654321' },
  fixedContactId: mette.id,
});

export const jonas = (phone: string): CitizenInput => ({
  name: 'Jonas Hansen',
  phone,
  preferredChannel: 'sms',
  position: { lat: 55.7113, lon: 9.5365 },
  jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Jeg vil gerne bruge kroppen' }],
  hours: { min: 5, max: 15, wish: 12 },
  windows: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '07:00', to: '16:00' })),
  reach: { bike: 30, bus: 45 },
  limits: { liftKg: 20, standing: 2, noise: 2, peopleContact: 2, other: [] },
  danishLevel: 4,
  certificates: [],
  ruledOutCompanyIds: [],
  needs: ['fixed-buddy', 'calm-start'],
  saidYes: true,
  availableFrom: localDateOf(Temporal.Now.instant()),
});
