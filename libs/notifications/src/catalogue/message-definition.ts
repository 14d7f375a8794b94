import type { Language, MessageData, MessageTemplate, Question, Receiver } from '#domain';

export type WrittenChannel = 'sms' | 'email';

/** What is known about a message besides its words. */
export interface MessageDefinition<T extends MessageTemplate> {
  /** The texts keep the rules for this reader; a message to citizen or company keeps the citizen's. */
  receiver: Receiver;
  channels: readonly WrittenChannel[];
  /** What an answer would be about. Absent: nothing is asked. */
  question?: Question;
  /**
   * Whether the words make room for a link; `email`: in the e-mail, and in an SMS only when nothing else gives way.
   * It may still be empty: then the answer comes by SMS or phone.
   */
  hasLink: boolean | 'email';
  /** Fields that choose between sentences. Any other value is refused, or the message would be half empty. */
  choices?: { readonly [Field in keyof MessageData[T]]?: readonly MessageData[T][Field][] };
  /** Demo people only. Its keys are also the list of fields that must be there. */
  sample: Readonly<Record<Language, MessageData[T]>>;
}

/** Exhaustive: a template without a definition does not compile. */
export type Catalogue = { readonly [T in MessageTemplate]: MessageDefinition<T> };

export const smsAndEmail: readonly WrittenChannel[] = ['sms', 'email'];
