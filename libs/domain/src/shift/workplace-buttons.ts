import { isBefore, localDateOf, Temporal } from '../kernel/index.js';
import { EARLIEST_CHECK_IN } from './attendance.js';
import { arrivedShiftStates, openShiftStates, type Shift } from './shift.js';
import { canBePraised } from './well-done.js';

/** The four buttons of a shift at the workplace (screens.md). */
export const workplaceSays = ['here', 'later', 'not-here', 'well-done'] as const;
export type WorkplaceSays = (typeof workplaceSays)[number];

/** Which of them make sense now. Nothing is asked of a day that is over but whether it went well. */
export function workplaceButtons(shift: Shift, now: Temporal.Instant): WorkplaceSays[] {
  const running = isBefore(now, shift.endsAt) && shift.confirmedAt === null;
  const begun = !isBefore(now, shift.startsAt);
  const open = openShiftStates.includes(shift.state);
  const onlyCitizenSaidSo =
    arrivedShiftStates.includes(shift.state) &&
    !shift.evidence.some(({ by, says }) => by !== 'citizen' && says === 'here');
  const offered: Record<WorkplaceSays, boolean> = {
    here: running && (open || shift.state === 'absent-reported') && mayArrive(shift, now),
    later: running && open && localDateOf(now) === shift.date,
    'not-here': running && begun && shift.state !== 'missed' && (open || onlyCitizenSaidSo),
    'well-done': canBePraised(shift, now),
  };
  return workplaceSays.filter((says) => offered[says]);
}

/** Whether the workplace is asked now if the person has come: not when it is over, and not when somebody is on it. */
export const isAskedOfWorkplace = (shift: Shift, isFollowedUp: boolean, now: Temporal.Instant): boolean =>
  shift.state === 'unconfirmed' &&
  shift.workplaceAskedAt !== null &&
  !isFollowedUp &&
  isBefore(now, shift.endsAt);

const mayArrive = (shift: Shift, now: Temporal.Instant): boolean =>
  !isBefore(now, shift.startsAt.subtract(EARLIEST_CHECK_IN));
