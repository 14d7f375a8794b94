import type { ShiftView } from '#use-cases';
import { citizenMyShiftsWords } from '../../words/citizen-my-shifts.js';
import { capital } from '../../words/index.js';

/** One line of a list of shifts, which leads to the shift. */
export interface ShiftRow {
  href: string;
  day: string;
  time: string;
  place: string;
  /** What is worth saying about it; empty when nothing is. */
  state: string;
}

export function shiftRow(shift: ShiftView): ShiftRow {
  const w = citizenMyShiftsWords[shift.language];
  const coming: Record<string, string> = w.comingState;
  return {
    href: `/min-side/vagter/${shift.id}`,
    day: capital(shift.day),
    time: w.fromTo(shift.start, shift.end),
    place: shift.more ? `${shift.more.place.street}, ${shift.more.place.town}` : '',
    state: shift.isOver ? w.state[shift.state] : (coming[shift.state] ?? ''),
  };
}
