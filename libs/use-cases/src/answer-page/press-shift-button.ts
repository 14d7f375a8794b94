import type { AbsenceSpan, Actor, LaterMinutes, Shift, ShiftAnswer } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { AnswerShift } from '../shift/answer-shift.js';

export interface ShiftAnswerInput {
  answer: ShiftAnswer;
  /** With `later` and `on-the-way`. */
  minutes?: LaterMinutes;
  /** With `cannot`. */
  span?: AbsenceSpan;
}

/** The same for a link and for a session: what is said goes the way an SMS goes. */
export function pressShiftButton(
  unit: UnitOfWork,
  answerShift: AnswerShift,
  shift: Shift,
  { answer, minutes, span }: ShiftAnswerInput,
  actor: Actor,
): Promise<void> {
  const reply = { word: answer, minutes: minutes ?? null };
  return answerShift.within(unit, shift.id, reply, actor, { how: 'page', ...(span && { span }) });
}
