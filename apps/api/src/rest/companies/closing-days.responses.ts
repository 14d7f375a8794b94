import { closingKinds } from '#domain';
import type { ClosingCalendarRecord } from '#use-cases';
import { flag, int, listOf, localDate, oneOf, text } from '../../http/fields/index.js';
import { ClosingDaysResponse, toClosingDays } from './companies.responses.js';

const MOST = 1_000_000;

/** What closing would cancel. */
export class PlannedThereResponse {
  @int({ min: 0, max: MOST, example: 3 }) shifts!: number;
  @int({ min: 0, max: MOST, example: 1 }) people!: number;
}

export class HolidayResponse {
  @localDate({ example: '2026-12-25' }) day!: string;
  @text({ example: '1. juledag' }) name!: string;
}

export class ComingClosingDaysResponse extends ClosingDaysResponse {
  @int({ min: 0, max: MOST, example: 3, description: 'Så mange vagter blev aflyst.' })
  cancelledShifts!: number;
  @flag({ description: 'Kan fortrydes her; ellers må man ringe.' }) canTakeBack!: boolean;
}

export class ClosingSuggestionResponse extends PlannedThereResponse {
  @oneOf(closingKinds, { example: 'after-christmas' }) kind!: string;
  @localDate({ example: '2026-12-27' }) from!: string;
  @localDate({ example: '2026-12-31' }) to!: string;
}

export class ClosingCalendarResponse {
  @listOf(HolidayResponse) holidays!: HolidayResponse[];
  @listOf(ComingClosingDaysResponse) closingDays!: ComingClosingDaysResponse[];
  @listOf(ClosingSuggestionResponse) suggestions!: ClosingSuggestionResponse[];
}

export class ReopenedResponse extends ClosingDaysResponse {
  @int({ min: 0, max: MOST, example: 3, description: 'Vagter, der er på planen igen.' }) backOn!: number;
  @int({ min: 0, max: MOST, example: 0, description: 'Aflyste vagter, kontaktpersonen ser på.' })
  leftOut!: number;
}

export const toClosingCalendar = ({
  holidays,
  closingDays,
  suggestions,
}: ClosingCalendarRecord): ClosingCalendarResponse => ({
  holidays: holidays.map(({ day, name }) => ({ day, name })),
  closingDays: closingDays.map((row) => ({
    ...toClosingDays(row),
    cancelledShifts: row.cancelledShiftIds.length,
    canTakeBack: row.canReopen,
  })),
  suggestions: suggestions.map(({ kind, from, to, shifts, people }) => ({ kind, from, to, shifts, people })),
});
