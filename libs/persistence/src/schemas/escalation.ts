import type { Escalation, EscalationEntry, EscalationStep, Ladder } from '#domain';
import { document, identity, instant, integer, optional, table, text, uuid } from './columns.js';

export const ladderSchema = table<Ladder>('ladders', {
  ...identity,
  name: text,
  version: integer,
  definition: document,
  changedByStaffId: optional(uuid),
  changedAt: instant,
});

export const escalationSchema = table<Escalation>('escalations', {
  ...identity,
  ladder: text,
  snapshot: document,
  shiftId: uuid,
  citizenId: uuid,
  smallJobId: uuid,
  companyId: uuid,
  state: text,
  openedAt: instant,
  ladderStartedAt: instant,
  round: integer,
  nextStepAt: optional(instant),
  acknowledged: optional(document),
  snoozedUntil: optional(instant),
  employerToldAt: optional(instant),
  outcome: optional(text),
  nextTime: optional(text),
  closedAt: optional(instant),
});

export const escalationStepSchema = table<EscalationStep>('escalation_steps', {
  ...identity,
  escalationId: uuid,
  round: integer,
  seq: integer,
  ladderStep: { ...integer, default: 0 },
  repetition: { ...integer, default: 0 },
  who: text,
  channel: text,
  message: text,
  dueAt: instant,
  state: text,
  takenAt: optional(instant),
  messageId: optional(uuid),
});

export const escalationEntrySchema = table<EscalationEntry>('escalation_entries', {
  ...identity,
  escalationId: uuid,
  at: instant,
  what: text,
  who: text,
  details: document,
});
