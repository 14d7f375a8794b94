import {
  offerableAccommodations,
  type Citizen,
  type KnownCertificate,
  type OfferableAccommodation,
  type TimeWindow,
  type Weekday,
  type WorkCondition,
} from '#domain';
import type { Dice } from './dice.js';

const weekdays = [1, 2, 3, 4, 5] as const;
const window = (days: readonly Weekday[], from: string, to: string): TimeWindow[] =>
  days.map((weekday) => ({ weekday, from, to }));

/** When in the week. Most can be there in the daytime; a few only in the afternoon, the evening or at weekends. */
export function someWindows(dice: Dice): TimeWindow[] {
  const chosen = (): Weekday[] => dice.some(weekdays, dice.whole(3, 4)).sort((a, b) => a - b);
  return dice.weighted<() => TimeWindow[]>([
    [() => window(weekdays, '07:00', '16:00'), 27],
    [() => window(weekdays, '07:30', '12:30'), 20],
    [() => window(weekdays, '05:30', '13:00'), 9],
    [() => window(weekdays, '09:00', '14:00'), 15],
    [() => window(weekdays, '08:30', '14:30'), 9],
    [() => window(weekdays, '12:00', '17:30'), 8],
    [() => window(chosen(), '08:00', '15:00'), 8],
    [() => window([...weekdays, 6, 7], '06:00', '22:00'), 9],
    [() => [...window(weekdays, '16:00', '22:00'), ...window([6, 7], '09:00', '24:00')], 8],
  ])();
}

export function someHours(dice: Dice): Citizen['hours'] {
  const wish = dice.pick([4, 6, 8, 8, 9, 10, 10, 12, 12, 15, 15]);
  const min = Math.max(2, wish - dice.pick([2, 3, 4, 5, 6]));
  return { min, max: Math.min(25, wish + dice.pick([0, 2, 3, 5, 8])), wish };
}

/** Everybody travels in some way. */
export function someReach(dice: Dice): Citizen['reach'] {
  const reach: Citizen['reach'] = {};
  if (dice.falls(50)) reach.walk = dice.pick([15, 20, 25, 30, 40]);
  if (dice.falls(55)) reach.bike = dice.pick([15, 20, 25, 30, 40]);
  if (dice.falls(18)) reach.car = dice.pick([15, 20, 30, 45]);
  if (dice.falls(65) || Object.keys(reach).length === 0) reach.bus = dice.pick([25, 30, 40, 45, 60, 75]);
  return reach;
}

const conditions: readonly WorkCondition[] = [
  'stairs',
  'cold',
  'heat',
  'kneeling',
  'alone',
  'screen',
  'dust',
  'outdoors',
  'driving',
  'fixed-pace',
];

/** What somebody wants to do is not also what does not work for the same person. */
const partOf: Readonly<Record<string, WorkCondition[]>> = {
  gartner: ['outdoors', 'kneeling'],
  vicevaert: ['outdoors', 'stairs'],
  kontor: ['screen'],
  transport: ['driving'],
  koekken: ['heat'],
  lager: ['cold', 'dust'],
};

export function someLimits(dice: Dice, wanted: readonly string[]): Citizen['limits'] {
  const needed = new Set(wanted.flatMap((category) => partOf[category] ?? []));
  const possible = conditions.filter((condition) => !needed.has(condition));
  return {
    liftKg: dice.pick([3, 5, 8, 10, 10, 12, 15, 15, 20, 25]),
    standing: dice.weighted([
      [2, 66],
      [1, 26],
      [0, 8],
    ] as const),
    noise: dice.weighted([
      [2, 45],
      [1, 42],
      [0, 13],
    ] as const),
    peopleContact: dice.weighted([
      [2, 45],
      [1, 40],
      [0, 15],
    ] as const),
    other: dice.some(
      possible,
      dice.weighted([
        [0, 50],
        [1, 30],
        [2, 20],
      ] as const),
    ),
  };
}

export const someNeeds = (dice: Dice): OfferableAccommodation[] =>
  dice.some(
    offerableAccommodations,
    dice.weighted([
      [0, 40],
      [1, 35],
      [2, 25],
    ] as const),
  );

export function someCertificates(dice: Dice, drives: boolean): KnownCertificate[] {
  return [
    ...(drives || dice.falls(30) ? ['driving-licence' as const] : []),
    ...(dice.falls(7) ? ['forklift' as const] : []),
    ...(dice.falls(12) ? ['food-hygiene' as const] : []),
  ];
}
