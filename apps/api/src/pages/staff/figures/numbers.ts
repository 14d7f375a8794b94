const numbers = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1 });

/** 1402 as "1.402". */
export const inDanish = (value: number): string => numbers.format(value);

/** Minutes as hours with at most one decimal: "12,5". */
export const hoursOf = (minutes: number): string => exact.format(minutes / 60);

/** Whole hours, for the large figures: nobody steers by minutes. */
export const wholeHours = (minutes: number): string => numbers.format(Math.round(minutes / 60));

export const percentOf = (part: number, all: number): string =>
  all === 0 ? '0 %' : `${exact.format((100 * part) / all)} %`;
