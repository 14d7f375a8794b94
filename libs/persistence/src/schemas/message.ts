import type { Message, Task } from '#domain';
import type { InboundSms } from '#use-cases';
import {
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

export const messageSchema = table<Message>('messages', {
  ...identity,
  template: text,
  channel: text,
  language: text,
  receiver: text,
  to: named('receiver_address', text),
  data: document,
  link: optional(document),
  citizenId: optional(uuid),
  companyId: optional(uuid),
  staffId: optional(uuid),
  question: optional(text),
  subjectId: optional(uuid),
  escalationStepId: optional(uuid),
  dedupeKey: text,
  urgent: truth,
  state: text,
  notBefore: instant,
  createdAt: instant,
  stateAt: instant,
  attempts: integer,
  providerReference: optional(text),
  reason: optional(text),
});

export const inboundSmsSchema = table<InboundSms>('inbound_sms', {
  ...identity,
  providerId: text,
  from: named('sender', text),
  text: optional(text),
  understoodAs: optional(text),
  subjectId: optional(uuid),
  at: instant,
});

export const taskSchema = table<Task>('tasks', {
  ...identity,
  kind: text,
  staffId: optional(uuid),
  citizenId: optional(uuid),
  smallJobId: optional(uuid),
  matchId: optional(uuid),
  offerId: optional(uuid),
  shiftId: optional(uuid),
  escalationId: optional(uuid),
  messageId: optional(uuid),
  note: optional(text),
  dueAt: instant,
  createdAt: instant,
  doneAt: optional(instant),
  doneByStaffId: optional(uuid),
  outcome: optional(text),
});
