import type { PostingDraft } from '#domain';
import { document, identity, instant, integer, optional, table, text, uuid } from './columns.js';

export const postingDraftSchema = table<PostingDraft>('posting_drafts', {
  ...identity,
  companyId: uuid,
  startedBy: text,
  answers: document,
  version: integer,
  smallJobId: optional(uuid),
  createdAt: instant,
  updatedAt: instant,
});
