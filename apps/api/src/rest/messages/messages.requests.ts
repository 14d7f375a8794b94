import { oneOf, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';

/** What a reader has to tell apart: what is on its way out this second is still queued. */
export const shownMessageStates = ['queued', 'sent', 'delivered', 'failed', 'uncertain'] as const;
export type ShownMessageState = (typeof shownMessageStates)[number];

export class MessagesQuery extends PageQuery {
  @uuid({ optional: true }) citizenId?: string;
  @oneOf(shownMessageStates, { optional: true, example: 'failed' }) state?: ShownMessageState;
}
