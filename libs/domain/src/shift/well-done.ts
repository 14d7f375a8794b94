import { isBefore, refuseUnless, type Temporal } from '../kernel/index.js';
import type { Evidence, Shift } from './shift.js';
import { arrivedShiftStates, shiftStates } from './shift.js';

/** Praise for a day that nobody remembers is no praise; an old week may also be tapped by mistake. */
const LATEST_DAYS = 14;

const isLongAgo = (shift: Shift, now: Temporal.Instant): boolean =>
  !isBefore(now, shift.endsAt.add({ hours: LATEST_DAYS * 24 }));

/** Nobody has said anything of the shift yet. */
const isSilent = ({ state }: Shift): boolean => state === 'planned' || state === 'unconfirmed';

export const canBePraised = (shift: Shift, now: Temporal.Instant): boolean =>
  shift.wellDoneAt === null &&
  !isBefore(now, shift.startsAt) &&
  !isLongAgo(shift, now) &&
  (arrivedShiftStates.includes(shift.state) || isSilent(shift));

/**
 * *Godt gået*, said of a shift that has begun. Nobody is praised who was not there, so it also says that the
 * person came: in time, when nobody has said anything else.
 *
 * @throws shift.not-begun, shift.too-long-ago, or shift.wrong-state when somebody has said that the person was not
 * there.
 */
export function praised(
  shift: Shift,
  by: Pick<Evidence, 'by' | 'how' | 'writtenByStaffId'>,
  now: Temporal.Instant,
): Shift {
  refuseUnless(!isBefore(now, shift.startsAt), 'shift.not-begun');
  refuseUnless(!isLongAgo(shift, now), 'shift.too-long-ago');
  if (arrivedShiftStates.includes(shift.state)) return { ...shift, wellDoneAt: now };
  refuseUnless(isSilent(shift), 'shift.wrong-state', { from: shift.state });
  return {
    ...shift,
    state: shiftStates.move(shift.state, 'present'),
    arrivedAt: shift.startsAt,
    evidence: [...shift.evidence, { ...by, says: 'here', at: now.toString(), minutes: null }],
    wellDoneAt: now,
  };
}
