import type { SmsChoice, SmsStop } from '#use-cases';
import { document, identity, instant, optional, table, text, uuid } from './columns.js';

export const smsChoiceSchema = table<SmsChoice>('sms_choices', {
  ...identity,
  phone: text,
  who: text,
  senderId: uuid,
  word: text,
  options: document,
  chosen: document,
  askedAt: instant,
  expiresAt: instant,
});

export const smsStopSchema = table<SmsStop>('sms_stops', {
  ...identity,
  phone: text,
  companyId: uuid,
  reason: text,
  at: instant,
  endedAt: optional(instant),
});
