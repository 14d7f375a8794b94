import { isBefore, type Temporal } from '../kernel/index.js';
import { EARLIEST_CHECK_IN } from './attendance.js';
import { arrivedShiftStates, openShiftStates, shiftStates, type Shift, type ShiftState } from './shift.js';
import { canBePraised } from './well-done.js';

/** What a consultant can do about a shift, in the order of a day: arrive, leave, be away, become another shift. */
export const deskActions = [
  'check-in',
  'later',
  'not-here',
  'attendance',
  'report-absence',
  'well-done',
  'move',
  'cancel',
] as const;
export type DeskAction = (typeof deskActions)[number];

/** Those that make sense now. Hours that are confirmed stand, so only praise is left for such a shift. */
export function deskActionsNow(shift: Shift, now: Temporal.Instant): DeskAction[] {
  const canBecome = (state: ShiftState): boolean =>
    shift.confirmedAt === null && shiftStates.allows(shift.state, state);
  const hasArrived = arrivedShiftStates.includes(shift.state);
  const begun = !isBefore(now, shift.startsAt);
  const running = isBefore(now, shift.endsAt);
  const offered: Record<DeskAction, boolean> = {
    'check-in':
      running &&
      !hasArrived &&
      canBecome('present') &&
      !isBefore(now, shift.startsAt.subtract(EARLIEST_CHECK_IN)),
    later: running && shift.confirmedAt === null && openShiftStates.includes(shift.state),
    'not-here': begun && canBecome('missed'),
    attendance: begun && shift.confirmedAt === null && (hasArrived || canBecome('present')),
    'report-absence': canBecome('absent-reported'),
    'well-done': canBePraised(shift, now),
    move: shift.confirmedAt === null && (shift.state === 'planned' || canBecome('planned')),
    cancel: canBecome('cancelled'),
  };
  return deskActions.filter((action) => offered[action]);
}
