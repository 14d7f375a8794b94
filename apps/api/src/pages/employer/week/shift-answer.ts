import {
  refuseUnless,
  timeInWords,
  workplaceSays,
  type Actor,
  type Language,
  type WorkplaceSays,
} from '#domain';
import type { CheckIn, ExpectLater, SayNotHere, SayWellDone } from '#use-cases';
import { int, oneOf } from '../../../http/fields/index.js';
import {
  clockTime,
  FormView,
  said,
  typedText,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { type ShiftWords, shiftWords } from '../../words/employer-week.js';
import type { RowFault } from './shift-row.js';

/** One tap on a row. */
export class ShiftAnswerForm {
  @oneOf(workplaceSays) says!: WorkplaceSays;
  @int({ min: 1, max: 720, optional: true, example: 30 }) minutes?: number;
  @clockTime({ optional: true, example: '09:30' }) at?: string;
  /** A time is wanted, so an empty field is no hour. */
  @oneOf(['time'], { optional: true }) by?: 'time';
  /** Which page the row stood on. */
  @oneOf(['overview', 'week'], { optional: true }) from?: 'overview' | 'week';
}

interface ShiftAnswerUseCases {
  checkIn: CheckIn;
  expectLater: ExpectLater;
  sayNotHere: SayNotHere;
  sayWellDone: SayWellDone;
}

/** Does what the button says, through the use cases of the interface. */
export async function answerShift(
  use: ShiftAnswerUseCases,
  shiftId: string,
  { says, minutes, at, by }: ShiftAnswerForm,
  actor: Actor,
): Promise<void> {
  switch (says) {
    case 'here':
      await use.checkIn.execute(shiftId, undefined, actor);
      return;
    case 'later':
      refuseUnless(by !== 'time' || at !== undefined, 'shift.times-invalid');
      await use.expectLater.execute(shiftId, { minutes, at }, actor);
      return;
    case 'not-here':
      await use.sayNotHere.execute(shiftId, actor);
      return;
    case 'well-done':
      await use.sayWellDone.execute(shiftId, actor);
  }
}

/** Why a tap did nothing, in the words of the workplace. */
export const refusalsOfTaps = (end: string): FieldsOfRefusals => ({
  'shift.times-invalid': said(shiftWords, (w) => w.badTime(timeInWords(end)), 'at'),
  'shift.wrong-state': said(shiftWords, (w) => w.changedMeanwhile),
  'shift.already-confirmed': said(shiftWords, (w) => w.alreadyConfirmed),
  'shift.not-begun': said(shiftWords, (w) => w.notBegun),
  'shift.too-early': said(shiftWords, (w) => w.tooEarly),
});

/** The error summary, and what the one row shows that it is about. */
export function tapFaults(
  shiftId: string,
  typed: Typed,
  faults: Faults,
  language: Language,
  w: ShiftWords,
): { errors: ReturnType<FormView['errors']>; fault: RowFault } {
  const form = new FormView(language, typed, faults);
  const { error } = form.time('at', w.otherTime);
  return { errors: form.errors(), fault: { shiftId, at: typedText(typed, 'at'), error } };
}
