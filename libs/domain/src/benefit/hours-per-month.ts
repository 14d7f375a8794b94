export const WEEKS_A_YEAR = 52;

/** Hours a month of so many a week, to two decimals: 5 are 21.67. */
export const hoursPerMonth = (hoursPerWeek: number): number =>
  Math.round((hoursPerWeek * WEEKS_A_YEAR * 100) / 12) / 100;
