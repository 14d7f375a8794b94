import type { BrokerHandover, Note } from '#domain';
import { day, identity, instant, optional, table, text, uuid } from './columns.js';

export const noteSchema = table<Note>('notes', {
  ...identity,
  citizenId: uuid,
  purpose: text,
  agreed: text,
  followUpOn: optional(day),
  correctsNoteId: optional(uuid),
  byStaffId: uuid,
  at: instant,
});

export const brokerHandoverSchema = table<BrokerHandover>('broker_handovers', {
  ...identity,
  citizenId: uuid,
  fromStaffId: optional(uuid),
  toStaffId: uuid,
  reason: text,
  note: optional(text),
  byStaffId: uuid,
  at: instant,
});
