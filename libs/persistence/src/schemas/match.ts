import type { Match, Offer } from '#domain';
import type { RankingRecord } from '#use-cases';
import { document, identity, instant, integer, optional, real, table, text, uuid } from './columns.js';

export const rankingSchema = table<RankingRecord>('rankings', {
  ...identity,
  smallJobId: uuid,
  ruleVersion: text,
  rules: optional(document),
  considered: integer,
  eligible: integer,
  ranked: document,
  inputs: optional(document),
  shownTo: optional(text),
  shownToStaffId: optional(uuid),
  actedAt: optional(instant),
  at: instant,
});

export const matchSchema = table<Match>('matches', {
  ...identity,
  smallJobId: uuid,
  citizenId: uuid,
  pseudonym: text,
  state: text,
  interest: optional(document),
  note: optional(text),
  proposedByStaffId: optional(uuid),
  start: optional(text),
  rejectReason: optional(text),
  score: real,
  ruleVersion: text,
  rankingId: optional(uuid),
  createdAt: instant,
  proposedAt: optional(instant),
  decidedAt: optional(instant),
  decidedBy: optional(text),
  remindAt: optional(instant),
  lapsesAt: optional(instant),
  reminders: document,
  withdrawal: optional(document),
});

export const offerSchema = table<Offer>('offers', {
  ...identity,
  matchId: uuid,
  smallJobId: uuid,
  citizenId: uuid,
  companyId: uuid,
  state: text,
  createdAt: instant,
  expiresAt: instant,
  remindAt: optional(instant),
  lastSentAt: instant,
  answers: document,
  acceptedAt: optional(instant),
  bindingAt: optional(instant),
  companyToldAt: optional(instant),
  extensions: document,
});
