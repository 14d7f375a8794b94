import type { MunicipalitySettings } from '../municipality/index.js';

/** Ordinary hours a month that are a foothold (R02: about one day a week). */
const USUAL_MONTHLY_GOAL = 30;

export const monthlyGoalOf = ({ monthlyPaidHoursGoal }: MunicipalitySettings): number =>
  monthlyPaidHoursGoal ?? USUAL_MONTHLY_GOAL;
