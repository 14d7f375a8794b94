import { metresBetween, weeklyMinutes, type Citizen, type Match, type SmallJob } from '#domain';
import { standardRules, tripWithinReach } from '#matching';

/**
 * Why a company is shown this person, in words that are safe for it: the wish, the way and the growth of the
 * ranking, and of those only what the citizen has agreed to name. Never the limits, the waiting or a figure.
 */
export const matchReasons = ['own-wish', 'short-way', 'can-grow'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** What people call a short way to work. */
const SHORT_WAY_MINUTES = 30;

export function whyThisMatch(match: Match, citizen: Citizen, smallJob: SmallJob): MatchReason[] {
  const agreed = new Set(match.interest?.fields ?? []);
  const wishes = ['goals', 'jobGoals', 'goal', 'wishes', 'wish'].some((field) => agreed.has(field));
  const holds: Record<MatchReason, boolean> = {
    'own-wish': wishes && citizen.jobGoals.some(({ category }) => category === smallJob.category),
    'short-way': agreed.has('travel') && hasShortWay(citizen, smallJob),
    'can-grow': agreed.has('hours') && canGrow(citizen, smallJob),
  };
  return matchReasons.filter((reason) => holds[reason]);
}

function hasShortWay(citizen: Citizen, { workplace }: SmallJob): boolean {
  const metres = metresBetween(citizen.position, workplace.position);
  const trip = tripWithinReach(metres, citizen.reach, standardRules.travel);
  return trip !== null && trip.minutes <= SHORT_WAY_MINUTES;
}

/** The job has room for more hours, and the citizen wants more than it begins with. */
const canGrow = ({ hours }: Citizen, { roomToGrowHours, weeklyShifts }: SmallJob): boolean =>
  roomToGrowHours !== null && Math.min(roomToGrowHours, hours.max) * 60 > weeklyMinutes(weeklyShifts);
