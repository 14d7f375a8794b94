import type { Language, MessageTemplate, OwnWording } from '#domain';

export type WrittenMessage =
  { channel: 'sms'; text: string } | { channel: 'email'; subject: string; text: string; html: string };

/** Turns a message row into words. Throws when a variable is missing: a template is never sent half filled. */
export abstract class MessageWriter {
  /** With `own`, in the municipality's words; an SMS of theirs that does not fit with these data is the standard one. */
  abstract write(
    template: MessageTemplate,
    channel: 'sms' | 'email',
    language: Language,
    data: Record<string, string>,
    own?: OwnWording | null,
  ): WrittenMessage;

  /** The name a municipality's own words for this go by; null where the words are always those of the house. */
  abstract textName(template: MessageTemplate, data: Readonly<Record<string, string>>): string | null;
}
