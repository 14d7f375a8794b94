import type { Receiver } from '../message/index.js';
import { refuseUnless, DomainError, type LocalDate } from '../kernel/index.js';
import type { OwnWording, WrittenChannel } from './own-text.js';
import { danishField, fieldsIn, hasLooseBraces } from './text-fields.js';
import { HEAVIEST_LIX, lix } from './readability.js';

/** Words of the house and threats: nobody outside meets them. `sag` alone: "Du har sagt" is no case. */
const houseWords =
  /aktivering|jobcent|kontanthjælp|dagpenge|ydelse|match|eskaler|escalat|sanktion|sanction|diagnos|sygdom|sygemeld|helbred|health|illness|benefit|\bsag(?:en|er|s)?\b|sagsbehandl|caseworker|\bborger(?:en|e)?\b|visiter|målgruppe|arbejdspligt|udebliv|pjæk|mangler dit/giu;
/** "Du skal" sounds like a threat where a choice is meant; people decide, so it warns. */
const pressingWords = /\bskal du\b|\bdu skal\b|\bmust\b|\bstraks\b|\bsenest i dag\b/giu;
const LINK = /(?:https?:\/\/|www\.)\S+/iu;

/** What a text is held to: what the standard tells in the same place. */
export interface TextDemands {
  receiver: Receiver;
  channel: WrittenChannel;
  /** Fields that may stand in it. */
  fields: readonly string[];
  /** Fields that must. */
  needed: readonly string[];
  /** What the receiver can answer by SMS, as JA and NEJ: they must stand in it. */
  replyWords: readonly string[];
}

export type TextWarning =
  { code: 'heavy'; lix: number } | { code: 'pressing'; words: string[] } | { code: 'exclamation' };

/**
 * The first thing that makes a wording impossible. The place it belongs to is in the details: `subject` or `text`.
 *
 * @throws text.subject-missing, text.unknown-field, text.field-missing, text.reply-words-missing, text.other-link,
 * text.forbidden-words
 */
export function checkWording({ subject, text }: OwnWording, demands: TextDemands): void {
  const { receiver, channel, fields, needed, replyWords } = demands;
  refuseUnless(channel === 'sms' || (subject ?? '').trim() !== '', 'text.subject-missing', {
    place: 'subject',
  });
  for (const [place, words] of [
    ['subject', subject ?? ''],
    ['text', text],
  ] as const) {
    const unknown = fieldsIn(words).filter((field) => !fields.includes(field));
    if (unknown.length > 0 || hasLooseBraces(words))
      throw new DomainError('text.unknown-field', { place, fields: unknown.map(danishField) });
    refuseUnless(!LINK.test(words), 'text.other-link', { place });
    const bad = receiver === 'staff' ? [] : wordsOf(words, houseWords);
    refuseUnless(bad.length === 0, 'text.forbidden-words', { place, words: bad });
  }
  const there = fieldsIn(text);
  const missing = needed.filter((field) => !there.includes(field));
  refuseUnless(missing.length === 0, 'text.field-missing', {
    place: 'text',
    fields: missing.map(danishField),
  });
  const unsaid = replyWords.filter((word) => !new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text));
  refuseUnless(unsaid.length === 0, 'text.reply-words-missing', { place: 'text', words: unsaid });
}

/** What a person should look at once more. `written` is the text with demo people in it. */
export function wordingWarnings(written: string, receiver: Receiver): TextWarning[] {
  if (receiver === 'staff') return [];
  const weight = Math.round(lix(written));
  const pressing = wordsOf(written, pressingWords);
  return [
    ...(weight > HEAVIEST_LIX ? [{ code: 'heavy', lix: weight } as const] : []),
    ...(pressing.length > 0 ? [{ code: 'pressing', words: pressing } as const] : []),
    ...(written.includes('!') ? [{ code: 'exclamation' } as const] : []),
  ];
}

/** A text holds from today on at the earliest: what has been sent is not rewritten. @throws text.from-in-past */
export const checkFrom = (from: LocalDate, today: LocalDate): void =>
  refuseUnless(from >= today, 'text.from-in-past');

const wordsOf = (text: string, wanted: RegExp): string[] => [
  ...new Set([...text.matchAll(wanted)].map(([word]) => word.toLowerCase())),
];
