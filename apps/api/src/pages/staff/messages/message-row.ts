import { type Message, type Temporal } from '#domain';
import type { NamedMessage } from '#use-cases';
import { slugWords } from '../../../http/sentences/timeline-sentences.js';
import { capital } from '../../words/choices.js';
import { messagesWords as w } from '../../words/desk-messages.js';
import { shortTime } from '../placement/when.js';

export const MESSAGES = '/kommune/beskeder';

/** A message on a page about something else: templates/partials/page-desk-sent-rows.hbs. */
export interface SentRow {
  href: string;
  what: string;
  to: string;
  state: string;
  why: string;
  warns: boolean;
}

export const sentRows = (messages: readonly Message[], now: Temporal.Instant): SentRow[] =>
  messages.map((message) => ({
    href: `${MESSAGES}/${message.id}`,
    what: whatOf(message),
    to: [
      w.sentTo(w.receivers[message.receiver].toLocaleLowerCase('da'), w.channels[message.channel]),
      shortTime(message.createdAt, now),
    ].join(' · '),
    state: stateOf(message, now),
    why: reasonOf(message),
    warns: isLost(message),
  }));

export const whatOf = ({ template }: Message): string => capital(slugWords.template(template));

export const stateOf = ({ state, notBefore }: Message, now: Temporal.Instant): string =>
  state === 'queued' ? w.leavesAt(shortTime(notBefore, now)) : w.states[state];

export const reasonOf = ({ reason }: Message): string =>
  reason === null ? '' : (w.reasons[reason] ?? w.refusedWith(reason));

/** Somebody may have to do something; what was taken back needs nobody. */
export const isLost = ({ state, reason }: Message): boolean =>
  (state === 'failed' && reason !== 'no-longer-relevant') || state === 'uncertain';

export const receiverOf = ({ message, receiver }: NamedMessage): string =>
  receiver?.name ?? w.receivers[message.receiver];
