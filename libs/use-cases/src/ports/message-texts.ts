import type { Language, MessageTemplate, OwnWording, TextDemands, TextPlace, WrittenChannel } from '#domain';
import type { WrittenMessage } from './message-writer.js';

/** A text that a municipality may word itself. */
export interface KnownText {
  name: string;
  template: MessageTemplate;
  /** The value of the answer it is for, as `yes`; null where there is one sentence for all. */
  choice: string | null;
  receiver: TextDemands['receiver'];
  /** Companies and staff are written to in Danish only. */
  languages: readonly Language[];
  channels: readonly WrittenChannel[];
}

export interface StandardText {
  /** With the fields standing in it as a leader writes them: `{fornavn}`. */
  wording: OwnWording;
  demands: TextDemands;
  /** Every field with what it could be, of demo people. */
  examples: Readonly<Record<string, string>>;
}

/** The texts of the house, for those who write their own beside them. */
export abstract class MessageTexts {
  /** By name. */
  abstract known(): readonly KnownText[];
  /** @throws text.not-found */
  abstract standard(place: TextPlace): StandardText;
  /** With demo people in it. @throws text.too-long when an SMS of one's own is more than a segment */
  abstract sample(place: TextPlace, own: OwnWording | null): WrittenMessage;
  /** How many places of the 160 of one SMS are left with demo people in it; negative when it does not fit. */
  abstract placesLeft(place: TextPlace, own: OwnWording | null): number;
}
