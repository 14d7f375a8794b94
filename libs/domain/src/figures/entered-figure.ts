import { refuseUnless, type Entity, type LocalDate, type Temporal } from '../kernel/index.js';
import type { EnteredIndicator } from './monitoring.js';

/** A figure of a year that a leader has written down, with where it is from (R90: lagged data). */
export interface EnteredFigure extends Entity {
  indicator: EnteredIndicator;
  year: number;
  people: number;
  /** The last day it counts to; before the end of the year it is part of a year. */
  countedTo: LocalDate;
  source: string;
  enteredByStaffId: string | null;
  enteredAt: Temporal.Instant;
}

/** @throws figures.wrong-year when the last day is not in the year, or is ahead. */
export function checkEntered(
  { year, countedTo }: Pick<EnteredFigure, 'year' | 'countedTo'>,
  today: LocalDate,
): void {
  refuseUnless(countedTo.startsWith(`${year}-`) && countedTo <= today, 'figures.wrong-year', { year });
}
