import type { ContactAssignment, ContactCover, SmallJob } from '#domain';
import {
  day,
  document,
  identity,
  instant,
  integer,
  named,
  optional,
  table,
  text,
  truth,
  uuid,
} from './columns.js';

export const smallJobSchema = table<SmallJob>('small_jobs', {
  ...identity,
  companyId: uuid,
  title: text,
  category: text,
  description: text,
  workplace: document,
  weeklyShifts: document,
  startDate: day,
  endDate: optional(day),
  startFlexibilityMinutes: integer,
  hourlyWageOre: integer,
  collectiveAgreement: optional(text),
  demands: document,
  danishLevel: integer,
  certificates: document,
  accommodationsOffered: document,
  positions: integer,
  seatsTaken: integer,
  roomToGrowHours: optional(integer),
  companyContact: document,
  withoutDuty: truth,
  status: text,
  closeReason: optional(text),
  ownerAskedAt: optional(instant),
  createdAt: instant,
});

export const contactAssignmentSchema = table<ContactAssignment>('contact_assignments', {
  ...identity,
  smallJobId: uuid,
  staffId: uuid,
  startedAt: instant,
  endedAt: optional(instant),
  reason: text,
  note: optional(text),
});

export const contactCoverSchema = table<ContactCover>('contact_covers', {
  ...identity,
  smallJobId: uuid,
  byStaffId: uuid,
  from: named('first_day', day),
  to: named('last_day', day),
});
