import type { BulkProposal, BulkProposalItem } from '#domain';
import { identity, instant, integer, optional, table, text, uuid } from './columns.js';

export const bulkProposalSchema = table<BulkProposal>('bulk_proposals', {
  ...identity,
  state: text,
  byStaffId: uuid,
  itemCount: integer,
  placeReached: integer,
  sendsAt: instant,
  createdAt: instant,
  finishedAt: optional(instant),
});

export const bulkProposalItemSchema = table<BulkProposalItem>('bulk_proposal_items', {
  ...identity,
  bulkProposalId: uuid,
  place: integer,
  smallJobId: uuid,
  citizenId: uuid,
  state: text,
  matchId: optional(uuid),
  problem: optional(text),
  doneAt: optional(instant),
});
