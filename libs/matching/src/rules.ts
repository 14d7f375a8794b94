import type { TravelMode } from '#domain';

export const partIds = [
  'goals',
  'dream',
  'hours',
  'tried',
  'slack',
  'travel',
  'contact',
  'waiting',
  'growth',
  'accommodations',
] as const;
export type PartId = (typeof partIds)[number];

/** Shares are basis points of a part's weight: 10,000 is all of it. */
type Share = number;

/** Every number of the matching. Data, so that a municipality can change it; part of the rule version. */
export interface MatchingRules {
  /** The most points each part can give; whole numbers that sum to 10,000. */
  weights: Readonly<Record<PartId, number>>;
  travel: {
    /** Road metres per 100 metres as the crow flies. */
    detourPercent: number;
    modes: Readonly<Record<TravelMode, { kmPerHour: number; waitMinutes: number }>>;
    /** Modes that may be proposed to somebody who does not use them yet; nobody is told to get a car. */
    proposable: readonly TravelMode[];
    /** The longest way by another mode that is mentioned beside the openings. */
    mentionedAtMostMinutes: number;
  };
  changes: {
    /** "Two hours late is better than not at all" (R26): the latest start that is proposed as flexibility. */
    lateStartAtMostMinutes: number;
    /** How far the working hours are proposed moved within the day. */
    moveAtMostMinutes: number;
    /** No start before this minute of the day is proposed, unless the job itself starts earlier. */
    earliestStartMinutes: number;
    /** Posting this many weekly hours is refused (R64), so no change proposes it. */
    postedHoursBelow: number;
    /** No shift is proposed longer than this. */
    shiftAtMostMinutes: number;
  };
  shares: {
    /** By the rank of the citizen's own goal; ranks beyond the list get its last value. */
    goalByRank: readonly Share[];
    dream: { dream: Share; goal: Share; related: Share };
    contact: { same: Share; notSet: Share; changed: Share };
    tried: { neutral: Share; task: Share; noise: Share; hours: Share; hoursNearMinutes: number };
    /** Distance from the wished weekly hours at which nothing is left. */
    hoursSpreadMinutes: number;
    slackFullMinutes: number;
    travelNoneAtMinutes: number;
    waitingFullDays: number;
    growthFullMinutes: number;
  };
}

/**
 * The rules a municipality starts with. Travel: domain.md 4.2. The contact weighs as much as travel because each
 * change of person costs 22 % of the chance (R18); own goals weigh most (R37, R38).
 */
export const standardRules: MatchingRules = {
  weights: {
    goals: 2600,
    dream: 900,
    hours: 1100,
    tried: 700,
    slack: 700,
    travel: 1100,
    contact: 1100,
    waiting: 700,
    growth: 500,
    accommodations: 600,
  },
  travel: {
    detourPercent: 130,
    modes: {
      walk: { kmPerHour: 5, waitMinutes: 0 },
      bike: { kmPerHour: 15, waitMinutes: 0 },
      bus: { kmPerHour: 20, waitMinutes: 10 },
      car: { kmPerHour: 45, waitMinutes: 0 },
    },
    proposable: ['walk', 'bike', 'bus'],
    mentionedAtMostMinutes: 60,
  },
  changes: {
    lateStartAtMostMinutes: 120,
    moveAtMostMinutes: 240,
    earliestStartMinutes: 360,
    postedHoursBelow: 20,
    shiftAtMostMinutes: 480,
  },
  shares: {
    goalByRank: [10_000, 7500, 5500, 4000, 3000],
    dream: { dream: 10_000, goal: 7000, related: 5000 },
    contact: { same: 10_000, notSet: 5000, changed: 0 },
    tried: { neutral: 5000, task: 2000, noise: 1500, hours: 1500, hoursNearMinutes: 120 },
    hoursSpreadMinutes: 600,
    slackFullMinutes: 240,
    travelNoneAtMinutes: 60,
    waitingFullDays: 365,
    growthFullMinutes: 480,
  },
};

/** @throws RangeError when the weights are not whole, not negative and 10,000 together: points could not add up. */
export function assertWeights(weights: MatchingRules['weights']): void {
  const values = partIds.map((id) => weights[id]);
  if (values.some((value) => !Number.isInteger(value) || value < 0)) {
    throw new RangeError('weights must be whole numbers of zero or more');
  }
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum !== 10_000) throw new RangeError(`weights must sum to 10000, not ${sum}`);
}
