/** The case the sources tell: empty boxes at a fruit warehouse (R61, R65). Everybody here is made up. */
export const fruitWarehouse = {
  cvr: '99999993',
  name: 'Frugtlageret på kajen (demo)',
  address: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
  position: { lat: 55.7059, lon: 9.5448 },
  industry: 'Engroshandel med frugt og grønt',
  contact: { name: 'Ali (demo)', phone: '+4521110012', email: 'ali@frugtlageret.example' },
};

export const emptyBoxes = {
  title: 'Tomme kasser på frugtlageret',
  category: 'lager',
  description: 'Du samler tomme kasser op, så trucken kan køre.',
  workplace: { ...fruitWarehouse.address, position: fruitWarehouse.position },
  weeklyShifts: [1, 3, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00' })),
  startFlexibilityMinutes: 0,
  hourlyWageOre: 15_845,
  collectiveAgreement: 'Fællesoverenskomsten DIO II/3F',
  demands: { liftKg: 15, standing: 1, noise: 1, peopleContact: 0, other: [] },
  danishLevel: 1,
  certificates: [],
  accommodationsOffered: ['fixed-buddy', 'calm-start'],
  positions: 1,
  roomToGrowHours: 20,
  companyContact: { name: 'Ali (demo)', phone: '+4521110012' },
};

const weekdays = (from: string, to: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));

export const jonas = {
  name: 'Jonas Prøvesen',
  phone: '+4522220001',
  email: 'jonas@borger.example',
  preferredChannel: 'sms',
  position: { lat: 55.712, lon: 9.535 },
  jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Jeg vil gerne bruge kroppen' }],
  hours: { min: 5, max: 20, wish: 12 },
  windows: weekdays('07:00', '16:00'),
  reach: { bike: 30, bus: 40 },
  limits: { liftKg: 20, standing: 2, noise: 2, peopleContact: 1, other: [] },
  danishLevel: 4,
  certificates: [],
  ruledOutCompanyIds: [],
  saidYes: true,
};

/** Fits but for the hour of the morning and the weight of a box. */
export const karin = {
  ...jonas,
  name: 'Karin Prøvesen',
  phone: '+4522220002',
  email: 'karin@borger.example',
  windows: weekdays('09:00', '16:00'),
  limits: { ...jonas.limits, liftKg: 10 },
};

/** The ladders as a municipality has them, with seconds for minutes. */
export function inSeconds<
  L extends { graceAfterStart: string; steps: { after: string }[]; acknowledgeExpiresAfter: object },
>(ladder: L): L {
  const seconds = (duration: string) =>
    duration.replace(/PT(\d+)M/, (_, minutes: string) => `PT${Math.ceil(Number(minutes) / 5)}S`);
  return {
    ...ladder,
    graceAfterStart: 'PT1S',
    steps: ladder.steps.map((step) => ({ ...step, after: seconds(step.after) })),
    acknowledgeExpiresAfter: { call: 'PT4S', drive: 'PT2M', other: 'PT4S' },
  };
}
