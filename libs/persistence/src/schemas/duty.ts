import type { DutyChange, DutySwap, DutyTurn, StaffLeave } from '#domain';
import { day, identity, instant, named, optional, table, text, uuid } from './columns.js';

const times = { from: named('starts_at', instant), to: named('ends_at', instant) };

export const dutyTurnSchema = table<DutyTurn>('duty_turns', {
  ...identity,
  teamId: optional(uuid),
  staffId: uuid,
  ...times,
  removedAt: optional(instant),
});

export const dutySwapSchema = table<DutySwap>('duty_swaps', {
  ...identity,
  turnId: uuid,
  fromStaffId: uuid,
  toStaffId: uuid,
  returnTurnId: optional(uuid),
  state: text,
  askedAt: instant,
  answeredAt: optional(instant),
});

export const dutyChangeSchema = table<DutyChange>('duty_changes', {
  ...identity,
  turnId: uuid,
  what: text,
  staffId: uuid,
  beforeStaffId: optional(uuid),
  ...times,
  byStaffId: uuid,
  at: instant,
});

export const staffLeaveSchema = table<StaffLeave>('staff_leaves', {
  ...identity,
  staffId: uuid,
  standInId: uuid,
  from: named('first_day', day),
  to: named('last_day', day),
  byStaffId: uuid,
  at: instant,
  takenBackAt: optional(instant),
});
