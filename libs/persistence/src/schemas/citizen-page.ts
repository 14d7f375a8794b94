import type { CalendarFeed, Consent } from '#domain';
import { document, identity, instant, optional, table, text, uuid } from './columns.js';

export const consentSchema = table<Consent>('consents', {
  ...identity,
  citizenId: uuid,
  kind: text,
  matchId: optional(uuid),
  action: text,
  fields: document,
  textVersion: text,
  how: text,
  at: instant,
});

export const calendarFeedSchema = table<CalendarFeed>('calendar_feeds', {
  ...identity,
  citizenId: optional(uuid),
  companyId: optional(uuid),
  createdAt: instant,
  revokedAt: optional(instant),
});
