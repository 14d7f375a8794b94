import type { Message, Temporal } from '#domain';
import { placementWords as w } from '../../words/desk-placement.js';
import { shortTime } from './when.js';

/** What went out, and whether it arrived: templates/partials/page-desk-sent.hbs. */
export interface SentView {
  label: string;
  empty: string;
  rows: { what: string; to: string; state: string; why: string; warns: boolean; at: string }[];
}

export const sentView = (messages: readonly Message[], now: Temporal.Instant): SentView => ({
  label: w.sent,
  empty: w.nothingSent,
  rows: messages.map((message) => ({
    what: w.letters[message.template] ?? w.letter,
    to: w.sentTo(w.receivers[message.receiver], w.ways[message.channel]),
    state: stateOf(message, now),
    why: message.reason ? (w.reasons[message.reason] ?? '') : '',
    warns: message.state === 'failed' || message.state === 'uncertain',
    at: shortTime(message.createdAt, now),
  })),
});

const stateOf = ({ state, notBefore, stateAt }: Message, now: Temporal.Instant): string =>
  state === 'queued' ? w.waits(shortTime(notBefore, now)) : w.delivery[state](shortTime(stateAt, now));
